//! Figures as files against figures in pages.

use crate::chapters;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Runs every chapter's figures binary and holds each file that it writes to the page in `built` that
/// shows it, byte for byte; returns how many files there are.
///
/// # Errors
/// A binary that fails, or all files whose bytes no page has.
pub fn check(root: &Path, built: &Path) -> Result<usize> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "html") && !path.ends_with("print.html") {
            pages.push(fs::read_to_string(path)?);
        }
    }
    let (mut count, mut wrong) = (0, Vec::new());
    for chapter in chapters() {
        for file in written(root, chapter.package)? {
            count += 1;
            let svg = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
            if !pages.iter().any(|page| page.contains(svg.trim_end())) {
                wrong.push(format!("{}: no page shows these bytes", file.display()));
            }
        }
    }
    match wrong.is_empty() {
        true => Ok(count),
        false => bail!("{}", wrong.join("\n")),
    }
}

/// The files that the figures binary of `package` says it has written.
fn written(root: &Path, package: &str) -> Result<Vec<PathBuf>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["run", "--quiet", "--package", package, "--bin"])
        .arg(format!("{package}-figures"))
        .current_dir(root)
        .stdin(Stdio::null())
        .output()?;
    if !output.status.success() {
        bail!(
            "{package}-figures: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let said = String::from_utf8_lossy(&output.stdout);
    Ok(said.lines().map(|line| root.join(line)).collect())
}
