//! The chain rule on the two smallest graphs.

use weights::{squared_error, squared_error_derivative};

/// Two steps in a row: an input is weighted, and the result is compared with a target. All that the
/// forward pass was given and computed: the backward pass reads it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pass {
    /// The input.
    pub x: f64,
    /// Its weight.
    pub w: f64,
    /// The target.
    pub t: f64,
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
/// let pass = chain::forward(3.0, 0.5, 2.0);
/// assert_eq!((pass.z, pass.loss), (1.5, 0.25));
/// ```
// ANCHOR: forward
pub fn forward(x: f64, w: f64, t: f64) -> Pass {
    // z = w x
    let z = w * x;
    // L = (z − t)²
    let loss = squared_error(z, t);
    Pass { x, w, t, z, loss }
}
// ANCHOR_END: forward

/// How fast the loss grows with each of the values it was made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gradients {
    /// With the weighted input: ∂L/∂z.
    pub d_z: f64,
    /// With the weight: ∂L/∂w.
    pub d_w: f64,
    /// With the input: ∂L/∂x.
    pub d_x: f64,
}

/// The gradients, from the loss back to `w` and `x`: each is the gradient behind it times a local
/// derivative. The values are those of the pass: none is computed again.
///
/// NaN in gives NaN out.
///
/// ```
/// use backprop::chain;
/// let gradients = chain::backward(&chain::forward(3.0, 0.5, 2.0));
/// assert_eq!((gradients.d_z, gradients.d_w, gradients.d_x), (-1.0, -3.0, -0.5));
/// ```
// ANCHOR: backward
pub fn backward(pass: &Pass) -> Gradients {
    let Pass { x, w, t, z, .. } = *pass;
    // ∂L/∂z = 2 (z − t)
    let d_z = squared_error_derivative(z, t);
    // ∂L/∂w = ∂L/∂z · ∂z/∂w = ∂L/∂z · x
    let d_w = d_z * x;
    // ∂L/∂x = ∂L/∂z · ∂z/∂x = ∂L/∂z · w
    let d_x = d_z * w;
    Gradients { d_z, d_w, d_x }
}
// ANCHOR_END: backward

/// An input that reaches the loss by two roads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fork {
    /// What was computed along each road.
    pub passes: [Pass; 2],
    /// How wrong the two are together.
    pub loss: f64,
    /// What comes back along the first road.
    pub first: Gradients,
    /// What comes back along the second.
    pub second: Gradients,
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
pub fn fork(x: f64, w: [f64; 2], t: [f64; 2]) -> Fork {
    let passes = [forward(x, w[0], t[0]), forward(x, w[1], t[1])];
    // L = (w₁x − t₁)² + (w₂x − t₂)²
    let loss = passes[0].loss + passes[1].loss;
    let [first, second] = [backward(&passes[0]), backward(&passes[1])];
    // ∂L/∂x = ∂L/∂z₁ · w₁ + ∂L/∂z₂ · w₂: where roads meet, gradients add
    let d_x = first.d_x + second.d_x;
    Fork {
        passes,
        loss,
        first,
        second,
        d_x,
    }
}
