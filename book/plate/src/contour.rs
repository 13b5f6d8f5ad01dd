//! Lines of equal height, by marching squares: where a function on a grid crosses a level.

use crate::drawing::Point;

/// The values of a function at the nodes of a grid over the unit square, and a rim of low ones around.
/// Where the function has no value it is low, too.
pub(crate) struct Field {
    cells: i32,
    values: Vec<f64>,
}

/// Lower than any level.
const LOW: f64 = f64::NEG_INFINITY;

/// A side between two nodes: its left or lower node, and whether it runs upwards.
type Edge = (i32, i32, bool);

impl Field {
    /// `f` at the nodes of `cells` by `cells` squares.
    pub(crate) fn new(cells: u16, f: impl Fn(f64, f64) -> f64) -> Self {
        let n = i32::from(cells.max(1));
        let part = |i: i32| f64::from(i) / f64::from(n);
        let inside = |i: i32| (0..=n).contains(&i);
        let nodes = (-1..=n + 1).flat_map(|j| (-1..=n + 1).map(move |i| (i, j)));
        let value = |(i, j)| match inside(i) && inside(j) {
            true => Some(f(part(i), part(j))).filter(|v| !v.is_nan()),
            false => None,
        };
        let values = nodes.map(|node| value(node).unwrap_or(LOW)).collect();
        Field { cells: n, values }
    }

    /// The value at a node of the grid or its rim.
    fn at(&self, (i, j): (i32, i32)) -> f64 {
        let node = (j + 1) as usize * self.side() + (i + 1) as usize;
        self.values.get(node).copied().unwrap_or(LOW)
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
        let high: Vec<bool> = self.values.iter().map(|value| *value >= level).collect();
        let rows = || high.chunks(self.side());
        let within = -rim..self.cells + rim;
        // For each edge the one that the line goes on to.
        let mut next: Vec<Option<Edge>> = vec![None; 2 * high.len()];
        let mut reached = vec![false; next.len()];
        for (j, (below, above)) in (-1..).zip(rows().zip(rows().skip(1))) {
            for (i, pairs) in (-1..).zip(below.windows(2).zip(above.windows(2))) {
                // Most squares lie on one side of the level.
                let crossed = pairs.0 != pairs.1 || pairs.0[0] != pairs.0[1];
                if crossed && within.contains(&i) && within.contains(&j) {
                    for (from, to) in self.crossings((i, j), level) {
                        next[self.place(from)] = Some(to);
                        reached[self.place(to)] = true;
                    }
                }
            }
        }
        // Open lines start where no other ends; what is left is closed.
        let edges = || (0..next.len()).filter(|place| next[*place].is_some());
        let mut starts: Vec<usize> = edges().filter(|place| !reached[*place]).collect();
        starts.extend(edges());
        let mut chains = Vec::new();
        for start in starts {
            let mut place = start;
            let mut chain = Vec::new();
            while let Some(to) = next[place].take() {
                if chain.is_empty() {
                    chain.push(self.crossing(self.edge(place), level));
                }
                chain.push(self.crossing(to, level));
                place = self.place(to);
            }
            if !chain.is_empty() {
                chains.push(chain);
            }
        }
        chains
    }

    /// Nodes along one side, the rim included.
    fn side(&self) -> usize {
        self.cells as usize + 3
    }

    /// The number of an edge, column by column.
    fn place(&self, (i, j, upwards): Edge) -> usize {
        2 * ((i + 1) as usize * self.side() + (j + 1) as usize) + usize::from(upwards)
    }

    /// The edge of that number.
    fn edge(&self, place: usize) -> Edge {
        let (node, side) = (place / 2, self.side());
        (
            (node / side) as i32 - 1,
            (node % side) as i32 - 1,
            place % 2 == 1,
        )
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
