//! Gradients by differences: move a number a little, and measure how far the loss moves.

/// The derivative of `f` at `x` from two trials, one step to either side.
///
/// NaN from `f` gives NaN; so does a step of 0.
///
/// ```
/// let derivative = backprop::central_difference(|x| x * x, 3.0, 0.5);
/// assert_eq!(derivative, 6.0);
/// ```
// ANCHOR: central
pub fn central_difference(f: impl Fn(f64) -> f64, x: f64, step: f64) -> f64 {
    // f′(x) ≈ (f(x + h) − f(x − h)) / 2h
    (f(x + step) - f(x - step)) / (2.0 * step)
}
// ANCHOR_END: central

/// The derivative of `f` at `x` from one trial and the value itself: the textbook's definition, without
/// its limit.
///
/// ```
/// let derivative = backprop::forward_difference(|x| x * x, 3.0, 0.5);
/// assert_eq!(derivative, 6.5);
/// ```
// ANCHOR: forward
pub fn forward_difference(f: impl Fn(f64) -> f64, x: f64, step: f64) -> f64 {
    // f′(x) ≈ (f(x + h) − f(x)) / h
    (f(x + step) - f(x)) / step
}
// ANCHOR_END: forward

/// ∂L/∂v for each value v in `at`, by central differences: two calls of `loss` for each of them.
///
/// ```
/// let loss = |v: &[f64]| Ok::<f64, std::convert::Infallible>(v[0] * v[1]);
/// assert_eq!(backprop::numeric_gradient(loss, &[3.0, 5.0], 0.5), Ok(vec![5.0, 3.0]));
/// ```
///
/// # Errors
/// Whatever `loss` refuses.
// ANCHOR: gradient
pub fn numeric_gradient<E>(
    loss: impl Fn(&[f64]) -> Result<f64, E>,
    at: &[f64],
    step: f64,
) -> Result<Vec<f64>, E> {
    let mut moved = at.to_vec();
    let mut gradient = Vec::with_capacity(at.len());
    for (i, v) in at.iter().enumerate() {
        // ∂L/∂vᵢ ≈ (L(…, vᵢ + h, …) − L(…, vᵢ − h, …)) / 2h
        moved[i] = v + step;
        let above = loss(&moved)?;
        moved[i] = v - step;
        let below = loss(&moved)?;
        moved[i] = *v;
        gradient.push((above - below) / (2.0 * step));
    }
    Ok(gradient)
}
// ANCHOR_END: gradient

/// How far apart two answers are: absolutely up to 1, relatively above.
///
/// NaN on either side gives NaN, which is below no tolerance.
///
/// ```
/// use backprop::deviation;
/// assert_eq!(deviation(0.001, 0.002), 0.001);
/// assert_eq!(deviation(1000.0, 2000.0), 0.5);
/// ```
// ANCHOR: deviation
pub fn deviation(a: f64, b: f64) -> f64 {
    // |a − b| / max(1, |a|, |b|)
    (a - b).abs() / 1.0_f64.max(a.abs()).max(b.abs())
}
// ANCHOR_END: deviation
