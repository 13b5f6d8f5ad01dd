//! What holds for every input: figures are sound, the same each time, and never panic.

use crate::sound::{check, corners};
use plate::{
    Axis, Cells, Chart, Drawing, Error, Ink, Letters, Point, Side, Tint, between,
    column, sample, shortened,
};
use proptest::prelude::*;

/// Any number at all, and often an ordinary one.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![4 => -700.0..700.0, 1 => any::<f64>(), 1 => Just(f64::NAN), 1 => Just(f64::INFINITY)]
}

fn point() -> impl Strategy<Value = Point> {
    (number(), number())
}

fn ink() -> impl Strategy<Value = Ink> {
    (0..10_usize).prop_map(|i| Ink::all().nth(i).expect("there are ten"))
}

fn letters() -> impl Strategy<Value = Letters> {
    (ink(), number(), any::<[bool; 6]>()).prop_map(|(ink, size, flags)| {
        let steps: [fn(Letters) -> Letters; 6] = [
            Letters::start,
            Letters::above,
            Letters::bold,
            Letters::halo,
            Letters::turned,
            Letters::below,
        ];
        let chosen = steps.into_iter().zip(flags).filter(|(_, on)| *on);
        chosen.fold(ink.letters(size), |letters, (step, _)| step(letters))
    })
}

/// One call of each kind on a drawing.
fn draw(
    drawing: &mut Drawing,
    kind: u8,
    p: &[Point],
    n: f64,
    ink: Ink,
    text: &str,
    letters: Letters,
) {
    let pen = ink.pen(n);
    match kind {
        0 => drawing.line(p[0], p[1], pen),
        1 => drawing.polyline(p.iter().copied(), pen.dashed()),
        2 => drawing.polygon(p.iter().copied(), (ink.tint(n), pen)),
        3 => drawing.rect(p[0], p[1], ink.tint(n)),
        4 => drawing.rounded(p[0], p[1], n, (ink, pen)),
        5 => drawing.circle(p[0], n, pen),
        6 => drawing.arrow(p[0], p[1], pen),
        7 => drawing.node(p[0], n, text, ink),
        8 => drawing.edge((p[0], n), (p[1], n), pen),
        9 => drawing.on_line(p[0], p[1], n, text, letters),
        10 => drop(drawing.brace(p[0], p[1], Side::Left, pen)),
        11 => drop(drawing.brace(p[0], p[1], Side::Above, pen)),
        12 => drawing.shades(&Cells::new(p[0], (3, 4), n), |r, _| {
            Tint::signed(r as f64 * n, p[1].0)
        }),
        13 => drawing.lattice(&Cells::new(p[0], (3, 4), n), pen),
        14 => {
            drawing.entries(&Cells::new(p[0], (2, 2), n), |_, _| text.into(), letters)
        }
        15 => drawing.window(&Cells::new(p[0], (2, 2), n), (-1, 7), (3, 3), ink),
        _ => drawing.text(p[0], text, letters),
    }
}

type Call = (u8, Vec<Point>, f64, Ink, String, Letters);

fn calls() -> impl Strategy<Value = Vec<Call>> {
    let call = (
        0..18_u8,
        prop::collection::vec(point(), 4),
        number(),
        ink(),
        any::<String>(),
        letters(),
    );
    prop::collection::vec(call, 0..12)
}

fn diagram(size: (u32, u32), words: &str, calls: &[Call]) -> String {
    let mut drawing = Drawing::new(words, size, words, words);
    for (kind, points, n, ink, text, letters) in calls {
        draw(&mut drawing, *kind, points, *n, *ink, text, *letters);
    }
    drawing.finish()
}

/// A chart with something of each kind on it.
fn chart(
    size: (u32, u32),
    x: Axis,
    y: Axis,
    points: &[Point],
    n: f64,
    text: &str,
) -> Result<String, Error> {
    let mut drawing = Drawing::new("chart", size, text, text);
    let mut chart: Chart = drawing.chart(x.named(text), y.named("loss $L$"))?;
    let wave = |x: f64, y: f64| libm::sin(x + n) * y;
    chart.heat(wave, (0.0, n), 4, Ink::Blue.tint(0.7))?;
    chart.contours(wave, [n], Ink::Text)?;
    chart.bars(points.iter().copied(), n, 0.0, Ink::Sky.tint(0.4))?;
    chart.line(points.iter().copied(), Ink::Blue.pen(n))?;
    chart.line(sample(-3.0, 3.0, |x| x * n), Ink::Orange)?;
    chart.level(n, Ink::Muted.pen(1.0).dashed())?;
    chart.upright(n, Ink::Muted)?;
    chart.dots(points.iter().copied(), Ink::Vermilion)?;
    chart.rings(points.iter().copied(), Ink::Purple)?;
    chart.crosses(points.iter().copied(), Ink::Green)?;
    chart.label(text, points.iter().copied(), Ink::Blue);
    chart.label("a $w_1$", points.iter().copied(), Ink::Blue);
    chart.finish()?;
    Ok(drawing.finish())
}

fn axis() -> impl Strategy<Value = Axis> {
    prop_oneof![
        6 => (-9.0..0.0, 0.5..900.0).prop_map(|(from, long)| Axis::linear(from, from + long)),
        2 => (1e-9..1.0, 1.5..1e9).prop_map(|(from, by)| Axis::log(from, from * by)),
        1 => (number(), number()).prop_map(|(from, to)| Axis::linear(from, to)),
        1 => (number(), number()).prop_map(|(from, to)| Axis::log(from, to)),
        1 => (number(), number(), number()).prop_map(|(from, to, step)| Axis::linear(from, to).step(step)),
        1 => (number(), number()).prop_map(|(a, b)| Axis::names(&["a", "b"]).at([(a, "a"), (b, "b")])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_diagram_is_sound_and_the_same_each_time(
        size in (1..2000_u32, 1..2000_u32),
        words in any::<String>(),
        calls in calls(),
    ) {
        let svg = diagram(size, &words, &calls);
        check(&svg);
        prop_assert_eq!(svg, diagram(size, &words, &calls));
    }

    #[test]
    fn any_words_come_out_as_they_went_in(words in "[^$\\p{C}\\s]{1,40}") {
        let svg = diagram((300, 300), &words, &[]);
        let xml = roxmltree::Document::parse(&svg).expect("checked");
        let title = xml.descendants().find(|n| n.tag_name().name() == "title").expect("checked");
        prop_assert_eq!(title.text(), Some(words.as_str()));
        let mut drawing = Drawing::new("words", (300, 300), "", "");
        drawing.text((150.0, 150.0), &words, Ink::Text);
        let svg = drawing.finish();
        let xml = roxmltree::Document::parse(&svg).expect("checked");
        let text = xml.descendants().find(|n| n.tag_name().name() == "text").expect("it is there");
        prop_assert_eq!(text.text(), Some(words.as_str()));
    }

    #[test]
    fn a_size_of_any_kind_draws_or_refuses(size in any::<(u32, u32)>(), n in number()) {
        let points = [(0.0, 1.0), (n, n)];
        if let Ok(svg) = chart(size, Axis::linear(0.0, 1.0), Axis::linear(0.0, 1.0), &points, n, "words") {
            check(&svg);
        }
    }

    #[test]
    fn points_between_others_are_found_without_a_panic(value in number(), count in any::<usize>()) {
        prop_assert!(column((value, value), count, value).len() <= 10_000);
        let _ = (between((value, 0.0), (0.0, value), value), shortened((value, 0.0), (0.0, value), value, 1.0));
    }

    #[test]
    fn the_ticks_of_an_axis_lie_on_it_in_order(axis in axis()) {
        let ticks = axis.ticks();
        prop_assert!(ticks.len() <= 61);
        let slack = 1e-6 * (axis.to() - axis.from()).abs();
        if slack.is_finite() {
            for (tick, _) in ticks {
                prop_assert!(*tick >= axis.from() - slack && *tick <= axis.to() + slack, "{} on {:?}", tick, axis);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_chart_is_sound_and_the_same_each_time(
        (x, y) in (axis(), axis()),
        points in prop::collection::vec(prop_oneof![3 => (-9.0..9.0, -9.0..9.0), 1 => point()], 0..8),
        n in number(),
        text in any::<String>(),
    ) {
        let draw = || chart((500, 400), x.clone(), y.clone(), &points, n, &text);
        if let Ok(svg) = draw() {
            check(&svg);
            prop_assert_eq!(Ok(svg), draw());
        }
    }

    #[test]
    fn a_line_never_leaves_the_frame_nor_runs_along_it(points in prop::collection::vec(point(), 2..12)) {
        let mut drawing = Drawing::new("frame", (500, 400), "", "");
        let mut chart = drawing.chart(Axis::linear(-5.0, 5.0), Axis::linear(-5.0, 5.0)).expect("a frame");
        let (low, high) = (chart.at((-5.0, 5.0)), chart.at((5.0, -5.0)));
        chart.line(points.iter().copied(), Ink::Sky).expect("a line");
        chart.finish().expect("a chart");
        let svg = drawing.finish();
        for path in svg.lines().filter(|line| line.contains("--plate-sky")) {
            let d = path.split(" d=\"").nth(1).and_then(|d| d.split('"').next()).expect("a path");
            for (x, y) in corners(d).into_iter().flatten() {
                let inside = x > low.0 - 0.11 && x < high.0 + 0.11 && y > low.1 - 0.11 && y < high.1 + 0.11;
                prop_assert!(inside, "({}, {}) lies outside {:?} {:?}", x, y, low, high);
            }
        }
    }
}
