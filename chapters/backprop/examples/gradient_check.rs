//! Is this gradient right? A formula of your own, asked three ways: by hand, by the tape, and by
//! trying.

use backprop::{Tape, deviation, numeric_gradient};
use std::convert::Infallible;

/// L(x, y) = e^(x·y) / x. Put your own formula here, in `by_hand` and in `by_tape`.
fn loss(v: &[f64]) -> Result<f64, Infallible> {
    let (x, y) = (v[0], v[1]);
    Ok(libm::exp(x * y) / x)
}

/// ∂L/∂x and ∂L/∂y, as worked out with a pencil.
fn by_hand(x: f64, y: f64) -> [f64; 2] {
    let e = libm::exp(x * y);
    [e * (x * y - 1.0) / (x * x), e]
}

/// The same, from the derivatives of the single steps.
fn by_tape(x: f64, y: f64) -> Vec<f64> {
    let tape = Tape::new();
    let (x, y) = (tape.var(x), tape.var(y));
    let loss = (x * y).exp() / x;
    loss.gradient(&[x, y])
}

fn main() -> Result<(), Infallible> {
    let (x, y) = (1.5, -0.4);
    let (hand, tape) = (by_hand(x, y), by_tape(x, y));
    println!("by hand       {:+.12}  {:+.12}", hand[0], hand[1]);
    println!("by tape       {:+.12}  {:+.12}", tape[0], tape[1]);

    // By trying, with a coarse step, a good one, and one so fine that rounding takes over.
    for step in [1e-1, 1e-3, 1e-5, 1e-9, 1e-13] {
        let tried = numeric_gradient(loss, &[x, y], step)?;
        let apart = (hand.iter().zip(&tried))
            .map(|(hand, tried)| deviation(*hand, *tried))
            .fold(0.0, f64::max);
        println!(
            "step {step:7.0e}  {:+.12}  {:+.12}  off by {apart:.0e}",
            tried[0], tried[1]
        );
    }
    Ok(())
}
