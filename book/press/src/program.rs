//! The program of the page: the crate `live` as WebAssembly, in one classic script.
//!
//! It is written below `target/program`, under a name that holds its hash, and only when something in
//! it has changed; the renderer [`Beside`] puts it beside the pages. A classic script with all inside
//! works over http and from a file alike.

use anyhow::{Context, Result, bail};
use cargo_metadata::Message;
use mdbook_renderer::{RenderContext, Renderer};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

/// The target that the program is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Said where the target is missing and nobody insists on it.
pub const NO_TARGET: &str = "The pages will not answer: rustc has no target wasm32-unknown-unknown \
                             here. `cargo book setup` gets it.";

/// Where programs are kept, relative to the root.
const FOLDER: &str = "target/program";

/// How the program is compiled: the name of a profile in the workspace's `Cargo.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small, for readers.
    Live,
    /// Compiled in a second, for whoever is writing.
    Draft,
}

/// Makes the program of the book at `root` and returns the name of its file, or `None` where rustc
/// has no WebAssembly target.
///
/// # Errors
/// Code that does not compile, and files that cannot be read or written.
pub fn make(root: &Path, profile: Profile) -> Result<Option<String>> {
    let folder = root.join(FOLDER);
    let Some(wasm) = compile(root, profile)? else {
        // A program of earlier code would answer what the pages no longer ask.
        clear(&folder)?;
        return Ok(None);
    };
    let wasm = fs::read(&wasm).with_context(|| wasm.display().to_string())?;
    let hash = Sha256::new()
        .chain_update(&wasm)
        .chain_update(SHELL)
        .chain_update(include_str!("program.rs"))
        .finalize();
    let hash = hash[..4].iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    let name = format!("program-{hash}.js");
    if !folder.join(&name).exists() {
        keep(&folder, &name, &script(wasm)?)?;
    }
    Ok(Some(name))
}

/// In the place of a program that cannot be made: the figures say so. Returns the name of its file.
///
/// # Errors
/// Files that cannot be written.
pub fn broken(root: &Path) -> Result<String> {
    let name = "program-broken.js";
    keep(&root.join(FOLDER), name, BROKEN)?;
    Ok(name.to_string())
}

/// Writes the one script of `folder`.
fn keep(folder: &Path, name: &str, script: &str) -> std::io::Result<()> {
    clear(folder)?;
    fs::create_dir_all(folder)?;
    let draft = folder.with_extension("part");
    fs::write(&draft, script)?;
    fs::rename(&draft, folder.join(name))
}

fn clear(folder: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Compiles the crate `live`; `None` where there is no target to compile it for.
fn compile(root: &Path, profile: Profile) -> Result<Option<PathBuf>> {
    let profile = match profile {
        Profile::Live => "live",
        Profile::Draft => "draft",
    };
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        // Asked for here alone: as one of two crate types it would not be optimised as a whole.
        .args([
            "rustc",
            "--package",
            "live",
            "--lib",
            "--crate-type",
            "cdylib",
        ])
        .args([
            "--profile",
            profile,
            "--target",
            TARGET,
            "--message-format=json",
        ])
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .context("cargo cannot be run")?;
    let (mut wasm, mut said) = (None, String::new());
    for message in Message::parse_stream(output.stdout.as_slice()) {
        match message? {
            Message::CompilerArtifact(artifact) if artifact.target.name == "live" => {
                let files = artifact.filenames.into_iter();
                wasm = files
                    .map(PathBuf::from)
                    .find(|file| file.extension().is_some_and(|e| e == "wasm"));
            }
            Message::CompilerMessage(message) => {
                let message = message.message;
                let code = message.code.as_ref().map(|code| code.code.as_str());
                if lacks_target(code, &message.message) {
                    return Ok(None);
                }
                said += message.rendered.as_deref().unwrap_or_default();
            }
            _ => {}
        }
    }
    if !output.status.success() {
        bail!(
            "the program of the page does not compile:\n{said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let wasm = wasm.context("cargo built no WebAssembly of the crate live")?;
    Ok(Some(wasm))
}

/// Whether a compiler's error says that the standard library is missing: E0463 for the crate `std`
/// or `core` itself.
fn lacks_target(code: Option<&str>, message: &str) -> bool {
    code == Some("E0463")
        && ["`std`", "`core`"]
            .iter()
            .any(|name| message.contains(name))
}

/// What is around the WebAssembly.
const SHELL: &str = include_str!("program.js");

/// What is there instead where it does not compile.
const BROKEN: &str = "var program = { compile() { throw \"it does not compile\"; } };\n";

/// The whole script.
fn script(wasm: Vec<u8>) -> Result<String> {
    let mut output = Bindgen::new()
        .input_bytes("live", wasm)
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let glue = output.js().to_string();
    let wasm = output.wasm_mut().emit_wasm();
    Ok(SHELL
        .replacen("GLUE", without_docs(&glue).trim(), 1)
        .replacen("WASM", &letters(&wasm), 1))
}

/// `script` without its documentation, which is this book's own, in Rust, and without indentation.
fn without_docs(script: &str) -> String {
    let mut pieces = script.split("/**");
    let first = pieces.next().unwrap_or_default().to_string();
    let code = pieces.fold(first, |code, piece| {
        code + piece.split_once("*/").map_or("", |(_, after)| after)
    });
    code.lines()
        .map(|line| line.trim_start().to_string() + "\n")
        .collect()
}

/// Each byte as the letter of that number, inside a JavaScript template. Over the wire, compressed,
/// that is a fifth less than base64, which hides from a compressor what repeats.
fn letters(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len() * 3 / 2);
    for &byte in bytes {
        match byte {
            b'\\' => letters += "\\\\",
            b'`' => letters += "\\`",
            b'$' => letters += "\\$",
            // a template reads a carriage return as a line feed
            b'\r' => letters += "\\r",
            _ => letters.push(char::from(byte)),
        }
    }
    letters
}

/// The renderer `live` of `book.toml`: puts the program beside the pages that mdBook has printed.
#[derive(Debug, Clone, Copy)]
pub struct Beside;

impl Renderer for Beside {
    fn name(&self) -> &str {
        "live"
    }

    fn render(&self, context: &RenderContext) -> Result<()> {
        let Ok(made) = fs::read_dir(context.root.join(FOLDER)) else {
            return Ok(());
        };
        // Each renderer has a folder of its own; that of the pages is the one beside ours.
        let pages = context.destination.with_file_name("html");
        for file in made {
            let file = file?;
            fs::copy(file.path(), pages.join(file.file_name()))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_missing_standard_library_is_a_missing_target() {
        let missing = "can't find crate for `core`";
        assert!(lacks_target(Some("E0463"), missing));
        assert!(!lacks_target(
            Some("E0463"),
            "can't find crate for `ndarray`"
        ));
        assert!(!lacks_target(Some("E0433"), missing));
        assert!(!lacks_target(None, missing));
    }
}
