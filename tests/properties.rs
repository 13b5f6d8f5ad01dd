//! Whatever a reader sets, every example and every figure answers or refuses in a sentence.

use plate::Input;
use proptest::collection::vec;
use proptest::prelude::*;

/// More parts than any example has inputs.
const MOST: usize = 24;

/// Values all over the ranges at once, whole steps or not: a part of 0 is the least, 1 the largest.
fn within(inputs: &[Input], parts: &[f64]) -> Vec<f64> {
    let all = inputs.iter().zip(parts);
    all.map(|(input, part)| (input.min + part * (input.max - input.min)).min(input.max))
        .collect()
}

fn parts() -> impl Strategy<Value = Vec<f64>> {
    let part = prop_oneof![3 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)];
    vec(part, MOST)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_example_answers_with_finite_numbers_or_refuses_in_words(parts in parts()) {
        for example in press::chapters().into_iter().flat_map(|chapter| chapter.examples) {
            let values = within(example.inputs, &parts);
            prop_assert!(values.len() == example.inputs.len());
            match example.run(&values) {
                Ok(outputs) => for (name, value) in outputs.iter() {
                    prop_assert!(value.is_finite(), "{}.{name} is {value} at {values:?}", example.name);
                },
                Err(refusal) => prop_assert!(!refusal.to_string().is_empty()),
            }
        }
    }

    #[test]
    fn every_figure_draws_or_refuses_in_words(parts in parts()) {
        for figure in press::chapters().into_iter().flat_map(|chapter| chapter.figures) {
            let values = within(figure.inputs, &parts);
            match figure.draw(&values) {
                Ok(svg) => {
                    let numbers = ["NaN", "inf\"", "inf "].iter().all(|word| !svg.contains(word));
                    prop_assert!(numbers, "{} at {values:?}: {svg}", figure.name);
                }
                Err(refusal) => prop_assert!(!refusal.to_string().is_empty()),
            }
        }
    }

    #[test]
    fn what_no_reader_can_set_is_refused_with_its_name_and_range(
        bits in any::<u64>(), at in 0..MOST, parts in parts(),
    ) {
        let wild = f64::from_bits(bits);
        for example in press::chapters().into_iter().flat_map(|chapter| chapter.examples) {
            let mut values = within(example.inputs, &parts);
            let at = at % values.len();
            let Input { name, min, max, .. } = example.inputs[at];
            if !(min..=max).contains(&wild) {
                values[at] = wild;
                let refusal = example.run(&values).unwrap_err().to_string();
                let said = format!("`{name}` is {wild}: expected a number from {min} to {max}");
                prop_assert_eq!(refusal, said);
            }
        }
    }
}
