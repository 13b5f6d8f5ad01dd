//! The activations as curves of characters: f(z) as a star, its derivative as a dot.

use activations::Activation;

fn main() {
    for (name, f) in [
        ("ReLU", Activation::Relu),
        ("tanh", Activation::Tanh),
        ("GELU", Activation::Gelu),
    ] {
        println!("{name}");
        plot(f);
    }
}

/// z from −3 to 3 across, and −1 to 2 up, a quarter a line.
fn plot(f: Activation) {
    for line in 0..=12 {
        let height = 2.0 - 0.25 * f64::from(line);
        let level = |value: f64| ((2.0 - value) / 0.25).round() == f64::from(line);
        let cells: String = (-30..=30)
            .map(|column| {
                let z = f64::from(column) / 10.0;
                match (level(f.value(z)), level(f.derivative(z))) {
                    (true, _) => '*',
                    (_, true) => '.',
                    _ if height == 0.0 => '-',
                    _ => ' ',
                }
            })
            .collect();
        println!("{}", format!("{height:5.2} {cells}").trim_end());
    }
}
