//! A feature map is made of neurons that share their weights.

use convolution::cross_correlate;
use ndarray::{Array2, array};
use neurons::weighted_sum;

#[test]
fn each_value_of_the_map_is_the_weighted_sum_of_one_neuron()
-> Result<(), Box<dyn std::error::Error>> {
    // ANCHOR: notebook
    let image =
        Array2::from_shape_fn((4, 4), |(row, column)| (4 * row + column + 1) as f64);
    let kernel = array![[-1.0, -1.0], [1.0, 1.0]];
    // ANCHOR_END: notebook
    // ANCHOR: as_neuron
    let map = cross_correlate(&image, &kernel, 1, 0)?;
    let weights: Vec<f64> = kernel.iter().copied().collect();
    for ((i, j), y) in map.indexed_iter() {
        let window = [
            image[[i, j]],
            image[[i, j + 1]],
            image[[i + 1, j]],
            image[[i + 1, j + 1]],
        ];
        assert_eq!(*y, weighted_sum(&window, &weights, 0.0)?);
    }
    // ANCHOR_END: as_neuron
    Ok(())
}
