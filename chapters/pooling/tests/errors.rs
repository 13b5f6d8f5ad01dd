//! Bad input is refused by name, with what was expected; strange values go through by rule.

use convolution::Shape;
use ndarray::{Array2, Array3, array};
use pooling::book::worked::{AtRest, Moved};
use pooling::{
    Error, Motion, Summary, Window, apart, average_pool, change, every, max_pool,
    measured, moved, summary,
};

fn image(rows: usize, columns: usize) -> Array3<f64> {
    Array3::ones((1, rows, columns))
}

/// What each way of pooling says of a window that it cannot use.
fn refusals(image: &Array3<f64>, size: usize, stride: usize) -> [Error; 3] {
    let window = Window { size, stride };
    [
        max_pool(image, window).unwrap_err(),
        average_pool(image, window).unwrap_err(),
        every(image, window).unwrap_err(),
    ]
}

#[test]
fn a_window_larger_than_its_image_names_both_shapes() {
    for (rows, columns) in [(3, 5), (5, 3)] {
        for error in refusals(&image(rows, columns), 4, 2) {
            let shape = Shape(vec![1, rows, columns]);
            assert_eq!(
                error.to_string(),
                format!(
                    "a window of 4×4 does not fit on an image of {shape}: \
                     no side of the window may exceed the image's rows or columns"
                )
            );
            assert_eq!(
                error,
                Error::WindowTooLarge {
                    size: 4,
                    image: shape
                }
            );
        }
    }
}

#[test]
fn a_window_without_pixels_is_refused() {
    for error in refusals(&image(4, 4), 0, 2) {
        assert_eq!(error, Error::ZeroWindow);
        assert!(error.to_string().contains("its size must be at least 1"));
    }
}

#[test]
fn a_window_that_never_moves_is_refused() {
    for error in refusals(&image(4, 4), 2, 0) {
        assert_eq!(error, Error::ZeroStride);
        assert!(error.to_string().contains("the stride must be at least 1"));
    }
}

#[test]
fn an_empty_image_is_refused() {
    for shape in [(0, 4, 4), (1, 0, 4), (1, 4, 0)] {
        for error in refusals(&Array3::zeros(shape), 1, 1) {
            let image = Shape(vec![shape.0, shape.1, shape.2]);
            assert_eq!(error, Error::Empty { image });
        }
    }
}

#[test]
fn an_absurd_window_or_stride_is_no_abort() {
    for error in refusals(&image(4, 4), usize::MAX, usize::MAX) {
        assert!(matches!(error, Error::WindowTooLarge { .. }));
    }
    let far = Window {
        size: 1,
        stride: usize::MAX,
    };
    assert_eq!(max_pool(&image(4, 4), far).unwrap().values, image(1, 1));
}

#[test]
fn an_impossible_motion_is_refused() {
    let still = Motion::NONE;
    for motion in [
        Motion {
            right: f64::NAN,
            ..still
        },
        Motion {
            down: f64::INFINITY,
            ..still
        },
        Motion {
            degrees: f64::NEG_INFINITY,
            ..still
        },
        Motion {
            scale: f64::NAN,
            ..still
        },
        Motion {
            scale: 0.0,
            ..still
        },
        Motion {
            scale: -1.0,
            ..still
        },
    ] {
        let error = moved(&Array2::ones((3, 3)), motion).unwrap_err();
        assert!(matches!(error, Error::Motion { .. }));
        assert!(
            error
                .to_string()
                .ends_with("expected finite numbers and a scale above 0")
        );
    }
}

#[test]
fn the_digits_of_a_slider_refuse_what_the_measurement_refuses() {
    let motion = Motion {
        scale: 0.0,
        ..Motion::NONE
    };
    assert!(matches!(Moved::by(&[]), Err(Error::Nothing)));
    assert!(matches!(Moved::by(&[motion]), Err(Error::Motion { .. })));
    let window = Window {
        size: 29,
        stride: 1,
    };
    assert!(matches!(
        AtRest::new(Summary::Max(window)),
        Err(Error::WindowTooLarge { .. })
    ));
}

#[test]
fn a_summary_of_a_window_that_does_not_fit_is_refused() {
    let window = Window { size: 4, stride: 4 };
    let small = Array2::ones((3, 3));
    for by in [
        Summary::Every(window),
        Summary::Average(window),
        Summary::Max(window),
    ] {
        assert!(matches!(
            summary(&small, by),
            Err(Error::WindowTooLarge { .. })
        ));
        assert!(matches!(
            change(&small, Motion::NONE, by),
            Err(Error::WindowTooLarge { .. })
        ));
    }
}

#[test]
fn nothing_to_measure_is_said_so() {
    let digits = data::digits();
    let by = Summary::Pixels;
    assert_eq!(measured(digits, &[], by), Err(Error::Nothing));
    assert_eq!(measured(&[], &[Motion::NONE], by), Err(Error::Nothing));
    assert_eq!(apart(&digits[..2], by), Err(Error::Nothing)); // two zeros
    assert!(
        Error::Nothing
            .to_string()
            .contains("two digits of different labels")
    );
}

#[test]
fn nan_in_a_window_is_its_maximum_and_its_average_and_the_first_one_counts() {
    let mut image = image(2, 4);
    image[[0, 0, 0]] = f64::INFINITY;
    image[[0, 0, 1]] = f64::NAN;
    image[[0, 1, 0]] = f64::NAN;
    let window = Window { size: 2, stride: 2 };
    let max = max_pool(&image, window).unwrap();
    assert!(max.values[[0, 0, 0]].is_nan());
    assert_eq!(max.values[[0, 0, 1]], 1.0);
    assert_eq!(max.at, array![[[(0, 1), (0, 2)]]]);
    let average = average_pool(&image, window).unwrap();
    assert!(average[[0, 0, 0]].is_nan());
    assert_eq!(average[[0, 0, 1]], 1.0);
}

#[test]
fn nan_in_the_image_moves_along_and_stays_where_it_reaches() {
    let image = array![[1.0, f64::NAN, 1.0, 1.0, 1.0]];
    let right = moved(
        &image,
        Motion {
            right: 1.0,
            ..Motion::NONE
        },
    )
    .unwrap();
    let nan: Vec<bool> = right.iter().map(|x| x.is_nan()).collect();
    assert_eq!(nan, [false, false, true, false, false]);
    assert!(
        change(&image, Motion::NONE, Summary::Pixels)
            .unwrap()
            .is_nan()
    );
}

#[test]
fn infinities_follow_the_standard() {
    let window = Window { size: 2, stride: 2 };
    let low = Array3::from_elem((1, 2, 2), f64::NEG_INFINITY);
    let max = max_pool(&low, window).unwrap();
    assert_eq!(max.values[[0, 0, 0]], f64::NEG_INFINITY);
    assert_eq!(max.at[[0, 0, 0]], (0, 0)); // a tie like any other
    let mixed = array![[[f64::INFINITY, 1.0], [f64::NEG_INFINITY, 1.0]]];
    assert_eq!(
        max_pool(&mixed, window).unwrap().values[[0, 0, 0]],
        f64::INFINITY
    );
    assert!(average_pool(&mixed, window).unwrap()[[0, 0, 0]].is_nan());
}

/// Why the loop of `max_pool` compares for itself.
#[test]
fn neither_max_nor_a_total_order_has_our_rule() {
    let nan = f64::NAN.copysign(-1.0);
    assert_eq!(f64::max(1.0, nan), 1.0); // NaN is ignored
    assert_eq!([1.0, nan].into_iter().max_by(f64::total_cmp), Some(1.0)); // by its sign
    assert!((-0.0_f64).total_cmp(&0.0).is_lt() && -0.0 == 0.0);
    // Of equals the last.
    let at = [(0, 7.0), (1, 7.0)]
        .into_iter()
        .max_by(|a, b| f64::total_cmp(&a.1, &b.1));
    assert_eq!(at, Some((1, 7.0)));
    let pooled =
        max_pool(&array![[[1.0, nan]]], Window { size: 1, stride: 1 }).unwrap();
    assert!(pooled.values[[0, 0, 1]].is_nan());
}
