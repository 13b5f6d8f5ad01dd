//! What depth buys once there is an activation: folds.

use activations::relu;

/// One layer of two ReLU neurons, added up: it takes 0 to 0, the middle ½ to 1, and 1 back to 0.
/// NaN gives NaN.
///
/// Source: M. Telgarsky, "Benefits of depth in neural networks" (2016).
///
/// ```
/// use activations::tent;
/// assert_eq!([0.0, 0.25, 0.5, 0.75, 1.0].map(tent), [0.0, 0.5, 1.0, 0.5, 0.0]);
/// ```
// ANCHOR: tent
pub fn tent(x: f64) -> f64 {
    // tent(x) = 2 · ReLU(x) − 4 · ReLU(x − ½)
    2.0 * relu(x) - 4.0 * relu(x - 0.5)
}
// ANCHOR_END: tent

/// The tent, as many times in a row as there are layers. No layer gives `x` itself, NaN
/// gives NaN.
///
/// ```
/// use activations::tents;
/// assert_eq!([0.0, 0.25, 0.5, 0.75, 1.0].map(|x| tents(x, 2)), [0.0, 1.0, 0.0, 1.0, 0.0]);
/// ```
// ANCHOR: tents
pub fn tents(x: f64, layers: u8) -> f64 {
    let mut y = x;
    for _ in 0..layers {
        y = tent(y);
    }
    y
}
// ANCHOR_END: tents
