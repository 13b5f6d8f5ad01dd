//! A training in a file, to be resumed: `f64`, not rounded.

use crate::tensors::ErrorKind;
use crate::tensors::{Tensor, finite, of, only, packed, read, sha256, unpacked, write};
use crate::train::{Epoch, Training};
use digits::{Error, Gradients, NAMES, Network, Options};
use safetensors::Dtype;
use std::collections::HashMap;
use std::path::Path;

/// The name of the array with the loss and the accuracy of each epoch.
const HISTORY: &str = "history";

/// The names of all the arrays, in the order in which their values are hashed.
fn names() -> Vec<String> {
    let of = |whose: &str| NAMES.map(|name| format!("{whose}.{name}"));
    let mut names = [of("network"), of("velocity")].as_flattened().to_vec();
    names.push(HISTORY.to_string());
    names
}

/// The file of a `training` on digits of that SHA-256, at the end of an epoch: its network and its
/// velocity, how each epoch went, and what it was made with. What an epoch under way has done is left
/// out.
///
/// # Errors
/// An [`ErrorKind`] where the format cannot hold it.
pub fn bytes(training: &Training, digits: &str) -> Result<Vec<u8>, ErrorKind> {
    let velocity = training.velocity().0.iter().map(|array| array.view());
    let history = training.history();
    let arrays = training.network().parameters().into_iter().chain(velocity);
    let mut arrays: Vec<(Vec<usize>, Vec<f64>)> = arrays
        .map(|array| (array.shape().to_vec(), array.iter().copied().collect()))
        .collect();
    arrays.push((
        vec![history.len(), 2],
        (history.iter())
            .flat_map(|epoch| [epoch.loss, epoch.accuracy])
            .collect(),
    ));
    let named = names().into_iter().zip(arrays);
    let tensors: Vec<Tensor> = named
        .map(|(name, (shape, values))| Tensor {
            name,
            shape,
            kind: Dtype::F64,
            bytes: values
                .iter()
                .flat_map(|value| value.to_le_bytes())
                .collect(),
        })
        .collect();
    let all: Vec<&[u8]> = tensors.iter().map(|tensor| &tensor.bytes[..]).collect();
    let remarks = [
        ("options", training.options().to_string()),
        ("digits", digits.to_string()),
        ("values", sha256(&all.concat())),
    ];
    let remarks = remarks.map(|(name, text)| (name.to_string(), text));
    packed(&tensors, Some(HashMap::from(remarks)))
}

/// The training in a file with these `bytes`, if it was made with these `options` on digits of that
/// SHA-256.
///
/// # Errors
/// An [`ErrorKind`], unless it is such a file as [`bytes`] makes it.
pub fn training(
    bytes: &[u8],
    options: Options,
    digits: &str,
) -> Result<Training, ErrorKind> {
    let (tensors, remarks) = unpacked(bytes)?;
    let remark = |name| remarks.get(name).cloned().unwrap_or_default();
    let same = |what, expected: &str, found: String| match expected == found {
        true => Ok(()),
        false => Err(ErrorKind::Other {
            what,
            expected: expected.to_string(),
            found,
        }),
    };
    same("the options", &options.to_string(), remark("options"))?;
    same("digits with the SHA-256", digits, remark("digits"))?;
    let names = names();
    only(&tensors, "a checkpoint", &names)?;
    let broken = |error: Error| ErrorKind::Format(error.to_string());
    let mut network = Network::zeros().map_err(broken)?;
    let mut velocity = Gradients::zeros(&network);
    let mut all = Vec::new();
    let mut values = |name: &str, shape: &[usize]| {
        let bytes = of(&tensors, name, Dtype::F64, shape)?;
        all.extend_from_slice(bytes);
        let (words, _) = bytes.as_chunks::<8>();
        let values: Vec<f64> =
            words.iter().map(|word| f64::from_le_bytes(*word)).collect();
        finite(name, &values)?;
        Ok(values)
    };
    let velocities = velocity.0.iter_mut().map(|array| array.view_mut());
    let arrays = network.parameters_mut().into_iter().chain(velocities);
    for (name, mut array) in names.iter().zip(arrays) {
        let values = values(name, array.shape())?;
        for (number, value) in array.iter_mut().zip(values) {
            *number = value;
        }
    }
    let epochs = (tensors.tensor(HISTORY))
        .map_or(0, |tensor| tensor.shape().first().copied().unwrap_or(0));
    let history = values(HISTORY, &[epochs, 2])?;
    let (history, _) = history.as_chunks::<2>();
    let history = (history.iter())
        .map(|&[loss, accuracy]| Epoch { loss, accuracy })
        .collect();
    same("values with the SHA-256", &remark("values"), sha256(&all))?;
    Training::resume(options, network, velocity, history).map_err(broken)
}

/// Writes the `training` to the file at `path`, whole or not at all.
///
/// # Errors
/// [`Error::Weights`], as [`bytes`].
pub fn save(training: &Training, digits: &str, path: &Path) -> Result<(), Error> {
    let bytes = bytes(training, digits).map_err(|kind| kind.of(path))?;
    write(path, &bytes)
}

/// The training in the file at `path`.
///
/// # Errors
/// [`Error::Weights`], as [`training`].
pub fn load(path: &Path, options: Options, digits: &str) -> Result<Training, Error> {
    training(&read(path)?, options, digits).map_err(|kind| kind.of(path))
}
