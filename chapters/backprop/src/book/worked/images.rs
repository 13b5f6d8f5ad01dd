//! A convolution and both poolings, backwards.

use ::convolution::Convolution;
use ::pooling::{Window, max_pool};
use backprop::convolution::backward;
use backprop::pooling::{average_backward, max_backward};
use ndarray::{Array3, Array4, Axis, array};
use show::{InputValues, Outputs};

show::inputs! {
    /// A two by two kernel on an image of three by three pixels.
    pub struct Image = "convolution-backward" {
        /// the pixel in row 1, column 1
        x11 = 1.0 in -9.0..=9.0 by 1.0,
        /// the pixel in row 1, column 2
        x12 = 2.0 in -9.0..=9.0 by 1.0,
        /// the pixel in row 1, column 3
        x13 = 3.0 in -9.0..=9.0 by 1.0,
        /// the pixel in row 2, column 1
        x21 = 4.0 in -9.0..=9.0 by 1.0,
        /// the pixel in row 2, column 2
        x22 = 5.0 in -9.0..=9.0 by 1.0,
        /// the pixel in row 2, column 3
        x23 = 6.0 in -9.0..=9.0 by 1.0,
        /// the pixel in row 3, column 1
        x31 = 7.0 in -9.0..=9.0 by 1.0,
        /// the pixel in row 3, column 2
        x32 = 8.0 in -9.0..=9.0 by 1.0,
        /// the pixel in row 3, column 3
        x33 = 9.0 in -9.0..=9.0 by 1.0,
        /// the weight in row 1, column 1
        w11 = -1.0 in -4.0..=4.0 by 1.0,
        /// the weight in row 1, column 2
        w12 = -1.0 in -4.0..=4.0 by 1.0,
        /// the weight in row 2, column 1
        w21 = 1.0 in -4.0..=4.0 by 1.0,
        /// the weight in row 2, column 2
        w22 = 1.0 in -4.0..=4.0 by 1.0,
        /// the slope of the loss at the answer in row 1, column 1
        d11 = 1.0 in -4.0..=4.0 by 1.0,
        /// the slope of the loss at the answer in row 1, column 2
        d12 = 2.0 in -4.0..=4.0 by 1.0,
        /// the slope of the loss at the answer in row 2, column 1
        d21 = 3.0 in -4.0..=4.0 by 1.0,
        /// the slope of the loss at the answer in row 2, column 2
        d22 = 4.0 in -4.0..=4.0 by 1.0,
    }
}

impl Image {
    /// The image.
    pub fn image(&self) -> Array3<f64> {
        array![[
            [self.x11, self.x12, self.x13],
            [self.x21, self.x22, self.x23],
            [self.x31, self.x32, self.x33],
        ]]
    }

    /// The layer: the kernel, and no bias.
    pub fn layer(&self) -> Convolution {
        Convolution {
            kernels: array![[[[self.w11, self.w12], [self.w21, self.w22]]]],
            bias: array![0.0],
            stride: 1,
            padding: 0,
        }
    }

    /// ∂L/∂z, the gradient at the layer's answers.
    pub fn d_z(&self) -> Array3<f64> {
        array![[[self.d11, self.d12], [self.d21, self.d22]]]
    }
}

/// The answers `z11` … `z22`, the gradients of the pixels `dx11` … `dx33`, of the weights `dw11` …
/// `dw22` and of the bias `db`.
///
/// # Errors
/// None: the shapes fit.
pub fn convolution(input: &Image) -> show::Result<Outputs> {
    let (image, layer, d_z) = (input.image(), input.layer(), input.d_z());
    let gradients = backward(&layer, &image, &d_z)?;
    let first = |maps: Array4<f64>| maps.index_axis_move(Axis(0), 0);
    let mut outputs = Outputs::new();
    for (name, map) in [
        ("z", layer.forward(&image)?),
        ("dx", gradients.d_input),
        ("dw", first(gradients.d_kernels)),
    ] {
        for ((_, row, column), value) in map.indexed_iter() {
            outputs = outputs.with(format!("{name}{}{}", row + 1, column + 1), *value);
        }
    }
    Ok(outputs.with("db", gradients.d_bias.iter().fold(0.0, |sum, d| sum + d)))
}

show::inputs! {
    /// A square image under a square kernel of ones, when every answer counts alike.
    pub struct Strided = "strided" {
        /// the pixels along one side of the image
        n = 6.0 in 3.0..=12.0 by 1.0,
        /// the pixels along one side of the kernel
        k = 3.0 in 1.0..=3.0 by 1.0,
        /// how far the kernel moves
        stride = 2.0 in 1.0..=4.0 by 1.0,
        /// the zeros on each side
        padding = 0.0 in 0.0..=2.0 by 1.0,
    }
}

/// How many answers there are along a side (`answers`), the gradients of the first pixel (`first`), of
/// the one in row 3, column 3 (`middle`) and of the last (`last`), and how many pixels have the
/// derivative 0 (`unread`).
///
/// # Errors
/// None within the ranges.
pub fn strided(input: &Strided) -> show::Result<Outputs> {
    input.check()?;
    let (n, k) = (input.n as usize, input.k as usize);
    let layer = Convolution {
        kernels: Array4::ones((1, 1, k, k)),
        bias: array![0.0],
        stride: input.stride as usize,
        padding: input.padding as usize,
    };
    let image = Array3::zeros((1, n, n));
    let (filters, rows, columns) = layer.output_shape(image.dim())?;
    let d_z = Array3::ones((filters, rows, columns));
    let d_input = backward(&layer, &image, &d_z)?.d_input;
    let derivative = |at: usize| d_input.get((0, at, at)).copied().unwrap_or(f64::NAN);
    let unread = d_input
        .iter()
        .filter(|derivative| **derivative == 0.0)
        .count();
    Ok(Outputs::new()
        .with("answers", rows as f64)
        .with("first", derivative(0))
        .with("middle", derivative(2))
        .with("last", derivative(n - 1))
        .with("unread", unread as f64))
}

show::inputs! {
    /// Two by two windows with stride 2 on an image of four by four pixels that rises evenly.
    pub struct Pooled = "pooling-backward" {
        /// how much brighter each pixel is than the one before
        rise = 1.0 in -2.0..=2.0 by 1.0,
        /// the slope of the loss at the first window
        d1 = 1.0 in -4.0..=4.0 by 0.5,
        /// the slope of the loss at the second window
        d2 = 2.0 in -4.0..=4.0 by 0.5,
        /// the slope of the loss at the third window
        d3 = 3.0 in -4.0..=4.0 by 0.5,
        /// the slope of the loss at the fourth window
        d4 = 4.0 in -4.0..=4.0 by 0.5,
    }
}

impl Pooled {
    /// The window.
    pub const WINDOW: Window = Window { size: 2, stride: 2 };

    /// The image.
    pub fn image(&self) -> Array3<f64> {
        let pixel = |(_, row, column)| self.rise * (4 * row + column + 1) as f64;
        Array3::from_shape_fn((1, 4, 4), pixel)
    }

    /// The gradient at the pooled values.
    pub fn d_output(&self) -> Array3<f64> {
        array![[[self.d1, self.d2], [self.d3, self.d4]]]
    }
}

/// For each window: the derivative of its first pixel (`first1` …) and of its last (`last1` …) under max
/// pooling, and that of every pixel under average pooling (`share1` …).
///
/// # Errors
/// None: the shapes fit.
pub fn pooling(input: &Pooled) -> show::Result<Outputs> {
    let (image, window, d_output) = (input.image(), Pooled::WINDOW, input.d_output());
    let by_max = max_backward(image.dim(), &max_pool(&image, window)?, &d_output)?;
    let by_average = average_backward(image.dim(), window, &d_output)?;
    let corners = |gradient: &Array3<f64>, u: usize| -> Vec<f64> {
        let corner =
            |(i, j): (usize, usize)| gradient.get((0, 2 * i + u, 2 * j + u)).copied();
        [(0, 0), (0, 1), (1, 0), (1, 1)]
            .map(corner)
            .into_iter()
            .flatten()
            .collect()
    };
    Ok(Outputs::new()
        .with_each("first", corners(&by_max, 0))
        .with_each("last", corners(&by_max, 1))
        .with_each("share", corners(&by_average, 0)))
}
