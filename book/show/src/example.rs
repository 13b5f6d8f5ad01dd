//! Worked examples and figures: pure functions of named inputs.

use crate::{InputValues, Inputs, Outputs, Result};
use std::fmt;
use std::marker::PhantomData;

/// A function of values, in the order of its inputs. A trait of one function: `dyn Fn` is three,
/// and the page's program would have each of them for each example and figure.
trait Answer<T>: Send + Sync {
    fn answer(&self, values: &[f64]) -> Result<T>;
}

/// A function of the inputs `I`.
struct Of<I, F>(F, PhantomData<fn(I)>);

impl<T, I: InputValues, F: Fn(&I) -> Result<T> + Send + Sync> Answer<T> for Of<I, F> {
    fn answer(&self, values: &[f64]) -> Result<T> {
        (self.0)(&I::from_values(values))
    }
}

/// A worked example: a pure function from named inputs to named numbers.
pub struct Example {
    /// The name that marks use: `perceptron` in `0.0480<!--=perceptron.delta-->`.
    pub name: &'static str,
    /// Its inputs. Examples and figures of the same inputs move together.
    pub inputs: &'static Inputs,
    run: Box<dyn Answer<Outputs>>,
}

impl Example {
    /// The example that `run` computes, called as its inputs are.
    pub fn new<I: InputValues>(
        run: impl Fn(&I) -> Result<Outputs> + Send + Sync + 'static,
    ) -> Self {
        Self::named(I::INPUTS.name, run)
    }

    /// A further example of the inputs `I`, with a name of its own.
    pub fn named<I: InputValues>(
        name: &'static str,
        run: impl Fn(&I) -> Result<Outputs> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name,
            inputs: I::INPUTS,
            run: Box::new(Of(run, PhantomData)),
        }
    }

    /// The results for `values`, in the order of [`inputs`](Inputs::list).
    ///
    /// # Errors
    /// A value outside its range, and what the chapter's code says of inputs that it cannot answer.
    pub fn run(&self, values: &[f64]) -> Result<Outputs> {
        self.inputs.check(values)?;
        self.run.answer(values)
    }

    /// The results for the default inputs: what the page shows.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn at_defaults(&self) -> Result<Outputs> {
        self.run(&self.inputs.defaults())
    }
}

/// A figure: a pure function from parameters to a themed SVG.
pub struct Figure {
    /// The name in the text, `![…](figure:sigmoid-tangent)`, and of the file.
    pub name: &'static str,
    /// Its parameters. The worked examples of these inputs move with it.
    pub inputs: &'static Inputs,
    draw: Box<dyn Answer<String>>,
}

impl Figure {
    /// The figure that `draw` draws from the inputs `I`.
    pub fn new<I: InputValues>(
        name: &'static str,
        draw: impl Fn(&I) -> Result<String> + Send + Sync + 'static,
    ) -> Self {
        Self {
            name,
            inputs: I::INPUTS,
            draw: Box::new(Of(draw, PhantomData)),
        }
    }

    /// The SVG for `values`, in the order of [`inputs`](Inputs::list).
    ///
    /// # Errors
    /// A value outside its range, and what the chapter's code says of inputs that it cannot draw.
    pub fn draw(&self, values: &[f64]) -> Result<String> {
        self.inputs.check(values)?;
        self.draw.answer(values)
    }

    /// The SVG that stands in the page.
    ///
    /// # Errors
    /// As [`draw`](Self::draw).
    pub fn at_defaults(&self) -> Result<String> {
        self.draw(&self.inputs.defaults())
    }
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
