//! The sigmoid and its derivative, lying on their side: one line for each z.

use neurons::{sigmoid, sigmoid_derivative};

/// How many characters stand for 1.
const WIDTH: f64 = 40.0;

fn main() {
    println!("   z  output  derivative");
    for z in -8..=8 {
        let z = f64::from(z);
        let (y, derivative) = (sigmoid(z), sigmoid_derivative(z));
        // The bar is as long as the output, and dark as far as the derivative reaches.
        let dark = (WIDTH * derivative).round() as usize;
        let light = (WIDTH * y).round() as usize - dark;
        let bar = "█".repeat(dark) + &"░".repeat(light);
        let line = format!("{z:4}  {y:.4}      {derivative:.4}  {bar}");
        println!("{}", line.trim_end());
    }
}
