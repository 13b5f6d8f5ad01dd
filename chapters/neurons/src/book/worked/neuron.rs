//! The sources' own neurons, worked through.

use neurons::{Neuron, sigmoid};
use show::Outputs;

show::inputs! {
    /// The notebook's neuron: three inputs, three weights and a bias, through the sigmoid.
    pub struct Three = "neuron" {
        /// the first input
        x1 = 0.5 in -2.0..=2.0 by 0.1,
        /// the second input
        x2 = 0.3 in -2.0..=2.0 by 0.1,
        /// the third input
        x3 = 0.1 in -2.0..=2.0 by 0.1,
        /// the first weight
        w1 = 0.4 in -2.0..=2.0 by 0.1,
        /// the second weight
        w2 = 0.2 in -2.0..=2.0 by 0.1,
        /// the third weight
        w3 = 0.6 in -2.0..=2.0 by 0.1,
        /// the bias
        b = 0.1 in -2.0..=2.0 by 0.1,
    }
}

impl Three {
    /// The inputs.
    pub fn x(&self) -> [f64; 3] {
        [self.x1, self.x2, self.x3]
    }

    /// The neuron itself.
    pub fn neuron(&self) -> Neuron {
        Neuron {
            weights: vec![self.w1, self.w2, self.w3],
            bias: self.b,
        }
    }

    /// Each input times its weight.
    pub fn products(&self) -> [f64; 3] {
        [self.x1 * self.w1, self.x2 * self.w2, self.x3 * self.w3]
    }
}

/// The products `p1`, `p2`, `p3`, their sum, `z` with the bias, and the output `y`.
///
/// ```
/// use neurons::book::worked::{Three, neuron};
/// let outputs = neuron(&Three::default()).unwrap();
/// approx::assert_abs_diff_eq!(outputs.get("y").unwrap(), 0.6034832498647263, epsilon = 1e-12);
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn neuron(three: &Three) -> show::Result<Outputs> {
    let (x, neuron, products) = (three.x(), three.neuron(), three.products());
    Ok(Outputs::new()
        .with_each("p", products)
        .with("sum", products.iter().sum())
        .with("z", neuron.z(&x)?)
        .with("y", neuron.output(&x, sigmoid)?))
}

show::inputs! {
    /// The neuron of the Perceptron article: two inputs, two weights and no bias yet.
    pub struct Two = "two-inputs" {
        /// the first input
        x1 = 0.5 in -4.0..=4.0 by 0.1,
        /// the second input
        x2 = -1.2 in -4.0..=4.0 by 0.1,
        /// the first weight
        w1 = 0.1 in -2.0..=2.0 by 0.1,
        /// the second weight
        w2 = -0.3 in -2.0..=2.0 by 0.1,
        /// the bias
        b = 0.0 in -2.0..=2.0 by 0.1,
    }
}

impl Two {
    /// The inputs.
    pub fn x(&self) -> [f64; 2] {
        [self.x1, self.x2]
    }

    /// The neuron itself.
    pub fn neuron(&self) -> Neuron {
        Neuron {
            weights: vec![self.w1, self.w2],
            bias: self.b,
        }
    }
}

/// The products `p1` and `p2`, `z`, the output `y`, and `tenfold`: the output of the same neuron
/// with its weights and bias ten times as large.
///
/// ```
/// use neurons::book::worked::{Two, two_inputs};
/// let outputs = two_inputs(&Two::default()).unwrap();
/// // What the Perceptron article prints …
/// let printed = ["p1", "p2", "z"].map(|name| format!("{:.2}", outputs.get(name).unwrap()));
/// assert_eq!(printed, ["0.05", "0.36", "0.41"]);
/// assert_eq!(format!("{:.4}", outputs.get("y").unwrap()), "0.6011");
/// // … and the numbers behind it.
/// for (name, exact) in [("p1", 0.05), ("p2", 0.36), ("z", 0.41), ("y", 0.6010878788483698)] {
///     approx::assert_abs_diff_eq!(outputs.get(name).unwrap(), exact, epsilon = 1e-12);
/// }
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn two_inputs(two: &Two) -> show::Result<Outputs> {
    let (neuron, x) = (two.neuron(), two.x());
    let z = neuron.z(&x)?;
    Ok(Outputs::new()
        .with_each("p", [x[0] * two.w1, x[1] * two.w2])
        .with("z", z)
        .with("y", sigmoid(z))
        .with("tenfold", sigmoid(10.0 * z)))
}
