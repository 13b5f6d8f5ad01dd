//! What is around a chart: the mesh, the axes with their ticks, and what they are called.
//!
//! plotters has a chart builder for this, for four sides and any style. The two sides and the one
//! style of the book take these few lines, and 10 kB less of the pages' program, compressed.

use crate::Axis;
use crate::backend::Plate;
use crate::error::Error;
use crate::ink::Ink;
use plotters::coord::Shift;
use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::BoldPoints;
use plotters::drawing::DrawingArea;
use plotters::element::PathElement;

/// The size of tick labels, and of the names of axes and of curves, in px.
pub(crate) const TICK: f64 = 13.0;
pub(crate) const NAME: f64 = 14.0;

/// How long a tick is, in tenths of a pixel; its label is as far from its end.
const LENGTH: i32 = 40;

/// Where the frame of a chart lies, in tenths of a pixel.
pub(crate) struct Frame {
    /// From the left to the right edge.
    pub(crate) across: (i32, i32),
    /// From the upper to the lower edge.
    pub(crate) down: (i32, i32),
    /// The left edge of the vertical axis' name, and the lower edge of the horizontal one's.
    pub(crate) names: (i32, i32),
}

impl Frame {
    /// Draws the frame and returns the area in it, whose points are values on the axes.
    pub(crate) fn draw<'d>(
        &self,
        whole: &DrawingArea<Plate<'d>, Shift>,
        x: Axis,
        y: Axis,
    ) -> Result<DrawingArea<Plate<'d>, Cartesian2d<Axis, Axis>>, Error> {
        let ((left, right), (top, bottom)) = (self.across, self.down);
        let name = Ink::Text.letters(NAME);
        let beside = (self.names.0, (top + bottom) / 2);
        whole.draw_text(&y.name, &name.turned().below().style(), beside)?;
        let below = ((left + right) / 2, self.names.1);
        whole.draw_text(&x.name, &name.above().style(), below)?;

        let ranges = (left..right - 1, bottom - 1..top);
        let plot = whole
            .clone()
            .shrink((left, top), (right - left, bottom - top))
            .apply_coord_spec(Cartesian2d::<Axis, Axis>::new(x, y, ranges));
        let (x, y) = (plot.as_coord_spec().x_spec(), plot.as_coord_spec().y_spec());
        let (mut columns, mut rows) = (Vec::new(), Vec::new());
        let mesh = Ink::Grid.pen(0.8).style();
        plot.draw_mesh(
            |backend, line| {
                let shown = match line {
                    MeshLine::XMesh((column, _), ..) => {
                        columns.push(column);
                        x.mesh
                    }
                    MeshLine::YMesh((_, row), ..) => {
                        rows.push(row);
                        y.mesh
                    }
                };
                match shown {
                    true => line.draw(backend, &mesh),
                    false => Ok(()),
                }
            },
            BoldPoints(y.ticks().len()),
            BoldPoints(x.ticks().len()),
        )?;

        let line = |from, to| {
            let ends = vec![from, to];
            whole.draw(&PathElement::new(ends, Ink::Muted.pen(1.0).style()))
        };
        let label = Ink::Muted.letters(TICK);
        line((left - 1, top), (left - 1, bottom - 1))?;
        for ((_, text), row) in y.ticks().iter().zip(rows) {
            whole.draw_text(text, &label.end().style(), (left - 2 * LENGTH, row))?;
            line((left - 1 - LENGTH, row), (left - 1, row))?;
        }
        line((left, bottom), (right - 1, bottom))?;
        for ((_, text), column) in x.ticks().iter().zip(columns) {
            whole.draw_text(
                text,
                &label.below().style(),
                (column, bottom + 2 * LENGTH),
            )?;
            line((column, bottom), (column, bottom + LENGTH))?;
        }
        Ok(plot)
    }
}
