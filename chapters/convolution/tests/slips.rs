//! Where the notebook slips in this chapter, shown by running.

use convolution::book::worked::notebook_image;
use convolution::kernels::{BLUR, NOTEBOOK, SOBEL_DOWN, SOBEL_RIGHT};
use convolution::{
    Convolution, convolve, convolve_sequences, cross_correlate, difference, flipped,
    output_len, reads, shifted,
};
use ndarray::{Array2, Axis, arr1, arr2, array};

/// Slip 3.
#[test]
fn convolution_as_written_and_as_coded_differ_in_sign_on_the_notebooks_kernel() {
    // ANCHOR: slip_3
    let (image, kernel) = (notebook_image(), arr2(&NOTEBOOK));
    let coded = cross_correlate(&image, &kernel, 1, 0).unwrap();
    let written = convolve(&image, &kernel, 1, 0).unwrap();
    assert_eq!(coded, Array2::from_elem((3, 3), 8.0));
    assert_eq!(written, -coded);
    // This kernel, flipped, is its own negative.
    assert_eq!(flipped(&kernel), -kernel);
    // ANCHOR_END: slip_3
}

/// Slip 7.
#[test]
fn the_edge_detector_answers_8_everywhere_on_a_ramp_without_edges() {
    // ANCHOR: slip_7
    let image = notebook_image();
    // No row differs from the next by more or less than any other: there is no edge.
    for (above, below) in image.outer_iter().zip(image.outer_iter().skip(1)) {
        assert!(above.iter().zip(below).all(|(a, b)| b - a == 4.0));
    }
    let map = cross_correlate(&image, &arr2(&NOTEBOOK), 1, 0).unwrap();
    assert!(map.iter().all(|y| *y == 8.0));
    // ANCHOR_END: slip_7
}

/// Slip 10.
#[test]
fn the_floor_leaves_the_last_row_and_column_unread() -> Result<(), convolution::Error> {
    // ANCHOR: slip_10
    // A 3×3 kernel, stride 2, on a 6×6 image: change the last row and column …
    let mut changed = Array2::ones((6, 6));
    let kernel = Array2::ones((3, 3));
    let before = cross_correlate(&changed, &kernel, 2, 0)?;
    changed.row_mut(5).fill(1e6);
    changed.column_mut(5).fill(1e6);
    // … and nothing notices.
    assert_eq!(cross_correlate(&changed, &kernel, 2, 0)?, before);
    assert_eq!(reads(6, 3, 2, 0)?, [1, 1, 2, 1, 1, 0]);
    // ANCHOR_END: slip_10
    assert_eq!(output_len(6, 3, 2, 0)?, 2);
    Ok(())
}

/// Slip 10, the other way to lose pixels.
#[test]
fn a_stride_larger_than_the_kernel_skips_pixels_in_the_middle() {
    assert_eq!(reads(9, 3, 4, 0).unwrap(), [1, 1, 1, 0, 1, 1, 1, 0, 0]);
}

/// Slip 13.
#[test]
fn the_feature_map_moves_along_with_the_image_and_is_not_invariant() {
    // ANCHOR: slip_13
    let five = &data::digits()[11].pixels;
    let kernel = arr2(&SOBEL_DOWN);
    let map = cross_correlate(five, &kernel, 1, 1).unwrap();
    let moved = cross_correlate(&shifted(five, 1, 2), &kernel, 1, 1).unwrap();
    assert_eq!(moved, shifted(&map, 1, 2)); // equivariant, to the last bit
    assert!(difference(&map, &moved).unwrap() > 1.0); // not invariant
    // ANCHOR_END: slip_13
}

#[test]
fn maps_root_two_apart_are_uncorrelated_and_far_from_disjoint() {
    let five = &data::digits()[11].pixels;
    let kernel = arr2(&SOBEL_RIGHT);
    let map = |right| cross_correlate(&shifted(five, 0, right), &kernel, 1, 1).unwrap();
    let sum = |a: &Array2<f64>, b: &Array2<f64>| (a * b).sum();
    let (old, new, further) = (map(0), map(2), map(3));
    let apart = difference(&old, &new).unwrap();
    approx::assert_abs_diff_eq!(apart, 2.0_f64.sqrt(), epsilon = 0.002);
    // Of the places with a firm answer, two thirds have a firm one in the new map too.
    let firm = |y: f64| y.abs() > 0.3;
    let (mut places, mut same, mut opposite) = (0, 0, 0);
    for (a, b) in old.iter().zip(&new).filter(|(a, _)| firm(**a)) {
        places += 1;
        same += usize::from(firm(*b) && a * b > 0.0);
        opposite += usize::from(firm(*b) && a * b < 0.0);
    }
    assert_eq!(
        (places, same + opposite, same, opposite),
        (231, 152, 106, 46)
    );
    // Root two says that the products a·b add up to nothing, for both maps are equally strong:
    // ‖a − b‖² = ‖a‖² + ‖b‖² − 2 Σ a·b.
    approx::assert_abs_diff_eq!(sum(&new, &new), sum(&old, &old), epsilon = 1e-9);
    let cosine = |b: &Array2<f64>| sum(&old, b) / sum(&old, &old);
    approx::assert_abs_diff_eq!(cosine(&new), 0.0, epsilon = 0.002);
    // One pixel further, opposite signs outweigh equal ones: further apart than disjoint maps can be.
    let apart = difference(&old, &further).unwrap();
    approx::assert_abs_diff_eq!(apart, 1.568, epsilon = 0.001);
    approx::assert_abs_diff_eq!(
        apart * apart,
        2.0 * (1.0 - cosine(&further)),
        epsilon = 1e-9
    );
    assert!(cosine(&further) < -0.2);
}

/// Slip 13, where even that ends.
#[test]
fn stride_two_breaks_equivariance_for_a_shift_of_one_and_keeps_it_for_two() {
    let five = &data::digits()[11].pixels;
    let kernel = arr2(&SOBEL_RIGHT);
    let map = cross_correlate(five, &kernel, 2, 1).unwrap();
    let after = |step| cross_correlate(&shifted(five, 0, step), &kernel, 2, 1).unwrap();
    for along in [0, 1] {
        assert!(difference(&shifted(&map, 0, along), &after(1)).unwrap() > 0.5);
    }
    assert_eq!(after(2), shifted(&map, 0, 1));
}

/// Slip 13, where even that ends.
#[test]
fn padding_tells_the_kernel_where_the_border_is() {
    // The same grey everywhere: moved or not, the sheet looks the same.
    let sheet = Array2::ones((5, 5));
    let map = cross_correlate(&sheet, &arr2(&BLUR), 1, 1).unwrap();
    approx::assert_abs_diff_eq!(map[[2, 2]], 1.0, epsilon = 1e-12);
    approx::assert_abs_diff_eq!(map[[0, 2]], 6.0 / 9.0, epsilon = 1e-12);
    approx::assert_abs_diff_eq!(map[[0, 0]], 4.0 / 9.0, epsilon = 1e-12);
}

/// Slip 15.
#[test]
fn the_equation_is_one_row_of_the_two_dimensional_convolution_with_zeros_around_it() {
    // ANCHOR: slip_15
    let (f, g) = ([1.0, 2.0, 4.0], [-1.0, 1.0]);
    let written = convolve_sequences(&f, &g);
    assert_eq!(written, [-1.0, -1.0, -2.0, 4.0]);
    // In two dimensions: zeros far enough out, and the row that holds the image.
    let coded = convolve(&arr2(&[f]), &arr2(&[g]), 1, 1).unwrap();
    assert_eq!(coded.row(1).to_vec(), written);
    // Without them, as in the notebook's call, the ends of the infinite sum miss.
    let inside = convolve(&arr2(&[f]), &arr2(&[g]), 1, 0).unwrap();
    assert_eq!(inside.row(0).to_vec(), written[1..3]);
    // ANCHOR_END: slip_15
}

/// Slip 15.
#[test]
fn a_kernel_through_the_full_depth_adds_up_its_channels() {
    let red = array![[1.0, 2.0], [3.0, 4.0]];
    let blue = array![[5.0, 6.0], [7.0, 8.0]];
    let (on_red, on_blue) = (array![[1.0, -1.0]], array![[0.5, 2.0]]);
    let stacked = |a: &Array2<f64>, b: &Array2<f64>| {
        ndarray::stack(Axis(0), &[a.view(), b.view()])
    };
    let layer = Convolution {
        kernels: stacked(&on_red, &on_blue).unwrap().insert_axis(Axis(0)),
        bias: arr1(&[0.0]),
        stride: 1,
        padding: 0,
    };
    let map = layer.forward(&stacked(&red, &blue).unwrap()).unwrap();
    let alone = |image, kernel| cross_correlate(image, kernel, 1, 0).unwrap();
    assert_eq!(
        map.index_axis(Axis(0), 0),
        alone(&red, &on_red) + alone(&blue, &on_blue)
    );
}
