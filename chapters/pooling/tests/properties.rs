//! What holds of every image and every window, not only of the ones on the page.

use ndarray::{Array2, Array3, Axis, ShapeBuilder, s};
use pooling::book::worked::{AtRest, Moved};
use pooling::{
    Measured, Motion, Summary, Window, average_pool, change, every, growth, max_pool,
    measured, moved, shifts, summary, turns,
};
use proptest::collection::vec;
use proptest::prelude::*;
use show::InputValues;

/// Any bit pattern: NaN, infinities, subnormals and all.
fn anything() -> impl Strategy<Value = f64> {
    any::<u64>().prop_map(f64::from_bits)
}

/// Small, or absurd.
fn count() -> impl Strategy<Value = usize> {
    prop_oneof![4 => 0usize..6, 1 => (0usize..6).prop_map(|n| usize::MAX - n), 1 => Just(1 << 40)]
}

/// Channels×rows×columns of whole numbers within ±8, with many ties: sums are exact.
fn whole() -> impl Strategy<Value = Array3<f64>> {
    (1usize..4, 1usize..8, 1usize..8).prop_flat_map(|shape| {
        vec(-8i32..=8, shape.0 * shape.1 * shape.2).prop_map(move |values| {
            let values = values.into_iter().map(f64::from).collect();
            Array3::from_shape_vec(shape, values).unwrap()
        })
    })
}

fn window() -> impl Strategy<Value = Window> {
    (1usize..5, 1usize..5).prop_map(|(size, stride)| Window { size, stride })
}

/// A setting: as a rule one that many an input can have.
fn setting() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..9.0, 1 => anything()]
}

proptest! {
    #[test]
    fn the_maximum_is_in_its_window_and_nothing_there_is_larger_or_as_large_and_earlier(
        image in whole(), window in window(),
    ) {
        if let Ok(pooled) = max_pool(&image, window) {
            let Window { size, stride } = window;
            for ((c, i, j), y) in pooled.values.indexed_iter() {
                let (row, column) = pooled.at[[c, i, j]];
                prop_assert_eq!(image[[c, row, column]], *y);
                let (rows, columns) = (stride * i..stride * i + size, stride * j..stride * j + size);
                prop_assert!(rows.contains(&row) && columns.contains(&column));
                for at in rows.flat_map(|u| columns.clone().map(move |v| (u, v))) {
                    let x = image[[c, at.0, at.1]];
                    prop_assert!(x < *y || (x == *y && at >= (row, column)));
                }
            }
        }
    }

    #[test]
    fn the_average_is_that_of_the_window_cut_out(image in whole(), window in window()) {
        if let Ok(pooled) = average_pool(&image, window) {
            let Window { size, stride } = window;
            for ((c, i, j), y) in pooled.indexed_iter() {
                let (top, left) = (stride * i, stride * j);
                let cut = image.slice(s![c, top..top + size, left..left + size]);
                prop_assert_eq!(*y, cut.iter().sum::<f64>() / (size * size) as f64);
            }
        }
    }

    #[test]
    fn no_average_and_no_first_pixel_is_above_the_maximum(image in whole(), window in window()) {
        if let Ok(max) = max_pool(&image, window) {
            let average = average_pool(&image, window).unwrap();
            let first = every(&image, window).unwrap();
            let shape = window.output_shape(image.dim()).unwrap();
            prop_assert_eq!([max.values.dim(), average.dim(), first.dim()], [shape; 3]);
            prop_assert!(average.iter().zip(&max.values).all(|(mean, max)| mean <= max));
            prop_assert!(first.iter().zip(&max.values).all(|(x, max)| x <= max));
        }
    }

    #[test]
    fn how_an_image_lies_in_memory_changes_nothing(image in whole(), window in window()) {
        let mut turned = Array3::zeros(image.raw_dim().f());
        turned.assign(&image);
        prop_assert_eq!(max_pool(&turned, window), max_pool(&image, window));
        prop_assert_eq!(average_pool(&turned, window), average_pool(&image, window));
        prop_assert_eq!(every(&turned, window), every(&image, window));
    }

    #[test]
    fn a_window_of_one_pixel_changes_nothing(image in whole()) {
        let window = Window { size: 1, stride: 1 };
        prop_assert_eq!(&max_pool(&image, window).unwrap().values, &image);
        prop_assert_eq!(average_pool(&image, window).unwrap(), image);
    }

    #[test]
    fn each_channel_is_pooled_for_itself(image in whole(), window in window()) {
        if let Ok(pooled) = max_pool(&image, window) {
            for (c, map) in pooled.values.outer_iter().enumerate() {
                let alone = image.index_axis(Axis(0), c).to_owned().insert_axis(Axis(0));
                let alone = max_pool(&alone, window).unwrap().values;
                prop_assert_eq!(map, alone.index_axis(Axis(0), 0));
            }
        }
    }

    #[test]
    fn raising_every_pixel_raises_maximum_and_average_as_much(
        image in whole(), window in window(), more in -8i32..8,
    ) {
        let raised = &image + f64::from(more);
        if let Ok(pooled) = max_pool(&image, window) {
            let higher = max_pool(&raised, window).unwrap();
            prop_assert_eq!(higher.at, pooled.at);
            prop_assert_eq!(higher.values, pooled.values + f64::from(more));
            let low = average_pool(&image, window).unwrap() + f64::from(more);
            let high = average_pool(&raised, window).unwrap();
            prop_assert!(low.iter().zip(&high).all(|(low, high)| (low - high).abs() <= 1e-12));
        }
    }

    #[test]
    fn moving_by_the_stride_moves_the_pooled_map_by_one(
        image in whole(), size in 1usize..4, steps in 0usize..3,
    ) {
        // Room to move in.
        let (c, h, w) = image.dim();
        let mut sheet = Array3::zeros((c, 3 * size + h, w + size));
        sheet.slice_mut(s![.., ..h, ..w]).assign(&image);
        let mut along = Array3::zeros(sheet.dim());
        let by = steps * size;
        along.slice_mut(s![.., by.., ..]).assign(&sheet.slice(s![.., ..3 * size + h - by, ..]));
        let pool = |x: &Array3<f64>| max_pool(x, Window { size, stride: size }).unwrap().values;
        let (before, after) = (pool(&sheet), pool(&along));
        let stays = before.dim().1 - steps;
        prop_assert_eq!(after.slice(s![.., steps.., ..]), before.slice(s![.., ..stays, ..]));
    }

    #[test]
    fn a_shift_by_whole_pixels_copies_them(
        image in whole(), down in -3isize..=3, right in -3isize..=3,
    ) {
        let image = image.index_axis(Axis(0), 0).to_owned();
        let motion = Motion { right: right as f64, down: down as f64, ..Motion::NONE };
        let shifted = convolution::shifted(&image, down, right);
        prop_assert_eq!(moved(&image, motion).unwrap(), shifted);
    }

    #[test]
    fn a_quarter_turn_puts_the_first_row_into_the_last_column(values in vec(0i32..9, 25)) {
        let image = Array2::from_shape_fn((5, 5), |(r, c)| f64::from(values[5 * r + c]));
        let turned = moved(&image, Motion { degrees: 90.0, ..Motion::NONE }).unwrap();
        for ((row, column), x) in image.indexed_iter() {
            prop_assert!((turned[[column, 4 - row]] - x).abs() <= 1e-12);
        }
    }

    #[test]
    fn no_motion_makes_ink_darker_than_the_darkest(
        values in vec(0.0..1.0, 36), right in -9.0..9.0, down in -9.0..9.0,
        degrees in -360.0..360.0, scale in 0.1..9.0,
    ) {
        let image = Array2::from_shape_vec((6, 6), values).unwrap();
        let after = moved(&image, Motion { right, down, degrees, scale }).unwrap();
        let darkest = image.fold(0.0, |a: f64, b| a.max(*b));
        prop_assert!(after.iter().all(|x| (-1e-12..=darkest + 1e-12).contains(x)));
    }

    #[test]
    fn nothing_panics_on_any_image_and_window(
        shape in (0usize..3, 0usize..5, 0usize..5), values in vec(anything(), 32),
        size in count(), stride in count(),
    ) {
        let image = Array3::from_shape_fn(shape, |(c, i, j)| values[(20 * c + 5 * i + j) % 32]);
        let window = Window { size, stride };
        let _ = (max_pool(&image, window), average_pool(&image, window), every(&image, window));
        let _ = window.output_shape((size, stride, size));
        let [every, average, max] = [Summary::Every, Summary::Average, Summary::Max];
        for channel in image.outer_iter() {
            let channel = channel.to_owned();
            for by in [Summary::Pixels, every(window), average(window), max(window)] {
                let _ = summary(&channel, by);
                let _ = change(&channel, Motion { right: 0.5, ..Motion::NONE }, by);
            }
        }
    }

    #[test]
    fn nothing_panics_on_any_motion_and_what_is_finite_stays_a_number(
        shape in (0usize..4, 0usize..4), value in anything(),
        right in anything(), down in anything(), degrees in anything(), scale in anything(),
    ) {
        let image = Array2::from_elem(shape, value);
        let (still, wild) = (Motion::NONE, Motion { right, down, degrees, scale });
        for motion in [
            wild,
            Motion { scale, ..still },
            Motion { degrees, ..still },
            Motion { right, down, ..still },
        ] {
            if let Ok(after) = moved(&image, motion) {
                prop_assert!(!value.is_finite() || after.iter().all(|x| !x.is_nan()));
            }
        }
        let digits = data::digits().get(..3).unwrap_or_default();
        let _ = measured(digits, &[wild], Summary::Pixels);
        let _ = (shifts(right), turns(degrees), growth(scale));
    }
}

proptest! {
    // Each case draws every figure of the chapter.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_digits_of_a_slider_are_measured_to_the_same_bits(
        (size, stride) in (1usize..8, 1usize..8), kind in 0usize..4,
        moves in vec((-4.0..4.0, -4.0..4.0, -30.0..30.0, 0.7..1.4), 1..4),
    ) {
        let window = Window { size, stride };
        let by = [
            Summary::Pixels, Summary::Every(window), Summary::Average(window), Summary::Max(window),
        ][kind];
        let motion = |(right, down, degrees, scale)| Motion { right, down, degrees, scale };
        let motions: Vec<Motion> = moves.into_iter().map(motion).collect();
        let Measured { change, share, found } = measured(data::digits(), &motions, by).unwrap();
        let (moved, at_rest) = (Moved::by(&motions).unwrap(), AtRest::new(by).unwrap());
        prop_assert_eq!(at_rest.change(&moved), change);
        prop_assert_eq!(at_rest.found(&moved), found);
        prop_assert_eq!(at_rest.change(&moved) / at_rest.apart(), share);
    }

    #[test]
    fn no_example_or_figure_panics_whatever_it_is_set_to(values in vec(setting(), 6)) {
        use pooling::{book::figures, book::worked};
        let _ = worked::one_window(&InputValues::from_values(&values));
        let _ = worked::pooled_ramp(&InputValues::from_values(&values));
        let _ = worked::windows(&InputValues::from_values(&values));
        let _ = worked::after_pooling(&InputValues::from_values(&values));
        let _ = worked::digit_pooled(&InputValues::from_values(&values));
        let _ = worked::invariance(&InputValues::from_values(&values));
        let _ = figures::pooling_windows(&InputValues::from_values(&values));
        let _ = figures::digit_pooled(&InputValues::from_values(&values));
        let _ = figures::pooling_invariance(&InputValues::from_values(&values));
    }
}
