//! The weights in a file: `f32`, rounded once.

pub use crate::tensors::ErrorKind;
use crate::tensors::{Tensor, finite, of, only, packed, read, unpacked};
pub use crate::tensors::{check_writable, sha256, write};
use digits::{Error, NAMES, Network};
use safetensors::Dtype;
use std::path::Path;

/// The file of the `network`: its ten arrays in the format safetensors, each number rounded to the
/// nearest `f32`. It holds nothing else, so that equal networks have equal files.
///
/// # Errors
/// The [`ErrorKind`] of numbers that are too large for an `f32`, or not finite.
pub fn bytes(network: &Network) -> Result<Vec<u8>, ErrorKind> {
    let mut tensors = Vec::new();
    for (name, array) in NAMES.into_iter().zip(network.parameters()) {
        let rounded: Vec<f32> = array.iter().map(|w| *w as f32).collect();
        let values: Vec<f64> = rounded.iter().map(|w| f64::from(*w)).collect();
        finite(name, &values)?;
        tensors.push(Tensor {
            name: name.to_string(),
            shape: array.shape().to_vec(),
            kind: Dtype::F32,
            bytes: rounded.iter().flat_map(|w| w.to_le_bytes()).collect(),
        });
    }
    packed(&tensors, None)
}

/// The network in a file with these `bytes`.
///
/// # Errors
/// An [`ErrorKind`], unless it is a file as [`bytes`] makes it.
pub fn network(bytes: &[u8]) -> Result<Network, ErrorKind> {
    let (tensors, _) = unpacked(bytes)?;
    only(&tensors, "the network", &NAMES.map(String::from))?;
    let mut network =
        Network::zeros().map_err(|error| ErrorKind::Format(error.to_string()))?;
    for (name, mut array) in NAMES.into_iter().zip(network.parameters_mut()) {
        let bytes = of(&tensors, name, Dtype::F32, array.shape())?;
        let (words, _) = bytes.as_chunks::<4>();
        let values: Vec<f64> = (words.iter())
            .map(|word| f64::from(f32::from_le_bytes(*word)))
            .collect();
        finite(name, &values)?;
        for (w, value) in array.iter_mut().zip(values) {
            *w = value;
        }
    }
    Ok(network)
}

/// Writes the `network` to the file at `path`, whole or not at all, and gives the SHA-256 of its bytes.
///
/// # Errors
/// [`Error::Weights`], as [`bytes`] and [`write`](fn@write).
pub fn save(network: &Network, path: &Path) -> Result<String, Error> {
    let bytes = bytes(network).map_err(|kind| kind.of(path))?;
    write(path, &bytes)?;
    Ok(sha256(&bytes))
}

/// The network in the file at `path`.
///
/// # Errors
/// [`Error::Weights`], with the [`ErrorKind`] of the file.
pub fn load(path: &Path) -> Result<Network, Error> {
    network(&read(path)?).map_err(|kind| kind.of(path))
}
