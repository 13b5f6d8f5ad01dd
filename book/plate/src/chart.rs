//! The house chart: plotters draws mesh and series; this is how they look in the book.
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

use crate::backend::Plate;
use crate::drawing::{Drawing, Point};
use crate::error::{Error, ErrorKind};
use crate::ink::Ink;
use crate::letters::Letters;
use crate::place::{Obstacle, place};
use crate::{Axis, clip, words};
use plotters::chart::{ChartBuilder, ChartContext};
use plotters::coord::cartesian::Cartesian2d;
use plotters::element::Text;

/// The size of tick labels, and of the names of axes and of curves, in px.
const TICK: f64 = 13.0;
const NAME: f64 = 14.0;

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
/// What lies outside the frame is not shown: lines and areas are clipped, points are left out. Labels
/// are placed last, by [`finish`](Self::finish).
pub struct Chart<'d> {
    pub(crate) context: ChartContext<'d, Plate<'d>, Cartesian2d<Axis, Axis>>,
    /// The frame in px: its upper left and lower right corners.
    frame: (Point, Point),
    least: f64,
    pub(crate) obstacles: Vec<Obstacle>,
    labels: Vec<Label>,
}

struct Label {
    text: String,
    letters: Letters,
    near: Vec<Point>,
}

impl Drawing {
    /// A chart that fills the drawing.
    ///
    /// # Errors
    /// [`ErrorKind::Axis`] for an axis without a length, [`ErrorKind::Size`] for a drawing too small for its axes.
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
        let wide = |axis: &Axis| {
            let widths = axis
                .ticks()
                .iter()
                .map(|(_, label)| words::width(label, TICK.max(least), least));
            widths.fold(0.0, f64::max)
        };
        let name = |axis: &Axis| {
            if axis.name.is_empty() {
                0.0
            } else {
                NAME + 10.0
            }
        };
        let last = x.ticks().last().map_or(0.0, |(tick, label)| {
            let over = (1.0 - x.fraction(*tick)) * size.0;
            (words::width(label, TICK.max(least), least) / 2.0 - over).max(0.0)
        });
        let left = 12.0 + wide(&y) + name(&y);
        let (below, right, above) = (20.0 + name(&x), 10.0 + last, 10.0);
        let room = (left + right + 44.0..1e4).contains(&size.0)
            && (above + below + 44.0..1e4).contains(&size.1)
            && corner.0.abs() < 1e4
            && corner.1.abs() < 1e4;
        if !room {
            Err(ErrorKind::Size {
                width: size.0,
                height: size.1,
            })?;
        }
        let [x_px, y_px, w, h] =
            [corner.0, corner.1, size.0, size.1].map(|px| (px * 10.0).round() as i32);
        let [left, below, right, above] =
            [left, below, right, above].map(|px| (px * 10.0) as i32);
        let area = self.plotters().shrink((x_px, y_px), (w, h));
        let names = [&x, &y].map(|axis| axis.name.clone());
        let mesh = (x.mesh, y.mesh);
        let mut context = ChartBuilder::on(&area)
            .margin_top(above)
            .margin_right(right)
            // For what hangs below the line of a name.
            .margin_bottom(40)
            .margin_left(40)
            .x_label_area_size(below)
            .y_label_area_size(left)
            .build_cartesian_2d(x, y)?;
        let [x_name, y_name] = names;
        let mut style = context.configure_mesh();
        style
            .bold_line_style(Ink::Grid.pen(0.8))
            .axis_style(Ink::Muted.pen(1.0))
            .label_style(Ink::Muted.letters(TICK).style())
            .axis_desc_style(Ink::Text.letters(NAME).style())
            .x_desc(x_name)
            .y_desc(y_name)
            .set_all_tick_mark_size(40);
        if !mesh.0 {
            style.disable_x_mesh();
        }
        if !mesh.1 {
            style.disable_y_mesh();
        }
        style.draw()?;
        let (across, down) = context.plotting_area().get_pixel_range();
        let px = |tenths: i32| f64::from(tenths) / 10.0;
        let frame = (
            (px(across.start), px(down.start)),
            (px(across.end), px(down.end)),
        );
        Ok(Chart {
            context,
            frame,
            least,
            obstacles: Vec::new(),
            labels: Vec::new(),
        })
    }
}

impl Chart<'_> {
    /// Names something: a point, or a curve by its points. The words go beside one of them, where they
    /// are clear of all that is drawn.
    pub fn label(
        &mut self,
        text: &str,
        near: impl IntoIterator<Item = Point>,
        ink: Ink,
    ) {
        self.name(text, near.into_iter().collect(), ink);
    }

    fn name(&mut self, text: &str, near: Vec<Point>, ink: Ink) {
        let shown = near.into_iter().filter(|p| inside(self.fraction(*p)));
        let near: Vec<Point> = shown.map(|p| self.at(p)).collect();
        let every = near.len() / 48 + 1;
        self.labels.push(Label {
            text: text.to_string(),
            letters: ink.letters(NAME).halo(),
            near: near.into_iter().step_by(every).collect(),
        });
    }

    /// Where a value lies in the drawing, in px.
    pub fn at(&self, point: Point) -> Point {
        self.px(self.fraction(point))
    }

    /// Places the labels. Nothing is in the way of the drawing any more.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn finish(mut self) -> Result<(), Error> {
        let page = self.context.plotting_area().use_screen_coord();
        for label in std::mem::take(&mut self.labels) {
            let size = label.letters.size.max(self.least);
            let half = (
                words::width(&label.text, size, self.least) / 2.0,
                0.45 * size,
            );
            let own = self.own(&label.near);
            let Some(at) = place(&label.near, half, self.frame, &self.obstacles, own)
            else {
                continue;
            };
            self.obstacles.push(Obstacle::Box(at, half));
            let at = ((at.0 * 10.0).round() as i32, (at.1 * 10.0).round() as i32);
            page.draw(&Text::new(label.text, at, label.letters.style()))?;
        }
        page.present()?;
        Ok(())
    }

    /// The obstacle that a label belongs to: the one that its points lie on.
    fn own(&self, near: &[Point]) -> Option<usize> {
        let probe = *near.get(near.len() / 2)?;
        let on = |obstacle: &Obstacle| match obstacle {
            Obstacle::Line(points) => points
                .windows(2)
                .any(|e| clip::distance(probe, e[0], e[1]) < 0.5),
            Obstacle::Dot(dot, radius) => clip::distance(probe, *dot, *dot) < *radius,
            Obstacle::Box(..) => false,
        };
        self.obstacles.iter().rposition(on)
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

    /// The value at a place in px: what plotters is given.
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
