//! How the cost of a convolution grows along each axis of its size.

use super::three_digits;
use crate::book::Axis;
use crate::book::results::Measured;
use plate::{Drawing, Ink};

/// The side of the image.
///
/// # Errors
/// What was not measured.
pub fn image() -> show::Result<String> {
    let named = "rows and columns of the image";
    axis(
        Axis::Image,
        named,
        plate::Axis::log(6.0, 700.0).at([
            (8.0, "8"),
            (32.0, "32"),
            (128.0, "128"),
            (512.0, "512"),
        ]),
    )
}

/// The side of the kernel.
///
/// # Errors
/// What was not measured.
pub fn kernel() -> show::Result<String> {
    let named = "rows and columns of the kernel";
    axis(
        Axis::Kernel,
        named,
        plate::Axis::linear(0.0, 12.0).step(1.0),
    )
}

/// The number of images.
///
/// # Errors
/// What was not measured.
pub fn batch() -> show::Result<String> {
    let named = "images of 14×14 in a batch";
    axis(
        Axis::Batch,
        named,
        plate::Axis::log(0.7, 1500.0).at([
            (1.0, "1"),
            (8.0, "8"),
            (64.0, "64"),
            (1024.0, "1,024"),
        ]),
    )
}

/// The stride.
///
/// # Errors
/// What was not measured.
pub fn stride() -> show::Result<String> {
    axis(
        Axis::Stride,
        "stride",
        plate::Axis::linear(0.0, 5.0).step(1.0),
    )
}

fn axis(axis: Axis, named: &str, across: plate::Axis) -> show::Result<String> {
    let measured = Measured::committed()?;
    let (peak, bandwidth) = (measured.giga("peak")?, measured.giga("read-near")?);
    let (mut took, mut least) = (Vec::new(), Vec::new());
    for &size in axis.sizes() {
        let count = axis.shape(size).count()?;
        let at = size as f64;
        took.push((at, measured.bench(&axis.bench(size))?.ns / 1e3));
        least.push((at, count.least(peak, bandwidth) / 1e3));
    }
    let list: Vec<String> = took
        .iter()
        .zip(&least)
        .map(|((at, took), (_, least))| {
            format!("{at}: {} for {}", three_digits(*took), three_digits(*least))
        })
        .collect();
    let desc = format!(
        "Microseconds measured, for the least that the machine's limits allow, along the {}. {}.",
        axis.name(),
        list.join("; ")
    );
    let title = format!("Cost along the {}", axis.name());
    let name = format!("cost-{}", axis.name());
    let mut drawing = Drawing::new(&name, (600, 340), &title, &desc);
    let all = || took.iter().chain(&least).map(|(_, us)| *us);
    let (low, high) = (all().fold(f64::MAX, f64::min), all().fold(0.0, f64::max));
    let up = plate::Axis::log(low / 2.0, high * 2.0).named("microseconds");
    let mut chart = drawing.chart(across.named(named), up)?;
    chart.line(least.iter().copied(), Ink::Vermilion.pen(2.0))?;
    chart.label("the least", [least[least.len() / 3]], Ink::Vermilion);
    chart.dots(took.iter().copied(), Ink::Blue)?;
    chart.label("measured", [took[took.len() / 2]], Ink::Blue);
    chart.finish()?;
    Ok(drawing.finish())
}
