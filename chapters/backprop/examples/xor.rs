//! Two hidden neurons and one output learn exclusive or, which one neuron cannot.

use activations::Activation;
use backprop::xor::{POINTS, gradients, loss, outputs};
use backprop::{Error, Network};

/// How far each step goes.
const RATE: f64 = 2.0;

fn main() -> Result<(), Error> {
    // Two inputs, two hidden neurons, one output. Other seeds start elsewhere; not all get there.
    let mut network = Network::random(&[2, 2, 1], Activation::Sigmoid, 1.0, 0)?;

    for step in 0..=400 {
        if step % 50 == 0 {
            let loss = loss(&network)?;
            let bar = "█".repeat((40.0 * loss).round() as usize);
            println!(
                "{}",
                format!("step {step:3}  loss {loss:.4}  {bar}").trim_end()
            );
        }
        // One step downhill on all four points together.
        network = network.updated(&gradients(&network)?, RATE)?;
    }

    println!("\nx1 x2  target  output");
    for (([x1, x2], target), output) in POINTS.into_iter().zip(outputs(&network)?) {
        println!("{x1:2} {x2:2}  {target:6}  {output:6.4}");
    }
    Ok(())
}
