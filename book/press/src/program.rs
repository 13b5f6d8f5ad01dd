//! The programs of the pages: what answers in them, as WebAssembly in classic scripts, and what belongs
//! to it: the pages' own scripts, which load them, and the data of the pad.
//!
//! Each chapter has a program (a binary of the crate `live`), or several, and so has the pad; a page loads
//! those that answer for what it shows. All of it is written below `target/program`, under names
//! that hold hashes, and only when something has changed; the renderer
//! [`Beside`](crate::beside::Beside) puts it beside the pages. A classic script with all inside works
//! over http and from a file alike.

mod compile;
mod script;

use crate::catalogue;
use crate::contents::{Contents, PadData};
use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use compile::compile_all;
use minifier::js::minify;
use script::Binder;
use sha2::{Digest, Sha256};
use show::{Chapter, Interactive};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The target that the programs are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Said where the target is missing and nobody insists on it.
pub const NO_TARGET: &str = "The pages will not answer: rustc has no target wasm32-unknown-unknown \
                             here. `cargo book setup` gets it.";

/// Where programs are kept, relative to the root.
pub const FOLDER: &str = "target/program";

/// The crate with the chapters' programs, one binary for each.
const CHAPTERS: &str = "live";

/// The crate with the pad's program, a binary of the same name; its script is called so as well.
const PAD: &str = "pad";

/// How the programs are compiled: the name of a profile in the workspace's `Cargo.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Small, for readers.
    Live,
    /// Compiled in a second, for whoever is writing.
    Draft,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Profile::Live => "live",
            Profile::Draft => "draft",
        }
    }
}

/// What pages load that answer: the names of files beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programs {
    /// The script of every page that has something to answer.
    pub page: String,
    /// The chapters' programs, by name: the script loads them when the page is there.
    pub chapters: BTreeMap<String, String>,
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
/// Code that does not compile, a chapter that has something to answer and no program, and files that
/// cannot be read or written.
pub fn make(contents: &Contents, profile: Profile) -> Result<Option<Programs>> {
    let root = &contents.root;
    let Some(compiled) = compile_all(root, profile)? else {
        // A program of earlier code would answer what the pages no longer ask.
        return match fs::remove_dir_all(root.join(FOLDER)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(error.into())
            }
            _ => Ok(None),
        };
    };
    let binder = Binder::new(root);
    let make = |package: &str, name: &str, place: &str, catalogue: &str| {
        let key = (package.to_string(), name.to_string());
        let wasm = compiled
            .get(&key)
            .with_context(|| format!("the crate {package} has no program {name}"))?;
        let code = fs::read(wasm).with_context(|| wasm.display().to_string())?;
        let mut parts = vec![&code[..], catalogue.as_bytes()];
        parts.extend(script::MADE_BY.map(str::as_bytes));
        let file = match package {
            PAD => PAD.to_string(),
            _ => format!("program-{name}"),
        };
        keep(root, &file, &parts, || {
            binder.script(place, catalogue, wasm)
        })
    };
    let mut chapters = BTreeMap::new();
    for chapter in &(contents.chapters)() {
        for (name, interactive) in answering(chapter) {
            let catalogue = catalogue::json(interactive)?;
            let file = make(CHAPTERS, name, &place(name), &catalogue)?;
            chapters.insert(name.to_string(), file);
        }
    }
    let pad = make(PAD, PAD, PAD_PLACE, "{}")?;
    programs(contents, chapters, pad).map(Some)
}

/// In the place of programs that cannot be made: the pages say so.
///
/// # Errors
/// Files that cannot be read or written.
pub fn broken(contents: &Contents) -> Result<Programs> {
    let broken = |file: &str, place: &str| {
        let script = || Ok(BROKEN.replacen("PLACE", place, 1));
        keep(&contents.root, file, &[], script)
    };
    let mut chapters = BTreeMap::new();
    for chapter in &(contents.chapters)() {
        for (name, _) in answering(chapter) {
            let file = broken(&format!("program-{name}"), &place(name))?;
            chapters.insert(name.to_string(), file);
        }
    }
    programs(contents, chapters, broken(PAD, PAD_PLACE)?)
}

/// The programs of `chapter` of which a page can ask something.
fn answering(chapter: &Chapter) -> impl Iterator<Item = (&'static str, &Interactive)> {
    let programs = chapter.programs();
    programs.filter(|(_, it)| !it.examples.is_empty() || !it.figures.is_empty())
}

/// Where the program called `name` is in the page.
fn place(name: &str) -> String {
    format!("(window.programs??={{}})[\"{name}\"]")
}

/// Where the program of the pad is.
const PAD_PLACE: &str = "window.pad";

/// The programs, and what belongs to them; whatever else an earlier run has left is removed.
fn programs(
    contents: &Contents,
    chapters: BTreeMap<String, String>,
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
    let programs = Programs {
        page: page("page", "book/theme/live.js")?,
        chapters,
        pad: Pad {
            page: page("draw", "book/theme/pad.js")?,
            program,
            weights: data("weights", &weights)?,
            digits: data("mnist", digits)?,
        },
    };
    let files = programs.files();
    for file in fs::read_dir(root.join(FOLDER))? {
        let file = file?;
        let name = file.file_name();
        if !files.iter().any(|kept| name == kept.as_str()) {
            fs::remove_file(file.path())?;
        }
    }
    Ok(programs)
}

impl Programs {
    /// All files.
    pub fn files(&self) -> Vec<&String> {
        let Pad {
            page,
            program,
            weights,
            digits,
        } = &self.pad;
        let pad = [&self.page, page, program, weights, digits];
        self.chapters.values().chain(pad).collect()
    }
}

/// Sees to it that the folder has a script called `name` of these `parts`; returns the name of its file,
/// which holds their hash.
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
    fs::rename(&draft, folder.join(&file))?;
    Ok(file)
}

/// What is there instead where it does not compile.
const BROKEN: &str =
    "PLACE = { catalogue: {}, compile() { throw \"it does not compile\"; } };\n";
