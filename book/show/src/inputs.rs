//! Named inputs: their description, and structs of their values.

use crate::{Input, OutOfRange};

/// Named inputs that examples and figures share: what they are, not what they are set to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Inputs {
    /// The name that the inputs go by: `perceptron` in `0.2<!--=perceptron.d_output-->`.
    pub name: &'static str,
    /// What they describe, in a sentence.
    pub about: &'static str,
    /// The inputs in order.
    pub list: &'static [Input],
    /// The names of those that count steps, in time or over a grid: a page can play them like a film,
    /// the last one turning fastest, as on an odometer.
    pub unfolds: &'static [&'static str],
}

impl Inputs {
    /// The default of each input.
    pub fn defaults(&self) -> Vec<f64> {
        self.list.iter().map(|input| input.default).collect()
    }

    /// Whether a reader can set these values: each a number in its range.
    ///
    /// # Errors
    /// [`OutOfRange`] for the first that is not.
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
    /// Whether a reader can set these values.
    ///
    /// # Errors
    /// As [`Inputs::check`].
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
