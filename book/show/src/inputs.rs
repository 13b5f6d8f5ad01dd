//! The inputs of worked examples and figures.

use crate::OutOfRange;

/// One input of a worked example or a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Input {
    /// The name in code, and in a mark: `w1` in `perceptron.w1`.
    pub name: &'static str,
    /// What it is, in a few words.
    pub label: &'static str,
    /// The value that the page prints.
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

/// The inputs that examples and figures share: what a reader can fill in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inputs {
    /// The name that the inputs go by: `perceptron` in `0.2<!--=perceptron.d_output-->`.
    pub name: &'static str,
    /// What they describe, in a sentence.
    pub about: &'static str,
    /// The inputs in order.
    pub list: &'static [Input],
    /// The names of those that count the steps of a story, in time or over a grid: they can be played
    /// like a film, the last one turning fastest, as on an odometer.
    pub unfolds: &'static [&'static str],
}

impl Inputs {
    /// The default of each input.
    pub fn defaults(&self) -> Vec<f64> {
        self.list.iter().map(|input| input.default).collect()
    }

    /// Refuses a value that no reader can set: one outside its range, or not a number.
    ///
    /// # Errors
    /// [`OutOfRange`] for the first of them.
    pub fn check(&self, values: &[f64]) -> Result<(), OutOfRange> {
        for (input, &value) in self.list.iter().zip(values) {
            let Input { name, min, max, .. } = *input;
            if !(min..=max).contains(&value) {
                return Err(OutOfRange {
                    name,
                    value,
                    min,
                    max,
                });
            }
        }
        Ok(())
    }
}

/// A value for each of some [`Inputs`]: a struct as made by [`inputs!`](crate::inputs).
pub trait InputValues: Default + 'static {
    /// The inputs that these are values of.
    const INPUTS: &'static Inputs;
    /// The struct that holds `values`, in the order of the inputs. An input without a value keeps its
    /// default.
    fn from_values(values: &[f64]) -> Self;
    /// Its values, in the order of the inputs.
    fn values(&self) -> Vec<f64>;
    /// Refuses a value that no reader can set: one outside its range, or not a number.
    ///
    /// # Errors
    /// [`OutOfRange`] for the first of them.
    fn check(&self) -> Result<(), OutOfRange> {
        Self::INPUTS.check(&self.values())
    }
}

/// A value for each of `inputs`: those given, and the defaults of the others. `N` is how many inputs
/// there are.
pub fn filled<const N: usize>(inputs: &[Input], values: &[f64]) -> [f64; N] {
    let mut filled = [0.0; N];
    fill(&mut filled, inputs, values);
    filled
}

fn fill(filled: &mut [f64], inputs: &[Input], values: &[f64]) {
    for (i, (place, input)) in filled.iter_mut().zip(inputs).enumerate() {
        *place = values.get(i).copied().unwrap_or(input.default);
    }
}

/// Declares a struct of inputs: for each a sentence, a default, a range and a step.
///
/// The name after the struct's is the one that marks use: `line` in `0.5<!--=line.z-->`. After it,
/// `unfolding` names the inputs that can be [played](crate::Inputs::unfolds), if there are any.
/// See the [crate](crate) for examples.
#[macro_export]
macro_rules! inputs {
    (
        $(#[doc = $about:literal])+
        pub struct $Type:ident = $name:literal $(unfolding $($unfolds:ident),+)? {
            $(
                $(#[doc = $label:literal])+
                $field:ident = $default:literal in $min:literal ..= $max:literal by $step:literal
            ),+ $(,)?
        }
    ) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $Type {
            $(
                $(#[doc = $label])+
                pub $field: f64,
            )+
        }

        impl Default for $Type {
            fn default() -> Self {
                Self { $($field: $default),+ }
            }
        }

        impl $crate::InputValues for $Type {
            const INPUTS: &'static $crate::Inputs = &$crate::Inputs {
                name: $name,
                about: concat!($($about),+).trim_ascii(),
                list: &[
                    $($crate::Input {
                        name: stringify!($field),
                        label: concat!($($label),+).trim_ascii(),
                        default: $default,
                        min: $min,
                        max: $max,
                        step: $step,
                    }),+
                ],
                unfolds: {
                    // A name that is no field does not compile.
                    $($(let _: fn(&Self) -> f64 = |inputs| inputs.$unfolds;)+)?
                    &[$($(stringify!($unfolds)),+)?]
                },
            };
            fn from_values(values: &[f64]) -> Self {
                let [$($field),+] = $crate::filled(Self::INPUTS.list, values);
                Self { $($field),+ }
            }
            fn values(&self) -> Vec<f64> {
                vec![$(self.$field),+]
            }
        }
    };
}
