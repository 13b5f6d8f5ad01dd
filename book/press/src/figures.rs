//! Figures as files against figures in pages.

use anyhow::{Context, Result, bail};
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
    let mut files = Vec::new();
    for package in packages {
        for file in written(root, package)? {
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
