//! Numbers, and when two of them count as one.

mod numbers;

pub use numbers::numbers;

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
