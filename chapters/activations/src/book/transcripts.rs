//! What the chapter's listings print.

use activations::{softmax, softmax_textbook};
use std::fmt::Write;

/// The softmax of three numbers, and of the same three a thousand higher, in both forms.
// ANCHOR: softmax_overflow
pub fn softmax_overflow() -> show::Result<String> {
    let mut page = String::new();
    for z in [[2.0, 1.0, -1.0], [1002.0, 1001.0, 999.0]] {
        writeln!(page, "z = {z:?}")?;
        writeln!(page, "    as it reads: {:.4?}", softmax_textbook(&z)?)?;
        writeln!(page, "    shifted:     {:.4?}", softmax(&z)?)?;
    }
    Ok(page)
}
// ANCHOR_END: softmax_overflow
