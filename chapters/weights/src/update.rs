//! One step downhill.

use neurons::Neuron;
use weights::{Error, Gradient};

/// The neuron one step further: each parameter moved against its derivative, by `rate` times the
/// derivative. The neuron that came in stays as it was.
///
/// ```
/// use neurons::Neuron;
/// use weights::{gradient, updated};
/// let neuron = Neuron { weights: vec![0.4, 0.2, 0.6], bias: 0.1 };
/// let new = updated(&neuron, &gradient(&neuron, &[0.5, 0.3, 0.1], 0.4)?, 0.1)?;
///
/// // What the notebook prints …
/// let printed: Vec<String> = new.weights.iter().map(|w| format!("{w:.8}")).collect();
/// assert_eq!(printed, ["0.39513082", "0.19707849", "0.59902616"]);
/// assert_eq!(format!("{}", new.bias), "0.09026164910025532");
/// // … and the numbers behind it.
/// let exact = [0.39513082455012766, 0.1970784947300766, 0.5990261649100255];
/// for (w, exact) in new.weights.iter().zip(exact) {
///     approx::assert_abs_diff_eq!(*w, exact, epsilon = 1e-12);
/// }
/// # Ok::<(), weights::Error>(())
/// ```
///
/// # Errors
/// [`Error::Gradient`] unless the gradient has one derivative for each weight.
// ANCHOR: updated
pub fn updated(
    neuron: &Neuron,
    gradient: &Gradient,
    rate: f64, // η
) -> Result<Neuron, Error> {
    check(neuron, gradient)?;
    Ok(Neuron {
        // wᵢ ← wᵢ − η ∂L/∂wᵢ
        weights: (neuron.weights.iter().zip(&gradient.weights))
            .map(|(wi, derivative)| wi - rate * derivative)
            .collect(),
        // b ← b − η ∂L/∂b
        bias: neuron.bias - rate * gradient.bias,
    })
}
// ANCHOR_END: updated

/// Refuses the gradient of another neuron.
fn check(neuron: &Neuron, gradient: &Gradient) -> Result<(), Error> {
    match (gradient.weights.len(), neuron.weights.len()) {
        (derivatives, weights) if derivatives != weights => Err(Error::Gradient {
            derivatives,
            weights,
        }),
        _ => Ok(()),
    }
}
