//! The axes of a chart, and where their ticks stand.

use crate::error::{Error, ErrorKind};
use show::number::short;

/// The most ticks that an axis has.
const MOST_TICKS: usize = 60;

/// How values lie along an axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Scale {
    Linear,
    /// Equal steps are equal factors.
    Log,
}

/// One axis of a chart: from where to where, with which ticks, and what it is called.
///
/// ```
/// use plate::Axis;
/// let axis = Axis::linear(-6.0, 6.0).step(2.0).named("weighted sum $z$");
/// let labels: Vec<_> = axis.ticks().iter().map(|(_, label)| label.as_str()).collect();
/// assert_eq!(labels, ["−6", "−4", "−2", "0", "2", "4", "6"]);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    pub(crate) from: f64,
    pub(crate) to: f64,
    pub(crate) scale: Scale,
    ticks: Vec<(f64, String)>,
    pub(crate) name: String,
    pub(crate) mesh: bool,
}

impl Axis {
    fn new(from: f64, to: f64, scale: Scale) -> Self {
        Axis {
            from,
            to,
            scale,
            ticks: Vec::new(),
            name: String::new(),
            mesh: true,
        }
    }

    /// An axis with about six ticks at round numbers.
    pub fn linear(from: f64, to: f64) -> Self {
        let axis = Self::new(from, to, Scale::Linear);
        let rough = (to - from) / 6.0;
        if !rough.is_finite() || rough <= 0.0 {
            return axis;
        }
        let power = libm::pow(10.0, libm::log10(rough).floor());
        let digit = [1.0, 2.0, 5.0]
            .into_iter()
            .find(|d| d * power >= rough * 0.99);
        axis.step(digit.unwrap_or(10.0) * power)
    }

    /// An axis on which each step is a factor of ten, from one positive number to another. Ticks stand
    /// at powers of ten, not closer than is readable.
    pub fn log(from: f64, to: f64) -> Self {
        let mut axis = Self::new(from, to, Scale::Log);
        if !(from > 0.0 && to > from && to.is_finite()) {
            return axis;
        }
        let first = (libm::log10(from) - 1e-9).ceil() as i32;
        let last = (libm::log10(to) + 1e-9).floor() as i32;
        let every = ((last - first) / 8 + 1).max(1);
        axis.ticks = (first..=last)
            .filter(|k| k.rem_euclid(every) == 0)
            .map(|k| {
                (
                    libm::pow(10.0, f64::from(k)),
                    power_of_ten(k, first >= -2 && last <= 3),
                )
            })
            .collect();
        axis
    }

    /// An axis of things that have names instead of numbers: the first lies at 0, the next at 1, …
    pub fn names(names: &[&str]) -> Self {
        let mut axis = Self::new(-0.5, names.len() as f64 - 0.5, Scale::Linear);
        axis.mesh = false;
        axis.at(names.iter().enumerate().map(|(i, name)| (i as f64, *name)))
    }

    /// Ticks at the whole multiples of `step`.
    #[must_use]
    pub fn step(mut self, step: f64) -> Self {
        let first = (self.from / step - 1e-9).ceil();
        let last = (self.to / step + 1e-9).floor();
        let slack = 1e-9 * (self.to - self.from);
        let decimals = decimals(step);
        // Adding 0 turns −0 into 0. One tick too many is an error, later.
        self.ticks = (0..=MOST_TICKS)
            .map(|k| first + k as f64)
            .take_while(|k| step > 0.0 && *k <= last)
            .map(|k| k * step + 0.0)
            .filter(|tick| (self.from - slack..=self.to + slack).contains(tick))
            .map(|tick| (tick, short(tick, decimals)))
            .collect();
        self
    }

    /// Ticks at these values with these labels; one outside the axis is left out.
    #[must_use]
    pub fn at<'a>(mut self, ticks: impl IntoIterator<Item = (f64, &'a str)>) -> Self {
        self.ticks = ticks
            .into_iter()
            .filter(|(value, _)| (self.from..=self.to).contains(value))
            .map(|(v, label)| (v, label.to_string()))
            .collect();
        self
    }

    /// What the axis shows, with its unit where there is one.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        self.name = name.to_string();
        self
    }

    /// No mesh lines at the ticks of this axis.
    #[must_use]
    pub fn without_mesh(mut self) -> Self {
        self.mesh = false;
        self
    }

    /// The ticks and their labels.
    pub fn ticks(&self) -> &[(f64, String)] {
        &self.ticks
    }

    /// Where the axis begins.
    pub fn from(&self) -> f64 {
        self.from
    }

    /// Where the axis ends.
    pub fn to(&self) -> f64 {
        self.to
    }

    /// Whether anything can be drawn along it.
    pub(crate) fn check(&self) -> Result<(), Error> {
        let why = if !(self.from.is_finite() && self.to.is_finite()) {
            "is not finite"
        } else if self.to <= self.from || !(self.to - self.from).is_finite() {
            "has no length"
        } else if self.scale == Scale::Log && self.from <= 0.0 {
            "has no logarithm"
        } else if self.ticks.len() > MOST_TICKS {
            "has more ticks than anyone can read"
        } else {
            return Ok(());
        };
        let (name, from, to) = (self.name.clone(), self.from, self.to);
        Err(ErrorKind::Axis {
            name,
            from,
            to,
            why,
        })?
    }
}

/// How many decimals the multiples of `step` need.
fn decimals(step: f64) -> usize {
    let mut scaled = step;
    for decimals in 0..12 {
        if (scaled - scaled.round()).abs() < 1e-6 * scaled.abs() {
            return decimals;
        }
        scaled *= 10.0;
    }
    12
}

/// A power of ten in words: as a number where all powers on the axis are `short` ones.
fn power_of_ten(exponent: i32, all_short: bool) -> String {
    match exponent {
        0..=1 => short(libm::pow(10.0, f64::from(exponent)), 0),
        _ if all_short => short(libm::pow(10.0, f64::from(exponent)), 2),
        _ => format!("10$^{{{exponent}}}$"),
    }
}
