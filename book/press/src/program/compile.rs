//! Compiling the programs, with flags of their own.

use super::{CHAPTERS, PAD, Profile, TARGET};
use anyhow::{Context, Result, bail};
use cargo_metadata::{Message, TargetKind};
use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

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
pub fn compile_all(root: &Path, profile: Profile) -> Result<Option<Compiled>> {
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
pub type Compiled = BTreeMap<(String, String), PathBuf>;

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

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

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
