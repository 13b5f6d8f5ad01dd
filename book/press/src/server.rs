//! A book over http, for whoever is writing it: its pages out of memory, with what went wrong over them,
//! and each open page loaded anew when the book has changed.
//!
//! The pages are read once after each build, so whatever happens to their folder, a reader gets a page
//! whole. Those of the build before stay for as long as an open page may ask for its style or its
//! script.

use crate::output::Pages;
use crate::page;
use anyhow::{Result, anyhow};
use std::io::Cursor;
use std::net::TcpListener;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, UNIX_EPOCH};
use tiny_http::{Header, Method, Request, Response};

/// What there is to read.
#[derive(Debug, Default)]
pub struct Site {
    shown: Mutex<Shown>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Shown {
    pages: Pages,
    before: Pages,
    problem: Option<String>,
    version: Version,
}

/// Each state of the site has its own, and so has each start of the server.
#[derive(Debug, Clone, PartialEq)]
struct Version(u128, u64);

/// An answer: status, content type, body; and for 307 where to go.
#[derive(Debug, Clone, PartialEq)]
struct Answer {
    status: u16,
    kind: &'static str,
    body: Arc<[u8]>,
    location: Option<String>,
}

/// Where a page asks whether the book has changed; its version follows.
const CHANGED: &str = "/.changed/";

/// How long a page may wait for an answer to that.
const PATIENCE: Duration = Duration::from_secs(25);

/// What each page gets that it loads itself anew.
const RELOAD: &str = r#"<script>
(async () => {
    for (;;) {
        try {
            if (await (await fetch("ASK")).text() !== "VERSION") {
                location.reload();
                return;
            }
        } catch {
            await new Promise((later) => setTimeout(later, 1000));
        }
    }
})();
</script>"#;

impl Site {
    /// Shows the pages of a build, or what went wrong with it over the last good pages.
    pub fn show(&self, built: Result<Pages, String>) {
        let mut shown = self.lock();
        match built {
            Ok(pages) => {
                shown.before = std::mem::replace(&mut shown.pages, pages);
                shown.problem = None;
            }
            Err(problem) => shown.problem = Some(problem),
        }
        shown.version.1 += 1;
        self.changed.notify_all();
    }

    /// Answers everyone who asks at `listener`, for ever.
    ///
    /// # Errors
    /// A listener that cannot be used.
    pub fn serve(self: &Arc<Self>, listener: TcpListener) -> Result<()> {
        let server = tiny_http::Server::from_listener(listener, None)
            .map_err(|error| anyhow!("{error}"))?;
        for request in server.incoming_requests() {
            let site = self.clone();
            thread::spawn(move || site.respond(request));
        }
        Ok(())
    }

    fn respond(&self, request: Request) {
        let answer = match request.method() {
            Method::Get | Method::Head => self.answer(request.url()),
            _ => Answer::new(405, TEXT, "This can only be read.\n"),
        };
        let mut headers = vec![
            ("Content-Type", answer.kind.to_string()),
            ("Cache-Control", "no-cache".to_string()),
        ];
        headers.extend(answer.location.map(|location| ("Location", location)));
        let headers = headers.iter().filter_map(|(name, value)| {
            Header::from_bytes(name.as_bytes(), value.as_bytes()).ok()
        });
        let length = answer.body.len();
        let response = Response::new(
            answer.status.into(),
            headers.collect(),
            Cursor::new(answer.body),
            Some(length),
            None,
        );
        // Whoever has gone away meanwhile needs no answer.
        let _ = request.respond(response.with_chunked_threshold(usize::MAX));
    }

    /// The answer to a request for `url`: its path, and what follows a question mark.
    fn answer(&self, url: &str) -> Answer {
        let path = url.split(['?', '#']).next().unwrap_or_default();
        if let Some(version) = path.strip_prefix(CHANGED) {
            return self.wait(version);
        }
        let path = decoded(path);
        let mut file = path.trim_start_matches('/').to_string();
        if file.is_empty() || file.ends_with('/') {
            file += "index.html";
        }
        let shown = self.lock();
        if let Some(body) = shown.pages.get(&file).or_else(|| shown.before.get(&file)) {
            return shown.page(200, &file, body);
        }
        if shown.pages.contains_key(&format!("{file}/index.html")) {
            let location = Some(format!("/{file}/"));
            return Answer {
                location,
                ..Answer::new(307, TEXT, "")
            };
        }
        match shown.pages.get("404.html") {
            Some(body) => shown.page(404, "404.html", body),
            None => shown.page(404, "404.html", b"<!DOCTYPE html><body></body>"),
        }
    }

    /// Answers with the version as soon as it is another one than `version`.
    fn wait(&self, version: &str) -> Answer {
        let same = |shown: &mut Shown| shown.version.to_string() == version;
        let waited = self
            .changed
            .wait_timeout_while(self.lock(), PATIENCE, same)
            .unwrap_or_else(PoisonError::into_inner);
        Answer::new(200, TEXT, waited.0.version.to_string())
    }

    /// What is shown: whole, even if a thread came to grief while it had it.
    fn lock(&self) -> MutexGuard<'_, Shown> {
        self.shown.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shown {
    /// The answer that is a file: of a page with what went wrong, and with the means to load itself anew.
    fn page(&self, status: u16, file: &str, body: &[u8]) -> Answer {
        let kind = content_type(file);
        if kind != HTML {
            return Answer::new(status, kind, body);
        }
        let mut added = self.problem.as_deref().map_or(String::new(), overlay);
        let version = self.version.to_string();
        added += &RELOAD
            .replacen("ASK", &format!("{CHANGED}{version}"), 1)
            .replacen("VERSION", &version, 1);
        let text = String::from_utf8_lossy(body);
        let (before, after) = text
            .rfind("</body>")
            .map_or((&*text, ""), |end| text.split_at(end));
        Answer::new(status, kind, format!("{before}{added}{after}"))
    }
}

impl Answer {
    fn new(status: u16, kind: &'static str, body: impl AsRef<[u8]>) -> Self {
        Self {
            status,
            kind,
            body: body.as_ref().into(),
            location: None,
        }
    }
}

impl Default for Version {
    fn default() -> Self {
        let started = UNIX_EPOCH.elapsed().unwrap_or_default();
        Self(started.as_nanos(), 0)
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:x}.{}", self.0, self.1)
    }
}

/// What is laid over a page while `problem` is not mended.
fn overlay(problem: &str) -> String {
    format!(
        "<pre role=\"alert\" style=\"position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;\
         margin:0;padding:1em;z-index:999;background:#7a1020;color:#fff;white-space:pre-wrap\">\
         What you see is the last good page, if there is one.\n\n{}</pre>",
        page::escape(problem)
    )
}

/// The path with each `%` and its two digits as the byte that they stand for.
fn decoded(path: &str) -> String {
    let mut parts = path.split('%');
    let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let digits = part.get(..2);
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                bytes.extend_from_slice(&part.as_bytes()[2..]);
            }
            None => {
                bytes.push(b'%');
                bytes.extend_from_slice(part.as_bytes());
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

const HTML: &str = "text/html";
const TEXT: &str = "text/plain";

/// The content type of a file, by its extension.
fn content_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => HTML,
        "css" => "text/css",
        "js" => "text/javascript",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "txt" => TEXT,
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(files: &[(&str, &str)]) -> Pages {
        let file = |(name, text): &(&str, &str)| {
            (name.to_string(), Arc::from(text.as_bytes()))
        };
        files.iter().map(file).collect()
    }

    fn site() -> Site {
        let site = Site::default();
        site.show(Ok(pages(&[
            ("index.html", "<body>First</body>"),
            ("404.html", "<body>Missing</body>"),
            ("look-1.css", "a {}"),
            ("part/index.html", "<body>Part</body>"),
            ("zwei \u{e4}.html", "<body>Two</body>"),
        ])));
        site
    }

    fn text(answer: &Answer) -> String {
        String::from_utf8_lossy(&answer.body).into_owned()
    }

    #[test]
    fn a_page_is_found_by_its_path_and_nothing_else_is() {
        let site = site();
        let first = site.answer("/?search=a");
        assert_eq!((first.status, first.kind), (200, "text/html"));
        assert!(text(&first).starts_with("<body>First<script>"));
        assert!(text(&first).ends_with("</script></body>"));
        assert_eq!(text(&site.answer("/look-1.css")), "a {}");
        assert!(text(&site.answer("/zwei%20%C3%A4.html")).contains("Two"));
        assert!(text(&site.answer("/part/")).contains("Part"));
        let part = site.answer("/part");
        assert_eq!(
            (part.status, part.location.as_deref()),
            (307, Some("/part/"))
        );
        for missing in ["/none.html", "/../index.html", "/%2e%2e/index.html", "/%"] {
            let answer = site.answer(missing);
            assert_eq!(answer.status, 404, "{missing}");
            assert!(text(&answer).contains("Missing"), "{missing}");
        }
    }

    #[test]
    fn a_problem_lies_over_the_last_good_pages() {
        let site = site();
        site.show(Err("no <such> number".to_string()));
        for page in ["/", "/none.html"] {
            let shown = text(&site.answer(page));
            assert!(shown.contains("no &lt;such&gt; number"), "{shown}");
        }
        assert_eq!(text(&site.answer("/look-1.css")), "a {}");
        site.show(Ok(pages(&[("index.html", "<body>Mended</body>")])));
        let mended = text(&site.answer("/"));
        assert!(mended.contains("Mended") && !mended.contains("alert"));
        let empty = Site::default();
        empty.show(Err("nothing yet".to_string()));
        assert!(text(&empty.answer("/")).contains("nothing yet"));
    }

    #[test]
    fn an_open_page_still_finds_the_style_of_the_build_before() {
        let site = site();
        site.show(Ok(pages(&[("look-2.css", "b {}")])));
        assert_eq!(text(&site.answer("/look-1.css")), "a {}");
        assert_eq!(text(&site.answer("/look-2.css")), "b {}");
        site.show(Ok(pages(&[("look-3.css", "c {}")])));
        assert_eq!(site.answer("/look-1.css").status, 404);
    }

    #[test]
    fn a_page_hears_of_the_next_build_and_of_one_that_it_missed() {
        let site = site();
        let version = site.lock().version.to_string();
        assert!(text(&site.answer("/")).contains(&format!("{CHANGED}{version}")));
        thread::scope(|scope| {
            let heard = scope.spawn(|| site.answer(&format!("{CHANGED}{version}")));
            site.show(Err("a problem".to_string()));
            assert_ne!(text(&heard.join().unwrap()), version);
        });
        assert_ne!(text(&site.answer("/.changed/of-an-earlier-start")), version);
    }
}
