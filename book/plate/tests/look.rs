//! What the pictures show: that lines are cut and not bent, that labels keep clear, that files are small.

use crate::sound::{check, corners};
use plate::{Axis, Cells, Chart, Drawing, Ink, Point, Tint, sample};

/// The lines and corners drawn in one ink, in px.
fn drawn(svg: &str, ink: &str) -> Vec<Vec<Point>> {
    let stroked = format!("stroke=\"var(--plate-{ink},");
    let filled = format!("fill=\"var(--plate-{ink},");
    svg.lines()
        .filter(|line| line.starts_with("<path"))
        .filter(|line| line.contains(&stroked) || line.contains(&filled))
        .filter_map(|line| line.split(" d=\"").nth(1)?.split('"').next())
        .flat_map(corners)
        .collect()
}

/// A chart from −1 to 1 with what `draw` draws on it, and what it returns.
fn chart<T>(draw: impl FnOnce(&mut Chart) -> T) -> (T, String) {
    let mut drawing = Drawing::new("look", (500, 400), "", "");
    let unit = Axis::linear(-1.0, 1.0);
    let mut chart = drawing.chart(unit.clone(), unit).unwrap();
    let result = draw(&mut chart);
    chart.finish().unwrap();
    (result, drawing.finish())
}

fn near(a: Point, b: Point, distance: f64) -> bool {
    (a.0 - b.0).abs() < distance && (a.1 - b.1).abs() < distance
}

#[test]
fn a_line_that_leaves_the_frame_is_cut_not_bent() {
    let (ends, svg) = chart(|chart| {
        chart.line([(-2.0, -4.0), (2.0, 4.0)], Ink::Sky).unwrap();
        [chart.at((-0.5, -1.0)), chart.at((0.5, 1.0))]
    });
    let lines = drawn(&svg, "sky");
    let [line] = lines.as_slice() else {
        panic!("{lines:?}")
    };
    for (point, expected) in line.iter().zip(ends) {
        assert!(near(*point, expected, 0.11), "{point:?} {expected:?}");
    }
}

#[test]
fn a_gap_in_the_data_is_a_gap_in_the_line() {
    let points = [
        (-0.5, 0.0),
        (-0.2, 0.1),
        (0.0, f64::NAN),
        (0.2, 0.1),
        (0.5, f64::INFINITY),
        (0.6, 0.0),
        (0.7, 0.1),
    ];
    let (_, svg) = chart(|chart| chart.line(points, Ink::Sky).unwrap());
    assert_eq!(drawn(&svg, "sky").len(), 2);
}

#[test]
fn a_contour_of_a_plane_is_the_straight_line_where_it_has_that_height() {
    let (ends, svg) = chart(|chart| {
        chart.contours(|x, y| x + 2.0 * y, [0.5], Ink::Sky).unwrap();
        [chart.at((-1.0, 0.75)), chart.at((1.0, -0.25))]
    });
    let lines = drawn(&svg, "sky");
    let [line] = lines.as_slice() else {
        panic!("{lines:?}")
    };
    let (first, last) = (line[0], line[line.len() - 1]);
    let run = |from, to| near(first, from, 0.2) && near(last, to, 0.2);
    assert!(run(ends[0], ends[1]) || run(ends[1], ends[0]));
}

#[test]
fn a_saddle_has_two_branches_and_a_ring_has_one() {
    for (f, branches) in [
        ((|x, y| x * y) as fn(f64, f64) -> f64, 2),
        (|x, y| x * x + y * y, 1),
        (|_, _| f64::NAN, 0),
    ] {
        let (_, svg) = chart(|chart| chart.contours(f, [0.3], Ink::Sky).unwrap());
        assert_eq!(drawn(&svg, "sky").len(), branches);
    }
}

#[test]
fn a_region_that_fills_the_chart_is_one_box() {
    let ((low, high), svg) = chart(|chart| {
        let sky = Ink::Sky.tint(0.5);
        chart.heat(|_, _| 9.0, (0.0, 1.0), 1, sky).unwrap();
        (chart.at((-1.0, 1.0)), chart.at((1.0, -1.0)))
    });
    let boxes = drawn(&svg, "sky");
    assert_eq!(boxes.len(), 1);
    assert_eq!(boxes[0].len(), 4, "{boxes:?}");
    for (x, y) in &boxes[0] {
        assert!([low.0, high.0].iter().any(|e| (x - e).abs() < 0.11), "{x}");
        assert!([low.1, high.1].iter().any(|e| (y - e).abs() < 0.11), "{y}");
    }
}

#[test]
fn a_region_with_a_hole_is_one_path() {
    let (_, svg) = chart(|chart| {
        let (bowl, sky) = (|x: f64, y: f64| x * x + y * y, Ink::Sky.tint(0.5));
        chart.heat(bowl, (0.0, 0.5), 1, sky).unwrap();
    });
    check(&svg);
    assert_eq!(svg.matches("fill=\"var(--plate-sky").count(), 1);
    let signed_area = |ring: &[Point]| {
        let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
        pairs.map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<f64>()
    };
    let rings = drawn(&svg, "sky");
    let signs: Vec<f64> = rings
        .iter()
        .map(|ring| signed_area(ring).signum())
        .collect();
    assert_eq!(signs.len(), 2);
    assert_eq!(signs[0], -signs[1], "the hole runs the other way round");
}

#[test]
fn the_name_of_a_curve_keeps_clear_of_it_at_every_setting() {
    for step in -24..=24 {
        let at = f64::from(step) / 4.0;
        let sigmoid = |z: f64| 1.0 / (1.0 + libm::exp(-z));
        let derivative = sigmoid(at) * (1.0 - sigmoid(at));
        let tangent = |z: f64| sigmoid(at) + derivative * (z - at);
        let mut drawing = Drawing::new("clear", (600, 380), "", "");
        let mut chart = drawing
            .chart(Axis::linear(-6.0, 6.0), Axis::linear(0.0, 1.0))
            .unwrap();
        chart.line(sample(-6.0, 6.0, tangent), Ink::Sky).unwrap();
        chart.line(sample(-6.0, 6.0, sigmoid), Ink::Sky).unwrap();
        chart.label("sigmoid", sample(-6.0, 6.0, sigmoid), Ink::Green);
        chart.label("tangent", sample(-6.0, 6.0, tangent), Ink::Purple);
        chart.finish().unwrap();
        let svg = drawing.finish();
        let xml = roxmltree::Document::parse(&svg).unwrap();
        let labels: Vec<_> = xml
            .descendants()
            .filter(|n| n.attribute("paint-order").is_some())
            .collect();
        assert_eq!(labels.len(), 2, "both are named at z = {at}");
        for label in labels {
            let [x, y] = ["x", "y"]
                .map(|name| label.attribute(name).unwrap().parse::<f64>().unwrap());
            let half = plate::metrics::width(label.text().unwrap(), 14.0) / 2.0;
            for line in drawn(&svg, "sky") {
                for ends in line.windows(2) {
                    for k in 0..=20 {
                        let (px, py) =
                            plate::between(ends[0], ends[1], f64::from(k) / 20.0);
                        let inside = (px - x).abs() < half && py < y && py > y - 10.0;
                        assert!(
                            !inside,
                            "a line runs through {:?} at z = {at}",
                            label.text()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn a_curve_and_an_image_stay_small() {
    let mut drawing = Drawing::new("small", (600, 380), "", "");
    let mut chart = drawing
        .chart(Axis::linear(-6.0, 6.0), Axis::linear(0.0, 1.0))
        .unwrap();
    chart
        .line(
            sample(-6.0, 6.0, |z| 1.0 / (1.0 + libm::exp(-z))),
            Ink::Blue,
        )
        .unwrap();
    chart.finish().unwrap();
    let svg = drawing.finish();
    assert!(
        svg.len() < 4_000,
        "a chart of one curve takes {} bytes",
        svg.len()
    );

    let mut drawing = Drawing::new("image", (300, 300), "", "");
    let image = Cells::new((10.0, 10.0), (28, 28), 10.0);
    drawing.shades(&image, |r, c| {
        Tint::ramp(Ink::Text, libm::sin((r * c) as f64 / 60.0), 1.0)
    });
    let svg = drawing.finish();
    assert!(
        svg.len() < 12_000,
        "an image of 784 pixels takes {} bytes",
        svg.len()
    );
}

#[test]
fn shapes_of_one_paint_share_one_path() {
    let mut drawing = Drawing::new("lattice", (300, 300), "", "");
    drawing.lattice(&Cells::new((10.0, 10.0), (4, 4), 30.0), Ink::Muted.pen(1.0));
    assert_eq!(drawing.finish().matches("<path").count(), 1);
}

#[test]
fn a_little_mathematics_is_set_as_formulas_are() {
    let mut drawing = Drawing::new("words", (300, 100), "", "");
    drawing.text(
        (150.0, 50.0),
        "slope $∂L/∂w_{1}$ of $max(x^2, -1)$",
        Ink::Text,
    );
    let svg = drawing.finish();
    check(&svg);
    let xml = roxmltree::Document::parse(&svg).unwrap();
    let text = xml
        .descendants()
        .find(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        .unwrap();
    let all: String = text
        .descendants()
        .filter(|n| n.is_text())
        .filter_map(|n| n.text())
        .collect();
    assert_eq!(all, "slope ∂L/∂w1 of max(x2, −1)");
    let italic = text
        .children()
        .filter(|n| n.attribute("font-style") == Some("italic"));
    let italic: Vec<_> = italic.filter_map(|n| n.text()).collect();
    assert_eq!(italic, ["∂L", "∂w", "x"]);
    let drops: Vec<f64> = text
        .children()
        .filter_map(|n| n.attribute("dy")?.parse().ok())
        .collect();
    assert_eq!(
        drops.iter().sum::<f64>(),
        0.0,
        "the last word stands on the line again"
    );
}
