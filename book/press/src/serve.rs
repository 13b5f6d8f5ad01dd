//! Serving: the book on localhost, printed anew when its text or its code changes.
//!
//! The server stays up whatever happens to the sources. Each printing is a child process, the binary
//! `press`, which cargo rebuilds first when code has changed; the server itself runs as the binary
//! `book`, so it locks nothing that is rebuilt. What goes wrong is shown in the terminal and over the
//! last good page.

use crate::page;
use crate::preprocessor::Live;
use anyhow::{Context, Result};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use cargo_metadata::Message;
use notify_debouncer_full::notify::{EventKind, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, new_debouncer};
use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};
use std::{env, thread};
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;
use tower_livereload::{LiveReloadLayer, Reloader};

/// What went wrong last, if the last printing failed.
type Trouble = Arc<RwLock<Option<String>>>;

/// Serves the book at `root` on `address` until it is interrupted.
///
/// # Errors
/// An address that cannot be had, or folders that cannot be watched. Faults of the book's sources are
/// shown, not returned.
pub fn serve(root: &Path, address: SocketAddr, live: Live) -> Result<()> {
    let listener = std::net::TcpListener::bind(address).with_context(|| {
        format!("{address} cannot be had: choose another with --port")
    })?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;

    let (sender, changes) = channel();
    let mut watcher = new_debouncer(
        Duration::from_millis(100),
        None,
        move |events: DebounceEventResult| {
            let changed = events
                .unwrap_or_default()
                .into_iter()
                .filter(|event| !matches!(event.kind, EventKind::Access(_)));
            // The receiver lives as long as the program.
            let _ = sender.send(
                changed
                    .flat_map(|event| event.paths.clone())
                    .collect::<Vec<_>>(),
            );
        },
    )?;
    for folder in ["book", "chapters"] {
        watcher.watch(root.join(folder), RecursiveMode::Recursive)?;
    }
    watcher.watch(root, RecursiveMode::NonRecursive)?;

    let trouble = Trouble::default();
    let livereload = LiveReloadLayer::new();
    let printer = Printer {
        root: root.to_path_buf(),
        live,
        trouble: trouble.clone(),
        reloader: livereload.reloader(),
    };
    printer.print(true);
    eprintln!("The book is at http://{address}/ (Ctrl-C ends)");
    thread::spawn(move || printer.follow(&changes));

    let folder = root.join("target/book/html");
    let files = ServeDir::new(&folder)
        .not_found_service(ServeFile::new(folder.join("404.html")));
    let pages = Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(trouble, show_trouble))
        .layer(SetResponseHeaderLayer::overriding(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
        .layer(livereload);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?;
        axum::serve(listener, pages).await?;
        Ok(())
    })
}

/// Prints the book anew and tells every open page.
struct Printer {
    root: PathBuf,
    live: Live,
    trouble: Trouble,
    reloader: Reloader,
}

impl Printer {
    /// Waits for changes and prints, for ever.
    fn follow(&self, changes: &Receiver<Vec<PathBuf>>) {
        while let Ok(first) = changes.recv() {
            // What has gathered meanwhile belongs to the same printing.
            let paths: BTreeSet<_> = first
                .into_iter()
                .chain(changes.try_iter().flatten())
                .collect();
            let relative = paths
                .iter()
                .filter_map(|path| path.strip_prefix(&self.root).ok());
            let relevant: Vec<_> = relative.filter(|path| concerns(path)).collect();
            if let Some(path) = relevant.first() {
                eprintln!("{} has changed", path.display());
                self.print(relevant.iter().any(|path| is_code(path)));
            }
        }
    }

    fn print(&self, code: bool) {
        let started = Instant::now();
        let trouble = match self.attempt(code) {
            Ok(None) => {
                eprintln!("printed in {:.1} s", started.elapsed().as_secs_f64());
                None
            }
            Ok(trouble) => trouble,
            Err(error) => {
                eprintln!("{error:#}");
                Some(format!("{error:#}"))
            }
        };
        if let Ok(mut shown) = self.trouble.write() {
            *shown = trouble;
        }
        self.reloader.reload();
    }

    /// Rebuilds the press if code has changed, and runs it. Returns the trouble with the sources, if
    /// there is any; the child process has already said it in the terminal.
    fn attempt(&self, code: bool) -> Result<Option<String>> {
        if code && let Some(trouble) = self.build()? {
            return Ok(Some(trouble));
        }
        let mut print = Command::new(press()?);
        print.arg("print");
        if self.live == Live::Required {
            print.arg("--require-live");
        }
        let output = print
            .current_dir(&self.root)
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .context("the press cannot be run")?;
        let said = String::from_utf8_lossy(&output.stdout);
        Ok((!output.status.success()).then(|| said.into_owned()))
    }

    /// Has cargo build the press; returns what the compiler says if it does not compile.
    fn build(&self) -> Result<Option<String>> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args([
                "build",
                "--package",
                "cli",
                "--bin",
                "press",
                "--message-format=json",
            ])
            .current_dir(&self.root)
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .context("cargo cannot be run")?;
        if output.status.success() {
            return Ok(None);
        }
        let mut trouble = String::new();
        for message in Message::parse_stream(output.stdout.as_slice()) {
            if let Message::CompilerMessage(message) = message? {
                trouble += message.message.rendered.as_deref().unwrap_or_default();
            }
        }
        eprint!("{trouble}");
        Ok(Some(trouble))
    }
}

/// The binary `press`, which lies beside this one.
fn press() -> Result<PathBuf> {
    Ok(env::current_exe()?.with_file_name(format!("press{}", env::consts::EXE_SUFFIX)))
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

/// Whether cargo has to run after a change of `path`.
fn is_code(path: &Path) -> bool {
    let code = path
        .extension()
        .is_some_and(|e| e == "rs" || e == "toml" || e == "bin" || e == "lock");
    code && path != Path::new("book/census.toml") && path != Path::new("book.toml")
}

/// Lays the trouble, if there is any, over every page; before the first page it is all there is.
async fn show_trouble(
    State(trouble): State<Trouble>,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    let Some(text) = trouble.read().ok().and_then(|trouble| trouble.clone()) else {
        return response;
    };
    let kind = response.headers().get(header::CONTENT_TYPE);
    let html = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let overlay = format!(
        "<pre role=\"alert\" style=\"position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;\
         margin:0;padding:1em;z-index:999;background:#7a1020;color:#fff;white-space:pre-wrap\">\
         What you see is the last good page, if there is one.\n\n{}</pre>",
        page::escape(&text)
    );
    if response.status() == StatusCode::NOT_FOUND {
        return Html(format!(
            "<!DOCTYPE html><title>Trouble</title><body>{overlay}</body>"
        ))
        .into_response();
    }
    if !html {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let page = String::from_utf8_lossy(&bytes).replacen(
        "</body>",
        &format!("{overlay}</body>"),
        1,
    );
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_and_text_are_told_apart_and_drafts_are_left_alone() {
        assert!(is_code(Path::new("chapters/neurons/src/lib.rs")));
        assert!(is_code(Path::new("Cargo.toml")));
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
}
