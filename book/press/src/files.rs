//! Where the files of the book's crates lie.

use std::fs;
use std::iter;
use std::path::{Path, PathBuf};

/// What lies in `folder`, which is relative to `root` as they are, in order; nothing if there is no such
/// folder.
pub fn entries(root: &Path, folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root.join(folder)).into_iter().flatten();
    let names = entries.flatten().map(|entry| entry.file_name());
    let mut paths: Vec<_> = names.map(|name| folder.join(name)).collect();
    paths.sort();
    paths
}

/// The files whose names end in `extension` in `folder` and in the folders below it, in order.
pub fn below(root: &Path, folder: &Path, extension: &str) -> Vec<PathBuf> {
    let paths = entries(root, folder).into_iter();
    let files = paths.flat_map(|path| match root.join(&path).is_dir() {
        true => below(root, &path, extension),
        false => vec![path],
    });
    files
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect()
}

/// The folders of all crates below `chapters/` of the book at `root`, in order: the chapters, and what lies
/// in a chapter's folder with a `Cargo.toml` of its own.
pub fn crates(root: &Path) -> Vec<PathBuf> {
    let holding_a_crate = |folder: &Path| {
        let mut folders = entries(root, folder);
        folders.retain(|folder| root.join(folder).join("Cargo.toml").is_file());
        folders
    };
    let chapters = holding_a_crate(Path::new("chapters")).into_iter();
    chapters
        .flat_map(|chapter| {
            let inner = holding_a_crate(&chapter);
            iter::once(chapter).chain(inner)
        })
        .collect()
}

/// `path` on every system as the same text.
pub fn shown(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
