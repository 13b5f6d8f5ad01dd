//! An axis as a coordinate of plotters.
//!
//! plotters has linear and logarithmic coordinates of its own. They pick their ticks, and a logarithm its
//! place, with functions of the standard library whose last bits differ between platforms.

use crate::axis::{Axis, Scale};
use plotters::coord::ranged1d::{
    KeyPointHint, KeyPointWeight, NoDefaultFormatting, Ranged, ValueFormatter,
};
use std::ops::Range;

impl Axis {
    /// How far along the axis `value` lies, from 0 to 1 and beyond; NaN where it has no place.
    pub(crate) fn fraction(&self, value: f64) -> f64 {
        let ends_and_value = [self.from, self.to, value];
        let [from, to, value] = match self.scale {
            Scale::Linear => ends_and_value,
            Scale::Log => ends_and_value.map(libm::log10),
        };
        let fraction = (value - from) / (to - from);
        // Far enough to keep the direction of a line that leaves the frame, near enough to compute with.
        match fraction.is_finite() {
            true => fraction.clamp(-1e9, 1e9),
            false => fraction,
        }
    }

    /// The value that lies this far along the axis.
    pub(crate) fn value(&self, fraction: f64) -> f64 {
        match self.scale {
            Scale::Linear => self.from + fraction * (self.to - self.from),
            Scale::Log => {
                let [from, to] = [self.from, self.to].map(libm::log10);
                libm::pow(10.0, from + fraction * (to - from))
            }
        }
    }
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, (start, end): (i32, i32)) -> i32 {
        let along = self.fraction(*value) * f64::from(end - start);
        start.saturating_add(along.round() as i32)
    }

    /// The ticks, where bold ones are asked for: there are no light ones.
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        match hint.weight() {
            KeyPointWeight::Bold => {
                self.ticks().iter().map(|(tick, _)| *tick).collect()
            }
            KeyPointWeight::Any => Vec::new(),
        }
    }

    fn range(&self) -> Range<f64> {
        self.from..self.to
    }
}

impl ValueFormatter<f64> for Axis {
    fn format_ext(&self, value: &f64) -> String {
        let tick = self.ticks().iter().find(|(tick, _)| tick == value);
        tick.map_or_else(String::new, |(_, label)| label.clone())
    }
}
