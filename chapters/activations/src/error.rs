//! What the chapter's code refuses.

/// Why there is no answer.
///
/// Shapes are refused, and places that are not in order. Other values never are: NaN in gives NaN out,
/// and infinities do what IEEE arithmetic says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is nothing to share out.
    #[error("expected at least one number to turn into shares, got none")]
    Empty,
    /// The result would not fit in any sensible memory.
    #[error(
        "expected a result of at most {} elements, got the shape {rows}×{columns}",
        Error::LIMIT
    )]
    TooLarge {
        /// Rows of the result.
        rows: usize,
        /// Columns of the result.
        columns: usize,
    },
    /// A layer without a weight.
    #[error(
        "expected a layer with at least one input and one output, got weights of shape {outputs}×{inputs}"
    )]
    NoWeights {
        /// Rows of the weights.
        outputs: usize,
        /// Columns of the weights.
        inputs: usize,
    },
    /// Biases and rows of weights do not pair up.
    #[error(
        "expected one bias for each row of weights, got {biases} biases and weights of shape {outputs}×{inputs}"
    )]
    Biases {
        /// How many biases came.
        biases: usize,
        /// Rows of the weights.
        outputs: usize,
        /// Columns of the weights.
        inputs: usize,
    },
    /// A layer was handed something else than its inputs.
    #[error(
        "expected {inputs} inputs for weights of shape {outputs}×{inputs}, got {given}"
    )]
    Inputs {
        /// How many inputs came.
        given: usize,
        /// Rows of the weights.
        outputs: usize,
        /// Columns of the weights.
        inputs: usize,
    },
    /// A line has no direction yet.
    #[error("expected at least two points to draw a line through, got {given}")]
    Points {
        /// How many points came.
        given: usize,
    },
    /// Places that do not run from left to right.
    #[error(
        "expected each place to the right of the one before, but place {at} is not (they are counted from 0)"
    )]
    Places {
        /// The number of the place that is not.
        at: usize,
    },
}

impl Error {
    /// The most elements that a result may have: 2²⁸.
    pub const LIMIT: usize = 1 << 28;
}
