//! Arrays in a file of the format safetensors, which says of each its name, its type and its shape.
//!
//! A file is written whole or not at all: under another name first, which then becomes its own.

mod error_kind;

use digits::Error;
pub use error_kind::ErrorKind;
use safetensors::{Dtype, SafeTensors, tensor::TensorView};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// An array as the file has it.
pub(crate) struct Tensor {
    pub name: String,
    pub shape: Vec<usize>,
    pub kind: Dtype,
    /// Its numbers in order, each with its lowest byte first.
    pub bytes: Vec<u8>,
}

/// The bytes of a file with these arrays and these remarks.
pub(crate) fn packed(
    tensors: &[Tensor],
    remarks: Option<HashMap<String, String>>,
) -> Result<Vec<u8>, ErrorKind> {
    let format =
        |error: safetensors::SafeTensorError| ErrorKind::Format(error.to_string());
    let views = tensors.iter().map(|tensor| {
        let view = TensorView::new(tensor.kind, tensor.shape.clone(), &tensor.bytes);
        Ok((tensor.name.as_str(), view.map_err(format)?))
    });
    let views = views.collect::<Result<Vec<_>, ErrorKind>>()?;
    safetensors::serialize(views, remarks).map_err(format)
}

/// The arrays and remarks of the file with these `bytes`.
pub(crate) fn unpacked(
    bytes: &[u8],
) -> Result<(SafeTensors<'_>, HashMap<String, String>), ErrorKind> {
    let format =
        |error: safetensors::SafeTensorError| ErrorKind::Format(error.to_string());
    let (_, header) = SafeTensors::read_metadata(bytes).map_err(format)?;
    let remarks = header.metadata().clone().unwrap_or_default();
    Ok((SafeTensors::deserialize(bytes).map_err(format)?, remarks))
}

/// The bytes of the array of that `name`, if it is of this `kind` and `shape`.
pub(crate) fn of<'a>(
    tensors: &SafeTensors<'a>,
    name: &str,
    kind: Dtype,
    shape: &[usize],
) -> Result<&'a [u8], ErrorKind> {
    let tensor =
        (tensors.tensor(name)).map_err(|error| ErrorKind::Format(error.to_string()))?;
    if tensor.dtype() != kind {
        return Err(ErrorKind::Type {
            name: name.to_string(),
            expected: kind.to_string(),
            found: tensor.dtype().to_string(),
        });
    }
    if tensor.shape() != shape {
        return Err(ErrorKind::Shape {
            name: name.to_string(),
            expected: shape.to_vec(),
            found: tensor.shape().to_vec(),
        });
    }
    Ok(tensor.data())
}

/// Refuses any arrays but those `expected`.
pub(crate) fn only(
    tensors: &SafeTensors,
    whose: &'static str,
    expected: &[String],
) -> Result<(), ErrorKind> {
    let mut names: Vec<String> =
        tensors.names().into_iter().map(String::from).collect();
    names.sort();
    let missing = expected.iter().find(|name| !names.contains(name));
    let surplus = names.iter().find(|name| !expected.contains(name));
    let problem = match (missing, surplus) {
        (Some(name), _) => format!("{name} is missing"),
        (_, Some(name)) => format!("{name} is too much"),
        _ => return Ok(()),
    };
    Err(ErrorKind::Arrays {
        whose,
        expected: expected.len(),
        name: problem,
    })
}

/// Refuses an array with a number that is not finite.
pub(crate) fn finite(name: &str, values: &[f64]) -> Result<(), ErrorKind> {
    match values.iter().find(|value| !value.is_finite()) {
        Some(&found) => Err(ErrorKind::NotFinite {
            name: name.to_string(),
            found,
        }),
        None => Ok(()),
    }
}

/// The bytes of the file at `path`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let unreadable =
        |error: io::Error| ErrorKind::Unreadable(error.to_string()).of(path);
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::new();
    let mut file = file.take(ErrorKind::LARGEST + 1);
    file.read_to_end(&mut bytes).map_err(unreadable)?;
    match bytes.len() as u64 > ErrorKind::LARGEST {
        true => Err(ErrorKind::TooLarge.of(path)),
        false => Ok(bytes),
    }
}

/// Puts `bytes` into the file at `path`, and makes its folder if there is none. A reader finds either
/// all of them or what was there before, whatever happens meanwhile.
///
/// # Errors
/// [`Error::Weights`] where the place cannot be written to.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let write_draft = || -> io::Result<()> {
        let mut file = draft(path)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        file.persist(path)?;
        Ok(())
    };
    write_draft().map_err(|error| ErrorKind::Unwritable(error.to_string()).of(path))
}

/// Refuses a place that [`write()`] could not put a file at, before there is anything to write. What is
/// there stays as it is; the folder is made if there is none.
///
/// # Errors
/// [`Error::Weights`] where the place cannot be written to.
pub fn check_writable(path: &Path) -> Result<(), Error> {
    let probe = || match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => draft(path).map(drop),
    };
    probe().map_err(|error| ErrorKind::Unwritable(error.to_string()).of(path))
}

/// A new file in the folder of `path`, which as many may read as any other file. It is gone when it is
/// dropped.
fn draft(path: &Path) -> io::Result<NamedTempFile> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// The SHA-256 of `bytes`, in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
