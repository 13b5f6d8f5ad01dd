//! Listings of the chapter's pages that are not a definition.

use ::convolution::{Convolution, convolve};
use ::pooling::{Window, max_pool};
use activations::Activation;
use backprop::network::Pass;
use backprop::pooling::max_backward;
use backprop::{Dense, Error, Network, convolution};
use ndarray::{Array3, Axis, array};

#[test]
fn backward_through_a_cross_correlation_is_a_true_convolution() -> Result<(), Error> {
    // ANCHOR: full
    let kernel = array![[-1.0, -1.0], [1.0, 1.0]];
    let d_z = array![[1.0, 2.0], [3.0, 4.0]];
    let layer = Convolution {
        kernels: kernel.clone().insert_axis(Axis(0)).insert_axis(Axis(0)),
        bias: array![0.0],
        stride: 1,
        padding: 0,
    };
    let image = Array3::zeros((1, 3, 3)); // its values do not matter
    let d_maps = d_z.clone().insert_axis(Axis(0));
    let by_layer = convolution::backward(&layer, &image, &d_maps)?;

    // The kernel flipped, over the gradients with one row and column of zeros around them:
    let by_convolution = convolve(&d_z, &kernel, 1, 1)?;
    assert_eq!(by_layer.d_input.index_axis(Axis(0), 0), by_convolution);
    // ANCHOR_END: full
    Ok(())
}

#[test]
fn a_tie_goes_to_the_first_and_overlapping_windows_add() -> Result<(), Error> {
    // ANCHOR: ties
    // A tie: the first in row order receives all of it.
    let flat = array![[[7.0, 7.0], [7.0, 7.0]]];
    let pooled = max_pool(&flat, Window { size: 2, stride: 2 })?;
    let gradient = max_backward(flat.dim(), &pooled, &array![[[1.0]]])?;
    assert_eq!(gradient, array![[[1.0, 0.0], [0.0, 0.0]]]);

    // Four windows that overlap, all with the same maximum: it receives four times.
    let peak = array![[[1.0, 2.0, 3.0], [4.0, 9.0, 5.0], [6.0, 7.0, 8.0]]];
    let pooled = max_pool(&peak, Window { size: 2, stride: 1 })?;
    let gradient =
        max_backward(peak.dim(), &pooled, &array![[[1.0, 2.0], [3.0, 4.0]]])?;
    assert_eq!(gradient[[0, 1, 1]], 10.0);
    // ANCHOR_END: ties
    Ok(())
}

#[test]
fn a_network_is_three_calls() -> Result<(), Error> {
    // ANCHOR: step
    let network = Network::random(&[3, 4, 2], Activation::Relu, 0.5, 7)?;
    let (x, t) = (array![0.5, -1.2, 0.8], array![1.0, 0.0]);

    let pass = network.forward(&x)?;
    let d_output = 2.0 * (&pass.output - &t); // the derivative of Σ (y − t)²
    let gradients = network.backward(&pass, &d_output)?;
    let network = network.updated(&gradients, 0.1)?;

    let after = network.forward(&x)?;
    let error =
        |pass: &Pass| (&pass.output - &t).iter().fold(0.0, |sum, e| sum + e * e);
    assert!(error(&after) < error(&pass));
    // ANCHOR_END: step
    Ok(())
}

// ANCHOR: near
/// Whether two lists hold the same numbers, but for rounding.
fn near<'a>(
    a: impl IntoIterator<Item = &'a f64>,
    b: impl IntoIterator<Item = &'a f64>,
) -> bool {
    a.into_iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-12)
}
// ANCHOR_END: near

#[test]
fn a_batch_is_one_product_of_matrices() -> Result<(), Error> {
    // ANCHOR: batch
    let layer = Dense {
        weights: array![[0.1, -0.3, 0.2], [0.4, 0.5, -0.6]], // 2×3
        bias: array![0.1, -0.2],
    };
    // Two points, one in each column: 3×2. What the loss says of their sums: 2×2.
    let x = array![[1.0, 0.5], [-2.0, 1.0], [3.0, -1.0]];
    let delta = array![[0.5, 0.2], [-1.0, 0.3]];

    let d_weights = delta.dot(&x.t()); // 2×2 · 2×3 = 2×3
    let d_bias = delta.sum_axis(Axis(1)); // 2
    let d_x = layer.weights.t().dot(&delta); // 3×2 · 2×2 = 3×2

    // One point after the other gives the same, added up:
    let point =
        |k| layer.backward(&x.column(k).to_owned(), &delta.column(k).to_owned());
    let (one, two) = (point(0)?, point(1)?);
    assert!(near(&d_weights, &(&one.d_weights + &two.d_weights)));
    assert!(near(&d_bias, &(&one.d_bias + &two.d_bias)));
    assert!(near(d_x.column(0), &one.d_input));
    assert!(near(d_x.column(1), &two.d_input));
    // ANCHOR_END: batch
    Ok(())
}
