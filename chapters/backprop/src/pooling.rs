//! The pooling layers, backwards.

use backprop::Error;
use ndarray::Array3;
use pooling::{MaxPooled, Window};

/// The gradients of the input's pixels (channels×rows×columns), from `d_output` (the shape of the
/// pooled values): each maximum hands its gradient to the pixel it came from.
///
/// The values of the pixels are not needed, only where the maxima were. NaN in gives NaN out.
///
/// ```
/// use backprop::pooling::max_backward;
/// use ndarray::array;
/// use pooling::{Window, max_pool};
///
/// let image = array![[[1.0, 4.0, 3.0, 2.0]], [[0.0, 0.0, 5.0, 9.0]]];
/// let pooled = max_pool(&image, Window { size: 1, stride: 1 })?;
/// assert_eq!(max_backward(image.dim(), &pooled, &image)?, image);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`Error::Shape`] unless `d_output` and `pooled` have the same shape and the input as many
/// channels, [`Error::Outside`] for a maximum outside the input, [`Error::Empty`] and
/// [`Error::TooLarge`] for an input of no or too many pixels.
// ANCHOR: max
pub fn max_backward(
    input: (usize, usize, usize),
    pooled: &MaxPooled,
    d_output: &Array3<f64>,
) -> Result<Array3<f64>, Error> {
    // FOLD
    let (channels, height, width) = input;
    Error::unless_sensible("the pooled input", &[channels, height, width])?;
    let (maps, rows, columns) = pooled.at.dim();
    Error::unless_same("d_output", &[maps, rows, columns], d_output.shape())?;
    Error::unless_same("the channels", &[channels], &[maps])?;
    // FOLD_END
    let mut d_input = Array3::zeros(input);
    let maps = pooled.at.outer_iter().zip(d_output.outer_iter());
    for (mut d_x, (at, d_y)) in d_input.outer_iter_mut().zip(maps) {
        for (&(row, column), d) in at.iter().zip(d_y) {
            // ∂L/∂x at the maximum gains ∂L/∂y; the rest of the window gains 0
            match d_x.get_mut((row, column)) {
                Some(d_x) => *d_x += d,
                None => {
                    return Err(Error::Outside {
                        input: vec![channels, height, width],
                        row,
                        column,
                    });
                }
            }
        }
    }
    Ok(d_input)
}
// ANCHOR_END: max

/// The gradients of the input's pixels (channels×rows×columns), from `d_output` (the shape of the
/// pooled values): each average hands an equal share to every pixel of its window.
///
/// Neither the pixels nor the averages are needed. NaN in gives NaN out.
///
/// # Errors
/// [`Error::Pooling`] for a window that does not fit the input, [`Error::Shape`] unless `d_output`
/// has the shape of its averages, [`Error::Empty`] and [`Error::TooLarge`] for an input of no or
/// too many pixels.
// ANCHOR: average
pub fn average_backward(
    input: (usize, usize, usize),
    window: Window,
    d_output: &Array3<f64>,
) -> Result<Array3<f64>, Error> {
    // FOLD
    let (channels, height, width) = input;
    Error::unless_sensible("the pooled input", &[channels, height, width])?;
    let (_, rows, columns) = window.output_shape(input)?;
    Error::unless_same("d_output", &[channels, rows, columns], d_output.shape())?;
    // FOLD_END
    let Window { size, stride } = window;
    let pixels = size as f64 * size as f64;
    let mut d_input = Array3::zeros(input);
    for (mut d_x, d_y) in d_input.outer_iter_mut().zip(d_output.outer_iter()) {
        for ((i, j), d) in d_y.indexed_iter() {
            for (u, v) in (0..size).flat_map(|u| (0..size).map(move |v| (u, v))) {
                // ∂L/∂x[s·i + u, s·j + v] gains ∂L/∂y[i, j] / k²
                if let Some(d_x) = d_x.get_mut((stride * i + u, stride * j + v)) {
                    *d_x += d / pixels;
                }
            }
        }
    }
    Ok(d_input)
}
// ANCHOR_END: average
