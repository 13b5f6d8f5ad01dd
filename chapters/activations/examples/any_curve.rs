//! A layer of ReLUs follows a curve, with more and more of them: how far is it from the curve?

use activations::{Error, Polyline, bound_by_curvature, evenly};
use std::f64::consts::TAU;

/// The curve from 0 to 1. Try another: the bound below is right for this one only.
fn curve(x: f64) -> f64 {
    libm::sin(TAU * x)
}

fn main() -> Result<(), Error> {
    println!("{:>5}{:>10}{:>10}", "ReLUs", "error", "bound");
    for n in [1, 2, 4, 8, 16, 32, 64] {
        let places = evenly(n);
        let points: Vec<_> = places.iter().map(|x| (*x, curve(*x))).collect();
        let layer = Polyline::through(&points)?;
        // The sine's second derivative is nowhere larger than (2π)².
        let bound = bound_by_curvature(TAU * TAU, 1.0 / f64::from(n));
        println!(
            "{n:5}{:10.4}{bound:10.4}",
            layer.largest_error(curve, &places)?
        );
    }
    Ok(())
}
