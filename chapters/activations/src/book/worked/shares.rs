//! The softmax.

use activations::{softmax, softmax_jacobian};
use show::Outputs;

show::inputs! {
    /// The softmax of three numbers.
    pub struct Shares = "softmax" {
        /// the first number
        z1 = 2.0 in -4.0..=4.0 by 0.1,
        /// the second number
        z2 = 1.0 in -4.0..=4.0 by 0.1,
        /// the third number
        z3 = -1.0 in -4.0..=4.0 by 0.1,
        /// the temperature that all three are divided by
        temperature = 1.0 in 0.1..=10.0 by 0.1,
    }
}

/// The shift, the exponentials, their sum, the shares, and the derivatives of the shares.
///
/// # Errors
/// None: there are three numbers.
pub fn shares(s: &Shares) -> show::Result<Outputs> {
    let z = [s.z1, s.z2, s.z3].map(|z| z / s.temperature);
    let m = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let e = z.map(|z| libm::exp(z - m));
    let mut outputs = Outputs::new()
        .with("max", m)
        .with_each("shifted", z.map(|z| z - m))
        .with_each("e", e)
        .with("sum", e.iter().fold(0.0, |sum, e| sum + e))
        .with_each("y", softmax(&z)?);
    for (i, row) in softmax_jacobian(&z)?.outer_iter().enumerate() {
        outputs =
            outputs.with_each(&format!("derivative{}", i + 1), row.iter().copied());
    }
    Ok(outputs)
}
