//! What a small kernel saves, and how much of the image it comes to see.

use crate::counting::plus_product;
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
pub fn dense_parameters(inputs: usize, outputs: usize) -> Result<usize, Error> {
    // outputs + outputs · inputs
    let what = "the parameters of a dense layer";
    plus_product(outputs, outputs, inputs, what, [inputs, outputs])
}

/// How many pixels along one side a value sees after layers of kernel sides `k` and strides `s`,
/// given as pairs `(k, s)` in the order in which they are applied. A kernel with a dilation counts
/// with [all that it reaches over](convolution::dilated_len).
///
/// ```
/// use convolution::{dilated_len, receptive_field};
/// assert_eq!(receptive_field(&[(3, 1)]), Ok(3));
/// assert_eq!(receptive_field(&[(3, 1), (3, 1), (3, 1)]), Ok(7));
/// assert_eq!(receptive_field(&[(3, 2), (3, 2), (3, 2)]), Ok(15));
/// // Dilations of 1, 2 and 4.
/// let k = |dilation| dilated_len(3, dilation);
/// assert_eq!(receptive_field(&[(k(1)?, 1), (k(2)?, 1), (k(4)?, 1)]), Ok(15));
/// # Ok::<(), convolution::Error>(())
/// ```
///
/// # Errors
/// [`Error::Empty`] for a kernel of 0, [`Error::ZeroStride`], [`Error::Uncountable`] where the
/// answer does not fit into a `usize`.
// ANCHOR: receptive_field
pub fn receptive_field(layers: &[(usize, usize)]) -> Result<usize, Error> {
    let what = "the receptive field after kernel and stride";
    // r = 1, and the pixels between neighbouring values: 1
    let mut r = 1;
    let mut step = 1;
    for &(k, s) in layers {
        check(r, k, s)?;
        // r ← r + (k − 1) · step
        r = plus_product(r, k - 1, step, what, [k, s])?;
        // step ← step · s
        step = plus_product(0, step, s, what, [k, s])?;
    }
    Ok(r)
}
// ANCHOR_END: receptive_field

/// Whether a kernel of side `k` that moves by `s` can lie on `r` values.
// ANCHOR: check
fn check(r: usize, k: usize, s: usize) -> Result<(), Error> {
    if s == 0 {
        return Err(Error::ZeroStride);
    }
    if k == 0 {
        return Err(Error::Empty {
            image: Shape(vec![r]),
            kernel: Shape(vec![k]),
        });
    }
    Ok(())
}
// ANCHOR_END: check
