//! A kernel learns from an image on which somebody has marked what it should answer.

use convolution::{Error, cross_correlate};
use ndarray::Array2;
use rand_pcg::Pcg64;
use weights::{squared_error, standard_normal};

/// The shape of the picture of [`stripes`].
const SHAPE: (usize, usize) = (30, 10);

/// Lying stripes of ink (1) and paper (0), decided for each row by chance, with noise on every
/// pixel. Beside them, for each window of three by three, the right answer: 1 where ink begins in
/// the middle row, −1 where it ends there, else 0.
///
/// ```
/// use rand_pcg::{Pcg64, rand_core::SeedableRng};
/// let (picture, marks) = convolution::stripes(0.0, &mut Pcg64::seed_from_u64(1));
/// assert_eq!(picture.dim(), (30, 10));
/// assert_eq!(marks.dim(), (28, 8));
/// assert_eq!(marks[[0, 0]], picture[[1, 0]] - picture[[0, 0]]); // without noise
/// ```
pub fn stripes(noise: f64, rng: &mut Pcg64) -> (Array2<f64>, Array2<f64>) {
    let (rows, columns) = SHAPE;
    let mut ink = vec![0.0; rows];
    for row in &mut ink {
        if standard_normal(rng) > 0.0 {
            *row = 1.0;
        }
    }
    let picture = Array2::from_shape_fn((rows, columns), |(row, _)| {
        ink[row] + noise * standard_normal(rng)
    });
    let marks =
        Array2::from_shape_fn((rows - 2, columns - 2), |(i, _)| ink[i + 1] - ink[i]);
    (picture, marks)
}

/// The mean squared error of the kernel's map against the `target`.
///
/// # Errors
/// As [`cross_correlate`], and [`Error::TargetShape`].
pub fn kernel_loss(
    image: &Array2<f64>,
    kernel: &Array2<f64>,
    target: &Array2<f64>,
) -> Result<f64, Error> {
    let y = cross_correlate(image, kernel, 1, 0)?;
    check(&y, target)?;
    // L = 1/m Σᵢ Σⱼ (y[i, j] − t[i, j])²
    let mut sum = 0.0;
    for (y, t) in y.iter().zip(target) {
        sum += squared_error(*y, *t);
    }
    Ok(sum / y.len() as f64)
}

/// How fast the [loss](kernel_loss) grows with each weight: ∂L/∂w.
///
/// ```
/// use convolution::kernel_gradient;
/// use ndarray::array;
///
/// // Two windows, on (1, 2) and (2, 4); the kernel answers 1 and 2 and should have answered 0 and 4.
/// let image = array![[1.0, 2.0, 4.0]];
/// let gradient = kernel_gradient(&image, &array![[1.0, 0.0]], &array![[0.0, 4.0]])?;
/// // 2/2 · (1 · 1 + (−2) · 2) and 2/2 · (1 · 2 + (−2) · 4)
/// assert_eq!(gradient, array![[-3.0, -6.0]]);
/// # Ok::<(), convolution::Error>(())
/// ```
///
/// # Errors
/// As [`kernel_loss`].
// ANCHOR: kernel_gradient
pub fn kernel_gradient(
    image: &Array2<f64>,
    kernel: &Array2<f64>,
    target: &Array2<f64>,
) -> Result<Array2<f64>, Error> {
    let y = cross_correlate(image, kernel, 1, 0)?;
    check(&y, target)?;
    // ∂L/∂w[u, v] = 2/m Σᵢ Σⱼ (y[i, j] − t[i, j]) · x[i + u, j + v]
    let wrong = &y - target;
    let sums = cross_correlate(image, &wrong, 1, 0)?;
    Ok(2.0 / wrong.len() as f64 * sums)
}
// ANCHOR_END: kernel_gradient

/// The kernel after so many steps down the gradient at the learning `rate`.
///
/// ```
/// use convolution::learned_kernel;
/// use ndarray::array;
///
/// // The map of [−1, 1] over this row is [1, 0, −1, 1]: that kernel is found again.
/// let (row, target) = (array![[0.0, 1.0, 1.0, 0.0, 1.0]], array![[1.0, 0.0, -1.0, 1.0]]);
/// let kernel = learned_kernel(&row, &array![[0.0, 0.0]], &target, 0.3, 200)?;
/// approx::assert_abs_diff_eq!(kernel[[0, 0]], -1.0, epsilon = 1e-9);
/// approx::assert_abs_diff_eq!(kernel[[0, 1]], 1.0, epsilon = 1e-9);
/// # Ok::<(), convolution::Error>(())
/// ```
///
/// # Errors
/// As [`kernel_loss`].
// ANCHOR: learned_kernel
pub fn learned_kernel(
    image: &Array2<f64>,
    start: &Array2<f64>,
    target: &Array2<f64>,
    rate: f64,
    steps: usize,
) -> Result<Array2<f64>, Error> {
    let mut kernel = start.clone();
    for _ in 0..steps {
        // w ← w − η ∂L/∂w
        let gradient = kernel_gradient(image, &kernel, target)?;
        kernel = kernel - rate * gradient;
    }
    Ok(kernel)
}
// ANCHOR_END: learned_kernel

/// Whether there is a right answer for each place of the map.
fn check(map: &Array2<f64>, target: &Array2<f64>) -> Result<(), Error> {
    if map.dim() != target.dim() {
        return Err(Error::TargetShape {
            map: map.shape().into(),
            target: target.shape().into(),
        });
    }
    Ok(())
}
