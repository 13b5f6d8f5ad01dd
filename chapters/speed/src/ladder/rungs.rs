//! The rungs.

use super::Rung;
use crate::Lanes;
use crate::geometry::SECOND;
use crate::isa::{Isa, Kernel};
use crate::kernels::convolution::Forward;
use crate::kernels::row;
use crate::textbook::{convolution, pooling};

/// The layer and one sample, or one in each lane.
#[derive(Debug)]
pub(super) struct Samples<'a> {
    /// 6×14×14.
    pub(super) x: &'a [f32],
    /// filters×taps, 16×6×5×5.
    pub(super) kernels: &'a [f32],
    /// The same as taps×filters, 6×5×5×16.
    pub(super) taps: &'a [f32],
    /// 16.
    pub(super) bias: &'a [f32],
    /// For the weighted sums: 16×10×10.
    pub(super) z: &'a mut [f32],
    /// For what the ReLU makes of them.
    pub(super) y: &'a mut [f32],
    /// Written: 16×5×5.
    pub(super) pooled: &'a mut [f32],
    /// Written: the place of the largest in each window.
    pub(super) argmax: &'a mut [f32],
}

impl Samples<'_> {
    /// Goes up to that `rung`.
    pub(super) fn run(self, isa: Isa, rung: Rung) {
        match rung {
            Rung::Textbook => isa.run(Textbook(self)),
            Rung::Rows => isa.run(Rows(self)),
            Rung::Lanes => isa.run(InLanes(self)),
            Rung::Tiles => isa.run(Tiles(self)),
            Rung::Fused | Rung::Threads => isa.run(Forward::<{ SECOND.side }> {
                x: self.x,
                kernels: self.taps,
                bias: self.bias,
                pooled: self.pooled,
                argmax: self.argmax,
            }),
        }
    }

    /// The ReLU and the pooling, from the weighted sums.
    #[inline(always)]
    fn pool<V: Lanes<Scalar = f32>>(self) {
        pooling::relu(V::of(self.z), V::of_mut(self.y));
        let (pooled, argmax) = (V::of_mut(self.pooled), V::of_mut(self.argmax));
        pooling::forward(SECOND.map(), V::of(self.y), pooled, argmax);
    }
}

macro_rules! rung {
    ($(#[$doc:meta])+ $Rung:ident, $samples:ident, $V:ident, $Lanes:ty, $convolution:block) => {
        $(#[$doc])+
        struct $Rung<'a>(Samples<'a>);

        impl Kernel for $Rung<'_> {
            type Scalar = f32;
            type Output = ();

            #[inline(always)]
            fn run<$V: Lanes<Scalar = f32>>(self) {
                let $samples = self.0;
                $convolution
                $samples.pool::<$Lanes>();
            }
        }
    };
}

rung!(
    /// The textbook's loops, sample after sample.
    Textbook, s, V, f32, {
        convolution::forward::<f32>(SECOND, s.x, s.kernels, s.bias, s.z);
    }
);
rung!(
    /// The same loops, with a sample in each lane.
    InLanes, s, V, V, {
        convolution::forward(SECOND, V::of(s.x), s.kernels, s.bias, V::of_mut(s.z));
    }
);
rung!(
    /// Each weight goes along a row, value after value in memory.
    Rows, s, V, f32, {
        rows(s.x, s.kernels, s.bias, s.z);
    }
);
rung!(
    /// The convolution in tiles, a sample in each lane.
    Tiles, s, V, V, {
        let (x, z) = (V::of(s.x), V::of_mut(s.z));
        match V::LANES {
            16 => tiles::<V, 4>(x, s.taps, s.bias, z),
            _ => tiles::<V, 2>(x, s.taps, s.bias, z),
        }
    }
);

// ANCHOR: rows
#[inline(always)]
fn rows(x: &[f32], w: &[f32], b: &[f32], z: &mut [f32]) {
    // FOLD
    let (channels, side, k, map) =
        (SECOND.channels, SECOND.side, SECOND.k, SECOND.map());
    // FOLD_END
    for (n, z) in z.chunks_exact_mut(map).enumerate() {
        let (o, i) = (n / map, n % map);
        // z[o, i, ·] = b[o] + Σ_c Σᵤ Σᵥ w[o, c, u, v] · x[c, i + u, v + ·]
        z.fill(b[o]);
        for (c, u) in (0..channels * k).map(|line| (line / k, line % k)) {
            let x = &x[(c * side + i + u) * side..][..side];
            let w = &w[((o * channels + c) * k + u) * k..][..k];
            for (v, w) in w.iter().enumerate() {
                for (z, x) in z.iter_mut().zip(&x[v..]) {
                    *z = w.mul_add(*x, *z);
                }
            }
        }
    }
}
// ANCHOR_END: rows

// ANCHOR: tiles
#[inline(always)]
fn tiles<V: Lanes<Scalar = f32>, const R: usize>(
    x: &[V],
    w: &[f32],
    b: &[f32],
    z: &mut [V],
) {
    // FOLD
    let (channels, side, k, map) =
        (SECOND.channels, SECOND.side, SECOND.k, SECOND.map());
    let filters = SECOND.filters;
    // FOLD_END
    for (o, i) in (0..filters / R * map).map(|n| (n / map * R, n % map)) {
        for j in (0..map).step_by(WIDE) {
            let mut sums = [[V::splat(0.0); WIDE]; R];
            // FOLD
            for r in 0..R {
                sums[r] = [V::splat(b[o + r]); WIDE];
            }
            // FOLD_END
            for (c, u) in (0..channels * k).map(|line| (line / k, line % k)) {
                let x = &x[(c * side + i + u) * side + j..][..k + WIDE - 1];
                let taps = &w[(c * k + u) * k * filters..];
                for v in 0..k {
                    let w: &[f32; R] = row(&taps[v * filters + o..], 0);
                    let x: &[V; WIDE] = row(&x[v..], 0);
                    for q in 0..WIDE {
                        for r in 0..R {
                            // As in the textbook, R filters by WIDE places.
                            sums[r][q] = V::splat(w[r]).mul_add(x[q], sums[r][q]);
                        }
                    }
                }
            }
            for r in 0..R {
                z[((o + r) * map + i) * map + j..][..WIDE].copy_from_slice(&sums[r]);
            }
        }
    }
}

/// Places of a row in a tile: a divisor of the ten that a row has.
const WIDE: usize = 5;
// ANCHOR_END: tiles
