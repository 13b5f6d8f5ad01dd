//! A loss over two weights that has a saddle.

use show::{InputValues, Outputs};
use weights::{squared_error, squared_error_derivative};

show::inputs! {
    /// Two neurons in a row, each with one weight and nothing else, are to answer 1 to the input 1.
    pub struct Saddle = "saddle" unfolding steps {
        /// the first weight to start from
        w1 = 1.25 in -1.75..=1.75 by 0.05,
        /// the second weight to start from
        w2 = -1.2 in -1.75..=1.75 by 0.05,
        /// the learning rate
        rate = 0.05 in 0.01..=0.1 by 0.01,
        /// how many steps are made
        steps = 60.0 in 0.0..=100.0 by 1.0,
    }
}

impl Saddle {
    /// L = (w₁ w₂ − 1)².
    pub fn loss([w1, w2]: [f64; 2]) -> f64 {
        squared_error(w1 * w2, 1.0)
    }

    /// The weights before the first step and after each.
    ///
    /// # Errors
    /// None within the ranges.
    pub fn path(&self) -> show::Result<Vec<[f64; 2]>> {
        self.descend([self.w1, self.w2])
    }

    fn descend(&self, start: [f64; 2]) -> show::Result<Vec<[f64; 2]>> {
        self.check()?;
        let mut path = vec![start];
        let [mut w1, mut w2] = start;
        for _ in 0..self.steps as usize {
            // ∂L/∂w₁ = 2 (y − 1) · w₂ and ∂L/∂w₂ = 2 (y − 1) · w₁
            let d_y = squared_error_derivative(w1 * w2, 1.0);
            [w1, w2] = [w1 - self.rate * d_y * w2, w2 - self.rate * d_y * w1];
            path.push([w1, w2]);
        }
        Ok(path)
    }
}

/// The loss at the start, `before`, and at the end, `after`, and the weights there, `end1` and `end2`.
/// The step that moves least, `slowest`, and the loss before it, `slowest_loss`. And the loss in the
/// end if the second weight starts as minus the first, exactly: `stuck`, at `stuck1` and `stuck2`.
///
/// ```
/// use weights::book::worked::{Saddle, saddle};
/// let outputs = saddle(&Saddle::default()).unwrap();
/// let of = |name| outputs.get(name).unwrap();
/// // (1.25 · −1.2 − 1)²
/// assert!((of("before") - 6.25).abs() < 1e-12);
/// assert!(of("after") < 0.001);
/// assert_eq!(format!("{:.3}", of("stuck")), "1.000");
/// assert_eq!(of("stuck1"), -of("stuck2"));
/// ```
///
/// # Errors
/// None within the ranges.
pub fn saddle(saddle: &Saddle) -> show::Result<Outputs> {
    let path = saddle.path()?;
    let start = [saddle.w1, saddle.w2];
    let end = path.last().copied().unwrap_or(start);
    let (mut slowest, mut least, mut place) = (0.0, f64::INFINITY, start);
    for (step, pair) in path.windows(2).enumerate() {
        if let [[a1, a2], [b1, b2]] = *pair {
            let far = libm::hypot(b1 - a1, b2 - a2);
            // In the end all steps are small: ask while there is still something to learn.
            if far < least && Saddle::loss([a1, a2]) > 0.5 {
                (slowest, least, place) = (1.0 + step as f64, far, [a1, a2]);
            }
        }
    }
    let opposite = saddle.descend([saddle.w1, -saddle.w1])?;
    let stuck = opposite.last().copied().unwrap_or(start);
    Ok(Outputs::new()
        .with("before", Saddle::loss(start))
        .with("after", Saddle::loss(end))
        .with_each("end", end)
        .with("slowest", slowest)
        .with("slowest_loss", Saddle::loss(place))
        .with("stuck", Saddle::loss(stuck))
        .with_each("stuck", stuck))
}

show::inputs! {
    /// A look around from the middle of the saddle.
    pub struct Beside = "beside" {
        /// how far both weights are from zero
        far = 0.5 in 0.1..=1.0 by 0.1,
    }
}

/// The losses beside the middle of the saddle: with both weights on the `same` side of zero, and on
/// `opposite` sides.
///
/// ```
/// use weights::book::worked::{Beside, beside};
/// let outputs = beside(&Beside::default()).unwrap();
/// assert_eq!(outputs.get("same"), Some(0.5625)); // (0.25 − 1)²
/// assert_eq!(outputs.get("opposite"), Some(1.5625)); // (−0.25 − 1)²
/// ```
///
/// # Errors
/// None within the ranges.
pub fn beside(look: &Beside) -> show::Result<Outputs> {
    look.check()?;
    let far = look.far;
    Ok(Outputs::new()
        .with("same", Saddle::loss([far, far]))
        .with("opposite", Saddle::loss([far, -far])))
}
