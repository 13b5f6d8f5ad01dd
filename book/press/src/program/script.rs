//! The script that a program comes in: the WebAssembly, what calls it, and a shell around both.

use crate::artifact;
use anyhow::{Context, Result, bail};
use minifier::js::minify;
use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// What is around the WebAssembly.
pub const SHELL: &str = include_str!("program.js");

/// What makes the script out of a program, as far as that depends on code.
pub const MADE_BY: [&str; 3] = [
    SHELL,
    include_str!("script.rs"),
    include_str!("../../../bind/src/main.rs"),
];

/// The package of the program that writes what calls a WebAssembly.
const BIND: &str = "bind";

/// What binds programs, of the book at `root`: compiled when the first is bound.
pub struct Binder<'a> {
    root: &'a Path,
    program: OnceCell<PathBuf>,
}

impl<'a> Binder<'a> {
    /// Nothing is compiled yet.
    pub fn new(root: &'a Path) -> Self {
        let program = OnceCell::new();
        Self { root, program }
    }

    /// The whole script of the program in the file `wasm`, which it puts in its `place` in the page.
    ///
    /// # Errors
    /// A program that cannot be read or bound.
    pub fn script(&self, place: &str, catalogue: &str, wasm: &Path) -> Result<String> {
        let program = match self.program.get() {
            Some(program) => program,
            None => {
                let compiled = compile(self.root)?;
                self.program.get_or_init(|| compiled)
            }
        };
        let bound = tempfile::tempdir()?;
        let output = Command::new(program)
            .arg(wasm)
            .arg(bound.path())
            .output()
            .with_context(|| program.display().to_string())?;
        if !output.status.success() {
            let why = String::from_utf8_lossy(&output.stderr);
            bail!("{}: {why}", wasm.display());
        }
        let glue = fs::read_to_string(bound.path().join("glue.js"))?;
        let wasm = fs::read(bound.path().join("program.wasm"))?;
        Ok(minify(SHELL)
            .to_string()
            .replacen("PLACE", place, 1)
            .replacen("CATALOGUE", catalogue, 1)
            .replacen("GLUE", &minify(&glue).to_string(), 1)
            .replacen("WASM", &letters(&wasm), 1))
    }
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

/// Has cargo compile the program that binds.
fn compile(root: &Path) -> Result<PathBuf> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["build", "--package", BIND])
        .arg("--message-format=json-render-diagnostics")
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .context("cargo cannot be run")?;
    artifact::program(&output.stdout).with_context(|| {
        format!(
            "the crate {BIND} does not compile:\n{}",
            String::from_utf8_lossy(&output.stderr)
        )
    })
}
