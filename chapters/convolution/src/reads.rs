//! Which pixels a feature map was made of.

use convolution::{Error, MAX_VALUES, output_len};

/// How many windows read each of the `n` pixels along one side: 0 for a pixel that is never read.
///
/// ```
/// use convolution::reads;
/// assert_eq!(reads(6, 3, 1, 0).unwrap(), [1, 2, 3, 3, 2, 1]);
/// assert_eq!(reads(6, 3, 2, 0).unwrap(), [1, 1, 2, 1, 1, 0]); // the last pixel: never
/// ```
///
/// # Errors
/// As [`output_len`]; [`Error::TooLarge`] also for an image of more than [`MAX_VALUES`] pixels.
// ANCHOR: reads
pub fn reads(
    n: usize, // pixels along a side of the image
    k: usize, // and of the kernel
    stride: usize,
    padding: usize,
) -> Result<Vec<usize>, Error> {
    let windows = output_len(n, k, stride, padding)?;
    // FOLD
    if n > MAX_VALUES {
        return Err(Error::TooLarge {
            image: [n].into(),
            kernel: [k].into(),
            padding,
        });
    }
    // FOLD_END
    let mut reads = vec![0; n];
    for window in 0..windows {
        // It covers s·i … s·i + k − 1, counted from the corner of the padding …
        let start = window * stride;
        // … so these pixels of the image. Saturating: no pixel is before pixel 0.
        let first = start.saturating_sub(padding);
        let end = (start + k).saturating_sub(padding).min(n);
        if first < end {
            for read in &mut reads[first..end] {
                *read += 1;
            }
        }
    }
    Ok(reads)
}
// ANCHOR_END: reads
