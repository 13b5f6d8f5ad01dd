//! The rungs.

use super::layer::{Layer, SIZES};
use crate::Number;
use crate::isa::Kernel;
use crate::kernels::convolution::Forward;
use crate::kernels::row;
use crate::textbook::{convolution, pooling};

/// The ReLU and the pooling, from the weighted sums.
#[inline(always)]
fn pool<V: Number<Real = f32>>(layer: Layer<'_>) {
    let Layer {
        z,
        y,
        pooled,
        winner,
        ..
    } = layer;
    pooling::relu(V::of(z), V::of_mut(y));
    let (pooled, winner) = (V::of_mut(pooled), V::of_mut(winner));
    pooling::forward(SIZES.map(), V::of(y), pooled, winner);
}

macro_rules! rung {
    ($(#[$doc:meta])+ $Rung:ident, $layer:ident, $V:ident, $R:ident, $work:block) => {
        $(#[$doc])+
        #[derive(Debug)]
        pub struct $Rung<'a>(pub Layer<'a>);

        impl Kernel for $Rung<'_> {
            type Real = f32;
            type Output = ();

            #[inline(always)]
            fn run<$V: Number<Real = f32>, const ROWS: usize, const $R: usize>(self) {
                let $layer = self.0;
                $work
            }
        }
    };
}

rung!(
    /// The textbook's loops, sample after sample.
    Textbook, layer, V, R, {
        let Layer { x, kernels, bias, .. } = layer;
        convolution::forward::<f32>(SIZES, x, kernels, bias, layer.z);
        pool::<f32>(layer);
    }
);

rung!(
    /// The same loops, with a sample in each lane.
    Lanes, layer, V, R, {
        let Layer { x, kernels, bias, .. } = layer;
        convolution::forward(SIZES, V::of(x), kernels, bias, V::of_mut(layer.z));
        pool::<V>(layer);
    }
);

rung!(
    /// The textbook's loops in another order: each weight goes along a row, number after number in
    /// memory.
    Rows, layer, V, R, {
        rows(layer.x, layer.kernels, layer.bias, layer.z);
        pool::<f32>(layer);
    }
);

rung!(
    /// The convolution in tiles of `R` filters by two places, a sample in each lane; then the rest.
    Tiles, layer, V, R, {
        tiles::<V, R>(V::of(layer.x), layer.taps, layer.bias, V::of_mut(layer.z));
        pool::<V>(layer);
    }
);

rung!(
    /// Everything in one, a sample in each lane: the [kernel](Forward) that the network uses.
    Fused, layer, V, R, {
        Forward::<{ SIZES.side }> {
            x: layer.x,
            kernels: layer.taps,
            bias: layer.bias,
            pooled: layer.pooled,
            winner: layer.winner,
        }
        .run::<V, ROWS, R>();
    }
);

// ANCHOR: rows
#[inline(always)]
fn rows(x: &[f32], w: &[f32], b: &[f32], z: &mut [f32]) {
    let (channels, side, k, map) = (SIZES.channels, SIZES.side, SIZES.k, SIZES.map());
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
fn tiles<V: Number<Real = f32>, const R: usize>(
    x: &[V],
    w: &[f32],
    b: &[f32],
    z: &mut [V],
) {
    let (channels, side, k, map) = (SIZES.channels, SIZES.side, SIZES.k, SIZES.map());
    let filters = SIZES.filters;
    for (o, i) in (0..filters / R * map).map(|n| (n / map * R, n % map)) {
        for j in (0..map).step_by(WIDE) {
            let mut sums = [[V::splat(0.0); WIDE]; R];
            for r in 0..R {
                sums[r] = [V::splat(b[o + r]); WIDE];
            }
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
