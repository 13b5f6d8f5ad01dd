//! Proof that the listings run: every Rust block of the book, compiled and run by `rustdoc`.
//!
//! `mdbook test` calls `rustdoc --test` without `--extern`, so it can prove nothing that uses a
//! chapter's crate. The press does it instead, when mdBook asks it for the pages to test: it has
//! cargo build the crates, and hands `rustdoc` one library whose modules include the listings as their
//! documentation. `rustdoc` compiles them into one program, and says of what fails where it was included
//! from: its page and its line.

use anyhow::{Context, Result, bail};
use cargo_metadata::{Message, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A listing as `rustdoc` gets it: its page, its line there, and the fence with all that it compiles.
pub type Doctest = (PathBuf, usize, String);

/// Compiles and runs `listings` against the crates of the book at `root`; returns how many ran.
///
/// # Errors
/// The crates do not build, `rustdoc` cannot be run, or listings fail: then what `rustdoc` says of them.
pub fn run(root: &Path, listings: &[Doctest]) -> Result<usize> {
    if listings.is_empty() {
        return Ok(0);
    }
    let crates = build(root)?;
    let folder = tempfile::tempdir()?;
    write(folder.path(), listings)?;
    let mut rustdoc =
        Command::new(env::var_os("RUSTDOC").unwrap_or_else(|| "rustdoc".into()));
    rustdoc
        .current_dir(folder.path())
        .env("RUST_BACKTRACE", "0")
        .args(["--test", LIBRARY, "--edition", "2024", "--color", "never"])
        .args(["--crate-name", "listings_of_the_book"]);
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
    let mut report = String::from_utf8_lossy(&output.stdout).into_owned();
    let passed = report
        .lines()
        .filter(|line| line.starts_with("test ") && line.ends_with(" ok"))
        .count();
    if output.status.success() && passed == listings.len() {
        return Ok(passed);
    }
    for index in 0..listings.len() {
        report = report.replace(&own_folder(index), "");
    }
    bail!(
        "listings that fail: {} of {}\n{report}{}",
        listings.len() - passed,
        listings.len(),
        String::from_utf8_lossy(&output.stderr)
    );
}

/// The library that includes the listings.
const LIBRARY: &str = "listings.rs";

/// The folder of the listing at `index`: two of one page cannot both be a file of the page's name.
fn own_folder(index: usize) -> String {
    format!("listing-{index}/")
}

/// Writes the library into `folder`, and each listing into a file that is called as its page and has it at
/// its line.
fn write(folder: &Path, listings: &[Doctest]) -> Result<()> {
    let mut library = String::new();
    for (index, (page, line, fence)) in listings.iter().enumerate() {
        let file = Path::new(&own_folder(index)).join(page);
        let path = folder.join(&file);
        fs::create_dir_all(path.parent().context("a page lies in a folder")?)?;
        // rustdoc does not count empty lines that it begins with.
        fs::write(path, ".\n".repeat(line - 1) + fence)?;
        library +=
            &format!("#[doc = include_str!({file:?})]\nmod listing_{index} {{}}\n");
    }
    Ok(fs::write(folder.join(LIBRARY), library)?)
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
