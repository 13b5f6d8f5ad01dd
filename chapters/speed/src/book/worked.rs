//! The chapter's numbers: those that follow from its sizes, and those that were measured.

mod results;

pub use results::{accuracy, limits, peers};

use crate::book::Axis;
use crate::book::cases::BATCH;
use crate::count;
use crate::geometry::{LAYERS, SECOND, SUM_GROUP};
use crate::isa::Isa;
use show::{Outputs, Result};

/// One product and one sum in `f32`, rounded twice and rounded once.
///
/// # Errors
/// None.
pub fn fused() -> Result<Outputs> {
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
pub fn work() -> Result<Outputs> {
    let mut outputs = Outputs::new().with("samples", BATCH as f64);
    let whole = count::step(1);
    for (n, layer) in LAYERS.into_iter().enumerate() {
        let (one, batch) = (count::forward(layer, 1), count::forward(layer, BATCH));
        let (name, times) = (layer.name, if n == 0 { 2.0 } else { 3.0 });
        outputs = outputs
            .with(format!("{name}_operations"), one.operations)
            .with(format!("{name}_bytes"), batch.bytes)
            .with(format!("{name}_kilobytes"), batch.bytes / 1e3)
            .with(format!("{name}_intensity"), batch.intensity())
            .with(format!("{name}_alone"), one.intensity())
            .with(format!("{name}_share"), times * one.operations / whole);
    }
    let forward = LAYERS.map(|layer| count::forward(layer, 1).operations);
    Ok(outputs
        .with("forward", forward.iter().sum())
        .with("step", whole)
        .with("batch", count::step(BATCH) / 1e6)
        .with("rows", LAYERS[0].uses as f64)
        .with("taps", LAYERS[0].inputs as f64)
        .with("filters", LAYERS[0].outputs as f64))
}

/// What a step has in memory.
///
/// # Errors
/// None.
pub fn memory() -> Result<Outputs> {
    let all = count::memory(BATCH, Isa::Plain);
    let each = count::memory(BATCH + SUM_GROUP, Isa::Plain) - all;
    let numbers: usize = LAYERS.iter().map(|s| s.weights() + s.outputs).sum();
    Ok(Outputs::new()
        .with("megabytes", all / 1e6)
        .with("sample_kilobytes", each / SUM_GROUP as f64 / 1e3)
        .with("numbers", numbers as f64)
        .with("weights_kilobytes", 4.0 * numbers as f64 / 1e3)
        .with("group", SUM_GROUP as f64))
}

/// The arithmetic of the tiles.
///
/// # Errors
/// None.
pub fn tiles() -> Result<Outputs> {
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
        .with("maps", SECOND.maps_len() as f64)
        .with("pooled", SECOND.pooled_len() as f64)
        .with("inputs", LAYERS[2].inputs as f64)
        .with("outputs", LAYERS[2].outputs as f64)
        .with("row", SECOND.side as f64)
        .with("too_many", 4.0 * LAYERS[1].outputs as f64))
}

/// The convolution whose cost is measured along four axes.
///
/// # Errors
/// None.
pub fn axes() -> Result<Outputs> {
    let shape = Axis::Stride.shape(1);
    Ok(Outputs::new()
        .with("channels", shape.channels as f64)
        .with("filters", shape.filters as f64)
        .with("kernel", shape.kernel as f64)
        .with("side", shape.side as f64)
        .with("batch_side", Axis::Batch.shape(1).side as f64))
}
