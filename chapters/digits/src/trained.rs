//! The network that the book has trained, and what it makes of the digits held out.

use digits::book::worked::parts;
use digits::{Dataset, Evaluation, Network, Workers, evaluate, weights_file};
use std::sync::LazyLock;

/// The weights, as `train --augment` leaves them.
pub static FILE: &[u8] = include_bytes!("../results/digits.safetensors");

/// The digits held out, and how the trained network reads them.
#[derive(Debug, Clone)]
pub struct HeldOut {
    /// The digits.
    pub digits: Dataset,
    /// The network's answers.
    pub evaluation: Evaluation,
}

/// The network with the trained weights.
///
/// # Errors
/// As [`weights_file::network`].
pub fn network() -> show::Result<Network> {
    Ok(weights_file::network(FILE)?)
}

/// How it reads the digits held out.
///
/// # Errors
/// As [`network`] and [`evaluate`](fn@evaluate).
pub fn held_out() -> show::Result<&'static HeldOut> {
    static HELD_OUT: LazyLock<show::Result<HeldOut>> = LazyLock::new(|| {
        let [.., digits] = parts()?;
        let evaluation = evaluate(&network()?, &digits, &Workers::new(0)?)?;
        Ok(HeldOut { digits, evaluation })
    });
    HELD_OUT.as_ref().map_err(Clone::clone)
}
