//! How large a feature map is, what it was made of, and what padding does to it.

use convolution::kernels::BLUR;
use convolution::{cross_correlate, output_len, reads};
use ndarray::{Array2, arr2};
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// What a kernel reads along one side of a square image.
    pub struct StridePadding = "stride-padding" {
        /// pixels along one side of the image
        n = 6.0 in 4.0..=12.0 by 1.0,
        /// pixels along one side of the kernel
        k = 3.0 in 1.0..=5.0 by 1.0,
        /// the stride
        s = 2.0 in 1.0..=4.0 by 1.0,
        /// zeros on each side
        p = 0.0 in 0.0..=3.0 by 1.0,
    }
}

/// How far the kernel can `travel`, the `steps` that are in it before the floor, windows along one
/// side (`out`), pixels along one side that no window reads (`unread`), and so many in the whole
/// image (`lost`).
///
/// # Errors
/// As [`output_len`].
pub fn stride_padding(side: &StridePadding) -> show::Result<Outputs> {
    side.check()?;
    let [n, k, s, p] = [side.n, side.k, side.s, side.p].map(whole);
    let read = reads(n, k, s, p)?.iter().filter(|r| **r > 0).count();
    let travel = side.n + 2.0 * side.p - side.k;
    Ok(Outputs::new()
        .with("travel", travel)
        .with("steps", travel / side.s)
        .with("out", output_len(n, k, s, p)? as f64)
        .with("unread", (n - read) as f64)
        .with("lost", (n * n - read * read) as f64))
}

show::inputs! {
    /// The size of a digit's feature map.
    pub struct Sizes = "sizes" {
        /// pixels along one side of the digit
        n = 28.0 in 12.0..=64.0 by 1.0,
        /// pixels along one side of the kernel
        k = 3.0 in 1.0..=11.0 by 2.0,
        /// a stride above 1
        s = 2.0 in 2.0..=4.0 by 1.0,
        /// zeros on each side
        p = 1.0 in 1.0..=5.0 by 1.0,
    }
}

/// Values along one side of the map: `plain`, with padding (`padded`), with the stride (`strided`)
/// and with `both`; pixels along one side and in the whole image that the strided one never reads
/// (`unread`, `lost`); how many multiplications the `padded` map costs (`products`); and how many
/// weights the `plain` map's `places` have if each reads the whole image (`dense`), if each reads its
/// own window (`local`), and if all share the `shared` ones of a kernel.
///
/// # Errors
/// As [`output_len`].
pub fn sizes(sizes: &Sizes) -> show::Result<Outputs> {
    sizes.check()?;
    let [n, k, s, p] = [sizes.n, sizes.k, sizes.s, sizes.p].map(whole);
    let read = reads(n, k, s, 0)?.iter().filter(|r| **r > 0).count();
    let (plain, padded) = (output_len(n, k, 1, 0)?, output_len(n, k, 1, p)?);
    Ok(Outputs::new()
        .with("pixels", (n * n) as f64)
        .with("plain", plain as f64)
        .with("padded", padded as f64)
        .with("strided", output_len(n, k, s, 0)? as f64)
        .with("both", output_len(n, k, s, p)? as f64)
        .with("unread", (n - read) as f64)
        .with("lost", (n * n - read * read) as f64)
        .with("products", (padded * padded * k * k) as f64)
        .with("places", (plain * plain) as f64)
        .with("dense", (plain * plain * n * n) as f64)
        .with("local", (plain * plain * k * k) as f64)
        .with("shared", (k * k) as f64))
}

show::inputs! {
    /// A sheet of one grey, blurred with zeros around it.
    pub struct Border = "border" {
        /// the grey
        paper = 1.0 in 0.1..=1.0 by 0.1,
    }
}

/// What the blurring kernel answers `inside`, at an `edge` and in a `corner` of the sheet.
///
/// # Errors
/// None: the shapes fit.
pub fn border(border: &Border) -> show::Result<Outputs> {
    let sheet = Array2::from_elem((5, 5), border.paper);
    let map = cross_correlate(&sheet, &arr2(&BLUR), 1, 1)?;
    Ok(Outputs::new()
        .with("inside", map[[2, 2]])
        .with("edge", map[[0, 2]])
        .with("corner", map[[0, 0]]))
}
