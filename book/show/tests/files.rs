//! Figures as files: each whole, or not there at all.

use show::{Chapter, Figure, Interactive, Still, files};
use std::fs;
use std::path::Path;
use tempfile::tempdir;

show::inputs! {
    /// A number.
    pub struct Dot = "dot" {
        /// where it lies
        x = 2.0 in 0.0..=4.0 by 1.0,
    }
}

fn dot(dot: &Dot) -> show::Result<String> {
    Ok(format!("<svg>a dot at {}</svg>", dot.x))
}

fn chapter(still: fn() -> show::Result<String>) -> Chapter {
    Chapter {
        figures: vec![Still::new("still", still)],
        ..Chapter::of(Interactive {
            package: "dots",
            examples: Vec::new(),
            figures: vec![Figure::new("dot", dot)],
        })
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_chapter_has_a_file_for_each_figure() {
    let folder = tempdir().unwrap();
    let folder = folder.path().join("new/figures");
    let paths = files::write(&chapter(|| Ok("<svg />".into())), &folder).unwrap();
    assert_eq!(
        paths,
        ["dot.svg", "still.svg"].map(|name| folder.join(name))
    );
    assert_eq!(names(&folder), ["dot.svg", "still.svg"]);
    assert_eq!(
        fs::read_to_string(&paths[0]).unwrap(),
        "<svg>a dot at 2</svg>"
    );
    assert_eq!(fs::read_to_string(&paths[1]).unwrap(), "<svg />");
}

#[test]
fn a_figure_that_cannot_be_drawn_is_named_and_leaves_the_old_one() {
    let folder = tempdir().unwrap();
    fs::write(folder.path().join("still.svg"), "old").unwrap();
    let error =
        files::write(&chapter(|| Err("no data".into())), folder.path()).unwrap_err();
    assert_eq!(error.to_string(), "figure still: no data");
    assert_eq!(names(folder.path()), ["dot.svg", "still.svg"]);
    assert_eq!(
        fs::read_to_string(folder.path().join("still.svg")).unwrap(),
        "old"
    );
}

#[test]
fn a_file_that_cannot_be_written_is_named_and_leaves_no_draft() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("still.svg");
    fs::create_dir(&path).unwrap();
    let error =
        files::write(&chapter(|| Ok("<svg />".into())), folder.path()).unwrap_err();
    let message = error.to_string();
    assert!(
        message.starts_with(&path.display().to_string()),
        "{message}"
    );
    assert_eq!(names(folder.path()), ["dot.svg", "still.svg"]);
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("file");
    fs::write(&path, "").unwrap();
    let error = files::write(&chapter(|| Ok("<svg />".into())), &path).unwrap_err();
    let message = error.to_string();
    assert!(
        message.starts_with(&path.display().to_string()),
        "{message}"
    );
}

#[test]
fn figures_go_to_the_target_folder_of_the_book() {
    let folder = files::folder();
    assert!(folder.ends_with("target/figures"));
    assert!(
        folder
            .ancestors()
            .nth(2)
            .unwrap()
            .join("book.toml")
            .is_file()
    );
}
