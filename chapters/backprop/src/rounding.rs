//! Rounding, as one does by hand between two steps of a calculation.

/// `value` to so many `decimals`, halves away from zero, as on paper.
///
/// NaN and infinities stay what they are, and so does a value too large for the decimals to matter.
///
/// ```
/// use backprop::rounded;
/// assert_eq!(rounded(0.04795624814998747, 4), 0.048);
/// assert_eq!(rounded(-2.5, 0), -3.0);
/// ```
// ANCHOR: rounded
pub fn rounded(value: f64, decimals: u32) -> f64 {
    // 10ᵈ
    let scale = (0..decimals.min(400)).fold(1.0, |scale, _| scale * 10.0);
    let scaled = value * scale;
    if scaled.is_finite() {
        scaled.round() / scale
    } else {
        value
    }
}
// ANCHOR_END: rounded
