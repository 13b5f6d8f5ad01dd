//! A dense layer, its size, and the order in which a network is updated.

use backprop::update_order::{Through, mazur, updated_in_turn};
use backprop::{Dense, Network};
use ndarray::{Array1, array};
use show::{InputValues, Outputs};
use weights::squared_error;

show::inputs! {
    /// A dense layer from three inputs to two outputs.
    pub struct DenseLayer = "dense" {
        /// the first input
        x1 = 1.0 in -4.0..=4.0 by 0.5,
        /// the second input
        x2 = -2.0 in -4.0..=4.0 by 0.5,
        /// the third input
        x3 = 3.0 in -4.0..=4.0 by 0.5,
        /// the first neuron's first weight
        w11 = 0.1 in -2.0..=2.0 by 0.1,
        /// the first neuron's second weight
        w12 = -0.3 in -2.0..=2.0 by 0.1,
        /// the first neuron's third weight
        w13 = 0.2 in -2.0..=2.0 by 0.1,
        /// the second neuron's first weight
        w21 = 0.4 in -2.0..=2.0 by 0.1,
        /// the second neuron's second weight
        w22 = 0.5 in -2.0..=2.0 by 0.1,
        /// the second neuron's third weight
        w23 = -0.6 in -2.0..=2.0 by 0.1,
        /// the first neuron's bias
        b1 = 0.1 in -2.0..=2.0 by 0.1,
        /// the second neuron's bias
        b2 = -0.2 in -2.0..=2.0 by 0.1,
        /// the slope of the loss at the first weighted sum
        d_z1 = 0.5 in -2.0..=2.0 by 0.1,
        /// the slope of the loss at the second weighted sum
        d_z2 = -1.0 in -2.0..=2.0 by 0.1,
    }
}

impl DenseLayer {
    /// The layer.
    pub fn layer(&self) -> Dense {
        Dense {
            weights: array![
                [self.w11, self.w12, self.w13],
                [self.w21, self.w22, self.w23],
            ],
            bias: array![self.b1, self.b2],
        }
    }

    /// Its inputs.
    pub fn x(&self) -> Array1<f64> {
        array![self.x1, self.x2, self.x3]
    }

    /// What comes back: ∂L/∂z.
    pub fn d_z(&self) -> Array1<f64> {
        array![self.d_z1, self.d_z2]
    }
}

/// The first neuron's products `p1` … `p3`; the weighted sums `z1`, `z2`; the gradients of the inputs
/// `dx1` … `dx3`, of the weights `dw11` … `dw23` and of the biases `db1`, `db2`.
///
/// # Errors
/// None: the shapes fit.
pub fn dense(input: &DenseLayer) -> show::Result<Outputs> {
    let (layer, x) = (input.layer(), input.x());
    let gradients = layer.backward(&x, &input.d_z())?;
    let rows = gradients.d_weights.outer_iter().enumerate();
    let first = [
        input.w11 * input.x1,
        input.w12 * input.x2,
        input.w13 * input.x3,
    ];
    let outputs = Outputs::new()
        .with_each("p", first)
        .with_each("z", layer.forward(&x)?)
        .with_each("dx", gradients.d_input)
        .with_each("db", gradients.d_bias);
    Ok(rows.fold(outputs, |outputs, (j, row)| {
        outputs.with_each(&format!("dw{}", j + 1), row.iter().copied())
    }))
}

show::inputs! {
    /// How much there is to learn in a dense layer.
    pub struct DenseSize = "dense-size" {
        /// how many inputs it has
        inputs = 3.0 in 1.0..=1000.0 by 1.0,
        /// how many outputs it has
        outputs = 2.0 in 1.0..=1000.0 by 1.0,
    }
}

/// The number of `weights`, and of weights and biases (`parameters`).
///
/// # Errors
/// As [`Dense::zeros`].
pub fn dense_size(input: &DenseSize) -> show::Result<Outputs> {
    input.check()?;
    let layer = Dense::zeros(input.inputs as usize, input.outputs as usize)?;
    let weights = layer.weights.len() as f64;
    Ok(Outputs::new()
        .with("weights", weights)
        .with("parameters", weights + layer.bias.len() as f64))
}

show::inputs! {
    /// Mazur's network of two inputs, two hidden neurons and two outputs, and one step of descent.
    pub struct OrderTrap = "order-trap" {
        /// the first input
        x1 = 0.05 in 0.0..=1.0 by 0.05,
        /// the second input
        x2 = 0.1 in 0.0..=1.0 by 0.05,
        /// the first target
        t1 = 0.01 in 0.0..=1.0 by 0.01,
        /// the second target
        t2 = 0.99 in 0.0..=1.0 by 0.01,
        /// the learning rate
        eta = 0.5 in 0.1..=4.0 by 0.1,
    }
}

/// The loss before the step (`before`), after it with the hidden gradients taken through the old
/// weights (`right`) and through the new ones (`wrong`), how far these are apart, and the first
/// hidden weight after either (`w1_right`, `w1_wrong`). In these, as with Mazur, the biases stay what they
/// are; `learning_biases` is the loss where they learn too.
///
/// As with Mazur, the loss is half the squared error.
///
/// ```
/// use backprop::book::worked::{OrderTrap, order_trap};
/// let outputs = order_trap(&OrderTrap::default()).unwrap();
/// let written = |name| format!("{:.9}", outputs.get(name).unwrap());
/// assert_eq!(written("before"), "0.298371109"); // as he prints it
/// assert_eq!(written("right"), "0.291027774");
/// assert_eq!(written("wrong"), "0.291027924"); // as he prints it
/// assert_eq!(written("w1_right"), "0.149780716"); // as he prints it
/// ```
///
/// # Errors
/// None: the shapes fit.
pub fn order_trap(input: &OrderTrap) -> show::Result<Outputs> {
    let network = mazur();
    let x = array![input.x1, input.x2];
    let t = [input.t1, input.t2];
    // L = ½ Σ (y − t)²
    let loss = |network: &Network| -> show::Result<f64> {
        let output = network.forward(&x)?.output;
        let errors = output.iter().zip(t).map(|(y, t)| squared_error(*y, t));
        Ok(errors.fold(0.0, |sum, error| sum + error / 2.0))
    };
    let pass = network.forward(&x)?;
    // ∂L/∂y = y − t
    let d_output: Array1<f64> = pass.output.iter().zip(t).map(|(y, t)| y - t).collect();
    let after =
        |through| updated_in_turn(&network, &pass, &d_output, input.eta, through);
    let (right, wrong) = (after(Through::OldWeights)?, after(Through::NewWeights)?);
    let gradients = network.backward(&pass, &d_output)?;
    let learning_biases = network.updated(&gradients, input.eta)?;
    Ok(Outputs::new()
        .with("before", loss(&network)?)
        .with("right", loss(&right)?)
        .with("wrong", loss(&wrong)?)
        .with("apart", loss(&wrong)? - loss(&right)?)
        .with("w1_right", first_weight(&right))
        .with("w1_wrong", first_weight(&wrong))
        .with("learning_biases", loss(&learning_biases)?))
}

/// The first weight of the first layer.
fn first_weight(network: &Network) -> f64 {
    let weights = network.layers.iter().flat_map(|layer| &layer.dense.weights);
    weights.copied().next().unwrap_or(f64::NAN)
}
