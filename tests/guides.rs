//! The listings of the two guides: Rust for NumPy readers, arrays for Rust readers.

use activations::{Activation, Error, softmax};
use ndarray::{Array2, array, s};
use neurons::sigmoid;

#[test]
fn lending_keeps_the_weights_ours() {
    // ANCHOR: lend
    let weights = vec![0.4, 0.2, 0.6];

    // `&` lends the weights out. They are read, and stay ours.
    let halved = |w: &[f64]| -> Vec<f64> { w.iter().map(|wi| wi / 2.0).collect() };
    let half = halved(&weights);

    assert_eq!(half, [0.2, 0.1, 0.3]);
    assert_eq!(weights, [0.4, 0.2, 0.6]);
    // ANCHOR_END: lend
}

#[test]
fn changing_in_place_needs_two_signatures() {
    // ANCHOR: mutate
    fn lower(w: &mut [f64]) {
        for wi in w {
            *wi -= 0.25;
        }
    }

    let mut weights = vec![0.75, 0.5];
    lower(&mut weights); // visible here, and in the signature of `lower`
    assert_eq!(weights, [0.5, 0.25]);
    // ANCHOR_END: mutate
}

#[test]
fn a_loop_reads_as_a_sentence() {
    // ANCHOR: iterate
    let x = [0.5, 0.3, 0.1];
    let w = [0.4, 0.2, 0.6];

    // Pair up, multiply, add up from the first to the last.
    let z = x.iter().zip(&w).fold(0.0, |sum, (xi, wi)| sum + xi * wi) + 0.1;
    // Apply a function to every element.
    let y: Vec<f64> = [z, -z].iter().map(|z| sigmoid(*z)).collect();

    assert!((y[0] - 0.6034832498647263).abs() < 1e-12); // the notebook's neuron
    assert!((y[0] + y[1] - 1.0).abs() < 1e-12);
    // ANCHOR_END: iterate
}

#[test]
fn a_result_is_a_value_or_a_reason() {
    // ANCHOR: result
    // `?` unwraps the answer, or returns the error to our own caller at once.
    fn winner(z: &[f64]) -> Result<f64, Error> {
        let shares = softmax(z)?;
        Ok(shares.iter().copied().fold(0.0, f64::max))
    }

    assert_eq!(winner(&[3.0, 3.0]), Ok(0.5));
    assert_eq!(winner(&[]), Err(Error::Empty));
    // ANCHOR_END: result
}

#[test]
fn an_enum_takes_the_place_of_a_class_hierarchy() {
    // ANCHOR: enumerate
    // One type with a closed list of variants; the leaky ReLU carries its leak with it.
    let layers = [Activation::LeakyRelu(0.1), Activation::Tanh];

    let y = layers.iter().fold(-2.0, |y, f| f.value(y));
    assert_eq!(y, libm::tanh(-0.2));
    // ANCHOR_END: enumerate
}

#[test]
fn an_array_is_numbers_with_a_shape() {
    // ANCHOR: shape
    let image = array![[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]];
    assert_eq!(image.dim(), (2, 3)); // rows, columns
    assert_eq!(image[[1, 2]], 6.0); // row 1, column 2, counted from 0

    // In memory the rows lie one behind the other: the last index moves fastest.
    assert_eq!(image.as_slice(), Some(&[1.0, 2.0, 3.0, 4.0, 5.0, 6.0][..]));

    // An index outside panics in brackets, and is an Option through `get`.
    assert_eq!(image.get((2, 0)), None);
    // Five numbers do not make two rows of three, and the error says so.
    assert!(Array2::from_shape_vec((2, 3), vec![0.0; 5]).is_err());
    // ANCHOR_END: shape
}

#[test]
fn a_view_costs_nothing() {
    // ANCHOR: slice
    let image = array![
        [1.0, 2.0, 3.0, 4.0],
        [5.0, 6.0, 7.0, 8.0],
        [9.0, 10.0, 11.0, 12.0],
        [13.0, 14.0, 15.0, 16.0],
    ];
    // A view looks into the array without copying it: rows 0 and 1, columns 2 and 3.
    let window = image.slice(s![0..2, 2..4]);
    assert_eq!(window, array![[3.0, 4.0], [7.0, 8.0]]);
    // Every second row, every second column, as a stride of two reads them.
    assert_eq!(image.slice(s![..;2, ..;2]), array![[1.0, 3.0], [9.0, 11.0]]);
    // `to_owned` makes an array of one's own out of a view.
    let copy = window.to_owned();
    assert_eq!(copy.dim(), (2, 2));
    // ANCHOR_END: slice
}

#[test]
fn arithmetic_goes_element_by_element() {
    // ANCHOR: arithmetic
    let a = array![[1.0, 2.0], [3.0, 4.0]];
    let b = array![[10.0, 20.0], [30.0, 40.0]];

    assert_eq!(&a + &b, array![[11.0, 22.0], [33.0, 44.0]]);
    assert_eq!(&a * &b, array![[10.0, 40.0], [90.0, 160.0]]); // not the matrix product
    assert_eq!(
        a.mapv(|value| value * value),
        array![[1.0, 4.0], [9.0, 16.0]]
    );

    // Broadcasting: a row is stretched over all rows.
    assert_eq!(
        &a + &array![100.0, 200.0],
        array![[101.0, 202.0], [103.0, 204.0]]
    );
    // ANCHOR_END: arithmetic
}

#[test]
fn rows_are_neurons() {
    // ANCHOR: rows
    let weights = array![[0.1, -0.3], [0.5, 0.2]]; // outputs×inputs: one row a neuron
    let x = [0.5, -1.2];

    // The matrix product, spelled out: each row against the inputs.
    let z: Vec<f64> = (weights.outer_iter())
        .map(|row| row.iter().zip(&x).fold(0.0, |sum, (w, x)| sum + w * x))
        .collect();
    assert!((z[0] - 0.41).abs() < 1e-12); // the Perceptron article's neuron
    // ANCHOR_END: rows
    assert_eq!(z.len(), 2);
}
