//! Reading a digit by looking for the picture most like it.

use data::Digit;

// ANCHOR: distance
/// How far apart two images are: the length of their difference.
pub fn distance(a: &Digit, b: &Digit) -> f64 {
    let pixels = a.pixels.iter().zip(&b.pixels);
    // √ Σ (aᵢ − bᵢ)²
    pixels
        .fold(0.0, |sum, (a, b)| sum + (a - b) * (a - b))
        .sqrt()
}
// ANCHOR_END: distance

// ANCHOR: nearest
/// The number of the digit most like number `i`, itself left out. None if there is no
/// other.
pub fn nearest(digits: &[Digit], i: usize) -> Option<usize> {
    let digit = digits.get(i)?;
    let others = (0..digits.len()).filter(|&other| other != i);
    let apart = |other: &usize| distance(digit, &digits[*other]);
    others.min_by(|a, b| apart(a).total_cmp(&apart(b)))
}
// ANCHOR_END: nearest
