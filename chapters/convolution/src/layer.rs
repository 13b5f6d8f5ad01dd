//! The layer: several filters, each through the full depth of its input.

use convolution::{Error, MAX_VALUES, Shape, output_shape, padded_pixel};
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
    /// biases, [`Error::Empty`] for no channels or no filters, and as [`output_shape`].
    // ANCHOR: output_shape
    pub fn output_shape(
        &self,
        (depth, height, width): (usize, usize, usize),
    ) -> Result<(usize, usize, usize), Error> {
        let (filters, channels, rows, columns) = self.kernels.dim();
        let kernels = || Shape::from(self.kernels.shape());
        let image = || Shape(vec![depth, height, width]);
        if filters == 0 || channels == 0 || depth == 0 {
            let (image, kernel) = (image(), kernels());
            return Err(Error::Empty { image, kernel });
        }
        if depth != channels {
            let (image, kernels) = (image(), kernels());
            return Err(Error::Channels { image, kernels });
        }
        if self.bias.len() != filters {
            let (bias, kernels) = (self.bias.len(), kernels());
            return Err(Error::Biases { bias, kernels });
        }
        let (stride, padding) = (self.stride, self.padding);
        let (h, w) = output_shape((height, width), (rows, columns), stride, padding)?;
        if (h * w).saturating_mul(filters) > MAX_VALUES {
            let (image, kernel) = (image(), kernels());
            return Err(Error::TooLarge {
                image,
                kernel,
                padding,
            });
        }
        Ok((filters, h, w))
    }
    // ANCHOR_END: output_shape

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
        let (s, p) = (self.stride, self.padding);
        let filters = self.kernels.outer_iter().zip(&self.bias);
        for ((filter, b), mut map) in filters.zip(maps.outer_iter_mut()) {
            for ((i, j), z) in map.indexed_iter_mut() {
                // z[o, i, j] = Σ_c Σᵤ Σᵥ w[o, c, u, v]
                //              · x[c, s·i + u − p, s·j + v − p] + b[o]
                for (x, kernel) in image.outer_iter().zip(filter.outer_iter()) {
                    for ((u, v), w) in kernel.indexed_iter() {
                        *z += w * padded_pixel(&x, s * i + u, s * j + v, p);
                    }
                }
                *z += b;
            }
        }
        Ok(maps)
    }
    // ANCHOR_END: forward

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
    // ANCHOR: parameters
    pub fn parameters(&self) -> usize {
        // filters · (channels · k · k) + filters
        self.kernels.len() + self.bias.len()
    }
    // ANCHOR_END: parameters
}
