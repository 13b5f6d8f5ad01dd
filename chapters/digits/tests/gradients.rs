//! The gradients of the network, against two computations that share no code with it: the tape
//! of the chapter before, and central differences.

use backprop::{Dense, Tape, Var, deviation, numeric_gradient};
use convolution::Convolution;
use digits::{Error, NAMES, Network, cross_entropy, evaluate};
use ndarray::{Array1, Array3, Array4, ArrayViewD};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::standard_normal;

/// The network of the chapter, on images of 8×8 with fewer maps and neurons.
fn small(seed: u64) -> Network {
    let mut random = Pcg64::seed_from_u64(seed);
    let mut layer = |filters, channels, padding| Convolution {
        kernels: Array4::from_shape_simple_fn((filters, channels, 3, 3), || {
            standard_normal(&mut random) * 0.5
        }),
        bias: Array1::from_shape_simple_fn(filters, || {
            standard_normal(&mut random) * 0.1
        }),
        stride: 1,
        padding,
    };
    let (first, second) = (layer(2, 1, 1), layer(3, 2, 1));
    let mut dense = |inputs, outputs| {
        let mut dense = Dense::random(inputs, outputs, 0.5, &mut random).unwrap();
        dense.bias.fill(0.1); // off the bend, even where all inputs are 0
        dense
    };
    Network {
        first,
        second,
        dense: [dense(12, 5), dense(5, 4), dense(4, 10)],
    }
}

fn image(seed: u64) -> Array3<f64> {
    let mut random = Pcg64::seed_from_u64(seed);
    Array3::from_shape_simple_fn((1, 8, 8), || standard_normal(&mut random).abs())
}

/// The loss on the image, with these numbers for the network's.
fn loss(network: &Network, image: &Array3<f64>, label: u8) -> Result<f64, Error> {
    Ok(cross_entropy(network.forward(image)?.logits(), label)?.loss)
}

fn gradients(
    network: &Network,
    image: &Array3<f64>,
    label: u8,
) -> Result<Vec<Vec<f64>>, Error> {
    let pass = network.forward(image)?;
    let entropy = cross_entropy(pass.logits(), label)?;
    let gradients = network.backward(&pass, &entropy.d_logits)?;
    let lists = gradients.0.iter().map(|array| array.iter().copied());
    Ok(lists.map(Iterator::collect).collect())
}

/// The largest deviation, and the largest derivative: where all are small, it proves little to agree.
fn worst(ours: &[f64], theirs: &[f64]) -> (f64, f64) {
    assert_eq!(ours.len(), theirs.len());
    let apart = ours.iter().zip(theirs).map(|(a, b)| deviation(*a, *b));
    let size = ours.iter().fold(0.0, |most: f64, a| most.max(a.abs()));
    (apart.fold(0.0, f64::max), size)
}

#[test]
fn every_derivative_of_a_small_network_agrees_with_central_differences()
-> Result<(), Error> {
    let mut largest = [0.0_f64; NAMES.len()];
    for seed in 0..5 {
        let (network, image, label) = (small(seed), image(seed), seed as u8);
        let ours = gradients(&network, &image, label)?;
        for (array, name) in NAMES.iter().enumerate() {
            let at: Vec<f64> = network.parameters()[array].iter().copied().collect();
            let moved = |values: &[f64]| {
                let mut network = network.clone();
                let numbers = &mut network.parameters_mut()[array];
                for (number, value) in numbers.iter_mut().zip(values) {
                    *number = *value;
                }
                loss(&network, &image, label)
            };
            let theirs = numeric_gradient(moved, &at, 1e-6)?;
            let (apart, size) = worst(&ours[array], &theirs);
            assert!(apart < 1e-8, "{name}, seed {seed}: {apart:e}");
            largest[array] = largest[array].max(size);
        }
    }
    assert!(largest.iter().all(|size| *size > 0.1), "{largest:?}");
    Ok(())
}

/// A network on the tape: the same sums, written out once more.
struct OnTape<'t> {
    tape: &'t Tape,
    /// Each array's numbers in order.
    numbers: Vec<Vec<Var<'t>>>,
}

impl<'t> OnTape<'t> {
    fn sum(
        &self,
        terms: impl Iterator<Item = (Var<'t>, Var<'t>)>,
        bias: Var<'t>,
    ) -> Var<'t> {
        terms.fold(self.tape.var(0.0), |sum, (w, x)| sum + w * x) + bias
    }

    fn relu(&self, x: Vec<Var<'t>>) -> Vec<Var<'t>> {
        let zero = self.tape.var(0.0);
        x.into_iter().map(|x| zero.max(x)).collect()
    }

    /// A convolution of 3×3 with padding 1, its ReLU and its pooling, of maps of `side`.
    fn maps(&self, x: &[Vec<Var<'t>>], side: usize, at: usize) -> Vec<Vec<Var<'t>>> {
        let (kernels, bias) = (&self.numbers[at], &self.numbers[at + 1]);
        let filter = |o: usize| {
            let place = |i: usize, j: usize| {
                let mut terms = Vec::new();
                for (c, x) in x.iter().enumerate() {
                    for (u, v) in (0..9).map(|n| (n / 3, n % 3)) {
                        let (row, column) =
                            ((i + u).wrapping_sub(1), (j + v).wrapping_sub(1));
                        if row < side && column < side {
                            let w = kernels[((o * self.depth(at) + c) * 3 + u) * 3 + v];
                            terms.push((w, x[row * side + column]));
                        }
                    }
                }
                self.sum(terms.into_iter(), bias[o])
            };
            let z = (0..side * side).map(|n| place(n / side, n % side));
            let y = self.relu(z.collect());
            let half = side / 2;
            let pooled = (0..half * half).map(|n| (2 * (n / half), 2 * (n % half)));
            let corner = |(i, j): (usize, usize)| {
                let at = |u: usize, v: usize| y[(i + u) * side + j + v];
                at(0, 0).max(at(0, 1)).max(at(1, 0)).max(at(1, 1))
            };
            pooled.map(corner).collect()
        };
        (0..bias.len()).map(filter).collect()
    }

    fn depth(&self, at: usize) -> usize {
        self.numbers[at].len() / self.numbers[at + 1].len() / 9
    }

    fn dense(&self, x: &[Var<'t>], at: usize) -> Vec<Var<'t>> {
        let rows = self.numbers[at].chunks(x.len()).zip(&self.numbers[at + 1]);
        rows.map(|(w, b)| self.sum(w.iter().copied().zip(x.iter().copied()), *b))
            .collect()
    }

    fn logits(&self, image: &Array3<f64>) -> Vec<Var<'t>> {
        let image = image.iter().map(|x| self.tape.var(*x)).collect();
        let first = self.maps(&[image], 8, 0);
        let second = self.maps(&first, 4, 2);
        let one = self.relu(self.dense(&second.concat(), 4));
        let two = self.relu(self.dense(&one, 6));
        self.dense(&two, 8)
    }
}

#[test]
fn every_derivative_of_a_small_network_agrees_with_the_tape() -> Result<(), Error> {
    let mut largest = [0.0_f64; NAMES.len()];
    for seed in 0..5 {
        let (network, image, label) = (small(seed), image(seed), seed as u8);
        let tape = Tape::new();
        let on_tape =
            |array: &ArrayViewD<f64>| array.iter().map(|w| tape.var(*w)).collect();
        let numbers = network.parameters().iter().map(on_tape).collect();
        let other = OnTape {
            tape: &tape,
            numbers,
        };
        let z = other.logits(&image);
        // The probability p of the label; the loss is −ln p, so its derivatives are −1/p times those of p.
        let e: Vec<Var> = z.iter().map(|z| z.exp()).collect();
        let p = e[usize::from(label)] / e.iter().fold(tape.var(0.0), |s, e| s + *e);
        let pass = network.forward(&image)?;
        for (ours, theirs) in pass.logits().iter().zip(&z) {
            assert!(deviation(*ours, theirs.value) < 1e-14);
        }
        let ours = gradients(&network, &image, label)?;
        for (array, name) in NAMES.iter().enumerate() {
            let (ours, numbers) = (&ours[array], &other.numbers[array]);
            let theirs: Vec<f64> = (p.gradient(numbers).iter())
                .map(|derivative| -derivative / p.value)
                .collect();
            let (apart, size) = worst(ours, &theirs);
            assert!(apart < 1e-13, "{name}, seed {seed}: {apart:e}");
            largest[array] = largest[array].max(size);
        }
    }
    assert!(largest.iter().all(|size| *size > 0.1), "{largest:?}");
    Ok(())
}

#[test]
fn derivatives_of_the_whole_network_agree_with_central_differences() -> Result<(), Error>
{
    let twenty = digits::Dataset::from_records(data::BYTES)?;
    let mut network = Network::start(1)?;
    // Away from the bend of the ReLU, on which all of the blank paper lies at the start.
    for bias in network.parameters_mut().iter_mut().skip(1).step_by(2) {
        bias.fill(0.05);
    }
    for sample in twenty.samples().iter().step_by(7) {
        let image = sample.image();
        let ours = gradients(&network, &image, sample.label)?;
        for (array, name) in NAMES.iter().enumerate() {
            let numbers = ours[array].len();
            let mut most: f64 = 0.0;
            // The largest, which is surely not 0, and some by their place.
            let largest = (0..numbers).max_by(|a, b| {
                let [a, b] = [a, b].map(|place| ours[array][*place].abs());
                a.total_cmp(&b)
            });
            for place in [0, numbers / 3, numbers - 1].into_iter().chain(largest) {
                let moved = |step: f64| {
                    let mut network = network.clone();
                    let mut arrays = network.parameters_mut();
                    let number = arrays[array].iter_mut().nth(place);
                    *number.expect("a place of the array") += step;
                    loss(&network, &image, sample.label)
                };
                let derivative = (moved(1e-6)? - moved(-1e-6)?) / 2e-6;
                let apart = deviation(ours[array][place], derivative);
                assert!(apart < 1e-7, "{name}[{place}]: {apart:e}");
                most = most.max(derivative.abs());
            }
            assert!(most > 1e-2, "{name}: nothing to compare");
        }
    }
    Ok(())
}

#[test]
fn the_shapes_and_the_number_of_parameters_are_those_of_the_text() -> Result<(), Error>
{
    let network = Network::start(1)?;
    let shapes: Vec<Vec<usize>> = (network.parameters().iter())
        .map(|array| array.shape().to_vec())
        .collect();
    let expected: [&[usize]; 10] = [
        &[6, 1, 5, 5],
        &[6],
        &[16, 6, 5, 5],
        &[16],
        &[120, 400],
        &[120],
        &[84, 120],
        &[84],
        &[10, 84],
        &[10],
    ];
    assert_eq!(shapes, expected);
    let numbers: usize = network.parameters().iter().map(|array| array.len()).sum();
    assert_eq!(numbers, 61_706);
    Ok(())
}

#[test]
fn the_loss_of_logits_too_large_for_an_exponential_is_right() -> Result<(), Error> {
    let logits = ndarray::arr1(&[1000.0, 0.0, -1000.0]);
    let entropy = cross_entropy(&logits, 2)?;
    assert_eq!(entropy.loss, 2000.0);
    assert_eq!(entropy.d_logits.to_vec(), [1.0, 0.0, -1.0]);
    assert_eq!(cross_entropy(&logits, 0)?.loss, 0.0);
    Ok(())
}

#[test]
fn nan_in_gives_nan_out() -> Result<(), Error> {
    let entropy = cross_entropy(&ndarray::arr1(&[0.0, f64::NAN]), 0)?;
    assert!(entropy.loss.is_nan());
    assert!(
        entropy
            .p
            .iter()
            .chain(&entropy.d_logits)
            .all(|x| x.is_nan())
    );
    let network = Network::start(1)?;
    let mut image = Array3::zeros((1, 28, 28));
    image[[0, 14, 14]] = f64::NAN;
    let pass = network.forward(&image)?;
    assert!(pass.logits().iter().all(|z| z.is_nan()));
    Ok(())
}

#[test]
fn shapes_that_do_not_fit_are_refused() -> Result<(), Error> {
    let network = Network::start(1)?;
    let says = |result: Result<_, Error>| result.unwrap_err().to_string();
    assert_eq!(
        says(network.forward(&Array3::zeros((1, 27, 27)))),
        "a dense layer's input: expected the shape 400, got 256"
    );
    assert_eq!(
        says(cross_entropy(&ndarray::arr1(&[0.0; 3]), 3).map(|_| unreachable!())),
        "the label 3 among 3 logits: expected a label below their number"
    );
    let mut nine = network.clone();
    nine.dense[2] = Dense::zeros(84, 9)?;
    let twenty = digits::Dataset::from_records(data::BYTES)?;
    let refused = evaluate(&nine, &twenty, &digits::Workers::alone()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the logits: expected the shape 10, got 9"
    );
    Ok(())
}
