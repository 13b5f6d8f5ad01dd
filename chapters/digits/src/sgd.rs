//! Stochastic gradient descent with momentum.

use digits::{Gradients, Network};
use ndarray::Zip;

/// One step: the `velocity` keeps `momentum` times itself and gains the gradient, and each number of
/// the network moves against it, `rate` times as far.
///
/// All three must be of the same shapes.
///
/// # Panics
/// Where they are not.
// ANCHOR: sgd
pub(crate) fn step(
    network: &mut Network,
    velocity: &mut Gradients,
    gradients: &Gradients,
    (rate, momentum): (f64, f64),
) {
    let velocities = velocity.0.iter_mut().zip(&gradients.0);
    for (w, (v, g)) in network.parameters_mut().into_iter().zip(velocities) {
        Zip::from(w).and(v).and(g).for_each(|w, v, g| {
            // v ← μ v + g
            *v = momentum * *v + g;
            // w ← w − η v
            *w -= rate * *v;
        });
    }
}
// ANCHOR_END: sgd
