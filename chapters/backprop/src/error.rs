//! What the chapter's code refuses.

/// Why there is no answer.
///
/// Only shapes are refused. Values never are: NaN in gives NaN out, and infinities do what IEEE
/// arithmetic says.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Two shapes that must agree do not.
    #[error(
        "{what}: expected the shape {}, got {}",
        written(expected),
        written(found)
    )]
    Shape {
        /// Whose shape it is.
        what: &'static str,
        /// The shape that fits.
        expected: Vec<usize>,
        /// The shape that came.
        found: Vec<usize>,
    },
    /// There is nothing to compute with.
    #[error(
        "{what}: expected at least one element, got the shape {}",
        written(found)
    )]
    Empty {
        /// What is empty.
        what: &'static str,
        /// The shape that came.
        found: Vec<usize>,
    },
    /// The result would not fit in any sensible memory.
    #[error(
        "{what}: expected at most {} elements, got the shape {}",
        Error::LIMIT,
        written(found)
    )]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// The shape asked for.
        found: Vec<usize>,
    },
    /// A maximum whose place is outside the input.
    #[error(
        "where the maxima were: expected rows and columns of an input of shape {}, got row {row}, column {column}",
        written(input)
    )]
    Outside {
        /// The input's shape: channels, rows, columns.
        input: Vec<usize>,
        /// The row that came.
        row: usize,
        /// The column that came.
        column: usize,
    },
    /// What the weighted sum refuses.
    #[error(transparent)]
    Neurons(#[from] neurons::Error),
    /// What the random weights refuse.
    #[error(transparent)]
    Weights(#[from] weights::Error),
    /// What the convolution refuses.
    #[error(transparent)]
    Convolution(#[from] convolution::Error),
    /// What the pooling refuses.
    #[error(transparent)]
    Pooling(#[from] pooling::Error),
}

impl Error {
    /// The most elements that a result may have: 2²⁸.
    pub const LIMIT: usize = 1 << 28;

    /// Refuses a shape of `what` that is not the expected one.
    ///
    /// # Errors
    /// [`Error::Shape`] unless both are the same.
    pub fn unless_same(
        what: &'static str,
        expected: &[usize],
        found: &[usize],
    ) -> Result<(), Self> {
        if expected == found {
            return Ok(());
        }
        Err(Self::Shape {
            what,
            expected: expected.to_vec(),
            found: found.to_vec(),
        })
    }

    /// Refuses a shape of `what` with no element, or with too many.
    ///
    /// # Errors
    /// [`Error::Empty`] for none, [`Error::TooLarge`] for more than [`Error::LIMIT`].
    pub fn unless_sensible(what: &'static str, shape: &[usize]) -> Result<(), Self> {
        let elements = shape
            .iter()
            .try_fold(1_usize, |product, n| product.checked_mul(*n));
        let found = shape.to_vec();
        match elements {
            Some(0) => Err(Self::Empty { what, found }),
            Some(1..=Self::LIMIT) => Ok(()),
            _ => Err(Self::TooLarge { what, found }),
        }
    }
}

/// `[2, 3]` as 2×3.
fn written(shape: &[usize]) -> String {
    let lengths: Vec<String> = shape.iter().map(usize::to_string).collect();
    lengths.join("×")
}
