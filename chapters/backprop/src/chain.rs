//! The chain rule on the two smallest graphs.

use weights::{squared_error, squared_error_slope};

// ANCHOR: forward
/// Two steps in a row: an input is weighted, and the result is compared with a target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forward {
    /// The weighted input.
    pub z: f64,
    /// How wrong it is.
    pub loss: f64,
}

/// The values, from the input `x`, the weight `w` and the target `t` to the loss.
///
/// NaN in gives NaN out.
///
/// ```
/// use backprop::chain;
/// let forward = chain::forward(3.0, 0.5, 2.0);
/// assert_eq!((forward.z, forward.loss), (1.5, 0.25));
/// ```
pub fn forward(x: f64, w: f64, t: f64) -> Forward {
    // z = w x
    let z = w * x;
    // L = (z − t)²
    let loss = squared_error(z, t);
    Forward { z, loss }
}
// ANCHOR_END: forward

// ANCHOR: backward
/// How fast the loss grows with each of the values it was made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Backward {
    /// With the weighted input: ∂L/∂z.
    pub d_z: f64,
    /// With the weight: ∂L/∂w.
    pub d_w: f64,
    /// With the input: ∂L/∂x.
    pub d_x: f64,
}

/// The slopes, from the loss back to `w` and `x`: each is the slope behind it times a local one.
///
/// NaN in gives NaN out.
///
/// ```
/// use backprop::chain;
/// let backward = chain::backward(3.0, 0.5, 2.0);
/// assert_eq!((backward.d_z, backward.d_w, backward.d_x), (-1.0, -3.0, -0.5));
/// ```
pub fn backward(x: f64, w: f64, t: f64) -> Backward {
    let Forward { z, .. } = forward(x, w, t);
    // ∂L/∂z = 2 (z − t)
    let d_z = squared_error_slope(z, t);
    // ∂L/∂w = ∂L/∂z · ∂z/∂w = ∂L/∂z · x
    let d_w = d_z * x;
    // ∂L/∂x = ∂L/∂z · ∂z/∂x = ∂L/∂z · w
    let d_x = d_z * w;
    Backward { d_z, d_w, d_x }
}
// ANCHOR_END: backward

// ANCHOR: fork
/// An input that reaches the loss by two roads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fork {
    /// The input, weighted twice.
    pub z: [f64; 2],
    /// How wrong the two are together.
    pub loss: f64,
    /// ∂L/∂z₁ and ∂L/∂z₂.
    pub d_z: [f64; 2],
    /// What comes back along the first road.
    pub by_first: f64,
    /// What comes back along the second.
    pub by_second: f64,
    /// ∂L/∂x: both together.
    pub d_x: f64,
}

/// The input `x` is weighted by each of two weights, and each result compared with its own target.
///
/// NaN in gives NaN out.
///
/// ```
/// use backprop::chain::fork;
/// let fork = fork(3.0, [0.5, 1.0], [2.0, 1.0]);
/// assert_eq!((fork.by_first, fork.by_second, fork.d_x), (-0.5, 4.0, 3.5));
/// ```
pub fn fork(x: f64, w: [f64; 2], t: [f64; 2]) -> Fork {
    // L = (w₁x − t₁)² + (w₂x − t₂)²
    let (first, second) = (forward(x, w[0], t[0]), forward(x, w[1], t[1]));
    let loss = first.loss + second.loss;
    // ∂L/∂z₁ · w₁ and ∂L/∂z₂ · w₂
    let (by_first, by_second) = (backward(x, w[0], t[0]), backward(x, w[1], t[1]));
    // ∂L/∂x: the roads add
    let d_x = by_first.d_x + by_second.d_x;
    Fork {
        z: [first.z, second.z],
        loss,
        d_z: [by_first.d_z, by_second.d_z],
        by_first: by_first.d_x,
        by_second: by_second.d_x,
        d_x,
    }
}
// ANCHOR_END: fork
