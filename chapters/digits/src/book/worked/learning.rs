//! The start of a network, momentum, and batches, in numbers.

use data::digits;
use digits::{Dataset, Network, Options, cross_entropy, train_validation_test};
use ndarray::Axis;
use show::Outputs;

/// How large the weighted sums are in each layer of a network at its start, as it reads the book's
/// digits; of one whose weights are a tenth of that; and of one whose weights are ten times that.
///
/// # Errors
/// As [`Network::forward`].
pub fn starts() -> show::Result<Outputs> {
    let mut outputs = Outputs::new();
    for (name, factor) in [("tenth", 0.1), ("as", 1.0), ("tenfold", 10.0)] {
        let mut network = Network::start(Options::default().seed)?;
        for mut array in network.parameters_mut() {
            array *= factor;
        }
        let mut squares = [(0.0, 0.0); 5];
        let (mut loss, mut n) = (0.0, 0.0);
        for digit in digits() {
            let pass = network.forward(&digit.pixels.clone().insert_axis(Axis(0)))?;
            let [one, two, three] = &pass.z;
            let all = [
                pass.first.z.as_slice(),
                pass.second.z.as_slice(),
                one.as_slice(),
                two.as_slice(),
                three.as_slice(),
            ];
            for ((sum, count), layer) in squares.iter_mut().zip(all) {
                for z in layer.into_iter().flatten() {
                    *sum += z * z;
                    *count += 1.0;
                }
            }
            loss += cross_entropy(pass.logits(), digit.label)?.loss;
            n += 1.0;
        }
        let sizes = squares.map(|(sum, count): (f64, f64)| (sum / count).sqrt());
        outputs = outputs
            .with_each(name, sizes)
            .with(format!("{name}_loss"), loss / n);
    }
    let network = Network::start(Options::default().seed)?;
    let (_, channels, rows, columns) = network.first.kernels.dim();
    let kernel_inputs = (channels * rows * columns) as f64;
    let dense_inputs = network.dense[0].weights.ncols() as f64;
    Ok(outputs
        .with("digits", digits().len() as f64)
        .with("kernel_inputs", kernel_inputs)
        .with("kernel_scale", (2.0 / kernel_inputs).sqrt())
        .with("dense_scale", (2.0 / dense_inputs).sqrt()))
}

/// The velocities of a number whose gradient is always 1, and of one whose gradient is 1, −1, 1, …
///
/// # Errors
/// None.
pub fn momentum() -> show::Result<Outputs> {
    let Options { rate, momentum, .. } = Options::default();
    let after = |steps: i32, sign: f64| {
        let (v, _) =
            (0..steps).fold((0.0, 1.0), |(v, g), _| (momentum * v + g, sign * g));
        v
    };
    let mut outputs = Outputs::new()
        .with("rate", rate)
        .with("mu", momentum)
        .with("limit", 1.0 / (1.0 - momentum))
        .with("turning_limit", 1.0 / (1.0 + momentum));
    for steps in 1..=3 {
        outputs = outputs
            .with(format!("v{steps}"), after(steps, 1.0))
            .with(format!("turning{steps}"), after(steps, -1.0));
    }
    Ok(outputs)
}

/// Batches of the digits to learn from, and sums in two orders.
///
/// # Errors
/// As [`train_validation_test`].
pub fn batches() -> show::Result<Outputs> {
    let [fit, validation, _] = train_validation_test()?;
    let batch = Options::default().batch;
    let train = fit.len() + validation.len();
    let all = Dataset::embedded()?.len();
    let [size, train, fit_batches, fit_rest, all_rest, group] = [
        batch,
        train,
        fit.len() / batch,
        fit.len() % batch,
        all % batch,
        crate::batch::SAMPLES_PER_GROUP,
    ]
    .map(|n| n as f64);
    let [a, b, c] = [0.1, 0.2, 0.3];
    Ok(Outputs::new()
        .with("a", a)
        .with("b", b)
        .with("c", c)
        .with("size", size)
        .with("batches", train / size)
        .with("fit", fit.len() as f64)
        .with("fit_batches", fit_batches)
        .with("fit_rest", fit_rest)
        .with("all_rest", all_rest)
        .with("group", group)
        .with("groups", size / group)
        .with("forwards", (a + b) + c)
        .with("backwards", a + (b + c)))
}
