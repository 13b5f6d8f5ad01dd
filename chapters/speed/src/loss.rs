//! Softmax and cross-entropy.

/// What the ten answers of a sample are worth, against the right one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judged {
    /// The cross-entropy.
    pub loss: f32,
    /// How fast the loss grows with each answer.
    pub slopes: [f32; 10],
    /// Whether the largest answer, the first of equals, is the right one.
    pub right: bool,
}

/// Judges the answers `z`, of which number `t` would be the right one to be large, as
/// [`digits::cross_entropy`] does in `f64`.
// ANCHOR: judge
pub fn judge(z: [f32; 10], t: u8) -> Judged {
    let (t, m) = (
        usize::from(t),
        z.into_iter().fold(f32::NEG_INFINITY, f32::max),
    );
    // L = ln Σᵢ exp(zᵢ − m) − (z_t − m)
    let shares = z.map(|z| libm::expf(z - m));
    let sum = shares.iter().fold(0.0, |sum, share| sum + share);
    // ∂L/∂zᵢ = pᵢ − 1 for i = t, pᵢ elsewhere
    let mut slopes = shares.map(|share| share / sum);
    slopes[t] -= 1.0;
    Judged {
        loss: libm::logf(sum) - (z[t] - m),
        slopes,
        right: z.iter().position(|z| *z == m) == Some(t),
    }
}
// ANCHOR_END: judge
