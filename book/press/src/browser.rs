//! The built book in a browser: the tests below `tests/browser`, which need Node.js, npm and Chromium.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs the browser tests of the book at `root`, which has been built, and passes on what they say;
/// returns how many passed.
///
/// # Errors
/// Node.js, npm or Chromium that is not there, or tests that fail.
pub fn test(root: &Path) -> Result<usize> {
    let folder = root.join("tests/browser");
    npm(
        &folder,
        &["ci", "--no-audit", "--no-fund", "--loglevel=error"],
    )?;
    let lines = npm(&folder, &["test"])?;
    let passed = lines.iter().filter_map(|line| passed(line)).sum();
    match passed {
        0 => bail!("no browser test has run"),
        _ => Ok(passed),
    }
}

/// Runs npm in `folder`; prints each line that it says, and returns them.
fn npm(folder: &Path, arguments: &[&str]) -> Result<Vec<String>> {
    let mut child = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("npm cannot be run: the browser tests need Node.js and npm")?;
    let mut lines = Vec::new();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            println!("{line}");
            lines.push(line);
        }
    }
    match child.wait()?.success() {
        true => Ok(lines),
        false => bail!("npm {} failed in {}", arguments.join(" "), folder.display()),
    }
}

/// The count in the line of Node's test runner that says how many tests passed.
fn passed(line: &str) -> Option<usize> {
    line.strip_prefix("\u{2139} pass ")?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_that_passed_are_counted_by_the_runners_own_line() {
        assert_eq!(passed("\u{2139} pass 12"), Some(12));
        assert_eq!(passed("\u{2139} fail 12"), None);
        assert_eq!(passed("\u{2714} all of them pass 12 times"), None);
    }
}
