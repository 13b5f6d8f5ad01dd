//! The house rules: what the README says of the folders is so, and the book's text cannot be lost.

use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn config() -> toml::Table {
    read("book.toml").parse().unwrap()
}

/// The folders in `folder` that are part of the book, in order.
fn folders(folder: &str) -> Vec<String> {
    let entries =
        fs::read_dir(root().join(folder)).unwrap_or_else(|e| panic!("{folder}: {e}"));
    let mut names: Vec<_> = entries
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name != "target" && name != ".git")
        .map(|name| format!("{folder}{name}/"))
        .collect();
    names.sort();
    names
}

/// The packages of their own that chapters hold, beside what every chapter has.
fn packages_within_chapters() -> Vec<String> {
    let chapters = folders("chapters/");
    let within = chapters.iter().flat_map(|chapter| folders(chapter));
    within
        .filter(|folder| root().join(folder).join("Cargo.toml").is_file())
        .collect()
}

#[test]
fn the_readme_lists_the_folders_that_there_are() {
    let mut there = folders("");
    there.extend(folders("book/"));
    there.extend(folders("chapters/"));
    there.extend(packages_within_chapters());
    there.sort();
    let readme = read("README.md");
    let items = readme
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("- `")?.split_once('`'));
    let mut listed: Vec<_> = items
        .map(|(name, _)| name)
        .filter(|name| name.ends_with('/'))
        .collect();
    listed.sort_unstable();
    assert_eq!(listed, there);
}

#[test]
fn the_printed_book_never_meets_its_sources() {
    // mdBook empties the folder that it writes to.
    let config = config();
    let src = root().join(config["book"]["src"].as_str().unwrap());
    let built = root().join(config["build"]["build-dir"].as_str().unwrap());
    assert!(
        !src.starts_with(&built) && !built.starts_with(&src),
        "{src:?} meets {built:?}"
    );
    assert_eq!(config["build"]["build-dir"].as_str(), Some("target/book"));
}

#[test]
fn no_page_calls_the_rust_playground_or_a_maths_server() {
    let config = config();
    let html = config["output"]["html"].as_table().unwrap();
    assert_eq!(html["playground"]["runnable"].as_bool(), Some(false));
    assert!(!html.contains_key("mathjax-support"));
}

#[test]
fn a_press_that_does_not_compile_stops_mdbook() {
    // Without this line mdBook skips a preprocessor whose command fails, and prints on.
    let config = config();
    let renderers = config["preprocessor"]["press"]["renderers"]
        .as_array()
        .unwrap();
    let renderers: Vec<_> = renderers.iter().filter_map(|r| r.as_str()).collect();
    assert_eq!(renderers, ["html", "test"]);
}

#[test]
fn the_theme_holds_the_works_of_others_as_its_readme_says() {
    let theme = root().join("book/theme");
    let faces = fs::read_dir(theme.join("fonts"))
        .unwrap()
        .map(|entry| format!("fonts/{}", entry.unwrap().file_name().display()))
        .filter(|name| name.ends_with(".woff2"));
    let mut faces: Vec<_> = faces.collect();
    faces.sort();
    let css = read("book/theme/fonts/fonts.css");
    let mut used: Vec<_> = css
        .split("{{ resource \"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    used.sort_unstable();
    assert_eq!(used, faces);

    let row = |name: &str| {
        let hash: String = Sha256::digest(fs::read(theme.join(name)).unwrap())
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        format!("| `{name}` | `{hash}` |")
    };
    let mut there: Vec<_> = faces.iter().map(|name| row(name)).collect();
    there.push(row("highlight.js"));
    let readme = read("book/theme/README.md");
    let mut named: Vec<_> = readme.lines().filter(|l| l.starts_with("| `")).collect();
    named.sort_unstable();
    assert_eq!(named, there);
}

#[test]
fn no_crate_of_the_book_has_unsafe_code() {
    for root in folders("chapters/")
        .into_iter()
        .chain(packages_within_chapters())
        .chain(["cli", "data", "plate", "press", "show"].map(|c| format!("book/{c}/")))
        .map(|folder| format!("{folder}src/lib.rs"))
        .chain(["book/bind/src/main.rs".to_string()])
    {
        assert!(read(&root).contains("#![forbid(unsafe_code)]"), "{root}");
    }
}

/// The examples of the chapter in `folder` whose output is kept, in order.
fn programs(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder).join("examples")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut names: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn the_readme_names_the_programs_that_there_are_to_run() {
    let readme = read("README.md");
    for folder in folders("chapters/") {
        let chapter = folder.trim_start_matches("chapters/").trim_end_matches('/');
        let names = programs(&folder)
            .iter()
            .map(|n| format!("`{n}`"))
            .collect::<Vec<_>>();
        let row = format!("| {chapter} | {} |", names.join(", "));
        assert!(readme.lines().any(|line| line == row), "{row}");
    }
}

#[test]
fn every_chapter_has_the_same_rooms() {
    for folder in folders("chapters/") {
        let name = folder.trim_start_matches("chapters/").trim_end_matches('/');
        let rooms = [
            "src/lib.rs".to_string(),
            "src/book.rs".to_string(),
            format!("src/bin/{name}-figures.rs"),
            format!("benches/{name}.rs"),
            "results/bench.json".to_string(),
            "tests/main.rs".to_string(),
            "tests/properties.rs".to_string(),
            "tests/errors.rs".to_string(),
        ];
        for room in rooms {
            assert!(
                root().join(&folder).join(&room).is_file(),
                "{folder}{room} is missing"
            );
        }
        // A module that has grown is a folder.
        for module in ["worked", "figures"] {
            let module = root().join(&folder).join("src/book").join(module);
            let found = module.with_extension("rs").is_file() || module.is_dir();
            assert!(found, "{} is missing", module.display());
        }
        let count = programs(&folder).len();
        assert!(
            (2..=3).contains(&count),
            "{folder}examples: two or three that print"
        );
    }
}

#[test]
fn every_crate_takes_the_lints_and_the_rust_version_of_the_workspace() {
    let members = folders("book/").into_iter().chain(folders("chapters/"));
    let manifests = members.map(|folder| format!("{folder}Cargo.toml"));
    let manifests = manifests.filter(|manifest| root().join(manifest).is_file());
    for manifest in manifests.chain(["Cargo.toml".to_string()]) {
        let table: toml::Table = read(&manifest).parse().unwrap();
        let inherited =
            |table: &toml::Value| table["workspace"].as_bool() == Some(true);
        assert!(inherited(&table["lints"]), "{manifest}: lints");
        let rust_version = &table["package"]["rust-version"];
        assert!(inherited(rust_version), "{manifest}: rust-version");
    }
}
