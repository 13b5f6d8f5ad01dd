//! The programs of the pages: what answers in them, as WebAssembly in classic scripts, and what belongs
//! to it: the pages' own scripts, which load them, and the data of the pad.
//!
//! Each chapter has a program (a binary of the crate `live`), or several, and so has the pad; a page loads
//! those that answer for what it shows. All of it is written below `target/program`, under names
//! that hold hashes, and only when something has changed; the renderer
//! [`Beside`](crate::beside::Beside) puts it beside the pages. A classic script with all inside works
//! over http and from a file alike.

use crate::catalogue;
use crate::contents::{Contents, PadData};
use anyhow::{Context, Result, bail};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use cargo_metadata::{Message, TargetKind};
use minifier::js::minify;
use sha2::{Digest, Sha256};
use show::{Chapter, Interactive};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};
use wasm_bindgen_cli_support::Bindgen;

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
    let make = |package: &str, name: &str, place: &str, catalogue: &str| {
        let key = (package.to_string(), name.to_string());
        let wasm = compiled
            .get(&key)
            .with_context(|| format!("the crate {package} has no program {name}"))?;
        let wasm = fs::read(wasm).with_context(|| wasm.display().to_string())?;
        let parts = [
            &wasm,
            catalogue.as_bytes(),
            SHELL.as_bytes(),
            include_bytes!("program.rs"),
        ];
        let file = match package {
            PAD => PAD.to_string(),
            _ => format!("program-{name}"),
        };
        keep(root, &file, &parts, || {
            script(name, place, catalogue, &wasm)
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

/// The folders of this machine whose names are left out of a program, the wider before the narrower:
/// where a panic comes from is told from the packages' own folders on.
fn folders() -> Vec<PathBuf> {
    let home = env::home_dir();
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| home.as_ref().map(|home| home.join(".cargo")));
    let packages = cargo.map(|cargo| cargo.join("registry").join("src"));
    let named = |folder: &PathBuf| folder.parent().is_some();
    home.into_iter().chain(packages).filter(named).collect()
}

/// Cargo's variable for the flags of a target, which may say where its standard library lies.
const TARGET_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// rustc's flags for the programs, as cargo takes them in `CARGO_ENCODED_RUSTFLAGS`: those that
/// `for_target` gives, and that the names of `folders` are left out. These alone: what a user has in
/// `RUSTFLAGS` is meant for this machine's own code.
fn flags(for_target: &str, folders: &[PathBuf]) -> String {
    let given = for_target.split_whitespace().map(str::to_string);
    // A folder whose name is no Unicode cannot be told to cargo: it stays.
    let named = folders.iter().filter_map(|folder| folder.to_str());
    let without = named.map(|folder| format!("--remap-path-prefix={folder}="));
    given.chain(without).collect::<Vec<_>>().join("\u{1f}")
}

/// Compiles the programs of the book at `root`, as [`compile`] does.
///
/// The pad's apart from the chapters': together with them it would stand on what their pages show as well,
/// and be 1 KB larger. What both stand on is compiled once all the same.
fn compile_all(root: &Path, profile: Profile) -> Result<Option<Compiled>> {
    let mut compiled = Compiled::new();
    for package in [CHAPTERS, PAD] {
        let Some(programs) = compile(command(root, package, profile, &folders()))?
        else {
            return Ok(None);
        };
        compiled.extend(programs);
    }
    Ok(Some(compiled))
}

/// Compiled programs, by package and name.
type Compiled = BTreeMap<(String, String), PathBuf>;

/// The command that compiles all programs of `package`, in the book at `root`.
fn command(
    root: &Path,
    package: &str,
    profile: Profile,
    folders: &[PathBuf],
) -> Command {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let for_target = env::var(TARGET_FLAGS).unwrap_or_default();
    let mut command = Command::new(cargo);
    command
        .args(["build", "--bins", "--target", TARGET])
        .args(["--package", package, "--features", "page"])
        .args(["--profile", profile.name(), "--message-format=json"])
        .env("CARGO_ENCODED_RUSTFLAGS", flags(&for_target, folders))
        .current_dir(root)
        .stdin(Stdio::null());
    command
}

/// Runs the command; returns the compiled programs, or `None` where there is no target to compile them
/// for.
fn compile(mut command: Command) -> Result<Option<Compiled>> {
    let output = command.output().context("cargo cannot be run")?;
    let (mut compiled, mut errors) = (Compiled::new(), String::new());
    for message in Message::parse_stream(output.stdout.as_slice()) {
        match message? {
            Message::CompilerArtifact(artifact)
                if artifact.target.kind.contains(&TargetKind::Bin) =>
            {
                let mut files = artifact.filenames.into_iter().map(PathBuf::from);
                let wasm =
                    files.find(|file| file.extension().is_some_and(|e| e == "wasm"));
                // Where the package lies: its folder has its name.
                let folder =
                    artifact.manifest_path.parent().and_then(|f| f.file_name());
                if let (Some(wasm), Some(package)) = (wasm, folder) {
                    compiled.insert((package.to_string(), artifact.target.name), wasm);
                }
            }
            Message::CompilerMessage(message) => {
                let message = message.message;
                let code = message.code.as_ref().map(|code| code.code.as_str());
                if lacks_target(code, &message.message) {
                    return Ok(None);
                }
                errors += message.rendered.as_deref().unwrap_or_default();
            }
            _ => {}
        }
    }
    if !output.status.success() {
        bail!(
            "the program of the page does not compile:\n{errors}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(Some(compiled))
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
const BROKEN: &str =
    "PLACE = { catalogue: {}, compile() { throw \"it does not compile\"; } };\n";

/// The whole script of the program called `name`, which it puts in its `place` in the page.
fn script(name: &str, place: &str, catalogue: &str, wasm: &[u8]) -> Result<String> {
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
        .replacen("PLACE", place, 1)
        .replacen("CATALOGUE", catalogue, 1)
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

    /// A folder below a home of an awkward name, with a library of somebody else and a chapter's
    /// program, which can panic in the library.
    fn workspace(home: &Path) -> Result<PathBuf> {
        let write = |file: &str, text: &str| -> Result<()> {
            let path = home.join(file);
            fs::create_dir_all(path.parent().context("a file lies in a folder")?)?;
            Ok(fs::write(path, text)?)
        };
        let package =
            "[package]\nname = \"live\"\nedition = \"2024\"\n[features]\npage = []\n";
        let main = "fn main() { let unused = others::first(&std::env::args().map(|_| 0).collect::<Vec<u8>>()); }";
        write(
            "book/Cargo.toml",
            "[workspace]\nresolver = \"3\"\nmembers = [\"live\"]\n[profile.draft]\ninherits = \"dev\"\n",
        )?;
        write(
            "others/Cargo.toml",
            "[package]\nname = \"others\"\nedition = \"2024\"\n[workspace]\n",
        )?;
        write(
            "others/src/lib.rs",
            "pub fn first(list: &[u8]) -> u8 { list[0] }\n",
        )?;
        let others = "[dependencies]\nothers = { path = \"../../others\" }\n";
        write("book/live/Cargo.toml", &format!("{package}{others}"))?;
        write("book/live/src/bin/chapter.rs", main)?;
        Ok(home.join("book"))
    }

    #[test]
    fn a_program_has_flags_of_its_own_and_no_folder_of_this_machine_in_it() -> Result<()>
    {
        let folder = tempfile::tempdir()?;
        let home = folder.path().join("o'brien and sons, Größe");
        let root = workspace(&home)?;
        let compiled = |folders: &[PathBuf]| -> Result<Option<bool>> {
            let mut command = command(&root, CHAPTERS, Profile::Draft, folders);
            let target = root.join("target");
            let flags = "-D warnings -C target-cpu=native -C link-arg=-fuse-ld=mold";
            command
                .env("RUSTFLAGS", flags)
                .env("CARGO_TARGET_DIR", target);
            let Some(programs) = compile(command)? else {
                return Ok(None);
            };
            let names: Vec<_> =
                programs.keys().map(|(a, b)| format!("{a}/{b}")).collect();
            assert_eq!(names, ["live/chapter"]);
            let wasm = fs::read(&programs[&("live".into(), "chapter".into())])?;
            let wasm = String::from_utf8_lossy(&wasm);
            assert!(wasm.contains("others/src/lib.rs"));
            Ok(Some(wasm.contains("sons, Größe")))
        };
        // A machine without the target compiles nothing.
        if let Some(named) = compiled(&[])? {
            assert!(named, "there is a name to leave out");
            assert_eq!(compiled(std::slice::from_ref(&home))?, Some(false));
        }
        Ok(())
    }

    #[test]
    fn flags_given_for_the_target_come_first_and_folders_of_any_name_are_left_out() {
        let folders =
            ["/home/o'brien", "/home/o'brien/.cargo registry"].map(PathBuf::from);
        let flags = flags("--sysroot /opt/wasm  -C a=b", &folders);
        let flags: Vec<_> = flags.split('\u{1f}').collect();
        let left_out = [
            "--remap-path-prefix=/home/o'brien=",
            "--remap-path-prefix=/home/o'brien/.cargo registry=",
        ];
        assert_eq!(flags[..4], ["--sysroot", "/opt/wasm", "-C", "a=b"]);
        assert_eq!(flags[4..], left_out);
    }

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
