//! A kernel at one place of an image: of a stroke, and of the notebook's.

use convolution::{convolve, cross_correlate};
use ndarray::{Array2, arr2, array};
use show::number::whole;
use show::{InputValues, Outputs};

/// A picture of five by five: a stroke that lies, and then turns down.
const STROKE: [[f64; 5]; 5] = [
    [0.0, 0.0, 0.0, 0.0, 0.0], //
    [0.0, 1.0, 1.0, 1.0, 0.0],
    [0.0, 0.0, 0.0, 1.0, 0.0],
    [0.0, 0.0, 0.0, 1.0, 0.0],
    [0.0, 0.0, 0.0, 0.0, 0.0],
];

/// The picture that a kernel slides over, with one place for each pixel.
pub fn stroke() -> Array2<f64> {
    arr2(&STROKE)
}

show::inputs! {
    /// A kernel at one place of a stroke.
    pub struct Window = "window" unfolding row, column {
        /// the row of the window, counted from 0
        row = 0.0 in 0.0..=3.0 by 1.0,
        /// the column of the window, counted from 0
        column = 1.0 in 0.0..=3.0 by 1.0,
        /// the kernel's weight above left
        w1 = -1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight above right
        w2 = -1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight below left
        w3 = 1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight below right
        w4 = 1.0 in -2.0..=2.0 by 1.0,
    }
}

impl Window {
    /// The window's row and column.
    pub fn place(&self) -> (usize, usize) {
        (whole(self.row), whole(self.column))
    }

    /// The kernel.
    pub fn kernel(&self) -> Array2<f64> {
        array![[self.w1, self.w2], [self.w3, self.w4]]
    }
}

/// The pixels below the window, `x1` to `x4`, their weighted sum `y`, and the `largest` and `smallest`
/// sum of the whole map.
///
/// # Errors
/// A refusal for a window outside the image.
pub fn window(window: &Window) -> show::Result<Outputs> {
    window.check()?;
    let (image, kernel, at) = (stroke(), window.kernel(), window.place());
    let map = cross_correlate(&image, &kernel, 1, 0)?;
    let below = kernel
        .indexed_iter()
        .filter_map(|((u, v), _)| image.get((at.0 + u, at.1 + v)).copied());
    let outside = "the window lies outside the image";
    Ok(Outputs::new()
        .with_each("x", below)
        .with("y", *map.get(at).ok_or(outside)?)
        .with("largest", map.fold(f64::NEG_INFINITY, |a, b| a.max(*b)))
        .with("smallest", map.fold(f64::INFINITY, |a, b| a.min(*b))))
}

show::inputs! {
    /// The notebook's kernel at one place of the notebook's image.
    pub struct Sliding = "sliding" unfolding row, column {
        /// the row of the window, counted from 0
        row = 0.0 in 0.0..=2.0 by 1.0,
        /// the column of the window, counted from 0
        column = 1.0 in 0.0..=2.0 by 1.0,
        /// the kernel's weight above left
        w1 = -1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight above right
        w2 = -1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight below left
        w3 = 1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight below right
        w4 = 1.0 in -2.0..=2.0 by 1.0,
    }
}

/// The image of source 001: 1 to 16 in four rows.
pub fn notebook_image() -> Array2<f64> {
    Array2::from_shape_fn((4, 4), |(row, column)| (4 * row + column + 1) as f64)
}

impl Sliding {
    /// The window's row and column.
    pub fn place(&self) -> (usize, usize) {
        (whole(self.row), whole(self.column))
    }

    /// The kernel.
    pub fn kernel(&self) -> Array2<f64> {
        array![[self.w1, self.w2], [self.w3, self.w4]]
    }
}

/// The pixels below the window, `x1` to `x4`, each times its weight, `p1` to `p4`, their sum `y`,
/// what true `convolution` gives there, and the whole feature map row by row, `map1` to `map9`.
///
/// # Errors
/// A refusal for a window outside the image.
pub fn sliding(sliding: &Sliding) -> show::Result<Outputs> {
    sliding.check()?;
    let (image, kernel, at) = (notebook_image(), sliding.kernel(), sliding.place());
    let map = cross_correlate(&image, &kernel, 1, 0)?;
    let convolution = convolve(&image, &kernel, 1, 0)?;
    let below = kernel.indexed_iter().filter_map(|((u, v), w)| {
        let x = image.get((at.0 + u, at.1 + v))?;
        Some((*x, w * x))
    });
    let (x, products): (Vec<f64>, Vec<f64>) = below.unzip();
    let outside = "the window lies outside the image";
    Ok(Outputs::new()
        .with_each("x", x)
        .with_each("p", products)
        .with("y", *map.get(at).ok_or(outside)?)
        .with("convolution", *convolution.get(at).ok_or(outside)?)
        .with_each("map", map))
}
