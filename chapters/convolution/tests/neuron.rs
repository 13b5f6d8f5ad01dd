//! A feature map is made of neurons that share their weights.

use convolution::{Convolution, cross_correlate};
use ndarray::{Array2, Array3, array, s};
use neurons::weighted_sum;

#[test]
fn each_value_of_the_map_is_the_weighted_sum_of_one_neuron()
-> Result<(), Box<dyn std::error::Error>> {
    let image =
        Array2::from_shape_fn((4, 4), |(row, column)| (4 * row + column + 1) as f64);
    let kernel = array![[-1.0, -1.0], [1.0, 1.0]];
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
    Ok(())
}

#[test]
fn a_kernel_of_one_by_one_is_a_neuron_that_reads_each_pixel_through_all_channels()
-> Result<(), Box<dyn std::error::Error>> {
    let image =
        Array3::from_shape_fn((3, 4, 5), |(c, i, j)| (7 * c + 5 * i + j) as f64);
    // ANCHOR: one_by_one
    // Two filters of one by one, through three channels.
    let layer = Convolution {
        kernels: array![[[[1.0]], [[0.5]], [[-1.0]]], [[[0.0]], [[2.0]], [[0.5]]]],
        bias: array![0.25, -1.0],
        stride: 1,
        padding: 0,
    };
    let maps = layer.forward(&image)?;
    for ((o, i, j), z) in maps.indexed_iter() {
        let pixel = image.slice(s![.., i, j]).to_vec();
        let weights = layer.kernels.slice(s![o, .., 0, 0]).to_vec();
        assert_eq!(*z, weighted_sum(&pixel, &weights, layer.bias[o])?);
    }
    // ANCHOR_END: one_by_one
    Ok(())
}
