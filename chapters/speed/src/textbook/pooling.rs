//! A ReLU and the maximum of windows of 2×2.

use crate::{Lanes, Scalar};

/// max(0, z).
#[inline(always)]
pub fn relu<V: Lanes>(z: &[V], y: &mut [V]) {
    let zero = V::splat(V::Scalar::ZERO);
    for (y, z) in y.iter_mut().zip(z) {
        *y = z.if_greater(zero, *z, zero);
    }
}

/// The same, in place.
#[inline(always)]
pub fn relu_in_place<V: Lanes>(z: &mut [V]) {
    let zero = V::splat(V::Scalar::ZERO);
    for z in z {
        *z = z.if_greater(zero, *z, zero);
    }
}

/// ∂L/∂z, in place of ∂L/∂y: 0 where the ReLU gave 0.
#[inline(always)]
pub fn d_relu<V: Lanes>(y: &[V], d: &mut [V]) {
    let zero = V::splat(V::Scalar::ZERO);
    for (d, y) in d.iter_mut().zip(y) {
        *d = y.if_greater(zero, *d, zero);
    }
}

/// The four places of window `n`, counted through all channels, of which each has `side`
/// rows and columns.
#[inline(always)]
fn window(n: usize, side: usize) -> [usize; 4] {
    let upper = n / (side / 2) * 2 * side + n % (side / 2) * 2;
    [upper, upper + 1, upper + side, upper + side + 1]
}

/// The largest of each window, and the number of its place there, from 0 to 3.
#[inline(always)]
pub fn forward<V: Lanes>(side: usize, x: &[V], y: &mut [V], argmax: &mut [V]) {
    for n in 0..y.len() {
        let places = window(n, side);
        let (mut most, mut at) = (x[places[0]], V::splat(V::Scalar::from_f64(0.0)));
        for q in 1..4 {
            let x = x[places[q]];
            at = x.if_greater(most, V::splat(V::Scalar::from_f64(q as f64)), at);
            most = x.if_greater(most, x, most);
        }
        (y[n], argmax[n]) = (most, at);
    }
}

/// ∂L/∂x, from ∂L/∂y: all of it to the argmax.
#[inline(always)]
pub fn backward<V: Lanes>(side: usize, d_y: &[V], argmax: &[V], d_x: &mut [V]) {
    let zero = V::splat(V::Scalar::ZERO);
    for n in 0..d_y.len() {
        for (q, place) in window(n, side).into_iter().enumerate() {
            let this = V::splat(V::Scalar::from_f64(q as f64));
            d_x[place] = argmax[n].if_equal(this, d_y[n], zero);
        }
    }
}

/// ∂L/∂b of the convolution before, sample by sample. A window passes all of ∂L/∂y to one z, or to
/// none where the ReLU gave 0 (y is what was pooled); so the sum over all z is one over the windows.
#[inline(always)]
pub fn d_bias<V: Lanes>(y: &[V], d_y: &[V], d_b: &mut [V]) {
    let (zero, windows) = (V::splat(V::Scalar::ZERO), y.len() / d_b.len());
    for (o, d_b) in d_b.iter_mut().enumerate() {
        // ∂L/∂b[o] = Σ ∂L/∂z[o, i, j]
        let mut sum = zero;
        for n in o * windows..(o + 1) * windows {
            sum = sum.add(y[n].if_greater(zero, d_y[n], zero));
        }
        *d_b = sum;
    }
}
