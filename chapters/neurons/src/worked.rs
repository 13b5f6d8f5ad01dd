//! The chapter's worked examples.

use neurons::{Neuron, Point, pass, sigmoid, sigmoid_slope, sigmoid_textbook};
use plate::{Outputs, Refusal};

plate::inputs! {
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
    /// The inputs, the neuron, and each input times its weight.
    pub fn parts(&self) -> ([f64; 3], Neuron, [f64; 3]) {
        let (x, w) = ([self.x1, self.x2, self.x3], [self.w1, self.w2, self.w3]);
        let neuron = Neuron {
            weights: w.to_vec(),
            bias: self.b,
        };
        (x, neuron, [x[0] * w[0], x[1] * w[1], x[2] * w[2]])
    }
}

/// The products `p1`, `p2`, `p3`, their sum, `z` with the bias, and the output `y`.
///
/// ```
/// use neurons::worked::{Three, neuron};
/// let outputs = neuron(&Three::default()).unwrap();
/// approx::assert_abs_diff_eq!(outputs.get("y").unwrap(), 0.6034832498647263, epsilon = 1e-12);
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn neuron(three: &Three) -> Result<Outputs, Refusal> {
    let (x, neuron, products) = three.parts();
    Ok(Outputs::new()
        .with_each("p", products)
        .with("sum", products.iter().sum())
        .with("z", neuron.z(&x)?)
        .with("y", neuron.output(&x, sigmoid)?))
}

plate::inputs! {
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
    /// The neuron, and the point where it is asked.
    pub fn parts(&self) -> (Neuron, [f64; 2]) {
        let neuron = Neuron {
            weights: vec![self.w1, self.w2],
            bias: self.b,
        };
        (neuron, [self.x1, self.x2])
    }
}

/// The products `p1` and `p2`, `z`, the output `y`, and `tenfold`: the output of the same neuron
/// with its weights and bias ten times as large.
///
/// ```
/// use neurons::worked::{Two, two_inputs};
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
pub fn two_inputs(two: &Two) -> Result<Outputs, Refusal> {
    let (neuron, x) = two.parts();
    let z = neuron.z(&x)?;
    Ok(Outputs::new()
        .with_each("p", [x[0] * two.w1, x[1] * two.w2])
        .with("z", z)
        .with("y", sigmoid(z))
        .with("tenfold", sigmoid(10.0 * z)))
}

plate::inputs! {
    /// The sigmoid and its slope at one place.
    pub struct At = "sigmoid" {
        /// where the sigmoid is taken
        z = 0.41 in -6.0..=6.0 by 0.01,
    }
}

/// Everything about the sigmoid at `z`: e⁻ᶻ as `exponential`, `y`, its `mirror` σ(−z), the `slope`,
/// the `odds` y ÷ (1 − y), and one unit further on the `tangent` and the `curve`.
///
/// # Errors
/// None.
pub fn sigmoid_at(at: &At) -> Result<Outputs, Refusal> {
    let (y, mirror, slope) = (sigmoid(at.z), sigmoid(-at.z), sigmoid_slope(at.z));
    Ok(Outputs::new()
        .with("exponential", libm::exp(-at.z))
        .with("y", y)
        .with("mirror", mirror)
        .with("slope", slope)
        .with("odds", y / mirror)
        .with("tangent", y + slope)
        .with("curve", sigmoid(at.z + 1.0)))
}

plate::inputs! {
    /// Far out to the left, where the exponential of the textbook form overflows.
    pub struct FarLeft = "overflow" {
        /// a very negative weighted sum
        z = -710.0 in -740.0..=-690.0 by 1.0,
    }
}

/// What the two forms of the sigmoid answer at `z`: `textbook` and `stable`.
///
/// # Errors
/// None.
pub fn overflow(far: &FarLeft) -> Result<Outputs, Refusal> {
    Ok(Outputs::new()
        .with("textbook", sigmoid_textbook(far.z))
        .with("stable", sigmoid(far.z)))
}

plate::inputs! {
    /// The sigmoid's slope where z is large and where it is small.
    pub struct Saturation = "saturation" {
        /// a large weighted sum
        large = 10.0 in 1.0..=30.0 by 1.0,
        /// a small one
        small = 0.001 in 0.001..=0.1 by 0.001,
    }
}

/// The slopes at `large`, at −`large` (`negative`) and at `small`.
///
/// # Errors
/// None.
pub fn saturation(saturation: &Saturation) -> Result<Outputs, Refusal> {
    Ok(Outputs::new()
        .with("at_large", sigmoid_slope(saturation.large))
        .with("at_negative", sigmoid_slope(-saturation.large))
        .with("at_small", sigmoid_slope(saturation.small)))
}

plate::inputs! {
    /// Rosenblatt's perceptron learns AND.
    pub struct And = "learning-and" {
        /// the first weight to start from
        w1 = 0.0 in -5.0..=5.0 by 0.5,
        /// the second weight to start from
        w2 = 0.0 in -5.0..=5.0 by 0.5,
        /// the bias to start from
        b = 0.0 in -5.0..=5.0 by 0.5,
    }
}

/// The four points of AND: 1 where both inputs are 1.
pub fn and_points() -> Vec<Point> {
    [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
        .map(|(x1, x2)| Point {
            x: vec![x1, x2],
            t: x1 * x2,
        })
        .to_vec()
}

/// How many `passes` over the four points Rosenblatt's rule needs until one goes by without a
/// mistake, how many `corrections` it makes, and the weights `w1`, `w2` and bias `b` that it ends
/// with.
///
/// # Errors
/// A refusal after a thousand passes; starts within the ranges need a few dozen at most.
pub fn learning_and(and: &And) -> Result<Outputs, Refusal> {
    let mut neuron = Neuron {
        weights: vec![and.w1, and.w2],
        bias: and.b,
    };
    let (points, mut corrections) = (and_points(), 0);
    for passes in 1..=1000 {
        let (next, wrong) = pass(&neuron, &points)?;
        corrections += wrong;
        if wrong == 0 {
            return Ok(Outputs::new()
                .with("passes", f64::from(passes))
                .with("corrections", corrections as f64)
                .with_each("w", neuron.weights)
                .with("b", neuron.bias));
        }
        neuron = next;
    }
    Err("a thousand passes were not enough".into())
}
