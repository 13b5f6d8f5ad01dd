//! What a neuron refuses.

/// Why a neuron cannot answer.
///
/// Only shapes are refused. Values never are: NaN in gives NaN out, and infinities do what IEEE
/// arithmetic says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is nothing to weigh.
    #[error("expected at least one input and one weight, got none of either")]
    Empty,
    /// Inputs and weights do not pair up.
    #[error(
        "expected one weight for each input, got {inputs} inputs and {weights} weights"
    )]
    Lengths {
        /// How many inputs came.
        inputs: usize,
        /// How many weights there are.
        weights: usize,
    },
}
