//! The layer: several filters, each through the full depth of its input.

use crate::padding::with_zeros_around;
use convolution::{Error, MAX_VALUES, Shape, output_shape};
use ndarray::{Array1, Array3, Array4};

/// A convolutional layer: `filters` kernels, each as deep as the input.
// ANCHOR: layer
#[derive(Debug, Clone, PartialEq)]
pub struct Convolution {
    /// The weights, shape filters×channels×rows×columns.
    pub kernels: Array4<f64>,
    /// One bias for each filter.
    pub bias: Array1<f64>,
    /// How far a window moves, in pixels, down and to the right.
    pub stride: usize,
    /// Zeros around each channel, on all four sides.
    pub padding: usize,
}
// ANCHOR_END: layer

impl Convolution {
    /// The shape of the answer for an image of that shape (channels×rows×columns).
    ///
    /// # Errors
    /// [`Error::Channels`] where the depths differ, [`Error::Biases`] for a wrong number of
    /// biases, [`Error::Empty`] for no channels or no filters, [`Error::TooLarge`] where the maps
    /// together or the padded image exceed [`MAX_VALUES`], and as [`output_shape`].
    pub fn output_shape(
        &self,
        image: (usize, usize, usize),
    ) -> Result<(usize, usize, usize), Error> {
        let (filters, channels, rows, columns) = self.kernels.dim();
        let empty = filters == 0 || channels == 0 || image.0 == 0;
        if image.0 != channels && !empty {
            return Err(Error::Channels {
                image: [image.0, image.1, image.2].into(),
                kernels: self.kernels.shape().into(),
            });
        }
        self.maps_under((rows, columns), image)
    }

    /// The shape of the answer where each window reaches over `window` pixels, of an image whose
    /// depth fits.
    pub(crate) fn maps_under(
        &self,
        window: (usize, usize),
        (depth, height, width): (usize, usize, usize),
    ) -> Result<(usize, usize, usize), Error> {
        let (filters, channels, ..) = self.kernels.dim();
        let kernels = || Shape::from(self.kernels.shape());
        let image = || Shape(vec![depth, height, width]);
        if filters == 0 || channels == 0 || depth == 0 {
            let (image, kernel) = (image(), kernels());
            return Err(Error::Empty { image, kernel });
        }
        if self.bias.len() != filters {
            let (bias, kernels) = (self.bias.len(), kernels());
            return Err(Error::Biases { bias, kernels });
        }
        let (stride, padding) = (self.stride, self.padding);
        let (h, w) = output_shape((height, width), window, stride, padding)?;
        let padded = (height + 2 * padding).saturating_mul(width + 2 * padding);
        let maps = (h * w).saturating_mul(filters);
        if maps.max(padded.saturating_mul(depth)) > MAX_VALUES {
            let (image, kernel) = (image(), kernels());
            return Err(Error::TooLarge {
                image,
                kernel,
                padding,
            });
        }
        Ok((filters, h, w))
    }

    /// The feature maps of an image (channels×rows×columns): shape filters×rows×columns.
    ///
    /// ```
    /// use convolution::Convolution;
    /// use ndarray::{array, arr1};
    ///
    /// // One filter over two channels, one pixel large: 2·first − second + 0.5.
    /// let layer = Convolution {
    ///     kernels: array![[[[2.0]], [[-1.0]]]],
    ///     bias: arr1(&[0.5]),
    ///     stride: 1,
    ///     padding: 0,
    /// };
    /// let image = array![[[1.0, 2.0]], [[3.0, 4.0]]];
    /// assert_eq!(layer.forward(&image).unwrap(), array![[[-0.5, 0.5]]]);
    /// ```
    ///
    /// # Errors
    /// As [`Convolution::output_shape`]. NaN in a window or a filter makes its answer NaN.
    // ANCHOR: forward
    pub fn forward(&self, image: &Array3<f64>) -> Result<Array3<f64>, Error> {
        let mut maps = Array3::zeros(self.output_shape(image.dim())?);
        let (x, s) = (self.padded(image)?, self.stride);
        let filters = self.kernels.outer_iter().zip(&self.bias);
        for ((filter, b), mut map) in filters.zip(maps.outer_iter_mut()) {
            for (i, mut row) in map.outer_iter_mut().enumerate() {
                // z[o, i, j] = Σ_c Σᵤ Σᵥ w[o, c, u, v]
                //              · x[c, s·i + u − p, s·j + v − p] + b[o]
                for ((c, u, v), w) in filter.indexed_iter() {
                    for (j, z) in row.iter_mut().enumerate() {
                        *z += w * x[[c, s * i + u, s * j + v]];
                    }
                }
                for z in row {
                    *z += b;
                }
            }
        }
        Ok(maps)
    }
    // ANCHOR_END: forward

    /// The image (channels×rows×columns) with the padding's zeros around each channel, so that its
    /// corner is row −p and column −p of the image.
    ///
    /// # Errors
    /// As [`Convolution::output_shape`].
    pub fn padded(&self, image: &Array3<f64>) -> Result<Array3<f64>, Error> {
        self.output_shape(image.dim())?;
        Ok(with_zeros_around(image, self.padding))
    }

    /// How many numbers the layer can learn: its weights and its biases.
    ///
    /// ```
    /// use convolution::Convolution;
    /// use ndarray::{Array1, Array4};
    ///
    /// let layer = Convolution {
    ///     kernels: Array4::zeros((6, 1, 5, 5)),
    ///     bias: Array1::zeros(6),
    ///     stride: 1,
    ///     padding: 0,
    /// };
    /// assert_eq!(layer.parameters(), 156);
    /// ```
    pub fn parameters(&self) -> usize {
        // filters · (channels · k · k) + filters
        self.kernels.len() + self.bias.len()
    }
}
