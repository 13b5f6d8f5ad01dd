//! The claim of invariance, measured: how a digit's pooled map changes as the digit moves.

use plate::{Axis, Drawing, Error, Ink, Pen, Point};
use pooling::book::worked::{AtRest, Invariance, Moved, compared};
use pooling::{Motion, Summary, growth, shifts, turns};
use show::InputValues;
use show::number::{fixed, short, whole};
use std::sync::OnceLock;

/// One chart: how far the digits move, and by which motions.
struct Panel {
    corner: Point,
    size: (f64, f64),
    name: &'static str,
    last: f64,
    motions: fn(f64) -> Vec<Motion>,
}

const PANELS: [Panel; 3] = [
    Panel {
        corner: (0.0, 0.0),
        size: (600.0, 268.0),
        name: "shift in pixels",
        last: 4.0,
        motions: |by| shifts(by).to_vec(),
    },
    Panel {
        corner: (0.0, 272.0),
        size: (306.0, 248.0),
        name: "turn in degrees",
        last: 30.0,
        motions: |by| turns(by).to_vec(),
    },
    Panel {
        corner: (300.0, 272.0),
        size: (300.0, 248.0),
        name: "growth in percent",
        last: 30.0,
        motions: |by| growth(by).to_vec(),
    },
];

/// The change against how far the digits shift, turn and grow: without pooling, with the average and
/// with the maximum of each window.
///
/// # Errors
/// As [`Moved::by`] and [`AtRest::new`].
pub fn pooling_invariance(claim: &Invariance) -> show::Result<String> {
    claim.check()?;
    let [pixels, _, average, max] = compared(claim.size).map(|(_, by)| by);
    let curves = [
        Curve {
            name: "not pooled (cross)",
            by: pixels,
            pen: Ink::Vermilion.pen(1.8).dashed(),
            ink: Ink::Vermilion,
        },
        Curve {
            name: "average (ring)",
            by: average,
            pen: Ink::Purple.pen(1.8),
            ink: Ink::Purple,
        },
        Curve {
            name: "max (dot)",
            by: max,
            pen: Ink::Blue.pen(2.4),
            ink: Ink::Blue,
        },
    ];
    let [a, b, c] = curves.each_ref().map(|curve| AtRest::new(curve.by));
    let at_rest = [a?, b?, c?];
    let lines = lines(whole(claim.size), &at_rest)?;
    let mut marks = Vec::new();
    for (panel, by) in PANELS
        .iter()
        .zip([claim.shift, claim.degrees, claim.percent])
    {
        marks.push((by, changes(&panel.moved(by)?, &at_rest)));
    }
    let changed = PANELS.iter().zip(&marks).map(|(panel, (by, changes))| {
        format!(
            "for a {} of {} it is {}",
            panel.name,
            short(*by, 1),
            changes.map(|change| fixed(change, 2)).join(", ")
        )
    });
    let changed: Vec<String> = changed.collect();
    let desc = format!(
        "Three charts of the change, each with a curve without pooling, one with averages and one with maxima of windows of {0}×{0}. In this order, {1}. All curves rise from 0.",
        short(claim.size, 0),
        changed.join("; "),
    );
    let title = "How much a digit changes when it moves, pooled and not";
    let mut drawing = Drawing::new("pooling-invariance", (600, 524), title, &desc);
    for ((panel, lines), (by, changes)) in PANELS.iter().zip(lines).zip(marks) {
        panel.draw(
            &mut drawing,
            &curves,
            lines,
            changes.map(|change| (by, change)),
        )?;
    }
    Ok(drawing.finish())
}

/// A way to sum up a digit, and how its curve looks.
struct Curve {
    name: &'static str,
    by: Summary,
    pen: Pen,
    ink: Ink,
}

/// For each panel and each curve, its points.
type Lines = [[Vec<Point>; 3]; 3];

/// How many points a curve has.
const POINTS: usize = 9;

/// The curves for windows of that `size`. Nothing else moves them, so they are measured once.
fn lines(size: usize, at_rest: &[AtRest; 3]) -> show::Result<&'static Lines> {
    static KNOWN: [OnceLock<Result<Lines, pooling::Error>>; 8] =
        [const { OnceLock::new() }; 8];
    let known = KNOWN.get(size).ok_or("there is no curve for this window")?;
    let lines = known.get_or_init(|| {
        let mut lines = Lines::default();
        for (way, lines) in ways()?.iter().zip(&mut lines) {
            for (by, moved) in way {
                for (line, change) in lines.iter_mut().zip(changes(moved, at_rest)) {
                    line.push((*by, change));
                }
            }
        }
        Ok(lines)
    });
    Ok(lines.as_ref().map_err(Clone::clone)?)
}

/// The digits at each point along the curves of one panel.
type Way = Vec<(f64, Moved)>;

/// The digits along all curves, which are the same for every window.
fn ways() -> Result<&'static [Way; 3], pooling::Error> {
    static KNOWN: OnceLock<Result<[Way; 3], pooling::Error>> = OnceLock::new();
    let way = |panel: &Panel| -> Result<Way, pooling::Error> {
        let points = (0..POINTS).map(|i| panel.last * i as f64 / (POINTS - 1) as f64);
        points.map(|by| Ok((by, panel.moved(by)?))).collect()
    };
    let ways = KNOWN.get_or_init(|| {
        let [shift, turn, grow] = PANELS.each_ref().map(way);
        Ok([shift?, turn?, grow?])
    });
    ways.as_ref().map_err(Clone::clone)
}

/// The change of the digits that have moved, for each curve.
fn changes(moved: &Moved, at_rest: &[AtRest; 3]) -> [f64; 3] {
    at_rest.each_ref().map(|digits| digits.change(moved))
}

impl Panel {
    /// The digits, moved so far.
    fn moved(&self, by: f64) -> Result<Moved, pooling::Error> {
        Moved::by(&(self.motions)(by))
    }

    fn draw(
        &self,
        drawing: &mut Drawing,
        curves: &[Curve; 3],
        lines: &[Vec<Point>; 3],
        [cross, ring, dot]: [Point; 3],
    ) -> Result<(), Error> {
        let up = Axis::linear(0.0, 1.25)
            .step(0.25)
            .named("change of the map");
        let axis = Axis::linear(0.0, self.last).named(self.name);
        let mut chart = drawing.chart_in(self.corner, self.size, axis, up)?;
        for (line, curve) in lines.iter().zip(curves) {
            chart.line(line.iter().copied(), curve.pen)?;
        }
        chart.crosses([cross], curves[0].ink)?;
        chart.rings([ring], curves[1].ink)?;
        chart.dots([dot], curves[2].ink)?;
        // Near 0 all curves meet: a name there would be anyone's. The outer two find their places
        // first.
        let [pixels, average, max] = lines;
        for (line, curve, from) in [
            (pixels, &curves[0], 5),
            (max, &curves[2], 6),
            (average, &curves[1], 2),
        ] {
            chart.label(
                curve.name,
                line.iter().copied().skip(from).take(3),
                curve.ink,
            );
        }
        chart.finish()
    }
}
