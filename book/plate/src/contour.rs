//! Lines of equal height, by marching squares: where a function on a grid crosses a level.

use crate::drawing::Point;
use std::collections::{BTreeMap, BTreeSet};

/// The values of a function at the nodes of a grid over the unit square.
pub(crate) struct Field {
    cells: i32,
    values: Vec<f64>,
}

/// A side between two nodes: its left or lower node, and whether it runs upwards.
type Edge = (i32, i32, bool);

impl Field {
    /// `f` at the nodes of `cells` by `cells` squares.
    pub(crate) fn new(cells: u16, f: impl Fn(f64, f64) -> f64) -> Self {
        let n = i32::from(cells.max(1));
        let part = |i: i32| f64::from(i) / f64::from(n);
        let nodes = (0..=n).flat_map(|j| (0..=n).map(move |i| (i, j)));
        let values = nodes.map(|(i, j)| f(part(i), part(j))).collect();
        Field { cells: n, values }
    }

    /// The value at a node; low outside the grid and where the function has none.
    fn at(&self, (i, j): (i32, i32)) -> f64 {
        let inside = (0..=self.cells).contains(&i) && (0..=self.cells).contains(&j);
        let index = usize::try_from(j * (self.cells + 1) + i).ok();
        let value = index
            .filter(|_| inside)
            .and_then(|index| self.values.get(index));
        value
            .copied()
            .filter(|v| !v.is_nan())
            .unwrap_or(f64::NEG_INFINITY)
    }

    /// The open and closed lines on which the function has the value `level`.
    pub(crate) fn lines(&self, level: f64) -> Vec<Vec<Point>> {
        self.chains(level, 0)
    }

    /// The outlines of where the function is at least `level`, closed along the border; a hole runs
    /// the other way round.
    pub(crate) fn outlines(&self, level: f64) -> Vec<Vec<Point>> {
        self.chains(level, 1)
    }

    /// Joins the crossings of all squares, `rim` squares beyond the grid included.
    fn chains(&self, level: f64, rim: i32) -> Vec<Vec<Point>> {
        let mut next: BTreeMap<Edge, Edge> = BTreeMap::new();
        for j in -rim..self.cells + rim {
            for i in -rim..self.cells + rim {
                next.extend(self.crossings((i, j), level));
            }
        }
        let reached: BTreeSet<Edge> = next.values().copied().collect();
        let mut starts: Vec<Edge> = next
            .keys()
            .filter(|e| !reached.contains(e))
            .copied()
            .collect();
        starts.extend(next.keys().copied().collect::<Vec<_>>());
        let mut chains = Vec::new();
        for start in starts {
            let mut edge = start;
            let mut chain = Vec::new();
            while let Some(to) = next.remove(&edge) {
                if chain.is_empty() {
                    chain.push(self.crossing(edge, level));
                }
                chain.push(self.crossing(to, level));
                edge = to;
            }
            if !chain.is_empty() {
                chains.push(chain);
            }
        }
        chains
    }

    /// The pieces of line in one square, each from the side where a walk around it goes down through
    /// the level to the side where it comes up again.
    fn crossings(&self, (i, j): (i32, i32), level: f64) -> Vec<(Edge, Edge)> {
        let corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)];
        let edges = [
            (i, j, false),
            (i + 1, j, true),
            (i, j + 1, false),
            (i, j, true),
        ];
        let high = corners.map(|corner| self.at(corner) >= level);
        let steps = [(0, 1), (1, 2), (2, 3), (3, 0)];
        let downs = (0..4).filter(|&k| high[steps[k].0] && !high[steps[k].1]);
        let up = |k: usize| !high[steps[k % 4].0] && high[steps[k % 4].1];
        let middle = corners.iter().map(|&corner| self.at(corner)).sum::<f64>() / 4.0;
        downs
            .filter_map(|k| {
                // A saddle: the high corners hang together across the middle, or they do not.
                let (ahead, back) = ([k + 1, k + 2, k + 3], [k + 3, k + 2, k + 1]);
                let order = if middle >= level { ahead } else { back };
                let up = order.into_iter().find(|&k| up(k))?;
                Some((edges[k], edges[up % 4]))
            })
            .collect()
    }

    /// The point on a side where the function, taken as straight between two nodes, has the value.
    fn crossing(&self, (i, j, upwards): Edge, level: f64) -> Point {
        let (a, b) = ((i, j), if upwards { (i, j + 1) } else { (i + 1, j) });
        let (at_a, at_b) = (self.at(a), self.at(b));
        let t = (level - at_a) / (at_b - at_a);
        let t = match (at_a.is_finite(), at_b.is_finite()) {
            (true, true) => t,
            (true, false) => 0.0,
            (false, true) => 1.0,
            (false, false) => 0.5,
        };
        let n = f64::from(self.cells);
        let part = |a: i32, b: i32| ((f64::from(a) + t * f64::from(b - a)) / n).clamp(0.0, 1.0);
        (part(a.0, b.0), part(a.1, b.1))
    }
}
