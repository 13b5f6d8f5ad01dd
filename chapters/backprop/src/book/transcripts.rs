//! What the chapter's listings print.

use activations::Activation;
use backprop::book::worked::Xor;
use backprop::update_order::{Through, mazur, updated_in_turn};
use backprop::xor::{filled, loss, outputs, trained};
use backprop::{Error, Network, Tape};
use ndarray::array;
use show::Transcript;
use std::fmt::Write;

/// All of them.
pub fn transcripts() -> Vec<Transcript> {
    vec![
        Transcript::new("tape", tape),
        Transcript::new("order-trap", order_trap),
        Transcript::new("xor-one-neuron", one_neuron),
        Transcript::new("xor-learning", learning),
        Transcript::new("xor-from-zero", from_zero),
    ]
}

/// The Perceptron article's neuron on a tape.
// ANCHOR: tape
pub fn tape() -> show::Result<String> {
    let tape = Tape::new();
    let (x1, x2) = (tape.var(0.5), tape.var(-1.2));
    let (w1, w2, b) = (tape.var(0.1), tape.var(-0.3), tape.var(0.0));
    let (one, d_output) = (tape.var(1.0), tape.var(0.2));

    let z = x1 * w1 + x2 * w2 + b;
    let y = one / (one + (-z).exp());
    let loss = d_output * y; // a loss whose derivative at y is d_output

    let names = ["x1", "x2", "w1", "w2", "b"];
    let gradient = loss.gradient(&[x1, x2, w1, w2, b]);
    let mut page = format!("z {:.4}   y {:.4}\n", z.value, y.value);
    for (name, derivative) in names.iter().zip(gradient) {
        writeln!(page, "{name:2} {derivative:+.16}")?;
    }
    Ok(page)
}
// ANCHOR_END: tape

/// Mazur's example, in both orders.
// ANCHOR: order_trap
pub fn order_trap() -> show::Result<String> {
    let network = mazur();
    let (x, t) = (array![0.05, 0.1], array![0.01, 0.99]);
    let pass = network.forward(&x)?;
    let d_output = &pass.output - &t; // the loss is ½ Σ (y − t)²

    let mut page = String::new();
    for through in [Through::OldWeights, Through::NewWeights] {
        let after = updated_in_turn(&network, &pass, &d_output, 0.5, through)?;
        let first = after.layers[0].dense.weights[[0, 0]];
        let loss = (&after.forward(&x)?.output - &t).mapv(|e| e * e).sum() / 2.0;
        writeln!(page, "{through:?}: first weight {first:.9}, loss {loss:.9}")?;
    }
    Ok(page)
}
// ANCHOR_END: order_trap

/// The loss and the four answers on the way through four hundred steps.
fn progress(mut network: Network, rate: f64) -> show::Result<String> {
    let mut page = String::from("step    loss     0 0     0 1     1 0     1 1\n");
    let mut done = 0;
    for step in [0, 25, 50, 100, 200, 400] {
        network = trained(&network, rate, step - done)?;
        done = step;
        let [y1, y2, y3, y4] = outputs(&network)?;
        let loss = loss(&network)?;
        writeln!(
            page,
            "{step:4}  {loss:.4}  {y1:.4}  {y2:.4}  {y3:.4}  {y4:.4}"
        )?;
    }
    Ok(page)
}

/// As random as the example of exclusive or starts.
fn start(sizes: &[usize]) -> Result<Network, Error> {
    Network::random(sizes, Activation::Sigmoid, 1.0, Xor::default().seed as u64)
}

fn one_neuron() -> show::Result<String> {
    progress(start(&[2, 1])?, Xor::default().eta)
}

fn learning() -> show::Result<String> {
    progress(start(&[2, 2, 1])?, Xor::default().eta)
}

fn from_zero() -> show::Result<String> {
    progress(filled(0.0), Xor::default().eta)
}
