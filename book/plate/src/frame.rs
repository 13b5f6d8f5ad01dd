//! What is around a chart: its mesh and its axes. plotters draws them; this says how large.

use crate::axis::Axis;
use crate::chart::{Chart, NAME};
use crate::drawing::{Drawing, Point};
use crate::error::{Error, ErrorKind};
use crate::ink::Ink;
use crate::words;
use plotters::chart::ChartBuilder;

/// The size of tick labels, in px.
const TICK: f64 = 13.0;

/// How long a tick is, in tenths of a pixel; its label is as far from its end. So much room is
/// left for what hangs below the line of an axis' name, too.
const LENGTH: i32 = 40;

impl Drawing {
    /// A chart that fills the drawing.
    ///
    /// # Errors
    /// [`ErrorKind::Axis`] for an axis without a length, [`ErrorKind::Size`] for a drawing too small
    /// for its axes.
    pub fn chart(&mut self, x: Axis, y: Axis) -> Result<Chart<'_>, Error> {
        let size = self.size();
        self.chart_in((0.0, 0.0), size, x, y)
    }

    /// A chart with its axis labels in the box of `size` at `corner`.
    ///
    /// # Errors
    /// As [`chart`](Self::chart).
    pub fn chart_in(
        &mut self,
        corner: Point,
        size: (f64, f64),
        x: Axis,
        y: Axis,
    ) -> Result<Chart<'_>, Error> {
        x.check()?;
        y.check()?;
        let least = self.svg.least;
        let [left, right, above, below] = margins(&x, &y, size.0, least);
        let fits = (left + right + 44.0..1e4).contains(&size.0)
            && (above + below + 44.0..1e4).contains(&size.1)
            && corner.0.abs() < 1e4
            && corner.1.abs() < 1e4;
        if !fits {
            let (width, height) = size;
            Err(ErrorKind::Size { width, height })?;
        }
        let tenths = |px: f64| (px * 10.0).round() as i32;
        let area = self.plotters().shrink(
            (tenths(corner.0), tenths(corner.1)),
            (tenths(size.0), tenths(size.1)),
        );
        let (x_name, y_name) = (x.name.clone(), y.name.clone());
        let (x_mesh, y_mesh) = (x.mesh, y.mesh);
        let mut context = ChartBuilder::on(&area)
            .margin_top((above * 10.0) as i32)
            .margin_right((right * 10.0) as i32)
            .margin_bottom(LENGTH)
            .margin_left(LENGTH)
            .x_label_area_size((below * 10.0) as i32)
            .y_label_area_size((left * 10.0) as i32)
            .build_cartesian_2d(x, y)?;
        let mut mesh = context.configure_mesh();
        if !x_mesh {
            mesh.disable_x_mesh();
        }
        if !y_mesh {
            mesh.disable_y_mesh();
        }
        mesh.bold_line_style(Ink::Grid.pen(0.8))
            .axis_style(Ink::Muted.pen(1.0))
            .label_style(Ink::Muted.letters(TICK).style())
            .axis_desc_style(Ink::Text.letters(NAME).style())
            .x_desc(x_name)
            .y_desc(y_name)
            .set_all_tick_mark_size(LENGTH)
            .draw()?;
        let (across, down) = context.plotting_area().get_pixel_range();
        let px = |tenths: i32| f64::from(tenths) / 10.0;
        Ok(Chart {
            context,
            frame: (
                (px(across.start), px(down.start)),
                (px(across.end), px(down.end)),
            ),
            least,
            obstacles: Vec::new(),
            labels: Vec::new(),
        })
    }
}

/// The room at the left of a frame, at its right, above and below, in px. plotters' label areas have a
/// size that is given; these are as wide as the widest tick label.
fn margins(x: &Axis, y: &Axis, width: f64, least: f64) -> [f64; 4] {
    let wide = |label: &str| words::width(label, TICK.max(least), least);
    let name = |axis: &Axis| {
        if axis.name.is_empty() {
            0.0
        } else {
            NAME + 10.0
        }
    };
    let widths = y.ticks().iter().map(|(_, label)| wide(label));
    let widest = widths.fold(0.0, f64::max);
    // Half of the last label stands beyond its tick.
    let beyond = x.ticks().last().map_or(0.0, |(tick, label)| {
        (wide(label) / 2.0 - (1.0 - x.fraction(*tick)) * width).max(0.0)
    });
    [12.0 + widest + name(y), 10.0 + beyond, 10.0, 20.0 + name(x)]
}
