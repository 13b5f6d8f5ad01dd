//! Neurons in single file: the derivative of the last output by the first input.

use activations::Activation;

/// One neuron of a chain.
// ANCHOR: link
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Its weighted sum.
    pub z: f64,
    /// Its output.
    pub y: f64,
    /// The derivative of its output by the first input: the product so far.
    pub derivative: f64,
}
// ANCHOR_END: link

/// Neurons in single file, each with the one weight `w`, the bias `b` and the activation `f`: the
/// first is fed `x`, every other the output of the one before. The chain has no end: `take` as
/// many as you need. NaN in gives NaN out.
///
/// ```
/// use activations::{Activation, chain};
/// let third = chain(Activation::Identity, 2.0, 0.0, 1.0).nth(2).unwrap();
/// assert_eq!((third.y, third.derivative), (8.0, 8.0));
/// ```
// ANCHOR: chain
pub fn chain(f: Activation, w: f64, b: f64, x: f64) -> impl Iterator<Item = Link> {
    let mut y = x;
    let mut derivative = 1.0;
    std::iter::repeat_with(move || {
        // zₙ = w yₙ₋₁ + b, yₙ = f(zₙ)
        let z = w * y + b;
        y = f.value(z);
        // dyₙ/dx = f′(zₙ) · w · dyₙ₋₁/dx
        derivative *= f.derivative(z) * w;
        Link { z, y, derivative }
    })
}
// ANCHOR_END: chain
