//! Where a label goes: near what it names and clear of all that is drawn.

use crate::clip::distance;
use crate::drawing::Point;

/// Something that a label must not cover, in px.
#[derive(Debug, Clone)]
pub(crate) enum Obstacle {
    /// A line.
    Line(Vec<Point>),
    /// A mark of some radius.
    Dot(Point, f64),
    /// Another label: centre and half size.
    Box(Point, Point),
}

/// How much a label keeps away from lines, in px.
const AIR: f64 = 4.5;
/// How far from what it does not name a label likes to be, in px.
const APART: f64 = 24.0;

/// The directions in which a label may lie from its point, the best first.
const DIRECTIONS: [Point; 8] = [
    (1.0, 0.0),
    (0.0, -1.0),
    (1.0, -1.0),
    (1.0, 1.0),
    (-1.0, -1.0),
    (0.0, 1.0),
    (-1.0, 1.0),
    (-1.0, 0.0),
];

/// The centre of a box of half size `half`, inside the frame from `low` to `high`, near one of the
/// points `near`, that covers as little as can be and stands apart from what is not its own: the
/// obstacle number `own`.
pub(crate) fn place(
    near: &[Point],
    half: Point,
    (low, high): (Point, Point),
    obstacles: &[Obstacle],
    own: Option<usize>,
) -> Option<Point> {
    let mut best: Option<(f64, Point)> = None;
    for (i, &point) in near.iter().enumerate() {
        // A curve is best named near its end.
        let early = 4.0 * (1.0 - (i + 1) as f64 / near.len() as f64);
        for gap in [6.0, 9.0, 13.0, 19.0, 27.0, 38.0, 54.0] {
            for (rank, (dx, dy)) in DIRECTIONS.into_iter().enumerate() {
                let centre =
                    (point.0 + dx * (half.0 + gap), point.1 + dy * (half.1 + gap));
                let inside = centre.0 - half.0 >= low.0 + AIR
                    && centre.0 + half.0 <= high.0 - AIR
                    && centre.1 - half.1 >= low.1 + AIR
                    && centre.1 + half.1 <= high.1 - AIR;
                if !inside {
                    continue;
                }
                let mut cost = gap + 0.1 * rank as f64 + early;
                // Obstacles only add to it: a place that costs as much as the best one has lost.
                let lost = |cost| best.is_some_and(|(least, _)| cost >= least);
                for (i, obstacle) in obstacles.iter().enumerate() {
                    if lost(cost) {
                        break;
                    }
                    let room = obstacle.room(centre, half);
                    if room < AIR {
                        cost += 1000.0;
                    } else if own != Some(i) {
                        cost += (APART - room).max(0.0) * 0.6;
                    }
                }
                if !lost(cost) {
                    best = Some((cost, centre));
                }
            }
        }
    }
    best.map(|(_, centre)| centre)
}

impl Obstacle {
    /// How far it is from a box; nothing where they meet.
    fn room(&self, centre: Point, half: Point) -> f64 {
        match self {
            Obstacle::Line(points) => points
                .windows(2)
                .map(|ends| from_box(ends[0], ends[1], centre, half))
                .fold(f64::INFINITY, f64::min),
            Obstacle::Dot(dot, radius) => outside(*dot, centre, half) - radius,
            Obstacle::Box(other, size) => {
                outside(*other, centre, (half.0 + size.0, half.1 + size.1))
            }
        }
    }
}

/// How far a point lies outside a box.
fn outside(p: Point, centre: Point, half: Point) -> f64 {
    let dx = ((p.0 - centre.0).abs() - half.0).max(0.0);
    let dy = ((p.1 - centre.1).abs() - half.1).max(0.0);
    (dx * dx + dy * dy).sqrt()
}

/// How far a segment lies from a box; nothing where they meet.
fn from_box(a: Point, b: Point, centre: Point, half: Point) -> f64 {
    // Most segments are far away: the box around them says so at less cost.
    let (low, high) = ((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1)));
    let rough = (low.0 - centre.0 - half.0)
        .max(centre.0 - half.0 - high.0)
        .max(low.1 - centre.1 - half.1)
        .max(centre.1 - half.1 - high.1);
    if rough > APART {
        return rough;
    }
    // In units of the box, as in `clip`: does the segment pass through it?
    let unit = |p: Point| {
        (
            (p.0 - centre.0 + half.0) / (2.0 * half.0),
            (p.1 - centre.1 + half.1) / (2.0 * half.1),
        )
    };
    if crate::clip::segment(unit(a), unit(b)).is_some() {
        return 0.0;
    }
    let corners = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)]
        .map(|(x, y)| (centre.0 + x * half.0, centre.1 + y * half.1));
    let to_ends = outside(a, centre, half).min(outside(b, centre, half));
    let to_corners = corners.into_iter().map(|corner| distance(corner, a, b));
    to_corners.fold(to_ends, f64::min)
}
