//! Examples and figures: functions of values, in the order of their inputs.

use show::{Example, Figure, Outputs};

show::inputs! {
    /// A number.
    pub struct Line = "line" {
        /// the input
        x = 2.5 in -4.0..=4.0 by 0.5,
    }
}

fn doubled(line: &Line) -> show::Result<Outputs> {
    Ok(Outputs::new().with("z", 2.0 * line.x))
}

fn root(line: &Line) -> show::Result<Outputs> {
    match line.x >= 0.0 {
        true => Ok(Outputs::new().with("root", line.x.sqrt())),
        false => Err("a negative number has no root".into()),
    }
}

#[test]
fn an_example_is_called_as_its_inputs_or_has_a_name_of_its_own() {
    let [doubled, root] = [Example::new(doubled), Example::named("root", root)];
    assert_eq!((doubled.name, doubled.inputs.name), ("line", "line"));
    assert_eq!((root.name, root.inputs.name), ("root", "line"));
}

#[test]
fn an_example_answers_its_values_and_its_defaults() {
    let example = Example::new(doubled);
    assert_eq!(example.run(&[-1.5]).unwrap().get("z"), Some(-3.0));
    assert_eq!(example.run(&[]).unwrap(), example.at_defaults().unwrap());
    assert_eq!(example.at_defaults().unwrap().get("z"), Some(5.0));
}

#[test]
fn what_the_chapter_cannot_answer_is_said_in_its_own_words() {
    let error = Example::named("root", root).run(&[-1.0]).unwrap_err();
    assert_eq!(error.as_str(), "a negative number has no root");
}

#[test]
fn a_value_outside_its_range_never_reaches_the_chapter() {
    let example = Example::new(|_: &Line| -> show::Result<Outputs> { unreachable!() });
    let figure = Figure::new("never", |_: &Line| -> show::Result<String> {
        unreachable!()
    });
    for value in [4.5, -5.0, f64::NAN, f64::INFINITY] {
        let expected = format!("`x` is {value}: expected a number from -4 to 4");
        assert_eq!(example.run(&[value]).unwrap_err().as_str(), expected);
        assert_eq!(figure.draw(&[value]).unwrap_err().as_str(), expected);
    }
}

#[test]
fn results_keep_their_order_and_count_from_one() {
    let outputs = Outputs::new().with("z", 0.5).with_each("w", [1.0, 2.0]);
    let all: Vec<_> = outputs.iter().collect();
    assert_eq!(all, [("z", 0.5), ("w1", 1.0), ("w2", 2.0)]);
    assert_eq!(outputs.get("w3"), None);
}
