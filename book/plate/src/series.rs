//! What a chart shows: lines, marks, areas, bars. The elements are those of plotters.

use crate::chart::Chart;
use crate::clip;
use crate::drawing::Point;
use crate::error::Error;
use crate::ink::{Ink, Tint};
use crate::pen::Pen;
use crate::place::Obstacle;
use plotters::element::{Circle, Cross, PathElement, Polygon, Rectangle};

/// How far a thinned curve may lie from the true one, in px.
const TOLERANCE: f64 = 0.06;

/// What stands at a point.
#[derive(Clone, Copy)]
enum Mark {
    Dot,
    Ring,
    Cross,
}

impl Chart<'_> {
    /// A line through values; broken where one is not finite, and where it leaves the frame.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn line(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        pen: impl Into<Pen>,
    ) -> Result<(), Error> {
        self.through(points.into_iter().collect(), pen.into())
    }

    fn through(&mut self, points: Vec<Point>, pen: Pen) -> Result<(), Error> {
        let parts = points.into_iter().map(|p| self.part(p)).collect();
        for piece in clip::line(parts) {
            let px: Vec<Point> = piece.into_iter().map(|p| self.px(p)).collect();
            let px = clip::thinned(&px, TOLERANCE);
            let values: Vec<Point> = px.iter().map(|p| self.value(*p)).collect();
            self.plot.draw(&PathElement::new(values, pen.style()))?;
            self.obstacles.push(Obstacle::Line(px));
        }
        Ok(())
    }

    /// A line across the chart at one value of the vertical axis.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn level(&mut self, y: f64, pen: impl Into<Pen>) -> Result<(), Error> {
        let (from, to) = (self.x().from(), self.x().to());
        self.line([(from, y), (to, y)], pen)
    }

    /// A line up the chart at one value of the horizontal axis.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn upright(&mut self, x: f64, pen: impl Into<Pen>) -> Result<(), Error> {
        let (from, to) = (self.y().from(), self.y().to());
        self.line([(x, from), (x, to)], pen)
    }

    /// Dots at values, with a rim of paper.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn dots(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        ink: Ink,
    ) -> Result<(), Error> {
        self.marks(points.into_iter().collect(), Mark::Dot, ink)
    }

    /// Open rings at values: told from dots by their shape.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn rings(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        ink: Ink,
    ) -> Result<(), Error> {
        self.marks(points.into_iter().collect(), Mark::Ring, ink)
    }

    /// Crosses at values: told from dots by their shape.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn crosses(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        ink: Ink,
    ) -> Result<(), Error> {
        self.marks(points.into_iter().collect(), Mark::Cross, ink)
    }

    /// The area between a line and the level `base`.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn area(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        base: f64,
        tint: impl Into<Tint>,
    ) -> Result<(), Error> {
        let mut points: Vec<Point> = points
            .into_iter()
            .filter(|p| p.0.is_finite() && p.1.is_finite())
            .collect();
        if let (Some(first), Some(last)) =
            (points.first().copied(), points.last().copied())
        {
            points.extend([(last.0, base), (first.0, base)]);
        }
        let parts = points.into_iter().map(|p| self.part(p)).collect();
        self.fill(clip::polygon(parts), tint.into())
    }

    /// Bars `width` wide on the horizontal axis, from the level `base` to each value.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn bars(
        &mut self,
        bars: impl IntoIterator<Item = Point>,
        width: f64,
        base: f64,
        tint: impl Into<Tint>,
    ) -> Result<(), Error> {
        let tint = tint.into();
        for (x, y) in bars {
            let (low, high) = (
                self.part((x - width / 2.0, base)),
                self.part((x + width / 2.0, y)),
            );
            let inside = |p: Point| (p.0.clamp(0.0, 1.0), p.1.clamp(0.0, 1.0));
            if [low.0, low.1, high.0, high.1].iter().all(|v| v.is_finite()) {
                let (low, high) = (inside(low), inside(high));
                let ends = [self.value(self.px(low)), self.value(self.px(high))];
                let paper = Tint::from(Ink::Paper);
                self.plot.draw(&Rectangle::new(ends, paper.style()))?;
                self.plot.draw(&Rectangle::new(ends, tint.style()))?;
                let (a, b) = (self.px(low), self.px(high));
                let half = ((b.0 - a.0).abs() / 2.0, (b.1 - a.1).abs() / 2.0);
                let centre = ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
                self.obstacles.push(Obstacle::Box(centre, half));
            }
        }
        Ok(())
    }

    fn marks(&mut self, points: Vec<Point>, mark: Mark, ink: Ink) -> Result<(), Error> {
        for point in points {
            let part = self.part(point);
            if !((0.0..=1.0).contains(&part.0) && (0.0..=1.0).contains(&part.1)) {
                continue;
            }
            let circle =
                |radius, style| self.plot.draw(&Circle::new(point, radius, style));
            let cross = |pen: Pen| self.plot.draw(&Cross::new(point, 40, pen.style()));
            let paper = Tint::from(Ink::Paper).style();
            let radius = match mark {
                Mark::Dot => {
                    circle(60, paper)?;
                    circle(42, Tint::from(ink).style())?;
                    4.2
                }
                Mark::Ring => {
                    circle(63, paper)?;
                    circle(45, ink.pen(2.0).style())?;
                    5.0
                }
                Mark::Cross => {
                    cross(Ink::Paper.pen(5.6))?;
                    cross(ink.pen(2.2))?;
                    4.5
                }
            };
            self.obstacles.push(Obstacle::Dot(self.px(part), radius));
        }
        Ok(())
    }

    /// Fills a polygon whose corners are parts of the axes.
    pub(crate) fn fill(&mut self, parts: Vec<Point>, tint: Tint) -> Result<(), Error> {
        let px: Vec<Point> = parts.into_iter().map(|p| self.px(p)).collect();
        let px = clip::thinned(&px, TOLERANCE);
        let values: Vec<Point> = px.into_iter().map(|p| self.value(p)).collect();
        if values.len() > 2 {
            self.plot.draw(&Polygon::new(values, tint.style()))?;
        }
        Ok(())
    }
}
