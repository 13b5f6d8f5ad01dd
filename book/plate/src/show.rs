//! What a chapter shows: worked examples, figures and transcripts.
//!
//! A chapter describes its inputs once, with [`inputs!`](crate::inputs), and hands out plain
//! functions of them. Whoever prints the book calls these functions with the defaults; whoever
//! answers in a page calls the same functions with the reader's values.
//!
//! ```
//! use plate::{Chapter, Example, Outputs, Refusal};
//!
//! plate::inputs! {
//!     /// A weighted sum of one input.
//!     pub struct Line = "line" {
//!         /// the input
//!         x = 2.0 in -4.0..=4.0 by 0.5,
//!         /// its weight
//!         w = -1.5 in -2.0..=2.0 by 0.1,
//!     }
//! }
//!
//! fn line(line: &Line) -> Result<Outputs, Refusal> {
//!     Ok(Outputs::new().with("z", line.w * line.x))
//! }
//!
//! let example = Example::new(line);
//! assert_eq!(example.name, "line");
//! assert_eq!(example.at_defaults().unwrap().get("z"), Some(-3.0));
//! assert_eq!(example.run(&[1.0, 2.0]).unwrap().get("z"), Some(2.0));
//! let refusal = example.run(&[9.0]).unwrap_err();
//! assert_eq!(refusal.as_str(), "`x` is 9: expected a number from -4 to 4");
//! ```
//!
//! Several examples may share their inputs: they are one story, told in several columns. The inputs
//! keep their name, and each further example gets one of its own.
//!
//! ```
//! # use plate::{Example, Outputs, Refusal};
//! # plate::inputs! {
//! #     /// A number.
//! #     pub struct Line = "line" {
//! #         /// the input
//! #         x = 2.0 in -4.0..=4.0 by 0.5,
//! #     }
//! # }
//! fn rounded(line: &Line) -> Result<Outputs, Refusal> {
//!     Ok(Outputs::new().with("z", (-1.5 * line.x).round()))
//! }
//!
//! let example = Example::named("line-rounded", rounded);
//! assert_eq!((example.name, example.form.name), ("line-rounded", "line"));
//! ```
//!
//! Inputs that count steps of a story can be named as what [unfolds](Inputs::UNFOLDS):
//!
//! ```
//! use plate::Inputs;
//!
//! plate::inputs! {
//!     /// A window that slides over an image, row after row.
//!     pub struct Slide = "slide" unfolding row, column {
//!         /// the row
//!         row = 0.0 in 0.0..=2.0 by 1.0,
//!         /// the column
//!         column = 0.0 in 0.0..=2.0 by 1.0,
//!     }
//! }
//!
//! assert_eq!(Slide::UNFOLDS, ["row", "column"]);
//! ```
//!
//! A name that is no input does not compile:
//!
//! ```compile_fail,E0609
//! plate::inputs! {
//!     /// A window that slides over an image, row after row.
//!     pub struct Slide = "slide" unfolding line {
//!         /// the row
//!         row = 0.0 in 0.0..=2.0 by 1.0,
//!     }
//! }
//! ```

use std::fmt;
use std::marker::PhantomData;

/// Why an example or a figure has no answer for some inputs: a sentence for the reader. Whatever can
/// say what is wrong becomes one by `?`.
///
/// ```
/// use plate::Refusal;
/// fn half(n: &str) -> Result<i32, Refusal> {
///     let n: i32 = n.parse()?;
///     if n % 2 == 0 { Ok(n / 2) } else { Err(format!("{n} is odd").into()) }
/// }
/// assert_eq!(half("7").unwrap_err().as_str(), "7 is odd");
/// assert_eq!(half("x").unwrap_err().as_str(), "invalid digit found in string");
/// ```
///
/// It keeps the sentence alone. An error in a box would keep all that errors can do, and the page's
/// program with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(String);

impl<E: fmt::Display> From<E> for Refusal {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

impl From<Refusal> for String {
    fn from(refusal: Refusal) -> Self {
        refusal.0
    }
}

impl Refusal {
    /// The sentence.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

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
    /// let w = plate::Input { name: "w", label: "", default: 0.1, min: -2.0, max: 2.0, step: 0.1 };
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

/// What a reader can fill in: the inputs that examples and figures share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Form {
    /// The name that the inputs go by: `perceptron` in `0.2<!--=perceptron.d_output-->`.
    pub name: &'static str,
    /// What they describe, in a sentence.
    pub about: &'static str,
    /// The inputs in order.
    pub inputs: &'static [Input],
    /// The names of those that [unfold](Inputs::UNFOLDS).
    pub unfolds: &'static [&'static str],
}

/// A struct of named inputs, as made by [`inputs!`](crate::inputs).
pub trait Inputs: Default + 'static {
    /// The name that examples and figures of these inputs go by.
    const NAME: &'static str;
    /// What these inputs describe, in a sentence.
    const ABOUT: &'static str;
    /// The inputs in order.
    const INPUTS: &'static [Input];
    /// The names of those that count the steps of a story, in time or over a grid: they can be played
    /// like a film, the last one turning fastest, as on an odometer.
    const UNFOLDS: &'static [&'static str] = &[];
    /// All of the above.
    const FORM: &'static Form = &Form {
        name: Self::NAME,
        about: Self::ABOUT,
        inputs: Self::INPUTS,
        unfolds: Self::UNFOLDS,
    };
    /// The struct that holds `values`, in the order of [`INPUTS`](Inputs::INPUTS).
    /// An input without a value keeps its default.
    fn from_values(values: &[f64]) -> Self;
    /// Its values, in the order of [`INPUTS`](Inputs::INPUTS).
    fn values(&self) -> Vec<f64>;
    /// Refuses a value that no reader can set: one outside its range, or not a number.
    ///
    /// # Errors
    /// [`Fault::Setting`](crate::Fault::Setting) for the first of them.
    fn check(&self) -> Result<(), crate::Error> {
        check(Self::INPUTS, &self.values())
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

fn check(inputs: &[Input], values: &[f64]) -> Result<(), crate::Error> {
    for (input, &value) in inputs.iter().zip(values) {
        let Input { name, min, max, .. } = *input;
        if !(min..=max).contains(&value) {
            Err(crate::Fault::Setting {
                name,
                value,
                min,
                max,
            })?;
        }
    }
    Ok(())
}

/// Declares a struct of inputs: for each a sentence, a default, a range and a step.
///
/// The name after the struct's is the one that marks use: `line` in `0.5<!--=line.z-->`. After it,
/// `unfolding` names the inputs that can be [played](crate::Inputs::UNFOLDS), if there are any.
/// See [`show`](crate::show) for examples.
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

        impl $crate::Inputs for $Type {
            const NAME: &'static str = $name;
            const ABOUT: &'static str = concat!($($about),+).trim_ascii();
            const INPUTS: &'static [$crate::Input] = &[
                $($crate::Input {
                    name: stringify!($field),
                    label: concat!($($label),+).trim_ascii(),
                    default: $default,
                    min: $min,
                    max: $max,
                    step: $step,
                }),+
            ];
            const UNFOLDS: &'static [&'static str] = {
                // A name that is no field does not compile.
                $($(let _: fn(&Self) -> f64 = |inputs| inputs.$unfolds;)+)?
                &[$($(stringify!($unfolds)),+)?]
            };
            fn from_values(values: &[f64]) -> Self {
                let [$($field),+] = $crate::show::filled(Self::INPUTS, values);
                Self { $($field),+ }
            }
            fn values(&self) -> Vec<f64> {
                vec![$(self.$field),+]
            }
        }
    };
}

/// The named results of a worked example, in the order in which they were computed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outputs(Vec<(String, f64)>);

impl Outputs {
    /// No results yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// One more result.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: f64) -> Self {
        self.0.push((name.into(), value));
        self
    }

    /// Several results in a row, `name1`, `name2`, … (counted from 1, as indices in formulas are).
    #[must_use]
    pub fn with_each(
        mut self,
        name: &str,
        values: impl IntoIterator<Item = f64>,
    ) -> Self {
        for (i, value) in values.into_iter().enumerate() {
            self.number(name, i + 1, value);
        }
        self
    }

    fn number(&mut self, name: &str, number: usize, value: f64) {
        self.0.push((format!("{name}{number}"), value));
    }

    /// The result of that name.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.iter().find(|(n, _)| *n == name).map(|(_, v)| v)
    }

    /// All results in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(n, v)| (n.as_str(), *v))
    }
}

/// A number as one of the two source documents prints it: a row of the book's ledger.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    /// The name of the example that computes it.
    pub example: &'static str,
    /// Which source: `"000"` or `"001"`.
    pub source: &'static str,
    /// What the source calls the quantity.
    pub quantity: &'static str,
    /// The source's own digits, with U+2212 for a minus; `None` where it computes but prints nothing.
    pub digits: Option<&'static str>,
    /// The outputs that these digits should equal, in order.
    pub outputs: &'static [&'static str],
}

impl Printed {
    /// That a source prints `digits` for `outputs` of the example of that name.
    pub fn new(
        example: &'static str,
        source: &'static str,
        quantity: &'static str,
        digits: impl Into<Option<&'static str>>,
        outputs: &'static [&'static str],
    ) -> Self {
        Self {
            example,
            source,
            quantity,
            digits: digits.into(),
            outputs,
        }
    }
}

/// A function of values, in the order of its inputs. A trait of one function: `dyn Fn` is three,
/// and the page's program would have each of them for each example and figure.
trait Answer<T>: Send + Sync {
    fn answer(&self, values: &[f64]) -> Result<T, Refusal>;
}

/// A function of the inputs `I`.
struct Of<I, F>(F, PhantomData<fn(I)>);

impl<T, I: Inputs, F: Fn(&I) -> Result<T, Refusal> + Send + Sync> Answer<T>
    for Of<I, F>
{
    fn answer(&self, values: &[f64]) -> Result<T, Refusal> {
        (self.0)(&I::from_values(values))
    }
}

/// A worked example: a pure function from named inputs to named numbers.
pub struct Example {
    /// The name that marks use: `perceptron` in `0.0480<!--=perceptron.delta-->`.
    pub name: &'static str,
    /// Its inputs. Examples and figures of one form move together.
    pub form: &'static Form,
    run: Box<dyn Answer<Outputs>>,
}

impl Example {
    /// The example that `run` computes, called as its inputs are.
    pub fn new<I: Inputs>(
        run: impl Fn(&I) -> Result<Outputs, Refusal> + Send + Sync + 'static,
    ) -> Self {
        Self::named(I::NAME, run)
    }

    /// A further example of the inputs `I`, with a name of its own.
    pub fn named<I: Inputs>(
        name: &'static str,
        run: impl Fn(&I) -> Result<Outputs, Refusal> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name,
            form: I::FORM,
            run: Box::new(Of(run, PhantomData)),
        }
    }

    /// The results for `values`, in the order of [`inputs`](Form::inputs).
    ///
    /// # Errors
    /// A value outside its range, and what the chapter's code says of inputs that it cannot answer.
    pub fn run(&self, values: &[f64]) -> Result<Outputs, Refusal> {
        check(self.form.inputs, values)?;
        self.run.answer(values)
    }

    /// The results for the default inputs: what the page prints.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn at_defaults(&self) -> Result<Outputs, Refusal> {
        self.run(&defaults(self.form.inputs))
    }
}

/// A figure: a pure function from parameters to a themed SVG.
pub struct Figure {
    /// The name in the text, `![…](figure:sigmoid-tangent)`, and of the file.
    pub name: &'static str,
    /// Its parameters. The worked examples of this form move with it.
    pub form: &'static Form,
    draw: Box<dyn Answer<String>>,
}

impl Figure {
    /// The figure that `draw` draws from the inputs `I`.
    pub fn new<I: Inputs>(
        name: &'static str,
        draw: impl Fn(&I) -> Result<String, Refusal> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name,
            form: I::FORM,
            draw: Box::new(Of(draw, PhantomData)),
        }
    }

    /// The SVG for `values`, in the order of [`inputs`](Form::inputs).
    ///
    /// # Errors
    /// A value outside its range, and what the chapter's code says of inputs that it cannot draw.
    pub fn draw(&self, values: &[f64]) -> Result<String, Refusal> {
        check(self.form.inputs, values)?;
        self.draw.answer(values)
    }

    /// The SVG that stands in the page.
    ///
    /// # Errors
    /// As [`draw`](Self::draw).
    pub fn at_defaults(&self) -> Result<String, Refusal> {
        self.draw(&defaults(self.form.inputs))
    }
}

/// What has no inputs that a reader sets, and so stands still: numbers or a figure whose data are too
/// large for the program of the pages, or what a listing prints.
#[derive(Debug, Clone)]
pub struct Still<T> {
    /// The name in the text: `{{#output first-minute}}`, `![…](figure:handwriting)`.
    pub name: &'static str,
    /// Computes it.
    pub run: fn() -> Result<T, Refusal>,
}

impl<T> Still<T> {
    /// What `run` returns.
    pub fn new(name: &'static str, run: fn() -> Result<T, Refusal>) -> Self {
        Self { name, run }
    }
}

/// What a listing prints when it runs: the page shows the listing and, below it, this.
pub type Transcript = Still<String>;

/// What a chapter shows and a page can ask for anew.
pub struct Chapter {
    /// The package, the folder below `chapters/` and the page.
    pub package: &'static str,
    /// Its worked examples.
    pub examples: Vec<Example>,
    /// Its figures.
    pub figures: Vec<Figure>,
}

/// A chapter with what it shows on paper only. No page asks for that again, so the program of the
/// pages is made without it.
pub struct Paper {
    /// The chapter.
    pub chapter: Chapter,
    /// Its transcripts.
    pub transcripts: Vec<Transcript>,
    /// Numbers without inputs: `1,127<!--=counts.ones-->`.
    pub numbers: Vec<Still<Outputs>>,
    /// Figures without inputs, as SVG.
    pub figures: Vec<Still<String>>,
    /// What the sources print of its numbers.
    pub printed: Vec<Printed>,
    /// The measured benches that its figures draw, each by the beginning of its name: no page has to
    /// quote these.
    pub drawn: Vec<&'static str>,
}

impl Paper {
    /// The chapter, with nothing besides.
    pub fn of(chapter: Chapter) -> Self {
        Self {
            chapter,
            transcripts: Vec::new(),
            numbers: Vec::new(),
            figures: Vec::new(),
            printed: Vec::new(),
            drawn: Vec::new(),
        }
    }
}

/// The default of each input.
fn defaults(inputs: &[Input]) -> Vec<f64> {
    inputs.iter().map(|input| input.default).collect()
}

impl fmt::Debug for Example {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Example")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Figure")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}
