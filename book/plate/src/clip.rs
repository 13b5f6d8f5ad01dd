//! Clipping to the frame of a chart, which is the unit square here. plotters moves what lies outside
//! onto the frame instead, and so bends a line that leaves it.

use crate::drawing::Point;

/// The pieces of a line that lie in the unit square. A point that is not finite breaks the line.
pub(crate) fn line(points: Vec<Point>) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut before: Option<Point> = None;
    let mut open = false;
    for point in points {
        if !(point.0.is_finite() && point.1.is_finite()) {
            (before, open) = (None, false);
            continue;
        }
        if let Some((a, b)) = before.and_then(|before| segment(before, point)) {
            match pieces.last_mut() {
                Some(piece) if open => piece.push(b),
                _ => pieces.push(vec![a, b]),
            }
            open = b == point;
        } else {
            open = false;
        }
        before = Some(point);
    }
    pieces
}

/// The part of the segment from `a` to `b` in the unit square (Liang and Barsky).
pub(crate) fn segment(a: Point, b: Point) -> Option<(Point, Point)> {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    for (step, room) in [(-dx, a.0), (dx, 1.0 - a.0), (-dy, a.1), (dy, 1.0 - a.1)] {
        if step == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if step < 0.0 {
            start = start.max(room / step);
        } else {
            end = end.min(room / step);
        }
    }
    let at = |t: f64| match t {
        0.0 => a,
        1.0 => b,
        _ => (a.0 + t * dx, a.1 + t * dy),
    };
    (start <= end).then(|| (at(start), at(end)))
}

/// The same line with fewer points, none farther than `tolerance` from where it was (Douglas and
/// Peucker).
pub(crate) fn thinned(points: &[Point], tolerance: f64) -> Vec<Point> {
    let mut keep = vec![false; points.len()];
    if let [first, .., last] = keep.as_mut_slice() {
        (*first, *last) = (true, true);
    }
    let mut spans = vec![(0, points.len().saturating_sub(1))];
    while let Some((start, end)) = spans.pop() {
        let inner = (start + 1..end)
            .map(|i| (distance(points[i], points[start], points[end]), i));
        let farthest =
            inner.fold(
                (tolerance, 0),
                |most, one| if one.0 > most.0 { one } else { most },
            );
        if farthest.1 != 0 {
            keep[farthest.1] = true;
            spans.extend([(start, farthest.1), (farthest.1, end)]);
        }
    }
    let chosen = points.iter().zip(keep).filter(|(_, keep)| *keep);
    chosen.map(|(point, _)| *point).collect()
}

/// How far `p` is from the segment between `a` and `b`.
pub(crate) fn distance(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let square = dx * dx + dy * dy;
    let t = match square > 0.0 {
        true => (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / square).clamp(0.0, 1.0),
        false => 0.0,
    };
    let (ex, ey) = (a.0 + t * dx - p.0, a.1 + t * dy - p.1);
    (ex * ex + ey * ey).sqrt()
}
