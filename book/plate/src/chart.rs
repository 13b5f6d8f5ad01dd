//! A chart of the book: a `ChartContext` of plotters, in the inks and sizes of all the others.
//!
//! ```
//! use plate::{sample, Axis, Drawing, Error, Ink};
//!
//! fn figure(rate: f64) -> Result<String, Error> {
//!     let loss = |step: f64| libm::exp(-rate * step);
//!     let mut drawing = Drawing::new("decay", (600, 360), "A loss that falls", "It halves and halves.");
//!     let x = Axis::linear(0.0, 20.0).named("step");
//!     let y = Axis::linear(0.0, 1.0).step(0.25).named("loss $L$");
//!     let mut chart = drawing.chart(x, y)?;
//!     chart.line(sample(0.0, 20.0, loss), Ink::Blue)?;
//!     chart.dots([(4.0, loss(4.0))], Ink::Vermilion)?;
//!     chart.label("after four steps", [(4.0, loss(4.0))], Ink::Vermilion);
//!     chart.finish()?;
//!     Ok(drawing.finish())
//! }
//! assert!(figure(0.3).unwrap().contains("after four steps"));
//! ```

use crate::axis::Axis;
use crate::backend::Plate;
use crate::drawing::Point;
use crate::letters::Letters;
use crate::place::Obstacle;
use plotters::chart::ChartContext;
use plotters::coord::cartesian::Cartesian2d;

/// The size of the names of axes and of curves, in px.
pub(crate) const NAME: f64 = 14.0;

/// `f` at 241 points from `from` to `to`: what [`Chart::line`] wants. The line is broken where `f` is
/// not finite.
pub fn sample(from: f64, to: f64, f: impl Fn(f64) -> f64) -> Vec<Point> {
    sampled(from, to, &f)
}

fn sampled(from: f64, to: f64, f: &dyn Fn(f64) -> f64) -> Vec<Point> {
    let x = |i: i32| from + (to - from) * f64::from(i) / 240.0;
    (0..=240).map(|i| (x(i), f(x(i)))).collect()
}

/// A chart being drawn: two axes, and what is shown between them. Points are values on the axes.
///
/// What lies outside the frame is not shown: lines are clipped, points are left out. Labels
/// are placed last, by [`finish`](Self::finish).
pub struct Chart<'d> {
    pub(crate) context: ChartContext<'d, Plate<'d>, Cartesian2d<Axis, Axis>>,
    /// The frame in px: its upper left and lower right corners.
    pub(crate) frame: (Point, Point),
    /// The size below which no letter is set.
    pub(crate) least: f64,
    pub(crate) obstacles: Vec<Obstacle>,
    pub(crate) labels: Vec<Label>,
}

/// A label that has no place yet, and what it names, in px.
pub(crate) struct Label {
    pub(crate) text: String,
    pub(crate) letters: Letters,
    pub(crate) near: Vec<Point>,
}

impl Chart<'_> {
    /// Where a value lies in the drawing, in px.
    pub fn at(&self, point: Point) -> Point {
        self.px(self.fraction(point))
    }

    /// The horizontal axis.
    pub(crate) fn x(&self) -> &Axis {
        self.context.as_coord_spec().x_spec()
    }

    /// The vertical axis.
    pub(crate) fn y(&self) -> &Axis {
        self.context.as_coord_spec().y_spec()
    }

    /// How far along both axes a value lies.
    pub(crate) fn fraction(&self, (x, y): Point) -> Point {
        (self.x().fraction(x), self.y().fraction(y))
    }

    pub(crate) fn fractions(&self, values: Vec<Point>) -> Vec<Point> {
        values
            .into_iter()
            .map(|value| self.fraction(value))
            .collect()
    }

    /// Fractions of both axes in px.
    pub(crate) fn px(&self, (u, v): Point) -> Point {
        let ((left, top), (right, bottom)) = self.frame;
        (left + u * (right - left), bottom - v * (bottom - top))
    }

    /// The value at a place in px. Lines are clipped and thinned on the page; plotters is given values, as
    /// for any chart.
    pub(crate) fn value(&self, (x, y): Point) -> Point {
        let ((left, top), (right, bottom)) = self.frame;
        let (u, v) = ((x - left) / (right - left), (bottom - y) / (bottom - top));
        (self.x().value(u), self.y().value(v))
    }
}

/// Whether a point, a fraction of both axes, lies in the frame.
pub(crate) fn inside((u, v): Point) -> bool {
    (0.0..=1.0).contains(&u) && (0.0..=1.0).contains(&v)
}
