//! Proof that the listings run: every Rust block of the book, compiled and run by `rustdoc`.
//!
//! `mdbook test` calls `rustdoc --test` without `--extern`, so it can prove nothing that uses a
//! chapter's crate. The press does it instead, when mdBook asks it for the pages to test: it has
//! cargo build the crates, hands `rustdoc` all listings in one file (which it compiles into one
//! program) and traces what fails back to the page.

use crate::problem::{Problem, Problems};
use anyhow::{Context, Result, bail};
use cargo_metadata::{Message, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A listing: its page, its line there, and the fence with all that it compiles.
pub type Listing = (PathBuf, usize, String);

/// Compiles and runs `listings` against the crates of the book at `root`; returns how many ran.
///
/// # Errors
/// The crates do not build, `rustdoc` cannot be run, or listings fail: then [`Problems`].
pub fn run(root: &Path, listings: &[Listing]) -> Result<usize> {
    if listings.is_empty() {
        return Ok(0);
    }
    let crates = build(root)?;
    let (text, lines) = one_file(listings);
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("listings.md"), text)?;
    let mut rustdoc =
        Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
    rustdoc
        .current_dir(folder.path())
        .env("RUST_BACKTRACE", "0")
        .args([
            "--test",
            "listings.md",
            "--edition",
            "2024",
            "--color",
            "never",
        ])
        .args(["--crate-name", "listings"]);
    for (name, file) in &crates.externs {
        rustdoc
            .arg("--extern")
            .arg(format!("{name}={}", file.display()));
    }
    for folder in &crates.folders {
        rustdoc
            .arg("-L")
            .arg(format!("dependency={}", folder.display()));
    }
    let output = rustdoc.output().context("rustdoc cannot be run")?;
    let report = String::from_utf8_lossy(&output.stdout);
    let failed = failures(&report, &lines, listings);
    let passed = report
        .lines()
        .filter(|l| l.starts_with("test ") && l.ends_with(" ok"))
        .count();
    if failed.sorted().is_empty()
        && (!output.status.success() || passed != listings.len())
    {
        let errors = String::from_utf8_lossy(&output.stderr);
        bail!(
            "rustdoc ran {passed} of {} listings:\n{report}{errors}",
            listings.len()
        );
    }
    failed.into_result()?;
    Ok(passed)
}

/// All listings as one Markdown file, and the line there of each fence.
fn one_file(listings: &[Listing]) -> (String, Vec<usize>) {
    let (mut text, mut lines, mut line) = (String::new(), Vec::new(), 1);
    for (_, _, fence) in listings {
        lines.push(line);
        text += fence;
        text.push('\n');
        line += fence.lines().count() + 1;
    }
    (text, lines)
}

/// The listings that `rustdoc` reports as failed, each with what it says of it.
fn failures(report: &str, lines: &[usize], listings: &[Listing]) -> Problems {
    let mut problems = Problems::new();
    let details = details(report);
    for test in report
        .lines()
        .filter(|l| l.starts_with("test ") && l.ends_with("FAILED"))
    {
        let number =
            |text: &str| text.split_once("(line ")?.1.split(')').next()?.parse().ok();
        let Some(line): Option<usize> = number(test) else {
            continue;
        };
        let Some(index) = lines.iter().position(|start| *start == line) else {
            continue;
        };
        let (file, line, fence) = &listings[index];
        let detail = details.get(&lines[index]).map_or("", String::as_str);
        let shown = fence
            .lines()
            .skip(1)
            .find(|l| !l.starts_with("# "))
            .unwrap_or("");
        problems.add(Problem {
            file: file.clone(),
            line: *line,
            what: format!("a listing that fails:\n{}", detail.trim()),
            quote: shown.to_string(),
        });
    }
    problems
}

/// What stands under each `---- listings.md - (line N) stdout ----`.
fn details(report: &str) -> BTreeMap<usize, String> {
    let mut details: BTreeMap<usize, String> = BTreeMap::new();
    let mut current = None;
    for line in report.lines() {
        if let Some(header) = line.strip_prefix("---- ") {
            let number = header
                .split_once("(line ")
                .and_then(|(_, n)| n.split(')').next()?.parse().ok());
            current = number.filter(|_| header.ends_with("----"));
        } else if line == "failures:" {
            current = None;
        } else if let Some(number) = current {
            let detail = details.entry(number).or_default();
            *detail += line;
            detail.push('\n');
        }
    }
    details
}

/// What `rustdoc` needs to know of the crates that listings use.
struct Crates {
    externs: BTreeMap<String, PathBuf>,
    folders: BTreeSet<PathBuf>,
}

/// Builds the libraries of the workspace and finds those that its chapters name.
fn build(root: &Path) -> Result<Crates> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let metadata = MetadataCommand::new()
        .cargo_path(&cargo)
        .manifest_path(root.join("Cargo.toml"))
        .other_options(["--locked".to_string()])
        .exec()
        .context("the workspace cannot be read")?;
    // A listing may use the crates below chapters/ and book/, and whatever they depend on directly.
    let members = metadata.workspace_packages();
    let mut wanted: BTreeSet<_> =
        members.iter().map(|package| package.id.clone()).collect();
    if let Some(resolve) = &metadata.resolve {
        let nodes = resolve
            .nodes
            .iter()
            .filter(|node| metadata.workspace_members.contains(&node.id));
        let listed = nodes.filter(|node| !node.id.repr.contains("/press#"));
        wanted.extend(listed.flat_map(|node| node.dependencies.clone()));
    }
    let output = Command::new(&cargo)
        .args([
            "build",
            "--workspace",
            "--lib",
            "--message-format=json-render-diagnostics",
        ])
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("the crates of the book do not build");
    }
    let mut crates = Crates {
        externs: BTreeMap::new(),
        folders: BTreeSet::new(),
    };
    for message in Message::parse_stream(output.stdout.as_slice()) {
        let Message::CompilerArtifact(artifact) = message? else {
            continue;
        };
        for file in artifact.filenames {
            let file = file.into_std_path_buf();
            if let Some(folder) = file.parent() {
                crates.folders.insert(folder.to_path_buf());
            }
            if file.extension().is_some_and(|e| e == "rlib")
                && wanted.contains(&artifact.package_id)
            {
                crates
                    .externs
                    .insert(artifact.target.name.replace('-', "_"), file);
            }
        }
    }
    Ok(crates)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_listing_is_reported_at_its_page_and_line() {
        let listings = vec![
            (
                PathBuf::from("a.md"),
                7,
                "```rust\nassert!(true);\n```\n".to_string(),
            ),
            (
                PathBuf::from("b.md"),
                9,
                "```rust\n# use x;\nassert!(false);\n```\n".to_string(),
            ),
        ];
        let (text, lines) = one_file(&listings);
        assert_eq!(text.lines().nth(lines[1] - 1), Some("```rust"));
        let report = "test listings.md - (line 5) ... FAILED\ntest listings.md - (line 1) ... ok\n\nfailures:\n\n---- listings.md - (line 5) stdout ----\npanicked\n\nfailures:\n    listings.md - (line 5)\n";
        let problems = failures(report, &lines, &listings);
        let problem = problems.sorted()[0].clone();
        assert_eq!((problem.file, problem.line), (PathBuf::from("b.md"), 9));
        assert_eq!(problem.what, "a listing that fails:\npanicked");
        assert_eq!(problem.quote, "assert!(false);");
    }
}
