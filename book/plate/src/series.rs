//! Lines and bars on a chart, and regions of its plane: series and elements of plotters. Its histogram
//! would want bins for a coordinate.

use crate::chart::Chart;
use crate::clip;
use crate::drawing::Point;
use crate::error::Error;
use crate::ink::{Ink, Tint};
use crate::pen::Pen;
use crate::place::Obstacle;
use plotters::element::{Polygon, Rectangle};
use plotters::series::LineSeries;
use plotters::style::Color;

/// How far a thinned curve may lie from the true one, in px.
const TOLERANCE: f64 = 0.06;

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
        for piece in clip::line(self.fractions(points)) {
            self.stroke(&piece, pen)?;
        }
        Ok(())
    }

    /// A line through points in the frame, each a fraction of both axes.
    pub(crate) fn stroke(&mut self, line: &[Point], pen: Pen) -> Result<(), Error> {
        let px = self.thinned(line);
        let values = px.iter().map(|p| self.value(*p));
        self.context.draw_series(LineSeries::new(values, pen))?;
        self.obstacles.push(Obstacle::Line(px));
        Ok(())
    }

    /// Points in the frame in px, without those that a line does not need.
    fn thinned(&self, points: &[Point]) -> Vec<Point> {
        let px: Vec<Point> = points.iter().map(|p| self.px(*p)).collect();
        clip::thinned(&px, TOLERANCE)
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
            let corners = [(x - width / 2.0, base), (x + width / 2.0, y)];
            let corners = corners.map(|p| self.fraction(p));
            if corners.iter().all(|p| p.0.is_finite() && p.1.is_finite()) {
                self.bar(
                    corners.map(|p| (p.0.clamp(0.0, 1.0), p.1.clamp(0.0, 1.0))),
                    tint,
                )?;
            }
        }
        Ok(())
    }

    fn bar(&mut self, corners: [Point; 2], tint: Tint) -> Result<(), Error> {
        let corners = corners.map(|p| self.px(p));
        let values = corners.map(|p| self.value(p));
        let shades = [Tint::from(Ink::Paper), tint];
        self.context
            .draw_series(shades.map(|shade| Rectangle::new(values, shade.filled())))?;
        let [a, b] = corners;
        let half = ((b.0 - a.0).abs() / 2.0, (b.1 - a.1).abs() / 2.0);
        let centre = ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
        self.obstacles.push(Obstacle::Box(centre, half));
        Ok(())
    }

    /// Fills a polygon in the frame; each corner is a fraction of both axes.
    pub(crate) fn fill(&mut self, corners: &[Point], tint: Tint) -> Result<(), Error> {
        let px = self.thinned(corners);
        if px.len() > 2 {
            let values: Vec<Point> = px.into_iter().map(|p| self.value(p)).collect();
            self.context
                .draw_series([Polygon::new(values, tint.filled())])?;
        }
        Ok(())
    }
}
