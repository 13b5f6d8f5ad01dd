//! What a book is made of, as whoever binds it hands it to the press.

use show::Chapter;
use std::path::{Path, PathBuf};

/// A book, and the chapters that it shows.
#[derive(Debug, Clone)]
pub struct Contents {
    /// The folder that holds `book.toml`.
    pub root: PathBuf,
    /// What each chapter shows, in reading order.
    pub chapters: fn() -> Vec<Chapter>,
    /// Reads what the pad loads besides its program, from below the root.
    pub pad_data: fn(&Path) -> anyhow::Result<PadData>,
}

impl Contents {
    /// The chapters' packages, in reading order.
    pub fn packages(&self) -> Vec<&'static str> {
        (self.chapters)().iter().map(Chapter::package).collect()
    }
}

/// What the pad loads besides its program.
#[derive(Debug, Clone)]
pub struct PadData {
    /// The weights of the network that reads.
    pub weights: Vec<u8>,
    /// The digits to learn from.
    pub digits: &'static [u8],
}
