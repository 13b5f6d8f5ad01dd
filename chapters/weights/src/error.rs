//! What learning refuses.

/// Why a neuron cannot learn from what it was given.
///
/// Only shapes and sizes are refused. Values never are: NaN in gives NaN out, and infinities do
/// what IEEE arithmetic says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The neuron refused its inputs.
    #[error(transparent)]
    Neuron(#[from] neurons::Error),
    /// The gradient belongs to another neuron.
    #[error(
        "expected one derivative for each weight, got {derivatives} and {weights} weights"
    )]
    Gradient {
        /// How many derivatives the gradient has.
        derivatives: usize,
        /// How many weights the neuron has.
        weights: usize,
    },
    /// There is nothing to learn from.
    #[error("expected at least one point to learn from, got none")]
    NoPoints,
    /// More random numbers than the book's code is willing to draw.
    #[error("expected at most {most} random numbers, got a request for {asked}")]
    TooMany {
        /// How many were asked for.
        asked: usize,
        /// How many there may be.
        most: usize,
    },
}
