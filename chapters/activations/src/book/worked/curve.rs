//! A layer of ReLUs that follows a curve.

use activations::{Error, Polyline, bound_by_curvature, evenly};
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// Four ReLUs that follow a line through five heights.
    pub struct Heights = "heights" {
        /// the height at 0
        t0 = 1.0 in 0.0..=4.0 by 0.5,
        /// the height at 1
        t1 = 3.0 in 0.0..=4.0 by 0.5,
        /// the height at 2
        t2 = 2.0 in 0.0..=4.0 by 0.5,
        /// the height at 3
        t3 = 3.0 in 0.0..=4.0 by 0.5,
        /// the height at 4
        t4 = 1.0 in 0.0..=4.0 by 0.5,
        /// where the network is asked
        x = 2.5 in 0.0..=4.0 by 0.1,
    }
}

impl Heights {
    /// The places, and the heights there.
    pub fn points(&self) -> Vec<(f64, f64)> {
        let heights = [self.t0, self.t1, self.t2, self.t3, self.t4];
        (0..5_u8).map(f64::from).zip(heights).collect()
    }
}

/// The slope of each piece (`s1` …), the weight of each ReLU (`w1` …), what each ReLU gives at `x`
/// (`h1` …), what that is worth (`term1` …), and the sum, `y`.
///
/// # Errors
/// None: the places grow.
pub fn heights(heights: &Heights) -> show::Result<Outputs> {
    let points = heights.points();
    let pieces = points.windows(2);
    let slopes = pieces.map(|ends| (ends[1].1 - ends[0].1) / (ends[1].0 - ends[0].0));
    let line = Polyline::through(&points)?;
    let weights = line.bends();
    let starts = points.iter().take(4).map(|(x, _)| *x);
    let hidden: Vec<f64> = starts.map(|at| activations::relu(heights.x - at)).collect();
    let terms = weights.iter().zip(&hidden).map(|(w, h)| w * h);
    Ok(Outputs::new()
        .with_each("s", slopes)
        .with_each("w", weights.iter().copied())
        .with_each("h", hidden.iter().copied())
        .with_each("term", terms)
        .with("y", line.value(heights.x)?))
}

show::inputs! {
    /// A layer of ReLUs that follows a sine from 0 to 1, each bend as far from the last as the next.
    pub struct Follow = "follow" {
        /// how many ReLUs
        n = 8.0 in 1.0..=32.0 by 1.0,
        /// how many waves the sine has from 0 to 1
        waves = 1.0 in 0.5..=3.0 by 0.5,
    }
}

/// The pixels of a handwritten digit.
const PIXELS: f64 = 784.0;

impl Follow {
    /// The curve at `x`.
    pub fn curve(&self, x: f64) -> f64 {
        libm::sin(std::f64::consts::TAU * self.waves * x)
    }

    /// The most that the curve's slope changes: (2π · waves)².
    pub fn curvature(&self) -> f64 {
        let speed = std::f64::consts::TAU * self.waves;
        speed * speed
    }

    /// How many ReLUs there are.
    pub fn relus(&self) -> u8 {
        whole(self.n) as u8
    }

    /// The layer of `n` ReLUs.
    ///
    /// # Errors
    /// For no ReLU at all.
    pub fn line(&self, n: u8) -> Result<Polyline, Error> {
        through(|x| self.curve(x), &evenly(n))
    }

    /// The largest error of the layer of `n` ReLUs.
    ///
    /// # Errors
    /// As [`line`](Self::line).
    pub fn error(&self, n: u8) -> Result<f64, Error> {
        self.line(n)?.largest_error(|x| self.curve(x), &evenly(n))
    }

    /// What the error of `n` ReLUs cannot exceed.
    pub fn bound(&self, n: f64) -> f64 {
        bound_by_curvature(self.curvature(), 1.0 / n)
    }
}

/// The layer that meets the curve `g` at the places.
fn through(g: impl Fn(f64) -> f64, places: &[f64]) -> Result<Polyline, Error> {
    let points: Vec<(f64, f64)> = places.iter().map(|x| (*x, g(*x))).collect();
    Polyline::through(&points)
}

/// The width of a piece and the curvature, the bound on the error and the error, the same for twice as
/// many ReLUs (`twice_bound`, `twice_error`), how many ReLUs the bound asks for to stay within a
/// hundredth (`enough`), and how many digits the number of boxes has for as many pieces along each pixel
/// of a digit (`digits`).
///
/// # Errors
/// None within the ranges.
pub fn follow(follow: &Follow) -> show::Result<Outputs> {
    follow.check()?;
    let n = follow.relus();
    Ok(Outputs::new()
        .with("width", 1.0 / follow.n)
        .with("curvature", follow.curvature())
        .with("bound", follow.bound(follow.n))
        .with("error", follow.error(n)?)
        .with("twice", 2.0 * follow.n)
        .with("twice_bound", follow.bound(2.0 * follow.n))
        .with("twice_error", follow.error(2 * n)?)
        .with("enough", libm::ceil((follow.bound(1.0) / 0.01).sqrt()))
        .with("digits", libm::floor(PIXELS * libm::log10(follow.n)) + 1.0))
}

show::inputs! {
    /// A layer of ReLUs, built along one wave of a sine from 0 to 1, is asked beyond its end.
    pub struct Beyond = "beyond" {
        /// how many ReLUs
        n = 8.0 in 1.0..=32.0 by 1.0,
        /// where the layer is asked
        at = 1.5 in 1.0..=2.0 by 0.1,
    }
}

impl Beyond {
    /// The curve, and how many ReLUs follow it.
    pub fn follow(&self) -> Follow {
        Follow {
            n: self.n,
            ..Follow::default()
        }
    }
}

/// What the layer says (`y`), and how high the sine is there (`curve`).
///
/// # Errors
/// None within the ranges.
pub fn beyond(beyond: &Beyond) -> show::Result<Outputs> {
    beyond.check()?;
    let follow = beyond.follow();
    Ok(Outputs::new()
        .with("y", follow.line(follow.relus())?.value(beyond.at)?)
        .with("curve", follow.curve(beyond.at)))
}

/// The square root followed with `n` ReLUs: the largest error with places evenly spread, and with the
/// places (k/n)⁴, which crowd where the root is steep.
///
/// # Errors
/// For no ReLU at all.
pub fn root_errors(n: u8) -> Result<(f64, f64), Error> {
    let even = evenly(n);
    let crowded: Vec<f64> = even.iter().map(|x| x * x * x * x).collect();
    let error =
        |places: &[f64]| through(f64::sqrt, places)?.largest_error(f64::sqrt, places);
    Ok((error(&even)?, error(&crowded)?))
}

/// The errors of [`root_errors`] (`even`, `crowded`), and how many times the one is the other (`gain`).
///
/// # Errors
/// None within the ranges.
pub fn root(follow: &Follow) -> show::Result<Outputs> {
    follow.check()?;
    let (even, crowded) = root_errors(follow.relus())?;
    Ok(Outputs::new()
        .with("even", even)
        .with("crowded", crowded)
        .with("gain", even / crowded))
}
