//! The chain rule on the two smallest graphs.

use weights::{squared_error, squared_error_derivative};

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
// ANCHOR: forward
pub fn forward(x: f64, w: f64, t: f64) -> Forward {
    // z = w x
    let z = w * x;
    // L = (z − t)²
    let loss = squared_error(z, t);
    Forward { z, loss }
}
// ANCHOR_END: forward

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

/// The gradients, from the loss back to `w` and `x`: each is the gradient behind it times a local derivative.
///
/// NaN in gives NaN out.
///
/// ```
/// use backprop::chain;
/// let backward = chain::backward(3.0, 0.5, 2.0);
/// assert_eq!((backward.d_z, backward.d_w, backward.d_x), (-1.0, -3.0, -0.5));
/// ```
// ANCHOR: backward
pub fn backward(x: f64, w: f64, t: f64) -> Backward {
    let Forward { z, .. } = forward(x, w, t);
    // ∂L/∂z = 2 (z − t)
    let d_z = squared_error_derivative(z, t);
    // ∂L/∂w = ∂L/∂z · ∂z/∂w = ∂L/∂z · x
    let d_w = d_z * x;
    // ∂L/∂x = ∂L/∂z · ∂z/∂x = ∂L/∂z · w
    let d_x = d_z * w;
    Backward { d_z, d_w, d_x }
}
// ANCHOR_END: backward

/// An input that reaches the loss by two roads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fork {
    /// How wrong the two are together.
    pub loss: f64,
    /// What comes back along the first road.
    pub first: Backward,
    /// What comes back along the second.
    pub second: Backward,
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
/// assert_eq!((fork.first.d_x, fork.second.d_x, fork.d_x), (-0.5, 4.0, 3.5));
/// ```
// ANCHOR: fork
pub fn fork(x: f64, w: [f64; 2], t: [f64; 2]) -> Fork {
    // L = (w₁x − t₁)² + (w₂x − t₂)²
    let loss = forward(x, w[0], t[0]).loss + forward(x, w[1], t[1]).loss;
    let first = backward(x, w[0], t[0]);
    let second = backward(x, w[1], t[1]);
    // ∂L/∂x = ∂L/∂z₁ · w₁ + ∂L/∂z₂ · w₂: where roads meet, gradients add
    let d_x = first.d_x + second.d_x;
    Fork {
        loss,
        first,
        second,
        d_x,
    }
}
// ANCHOR_END: fork
