//! No build takes a file that no build has written, two builds at once are one after the other, and
//! whoever reads meanwhile finds the book whole: shown on a tiny book.

use mdbook_driver::MDBook;
use mdbook_driver::book::Book;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use press::output::{self, Output, RECORD};
use press::server::Site;
use press::{build, lock};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;
use tempfile::TempDir;

/// In the place of the press: it leaves the text as it is, and takes its time. No two are at work in one
/// checkout at once.
struct Slow(Duration);

impl Preprocessor for Slow {
    fn name(&self) -> &str {
        "press"
    }

    fn run(&self, context: &PreprocessorContext, book: Book) -> anyhow::Result<Book> {
        let alone = context.root.join(output::KEPT).join("alone");
        fs::create_dir(&alone)?;
        thread::sleep(self.0);
        fs::remove_dir(&alone)?;
        Ok(book)
    }
}

/// In the place of the press: it finds something wrong.
struct Failing;

impl Preprocessor for Failing {
    fn name(&self) -> &str {
        "press"
    }

    fn run(&self, _: &PreprocessorContext, _: Book) -> anyhow::Result<Book> {
        anyhow::bail!("a stale number")
    }
}

fn write(root: &Path, file: &str, text: &str) {
    let path = root.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

/// A checkout with a tiny book that is built into `build_dir`.
fn checkout(build_dir: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(
        root,
        "book.toml",
        &format!(
            "[book]\ntitle = \"Tiny\"\nsrc = \"book/src\"\n\
             [build]\nbuild-dir = {build_dir:?}\ncreate-missing = false\n\
             [output.html]\ntheme = \"book/theme\"\n[output.live]\n"
        ),
    );
    write(root, "book/src/SUMMARY.md", "- [Page](page.md)\n");
    write(root, "book/src/page.md", "# Page\n");
    write(root, "book/theme/README.md", "How it looks.\n");
    write(root, "chapters/line/src/lib.rs", "//! A line.\n");
    write(root, "tests/line.rs", "//! Its test.\n");
    write(root, ".git/HEAD", "ref: refs/heads/main\n");
    write(root, "notes/one.txt", "by hand\n");
    folder
}

fn build(root: &Path) -> Result<PathBuf, String> {
    build::build_with(root, Slow(Duration::ZERO)).map_err(|error| format!("{error:#}"))
}

/// Every file below `root` with its bytes, but for what the press keeps for itself.
fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                folders.push(path);
            } else if !path.starts_with(root.join(output::KEPT)) {
                let bytes = fs::read(&path).unwrap_or_default();
                files.insert(path, bytes);
            }
        }
    }
    files
}

/// Builds the book at `root`, which must be refused for a reason that names `reasons`, and must leave
/// every file below `whole` as it was.
fn refused(root: &Path, whole: &Path, reasons: &[&str]) {
    let before = tree(whole);
    let error = build(root).unwrap_err();
    for reason in reasons {
        assert!(error.contains(reason), "{reason}: {error}");
    }
    assert!(tree(whole) == before, "files have changed: {error}");
}

#[test]
fn a_folder_that_meets_the_sources_is_refused_with_both_paths() {
    for (build_dir, source) in [
        (".", ""),
        ("..", ""),
        ("book/..", ""),
        ("book", "book/src"),
        ("book/src", "book/src"),
        ("book/src/built", "book/src"),
        ("book/theme", "book/theme"),
        ("book/built", "book"),
        ("none/../book/src", "book/src"),
        ("chapters", "chapters"),
        ("chapters/built", "chapters"),
        ("tests/built", "tests"),
        (".git", ".git"),
        (".git/built", ".git"),
        ("target", "target/press"),
        ("target/program", "target/program"),
    ] {
        let folder = checkout(build_dir);
        let root = folder.path().canonicalize().unwrap();
        let built = output::places(&root, &MDBook::load(&root).unwrap().config);
        assert!(built.is_err(), "{build_dir}");
        let source = root.join(source);
        let source = source.to_string_lossy();
        refused(
            &root,
            &root,
            &["cannot be built into", source.trim_end_matches('/')],
        );
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_to_the_sources_is_followed() {
    use std::os::unix::fs::symlink;
    for (link, to, build_dir, source) in [
        ("out", "chapters", "out", "chapters"),
        ("out", "chapters", "out/built", "chapters"),
        ("out", "book", "out/theme/built", "book/theme"),
        ("target", ".", "target/book", "book"),
        ("target", "book", "target/src", "book/src"),
    ] {
        let folder = checkout(build_dir);
        let root = folder.path().canonicalize().unwrap();
        symlink(to, root.join(link)).unwrap();
        let source = root.join(source);
        refused(
            &root,
            &root,
            &["cannot be built into", &source.to_string_lossy()],
        );
    }
    // The text may lie elsewhere.
    let (folder, elsewhere) = (checkout("target/book"), tempfile::tempdir().unwrap());
    let root = folder.path();
    let text = elsewhere.path().join("text");
    fs::rename(root.join("book/src"), &text).unwrap();
    symlink(&text, root.join("book/src")).unwrap();
    build(root).unwrap();
    let toml = fs::read_to_string(root.join("book.toml")).unwrap();
    let into = elsewhere.path().to_string_lossy();
    write(root, "book.toml", &toml.replace("target/book", &into));
    refused(root, elsewhere.path(), &["text"]);
    // And so may the pages, but not if it is they that are the link.
    let (folder, disk) = (checkout("target/book"), tempfile::tempdir().unwrap());
    let root = folder.path();
    symlink(disk.path(), root.join("target")).unwrap();
    let pages = build(root).unwrap();
    assert!(pages.starts_with(disk.path().canonicalize().unwrap()));
    assert!(root.join("target").is_symlink());
    let moved = disk.path().join("moved");
    fs::rename(&pages, &moved).unwrap();
    symlink(&moved, &pages).unwrap();
    refused(root, disk.path(), &["a symbolic link"]);
}

#[test]
fn a_folder_of_others_is_refused_and_one_of_ours_is_not() {
    let folder = checkout("notes");
    refused(
        folder.path(),
        folder.path(),
        &["notes", "no build of it has written"],
    );
    // The book of somebody else, for all that mdBook has made it.
    let (ours, other) = (checkout("out"), checkout("out"));
    let toml = fs::read_to_string(other.path().join("book.toml")).unwrap();
    write(other.path(), "book.toml", &toml.replace("Tiny", "Huge"));
    build(other.path()).unwrap();
    let out = ours.path().join("out");
    fs::rename(other.path().join("out"), &out).unwrap();
    fs::remove_file(out.join(RECORD)).unwrap();
    refused(ours.path(), ours.path(), &["no build of it has written"]);
    // What was built before there were records is known by its title.
    fs::remove_dir_all(&out).unwrap();
    build(ours.path()).unwrap();
    fs::remove_file(out.join(RECORD)).unwrap();
    build(ours.path()).unwrap();
    assert!(out.join(RECORD).is_file());
    // An empty folder is nobody's.
    let empty = checkout("out");
    fs::create_dir(empty.path().join("out")).unwrap();
    build(empty.path()).unwrap();
}

#[test]
fn what_has_come_among_the_pages_since_is_not_lost() {
    let folder = checkout("target/book");
    let root = folder.path();
    let pages = build(root).unwrap();
    build(root).unwrap();
    for file in ["notes.txt", ".git/HEAD", "fonts/own.woff2"] {
        write(&pages, file, "by hand\n");
        refused(root, root, &["would be lost", file]);
        // Nor if it is not known what an interrupted build of stock mdBook has written.
        if file == ".git/HEAD" {
            let record = fs::read_to_string(pages.with_file_name(RECORD)).unwrap();
            let book = MDBook::load(root).unwrap();
            fs::rename(pages.join(".git"), root.join("aside")).unwrap();
            let mut output = Output::claim(root, &book.config, &book.book).unwrap();
            output.begin().unwrap();
            drop(output);
            fs::rename(root.join("aside"), pages.join(".git")).unwrap();
            refused(root, root, &["would be lost", file]);
            fs::write(pages.with_file_name(RECORD), record).unwrap();
        }
        fs::remove_file(pages.join(file)).unwrap();
    }
    // Beside the pages is no concern of a build.
    for file in ["html.old/a", "html.part/a", "live/a", "old/a", "a"] {
        write(&root.join("target/book"), file, "by hand\n");
    }
    write(&root.join("target"), "book.part/a", "by hand\n");
    write(&root.join("target"), "book.old/a", "by hand\n");
    let before = tree(root);
    build(root).unwrap();
    assert!(tree(root).keys().eq(before.keys()));
}

#[test]
fn no_page_is_written_outside_the_folder_of_the_pages() {
    for (file, from, to) in [
        ("book/src/SUMMARY.md", "page.md", "../../README.md"),
        (
            "book.toml",
            "theme = ",
            "additional-css = [\"../a.css\"]\ntheme = ",
        ),
        (
            "book.toml",
            "theme = ",
            "additional-js = [\"../a.js\"]\ntheme = ",
        ),
        (
            "book.toml",
            "theme = ",
            "redirect = { \"/../a.html\" = \"b\" }\ntheme = ",
        ),
        (
            "book.toml",
            "theme = ",
            "input-404 = \"../../README.md\"\ntheme = ",
        ),
    ] {
        let folder = checkout("out");
        let root = folder.path();
        write(root, "README.md", "# A book\n");
        let text = fs::read_to_string(root.join(file)).unwrap();
        write(root, file, &text.replace(from, to));
        refused(root, root, &["outside the folder of the pages"]);
    }
}

#[test]
fn a_build_that_fails_or_is_killed_leaves_the_pages_as_they_were() {
    let folder = checkout("target/book");
    let root = folder.path();
    build(root).unwrap();
    let before = tree(&root.join("target/book/html"));
    let error = build::build_with(root, Failing).unwrap_err();
    assert!(format!("{error:#}").contains("a stale number"));
    assert!(tree(&root.join("target/book/html")) == before);
    // Killed while it wrote its draft: the next build clears that away.
    let book = MDBook::load(root).unwrap();
    let mut output = Output::claim(root, &book.config, &book.book).unwrap();
    let draft = output.draft().unwrap().keep();
    write(&draft, "html/half.html", "half\n");
    drop(output);
    build(root).unwrap();
    assert!(!draft.exists());
    assert!(tree(&root.join("target/book/html")) == before);
}

#[test]
fn builds_at_once_are_one_after_the_other_and_readers_find_the_book_whole() {
    let folder = checkout("target/book");
    let root = folder.path();
    let page = build(root).unwrap().join("page.html");
    let whole = fs::read(&page).unwrap();
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                assert!(fs::read(&page).unwrap() == whole);
            }
        });
        let builders = [1, 5, 10].map(|pause| {
            scope.spawn(move || {
                let slow = || Slow(Duration::from_millis(pause));
                for _ in 0..4 {
                    build::build_with(root, slow()).unwrap();
                }
            })
        });
        let built = builders.map(|builder| builder.join());
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap();
        assert!(built.iter().all(Result::is_ok));
    });
    let names = fs::read_dir(root.join("target/book")).unwrap();
    let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["html", RECORD]);
}

#[test]
fn a_server_answers_while_the_pages_are_exchanged() {
    let folder = checkout("target/book");
    let root = folder.path();
    let config = MDBook::load(root).unwrap().config;
    let site = Arc::new(Site::default());
    let renew = || {
        build(root).unwrap();
        site.show(Ok(output::read(root, &config).unwrap()));
    };
    renew();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let serving = site.clone();
    // It serves for as long as the tests run.
    thread::spawn(move || serving.serve(listener));
    let done = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut answers = 0;
            while !done.load(Ordering::Relaxed) {
                let answer = get(address, "/page.html");
                assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
                assert!(answer.trim_end().ends_with("</html>"), "{answer}");
                answers += 1;
            }
            answers
        });
        (0..5).for_each(|_| renew());
        done.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
    let head = get(address, "/").to_lowercase();
    assert!(head.contains("\ncontent-type: text/html\r"), "{head}");
    assert!(head.contains("\ncache-control: no-cache\r"), "{head}");
    assert!(get(address, "/none.html").starts_with("HTTP/1.1 404"));
    assert!(get(address, "/none.html").contains("Document not found"));
}

fn get(address: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_process_that_is_killed_leaves_no_lock() {
    const HELD: &str = "PRESS_TEST_HOLDS";
    if let Some(held) = std::env::var_os(HELD) {
        let _held = lock::take(Path::new(&held)).unwrap();
        println!("\nheld");
        thread::sleep(Duration::from_secs(600));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lock");
    let mut other = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "output::a_process_that_is_killed_leaves_no_lock",
            "--nocapture",
        ])
        .env(HELD, &file)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut output = other.stdout.take().unwrap();
    let (mut heard, mut byte) = (String::new(), [0]);
    while !heard.ends_with("held\n") {
        assert_eq!(output.read(&mut byte).unwrap(), 1, "{heard}");
        heard.push(char::from(byte[0]));
    }
    thread::scope(|scope| {
        let waiting = scope.spawn(|| lock::take(&file).map(drop));
        thread::sleep(Duration::from_millis(200));
        assert!(!waiting.is_finished());
        other.kill().unwrap();
        other.wait().unwrap();
        waiting.join().unwrap().unwrap();
    });
}
