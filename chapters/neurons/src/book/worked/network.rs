//! How many numbers a network has to learn.

use show::Outputs;

show::inputs! {
    /// A network of two layers.
    pub struct Small = "small-network" {
        /// inputs
        inputs = 3.0 in 1.0..=6.0 by 1.0,
        /// neurons in the hidden layer
        hidden = 4.0 in 1.0..=6.0 by 1.0,
        /// neurons in the output layer
        outputs = 2.0 in 1.0..=6.0 by 1.0,
    }
}

/// The weights of the hidden layer (`into_hidden`) and of the output layer (`into_output`), all
/// `weights`, all `biases`, and both together (`parameters`).
///
/// ```
/// use neurons::book::worked::{Small, small_network};
/// let outputs = small_network(&Small::default()).unwrap();
/// assert_eq!(outputs.get("weights"), Some(3.0 * 4.0 + 4.0 * 2.0));
/// assert_eq!(outputs.get("parameters"), Some(20.0 + 4.0 + 2.0));
/// ```
///
/// # Errors
/// None.
pub fn small_network(small: &Small) -> show::Result<Outputs> {
    let (into_hidden, into_output) =
        (small.inputs * small.hidden, small.hidden * small.outputs);
    let (weights, biases) = (into_hidden + into_output, small.hidden + small.outputs);
    Ok(Outputs::new()
        .with("into_hidden", into_hidden)
        .with("into_output", into_output)
        .with("weights", weights)
        .with("biases", biases)
        .with("parameters", weights + biases))
}
