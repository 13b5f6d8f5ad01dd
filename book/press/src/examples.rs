//! Example programs: what a reader runs by `cargo run -p backprop --example xor`, and what it prints.
//!
//! `chapters/backprop/examples/xor.rs` is the program, `xor.txt` beside it is what it printed when
//! somebody last looked. A page shows both by `{{#example backprop/xor}}`; a test runs every program
//! that has such a file and holds it to the byte, and `cargo book bless` writes the files anew.

use crate::files;
use crate::problem::{Problem, Problems, Source};
use anyhow::{Context, Result, bail};
use cargo_metadata::Message;
use mdbook_driver::MDBook;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A program in a chapter's folder `examples/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExampleProgram {
    /// The chapter's package.
    pub package: String,
    /// Its name, which is its file's.
    pub name: String,
    /// Its source, relative to the book's root.
    pub source: PathBuf,
}

impl ExampleProgram {
    /// The file beside the source that holds what the program prints.
    pub fn output(&self) -> PathBuf {
        self.source.with_extension("txt")
    }

    /// The command that a reader types.
    pub fn command(&self) -> String {
        format!("cargo run -p {} --example {}", self.package, self.name)
    }

    /// Whether `text` names the program as an option of cargo's, `--example xor`.
    fn is_named_in(&self, text: &str) -> bool {
        text.split("--example ").skip(1).any(|after| {
            let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
            after.split(|c| !word(c)).next() == Some(&self.name)
        })
    }
}

/// The examples of the book at `root`: all sources, and all kept outputs, in order.
fn all(root: &Path) -> (Vec<ExampleProgram>, Vec<PathBuf>) {
    let (mut programs, mut outputs) = (Vec::new(), Vec::new());
    for folder in files::crates(root) {
        let package = file_stem(&folder);
        for file in files::entries(root, &folder.join("examples")) {
            match file.extension().and_then(|extension| extension.to_str()) {
                Some("rs") => programs.push(ExampleProgram {
                    package: package.clone(),
                    name: file_stem(&file),
                    source: file,
                }),
                Some("txt") => outputs.push(file),
                _ => {}
            }
        }
    }
    (programs, outputs)
}

fn file_stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}

/// The example that a page calls `package/name`, and what it prints.
///
/// # Errors
/// A package or a program that is not there, or one whose output is not kept.
pub fn read(root: &Path, called: &str) -> Result<(ExampleProgram, String), String> {
    let (package, name) = called.split_once('/').ok_or_else(|| {
        format!("an example is called by its package and name, a/b, not {called}")
    })?;
    let mut crates = files::crates(root).into_iter();
    let folder = crates
        .find(|folder| file_stem(folder) == package)
        .ok_or_else(|| {
            format!("an example of a chapter that is not there: {package}")
        })?;
    let program = ExampleProgram {
        package: package.to_string(),
        name: name.to_string(),
        source: folder.join("examples").join(format!("{name}.rs")),
    };
    if !root.join(&program.source).is_file() {
        let source = files::shown(&program.source);
        return Err(format!("an example that is not there: {source}"));
    }
    let output = program.output();
    let printed = fs::read_to_string(root.join(&output)).map_err(|error| {
        let output = files::shown(&output);
        format!(
            "an example whose output is not kept: {output}: {error}; \
             `cargo book bless` writes it"
        )
    })?;
    Ok((program, printed))
}

/// What is wrong with the examples of the book at `root`: two of one name, and kept outputs without a
/// program, or that no page shows (`shown` are the examples that pages show) or names.
pub fn problems(
    root: &Path,
    shown: &[ExampleProgram],
    pages: &[Source],
) -> Vec<Problem> {
    let (programs, outputs) = all(root);
    let mut problems = Vec::new();
    let mut names = BTreeMap::new();
    for program in &programs {
        if let Some(other) = names.insert(&program.name, &program.package) {
            let ExampleProgram { package, name, .. } = program;
            let what = format!(
                "{other} and {package} both have an example {name}, and cargo compiles \
                 them into one file"
            );
            problems.push(Source::new(&program.source, "").problem(0, what));
        }
    }
    for output in outputs {
        let program = programs.iter().find(|program| program.output() == output);
        let what = match program {
            None => "what an example prints, without the example beside it".to_string(),
            Some(program) => {
                let named = |page: &Source| program.is_named_in(&page.text);
                if shown.contains(program) || pages.iter().any(named) {
                    continue;
                }
                let ExampleProgram { package, name, .. } = program;
                format!(
                    "what an example prints, and no page shows {{{{#example {package}/{name}}}}} \
                     or names --example {name}"
                )
            }
        };
        let text = fs::read_to_string(root.join(&output)).unwrap_or_default();
        problems.push(Source::new(output, text).problem(0, what));
    }
    problems
}

/// Runs every example of the book at `root` whose output is kept, and holds it to the byte; returns how
/// many there are.
///
/// # Errors
/// Examples that do not build or end, or [`Problems`]: the first line of each output that differs.
pub fn check(root: &Path) -> Result<usize> {
    let mut programs = all(root).0;
    programs.retain(|program| root.join(program.output()).is_file());
    let mut problems = Problems::new();
    for (program, printed) in run(root, &programs)? {
        let expected = fs::read_to_string(root.join(program.output()))?;
        if expected == printed {
            continue;
        }
        let lines = |text: &str| -> Vec<String> {
            text.split_inclusive('\n').map(str::to_string).collect()
        };
        let (expected_lines, lines) = (lines(&expected), lines(&printed));
        let same = expected_lines
            .iter()
            .zip(&lines)
            .take_while(|(a, b)| a == b);
        let same = same.count();
        let at = expected_lines[..same].iter().map(String::len).sum();
        let what = match lines.get(same) {
            Some(line) => {
                format!("{} prints here {:?}", program.command(), line.trim_end())
            }
            None => format!("{} prints no more than this", program.command()),
        };
        problems.add(Source::new(program.output(), expected).problem(at, what));
    }
    problems.into_result()?;
    Ok(programs.len())
}

/// Writes anew what the examples of the book at `root` print, for each whose output is kept or whose
/// output a page shows; returns the files that changed.
///
/// # Errors
/// Examples that do not build or end, or files that cannot be written.
pub fn bless(root: &Path) -> Result<Vec<PathBuf>> {
    let book = MDBook::load(root)?;
    let pages: Vec<_> = book
        .book
        .chapters()
        .map(|page| page.content.as_str())
        .collect();
    let mut programs = all(root).0;
    programs.retain(|program| {
        let ExampleProgram { package, name, .. } = program;
        let directive = format!("{{{{#example {package}/{name}}}}}");
        root.join(program.output()).is_file()
            || pages.iter().any(|page| page.contains(&directive))
    });
    let mut changed = Vec::new();
    for (program, printed) in run(root, &programs)? {
        let path = root.join(program.output());
        if fs::read_to_string(&path).ok().as_ref() != Some(&printed) {
            fs::write(&path, printed)?;
            changed.push(program.output());
        }
    }
    Ok(changed)
}

/// Compiles `programs` all at once and runs each; what each prints comes with it.
fn run(
    root: &Path,
    programs: &[ExampleProgram],
) -> Result<Vec<(ExampleProgram, String)>> {
    let executables = match programs {
        [] => BTreeMap::new(),
        programs => build(root, programs)?,
    };
    programs
        .iter()
        .map(|program| {
            let command = program.command();
            let executable = executables
                .get(&program.source)
                .with_context(|| format!("cargo did not compile {command}"))?;
            let output = Command::new(executable)
                .current_dir(root)
                .stdin(Stdio::null())
                .output()
                .with_context(|| command.clone())?;
            if !output.status.success() {
                let errors = String::from_utf8_lossy(&output.stderr);
                bail!("{command}: {}\n{errors}", output.status);
            }
            let printed = String::from_utf8(output.stdout).context(command)?;
            Ok((program.clone(), printed))
        })
        .collect()
}

/// Compiles `programs`; returns the executable of each source. The whole workspace is named, so that cargo
/// compiles the chapters with the features that the tests have compiled them with.
fn build(
    root: &Path,
    programs: &[ExampleProgram],
) -> Result<BTreeMap<PathBuf, PathBuf>> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let names = programs.iter().map(|program| program.name.as_str());
    let output = Command::new(cargo)
        .args([
            "build",
            "--workspace",
            "--message-format=json-render-diagnostics",
        ])
        .args(names.flat_map(|name| ["--example", name]))
        .current_dir(root)
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("cargo cannot be run")?;
    if !output.status.success() {
        bail!("the examples of the chapters do not compile");
    }
    let mut executables = BTreeMap::new();
    for message in Message::parse_stream(output.stdout.as_slice()) {
        if let Message::CompilerArtifact(artifact) = message?
            && let Some(executable) = artifact.executable
        {
            let source = artifact.target.src_path.into_std_path_buf();
            let root = root.canonicalize()?;
            let source = source.canonicalize()?;
            let source = source.strip_prefix(root).unwrap_or(&source).to_path_buf();
            executables.insert(source, executable.into_std_path_buf());
        }
    }
    Ok(executables)
}
