//! Counts that may be too large to be counted.

use convolution::{Error, Shape};

/// `a + b · c`, where a `usize` holds it; else an error that names what was counted, and of which
/// shape.
// ANCHOR: plus_product
pub(crate) fn plus_product(
    a: usize,
    b: usize,
    c: usize,
    what: &'static str,
    shape: impl Into<Shape>,
) -> Result<usize, Error> {
    let product = b.checked_mul(c);
    let sum = product.and_then(|product| a.checked_add(product));
    sum.ok_or_else(|| Error::Uncountable {
        what,
        shape: shape.into(),
    })
}
// ANCHOR_END: plus_product
