//! What the chapter's listings print.

use convolution::book::worked::notebook_image;
use convolution::kernels::NOTEBOOK;
use convolution::{convolve, cross_correlate, reads};
use ndarray::arr2;
use std::fmt::Write;

// ANCHOR: cross_or_true
/// The notebook's kernel on its image: as it is coded, and as it is written.
pub fn cross_or_true() -> show::Result<String> {
    let (image, kernel) = (notebook_image(), arr2(&NOTEBOOK));
    let coded = cross_correlate(&image, &kernel, 1, 0)?;
    let written = convolve(&image, &kernel, 1, 0)?;
    Ok(format!("as coded:\n{coded}\nas written:\n{written}"))
}
// ANCHOR_END: cross_or_true

/// How many windows of three pixels read each pixel of a row.
pub fn unread() -> show::Result<String> {
    let mut page = String::new();
    let cases = [(6, 1, 0), (7, 2, 0), (6, 2, 0), (6, 2, 1), (9, 4, 0)];
    for (n, s, p) in cases {
        let reads = reads(n, 3, s, p)?;
        writeln!(page, "{n} pixels, stride {s}, padding {p}: {reads:?}")?;
    }
    Ok(page)
}
