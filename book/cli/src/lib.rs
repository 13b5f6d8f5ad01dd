//! The book bound to its chapters: what [`press`] is handed, and the `cargo book` command.
//!
//! ```
//! let contents = cli::contents();
//! assert_eq!((contents.chapters)()[0].package(), "neurons");
//! assert!(contents.root.join("book.toml").is_file());
//! ```
#![forbid(unsafe_code)]

pub mod command;

use anyhow::Result;
use press::contents::{Contents, PadData};
use std::path::Path;

/// The book that this program was compiled in, and its chapters.
pub fn contents() -> Contents {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    Contents {
        root: here.ancestors().nth(2).unwrap_or(here).to_path_buf(),
        chapters: live::chapters,
        pad_data,
    }
}

/// The trained network of the chapter *Digits*, relative to the root.
const WEIGHTS: &str = "chapters/digits/results/digits.safetensors";

/// The trained network, and the digits that it learns from.
fn pad_data(root: &Path) -> Result<PadData> {
    let network = digits::weights_file::load(&root.join(WEIGHTS))?;
    Ok(PadData {
        weights: pad::bytes(&network),
        digits: data::mnist::FILE,
    })
}
