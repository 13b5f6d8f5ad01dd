//! Where a pixel of a map comes from: the patch of the layer below that it was made of.

use convolution::Convolution;
use ndarray::Array3;
use pooling::Window;
use std::ops::Range;

/// One product of a weighted sum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// A pixel of the layer's input.
    pub x: f64,
    /// The weight that it meets.
    pub w: f64,
}

/// The products whose sum, with the bias, is pixel (i, j) of map `o`: one list for each channel of the
/// input, in the order in which they are added. The padding, which adds nothing, is left out. `None`
/// where the layer has no such pixel.
pub fn terms(
    layer: &Convolution,
    image: &Array3<f64>,
    (o, i, j): (usize, usize, usize),
) -> Option<Vec<Vec<Term>>> {
    let (filters, rows, columns) = layer.output_shape(image.dim()).ok()?;
    if o >= filters || i >= rows || j >= columns {
        return None;
    }
    let (channels, height, width) = image.dim();
    let (_, _, k, l) = layer.kernels.dim();
    let (s, p) = (layer.stride, layer.padding);
    let (top, left) = (patch(i, k, s, p, height), patch(j, l, s, p, width));
    let places = || {
        top.clone()
            .flat_map(|row| left.clone().map(move |column| (row, column)))
    };
    let of = |c| {
        let term = |(row, column)| Term {
            x: image[[c, row, column]],
            // row = s·i + u − p
            w: layer.kernels[[o, c, row + p - s * i, column + p - s * j]],
        };
        places().map(term).collect()
    };
    Some((0..channels).map(of).collect())
}

/// The pixels, along one side of an image of `n`, under a kernel or window of `k` at its place `i`, when
/// it moves by `s` and starts `p` before the image.
pub fn patch(i: usize, k: usize, s: usize, p: usize, n: usize) -> Range<usize> {
    let start = (s * i).saturating_sub(p);
    let end = (s * i + k).saturating_sub(p).min(n);
    start..end
}

/// The pixels that pixel (i, j) of pooled map `c` is the largest of, row by row. `None` where there is no
/// such pixel.
pub fn pool(
    image: &Array3<f64>,
    window: Window,
    (c, i, j): (usize, usize, usize),
) -> Option<Vec<f64>> {
    let (channels, rows, columns) = window.output_shape(image.dim()).ok()?;
    if c >= channels || i >= rows || j >= columns {
        return None;
    }
    let (_, height, width) = image.dim();
    let Window { size, stride } = window;
    let (top, left) = (
        patch(i, size, stride, 0, height),
        patch(j, size, stride, 0, width),
    );
    let places = top.flat_map(|row| left.clone().map(move |column| (row, column)));
    Some(
        places
            .map(|(row, column)| image[[c, row, column]])
            .collect(),
    )
}
