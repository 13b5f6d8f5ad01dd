//! Figures as files against figures in pages.

use anyhow::{Context, Result, bail};
use cargo_metadata::Message;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// Runs the figures binary of each of the `packages` and holds each file that it writes to the page in
/// `built` that shows it, byte for byte (but for [`in_page`]); returns how many files there are.
///
/// # Errors
/// A binary that fails, or all files whose bytes no page has.
pub fn check(root: &Path, packages: &[&str], built: &Path) -> Result<usize> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(built)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "html")
            && !path.ends_with("print.html")
        {
            pages.push(fs::read_to_string(path)?);
        }
    }
    let (binaries, mut files) = (binaries(root)?, Vec::new());
    for package in packages {
        let binary = binaries.get(*package);
        let binary =
            binary.with_context(|| format!("no binary is called {package}-figures"))?;
        for file in written(root, binary)? {
            let svg = fs::read_to_string(&file)
                .with_context(|| file.display().to_string())?;
            files.push((file, svg));
        }
    }
    let absent = absent(&files, &pages);
    match absent.is_empty() {
        true => Ok(files.len()),
        false => bail!("no page shows the bytes of\n  {}", absent.join("\n  ")),
    }
}

/// `svg` as it stands in a page that mdBook has written: its tokenizer makes the names of attributes lower
/// case, as HTML has it, and a browser makes `viewBox` of `viewbox` again when it reads the page. No
/// other name in a figure has a capital.
pub fn in_page(svg: &str) -> String {
    svg.trim_end().replacen(" viewBox=", " viewbox=", 1)
}

/// The files whose text stands in no page.
fn absent(files: &[(PathBuf, String)], pages: &[String]) -> Vec<String> {
    let shown = |svg: &str| {
        let svg = in_page(svg);
        pages.iter().any(|page| page.contains(&svg))
    };
    let absent = files.iter().filter(|(_, svg)| !shown(svg));
    absent.map(|(file, _)| file.display().to_string()).collect()
}

/// Compiles all binaries of the workspace; returns where those are that draw figures, by package.
fn binaries(root: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    // All together: for one package cargo would compile what it stands on with other features, once more.
    let output = Command::new(cargo)
        .args(["build", "--workspace", "--bins"])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(root)
        .stdin(Stdio::null())
        .output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    let mut binaries = BTreeMap::new();
    for message in Message::parse_stream(output.stdout.as_slice()) {
        if let Message::CompilerArtifact(artifact) = message?
            && let Some(package) = artifact.target.name.strip_suffix("-figures")
            && let Some(binary) = artifact.executable
        {
            binaries.insert(package.to_string(), binary.into());
        }
    }
    Ok(binaries)
}

/// The files that a figures binary says it has written.
fn written(root: &Path, binary: &Path) -> Result<Vec<PathBuf>> {
    let output = Command::new(binary)
        .current_dir(root)
        .stdin(Stdio::null())
        .output()?;
    if !output.status.success() {
        bail!(
            "{}: {}",
            binary.display(),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let files = String::from_utf8_lossy(&output.stdout);
    Ok(files.lines().map(|line| root.join(line)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_that_differs_is_noticed() {
        let files = [(
            PathBuf::from("a.svg"),
            "<svg viewBox=\"0 0 1 1\"><path d=\"M0 0\" /></svg>\n".to_string(),
        )];
        let page = |path: &str| {
            let svg = format!("<svg viewbox=\"0 0 1 1\">{path}</svg>");
            vec![format!("<figure>{svg}</figure>")]
        };
        assert!(absent(&files, &page("<path d=\"M0 0\" />")).is_empty());
        assert_eq!(absent(&files, &page("<path d=\"M0 1\" />")), ["a.svg"]);
    }
}
