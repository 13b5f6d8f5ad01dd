//! A kernel through the full depth, and what a layer has to learn.

use convolution::{Convolution, dense_parameters};
use ndarray::{Array1, Array4, arr1, array};
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// Two pixels of three colours side by side, under one kernel through the full depth.
    pub struct Depth = "depth" {
        /// red, left pixel
        r1 = 0.9 in 0.0..=1.0 by 0.1,
        /// green, left pixel
        g1 = 0.4 in 0.0..=1.0 by 0.1,
        /// blue, left pixel
        b1 = 0.2 in 0.0..=1.0 by 0.1,
        /// red, right pixel
        r2 = 0.2 in 0.0..=1.0 by 0.1,
        /// green, right pixel
        g2 = 0.6 in 0.0..=1.0 by 0.1,
        /// blue, right pixel
        b2 = 0.7 in 0.0..=1.0 by 0.1,
        /// the kernel's weight on red: as it is on the left, its negative on the right
        red = 1.0 in -2.0..=2.0 by 0.5,
        /// the kernel's weight on green
        green = 0.5 in -2.0..=2.0 by 0.5,
        /// the kernel's weight on blue
        blue = -1.0 in -2.0..=2.0 by 0.5,
        /// the bias
        bias = 0.1 in -1.0..=1.0 by 0.1,
    }
}

/// What each channel adds (`from_red`, `from_green`, `from_blue`), the answer `z`, and the
/// brightness of each pixel, `grey1` and `grey2`, with what is between them: `grey`. And what a kernel
/// of one by one with the same three weights makes of each pixel: `one1` and `one2`.
///
/// # Errors
/// None: the shapes fit.
pub fn depth(d: &Depth) -> show::Result<Outputs> {
    let layer = Convolution {
        kernels: array![[
            [[d.red, -d.red]],
            [[d.green, -d.green]],
            [[d.blue, -d.blue]]
        ]],
        bias: arr1(&[d.bias]),
        stride: 1,
        padding: 0,
    };
    let image = array![[[d.r1, d.r2]], [[d.g1, d.g2]], [[d.b1, d.b2]]];
    let (grey1, grey2) = ((d.r1 + d.g1 + d.b1) / 3.0, (d.r2 + d.g2 + d.b2) / 3.0);
    Ok(Outputs::new()
        .with("from_red", d.red * d.r1 - d.red * d.r2)
        .with("from_green", d.green * d.g1 - d.green * d.g2)
        .with("from_blue", d.blue * d.b1 - d.blue * d.b2)
        .with("z", layer.forward(&image)?[[0, 0, 0]])
        .with("grey1", grey1)
        .with("grey2", grey2)
        .with("grey", grey1 - grey2)
        .with("one1", d.red * d.r1 + d.green * d.g1 + d.blue * d.b1)
        .with("one2", d.red * d.r2 + d.green * d.g2 + d.blue * d.b2))
}

show::inputs! {
    /// What a convolutional layer has to learn, and what a dense one would.
    pub struct Parameters = "parameters" {
        /// pixels along one side of the image
        side = 28.0 in 12.0..=64.0 by 1.0,
        /// channels of the image
        channels = 1.0 in 1.0..=8.0 by 1.0,
        /// pixels along one side of a kernel
        k = 5.0 in 1.0..=11.0 by 2.0,
        /// filters
        filters = 6.0 in 1.0..=16.0 by 1.0,
    }
}

/// Weights of one `kernel`, parameters of the `layer`; values that go `in` and come `out` of it,
/// and `map` along one side; the parameters of a `dense` layer from as many to as many.
///
/// # Errors
/// As [`Convolution::output_shape`] and [`dense_parameters`].
pub fn parameters(p: &Parameters) -> show::Result<Outputs> {
    p.check()?;
    let [side, channels, k, filters] = [p.side, p.channels, p.k, p.filters].map(whole);
    let layer = Convolution {
        kernels: Array4::zeros((filters, channels, k, k)),
        bias: Array1::zeros(filters),
        stride: 1,
        padding: 0,
    };
    let (_, rows, columns) = layer.output_shape((channels, side, side))?;
    let (inputs, outputs) = (channels * side * side, filters * rows * columns);
    Ok(Outputs::new()
        .with("kernel", (channels * k * k) as f64)
        .with("layer", layer.parameters() as f64)
        .with("in", inputs as f64)
        .with("map", rows as f64)
        .with("out", outputs as f64)
        .with("dense", dense_parameters(inputs, outputs)? as f64))
}
