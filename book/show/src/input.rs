//! One input: its default, and what a reader can set it to.

/// One input of a worked example or a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Input {
    /// The name in code, and in a mark: `w1` in `perceptron.w1`.
    pub name: &'static str,
    /// What it is, in a few words.
    pub label: &'static str,
    /// The value that the page shows.
    pub default: f64,
    /// The smallest value that a reader can set.
    pub min: f64,
    /// The largest value that a reader can set.
    pub max: f64,
    /// The distance between two settings next to each other.
    pub step: f64,
}

impl Input {
    /// Every setting from `min` to `max`; the default is one of them where it lies on the grid.
    pub fn settings(&self) -> impl Iterator<Item = f64> + '_ {
        let steps = libm::floor((self.max - self.min) / self.step + 1e-9) as usize;
        (0..=steps).map(|k| self.plain(self.min + k as f64 * self.step))
    }

    /// The setting nearest to `value`.
    ///
    /// ```
    /// let w = show::Input { name: "w", label: "", default: 0.1, min: -2.0, max: 2.0, step: 0.1 };
    /// assert_eq!([0.32, 0.30000000000000004, 7.0].map(|value| w.setting(value)), [0.3, 0.3, 2.0]);
    /// ```
    pub fn setting(&self, value: f64) -> f64 {
        self.plain(self.min + libm::round((value - self.min) / self.step) * self.step)
    }

    /// What a reader gets who types `value`: the number itself, or the nearest whole number where
    /// all settings are whole; the nearest end of the range for a number beyond it.
    pub fn typed(&self, value: f64) -> f64 {
        let whole = [self.min, self.step, self.default]
            .iter()
            .all(|x| libm::trunc(*x) == *x);
        let value = if whole { libm::round(value) } else { value };
        value.clamp(self.min, self.max)
    }

    /// `value`, in range, with no more decimals than the ends of the range and the step have: 0.3,
    /// not 0.30000000000000004.
    fn plain(&self, value: f64) -> f64 {
        let scale = scale(self.min).max(scale(self.step));
        (libm::round(value * scale) / scale).clamp(self.min, self.max)
    }
}

/// The least power of ten that makes a whole number of `x`. A whole number divided by it is the
/// number nearest to its decimals, the same as if they had been read; but what reads decimals brings
/// 10 kB of tables into the page's program.
fn scale(x: f64) -> f64 {
    let mut scale = 1.0;
    while libm::round(x * scale) / scale != x && scale < 1e15 {
        scale *= 10.0;
    }
    scale
}
