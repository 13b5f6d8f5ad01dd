//! `bind PROGRAM.wasm FOLDER` writes into the folder what a page needs to call the program: `glue.js` and
//! `program.wasm`.
//!
//! It is a program of its own because it stands on forty crates that nobody needs whose Rust has no
//! WebAssembly target: the press compiles it when there is something to bind.
#![forbid(unsafe_code)]

use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::path::PathBuf;
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [program, folder] = arguments.as_slice() else {
        bail!("usage: bind PROGRAM.wasm FOLDER");
    };
    let name = program.file_stem().and_then(OsStr::to_str);
    let name = name.with_context(|| format!("{}: no name", program.display()))?;
    let wasm = fs::read(program).with_context(|| program.display().to_string())?;
    let mut output = Bindgen::new()
        .input_bytes(name, wasm)
        .no_modules(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    fs::write(folder.join("glue.js"), output.js())?;
    fs::write(folder.join("program.wasm"), output.wasm_mut().emit_wasm())?;
    Ok(())
}
