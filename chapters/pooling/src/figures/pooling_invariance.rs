//! The claim of invariance, measured: how a digit's pooled map changes as the digit moves.

use plate::number::{fixed, short};
use plate::{Axis, Drawing, Error, Ink, Pen, Point, Refusal};
use pooling::worked::{Invariance, compared};
use pooling::{Motion, Summary, growth, mean_change, pairs, shifts, turns};

/// The change against how far the digits shift, turn and grow: without pooling, with the average and
/// with the maximum of each window.
///
/// # Errors
/// As [`mean_change`].
pub fn pooling_invariance(claim: &Invariance) -> Result<String, Refusal> {
    let panels = [
        Panel {
            corner: (0.0, 0.0),
            size: (600.0, 268.0),
            name: "shift in pixels",
            last: 4.0,
            motions: |by| shifts(by).to_vec(),
            chosen: claim.shift,
        },
        Panel {
            corner: (0.0, 272.0),
            size: (306.0, 248.0),
            name: "turn in degrees",
            last: 30.0,
            motions: |by| turns(by).to_vec(),
            chosen: claim.degrees,
        },
        Panel {
            corner: (300.0, 272.0),
            size: (300.0, 248.0),
            name: "growth in percent",
            last: 30.0,
            motions: |by| growth(by).to_vec(),
            chosen: claim.percent,
        },
    ];
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
    let measured: Result<Vec<_>, _> = panels.iter().map(|panel| panel.measured(&curves)).collect();
    let measured = measured?;
    let said = panels.iter().zip(&measured).map(|(panel, lines)| {
        let at: Vec<String> = lines.iter().map(|(_, chosen)| fixed(chosen.1, 2)).collect();
        format!(
            "for a {} of {} it is {}",
            panel.name,
            short(panel.chosen, 1),
            at.join(", ")
        )
    });
    let said: Vec<String> = said.collect();
    let desc = format!(
        "Three charts of the change, each with a curve without pooling, one with averages and one with maxima of windows of {0}×{0}. In this order, {1}. All curves rise from 0.",
        short(claim.size, 0),
        said.join("; "),
    );
    let title = "How much a digit changes when it moves, pooled and not";
    let mut drawing = Drawing::new("pooling-invariance", (600, 524), title, &desc);
    for (panel, lines) in panels.into_iter().zip(measured) {
        panel.draw(&mut drawing, &curves, lines)?;
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

/// The points of a curve, and the one that is marked.
type Line = (Vec<Point>, Point);

/// One chart: how far, and by which motions.
struct Panel {
    corner: Point,
    size: (f64, f64),
    name: &'static str,
    last: f64,
    motions: fn(f64) -> Vec<Motion>,
    chosen: f64,
}

/// How many points a curve has.
const POINTS: usize = 9;

/// As many values from 0 to `last`.
fn along(last: f64) -> impl Iterator<Item = f64> {
    (0..POINTS).map(move |i| last * i as f64 / (POINTS - 1) as f64)
}

impl Panel {
    /// The change against the motion, for each curve.
    fn measured(&self, curves: &[Curve; 3]) -> Result<[Line; 3], pooling::Error> {
        let mut lines: [Line; 3] = Default::default();
        for by in along(self.last).chain([self.chosen]) {
            let pairs = pairs(data::digits(), &(self.motions)(by))?;
            for ((line, chosen), curve) in lines.iter_mut().zip(curves) {
                *chosen = (by, mean_change(&pairs, curve.by)?);
                line.push(*chosen);
            }
        }
        // The marked point came last: on the line it has its place already.
        lines.iter_mut().for_each(|(line, _)| line.truncate(POINTS));
        Ok(lines)
    }

    fn draw(
        self,
        drawing: &mut Drawing,
        curves: &[Curve; 3],
        lines: [Line; 3],
    ) -> Result<(), Error> {
        let up = Axis::linear(0.0, 1.25)
            .step(0.25)
            .named("change of the map");
        let axis = Axis::linear(0.0, self.last).named(self.name);
        let mut chart = drawing.chart_in(self.corner, self.size, axis, up)?;
        for ((line, _), curve) in lines.iter().zip(curves) {
            chart.line(line.clone(), curve.pen)?;
        }
        let [cross, ring, dot] = lines.each_ref().map(|(_, chosen)| *chosen);
        chart.crosses([cross], curves[0].ink)?;
        chart.rings([ring], curves[1].ink)?;
        chart.dots([dot], curves[2].ink)?;
        // Near 0 all curves meet: a name there would be anyone's. The outer two find their places
        // first.
        let [pixels, average, max] = lines.map(|(line, _)| line);
        for (line, curve, from) in [
            (pixels, &curves[0], 5),
            (max, &curves[2], 6),
            (average, &curves[1], 2),
        ] {
            chart.label(curve.name, line.into_iter().skip(from).take(3), curve.ink);
        }
        chart.finish()
    }
}
