//! Neurons in single file: what is left of the derivative after each, for five activations.

use activations::{Activation, chain};

/// The weight of every neuron. Try 1.0, and 4.0.
const WEIGHT: f64 = 1.5;

fn main() {
    let activations = [
        ("ReLU", Activation::Relu),
        ("leaky", Activation::LeakyRelu(0.1)),
        ("GELU", Activation::Gelu),
        ("tanh", Activation::Tanh),
        ("sigmoid", Activation::Sigmoid),
    ];
    // Each neuron multiplies the derivative by f′(z) · w, and a product of twenty such factors is
    // hardly ever close to 1.
    println!("dy/dx after so many neurons, each with the weight {WEIGHT}");
    println!("{:8}{:>10}{:>10}{:>10}{:>10}", "", 1, 5, 10, 20);
    for (name, f) in activations {
        print!("{name:8}");
        for depth in [1, 5, 10, 20] {
            if let Some(link) = chain(f, WEIGHT, 0.0, 0.5).nth(depth - 1) {
                print!("{:10.1e}", link.derivative);
            }
        }
        println!();
    }
}
