//! The chapter's numbers: those that follow from its sizes, and those that were measured.

mod kept;

pub use kept::{accuracy, limits, peers};

use crate::cases::{Axis, BATCH};
use crate::count::{self, NAMES};
use crate::network::{LAYERS, bytes};
use crate::{GROUP, Isa};
use show::Outputs;

/// One product and one sum in `f32`, rounded twice and rounded once.
///
/// # Errors
/// None.
pub fn fused() -> show::Result<Outputs> {
    let (a, b, c) = (0.1_f32, 0.3_f32, -0.03_f32);
    let (twice, once) = (a * b + c, a.mul_add(b, c));
    Ok(Outputs::new()
        .with("a", 0.1)
        .with("b", 0.3)
        .with("c", -0.03)
        .with("product", f64::from(a * b))
        .with("exact", f64::from(a) * f64::from(b))
        .with("twice", f64::from(twice))
        .with("once", f64::from(once)))
}

/// Operations of a step, layer by layer, for one sample; bytes; and intensities for a batch.
///
/// # Errors
/// None.
pub fn work() -> show::Result<Outputs> {
    let mut outputs = Outputs::new().with("samples", BATCH as f64);
    let whole = count::step(1);
    for (n, name) in NAMES.into_iter().enumerate() {
        let (one, batch) = (count::forward(n, 1), count::forward(n, BATCH));
        let times = if n == 0 { 2.0 } else { 3.0 };
        outputs = outputs
            .with(format!("{name}_operations"), one.operations)
            .with(format!("{name}_bytes"), batch.bytes)
            .with(format!("{name}_kilobytes"), batch.bytes / 1e3)
            .with(format!("{name}_intensity"), batch.intensity())
            .with(format!("{name}_alone"), one.intensity())
            .with(format!("{name}_share"), times * one.operations / whole);
    }
    let forward = (0..5).map(|n| count::forward(n, 1).operations).sum();
    Ok(outputs
        .with("forward", forward)
        .with("step", whole)
        .with("batch", count::step(BATCH) / 1e6)
        .with("rows", 28.0 * 28.0)
        .with("taps", LAYERS[0].inputs as f64)
        .with("filters", LAYERS[0].outputs as f64))
}

/// What a step has in memory.
///
/// # Errors
/// None.
pub fn memory() -> show::Result<Outputs> {
    let all = bytes(BATCH, Isa::Plain) as f64;
    let each = (bytes(BATCH + GROUP, Isa::Plain) - bytes(BATCH, Isa::Plain)) as f64;
    let numbers: usize = LAYERS
        .iter()
        .map(|s| s.outputs * s.inputs + s.outputs)
        .sum();
    Ok(Outputs::new()
        .with("megabytes", all / 1e6)
        .with("sample_kilobytes", each / GROUP as f64 / 1e3)
        .with("numbers", numbers as f64)
        .with("weights_kilobytes", 4.0 * numbers as f64 / 1e3)
        .with("group", GROUP as f64))
}

/// The arithmetic of the tiles.
///
/// # Errors
/// None.
pub fn tiles() -> show::Result<Outputs> {
    let mut outputs = Outputs::new();
    for (name, registers, lanes, rows, half) in [
        ("wide", 32.0, 16.0, 6.0, 4.0),
        ("narrow", 16.0, 8.0, 3.0, 2.0),
    ] {
        outputs = outputs
            .with(format!("{name}_registers"), registers)
            .with(format!("{name}_lanes"), lanes)
            .with(format!("{name}_rows"), rows)
            .with(format!("{name}_half"), half)
            .with(format!("{name}_sums"), 4.0 * rows)
            .with(format!("{name}_left"), registers - 4.0 * rows);
    }
    // A multiply-add takes 4 ticks, and 2 can begin in each; on top of these, 8 lanes.
    Ok(outputs
        .with("columns", 4.0)
        .with("latency", 4.0)
        .with("units", 2.0)
        .with("chains", 8.0)
        .with("idle", 7.0)
        .with("wasted", 64.0)
        .with("filters", LAYERS[1].outputs as f64)
        .with("maps", 1600.0)
        .with("pooled", 400.0)
        .with("inputs", LAYERS[2].inputs as f64)
        .with("outputs", LAYERS[2].outputs as f64)
        .with("row", 14.0)
        .with("too_many", 4.0 * LAYERS[1].outputs as f64))
}

/// The convolution whose cost is measured along four axes.
///
/// # Errors
/// None.
pub fn axes() -> show::Result<Outputs> {
    let shape = Axis::Stride.shape(1);
    Ok(Outputs::new()
        .with("channels", shape.channels as f64)
        .with("filters", shape.filters as f64)
        .with("kernel", shape.kernel as f64)
        .with("side", shape.width as f64)
        .with("batch_side", Axis::Batch.shape(1).width as f64))
}
