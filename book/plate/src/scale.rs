//! How values lie along an axis.

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Scale {
    Linear,
    /// Equal steps are equal factors.
    Log,
}

impl Scale {
    /// How far from `from` to `to` a value lies, from 0 to 1 and beyond; NaN where it has no place.
    pub(crate) fn fraction(self, value: f64, from: f64, to: f64) -> f64 {
        let [value, from, to] = match self {
            Scale::Linear => [value, from, to],
            Scale::Log => [value, from, to].map(libm::log10),
        };
        let fraction = (value - from) / (to - from);
        // So far out that a line there is straight, and no number is too large to reckon with.
        match fraction.is_finite() {
            true => fraction.clamp(-1e9, 1e9),
            false => fraction,
        }
    }

    /// The value that lies this far from `from` to `to`.
    pub(crate) fn value(self, fraction: f64, from: f64, to: f64) -> f64 {
        match self {
            Scale::Linear => from + fraction * (to - from),
            Scale::Log => {
                let (from, to) = (libm::log10(from), libm::log10(to));
                libm::pow(10.0, from + fraction * (to - from))
            }
        }
    }
}
