//! Where the sources slip, shown by running. The anchors name the slips as the errata does.

use activations::Activation;
use approx::assert_abs_diff_eq;
use backprop::{Dense, Error, Perceptron, central_difference, rounded};
use ndarray::array;

/// The Perceptron article's neuron.
// ANCHOR: article
fn article() -> Perceptron {
    Perceptron {
        weights: vec![0.1, -0.3],
        bias: 0.0,
        activation: Some(Activation::Sigmoid),
    }
}
// ANCHOR_END: article

#[test]
fn rounding_delta_first_prints_0576_and_carrying_it_prints_0575() -> Result<(), Error> {
    // ANCHOR: slip_1
    let neuron = article();
    let pass = neuron.forward(&[0.5, -1.2])?;
    let delta = neuron.delta(&pass, 0.2);

    let rounded_first = rounded(delta, 4) * -1.2;
    assert_eq!(format!("{rounded_first:.4}"), "-0.0576"); // as the article prints it

    let carried = delta * -1.2;
    assert_eq!(format!("{carried:.4}"), "-0.0575");
    // ANCHOR_END: slip_1
    assert_abs_diff_eq!(carried, -0.057547497779984955, epsilon = 1e-12);
    Ok(())
}

#[test]
fn rows_or_columns_is_an_error_unless_the_matrix_is_square() -> Result<(), Error> {
    // ANCHOR: slip_2
    // Three inputs, two neurons; row j holds the weights of neuron j.
    let rows = array![[1.0, -3.0, 2.0], [4.0, 5.0, -6.0]];
    let bias = array![0.0, 0.0];
    let by_rows = Dense {
        weights: rows.clone(),
        bias: bias.clone(),
    };
    assert_eq!(by_rows.weights.dim(), (2, 3)); // outputs × inputs
    let x = array![1.0, -2.0, 3.0];
    assert_eq!(by_rows.forward(&x)?, array![13.0, -24.0]);

    // The article's inputs × outputs has a neuron in each column. Here that is refused.
    let by_columns = Dense {
        weights: rows.t().to_owned(),
        bias: bias.clone(),
    };
    assert!(matches!(by_columns.forward(&x), Err(Error::Shape { .. })));

    // … but two inputs and two neurons fit either way, and answer differently.
    let square = array![[1.0, -3.0], [4.0, 5.0]];
    let by_rows = Dense {
        weights: square.clone(),
        bias: bias.clone(),
    };
    let by_columns = Dense {
        weights: square.t().to_owned(),
        bias,
    };
    let x = array![1.0, -2.0];
    assert_eq!(by_rows.forward(&x)?, array![7.0, -6.0]);
    assert_eq!(by_columns.forward(&x)?, array![-7.0, -13.0]);
    // ANCHOR_END: slip_2
    Ok(())
}

#[test]
fn the_derivative_is_taken_at_z_because_an_output_can_have_two() -> Result<(), Error> {
    // Two weighted sums with one and the same GELU output …
    let gelu = Perceptron {
        weights: vec![1.0],
        bias: 0.0,
        activation: Some(Activation::Gelu),
    };
    let left = gelu.forward(&[-1.0492931258917328])?;
    let right = gelu.forward(&[-0.5])?;
    assert!((left.output - right.output).abs() < 1e-15);

    // … and gradients of opposite sign. Who is handed the output alone cannot tell which.
    assert!(gelu.delta(&left, 1.0) < -0.09);
    assert!(gelu.delta(&right, 1.0) > 0.13);
    Ok(())
}

#[test]
fn what_is_received_is_d_output_and_delta_is_that_times_the_derivative()
-> Result<(), Error> {
    // ANCHOR: slip_16
    let neuron = article();
    let x = [0.5, -1.2];
    let received = 0.2; // ∂L/∂y: from the loss or the next layer
    let delta = neuron.delta(&neuron.forward(&x)?, received);

    // A loss with that derivative at the output, as a function of the bias alone:
    let loss = |b| {
        let moved = Perceptron {
            bias: b,
            ..article()
        };
        received * moved.forward(&x).map_or(f64::NAN, |pass| pass.output)
    };
    let tried = central_difference(loss, 0.0, 1e-5);
    assert!((delta - tried).abs() < 1e-10);
    assert!(received / tried > 4.0); // four times too large for a δ
    // ANCHOR_END: slip_16
    Ok(())
}

// ANCHOR: update_inside
/// The article's order of business: `backward` changes the weights before it returns.
fn backward_that_updates(
    neuron: &mut Perceptron,
    x: &[f64],
    d_output: f64,
    rate: f64,
) -> Result<Vec<f64>, Error> {
    let gradients = neuron.backward(&neuron.forward(x)?, d_output)?;
    *neuron = neuron.updated(&gradients, rate)?;
    Ok(gradients.d_input)
}
// ANCHOR_END: update_inside

#[test]
fn a_backward_that_updates_can_be_neither_summed_nor_checked() -> Result<(), Error> {
    // ANCHOR: slip_17
    // Two points of one batch: inputs, and the target.
    let points = [([0.5, -1.2], 1.0), ([-1.2, 0.5], 0.0)];
    // The derivative of (y − t)² at the neuron's output for a point.
    let d_output = |neuron: &Perceptron, (x, t): ([f64; 2], f64)| {
        Ok::<_, Error>(2.0 * (neuron.forward(&x)?.output - t))
    };
    let rate = 1.0;

    // Both gradients from the same weights, then one step down either:
    let neuron = article();
    let [one, two] = points.map(|point| {
        neuron.backward(&neuron.forward(&point.0)?, d_output(&neuron, point)?)
    });
    let together = neuron.updated(&one?, rate)?.updated(&two?, rate)?;
    assert_eq!(format!("{:.4}", together.weights[1]), "-0.6358");

    // Inside `backward`, the second point already meets other weights than the first:
    let mut in_turn = article();
    for point in points {
        let d_output = d_output(&in_turn, point)?;
        backward_that_updates(&mut in_turn, &point.0, d_output, rate)?;
    }
    assert_eq!(format!("{:.4}", in_turn.weights[1]), "-0.6330");

    // And who asks twice for the same gradients is told two different things:
    let mut neuron = article();
    let once = backward_that_updates(&mut neuron, &[0.5, -1.2], 0.2, rate)?;
    let again = backward_that_updates(&mut neuron, &[0.5, -1.2], 0.2, rate)?;
    assert_ne!(once, again);
    // ANCHOR_END: slip_17
    Ok(())
}
