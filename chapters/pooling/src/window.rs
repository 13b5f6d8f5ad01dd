//! The window that moves over the image.

use convolution::{Shape, output_len};
use pooling::Error;

/// A square window of `size`×`size` pixels that moves by `stride`.
///
/// It has no weights: nothing in it can be learned.
// ANCHOR: window
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Pixels along one side.
    pub size: usize,
    /// How far the window moves, in pixels, down and to the right.
    pub stride: usize,
}
// ANCHOR_END: window

impl Window {
    /// The shape of the pooled map for an image of that shape (channels×rows×columns).
    ///
    /// ```
    /// use pooling::Window;
    /// let window = Window { size: 2, stride: 2 };
    /// assert_eq!(window.output_shape((6, 28, 28)), Ok((6, 14, 14)));
    /// ```
    ///
    /// # Errors
    /// [`Error::ZeroWindow`], [`Error::ZeroStride`], [`Error::Empty`] for an image without values,
    /// [`Error::WindowTooLarge`] where the window does not fit once.
    pub fn output_shape(
        self,
        (channels, height, width): (usize, usize, usize),
    ) -> Result<(usize, usize, usize), Error> {
        let Self { size, stride } = self;
        let image = || Shape(vec![channels, height, width]);
        if size == 0 {
            return Err(Error::ZeroWindow);
        }
        if stride == 0 {
            return Err(Error::ZeroStride);
        }
        if channels == 0 || height == 0 || width == 0 {
            return Err(Error::Empty { image: image() });
        }
        if size > height || size > width {
            let image = image();
            return Err(Error::WindowTooLarge { size, image });
        }
        // n′ = ⌊(n − k) / s⌋ + 1: a convolution's, without padding
        let rows = output_len(height, size, stride, 0)?;
        let columns = output_len(width, size, stride, 0)?;
        Ok((channels, rows, columns))
    }
}
