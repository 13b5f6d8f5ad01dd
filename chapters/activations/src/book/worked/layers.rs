//! Layers without an activation, and with one.

use activations::{Linear, relu, tents};
use ndarray::array;
use show::{InputValues, Outputs};

show::inputs! {
    /// Two neurons and a third that adds them up, without and with a ReLU between.
    pub struct Bend = "bend" {
        /// the input
        x = -3.0 in -4.0..=4.0 by 0.5,
        /// weight of the first neuron
        w1 = 1.0 in -2.0..=2.0 by 0.5,
        /// weight of the second neuron
        w2 = -1.0 in -2.0..=2.0 by 0.5,
        /// weight of the third neuron for the first
        v1 = 1.0 in -2.0..=2.0 by 0.5,
        /// weight of the third neuron for the second
        v2 = 1.0 in -2.0..=2.0 by 0.5,
    }
}

/// Both networks, step by step, and the one weight that the straight one amounts to.
///
/// # Errors
/// None.
pub fn bend(b: &Bend) -> show::Result<Outputs> {
    let (h1, h2) = (b.w1 * b.x, b.w2 * b.x);
    let (r1, r2) = (relu(h1), relu(h2));
    Ok(Outputs::new()
        .with("h1", h1)
        .with("h2", h2)
        .with("straight", b.v1 * h1 + b.v2 * h2)
        .with("one_weight", b.v1 * b.w1 + b.v2 * b.w2)
        .with("r1", r1)
        .with("r2", r2)
        .with("bent", b.v1 * r1 + b.v2 * r2))
}

show::inputs! {
    /// Two layers without an activation, of two neurons and one, and the one layer they are.
    pub struct TwoLayers = "two-layers" {
        /// first input
        x1 = 3.0 in -4.0..=4.0 by 0.5,
        /// second input
        x2 = -2.0 in -4.0..=4.0 by 0.5,
        /// first neuron, first weight
        a11 = 2.0 in -4.0..=4.0 by 0.5,
        /// first neuron, second weight
        a12 = 1.0 in -4.0..=4.0 by 0.5,
        /// second neuron, first weight
        a21 = -1.0 in -4.0..=4.0 by 0.5,
        /// second neuron, second weight
        a22 = 4.0 in -4.0..=4.0 by 0.5,
        /// first neuron, bias
        b1 = 1.0 in -4.0..=4.0 by 0.5,
        /// second neuron, bias
        b2 = 5.0 in -4.0..=5.0 by 0.5,
        /// last neuron, weight for the first
        c1 = 3.0 in -4.0..=4.0 by 0.5,
        /// last neuron, weight for the second
        c2 = 2.0 in -4.0..=4.0 by 0.5,
        /// last neuron, bias
        c = -4.0 in -4.0..=4.0 by 0.5,
    }
}

/// The output by way of both layers, by way of the one, and with a ReLU between.
///
/// # Errors
/// None: the shapes fit.
pub fn two_layers(t: &TwoLayers) -> show::Result<Outputs> {
    let first = Linear {
        weights: array![[t.a11, t.a12], [t.a21, t.a22]],
        bias: vec![t.b1, t.b2],
    };
    let second = Linear {
        weights: array![[t.c1, t.c2]],
        bias: vec![t.c],
    };
    let x = [t.x1, t.x2];
    let hidden = first.forward(&x)?;
    let rectified: Vec<f64> = hidden.iter().copied().map(relu).collect();
    let one = first.then(&second)?;
    Ok(Outputs::new()
        .with_each("h", hidden.iter().copied())
        .with("y", only(second.forward(&hidden)?)?)
        .with_each("w", one.weights.iter().copied())
        .with("one_b", only(one.bias.clone())?)
        .with("one_y", only(one.forward(&x)?)?)
        .with_each("r", rectified.iter().copied())
        .with("relu_y", only(second.forward(&rectified)?)?))
}

/// The value of a layer of one neuron.
fn only(values: Vec<f64>) -> show::Result<f64> {
    let [value] = values[..] else {
        return Err(format!("expected one value, got {}", values.len()).into());
    };
    Ok(value)
}

show::inputs! {
    /// Layers of two ReLU neurons, folded into each other.
    pub struct Fold = "fold" unfolding layers {
        /// how many layers
        layers = 6.0 in 1.0..=6.0 by 1.0,
    }
}

/// How many neurons there are, how many straight pieces they make, and how many neurons one layer
/// would need for as many.
///
/// # Errors
/// None within the ranges.
pub fn fold(f: &Fold) -> show::Result<Outputs> {
    f.check()?;
    let pieces = pieces(f.layers as u8);
    Ok(Outputs::new()
        .with("neurons", 2.0 * f.layers)
        .with("pieces", pieces)
        .with("in_one_layer", pieces - 1.0))
}

/// How many straight pieces the folded tent has between 0 and 1: one more than there are turns.
fn pieces(layers: u8) -> f64 {
    // Every bend lies on a multiple of 2⁻⁶ for up to six layers.
    let at: Vec<f64> = (0..=64)
        .map(|k| tents(f64::from(k) / 64.0, layers))
        .collect();
    let rises: Vec<bool> = at.windows(2).map(|pair| pair[0] < pair[1]).collect();
    1.0 + rises.windows(2).filter(|pair| pair[0] != pair[1]).count() as f64
}
