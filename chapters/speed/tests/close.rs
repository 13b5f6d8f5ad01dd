//! Numbers, and when two of them count as one.

/// `n` numbers from −0.5 to 0.5, of each seed others.
pub fn numbers(seed: u32, n: usize) -> impl Iterator<Item = f64> {
    (0..n as u32).map(move |i| {
        let scattered = (i + 1).wrapping_mul(2_654_435_761) ^ seed.wrapping_mul(40_503);
        let scattered = scattered.wrapping_mul(2_246_822_519) >> 8;
        f64::from(scattered) / 16_777_216.0 - 0.5
    })
}

/// |a − b| ≤ 1e-5 · max(1, |a|, |b|), number by number.
#[track_caller]
pub fn assert_close<'a>(got: &[f32], expected: impl IntoIterator<Item = &'a f64>) {
    let expected: Vec<f64> = expected.into_iter().copied().collect();
    assert_eq!(got.len(), expected.len());
    for (n, (a, b)) in got.iter().zip(&expected).enumerate() {
        let a = f64::from(*a);
        let most = 1e-5 * a.abs().max(b.abs()).max(1.0);
        assert!((a - b).abs() <= most, "number {n}: {a} for {b}");
    }
}
