//! A layer whose kernels have gaps, and whose filters read a group of the channels each.

use crate::counting::plus_product;
use crate::padding::with_zeros_around;
use convolution::{Convolution, Error};
use ndarray::{Array3, Axis};

/// How many pixels a kernel of `k` weights reaches over when neighbouring weights lie `dilation`
/// pixels apart. With a dilation of 1 there are no gaps, and it is `k`.
///
/// ```
/// use convolution::{dilated_len, output_len};
/// assert_eq!(dilated_len(3, 1), Ok(3));
/// assert_eq!(dilated_len(3, 2), Ok(5));
/// assert_eq!(output_len(28, dilated_len(3, 2)?, 1, 0), Ok(24));
/// # Ok::<(), convolution::Error>(())
/// ```
///
/// # Errors
/// [`Error::ZeroDilation`], and [`Error::Uncountable`] where the answer does not fit into a `usize`.
pub fn dilated_len(k: usize, dilation: usize) -> Result<usize, Error> {
    if dilation == 0 {
        return Err(Error::ZeroDilation);
    }
    if k == 0 {
        return Ok(0);
    }
    // k′ = 1 + d · (k − 1)
    let what = "the pixels under a dilated kernel";
    plus_product(1, dilation, k - 1, what, [k, dilation])
}

/// A convolutional layer with gaps between its weights, and its channels and filters in groups.
// ANCHOR: grouped
#[derive(Debug, Clone, PartialEq)]
pub struct GroupedConvolution {
    /// Kernels, biases, stride and padding. A kernel is as deep as one group.
    pub layer: Convolution,
    /// How many pixels lie from one weight to the next: 1 without gaps.
    pub dilation: usize,
    /// How many groups there are: 1 if every filter reads all channels.
    pub groups: usize,
}
// ANCHOR_END: grouped

impl GroupedConvolution {
    /// The shape of the answer for an image of that shape (channels×rows×columns).
    ///
    /// # Errors
    /// [`Error::ZeroDilation`]; [`Error::Groups`] for no groups, for filters that do not divide evenly
    /// among them, and for an image without as many channels as all groups together; and else as
    /// [`Convolution::output_shape`] and [`dilated_len`].
    pub fn output_shape(
        &self,
        image: (usize, usize, usize),
    ) -> Result<(usize, usize, usize), Error> {
        let (filters, channels, rows, columns) = self.layer.kernels.dim();
        let groups = self.groups;
        let empty = filters == 0 || channels == 0 || image.0 == 0;
        let fits = groups > 0
            && filters.is_multiple_of(groups)
            && channels.checked_mul(groups) == Some(image.0);
        if !fits && !empty {
            return Err(Error::Groups {
                groups,
                image: [image.0, image.1, image.2].into(),
                kernels: self.layer.kernels.shape().into(),
            });
        }
        let window = (
            dilated_len(rows, self.dilation)?,
            dilated_len(columns, self.dilation)?,
        );
        self.layer.maps_under(window, image)
    }

    /// The feature maps of an image (channels×rows×columns): shape filters×rows×columns.
    ///
    /// ```
    /// use convolution::{Convolution, GroupedConvolution};
    /// use ndarray::{arr1, array};
    ///
    /// // Two channels, each read by one filter of its own, whose two weights have a gap of one pixel.
    /// let layer = GroupedConvolution {
    ///     layer: Convolution {
    ///         kernels: array![[[[-1.0, 1.0]]], [[[2.0, 0.5]]]],
    ///         bias: arr1(&[0.0, 10.0]),
    ///         stride: 1,
    ///         padding: 0,
    ///     },
    ///     dilation: 2,
    ///     groups: 2,
    /// };
    /// let image = array![[[1.0, 2.0, 4.0, 8.0]], [[1.0, 1.0, 2.0, 4.0]]];
    /// // First channel: 4 − 1 and 8 − 2. Second: 2·1 + 0.5·2 + 10 and 2·1 + 0.5·4 + 10.
    /// assert_eq!(layer.forward(&image)?, array![[[3.0, 6.0]], [[13.0, 14.0]]]);
    /// # Ok::<(), convolution::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`GroupedConvolution::output_shape`]. NaN in a window or a filter makes its answer NaN.
    // ANCHOR: grouped_forward
    pub fn forward(&self, image: &Array3<f64>) -> Result<Array3<f64>, Error> {
        let mut maps = Array3::zeros(self.output_shape(image.dim())?);
        let layer = &self.layer;
        let (s, d) = (layer.stride, self.dilation);
        let x = with_zeros_around(image, layer.padding);
        let (filters, channels, ..) = layer.kernels.dim();
        for ((o, i, j), z) in maps.indexed_iter_mut() {
            // The first channel of the group that filter o belongs to.
            let group = o / (filters / self.groups);
            let first = group * channels;
            // z[o, i, j] = Σ_c Σᵤ Σᵥ w[o, c, u, v]
            //              · x[first + c, s·i + d·u − p, s·j + d·v − p] + b[o]
            let kernel = layer.kernels.index_axis(Axis(0), o);
            for ((c, u, v), w) in kernel.indexed_iter() {
                *z += w * x[[first + c, s * i + d * u, s * j + d * v]];
            }
            *z += layer.bias[o];
        }
        Ok(maps)
    }
    // ANCHOR_END: grouped_forward
}
