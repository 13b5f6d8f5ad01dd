//! A kernel on the notebook's image, on a ramp, and on a sequence.

use convolution::kernels::NOTEBOOK;
use convolution::{convolve, convolve_sequences, cross_correlate};
use ndarray::{Array2, arr2, array};
use show::number::whole;
use show::{InputValues, Outputs};

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

/// The pixel in the `last` corner; what the notebook's kernel `answer`s everywhere; and what the
/// same kernel answers when it lies on its side (`sideways`).
///
/// # Errors
/// None: the shapes fit.
pub fn ramp(ramp: &Ramp) -> show::Result<Outputs> {
    let image = Array2::from_shape_fn((4, 4), |(row, column)| {
        ramp.first + ramp.down * row as f64 + ramp.right * column as f64
    });
    let kernel = arr2(&NOTEBOOK);
    let sideways = kernel.t().to_owned();
    Ok(Outputs::new()
        .with("last", image[[3, 3]])
        .with("answer", cross_correlate(&image, &kernel, 1, 0)?[[0, 0]])
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
