//! A kernel learns: its gradient is the one that differences find, and it arrives.

use approx::assert_abs_diff_eq;
use convolution::kernels::SOBEL_DOWN;
use convolution::{
    Error, cross_correlate, kernel_gradient, kernel_loss, learned_kernel, stripes,
};
use ndarray::{Array2, arr2};
use proptest::collection::vec;
use proptest::prelude::*;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::standard_normal;

fn numbers(most: usize) -> impl Strategy<Value = Array2<f64>> {
    (1..=most, 1..=most).prop_flat_map(|shape| {
        vec(-2.0..2.0, shape.0 * shape.1)
            .prop_map(move |values| Array2::from_shape_vec(shape, values).unwrap())
    })
}

fn chance(rng: &mut Pcg64) -> Array2<f64> {
    Array2::from_shape_fn((3, 3), |_| 0.1 * standard_normal(rng))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_gradient_is_that_of_small_differences(image in numbers(5), kernel in numbers(3), mark in -2.0..2.0) {
        let Ok(map) = cross_correlate(&image, &kernel, 1, 0) else { return Ok(()) };
        let target = Array2::from_elem(map.dim(), mark);
        let gradient = kernel_gradient(&image, &kernel, &target).unwrap();
        for (place, slope) in gradient.indexed_iter() {
            let nudged = |by: f64| {
                let mut kernel = kernel.clone();
                kernel[place] += by;
                kernel_loss(&image, &kernel, &target).unwrap()
            };
            // The loss is a parabola in each weight: the central difference is exact but for rounding.
            let difference = (nudged(1e-3) - nudged(-1e-3)) / 2e-3;
            prop_assert!((difference - slope).abs() < 1e-8 * (1.0 + slope.abs()));
        }
    }
}

#[test]
fn from_chance_it_becomes_the_row_below_less_the_row_above() -> Result<(), Error> {
    for seed in 1..=20 {
        let mut rng = Pcg64::seed_from_u64(seed);
        let (picture, marks) = stripes(0.2, &mut rng);
        let start = chance(&mut rng);
        let kernel = learned_kernel(&picture, &start, &marks, 0.1, 400)?;
        let before = kernel_loss(&picture, &start, &marks)?;
        assert!(kernel_loss(&picture, &kernel, &marks)? < 0.1 * before);
        for (row, third) in kernel.rows().into_iter().zip([-1.0, 1.0, 0.0]) {
            assert_abs_diff_eq!(row.sum(), third, epsilon = 0.25);
        }
    }
    Ok(())
}

#[test]
fn without_noise_the_columns_keep_what_chance_gave_them() -> Result<(), Error> {
    let mut rng = Pcg64::seed_from_u64(1);
    let (picture, marks) = stripes(0.0, &mut rng);
    let start = chance(&mut rng);
    let kernel = learned_kernel(&picture, &start, &marks, 0.1, 400)?;
    assert!(kernel_loss(&picture, &kernel, &marks)? < 1e-9);
    for row in 0..3 {
        for column in 1..3 {
            let apart = |kernel: &Array2<f64>| kernel[[row, column]] - kernel[[row, 0]];
            assert_abs_diff_eq!(apart(&kernel), apart(&start), epsilon = 1e-12);
        }
    }
    Ok(())
}

#[test]
fn what_a_kernel_answered_another_can_learn() -> Result<(), Error> {
    let five = &data::digits()[11].pixels;
    let sobel = arr2(&SOBEL_DOWN);
    let target = cross_correlate(five, &sobel, 1, 0)?;
    let kernel = learned_kernel(five, &Array2::zeros((3, 3)), &target, 0.5, 4000)?;
    for (w, goal) in kernel.iter().zip(&sobel) {
        assert_abs_diff_eq!(w, goal, epsilon = 1e-3);
    }
    Ok(())
}

#[test]
fn a_target_of_another_shape_is_refused_with_both() {
    let (image, kernel) = (Array2::ones((3, 3)), Array2::ones((2, 2)));
    let target = Array2::ones((3, 3));
    let error = kernel_loss(&image, &kernel, &target).unwrap_err();
    assert_eq!(
        error.to_string(),
        "a map of 2×2 and a target of 3×3: expected the same shape"
    );
    assert_eq!(
        kernel_gradient(&image, &kernel, &target),
        Err(error.clone())
    );
    let learned = learned_kernel(&image, &kernel, &target, 0.1, 1);
    assert_eq!(learned, Err(error));
}
