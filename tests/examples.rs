//! Every example program of the chapters prints what the book says that it prints, to the byte.

use press::examples;
use press::problem::Problems;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_example_prints_what_is_kept_beside_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if let Err(error) = examples::check(root) {
        panic!("{error:#}");
    }
}

#[test]
fn an_output_that_differs_is_reported_with_its_line_and_blessed() {
    let root = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = root.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let manifest = "[package]\nname = \"line\"\nedition = \"2024\"\n";
    write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"chapters/line\"]\nresolver = \"3\"\n",
    );
    write("chapters/line/Cargo.toml", manifest);
    write("chapters/line/src/lib.rs", "");
    let count = "fn main() {\n    println!(\"one\\ntwo\");\n}\n";
    write("chapters/line/examples/count.rs", count);
    write("chapters/line/examples/count.txt", "one\nzwei\n");
    write(
        "chapters/line/examples/shown.rs",
        "fn main() {\n    println!(\"7\");\n}\n",
    );
    write("chapters/line/examples/alone.rs", "fn main() {}\n");
    write(
        "book.toml",
        "[book]\nsrc = \"src\"\n[build]\nbuild-dir = \"out\"\n",
    );
    write("src/SUMMARY.md", "- [Page](page.md)\n");
    write("src/page.md", "{{#example line/shown}}\n");

    let error = examples::check(root.path()).unwrap_err();
    let problems = error.downcast::<Problems>().unwrap();
    let said: Vec<_> = problems.sorted().iter().map(|p| p.to_string()).collect();
    assert_eq!(
        said,
        [
            "chapters/line/examples/count.txt:2: cargo run -p line --example count \
          prints here \"two\"\n    zwei"
        ]
    );
    let changed = examples::bless(root.path()).unwrap();
    let files = ["count.txt", "shown.txt"];
    assert_eq!(
        changed,
        files.map(|f| PathBuf::from("chapters/line/examples").join(f))
    );
    assert_eq!(examples::check(root.path()).unwrap(), 2);
}
