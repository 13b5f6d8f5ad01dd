//! Sums run in the order in which the book writes them. The last bit depends on it, and in these
//! cases the first one does.

use neurons::{Neuron, Point};
use weights::{mean_gradient, mean_loss};

/// A neuron whose output is a half for every input.
fn half() -> Neuron {
    Neuron {
        weights: vec![0.0],
        bias: 0.0,
    }
}

/// Points that such a neuron misses by these distances.
fn missed_by(distances: [f64; 3]) -> [Point; 3] {
    distances.map(|far| Point {
        x: vec![1.0],
        t: 0.5 - far,
    })
}

#[test]
fn losses_are_added_from_the_first_point_to_the_last() {
    // The squares are 10¹⁶, 1 and 1: either 1 is lost beside the first.
    let mean = mean_loss(&half(), &missed_by([1e8, 1.0, 1.0]));
    assert_eq!(mean, Ok(1e16 / 3.0));
}

#[test]
fn gradients_are_added_from_the_first_point_to_the_last() -> Result<(), weights::Error>
{
    // δ is half the distance, and a third of it counts.
    let mean = mean_gradient(&half(), &missed_by([6e16, -6e16, 6.0]))?;
    assert_eq!((mean.bias, &mean.weights[..]), (1.0, &[1.0][..]));
    Ok(())
}
