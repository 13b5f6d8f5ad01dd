//! The network that the book has trained, and how it reads the digits held out.

use digits::{
    Dataset, Error, Evaluation, Network, Split, Workers, evaluate, weights_file,
};
use std::path::Path;
use std::sync::LazyLock;

/// The weights, as `train --augment` leaves them.
pub static FILE: &[u8] = include_bytes!("../results/digits.safetensors");

/// The digits held out, and how the trained network reads them.
#[derive(Debug, Clone)]
pub struct HeldOut {
    /// The digits.
    pub digits: Dataset,
    /// How the network reads them.
    pub evaluation: Evaluation,
}

/// The network with the trained weights.
///
/// # Errors
/// As [`weights_file::network`].
pub fn network() -> Result<Network, Error> {
    let file = Path::new("results/digits.safetensors");
    weights_file::network(FILE).map_err(|kind| kind.of(file))
}

/// How it reads the digits held out.
///
/// # Errors
/// As [`network`] and [`evaluate`](fn@evaluate).
pub fn held_out() -> Result<&'static HeldOut, Error> {
    static HELD_OUT: LazyLock<Result<HeldOut, Error>> = LazyLock::new(|| {
        let digits = Split::embedded()?.test;
        let evaluation = evaluate(&network()?, &digits, &Workers::new(0)?)?;
        Ok(HeldOut { digits, evaluation })
    });
    HELD_OUT.as_ref().map_err(Clone::clone)
}
