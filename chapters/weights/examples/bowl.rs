//! Down a bowl, step by step: the loss (w − 3)², and a weight that starts at −2.

use weights::{squared_error, squared_error_derivative};

/// Where the bowl is lowest.
const LOWEST: f64 = 3.0;
/// How far a step goes for each unit of the derivative.
const RATE: f64 = 0.2;

fn main() {
    println!("step       w     loss  derivative");
    let mut w = -2.0;
    for step in 0..=10 {
        let loss = squared_error(w, LOWEST);
        let derivative = squared_error_derivative(w, LOWEST);
        println!(
            "{step:4} {w:7.3} {loss:8.4}  {derivative:10.4}  {}",
            road(w)
        );
        // The derivative says how fast the loss rises with w: so go the other way.
        w -= RATE * derivative;
    }
}

/// The line from −3 to 5, the lowest point (|) and where the weight is (o).
fn road(w: f64) -> String {
    let column = |w: f64| ((w + 3.0) * 5.0).round() as usize;
    (0..=column(5.0))
        .map(|at| match at {
            at if at == column(w) => 'o',
            at if at == column(LOWEST) => '|',
            _ => '·',
        })
        .collect()
}
