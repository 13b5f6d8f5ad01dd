//! What the chapter's listings print.

use convolution::book::worked::notebook_image;
use convolution::kernels::{NOTEBOOK, SOBEL_RIGHT};
use convolution::{convolve, cross_correlate, difference, reads, shifted};
use ndarray::{Array2, arr2};
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

// ANCHOR: ramp_or_edge
/// The notebook's kernel on its ramp, and on ink below paper.
pub fn ramp_or_edge() -> show::Result<String> {
    let kernel = arr2(&NOTEBOOK);
    let edge = Array2::from_shape_fn((4, 4), |(row, _)| [0.0, 4.0][row / 2]);
    let on_ramp = cross_correlate(&notebook_image(), &kernel, 1, 0)?;
    let on_edge = cross_correlate(&edge, &kernel, 1, 0)?;
    Ok(format!("on the ramp:\n{on_ramp}\non an edge:\n{on_edge}"))
}
// ANCHOR_END: ramp_or_edge

// ANCHOR: unread
/// How many windows of three pixels read each pixel of a row.
pub fn unread() -> show::Result<String> {
    let mut page = String::new();
    let cases = [(6, 1, 0), (7, 2, 0), (6, 2, 0), (6, 2, 1), (9, 4, 0)];
    for (n, stride, padding) in cases {
        let reads = reads(n, 3, stride, padding)?;
        writeln!(
            page,
            "{n} pixels, stride {stride}, padding {padding}: {reads:?}"
        )?;
    }
    Ok(page)
}
// ANCHOR_END: unread

// ANCHOR: moving
/// Moves a five to the right: does its feature map move along?
pub fn moving() -> show::Result<String> {
    let kernel = arr2(&SOBEL_RIGHT);
    let five = &data::digits()[11].pixels;
    let mut page = String::from("stride  shift  from the old map  moved along\n");
    for (stride, step) in [(1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)] {
        let old = cross_correlate(five, &kernel, stride, 1)?;
        let new = cross_correlate(&shifted(five, 0, step), &kernel, stride, 1)?;
        let along = shifted(&old, 0, step / stride as isize);
        let (still, along) = (difference(&old, &new)?, difference(&along, &new)?);
        writeln!(page, "{stride:6} {step:6} {still:17.2} {along:12.2}")?;
    }
    Ok(page)
}
// ANCHOR_END: moving
