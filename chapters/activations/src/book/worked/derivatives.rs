//! The activations and their derivatives.

use activations::{Activation, gelu_twin};
use show::Outputs;

show::inputs! {
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

/// Every activation's value and derivative, left and right.
///
/// # Errors
/// None.
pub fn sides(s: &Sides) -> show::Result<Outputs> {
    let mut outputs = Outputs::new();
    for (name, f) in named(s.leak) {
        for (side, z) in [("left", s.left), ("right", s.right)] {
            outputs = outputs
                .with(format!("{name}_{side}"), f.value(z))
                .with(format!("{name}_derivative_{side}"), f.derivative(z));
        }
    }
    Ok(outputs)
}

show::inputs! {
    /// The tanh as a sigmoid that runs twice as fast and is stretched to twice the height.
    pub struct Stretched = "stretched" {
        /// the weighted sum
        z = 0.0 in -4.0..=4.0 by 0.25,
    }
}

/// The sigmoid of z and of 2z, the tanh of z, and the slopes of all three.
///
/// # Errors
/// None.
pub fn stretched(s: &Stretched) -> show::Result<Outputs> {
    let (sigmoid, tanh) = (Activation::Sigmoid, Activation::Tanh);
    Ok(Outputs::new()
        .with("faster", sigmoid.value(2.0 * s.z))
        .with("tanh", tanh.value(s.z))
        .with("sigmoid_derivative", sigmoid.derivative(s.z))
        .with("faster_derivative", sigmoid.derivative(2.0 * s.z))
        .with("tanh_derivative", tanh.derivative(s.z)))
}

show::inputs! {
    /// The sigmoid's slope taken at the output, where it should be taken at the weighted sum.
    pub struct AtOutput = "at-output" {
        /// the weighted sum
        z = 0.41 in -4.0..=4.0 by 0.01,
        /// the slope of the loss by the output
        d_output = 0.2 in -1.0..=1.0 by 0.1,
    }
}

/// δ with the derivative at z, and with the derivative at the output.
///
/// # Errors
/// None.
pub fn at_output(a: &AtOutput) -> show::Result<Outputs> {
    let y = Activation::Sigmoid.value(a.z);
    let derivative = Activation::Sigmoid.derivative(a.z);
    let wrong_derivative = Activation::Sigmoid.derivative(y);
    Ok(Outputs::new()
        .with("y", y)
        .with("derivative", derivative)
        .with("wrong_derivative", wrong_derivative)
        .with("delta", a.d_output * derivative)
        .with("wrong_delta", a.d_output * wrong_derivative)
        .with("short_by", 1.0 - wrong_derivative / derivative))
}

show::inputs! {
    /// Two weighted sums with the same GELU and different slopes.
    pub struct Twins = "twins" {
        /// the one nearer to 0
        z = -0.5 in -0.7..=-0.1 by 0.05,
    }
}

/// The other weighted sum, the output they share, and the derivative at each.
///
/// # Errors
/// Where no other weighted sum has the same GELU.
pub fn twins(t: &Twins) -> show::Result<Outputs> {
    let twin =
        gelu_twin(t.z).ok_or("this weighted sum shares its GELU with no other")?;
    Ok(Outputs::new()
        .with("twin", twin)
        .with("y", Activation::Gelu.value(t.z))
        .with("twin_y", Activation::Gelu.value(twin))
        .with("derivative", Activation::Gelu.derivative(t.z))
        .with("twin_derivative", Activation::Gelu.derivative(twin)))
}
