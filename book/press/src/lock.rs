//! One writer at a time: a lock on a file, which the system takes back from a process that has ended,
//! however it ended.

use anyhow::{Context, Result};
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::Path;

/// Opens the file at `path`, which it makes if need be, for this process alone until it is dropped.
///
/// Where another process has it, says so and waits.
///
/// # Errors
/// A file that cannot be made or opened.
pub fn take(path: &Path) -> Result<File> {
    open(path).with_context(|| format!("{} cannot be locked", path.display()))
}

fn open(path: &Path) -> std::io::Result<File> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let file = File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            eprintln!(
                "Another build of this book is at work: waiting until it is done."
            );
            file.lock()?;
        }
        // Some network drives know no locks; cargo goes on there as well.
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(error),
    }
    Ok(file)
}
