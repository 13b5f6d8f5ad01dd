//! How many paths a network has, and how many lines.

use show::{InputValues, Outputs};

show::inputs! {
    /// One input, some hidden layers of some neurons each, one output, everything joined.
    pub struct Paths = "paths" {
        /// how many hidden layers there are
        layers = 3.0 in 1.0..=4.0 by 1.0,
        /// how many neurons each has
        width = 3.0 in 1.0..=4.0 by 1.0,
    }
}

/// How many `paths` lead from the input to the output, how many `lines` (one weight each) there are, and
/// how many factors all the paths have together (`factors`).
///
/// ```
/// use backprop::book::worked::{Paths, paths};
/// let outputs = paths(&Paths::default()).unwrap();
/// let [paths, lines] = ["paths", "lines"].map(|name| outputs.get(name));
/// assert_eq!([paths, lines], [Some(27.0), Some(24.0)]);
/// ```
///
/// # Errors
/// None within the ranges.
pub fn paths(input: &Paths) -> show::Result<Outputs> {
    input.check()?;
    Ok(counted(input.layers, input.width))
}

show::inputs! {
    /// One input, some hidden layers of many neurons each, one output.
    pub struct WidePaths = "wide-paths" {
        /// how many hidden layers there are
        layers = 3.0 in 1.0..=6.0 by 1.0,
        /// how many neurons each has
        width = 100.0 in 10.0..=200.0 by 10.0,
    }
}

/// The same counts as [`paths`], for a network too wide to draw.
///
/// # Errors
/// None within the ranges.
pub fn wide_paths(input: &WidePaths) -> show::Result<Outputs> {
    input.check()?;
    Ok(counted(input.layers, input.width))
}

fn counted(layers: f64, width: f64) -> Outputs {
    // a path takes one neuron of each hidden layer
    let paths = (0..layers as u32).fold(1.0, |paths, _| paths * width);
    Outputs::new()
        .with("paths", paths)
        .with("factors", paths * (layers + 1.0))
        .with("lines", 2.0 * width + (layers - 1.0) * width * width)
}
