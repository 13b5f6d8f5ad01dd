//! The convolutional layer, backwards.

use backprop::Error;
use convolution::Convolution;
use ndarray::{Array1, Array3, Array4};

/// How fast the loss grows with each pixel, each weight and each bias.
#[derive(Debug, Clone, PartialEq)]
pub struct Gradients {
    /// ∂L/∂x, in the shape of the image: channels×rows×columns.
    pub d_input: Array3<f64>,
    /// ∂L/∂w, in the shape of the kernels: filters×channels×rows×columns.
    pub d_kernels: Array4<f64>,
    /// ∂L/∂b, one for each filter.
    pub d_bias: Array1<f64>,
}

/// The gradients, from `d_z` = ∂L/∂z (filters×rows×columns of the feature maps) at the `image`
/// (channels×rows×columns).
///
/// The loops are those of the forward pass; each product w·x now adds to two of them, and they are
/// added up in the order of these loops.
///
/// ```
/// use backprop::convolution::backward;
/// use convolution::Convolution;
/// use ndarray::{arr1, array};
///
/// let layer = Convolution {
///     kernels: array![[[[2.0, 3.0]]]],
///     bias: arr1(&[0.0]),
///     stride: 1,
///     padding: 0,
/// };
/// let image = array![[[5.0, 6.0, 7.0]]];
/// let gradients = backward(&layer, &image, &array![[[1.0, 10.0]]])?;
/// assert_eq!(gradients.d_input, array![[[2.0, 23.0, 30.0]]]); // the middle pixel is read twice
/// assert_eq!(gradients.d_kernels, array![[[[65.0, 76.0]]]]);
/// assert_eq!(gradients.d_bias, array![11.0]);
/// # Ok::<(), backprop::Error>(())
/// ```
///
/// # Errors
/// [`Error::Convolution`] for an image that the layer refuses, [`Error::Shape`] unless `d_z` has
/// the shape of its feature maps. NaN in gives NaN out.
// ANCHOR: backward
pub fn backward(
    layer: &Convolution,
    image: &Array3<f64>,
    d_z: &Array3<f64>,
) -> Result<Gradients, Error> {
    // FOLD
    let (filters, rows, columns) = layer.output_shape(image.dim())?;
    Error::unless_same("d_z", &[filters, rows, columns], d_z.shape())?;
    let (x, s) = (layer.padded(image)?, layer.stride);
    let mut d_x = Array3::zeros(x.dim());
    let mut d_kernels = Array4::zeros(layer.kernels.dim());
    let mut d_bias = Array1::zeros(filters);
    // FOLD_END
    let filters = layer.kernels.outer_iter().zip(d_kernels.outer_iter_mut());
    let maps = d_bias.iter_mut().zip(d_z.outer_iter());
    for ((filter, mut d_filter), (d_b, d_map)) in filters.zip(maps) {
        for (i, d_row) in d_map.outer_iter().enumerate() {
            for (((c, u, v), w), d_w) in filter.indexed_iter().zip(&mut d_filter) {
                let mut sum = *d_w;
                for (j, d) in d_row.iter().enumerate() {
                    let at = [c, s * i + u, s * j + v];
                    // ∂L/∂w[o, c, u, v]
                    // = Σᵢ Σⱼ d[o, i, j] · x[c, s·i + u − p, s·j + v − p]
                    sum += d * x[at];
                    // ∂L/∂x[c, s·i + u − p, s·j + v − p] += d[o, i, j] · w[o, c, u, v]
                    d_x[at] += d * w;
                }
                *d_w = sum;
            }
            // ∂L/∂b[o] = Σᵢ Σⱼ d[o, i, j]
            for d in d_row {
                *d_b += d;
            }
        }
    }
    // What came to the padding is dropped.
    let (p, mut d_input) = (layer.padding, Array3::zeros(image.dim()));
    for ((c, row, column), d) in d_input.indexed_iter_mut() {
        *d = d_x[[c, row + p, column + p]];
    }
    // FOLD
    Ok(Gradients {
        d_input,
        d_kernels,
        d_bias,
    })
    // FOLD_END
}
// ANCHOR_END: backward

/// The layer after one step down the `gradients` at the learning `rate`.
///
/// # Errors
/// [`Error::Shape`] unless the gradients have the shapes of the kernels and the biases.
pub fn updated(
    layer: &Convolution,
    gradients: &Gradients,
    rate: f64,
) -> Result<Convolution, Error> {
    let Gradients {
        d_kernels, d_bias, ..
    } = gradients;
    Error::unless_same("d_kernels", layer.kernels.shape(), d_kernels.shape())?;
    Error::unless_same("d_bias", layer.bias.shape(), d_bias.shape())?;
    Ok(Convolution {
        // w ← w − η ∂L/∂w
        kernels: &layer.kernels - &(rate * d_kernels),
        // b ← b − η ∂L/∂b
        bias: &layer.bias - &(rate * d_bias),
        ..*layer
    })
}
