//! What a small kernel saves, and how much of the image it comes to see.

use convolution::{Error, Shape};

/// How many parameters a dense layer needs: a weight from every input to every output, and a bias
/// for each output.
///
/// ```
/// // One neuron that reads a whole digit.
/// assert_eq!(convolution::dense_parameters(28 * 28, 1), Ok(785));
/// ```
///
/// # Errors
/// [`Error::Uncountable`] where the count does not fit into a `usize`.
// ANCHOR: dense_parameters
pub fn dense_parameters(inputs: usize, outputs: usize) -> Result<usize, Error> {
    // outputs · (inputs + 1)
    inputs
        .checked_add(1)
        .and_then(|each| each.checked_mul(outputs))
        .ok_or_else(|| Error::Uncountable {
            what: "the parameters of a dense layer",
            shape: Shape(vec![inputs, outputs]),
        })
}
// ANCHOR_END: dense_parameters

/// How many pixels along one side a value sees after layers of kernel sides `k` and strides `s`,
/// given as pairs `(k, s)` in the order in which they are applied.
///
/// ```
/// use convolution::receptive_field;
/// assert_eq!(receptive_field(&[(3, 1)]), Ok(3));
/// assert_eq!(receptive_field(&[(3, 1), (3, 1), (3, 1)]), Ok(7));
/// assert_eq!(receptive_field(&[(3, 2), (3, 2), (3, 2)]), Ok(15));
/// ```
///
/// # Errors
/// [`Error::Empty`] for a kernel of 0, [`Error::ZeroStride`], [`Error::Uncountable`] where the
/// answer does not fit into a `usize`.
// ANCHOR: receptive_field
pub fn receptive_field(layers: &[(usize, usize)]) -> Result<usize, Error> {
    let uncountable = |k, s| Error::Uncountable {
        what: "the receptive field after kernel and stride",
        shape: Shape(vec![k, s]),
    };
    // r = 1, and the pixels between neighbouring values: 1
    let (mut r, mut step) = (1usize, 1usize);
    for &(k, s) in layers {
        if s == 0 {
            return Err(Error::ZeroStride);
        }
        let reach = k.checked_sub(1).ok_or_else(|| Error::Empty {
            image: Shape(vec![r]),
            kernel: Shape(vec![k]),
        })?;
        // r ← r + (k − 1) · step
        r = reach
            .checked_mul(step)
            .and_then(|more| r.checked_add(more))
            .ok_or_else(|| uncountable(k, s))?;
        // step ← step · s
        step = step.checked_mul(s).ok_or_else(|| uncountable(k, s))?;
    }
    Ok(r)
}
// ANCHOR_END: receptive_field
