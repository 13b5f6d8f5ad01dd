//! Marks on a chart: each an element of plotters over a rim of paper.

use crate::chart::{Chart, inside};
use crate::drawing::Point;
use crate::error::Error;
use crate::ink::Ink;
use crate::pen::Pen;
use crate::place::Obstacle;
use plotters::element::{Circle, Cross};
use plotters::style::Color;

/// What stands at a point.
#[derive(Clone, Copy)]
enum Mark {
    Dot,
    Ring,
    Cross,
}

impl Chart<'_> {
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

    fn marks(&mut self, points: Vec<Point>, mark: Mark, ink: Ink) -> Result<(), Error> {
        for point in points {
            if !inside(self.fraction(point)) {
                continue;
            }
            let circle = |radius, style| Circle::new(point, radius, style);
            let cross = |pen: Pen| Cross::new(point, 40, pen);
            let paper = Ink::Paper.filled();
            let radius = match mark {
                Mark::Dot => {
                    let dot = [circle(60, paper), circle(42, ink.filled())];
                    self.context.draw_series(dot)?;
                    4.2
                }
                Mark::Ring => {
                    let ring = [circle(63, paper), circle(45, ink.pen(2.0).into())];
                    self.context.draw_series(ring)?;
                    5.0
                }
                Mark::Cross => {
                    let cross = [cross(Ink::Paper.pen(5.6)), cross(ink.pen(2.2))];
                    self.context.draw_series(cross)?;
                    4.5
                }
            };
            self.obstacles.push(Obstacle::Dot(self.at(point), radius));
        }
        Ok(())
    }
}
