//! How far a value sees: through several layers, and through a kernel with gaps.

use convolution::{Error, dilated_len, output_len, receptive_field};
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// How much of the image a value sees after several layers.
    pub struct Reach = "receptive-field" {
        /// layers
        layers = 3.0 in 1.0..=4.0 by 1.0,
        /// pixels along one side of each kernel
        k = 3.0 in 2.0..=7.0 by 1.0,
        /// a stride above 1
        s = 2.0 in 2.0..=3.0 by 1.0,
    }
}

/// Pixels along one side that a value sees at stride 1 (`plain`) and at that stride (`strided`).
///
/// # Errors
/// As [`receptive_field`].
pub fn reach(reach: &Reach) -> show::Result<Outputs> {
    reach.check()?;
    let [layers, k, s] = [reach.layers, reach.k, reach.s].map(whole);
    let after = |s| Ok::<f64, Error>(receptive_field(&vec![(k, s); layers])? as f64);
    Ok(Outputs::new()
        .with("plain", after(1)?)
        .with("strided", after(s)?))
}

show::inputs! {
    /// A kernel with gaps between its weights.
    pub struct Dilation = "dilation" {
        /// pixels along one side of the image
        n = 28.0 in 12.0..=64.0 by 1.0,
        /// weights along one side of the kernel
        k = 3.0 in 2.0..=4.0 by 1.0,
        /// the dilation: pixels from one weight to the next
        d = 2.0 in 1.0..=3.0 by 1.0,
    }
}

/// How many pixels a side the kernel reaches over (`reach`), its `weights`, and those of a kernel
/// `without` gaps that reaches as far; the size of the map (`out`); and what is seen after three layers
/// of dilations 1, d and d·d, which is `last` (`stacked`), or without gaps (`plain`).
///
/// # Errors
/// As [`dilated_len`] and [`output_len`].
pub fn dilation(dilation: &Dilation) -> show::Result<Outputs> {
    dilation.check()?;
    let [n, k, d] = [dilation.n, dilation.k, dilation.d].map(whole);
    let reach = dilated_len(k, d)?;
    let mut layers = Vec::new();
    for d in [1, d, d * d] {
        layers.push((dilated_len(k, d)?, 1));
    }
    Ok(Outputs::new()
        .with("reach", reach as f64)
        .with("weights", (k * k) as f64)
        .with("without", (reach * reach) as f64)
        .with("out", output_len(n, reach, 1, 0)? as f64)
        .with("last", (d * d) as f64)
        .with("stacked", receptive_field(&layers)? as f64)
        .with("plain", receptive_field(&[(k, 1); 3])? as f64))
}
