//! Windows over four values, over a ramp, and over the notebook's image.

use convolution::reads;
use ndarray::{Array3, array};
use pooling::{Window, average_pool, max_pool};
use show::Outputs;
use show::number::whole;

show::inputs! {
    /// One window of four values.
    pub struct Four = "one-window" {
        /// above left
        a = 1.0 in -8.0..=8.0 by 1.0,
        /// above right
        b = 2.0 in -8.0..=8.0 by 1.0,
        /// below left
        c = 5.0 in -8.0..=8.0 by 1.0,
        /// below right
        d = 6.0 in -8.0..=8.0 by 1.0,
    }
}

/// The largest value, `max`, its `row` and `column`, and the `average`.
///
/// # Errors
/// None: the window fits.
pub fn one_window(four: &Four) -> show::Result<Outputs> {
    let image = array![[[four.a, four.b], [four.c, four.d]]];
    let window = Window { size: 2, stride: 1 };
    let max = max_pool(&image, window)?;
    let (row, column) = max.at[[0, 0, 0]];
    Ok(Outputs::new()
        .with("max", max.values[[0, 0, 0]])
        .with("row", row as f64)
        .with("column", column as f64)
        .with("average", average_pool(&image, window)?[[0, 0, 0]]))
}

show::inputs! {
    /// A ramp of four by four, pooled by windows of two by two; the notebook's image to begin with.
    pub struct PooledRamp = "pooled-ramp" {
        /// the pixel in the first corner
        first = 1.0 in -8.0..=8.0 by 1.0,
        /// what a step to the right adds
        right = 1.0 in -8.0..=8.0 by 1.0,
        /// what a step down adds
        down = 4.0 in -8.0..=8.0 by 1.0,
    }
}

/// The four maxima, `max1` to `max4`, and the four averages, `average1` to `average4`.
///
/// # Errors
/// None: the window fits.
pub fn pooled_ramp(ramp: &PooledRamp) -> show::Result<Outputs> {
    let image = Array3::from_shape_fn((1, 4, 4), |(_, row, column)| {
        ramp.first + ramp.down * row as f64 + ramp.right * column as f64
    });
    let window = Window { size: 2, stride: 2 };
    Ok(Outputs::new()
        .with_each("max", max_pool(&image, window)?.values)
        .with_each("average", average_pool(&image, window)?))
}

show::inputs! {
    /// Windows over the notebook's image of four by four.
    pub struct Windows = "pooling-windows" {
        /// pixels along one side of a window
        size = 2.0 in 1.0..=4.0 by 1.0,
        /// the stride
        stride = 2.0 in 1.0..=4.0 by 1.0,
    }
}

impl Windows {
    /// The window.
    pub fn window(&self) -> Window {
        let [size, stride] = [self.size, self.stride].map(whole);
        Window { size, stride }
    }
}

/// The image of source 001, 1 to 16 in four rows, as one channel.
pub fn notebook_image() -> Array3<f64> {
    Array3::from_shape_fn((1, 4, 4), |(_, row, column)| (4 * row + column + 1) as f64)
}

/// Windows along one side (`out`) and in all (`windows`); the first window's `max` and `average`;
/// pixels that are in several windows (`shared`) and in none (`unread`).
///
/// # Errors
/// As [`Window::output_shape`].
pub fn windows(windows: &Windows) -> show::Result<Outputs> {
    let (image, window) = (notebook_image(), windows.window());
    let max = max_pool(&image, window)?.values;
    let average = average_pool(&image, window)?;
    let along = reads(4, window.size, window.stride, 0)?;
    // A pixel is in as many windows as its row times as its column.
    let pixels = along
        .iter()
        .flat_map(|row| along.iter().map(move |column| row * column));
    let count =
        |wanted: fn(&usize) -> bool| pixels.clone().filter(wanted).count() as f64;
    Ok(Outputs::new()
        .with("out", max.dim().2 as f64)
        .with("windows", max.len() as f64)
        .with("max", max[[0, 0, 0]])
        .with("average", average[[0, 0, 0]])
        .with("shared", count(|reads| *reads > 1))
        .with("unread", count(|reads| *reads == 0)))
}
