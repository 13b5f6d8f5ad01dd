//! How large the feature map is, and which pixels it was made of.

use convolution::Error;

/// The largest number of values that a feature map may have: 2²⁸, which is 2 GiB.
pub const MAX_VALUES: usize = 1 << 28;

/// How often a kernel of `k` pixels fits along an image of `n`, moved by `stride`, with `padding`
/// zeros on both sides. The shape formula of source 001.
///
/// ```
/// use convolution::output_len;
/// assert_eq!(output_len(4, 2, 1, 0), Ok(3));
/// assert_eq!(output_len(28, 5, 1, 2), Ok(28));
/// assert_eq!(output_len(6, 3, 2, 0), Ok(2)); // the floor: 1.5 steps are one
/// ```
///
/// # Errors
/// [`Error::Empty`] for `n` or `k` of 0, [`Error::ZeroStride`], [`Error::KernelTooLarge`] where
/// the kernel does not fit once, [`Error::TooLarge`] for more than [`MAX_VALUES`] positions.
// ANCHOR: output_len
pub fn output_len(
    n: usize, // pixels along a side of the image
    k: usize, // and of the kernel
    stride: usize,
    padding: usize,
) -> Result<usize, Error> {
    // FOLD
    let (image, kernel) = ([n].into(), [k].into());
    if n == 0 || k == 0 {
        return Err(Error::Empty { image, kernel });
    }
    if stride == 0 {
        return Err(Error::ZeroStride);
    }
    // n + 2p, if that is a number at all
    let padded = padding.checked_mul(2).and_then(|both| n.checked_add(both));
    let Some(padded) = padded else {
        return Err(Error::TooLarge {
            image,
            kernel,
            padding,
        });
    };
    // n + 2p − k: how far the kernel can travel
    let Some(travel) = padded.checked_sub(k) else {
        return Err(Error::KernelTooLarge {
            image,
            kernel,
            padding,
        });
    };
    // FOLD_END
    // n′ = ⌊(n + 2p − k) / s⌋ + 1
    let len = travel / stride + 1;
    if len > MAX_VALUES {
        return Err(Error::TooLarge {
            image,
            kernel,
            padding,
        });
    }
    Ok(len)
}
// ANCHOR_END: output_len

/// [`output_len`] along both sides: rows and columns of the feature map.
///
/// ```
/// assert_eq!(convolution::output_shape((28, 20), (3, 5), 1, 0), Ok((26, 16)));
/// ```
///
/// # Errors
/// As [`output_len`], and [`Error::TooLarge`] where rows times columns exceed [`MAX_VALUES`].
pub fn output_shape(
    image: (usize, usize),
    kernel: (usize, usize),
    stride: usize,
    padding: usize,
) -> Result<(usize, usize), Error> {
    let (image, kernel) = ([image.0, image.1], [kernel.0, kernel.1]);
    let shapes = |error: Error| error.between(&image, &kernel);
    let rows = output_len(image[0], kernel[0], stride, padding).map_err(shapes)?;
    let columns = output_len(image[1], kernel[1], stride, padding).map_err(shapes)?;
    // Neither exceeds 2²⁸, so that the product fits into 64 bits; where usize has 32, it saturates.
    if rows.saturating_mul(columns) > MAX_VALUES {
        return Err(Error::TooLarge {
            image: image.into(),
            kernel: kernel.into(),
            padding,
        });
    }
    Ok((rows, columns))
}

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
    if n > MAX_VALUES {
        return Err(Error::TooLarge {
            image: [n].into(),
            kernel: [k].into(),
            padding,
        });
    }
    let mut reads = vec![0; n];
    for window in 0..windows {
        // It covers s·i … s·i + k − 1, counted from the corner of the padding.
        let start = window * stride;
        let (first, end) = (
            start.saturating_sub(padding),
            (start + k).saturating_sub(padding),
        );
        for read in reads.get_mut(first..end.min(n)).unwrap_or_default() {
            *read += 1;
        }
    }
    Ok(reads)
}
// ANCHOR_END: reads
