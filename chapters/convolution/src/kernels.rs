//! Kernels designed by hand. A network learns its own.
//!
//! ```
//! use convolution::{cross_correlate, kernels::BLUR};
//! use ndarray::{Array2, arr2};
//!
//! let paper = Array2::from_elem((5, 5), 0.9);
//! let map = cross_correlate(&paper, &arr2(&BLUR), 1, 0).unwrap();
//! approx::assert_abs_diff_eq!(map[[1, 1]], 0.9, epsilon = 1e-12); // an even grey stays as it is
//! ```

/// A kernel of three by three.
pub type Kernel3 = [[f64; 3]; 3];

/// Leaves the image as it is: the weight 1 on the pixel itself.
pub const IDENTITY: Kernel3 = [
    [0.0, 0.0, 0.0], //
    [0.0, 1.0, 0.0],
    [0.0, 0.0, 0.0],
];

// ANCHOR: kernels
/// The average of a pixel and its eight neighbours.
pub const BLUR: Kernel3 = [[1.0 / 9.0; 3]; 3];

/// The pixel, and what sets it off from its four neighbours.
pub const SHARPEN: Kernel3 = [
    [0.0, -1.0, 0.0], //
    [-1.0, 5.0, -1.0],
    [0.0, -1.0, 0.0],
];

/// Sobel, downwards: what lies below, less what lies above.
pub const SOBEL_DOWN: Kernel3 = [
    [-1.0, -2.0, -1.0], //
    [0.0, 0.0, 0.0],
    [1.0, 2.0, 1.0],
];

/// Sobel, to the right: what lies right, less what lies left.
pub const SOBEL_RIGHT: Kernel3 = [
    [-1.0, 0.0, 1.0], //
    [-2.0, 0.0, 2.0],
    [-1.0, 0.0, 1.0],
];
// ANCHOR_END: kernels

/// Source 001's kernel: the row below, less the row above.
pub const NOTEBOOK: [[f64; 2]; 2] = [
    [-1.0, -1.0], //
    [1.0, 1.0],
];
