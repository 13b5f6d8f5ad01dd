//! The house chart: plotters draws frame, mesh and series; this is how they look in the book.
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
use crate::contour::Field;
use crate::drawing::{Drawing, Point};
use crate::error::Error;
use crate::ink::{Ink, Letters, Pen, Tint};
use crate::place::{Obstacle, place};
use crate::{Axis, clip, words};
use plotters::chart::ChartBuilder;
use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::drawing::DrawingArea;
use plotters::element::{Circle, Cross, Polygon, Rectangle};
use plotters::series::LineSeries;

/// The size of tick labels, and of the names of axes and of curves, in px.
const TICK: f64 = 13.0;
const NAME: f64 = 14.0;
/// How fine functions of the plane are sampled, a side.
const FINE: u16 = 72;
/// How far a thinned curve may lie from the true one, in px.
const TOLERANCE: f64 = 0.06;

/// `f` at 241 points from `from` to `to`: what [`Chart::line`] wants. The line is broken where `f` is
/// not finite.
pub fn sample(from: f64, to: f64, f: impl Fn(f64) -> f64) -> Vec<Point> {
    let x = |i: i32| from + (to - from) * f64::from(i) / 240.0;
    (0..=240).map(|i| (x(i), f(x(i)))).collect()
}

/// A chart being drawn: two axes, and what is shown between them. Points are values on the axes.
///
/// What lies outside the frame is not shown: lines and areas are clipped, points are left out. Labels
/// are placed last, by [`finish`](Self::finish).
pub struct Chart<'d> {
    /// The area between the axes, as plotters knows it: for drawing what this type has no word for.
    pub plot: DrawingArea<Plate<'d>, Cartesian2d<Axis, Axis>>,
    root: DrawingArea<Plate<'d>, Shift>,
    x: Axis,
    y: Axis,
    /// The frame in px: its upper left and lower right corners.
    frame: (Point, Point),
    least: f64,
    obstacles: Vec<Obstacle>,
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
    /// [`Error::Axis`] for an axis without a length, [`Error::Size`] for a drawing too small for its axes.
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
            let over = (1.0 - x.part(*tick)) * size.0;
            (words::width(label, TICK.max(least), least) / 2.0 - over).max(0.0)
        });
        let left = 12.0 + wide(&y) + name(&y);
        let (below, right, above) = (24.0 + name(&x), 10.0 + last, 10.0);
        let room = (left + right + 44.0..1e4).contains(&size.0)
            && (above + below + 44.0..1e4).contains(&size.1)
            && corner.0.abs() < 1e4
            && corner.1.abs() < 1e4;
        if !room {
            return Err(Error::Size {
                width: size.0,
                height: size.1,
            });
        }
        let whole = self.plotters();
        let [l, t, w, h] =
            [corner.0, corner.1, size.0, size.1].map(|px| (px * 10.0).round() as i32);
        // Room at the left and at the bottom for what hangs below the line of a name.
        let root = whole.clone().shrink((l + 40, t), (w - 40, h - 40));
        let plot = {
            let mut builder = ChartBuilder::on(&root);
            builder
                .margin_top((above * 10.0) as i32)
                .margin_right((right * 10.0) as i32)
                .x_label_area_size((below * 10.0) as i32)
                .y_label_area_size((left * 10.0) as i32);
            let mut context = builder.build_cartesian_2d(x.clone(), y.clone())?;
            let mut mesh = context.configure_mesh();
            mesh.max_light_lines(0)
                .light_line_style(Ink::Grid.tint(0.0).style())
                .bold_line_style(Ink::Grid.pen(0.8).style())
                .axis_style(Ink::Muted.pen(1.0).style())
                .label_style(Ink::Muted.letters(TICK).style())
                .axis_desc_style(Ink::Text.letters(NAME).style())
                .set_all_tick_mark_size(40)
                .x_desc(x.name.as_str())
                .y_desc(y.name.as_str());
            if !x.mesh {
                mesh.disable_x_mesh();
            }
            if !y.mesh {
                mesh.disable_y_mesh();
            }
            mesh.draw()?;
            context.plotting_area().clone()
        };
        let (across, down) = plot.get_pixel_range();
        let px = |tenths: i32| f64::from(tenths) / 10.0;
        let frame = (
            (px(across.start), px(down.start)),
            (px(across.end), px(down.end)),
        );
        Ok(Chart {
            plot,
            root: whole,
            x,
            y,
            frame,
            least,
            obstacles: Vec::new(),
            labels: Vec::new(),
        })
    }
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
        let pen = pen.into();
        for piece in clip::line(points.into_iter().map(|p| self.part(p)).collect::<Vec<_>>()) {
            let px: Vec<Point> = piece.iter().map(|p| self.px(*p)).collect();
            let px = clip::thinned(&px, TOLERANCE);
            let values: Vec<Point> = px.iter().map(|p| self.value(*p)).collect();
            for element in LineSeries::new(values, pen.style()) {
                self.plot.draw(&element)?;
            }
            self.obstacles.push(Obstacle::Line(px));
        }
        Ok(())
    }

    /// A line across the chart at one value of the vertical axis.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn level(&mut self, y: f64, pen: impl Into<Pen>) -> Result<(), Error> {
        self.line([(self.x.from(), y), (self.x.to(), y)], pen)
    }

    /// A line up the chart at one value of the horizontal axis.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn upright(&mut self, x: f64, pen: impl Into<Pen>) -> Result<(), Error> {
        self.line([(x, self.y.from()), (x, self.y.to())], pen)
    }

    /// Dots at values, with a rim of paper.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn dots(&mut self, points: impl IntoIterator<Item = Point>, ink: Ink) -> Result<(), Error> {
        self.marks(points, 4.2, |chart, p| {
            chart
                .plot
                .draw(&Circle::new(p, 60, Tint::from(Ink::Paper).style()))?;
            Ok(chart
                .plot
                .draw(&Circle::new(p, 42, Tint::from(ink).style()))?)
        })
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
        self.marks(points, 5.0, |chart, p| {
            chart
                .plot
                .draw(&Circle::new(p, 63, Tint::from(Ink::Paper).style()))?;
            Ok(chart.plot.draw(&Circle::new(p, 45, ink.pen(2.0).style()))?)
        })
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
        self.marks(points, 4.5, |chart, p| {
            chart
                .plot
                .draw(&Cross::new(p, 40, Ink::Paper.pen(5.6).style()))?;
            Ok(chart.plot.draw(&Cross::new(p, 40, ink.pen(2.2).style()))?)
        })
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
        if let (Some(first), Some(last)) = (points.first().copied(), points.last().copied()) {
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

    /// Shades the plane where `f` is high: `steps` bands of equal height from `low` to `high`, the
    /// highest at the opacity `darkest`. A region where `f` is not a number stays paper.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn heat(
        &mut self,
        f: impl Fn(f64, f64) -> f64,
        (low, high): (f64, f64),
        steps: u16,
        darkest: Tint,
    ) -> Result<(), Error> {
        let field = self.field(f);
        let steps = steps.clamp(1, 50);
        let mut above = 0.0;
        for step in 1..=steps {
            // Bands lie on each other: each adds what its opacity lacks.
            let goal = f64::from(darkest.percent) / 100.0 * f64::from(step) / f64::from(steps);
            let layer = 1.0 - (1.0 - goal) / (1.0 - above);
            let level = low + (high - low) * f64::from(step) / f64::from(steps + 1);
            self.plot.present()?;
            for outline in field.outlines(level) {
                self.fill(outline, darkest.ink.tint(layer))?;
            }
            above = goal;
        }
        self.plot.present()?;
        Ok(())
    }

    /// Shades the plane by a signed function: blue where it is positive, vermilion where it is
    /// negative, stronger the farther it is from zero, up to `largest`.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn signed_heat(&mut self, f: impl Fn(f64, f64) -> f64, largest: f64) -> Result<(), Error> {
        self.heat(&f, (0.0, largest), 6, Ink::Blue.tint(0.6))?;
        self.heat(|x, y| -f(x, y), (0.0, largest), 6, Ink::Vermilion.tint(0.6))
    }

    /// The lines on which `f` has the value `level`.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn contour(
        &mut self,
        f: impl Fn(f64, f64) -> f64,
        level: f64,
        pen: impl Into<Pen>,
    ) -> Result<(), Error> {
        let pen = pen.into();
        for line in self.field(f).lines(level) {
            let values: Vec<Point> = line.into_iter().map(|p| self.value(self.px(p))).collect();
            self.line(values, pen)?;
        }
        Ok(())
    }

    /// Names something: a point, or a curve by its points. The words go beside one of them, where they
    /// are clear of all that is drawn.
    pub fn label(&mut self, text: &str, near: impl IntoIterator<Item = Point>, ink: Ink) {
        let parts = near.into_iter().map(|p| self.part(p));
        let inside = |p: &Point| (0.0..=1.0).contains(&p.0) && (0.0..=1.0).contains(&p.1);
        let near: Vec<Point> = parts.filter(inside).map(|p| self.px(p)).collect();
        let every = near.len() / 48 + 1;
        self.labels.push(Label {
            text: text.to_string(),
            letters: ink.letters(NAME).halo(),
            near: near.into_iter().step_by(every).collect(),
        });
    }

    /// Where a value lies in the drawing, in px.
    pub fn at(&self, point: Point) -> Point {
        self.px(self.part(point))
    }

    /// Places the labels. Nothing is in the way of the drawing any more.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn finish(mut self) -> Result<(), Error> {
        for label in std::mem::take(&mut self.labels) {
            let size = label.letters.size.max(self.least);
            let half = (
                words::width(&label.text, size, self.least) / 2.0,
                0.45 * size,
            );
            let own = self.own(&label.near);
            let Some(at) = place(&label.near, half, self.frame, &self.obstacles, own) else {
                continue;
            };
            self.obstacles.push(Obstacle::Box(at, half));
            let at = ((at.0 * 10.0).round() as i32, (at.1 * 10.0).round() as i32);
            self.root
                .draw_text(&label.text, &label.letters.style(), at)?;
        }
        self.root.present()?;
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

    fn marks(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        radius: f64,
        draw: impl Fn(&Self, Point) -> Result<(), Error>,
    ) -> Result<(), Error> {
        for point in points {
            let part = self.part(point);
            let inside = (0.0..=1.0).contains(&part.0) && (0.0..=1.0).contains(&part.1);
            if inside {
                draw(self, point)?;
                self.obstacles.push(Obstacle::Dot(self.px(part), radius));
            }
        }
        Ok(())
    }

    /// Fills a polygon whose corners are parts of the axes.
    fn fill(&mut self, parts: Vec<Point>, tint: Tint) -> Result<(), Error> {
        let px: Vec<Point> = parts.into_iter().map(|p| self.px(p)).collect();
        let px = clip::thinned(&px, TOLERANCE);
        let values: Vec<Point> = px.into_iter().map(|p| self.value(p)).collect();
        if values.len() > 2 {
            self.plot.draw(&Polygon::new(values, tint.style()))?;
        }
        Ok(())
    }

    fn field(&self, f: impl Fn(f64, f64) -> f64) -> Field {
        Field::new(FINE, |u, v| f(self.x.value(u), self.y.value(v)))
    }

    /// How far along both axes a value lies.
    fn part(&self, (x, y): Point) -> Point {
        (self.x.part(x), self.y.part(y))
    }

    /// Parts of the axes in px.
    fn px(&self, (u, v): Point) -> Point {
        let ((left, top), (right, bottom)) = self.frame;
        (left + u * (right - left), bottom - v * (bottom - top))
    }

    /// The value at a place in px.
    fn value(&self, (x, y): Point) -> Point {
        let ((left, top), (right, bottom)) = self.frame;
        let (u, v) = ((x - left) / (right - left), (bottom - y) / (bottom - top));
        (self.x.value(u), self.y.value(v))
    }
}
