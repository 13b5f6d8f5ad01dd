//! A layer of ReLUs that follows a curve.

use activations::Polyline;
use activations::book::worked::{Beyond, Follow, Heights, root_errors};
use plate::{Axis, Drawing, Ink, Point, sample};
use show::InputValues;
use show::number::{fixed, short};

/// The line through five heights; where a ReLU bends it, the dashes say where it would go without.
///
/// # Errors
/// Where the drawing has no room.
pub fn heights(heights: &Heights) -> show::Result<String> {
    heights.check()?;
    let points = heights.points();
    let line = Polyline::through(&points)?;
    let bends = line.bends();
    let y = line.value(heights.x)?;
    let bent: Vec<String> = points
        .iter()
        .zip(&bends)
        .map(|((x, t), w)| {
            format!(
                "height {} at {}, bend {}",
                short(*t, 1),
                short(*x, 0),
                short(*w, 1)
            )
        })
        .collect();
    let desc = format!(
        "A line through five heights: {}; height {} at 4. At {} it is {} high.",
        bent.join("; "),
        short(heights.t4, 1),
        short(heights.x, 1),
        short(y, 2),
    );
    let title = "Four ReLUs, four bends";
    let mut drawing = Drawing::new("heights", (600, 360), title, &desc);
    let across = Axis::linear(0.0, 4.5).step(1.0).named("$x$");
    let up = Axis::linear(-1.0, 5.0).step(1.0).named("$y$");
    let mut chart = drawing.chart(across, up)?;
    // The sum of the first k ReLUs, from where the next one begins.
    let mut slope = 0.0;
    for (at, w) in points.iter().zip(&bends) {
        let end = (4.5, at.1 + slope * (4.5 - at.0));
        chart.line([*at, end], Ink::Muted.pen(1.2).dashed())?;
        slope += w;
    }
    chart.line(points.iter().copied(), Ink::Blue.pen(2.6))?;
    chart.dots(points.iter().copied(), Ink::Blue)?;
    chart.rings([(heights.x, y)], Ink::Vermilion)?;
    for (k, (at, w)) in points.iter().zip(&bends).enumerate() {
        let name = format!("$w_{}$ = {}", k + 1, short(*w, 1));
        chart.label(&name, [*at], Ink::Blue);
    }
    let asked = format!("$y$ = {}", short(y, 2));
    chart.label(&asked, [(heights.x, y)], Ink::Vermilion);
    chart.finish()?;
    Ok(drawing.finish())
}

/// The curve and the layer, and below it how far the layer is from the curve, between the bounds.
///
/// # Errors
/// Where the drawing has no room.
pub fn follow(follow: &Follow) -> show::Result<String> {
    follow.check()?;
    let n = follow.relus();
    let (line, bound) = (follow.line(n)?, follow.bound(follow.n));
    let points = corners(follow, n);
    let desc = format!(
        "A sine with {} from 0 to 1, and a line of {n} straight pieces that meets it at {} places. The line is {} from it at worst; the bound is {}.",
        plural(follow.waves, "wave"),
        n + 1,
        fixed(follow.error(n)?, 4),
        fixed(bound, 4),
    );
    let title = "A layer of ReLUs follows a sine";
    let mut drawing = Drawing::new("follow", (600, 500), title, &desc);
    let across = || Axis::linear(0.0, 1.0).step(0.25);
    let up = Axis::linear(-1.25, 1.25).step(0.5).named("curve and layer");
    let mut chart = drawing.chart_in((15.0, 0.0), (585.0, 290.0), across(), up)?;
    let curve = sample(0.0, 1.0, |x| follow.curve(x));
    chart.line(curve.clone(), Ink::Vermilion.pen(2.0).dashed())?;
    chart.line(points.clone(), Ink::Blue.pen(2.2))?;
    chart.dots(points, Ink::Blue)?;
    chart.label("curve", curve.into_iter().skip(66).take(12), Ink::Vermilion);
    chart.label("layer", [(0.5, line.value(0.5)?)], Ink::Blue);
    chart.finish()?;
    let most = 1.25 * bound;
    let up = Axis::linear(-most, most).at([
        (-bound, fixed(-bound, 3).as_str()),
        (0.0, "0"),
        (bound, fixed(bound, 3).as_str()),
    ]);
    let up = up.named("layer − curve");
    let x = across().named("$x$");
    let mut chart = drawing.chart_in((0.0, 292.0), (600.0, 208.0), x, up)?;
    for level in [-bound, bound] {
        chart.level(level, Ink::Muted.pen(1.4).dashed())?;
    }
    let mut missed = Vec::new();
    for (x, g) in sample(0.0, 1.0, |x| follow.curve(x)) {
        missed.push((x, line.value(x)? - g));
    }
    chart.line(missed, Ink::Blue.pen(2.0))?;
    chart.finish()?;
    Ok(drawing.finish())
}

/// Where the layer of `n` ReLUs bends, and its ends.
fn corners(follow: &Follow, n: u8) -> Vec<Point> {
    let places = activations::evenly(n).into_iter();
    places.map(|x| (x, follow.curve(x))).collect()
}

/// The curve and the layer beyond the places between which it was built.
///
/// # Errors
/// Where the drawing has no room.
pub fn beyond(beyond: &Beyond) -> show::Result<String> {
    beyond.check()?;
    let (follow, at) = (beyond.follow(), beyond.at);
    let n = follow.relus();
    let line = follow.line(n)?;
    let y = line.value(at)?;
    let desc = format!(
        "From 0 to 1 the layer of {n} ReLUs follows the sine. Left of 0 it stays level, and right of 1 it goes straight on: at {} it is at {}, where the sine is at {}.",
        short(at, 2),
        short(y, 2),
        short(follow.curve(at), 2),
    );
    let title = "A layer outside of where it was built";
    let mut drawing = Drawing::new("beyond", (600, 320), title, &desc);
    let across = Axis::linear(-0.5, 2.0).step(0.5).named("$x$");
    let up = Axis::linear(-3.0, 3.0).step(1.0).named("curve and layer");
    let mut chart = drawing.chart(across, up)?;
    for end in [0.0, 1.0] {
        chart.upright(end, Ink::Muted.pen(1.0).dashed())?;
    }
    let curve = sample(-0.5, 2.0, |x| follow.curve(x));
    chart.line(curve.clone(), Ink::Vermilion.pen(2.0).dashed())?;
    let mut layer = vec![(-0.5, line.value(-0.5)?)];
    layer.extend(corners(&follow, n));
    layer.push((2.0, line.value(2.0)?));
    chart.line(layer.clone(), Ink::Blue.pen(2.2))?;
    chart.dots([(at, y)], Ink::Blue)?;
    chart.label("curve", curve.into_iter().skip(150), Ink::Vermilion);
    chart.label("layer", [(at, y)], Ink::Blue);
    chart.finish()?;
    Ok(drawing.finish())
}

/// The largest error against the number of ReLUs, for the sine and for a square root.
///
/// # Errors
/// Where the drawing has no room.
pub fn error_against_relus(follow: &Follow) -> show::Result<String> {
    follow.check()?;
    let mut lines = [Vec::new(), Vec::new(), Vec::new()];
    let mut here = Vec::new();
    for n in [1, 2, 4, 8, 16, 32, 64] {
        for (line, error) in lines.iter_mut().zip(errors(follow, n)?) {
            line.push((f64::from(n), error));
        }
    }
    for error in errors(follow, follow.relus())? {
        here.push((follow.n, error));
    }
    let said: Vec<String> = NAMES
        .iter()
        .zip(&here)
        .map(|((name, _), (_, error))| format!("{name}: {}", fixed(*error, 4)))
        .collect();
    let desc = format!(
        "The largest error against the number of ReLUs, both on log axes. With {} ReLUs: {}.",
        short(follow.n, 0),
        said.join("; "),
    );
    let title = "The error against the number of ReLUs";
    let mut drawing = Drawing::new("error-against-relus", (600, 380), title, &desc);
    let ticks = [1, 2, 4, 8, 16, 32, 64].map(|n| (f64::from(n), n.to_string()));
    let ticks: Vec<(f64, &str)> =
        ticks.iter().map(|(n, name)| (*n, name.as_str())).collect();
    let across = Axis::log(1.0, 64.0).at(ticks).named("ReLUs");
    let up = Axis::log(1e-4, 10.0).named("largest error");
    let mut chart = drawing.chart(across, up)?;
    for ((line, (name, ink)), dot) in lines.into_iter().zip(NAMES).zip(here) {
        chart.line(line.clone(), ink.pen(2.2))?;
        chart.dots([dot], ink)?;
        chart.label(name, line, ink);
    }
    chart.finish()?;
    Ok(drawing.finish())
}

const NAMES: [(&str, Ink); 3] = [
    ("sine", Ink::Blue),
    ("root, bends evenly spread", Ink::Vermilion),
    ("root, bends where it is steep", Ink::Green),
];

/// The largest errors of `n` ReLUs: the sine's and the root's two.
fn errors(follow: &Follow, n: u8) -> show::Result<[f64; 3]> {
    let (even, crowded) = root_errors(n)?;
    Ok([follow.error(n)?, even, crowded])
}

fn plural(count: f64, noun: &str) -> String {
    let ending = if count == 1.0 { "" } else { "s" };
    format!("{} {noun}{ending}", short(count, 1))
}
