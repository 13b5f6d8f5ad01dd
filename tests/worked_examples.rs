//! A worked example is a computation, and a figure is a drawing of one: what can be set matters, and
//! what is shown depends on it.

use show::{Example, Figure, Input};
use std::collections::BTreeMap;

/// The defaults with one input at another setting, for `most` settings of each input.
fn some_moves(
    inputs: &'static [Input],
    most: usize,
) -> impl Iterator<Item = (usize, Vec<f64>)> {
    let defaults: Vec<f64> = inputs.iter().map(|input| input.default).collect();
    inputs.iter().enumerate().flat_map(move |(index, input)| {
        let settings: Vec<f64> = input.settings().collect();
        let stride = settings.len().div_ceil(most).max(1);
        let some: Vec<f64> = settings.into_iter().step_by(stride).collect();
        let defaults = defaults.clone();
        some.into_iter().map(move |setting| {
            let mut values = defaults.clone();
            values[index] = setting;
            (index, values)
        })
    })
}

/// The same for a handful of settings.
fn moves(inputs: &'static [Input]) -> impl Iterator<Item = (usize, Vec<f64>)> {
    some_moves(inputs, 12)
}

fn examples() -> Vec<Example> {
    live::interactive()
        .into_iter()
        .flat_map(|chapter| chapter.examples)
        .collect()
}

fn figures() -> Vec<Figure> {
    live::interactive()
        .into_iter()
        .flat_map(|chapter| chapter.figures)
        .collect()
}

fn ill_formed(name: &str, inputs: &[Input]) -> Vec<String> {
    inputs
        .iter()
        .filter(|i| {
            !(i.min <= i.default
                && i.default <= i.max
                && i.step > 0.0
                && !i.label.is_empty())
        })
        .map(|i| {
            format!(
                "{name}.{}: {} is not in {}..={} by {}",
                i.name, i.default, i.min, i.max, i.step
            )
        })
        .collect()
}

#[test]
fn every_input_has_a_label_and_a_range_that_holds_its_default() {
    let mut wrong = Vec::new();
    for example in examples() {
        wrong.extend(ill_formed(example.name, example.inputs.list));
    }
    for figure in figures() {
        wrong.extend(ill_formed(figure.name, figure.inputs.list));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_input_moves_an_output_of_its_examples_and_every_output_is_moved_by_an_input() {
    let mut idle = Vec::new();
    // Examples of the same inputs move together: an input may be there for one of them alone.
    let mut inputs: BTreeMap<&str, Vec<bool>> = BTreeMap::new();
    for example in examples() {
        let at_rest = example
            .at_defaults()
            .unwrap_or_else(|e| panic!("{}: {}", example.name, e.as_str()));
        let inputs = inputs
            .entry(example.inputs.name)
            .or_insert_with(|| vec![false; example.inputs.list.len()]);
        let mut outputs: Vec<(String, bool)> = at_rest
            .iter()
            .map(|(name, _)| (name.to_string(), false))
            .collect();
        for (index, values) in moves(example.inputs.list) {
            // A refusal is an answer too, but no number that moves.
            let Ok(moved) = example.run(&values) else {
                continue;
            };
            for (name, seen) in &mut outputs {
                let changed = moved.get(name) != at_rest.get(name);
                *seen |= changed;
                inputs[index] |= changed;
            }
        }
        let still = outputs.iter().filter(|(_, moved)| !moved);
        idle.extend(
            still
                .map(|(name, _)| format!("output {}.{name} never moves", example.name)),
        );
    }
    for example in examples() {
        let still = example.inputs.list.iter().zip(&inputs[example.inputs.name]);
        let still = still.filter(|(_, moves)| !**moves);
        idle.extend(still.map(|(input, _)| {
            format!("input {}.{} moves nothing", example.inputs.name, input.name)
        }));
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn every_output_of_every_setting_is_finite_or_politely_refused() {
    let mut wrong = Vec::new();
    for example in examples() {
        for (_, values) in some_moves(example.inputs.list, usize::MAX) {
            match example.run(&values) {
                Ok(outputs) => wrong.extend(
                    outputs.iter().filter(|(_, value)| !value.is_finite()).map(
                        |(name, value)| {
                            format!("{}.{name} is {value} at {values:?}", example.name)
                        },
                    ),
                ),
                Err(refusal) if refusal.as_str().is_empty() => {
                    wrong.push(format!(
                        "{} refuses {values:?} without a word",
                        example.name
                    ));
                }
                Err(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_parameter_of_a_figure_changes_its_picture_or_is_there_for_a_further_example_alone()
 {
    let mut idle = Vec::new();
    let examples = examples();
    for figure in figures() {
        let at_rest = figure
            .at_defaults()
            .unwrap_or_else(|e| panic!("{}: {}", figure.name, e.as_str()));
        let (first, further): (Vec<_>, Vec<_>) = examples
            .iter()
            .filter(|example| example.inputs.name == figure.inputs.name)
            .partition(|example| example.name == example.inputs.name);
        let changed = |examples: &[&Example], values: &[f64]| {
            let mut examples = examples.iter();
            examples
                .any(|example| example.run(values).ok() != example.at_defaults().ok())
        };
        let mut changes = vec![[false; 3]; figure.inputs.list.len()];
        for (index, values) in moves(figure.inputs.list) {
            let [picture, number, further_number] = &mut changes[index];
            *picture |= figure.draw(&values).is_ok_and(|svg| svg != at_rest);
            *number |= changed(&first, &values);
            *further_number |= changed(&further, &values);
        }
        for (input, [picture, number, further_number]) in
            figure.inputs.list.iter().zip(changes)
        {
            if !picture && (number || !further_number) {
                idle.push(format!("{}.{} changes nothing", figure.name, input.name));
            }
        }
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn a_figure_keeps_its_height_so_that_the_page_below_does_not_jump() {
    let height = |svg: &str| {
        let (_, after) = svg.split_once(" height=").unwrap();
        after.split_once(' ').unwrap().0.to_string()
    };
    for figure in figures() {
        let at_rest = height(&figure.at_defaults().unwrap());
        for (_, values) in moves(figure.inputs.list) {
            if let Ok(svg) = figure.draw(&values) {
                assert_eq!(height(&svg), at_rest, "{} at {values:?}", figure.name);
            }
        }
    }
}

#[test]
fn the_same_parameters_give_the_same_bytes() {
    for figure in figures() {
        assert_eq!(
            figure.at_defaults().unwrap(),
            figure.at_defaults().unwrap(),
            "{}",
            figure.name
        );
    }
}

#[test]
fn the_pencils_chain_holds_no_more_decimals_than_it_is_told_and_so_rounds() {
    let examples = examples();
    let named = |name: &str| examples.iter().find(|e| e.name == name).expect(name);
    let (exact, pencil) = (named("perceptron"), named("perceptron-rounded"));
    let mut apart = false;
    let place = pencil
        .inputs
        .list
        .iter()
        .position(|i| i.name == "decimals")
        .unwrap();
    for (_, values) in moves(pencil.inputs.list) {
        let decimals = values[place] as usize;
        let (exact, pencil) =
            (exact.run(&values).unwrap(), pencil.run(&values).unwrap());
        for name in [
            "sigmoid",
            "derivative",
            "delta",
            "dw1",
            "dw2",
            "w1_new",
            "w2_new",
        ] {
            let written = pencil.get(name).expect(name);
            let short: f64 = format!("{written:.decimals$}").parse().unwrap();
            assert!(
                (written - short).abs() < 1e-14,
                "{name} is {written} at {values:?}"
            );
            apart |= (written - exact.get(name).expect(name)).abs() > 1e-9;
        }
    }
    assert!(apart, "the pencil never differs from the computer");
}

#[test]
fn every_setting_is_the_number_that_its_decimals_read_as() {
    let decimals = |x: f64| format!("{x}").split_once('.').map_or(0, |(_, d)| d.len());
    let examples = examples().into_iter().map(|example| example.inputs.list);
    let figures = figures().into_iter().map(|figure| figure.inputs.list);
    for input in examples.chain(figures).flatten() {
        let decimals = decimals(input.min).max(decimals(input.step));
        for setting in input.settings() {
            let read: f64 = format!("{setting:.decimals$}").parse().unwrap();
            assert_eq!(setting, read, "{input:?}");
            assert_eq!(input.setting(setting), setting, "{input:?}");
        }
    }
}
