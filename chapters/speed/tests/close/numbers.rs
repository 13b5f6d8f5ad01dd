//! Numbers to compute with.

/// `n` numbers from −0.5 to 0.5, of each seed others.
pub fn numbers(seed: u32, n: usize) -> impl Iterator<Item = f64> {
    (0..n as u32).map(move |i| {
        let scattered = (i + 1).wrapping_mul(2_654_435_761) ^ seed.wrapping_mul(40_503);
        let scattered = scattered.wrapping_mul(2_246_822_519) >> 8;
        f64::from(scattered) / 16_777_216.0 - 0.5
    })
}
