//! A kernel on a ramp and on an edge, and one on a sequence.

use convolution::kernels::NOTEBOOK;
use convolution::{convolve_sequences, cross_correlate};
use ndarray::{Array2, arr2};
use show::Outputs;

show::inputs! {
    /// A ramp of four by four: every step to the right or down adds the same.
    pub struct Ramp = "ramp" {
        /// the pixel in the first corner
        first = 1.0 in -8.0..=8.0 by 1.0,
        /// what a step to the right adds
        right = 1.0 in -8.0..=8.0 by 1.0,
        /// what a step down adds
        down = 4.0 in -8.0..=8.0 by 1.0,
    }
}

impl Ramp {
    /// The ramp.
    pub fn image(&self) -> Array2<f64> {
        Array2::from_shape_fn((4, 4), |(row, column)| {
            self.first + self.down * row as f64 + self.right * column as f64
        })
    }

    /// A picture with a single edge, as high as one step of the ramp is.
    pub fn edge(&self) -> Array2<f64> {
        Array2::from_shape_fn((4, 4), |(row, _)| if row < 2 { 0.0 } else { self.down })
    }
}

/// The pixel in the `last` corner; what the notebook's kernel `answer`s everywhere, and at the `edge`
/// of a picture that has one; and what the same kernel answers when it lies on its side (`sideways`).
///
/// # Errors
/// None: the shapes fit.
pub fn ramp(ramp: &Ramp) -> show::Result<Outputs> {
    let image = ramp.image();
    let kernel = arr2(&NOTEBOOK);
    let sideways = kernel.t().to_owned();
    let on_edge = cross_correlate(&ramp.edge(), &kernel, 1, 0)?;
    Ok(Outputs::new()
        .with("last", image[[3, 3]])
        .with("answer", cross_correlate(&image, &kernel, 1, 0)?[[0, 0]])
        .with("edge", on_edge[[1, 0]])
        .with(
            "sideways",
            cross_correlate(&image, &sideways, 1, 0)?[[0, 0]],
        ))
}

show::inputs! {
    /// Two short sequences, convolved by the notebook's equation.
    pub struct Sequences = "sequences" {
        /// f(0)
        f0 = 1.0 in -4.0..=4.0 by 1.0,
        /// f(1)
        f1 = 2.0 in -4.0..=4.0 by 1.0,
        /// f(2)
        f2 = 4.0 in -4.0..=4.0 by 1.0,
        /// g(0)
        g0 = -1.0 in -4.0..=4.0 by 1.0,
        /// g(1)
        g1 = 1.0 in -4.0..=4.0 by 1.0,
    }
}

/// (f ∗ g)(t) for t = 0 to 3 as `t0` to `t3`, and what sliding g over f without flipping it gives
/// at its two places: `slid0`, `slid1`.
///
/// # Errors
/// None: the shapes fit.
pub fn sequences(s: &Sequences) -> show::Result<Outputs> {
    let (f, g) = ([s.f0, s.f1, s.f2], [s.g0, s.g1]);
    let slid = cross_correlate(&arr2(&[f]), &arr2(&[g]), 1, 0)?;
    let convolved = convolve_sequences(&f, &g);
    let names = ["t0", "t1", "t2", "t3", "slid0", "slid1"];
    let values = convolved.into_iter().chain(slid);
    Ok(names
        .into_iter()
        .zip(values)
        .fold(Outputs::new(), |outputs, (name, value)| {
            outputs.with(name, value)
        }))
}
