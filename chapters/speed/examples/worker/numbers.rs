//! The numbers that all workers compute with.

use speed::Real;

/// `n` numbers from −0.5 to 0.5, times `scale`: others for each `tag`, and the same in every worker.
pub fn numbers<T: Real>(n: usize, tag: u64, scale: f64) -> Vec<T> {
    let number = |i: u64| {
        let h = (i * 2_654_435_761 + tag * 40_503) % (1 << 32);
        let h = (h ^ (h >> 15)) * 2_246_822_519 % (1 << 32);
        let h = h ^ (h >> 13);
        (h % 1000) as f64 / 1000.0 - 0.5
    };
    let scale = T::nearest(scale);
    (0..n as u64)
        .map(|i| T::nearest(number(i)).times(scale))
        .collect()
}
