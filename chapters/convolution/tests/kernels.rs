//! The kernels are what their names say.

use convolution::kernels::{
    BLUR, IDENTITY, Kernel3, NOTEBOOK, SHARPEN, SOBEL_DOWN, SOBEL_RIGHT,
};

/// Each weight of one column times each of one row.
fn product(column: [f64; 3], row: [f64; 3]) -> Kernel3 {
    column.map(|u| row.map(|v| u * v))
}

#[test]
fn sobel_is_a_difference_one_way_and_a_smoothing_the_other() {
    let (difference, smoothing) = ([-1.0, 0.0, 1.0], [1.0, 2.0, 1.0]);
    assert_eq!(SOBEL_DOWN, product(difference, smoothing));
    assert_eq!(SOBEL_RIGHT, product(smoothing, difference));
}

#[test]
fn the_identity_is_a_single_weight_and_a_blur_equal_ones() {
    assert_eq!(IDENTITY, product([0.0, 1.0, 0.0], [0.0, 1.0, 0.0]));
    assert!(BLUR.iter().flatten().all(|w| *w == 1.0 / 9.0));
}

#[test]
fn sharpening_is_the_identity_and_what_sets_it_off_from_its_neighbours() {
    let cross = [[0.0, 1.0, 0.0], [1.0, 0.0, 1.0], [0.0, 1.0, 0.0]];
    for ((sharp, row), near) in SHARPEN.iter().zip(&IDENTITY).zip(&cross) {
        for ((w, one), neighbour) in sharp.iter().zip(row).zip(near) {
            assert_eq!(*w, one + (4.0 * one - neighbour));
        }
    }
}

#[test]
fn the_notebooks_kernel_is_the_row_below_less_the_row_above() {
    assert_eq!(NOTEBOOK, [[-1.0, -1.0], [1.0, 1.0]]);
}
