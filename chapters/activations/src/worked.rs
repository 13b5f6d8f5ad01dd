//! The chapter's worked examples.

use activations::{Activation, Linear, chain, gelu_twin, relu, softmax, softmax_jacobian, tents};
use ndarray::array;
use plate::{Outputs, Refusal};

plate::inputs! {
    /// Five activations and their slopes, at two weighted sums.
    pub struct Sides = "sides" {
        /// a weighted sum
        left = -1.0 in -4.0..=4.0 by 0.25,
        /// another weighted sum
        right = 1.0 in -4.0..=4.0 by 0.25,
        /// the leak of the leaky ReLU
        leak = 0.1 in 0.0..=0.5 by 0.05,
    }
}

/// The activations of a table, with the names that marks use.
pub(crate) fn named(leak: f64) -> [(&'static str, Activation); 5] {
    [
        ("relu", Activation::Relu),
        ("leaky", Activation::LeakyRelu(leak)),
        ("sigmoid", Activation::Sigmoid),
        ("tanh", Activation::Tanh),
        ("gelu", Activation::Gelu),
    ]
}

/// Every activation's value and slope, left and right.
///
/// # Errors
/// None.
pub fn sides(s: &Sides) -> Result<Outputs, Refusal> {
    let mut outputs = Outputs::new();
    for (name, f) in named(s.leak) {
        for (side, z) in [("left", s.left), ("right", s.right)] {
            outputs = outputs
                .with(format!("{name}_{side}"), f.value(z))
                .with(format!("{name}_slope_{side}"), f.slope(z));
        }
    }
    Ok(outputs)
}

plate::inputs! {
    /// The sigmoid's slope taken at the output, where it should be taken at the weighted sum.
    pub struct AtOutput = "at-output" {
        /// the weighted sum
        z = 0.41 in -4.0..=4.0 by 0.01,
        /// the slope of the loss by the output
        d_output = 0.2 in -1.0..=1.0 by 0.1,
    }
}

/// δ with the slope at z, and with the slope at the output.
///
/// # Errors
/// None.
pub fn at_output(a: &AtOutput) -> Result<Outputs, Refusal> {
    let y = Activation::Sigmoid.value(a.z);
    let slope = Activation::Sigmoid.slope(a.z);
    let wrong_slope = Activation::Sigmoid.slope(y);
    Ok(Outputs::new()
        .with("y", y)
        .with("slope", slope)
        .with("wrong_slope", wrong_slope)
        .with("delta", a.d_output * slope)
        .with("wrong_delta", a.d_output * wrong_slope)
        .with("short_by", 1.0 - wrong_slope / slope))
}

plate::inputs! {
    /// Two weighted sums with the same GELU and different slopes.
    pub struct Twins = "twins" {
        /// the one nearer to 0
        z = -0.5 in -0.7..=-0.1 by 0.05,
    }
}

/// The other weighted sum, the output they share, and the slope at each.
///
/// # Errors
/// Where no other weighted sum has the same GELU.
pub fn twins(t: &Twins) -> Result<Outputs, Refusal> {
    let twin = gelu_twin(t.z).ok_or("this weighted sum shares its GELU with no other")?;
    Ok(Outputs::new()
        .with("twin", twin)
        .with("y", Activation::Gelu.value(t.z))
        .with("twin_y", Activation::Gelu.value(twin))
        .with("slope", Activation::Gelu.slope(t.z))
        .with("twin_slope", Activation::Gelu.slope(twin)))
}

plate::inputs! {
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
pub fn bend(b: &Bend) -> Result<Outputs, Refusal> {
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

plate::inputs! {
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
pub fn two_layers(t: &TwoLayers) -> Result<Outputs, Refusal> {
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
fn only(values: Vec<f64>) -> Result<f64, Refusal> {
    let [value] = values[..] else {
        return Err(format!("expected one value, got {}", values.len()).into());
    };
    Ok(value)
}

plate::inputs! {
    /// Layers of two ReLU neurons, folded into each other.
    pub struct Fold = "fold" {
        /// how many layers
        layers = 6.0 in 1.0..=6.0 by 1.0,
    }
}

/// How many neurons there are, how many straight pieces they make, and how many neurons one layer
/// would need for as many.
///
/// # Errors
/// None.
pub fn fold(f: &Fold) -> Result<Outputs, Refusal> {
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

plate::inputs! {
    /// The slope of the last output by the first input, along a chain of equal neurons.
    pub struct Chain = "single-file" {
        /// the weight of every neuron
        w = 1.5 in 0.5..=2.5 by 0.1,
        /// the bias of every neuron
        b = 0.0 in -1.0..=1.0 by 0.1,
        /// the input of the first
        x = 0.5 in 0.1..=2.0 by 0.1,
        /// how many neurons
        depth = 20.0 in 1.0..=20.0 by 1.0,
    }
}

/// The slope behind `depth` neurons, for each activation.
///
/// # Errors
/// Where the chain has no neuron.
pub fn chain_slopes(c: &Chain) -> Result<Outputs, Refusal> {
    let mut outputs = Outputs::new();
    for (name, f) in named(0.1) {
        let links = chain(f, c.w, c.b, c.x).take(c.depth as usize);
        let last = links.last().ok_or("a chain has at least one neuron")?;
        outputs = outputs.with(name, last.slope);
    }
    Ok(outputs)
}

plate::inputs! {
    /// The most that a chain of sigmoid neurons can pass on.
    pub struct Quarter = "quarter" {
        /// the weight of every neuron
        w = 1.0 in 0.5..=5.0 by 0.5,
        /// how many neurons
        depth = 20.0 in 1.0..=20.0 by 1.0,
    }
}

/// The largest slope of a sigmoid, and the largest product that `depth` of them can make.
///
/// # Errors
/// None.
pub fn quarter(q: &Quarter) -> Result<Outputs, Refusal> {
    let factor = Activation::Sigmoid.slope(0.0) * q.w;
    let most = (0..q.depth as usize).fold(1.0, |product, _| product * factor);
    Ok(Outputs::new().with("factor", factor).with("most", most))
}

plate::inputs! {
    /// The softmax of three numbers.
    pub struct Shares = "softmax" {
        /// the first number
        z1 = 2.0 in -4.0..=4.0 by 0.1,
        /// the second number
        z2 = 1.0 in -4.0..=4.0 by 0.1,
        /// the third number
        z3 = -1.0 in -4.0..=4.0 by 0.1,
        /// the temperature that all three are divided by
        temperature = 1.0 in 0.1..=10.0 by 0.1,
    }
}

/// The shift, the exponentials, their sum, the shares, and the slopes of the shares.
///
/// # Errors
/// None: there are three numbers.
pub fn shares(s: &Shares) -> Result<Outputs, Refusal> {
    let z = [s.z1, s.z2, s.z3].map(|z| z / s.temperature);
    let m = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let e = z.map(|z| libm::exp(z - m));
    let mut outputs = Outputs::new()
        .with("max", m)
        .with_each("shifted", z.map(|z| z - m))
        .with_each("e", e)
        .with("sum", e.iter().fold(0.0, |sum, e| sum + e))
        .with_each("y", softmax(&z)?);
    for (i, row) in softmax_jacobian(&z)?.outer_iter().enumerate() {
        outputs = outputs.with_each(&format!("slope{}", i + 1), row.iter().copied());
    }
    Ok(outputs)
}
