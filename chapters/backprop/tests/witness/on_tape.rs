//! The layers' formulas in single steps on a tape.

use activations::Activation;
use backprop::{Tape, Var};

/// x₁w₁ + x₂w₂ + … + xₙwₙ + b
pub fn weighted_sum<'t>(x: &[Var<'t>], w: &[Var<'t>], b: Var<'t>) -> Var<'t> {
    x.iter().zip(w).fold(b, |sum, (x, w)| sum + *x * *w)
}

// ANCHOR: sigmoid
/// 1 / (1 + e⁻ᶻ), and eᶻ / (1 + eᶻ) below 0, where the first form overflows.
pub fn sigmoid<'t>(tape: &'t Tape, z: Var<'t>) -> Var<'t> {
    let one = tape.var(1.0);
    if z.value < 0.0 {
        z.exp() / (one + z.exp())
    } else {
        one / (one + (-z).exp())
    }
}
// ANCHOR_END: sigmoid

/// (1 − e⁻²ᶻ) / (1 + e⁻²ᶻ), and the same with its sign turned below 0.
fn tanh<'t>(tape: &'t Tape, z: Var<'t>) -> Var<'t> {
    let one = tape.var(1.0);
    if z.value < 0.0 {
        let e = (z + z).exp();
        (e - one) / (e + one)
    } else {
        let e = (-(z + z)).exp();
        (one - e) / (one + e)
    }
}

/// An activation, spelt out.
pub fn activation<'t>(tape: &'t Tape, f: Activation, z: Var<'t>) -> Var<'t> {
    let zero = tape.var(0.0);
    match f {
        Activation::Identity => z,
        Activation::Relu => zero.max(z),
        Activation::LeakyRelu(leak) => zero.max(z) - tape.var(leak) * zero.max(-z),
        Activation::Sigmoid => sigmoid(tape, z),
        Activation::Tanh => tanh(tape, z),
        // z · ½ (1 + erf(z / √2))
        Activation::Gelu => {
            let half = tape.var(0.5);
            let root = tape.var(std::f64::consts::SQRT_2);
            z * half * (tape.var(1.0) + (z / root).erf())
        }
    }
}

/// eᶻ shared out; the largest z is subtracted first.
pub fn softmax<'t>(tape: &'t Tape, z: &[Var<'t>]) -> Vec<Var<'t>> {
    let largest = z.iter().fold(f64::NEG_INFINITY, |m, z| m.max(z.value));
    let e: Vec<Var> = z.iter().map(|z| (*z - tape.var(largest)).exp()).collect();
    let sum = e.iter().fold(tape.var(0.0), |sum, e| sum + *e);
    e.iter().map(|e| *e / sum).collect()
}
