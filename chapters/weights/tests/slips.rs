//! Where the sources slip, shown by running.

use neurons::{Neuron, sigmoid};
use weights::{Error, gradient, update_in_place, updated};

const X: [f64; 3] = [0.5, 0.3, 0.1];

fn notebook_neuron() -> Neuron {
    Neuron {
        weights: vec![0.4, 0.2, 0.6],
        bias: 0.1,
    }
}

#[test]
fn notebook_update_changes_the_callers_weights_but_not_the_callers_bias()
-> Result<(), Error> {
    // ANCHOR: slip_4
    let x = [0.5, 0.3, 0.1];
    let mut w = [0.4, 0.2, 0.6];
    let b = 0.1;

    let new_b = update_in_place(&x, 0.4, &mut w, b, 0.1)?;
    assert_eq!(format!("{w:.8?}"), "[0.39513082, 0.19707849, 0.59902616]");
    assert_eq!(new_b, 0.09026164910025532);

    // The notebook never asked for it, but w has changed. b has not.
    assert_ne!(w, [0.4, 0.2, 0.6]);
    assert_eq!(b, 0.1);

    // So the same cell, run again, starts from new weights and the old bias.
    let new_b = update_in_place(&x, 0.4, &mut w, b, 0.1)?;
    assert_eq!(format!("{w:.8?}"), "[0.39027776, 0.19416666, 0.59805555]");
    assert_eq!(format!("{new_b:.8}"), "0.09029388");
    // ANCHOR_END: slip_4
    Ok(())
}

#[test]
fn pure_update_run_twice_on_the_same_neuron_gives_the_same_numbers() -> Result<(), Error>
{
    // ANCHOR: pure
    let neuron = Neuron {
        weights: vec![0.4, 0.2, 0.6],
        bias: 0.1,
    };
    let gradient = gradient(&neuron, &[0.5, 0.3, 0.1], 0.4)?;
    let once = updated(&neuron, &gradient, 0.1)?;
    let again = updated(&neuron, &gradient, 0.1)?;
    assert_eq!(once, again);
    // ANCHOR_END: pure
    assert_eq!(neuron, notebook_neuron());
    Ok(())
}

#[test]
fn second_run_of_the_cell_is_no_second_step() -> Result<(), Error> {
    let mut w = [0.4, 0.2, 0.6];
    update_in_place(&X, 0.4, &mut w, 0.1, 0.1)?;
    let twice_b = update_in_place(&X, 0.4, &mut w, 0.1, 0.1)?;

    let once = updated(
        &notebook_neuron(),
        &gradient(&notebook_neuron(), &X, 0.4)?,
        0.1,
    )?;
    let right = updated(&once, &gradient(&once, &X, 0.4)?, 0.1)?;
    assert_eq!(format!("{:.4}", right.bias), "0.0806");
    assert_eq!(format!("{twice_b:.4}"), "0.0903");
    Ok(())
}

#[test]
fn in_place_update_agrees_with_the_pure_one_on_a_first_run() -> Result<(), Error> {
    let mut w = [0.4, 0.2, 0.6];
    let bias = update_in_place(&X, 0.4, &mut w, 0.1, 0.1)?;
    let start = notebook_neuron();
    let pure = updated(&start, &gradient(&start, &X, 0.4)?, 0.1)?;
    assert_eq!(
        pure,
        Neuron {
            weights: w.to_vec(),
            bias
        }
    );
    Ok(())
}

#[test]
fn articles_eta_and_notebooks_alpha_are_one_rate() -> Result<(), Error> {
    let start = notebook_neuron();
    let (y, t, w, x) = (start.output(&X, sigmoid)?, 0.4, start.weights[0], X[0]);
    // The article, with η: δ = d_output · σ′, then w − η δ x.
    let eta = 0.1;
    let article = w - eta * (2.0 * (y - t) * (y * (1.0 - y)) * x);
    // The notebook, with α in its formula: w − α · d_error · x · y · (1 − y).
    let alpha = 0.1;
    let notebook = w - alpha * (2.0 * (y - t) * x * y * (1.0 - y));
    let ours = updated(&start, &gradient(&start, &X, t)?, 0.1)?.weights[0];
    approx::assert_abs_diff_eq!(article, ours, epsilon = 1e-15);
    approx::assert_abs_diff_eq!(notebook, ours, epsilon = 1e-15);
    Ok(())
}
