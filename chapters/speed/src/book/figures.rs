//! The chapter's figures. They draw what was measured: the reader's own measurements draw the reader's
//! own figures.

use show::number::fixed;

mod axes;
mod bars;
mod roofline;
mod work;

pub use axes::{batch, image, kernel, stride};
pub use bars::{cliffs, ladder, steps};
pub use roofline::roofline;
pub use work::work;

/// A measured number in words: three digits.
fn three_digits(x: f64) -> String {
    let decimals = if x >= 100.0 {
        0
    } else if x >= 10.0 {
        1
    } else {
        2
    };
    fixed(x, decimals)
}
