//! The numbers that all workers compute with.

use direct::Scalar;

/// `n` numbers from −0.5 to 0.5, times `scale`: others for each `tag`, and the same in every worker.
pub fn numbers<T: Scalar>(n: usize, tag: u64, scale: f64) -> Vec<T> {
    let number = |i: u64| {
        let h = (i * 2_654_435_761 + tag * 40_503) % (1 << 32);
        let h = (h ^ (h >> 15)) * 2_246_822_519 % (1 << 32);
        let h = h ^ (h >> 13);
        (h % 1000) as f64 / 1000.0 - 0.5
    };
    let scale = T::from_f64(scale);
    (0..n as u64)
        .map(|i| T::from_f64(number(i)).product(scale))
        .collect()
}
