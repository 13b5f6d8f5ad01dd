//! Lines of equal height, by marching squares: where a function on a grid crosses a level.
//!
//! Nodes are counted upwards and column after column, sides by their left or lower node: the one to
//! the right of node `n` is `2 * n`, the one above it `2 * n + 1`.

use crate::drawing::Point;

/// The values of a function at the nodes of a grid over the unit square.
pub(crate) struct Field {
    cells: usize,
    /// Around the grid, and where the function has no value, all is low.
    values: Vec<f64>,
}

impl Field {
    /// `f` at the nodes of `cells` by `cells` squares.
    pub(crate) fn new(cells: u16, f: &dyn Fn(f64, f64) -> f64) -> Self {
        let cells = usize::from(cells.max(1));
        let mut field = Field {
            cells,
            values: vec![f64::NEG_INFINITY; (cells + 3) * (cells + 3)],
        };
        let part = |i: usize| i as f64 / cells as f64;
        for i in 0..=cells {
            for j in 0..=cells {
                let (node, value) = (field.node(i, j), f(part(i), part(j)));
                if !value.is_nan() {
                    field.values[node] = value;
                }
            }
        }
        field
    }

    /// How many nodes a column has, with one below the grid and one above it.
    fn column(&self) -> usize {
        self.cells + 3
    }

    /// The node number `j` of column `i`, counted in the grid.
    fn node(&self, i: usize, j: usize) -> usize {
        (i + 1) * self.column() + j + 1
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
    fn chains(&self, level: f64, rim: usize) -> Vec<Vec<Point>> {
        // For each side the one where its piece of line ends, and whether another piece ends on it.
        let mut next = vec![None; 2 * self.values.len()];
        let mut reached = vec![false; next.len()];
        let squares = 1 - rim..self.cells + 1 + rim;
        for i in squares.clone() {
            for j in squares.clone() {
                self.cross(i * self.column() + j, level, &mut next, &mut reached);
            }
        }
        // Open lines begin where no other piece ends. What is left are rings.
        let mut chains = Vec::new();
        for rings in [false, true] {
            for (start, &reached) in reached.iter().enumerate() {
                let mut side = start;
                let mut chain = Vec::new();
                while (rings || !reached)
                    && let Some(to) = next[side].take()
                {
                    if chain.is_empty() {
                        chain.push(self.crossing(start, level));
                    }
                    chain.push(self.crossing(to, level));
                    side = to;
                }
                if !chain.is_empty() {
                    chains.push(chain);
                }
            }
        }
        chains
    }

    /// Notes the pieces of line in the square above and to the right of `node`, each from the side
    /// where a walk around the square goes down through the level to the side where it comes up again.
    fn cross(
        &self,
        node: usize,
        level: f64,
        next: &mut [Option<usize>],
        reached: &mut [bool],
    ) {
        let right = node + self.column();
        let corners =
            [node, right, right + 1, node + 1].map(|corner| self.values[corner]);
        let high = corners.map(|corner| corner >= level);
        // Most squares lie on one side.
        if high == [high[0]; 4] {
            return;
        }
        let sides = [2 * node, 2 * right + 1, 2 * (node + 1), 2 * node + 1];
        for k in 0..4 {
            if !high[k] || high[(k + 1) % 4] {
                continue;
            }
            // Of a saddle, the high corners are joined where its middle is high, else the low ones.
            let middle = corners.iter().sum::<f64>() / 4.0;
            let turns = if middle >= level {
                [1, 2, 3]
            } else {
                [3, 2, 1]
            };
            let ends = turns.map(|turn| (k + turn) % 4);
            if let Some(end) = ends.into_iter().find(|&k| !high[k] && high[(k + 1) % 4])
            {
                next[sides[k]] = Some(sides[end]);
                reached[sides[end]] = true;
            }
        }
    }

    /// The point on a side where the function, taken as straight between two nodes, has the value.
    fn crossing(&self, side: usize, level: f64) -> Point {
        let (a, upwards) = (side / 2, side % 2 == 1);
        let b = if upwards { a + 1 } else { a + self.column() };
        let (at_a, at_b) = (self.values[a], self.values[b]);
        let t = match (at_a.is_finite(), at_b.is_finite()) {
            (true, true) => (level - at_a) / (at_b - at_a),
            (true, false) => 0.0,
            (false, true) => 1.0,
            (false, false) => 0.5,
        };
        let (i, j) = (a / self.column(), a % self.column());
        let (right, up) = if upwards { (0.0, t) } else { (t, 0.0) };
        let part = |i: usize, on: f64| {
            ((i as f64 - 1.0 + on) / self.cells as f64).clamp(0.0, 1.0)
        };
        (part(i, right), part(j, up))
    }
}
