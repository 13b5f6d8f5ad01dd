//! The programs of the pages: the crates `live` and `pad` as WebAssembly, each in one classic script, and
//! what belongs to them: the pages' own scripts, which load them, and the data of the pad.
//!
//! All of it is written below `target/program`, under names that hold hashes, and only when something has
//! changed; the renderer [`Beside`](crate::beside::Beside) puts it beside the pages. A classic script with all inside works over
//! http and from a file alike.

use crate::contents::{Contents, PadData};
use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use cargo_metadata::Message;
use minifier::js::minify;
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
pub const FOLDER: &str = "target/program";

/// How the program is compiled: the name of a profile in the workspace's `Cargo.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small, for readers.
    Live,
    /// Compiled in a second, for whoever is writing.
    Draft,
}

/// What pages load that answer: the names of files beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programs {
    /// The script of every page that has something to answer.
    pub page: String,
    /// The chapters, which it loads when the page is there.
    pub chapters: String,
    /// What the page with the pad loads besides.
    pub pad: Pad,
}

/// What the page with the pad loads: the names of files beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pad {
    /// Its script.
    pub page: String,
    /// The chapter that reads what is written on it.
    pub program: String,
    /// The trained weights.
    pub weights: String,
    /// The digits to learn from.
    pub digits: String,
}

/// Makes the programs of the book, or nothing where rustc has no WebAssembly target.
///
/// # Errors
/// Code that does not compile, and files that cannot be read or written.
pub fn make(contents: &Contents, profile: Profile) -> Result<Option<Programs>> {
    let root = &contents.root;
    let make = |package, name| -> Result<Option<String>> {
        let Some(wasm) = compile(root, package, profile)? else {
            return Ok(None);
        };
        let wasm = fs::read(&wasm).with_context(|| wasm.display().to_string())?;
        let parts = [&wasm, SHELL.as_bytes(), include_bytes!("program.rs")];
        keep(root, name, &parts, || script(name, &wasm)).map(Some)
    };
    if let (Some(chapters), Some(pad)) = (make("live", "program")?, make("pad", "pad")?)
    {
        return programs(contents, chapters, pad).map(Some);
    }
    // A program of earlier code would answer what the pages no longer ask.
    match fs::remove_dir_all(root.join(FOLDER)) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(None),
    }
}

/// In the place of programs that cannot be made: the pages say so.
///
/// # Errors
/// Files that cannot be read or written.
pub fn broken(contents: &Contents) -> Result<Programs> {
    let broken = |name| {
        let script = || Ok(BROKEN.replacen("NAME", name, 1));
        keep(&contents.root, name, &[], script)
    };
    programs(contents, broken("program")?, broken("pad")?)
}

/// The programs, and what belongs to them.
fn programs(
    contents: &Contents,
    chapters: String,
    program: String,
) -> Result<Programs> {
    let root = &contents.root;
    let PadData { weights, digits } = (contents.pad_data)(root)?;
    let page = |name, script| {
        let mut text = String::new();
        for path in ["book/theme/elements.js", script] {
            let path = root.join(path);
            text += &fs::read_to_string(&path)
                .with_context(|| path.display().to_string())?;
        }
        keep(root, name, &[text.as_bytes()], || {
            Ok(minify(&text).to_string())
        })
    };
    let data = |name, bytes: &[u8]| {
        let script = || {
            Ok(format!(
                "var {name} = \"{}\";\n",
                BASE64_STANDARD.encode(bytes)
            ))
        };
        keep(root, name, &[bytes], script)
    };
    Ok(Programs {
        page: page("page", "book/theme/live.js")?,
        chapters,
        pad: Pad {
            page: page("draw", "book/theme/pad.js")?,
            program,
            weights: data("weights", &weights)?,
            digits: data("mnist", digits)?,
        },
    })
}

/// Sees to it that the one script called `name` of the folder is that of these `parts`; returns the name
/// of its file, which holds their hash.
fn keep(
    root: &Path,
    name: &str,
    parts: &[&[u8]],
    script: impl Fn() -> Result<String>,
) -> Result<String> {
    let folder = root.join(FOLDER);
    let hash = parts
        .iter()
        .fold(Sha256::new(), |hash, part| hash.chain_update(part));
    let hash = hash.finalize()[..4]
        .iter()
        .fold(String::new(), |mut hex, byte| {
            // Writing to a string cannot fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        });
    let file = format!("{name}-{hash}.js");
    if folder.join(&file).exists() {
        return Ok(file);
    }
    let draft = folder.join(&file).with_extension("part");
    fs::create_dir_all(&folder)?;
    fs::write(&draft, script()?)?;
    for old in fs::read_dir(&folder)? {
        let old = old?;
        if old
            .file_name()
            .to_string_lossy()
            .starts_with(&format!("{name}-"))
            && old.path() != draft
        {
            fs::remove_file(old.path())?;
        }
    }
    fs::rename(&draft, folder.join(&file))?;
    Ok(file)
}

/// Cargo's setting that leaves the folders of this machine out of a program: where a panic comes from is
/// told from the packages' own folders on.
fn without_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let packages = home.unwrap_or_default().join("registry").join("src");
    // A string of TOML that has no escapes.
    let from = format!("'--remap-path-prefix={}='", packages.display());
    format!("target.'cfg(target_family=\"wasm\")'.rustflags=[{from}]")
}

/// Compiles a crate; `None` where there is no target to compile it for.
fn compile(root: &Path, package: &str, profile: Profile) -> Result<Option<PathBuf>> {
    // For readers, each crate has a profile of its own name.
    let profile = match profile {
        Profile::Live => package,
        Profile::Draft => "draft",
    };
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        // Asked for here alone: as one of two crate types it would not be optimised as a whole.
        .args([
            "rustc",
            "--package",
            package,
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
        .args(["--config", &without_paths()])
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .context("cargo cannot be run")?;
    let (mut wasm, mut said) = (None, String::new());
    for message in Message::parse_stream(output.stdout.as_slice()) {
        match message? {
            Message::CompilerArtifact(artifact) if artifact.target.name == package => {
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
    let wasm = wasm.context("cargo built no WebAssembly")?;
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
const BROKEN: &str = "var NAME = { compile() { throw \"it does not compile\"; } };\n";

/// The whole script of a program, which is called `name` there.
fn script(name: &str, wasm: &[u8]) -> Result<String> {
    let mut output = Bindgen::new()
        .input_bytes(name, wasm.to_vec())
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let glue = minify(output.js()).to_string();
    let wasm = output.wasm_mut().emit_wasm();
    Ok(minify(SHELL)
        .to_string()
        .replacen("NAME", name, 1)
        .replacen("GLUE", &glue, 1)
        .replacen("WASM", &letters(&wasm), 1))
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
