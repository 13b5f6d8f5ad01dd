//! The convolutions' way back, bit by bit: plain loops, a sample after the other, in the order of the
//! contract.

#[path = "close/numbers.rs"]
mod numbers;

use speed::Isa;
use speed::kernels::convolution::{DKernels, DX, K, PLACES};

/// The row and the column of a window that a winner is in.
fn place(winner: f32) -> (usize, usize) {
    let place = PLACES.iter().position(|place| *place == winner).unwrap();
    (place / 2, place % 2)
}

fn numbers(seed: u32, n: usize) -> Vec<f32> {
    numbers::numbers(seed, n).map(|v| v as f32).collect()
}

/// A winner for each window, and a slope, which is 0 for one of four.
fn slopes(n: usize) -> (Vec<f32>, Vec<f32>) {
    let (d, chance) = (numbers(3, n), numbers(4, n));
    let winner = chance
        .iter()
        .map(|c| PLACES[((c + 0.5) * 64.0) as usize % 4]);
    let d = d.iter().zip(&chance);
    let d = d.map(|(d, c)| if *c < -0.25 { 0.0 } else { *d });
    (winner.collect(), d.collect())
}

/// What a kernel has written, and what was expected, in lane `l` of `lanes`.
fn assert_same(found: &[f32], expected: &[f32], (l, lanes): (usize, usize)) {
    for (n, expected) in expected.iter().enumerate() {
        let found = found[n * lanes + l];
        assert_eq!(found.to_bits(), expected.to_bits(), "number {n}, lane {l}");
    }
}

fn of_lane(numbers: &[f32], (l, lanes): (usize, usize)) -> Vec<f32> {
    numbers.iter().skip(l).step_by(lanes).copied().collect()
}

fn weights_are_held<const SIDE: usize, const WINDOWS: usize>(
    filters: usize,
    channels: usize,
) {
    for isa in Isa::all() {
        let lanes = isa.lanes();
        let x = numbers(1, channels * SIDE * SIDE * lanes);
        let (winner, d) = slopes(filters * WINDOWS * WINDOWS * lanes);
        let mut d_kernels = vec![f32::NAN; channels * K * K * filters * lanes];
        isa.run(DKernels::<SIDE, WINDOWS> {
            x: &x,
            d: &d,
            winner: &winner,
            d_kernels: &mut d_kernels,
        });
        for l in (0..lanes).map(|l| (l, lanes)) {
            let [x, d, winner] = [&x, &d, &winner].map(|numbers| of_lane(numbers, l));
            let mut expected = Vec::new();
            for (c, u, v) in
                (0..channels * K * K).map(|t| (t / K / K, t / K % K, t % K))
            {
                for o in 0..filters {
                    let mut sum = 0.0;
                    for (i, j) in
                        (0..WINDOWS * WINDOWS).map(|n| (n / WINDOWS, n % WINDOWS))
                    {
                        let n = (o * WINDOWS + i) * WINDOWS + j;
                        let (below, right) = place(winner[n]);
                        let (row, column) = (2 * i + below + u, 2 * j + right + v);
                        sum = f32::mul_add(
                            d[n],
                            x[(c * SIDE + row) * SIDE + column],
                            sum,
                        );
                    }
                    expected.push(sum);
                }
            }
            assert_same(&d_kernels, &expected, l);
        }
    }
}

#[test]
fn the_slopes_of_weights_have_the_bits_of_sums_window_after_window() {
    weights_are_held::<14, 5>(16, 6);
    weights_are_held::<32, 14>(6, 1);
}

#[test]
fn the_slopes_of_pixels_have_the_bits_of_sums_window_after_window() {
    const SIDE: usize = 14;
    const WINDOWS: usize = 5;
    const FILTERS: usize = 16;
    const CHANNELS: usize = 6;
    let kernels = numbers(2, CHANNELS * K * K * FILTERS);
    for isa in Isa::all() {
        let lanes = isa.lanes();
        let (winner, d) = slopes(FILTERS * WINDOWS * WINDOWS * lanes);
        let mut d_x = vec![f32::NAN; CHANNELS * SIDE * SIDE * lanes];
        isa.run(DX {
            kernels: &kernels,
            d: &d,
            winner: &winner,
            d_x: &mut d_x,
        });
        for l in (0..lanes).map(|l| (l, lanes)) {
            let [d, winner] = [&d, &winner].map(|numbers| of_lane(numbers, l));
            let mut expected = vec![0.0; CHANNELS * SIDE * SIDE];
            // Rows of windows, filters, windows; each hands its slope to the pixels that it has seen.
            for n in 0..WINDOWS {
                for (o, j) in (0..FILTERS * WINDOWS).map(|t| (t / WINDOWS, t % WINDOWS))
                {
                    let window = (o * WINDOWS + n) * WINDOWS + j;
                    let (below, right) = place(winner[window]);
                    for tap in 0..CHANNELS * K * K {
                        let (c, u, v) = (tap / K / K, tap / K % K, tap % K);
                        let (row, column) = (2 * n + below + u, 2 * j + right + v);
                        let sum: &mut f32 =
                            &mut expected[(c * SIDE + row) * SIDE + column];
                        *sum =
                            f32::mul_add(kernels[tap * FILTERS + o], d[window], *sum);
                    }
                }
            }
            assert_same(&d_x, &expected, l);
        }
    }
}
