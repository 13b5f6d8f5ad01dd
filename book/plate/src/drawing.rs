//! A drawing: a canvas with a name and words for those who cannot see it.

use crate::backend::Plate;
use crate::letters::Letters;
use crate::path::{Spot, spot, tenths};
use crate::pen::{Look, Pen};
use crate::svg::Svg;
use crate::words;
use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};

/// A point in px: to the right, and down.
pub type Point = (f64, f64);

/// A figure being drawn. Points are in px from the upper left corner.
///
/// What is not finite is left out. What comes later lies above.
///
/// ```
/// use plate::{Drawing, Ink};
/// let mut drawing = Drawing::new("dot", (40, 40), "A dot", "One blue dot in the middle.");
/// drawing.circle((20.0, 20.0), 4.0, Ink::Blue);
/// drawing.text((20.0, 32.0), "$x_1$", Ink::Muted);
/// let svg = drawing.finish();
/// assert!(svg.contains("<title id=\"dot-title\">A dot</title>"));
/// assert!(svg.contains("<circle cx=\"20\" cy=\"20\" r=\"4\""));
/// ```
#[derive(Debug)]
pub struct Drawing {
    pub(crate) svg: Svg,
}

impl Drawing {
    /// An empty drawing of `size` px. `name` is the figure's own and distinct in the whole book;
    /// `title` says what it is in a few words and `desc` what it shows, from the figure's own data.
    ///
    /// Six hundred px is a good width. Letters have a least size so that they can be read when a page
    /// shrinks the drawing to 560 px.
    pub fn new(name: &str, size: (u32, u32), title: &str, desc: &str) -> Self {
        Drawing {
            svg: Svg::new(name, size, title, desc),
        }
    }

    /// The whole figure as SVG.
    pub fn finish(self) -> String {
        self.svg.finish()
    }

    /// The size in px.
    pub fn size(&self) -> (f64, f64) {
        (f64::from(self.svg.size.0), f64::from(self.svg.size.1))
    }

    /// The whole drawing as an area of plotters, whose unit here is a tenth of a pixel.
    pub fn plotters(&mut self) -> DrawingArea<Plate<'_>, Shift> {
        Plate::new(&mut self.svg).into_drawing_area()
    }

    /// A straight line.
    pub fn line(&mut self, from: Point, to: Point, pen: impl Into<Pen>) {
        self.pieces(&[from, to], pen.into());
    }

    /// A line through points; it is broken where a point is not finite.
    pub fn polyline(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        pen: impl Into<Pen>,
    ) {
        self.pieces(&points.into_iter().collect::<Vec<_>>(), pen.into());
    }

    fn pieces(&mut self, points: &[Point], pen: Pen) {
        for piece in points.split(|point| spot(*point).is_none()) {
            let spots: Vec<_> = piece.iter().copied().filter_map(spot).collect();
            self.svg.stroke(&spots, pen, false);
        }
    }

    /// A closed shape; points that are not finite are left out.
    pub fn polygon(
        &mut self,
        points: impl IntoIterator<Item = Point>,
        look: impl Into<Look>,
    ) {
        let spots: Vec<_> = points.into_iter().filter_map(spot).collect();
        self.closed(&spots, look.into());
    }

    fn closed(&mut self, corners: &[Spot], look: Look) {
        if let Some(tint) = look.fill {
            self.svg.fill(corners, tint, false);
        }
        if let Some(pen) = look.outline {
            self.svg.stroke(corners, pen, true);
        }
    }

    /// Bézier curves one after another, each by two control points and its end.
    pub(crate) fn curves(&mut self, from: Point, curves: &[[Point; 3]], pen: Pen) {
        let spots: Option<Vec<_>> = curves
            .iter()
            .map(|[a, b, c]| Some([spot(*a)?, spot(*b)?, spot(*c)?]))
            .collect();
        if let (Some(from), Some(spots)) = (spot(from), spots) {
            self.svg.curve(from, &spots, pen);
        }
    }

    /// A box with its upper left corner at `corner`.
    pub fn rect(&mut self, corner: Point, size: (f64, f64), look: impl Into<Look>) {
        self.rectangle(corner, size, look.into());
    }

    fn rectangle(&mut self, corner: Point, size: (f64, f64), look: Look) {
        let far = (corner.0 + size.0, corner.1 + size.1);
        if let (Some(a), Some(b)) = (spot(corner), spot(far)) {
            self.closed(&[a, (b.0, a.1), b, (a.0, b.1)], look);
        }
    }

    /// A box with rounded corners.
    pub fn rounded(
        &mut self,
        corner: Point,
        size: (f64, f64),
        radius: f64,
        look: impl Into<Look>,
    ) {
        if let (Some(corner), Some(size), Some(radius)) =
            (spot(corner), spot(size), tenths(radius))
            && size.0 >= 0
            && size.1 >= 0
        {
            self.svg.rounded(corner, size, radius.max(0), look.into());
        }
    }

    /// A circle.
    pub fn circle(&mut self, centre: Point, radius: f64, look: impl Into<Look>) {
        if let (Some(centre), Some(radius)) = (spot(centre), tenths(radius)) {
            self.svg.circle(centre, radius.max(0), look.into());
        }
    }

    /// Words about a point, centred on it unless the letters say otherwise. Between dollar signs
    /// stands a little mathematics: `"slope $∂L/∂w_1$"` (see [`words`]).
    pub fn text(&mut self, at: Point, text: &str, letters: impl Into<Letters>) {
        if let Some(at) = spot(at) {
            self.svg.text(at, text, letters.into());
        }
    }

    /// How wide these words are, in px.
    pub fn width_of(&self, text: &str, letters: impl Into<Letters>) -> f64 {
        let size = letters.into().size.max(self.svg.least);
        words::width(text, size, self.svg.least)
    }
}
