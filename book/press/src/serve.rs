//! Serving: the book on localhost, built anew when its text or its code changes.
//!
//! The server stays up whatever happens to the sources. Each build is a child process, the binary
//! `press`, which cargo compiles first when code has changed; the server itself runs as the binary
//! `book`, so it locks nothing that is compiled. What goes wrong is shown in the terminal and over the
//! last good page.

use crate::artifact;
use crate::output::{self, Pages};
use crate::preprocessor::Answering;
use crate::progress;
use crate::server::Site;
use anyhow::{Context, Result};
use mdbook_driver::config::Config;
use notify::{Event, EventKind, RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// How long nothing may change before the book is built: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(100);

/// Serves the book at `root` on `address` until it is interrupted.
///
/// # Errors
/// An address that cannot be had, or folders that cannot be watched. Problems of the book's sources are
/// shown, not returned.
pub fn serve(root: &Path, address: SocketAddr, answering: Answering) -> Result<()> {
    let root = fs::canonicalize(root)?;
    let listener = TcpListener::bind(address).with_context(|| {
        format!("{address} cannot be had: choose another with --port")
    })?;
    let address = listener.local_addr()?;

    let (sender, changes) = channel();
    let watched = root.clone();
    let mut watcher =
        notify::recommended_watcher(move |event: notify::Result<Event>| {
            let Ok(event) = event else { return };
            if matches!(event.kind, EventKind::Access(_)) {
                return;
            }
            let below = event.paths.iter();
            let below = below.filter_map(|path| path.strip_prefix(&watched).ok());
            for path in below.filter(|path| concerns(path)) {
                // The receiver lives as long as the program.
                let _ = sender.send(path.to_path_buf());
            }
        })?;
    for folder in ["book", "chapters"] {
        watcher.watch(&root.join(folder), RecursiveMode::Recursive)?;
    }
    watcher.watch(&root, RecursiveMode::NonRecursive)?;

    let site = Arc::new(Site::default());
    let mut builder = Builder {
        root,
        answering,
        press: None,
        site: site.clone(),
    };
    // Until something better is there: what the last build left.
    if let Ok(pages) = builder.pages() {
        site.show(Ok(pages));
    }
    let silent = builder.build(true);
    let but = but(silent.as_deref());
    eprintln!("The book is at http://{address}/ (Ctrl-C ends){but}");
    thread::spawn(move || builder.follow(&changes));
    site.serve(listener)
}

/// Builds the book anew and shows it to every open page.
struct Builder {
    root: PathBuf,
    answering: Answering,
    /// The program that builds, unless the code is other than that which it was compiled from.
    press: Option<PathBuf>,
    site: Arc<Site>,
}

impl Builder {
    /// Waits for changes and builds, for ever.
    fn follow(mut self, changes: &Receiver<PathBuf>) {
        while let Ok(first) = changes.recv() {
            let mut paths = BTreeSet::from([first]);
            while let Ok(path) = changes.recv_timeout(QUIET) {
                paths.insert(path);
            }
            if let Some(path) = paths.first() {
                eprintln!("{} has changed", path.display());
            }
            self.build(paths.iter().any(|path| is_code(path)));
        }
    }

    /// Builds the book, if need be with a press compiled anew, and shows it or what went wrong. Returns why
    /// its pages do not answer, if they do not.
    fn build(&mut self, code: bool) -> Option<String> {
        let started = Instant::now();
        let built = self.attempt(code).and_then(|silent| {
            let pages = self
                .pages()
                .map_err(|error| in_terminal(format!("{error:#}")))?;
            Ok((pages, silent))
        });
        let (shown, silent) = match built {
            Ok((pages, silent)) => (Ok(pages), silent),
            Err(problem) => (Err(problem), None),
        };
        if shown.is_ok() {
            let took = started.elapsed().as_secs_f64();
            eprintln!("built in {took:.1} s{}", but(silent.as_deref()));
        }
        self.site.show(shown);
        silent
    }

    /// What the last build left.
    fn pages(&self) -> Result<Pages> {
        let mut config = Config::from_disk(self.root.join("book.toml"))?;
        config.update_from_env()?;
        output::read(&self.root, &config)
    }

    /// Builds into the output folder. The error is what the terminal shows already.
    fn attempt(&mut self, code: bool) -> Result<Option<String>, String> {
        if code {
            self.press = None;
        }
        let press = match self.press.take() {
            Some(press) => press,
            None => self.compile()?,
        };
        let mut build = Command::new(&press);
        build.arg("build").current_dir(&self.root);
        if self.answering == Answering::Required {
            build.arg("--require-live");
        }
        self.press = Some(press);
        let answer = run(build)?;
        // The first line says what was built, a second one why the pages will not answer.
        let answer = String::from_utf8_lossy(&answer);
        Ok(answer.lines().nth(1).map(String::from))
    }

    /// Has cargo compile the press, and finds it.
    fn compile(&self) -> Result<PathBuf, String> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut build = Command::new(cargo);
        build
            .args(["build", "--package", "cli", "--bin", "press"])
            .arg("--message-format=json-render-diagnostics")
            .current_dir(&self.root);
        let messages = run(build)?;
        artifact::program(&messages)
            .ok_or_else(|| in_terminal("cargo made no press".to_string()))
    }
}

/// Runs `command` and returns its standard output; if it fails, what it said besides, which goes to the
/// terminal as it comes.
fn run(mut command: Command) -> Result<Vec<u8>, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let spinner = progress::spinner();
    let done = (|| {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let (mut output, mut text) = (Vec::new(), String::new());
        let messages = child.stderr.take();
        let answer = child.stdout.take();
        thread::scope(|scope| {
            scope.spawn(|| {
                let mut lines = BufReader::new(messages?);
                let mut line = Vec::new();
                while lines.read_until(b'\n', &mut line).ok()? > 0 {
                    let shown = String::from_utf8_lossy(&line);
                    spinner.suspend(|| eprint!("{shown}"));
                    text += &shown;
                    line.clear();
                }
                Some(())
            });
            answer.map_or(Ok(0), |mut answer| answer.read_to_end(&mut output))
        })?;
        Ok::<_, std::io::Error>((child.wait()?, output, text))
    })();
    spinner.finish_and_clear();
    match done {
        Ok((status, output, _)) if status.success() => Ok(output),
        Ok((status, _, text)) if text.is_empty() => {
            Err(in_terminal(format!("{name}: {status}")))
        }
        Ok((_, _, text)) => Err(text),
        Err(error) => Err(in_terminal(format!("{name} cannot be run: {error}"))),
    }
}

/// The problem, which is in the terminal then.
fn in_terminal(problem: String) -> String {
    eprintln!("{problem}");
    problem
}

/// What is added to a line if the pages do not answer.
fn but(silent: Option<&str>) -> String {
    silent.map_or(String::new(), |why| format!(". {why}"))
}

/// Whether a change of `path`, relative to the root, can change the book.
fn concerns(path: &Path) -> bool {
    let hidden = path
        .components()
        .any(|part| part.as_os_str().to_string_lossy().starts_with('.'));
    let draft = path.extension().is_some_and(|e| e == "part" || e == "swp")
        || path.to_string_lossy().ends_with('~');
    !hidden && !draft && !path.starts_with("target") && path != Path::new("book")
}

/// Whether cargo has to run after a change of `path`: of code, or of the folders that are its packages.
fn is_code(path: &Path) -> bool {
    let code = path
        .extension()
        .is_some_and(|e| e == "rs" || e == "toml" || e == "bin" || e == "lock");
    let package = path.parent() == Some(Path::new("chapters"));
    let text = path == Path::new("book/census.toml") || path == Path::new("book.toml");
    (code || package) && !text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_text_are_told_apart_and_drafts_are_left_alone() {
        assert!(is_code(Path::new("chapters/neurons/src/lib.rs")));
        assert!(is_code(Path::new("Cargo.toml")));
        assert!(is_code(Path::new("chapters/new")));
        assert!(!is_code(Path::new("book/src/neurons.md")));
        assert!(!is_code(Path::new("book/census.toml")));
        assert!(concerns(Path::new("book/theme/head.hbs")));
        assert!(concerns(Path::new(
            "chapters/activations/results/bench.json"
        )));
        assert!(!concerns(Path::new("target/book/html/index.html")));
        assert!(!concerns(Path::new("book/src/neurons.md.part")));
        assert!(!concerns(Path::new("book/src/.neurons.md.swp")));
    }

    #[test]
    fn a_command_that_fails_leaves_what_it_said() {
        let cargo = || Command::new(env!("CARGO"));
        let mut version = cargo();
        version.arg("--version");
        let answer = run(version).unwrap();
        assert!(answer.starts_with(b"cargo "));
        // Cargo itself fails, before it compiles anything.
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("Cargo.toml"), "[package\n").unwrap();
        let mut build = cargo();
        build.arg("build").current_dir(folder.path());
        build.arg("--message-format=json-render-diagnostics");
        let problem = run(build).unwrap_err();
        assert!(problem.contains("Cargo.toml"), "{problem:?}");
        let problem = run(Command::new(folder.path().join("none"))).unwrap_err();
        assert!(problem.contains("cannot be run"), "{problem}");
    }
}
