//! What diagrams are made of: arrows, nodes, braces, brackets.

use crate::drawing::{Drawing, Point};
use crate::ink::Ink;
use crate::letters::Letters;
use crate::pen::{Look, Pen};

/// The point that lies `part` of the way from `a` to `b`.
pub fn between(a: Point, b: Point, part: f64) -> Point {
    (a.0 + part * (b.0 - a.0), a.1 + part * (b.1 - a.1))
}

/// The line from `a` to `b`, shorter by `from` px at its start and by `to` px at its end: from rim to
/// rim of two nodes.
///
/// ```
/// assert_eq!(plate::shortened((0.0, 0.0), (10.0, 0.0), 2.0, 3.0), ((2.0, 0.0), (7.0, 0.0)));
/// ```
pub fn shortened(a: Point, b: Point, from: f64, to: f64) -> (Point, Point) {
    let length = length(a, b);
    if length == 0.0 {
        return (a, b);
    }
    (between(a, b, from / length), between(b, a, to / length))
}

/// `n` points below each other, `gap` px apart, about `middle`: the nodes of a layer. Not more than
/// ten thousand: no page is longer.
///
/// ```
/// assert_eq!(plate::column((50.0, 40.0), 2, 20.0), [(50.0, 30.0), (50.0, 50.0)]);
/// ```
pub fn column(middle: Point, n: usize, gap: f64) -> Vec<Point> {
    let n = n.min(10_000);
    let first = middle.1 - gap * (n as f64 - 1.0) / 2.0;
    (0..n).map(|i| (middle.0, first + gap * i as f64)).collect()
}

fn length(a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    (dx * dx + dy * dy).sqrt()
}

/// Which side of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// To its left.
    Left,
    /// To its right.
    Right,
    /// Above it.
    Above,
    /// Below it.
    Below,
}

impl Drawing {
    /// An arrow whose tip is at `to`.
    pub fn arrow(&mut self, from: Point, to: Point, pen: impl Into<Pen>) {
        let pen = pen.into();
        self.line(from, to, pen);
        let long = length(from, to);
        if long == 0.0 || !long.is_finite() {
            return;
        }
        let (ux, uy) = ((to.0 - from.0) / long, (to.1 - from.1) / long);
        let (back, out) = (4.0 + 2.2 * pen.width, 2.4 + 1.3 * pen.width);
        let wing = |side: f64| {
            (
                to.0 - back * ux - side * out * uy,
                to.1 - back * uy + side * out * ux,
            )
        };
        let solid = Pen {
            dashed: false,
            ..pen
        };
        self.polyline([wing(1.0), to, wing(-1.0)], solid);
    }

    /// A node of a graph: a circle of paper with a rim, and words in it.
    pub fn node(&mut self, centre: Point, radius: f64, text: &str, ink: Ink) {
        self.circle(centre, radius, (Ink::Paper, ink.pen(1.6)));
        self.circle(centre, radius, Look::from(ink.tint(0.1)));
        self.text(centre, text, Ink::Text.letters(16.0));
    }

    /// An arrow from the rim of one node to the rim of another, a little away from both.
    pub fn edge(
        &mut self,
        (a, a_radius): (Point, f64),
        (b, b_radius): (Point, f64),
        pen: impl Into<Pen>,
    ) {
        let (from, to) = shortened(a, b, a_radius + 1.0, b_radius + 3.0);
        self.arrow(from, to, pen);
    }

    /// Words on a line from `a` to `b`, `part` of the way along, on a patch of paper.
    pub fn on_line(
        &mut self,
        a: Point,
        b: Point,
        part: f64,
        text: &str,
        letters: impl Into<Letters>,
    ) {
        let (at, letters) = (between(a, b, part), letters.into());
        let half = (
            self.width_of(text, letters) / 2.0 + 3.0,
            0.62 * letters.size,
        );
        let corner = (at.0 - half.0, at.1 - half.1);
        self.rounded(corner, (2.0 * half.0, 2.0 * half.1), 3.0, Ink::Paper);
        self.text(at, text, letters);
    }

    /// A curly brace beside the box at `corner`, on one `side`; returns the point of its tip, where
    /// words can begin.
    pub fn brace(
        &mut self,
        corner: Point,
        size: (f64, f64),
        side: Side,
        pen: impl Into<Pen>,
    ) -> Point {
        let (x, y, w, h) = (corner.0, corner.1, size.0, size.1);
        // `at(s, d)`: s along the side, d away from it.
        let at = |s: f64, d: f64| match side {
            Side::Left => (x - 4.0 - d, y + s),
            Side::Right => (x + w + 4.0 + d, y + s),
            Side::Above => (x + s, y - 4.0 - d),
            Side::Below => (x + s, y + h + 4.0 + d),
        };
        let along = if matches!(side, Side::Left | Side::Right) {
            h
        } else {
            w
        };
        let r = 5.0_f64.min(along / 4.0);
        let half = along / 2.0;
        let straight = |a: Point, b: Point| [between(a, b, 0.3), between(a, b, 0.7), b];
        let (a, b) = (at(r, r), at(half - r, r));
        let (c, d) = (at(half + r, r), at(along - r, r));
        let tip = at(half, 2.0 * r);
        let curves = [
            [at(0.0, r * 0.6), at(r * 0.4, r), a],
            straight(a, b),
            [at(half - r * 0.4, r), at(half, r * 1.4), tip],
            [at(half, r * 1.4), at(half + r * 0.4, r), c],
            straight(c, d),
            [at(along - r * 0.4, r), at(along, r * 0.6), at(along, 0.0)],
        ];
        self.curves(at(0.0, 0.0), &curves, pen.into());
        at(half, 2.0 * r + 4.0)
    }
}
