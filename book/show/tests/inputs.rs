//! What a reader can set an input to.

use proptest::prelude::*;
use show::{Input, InputValues, OutOfRange};

show::inputs! {
    /// A window over an image,
    /// row after row.
    pub struct Slide = "slide" unfolding row, column {
        /// the row
        row = 1.0 in 0.0..=2.0 by 1.0,
        /// the column
        column = 0.0 in 0.0..=2.0 by 1.0,
        /// how strong it is
        strength = 0.25 in -1.0..=1.0 by 0.1,
    }
}

fn input(default: f64, min: f64, max: f64, step: f64) -> Input {
    let (name, label) = ("w", "the weight");
    Input {
        name,
        label,
        default,
        min,
        max,
        step,
    }
}

#[test]
fn a_struct_of_values_describes_its_inputs() {
    let inputs = Slide::INPUTS;
    assert_eq!(
        (inputs.name, inputs.about),
        ("slide", "A window over an image, row after row.")
    );
    assert_eq!(inputs.unfolds, ["row", "column"]);
    let named: Vec<_> = inputs
        .list
        .iter()
        .map(|input| (input.name, input.label))
        .collect();
    let expected = [
        ("row", "the row"),
        ("column", "the column"),
        ("strength", "how strong it is"),
    ];
    assert_eq!(named, expected);
    assert_eq!(inputs.defaults(), Slide::default().values());
}

#[test]
fn a_value_that_is_not_given_is_the_default() {
    let slide = Slide::from_values(&[2.0]);
    assert_eq!(slide.values(), [2.0, 0.0, 0.25]);
    assert_eq!(
        Slide::from_values(&[2.0, 1.0, 0.5, 7.0]).values(),
        [2.0, 1.0, 0.5]
    );
}

#[test]
fn the_first_value_that_nobody_can_set_is_named() {
    let error =
        |values: &[f64]| Slide::INPUTS.check(values).err().map(|error| error.name);
    assert_eq!(error(&[0.0, 2.0, -1.0]), None);
    assert_eq!(error(&[0.0, 2.5, -9.0]), Some("column"));
    assert_eq!(error(&[0.0, 2.0, f64::NAN]), Some("strength"));
    let slide = Slide {
        row: -1.0,
        ..Slide::default()
    };
    let (name, value, min, max) = ("row", -1.0, 0.0, 2.0);
    assert_eq!(
        slide.check(),
        Err(OutOfRange {
            name,
            value,
            min,
            max
        })
    );
}

#[test]
fn settings_go_from_end_to_end_in_plain_numbers() {
    let settings: Vec<f64> = input(0.1, -0.3, 0.3, 0.1).settings().collect();
    assert_eq!(settings, [-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3]);
    let uneven: Vec<f64> = input(0.0, 0.0, 1.0, 0.4).settings().collect();
    assert_eq!(uneven, [0.0, 0.4, 0.8]);
}

#[test]
fn the_nearest_setting_is_found_within_the_range() {
    let w = input(0.1, -2.0, 2.0, 0.1);
    let found =
        [0.32, 0.30000000000000004, -0.06, 7.0, -7.0].map(|value| w.setting(value));
    assert_eq!(found, [0.3, 0.3, -0.1, 2.0, -2.0]);
}

#[test]
fn what_is_typed_is_taken_as_it_is_but_for_whole_inputs_and_the_range() {
    let typed = |input: Input, values: [f64; 3]| values.map(|value| input.typed(value));
    assert_eq!(
        typed(input(0.1, -2.0, 2.0, 0.1), [0.123, 3.0, -3.0]),
        [0.123, 2.0, -2.0]
    );
    assert_eq!(
        typed(input(3.0, 0.0, 9.0, 1.0), [4.4, 9.6, -0.6]),
        [4.0, 9.0, 0.0]
    );
    // Half a default makes an input of halves.
    assert_eq!(input(0.5, 0.0, 9.0, 1.0).typed(4.4), 4.4);
}

proptest! {
    #[test]
    fn every_setting_is_in_range_and_its_own_nearest(
        min in -50..50_i32, steps in 0..400_i32, tenths in 1..30_i32, value in any::<f64>(),
    ) {
        let step = f64::from(tenths) / 10.0;
        let max = f64::from(min) + f64::from(steps) * step;
        let w = input(f64::from(min), f64::from(min), max, step);
        for setting in w.settings() {
            prop_assert!((w.min..=w.max).contains(&setting));
            prop_assert_eq!(w.setting(setting), setting);
        }
        prop_assert_eq!(w.settings().count(), steps as usize + 1);
        if !value.is_nan() {
            prop_assert!((w.min..=w.max).contains(&w.typed(value)));
            prop_assert!((w.min..=w.max).contains(&w.setting(value)));
        }
    }
}
