//! What a drawing refuses, each with its own error.

use plate::{Axis, Drawing, Error, ErrorKind, Ink};
use plotters::prelude::{Circle, RED};
use plotters::style::Color;

fn drawing() -> Drawing {
    Drawing::new("errors", (400, 300), "Errors", "Nothing.")
}

#[test]
fn a_colour_that_is_no_ink_is_refused_by_name() {
    let mut drawing = drawing();
    let area = drawing.plotters();
    let error = area
        .draw(&Circle::new((10, 10), 5, RED.filled()))
        .map_err(Error::from);
    assert_eq!(error, Err(ErrorKind::NotAnInk(255, 0, 0).into()));
    assert!(error.unwrap_err().to_string().contains("#ff0000"));
}

#[test]
fn single_pixels_are_refused() {
    let mut drawing = drawing();
    let error = drawing
        .plotters()
        .draw_pixel((1, 1), &Ink::Blue)
        .map_err(Error::from);
    assert_eq!(error, Err(ErrorKind::Pixels.into()));
}

#[test]
fn an_axis_without_a_length_is_refused_with_both_ends() {
    let cases = [
        (1.0, 1.0),
        (2.0, 1.0),
        (f64::NAN, 1.0),
        (0.0, f64::INFINITY),
        (f64::MIN, f64::MAX),
    ];
    for (from, to) in cases {
        let error = drawing()
            .chart(Axis::linear(from, to).named("z"), Axis::linear(0.0, 1.0))
            .err();
        let Some(ErrorKind::Axis { name, .. }) = error.as_ref().map(Error::kind) else {
            panic!("{from} to {to} gives {error:?}");
        };
        assert_eq!(name, "z");
    }
}

#[test]
fn a_logarithmic_axis_from_zero_is_refused() {
    let error = drawing()
        .chart(Axis::linear(0.0, 1.0), Axis::log(0.0, 1.0))
        .err();
    let words = error.map(|e| e.to_string()).unwrap_or_default();
    assert!(words.contains("no logarithm"), "{words}");
}

#[test]
fn more_ticks_than_anyone_can_read_are_refused() {
    let error = drawing()
        .chart(Axis::linear(0.0, 1.0).step(0.001), Axis::linear(0.0, 1.0))
        .err();
    let words = error.map(|e| e.to_string()).unwrap_or_default();
    assert!(words.contains("more ticks"), "{words}");
}

#[test]
fn a_chart_without_room_is_refused() {
    let error = Drawing::new("small", (50, 50), "", "")
        .chart(Axis::linear(0.0, 1.0), Axis::linear(0.0, 1.0).named("y"))
        .err();
    assert_eq!(
        error.as_ref().map(Error::kind),
        Some(&ErrorKind::Size {
            width: 50.0,
            height: 50.0
        })
    );
}
