//! What the chapter's listings print.

use digits::{cross_entropy, idx};
use ndarray::arr1;
use std::fmt::Write;

// ANCHOR: wrong_files
/// Labels in the place of images, and images of which some are missing.
pub fn wrong_files() -> show::Result<String> {
    let labels = [0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9];
    let images = [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 28, 255];
    let mut page = String::new();
    for file in [&labels[..], &images[..]] {
        if let Err(kind) = idx::images(file) {
            writeln!(page, "{kind}")?;
        }
    }
    writeln!(page, "{:?}", idx::labels(&labels[..])?)?;
    Ok(page)
}
// ANCHOR_END: wrong_files

// ANCHOR: hopeless
/// The loss where the right answer is behind by 800: by way of its probability, and as
/// `cross_entropy` has it.
pub fn hopeless() -> show::Result<String> {
    let entropy = cross_entropy(&arr1(&[800.0, 0.0]), 1)?;
    let by_way_of_p = -libm::log(entropy.p[1]);
    Ok(format!("{by_way_of_p} {}", entropy.loss))
}
// ANCHOR_END: hopeless
