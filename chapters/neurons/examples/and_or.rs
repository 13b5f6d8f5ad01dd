//! Two neurons with the same weights decide AND and OR. Only their biases differ.

use neurons::{Error, Neuron, sigmoid};

fn main() -> Result<(), Error> {
    // Either input brings 10. AND waits for more than 15, OR for more than 5.
    let and = Neuron {
        weights: vec![10.0, 10.0],
        bias: -15.0,
    };
    let or = Neuron {
        weights: vec![10.0, 10.0],
        bias: -5.0,
    };

    println!("x1 x2      AND       OR");
    for x in [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]] {
        let [x1, x2] = x;
        let (both, either) = (and.output(&x, sigmoid)?, or.output(&x, sigmoid)?);
        println!(
            "{x1:2} {x2:2}   {both:.4} {}  {either:.4} {}",
            verdict(both),
            verdict(either)
        );
    }
    Ok(())
}

/// More than a half counts as yes.
fn verdict(y: f64) -> char {
    if y > 0.5 { '✓' } else { '·' }
}
