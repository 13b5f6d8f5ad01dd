//! What a chapter shows, as data: worked examples, figures, transcripts.
//!
//! A chapter hands out plain functions of named inputs. Whoever builds the book calls them with the
//! defaults; a page calls the same functions with the reader's values.
//!
//! ```
//! use show::{Chapter, Example, Figure, Interactive, Outputs, Transcript};
//!
//! show::inputs! {
//!     /// A weighted sum of one input.
//!     pub struct Line = "line" {
//!         /// the input
//!         x = 2.0 in -4.0..=4.0 by 0.5,
//!         /// its weight
//!         w = -1.5 in -2.0..=2.0 by 0.1,
//!     }
//! }
//!
//! fn line(line: &Line) -> show::Result<Outputs> {
//!     Ok(Outputs::new().with("z", line.w * line.x))
//! }
//!
//! fn drawn(line: &Line) -> show::Result<String> {
//!     Ok(format!("<svg>a line that falls by {}</svg>", line.w))
//! }
//!
//! fn interactive() -> Interactive {
//!     Interactive {
//!         package: "lines",
//!         examples: vec![Example::new(line)],
//!         figures: vec![Figure::new("falling", drawn)],
//!     }
//! }
//!
//! fn chapter() -> Chapter {
//!     Chapter {
//!         transcripts: vec![Transcript::new("first-line", || Ok("z = -3".into()))],
//!         ..Chapter::of(interactive())
//!     }
//! }
//!
//! let example = &chapter().interactive.examples[0];
//! assert_eq!(example.name, "line");
//! assert_eq!(example.at_defaults().unwrap().get("z"), Some(-3.0));
//! assert_eq!(example.run(&[1.0, 2.0]).unwrap().get("z"), Some(2.0));
//! let error = example.run(&[9.0]).unwrap_err();
//! assert_eq!(error.as_str(), "`x` is 9: expected a number from -4 to 4");
//! ```
//!
//! Examples may share their inputs, and then move together. The inputs keep their name, and each
//! further example gets one of its own: `Example::named("line-rounded", rounded)`.
//!
//! Inputs that count steps are named as what [unfolds](Inputs::unfolds), and a page plays them:
//!
//! ```
//! use show::InputValues;
//!
//! show::inputs! {
//!     /// A window that slides over an image, row after row.
//!     pub struct Slide = "slide" unfolding row, column {
//!         /// the row
//!         row = 0.0 in 0.0..=2.0 by 1.0,
//!         /// the column
//!         column = 0.0 in 0.0..=2.0 by 1.0,
//!     }
//! }
//!
//! assert_eq!(Slide::INPUTS.unfolds, ["row", "column"]);
//! ```
//!
//! A name that is no input does not compile:
//!
//! ```compile_fail,E0609
//! show::inputs! {
//!     /// A window that slides over an image, row after row.
//!     pub struct Slide = "slide" unfolding line {
//!         /// the row
//!         row = 0.0 in 0.0..=2.0 by 1.0,
//!     }
//! }
//! ```
#![forbid(unsafe_code)]

mod chapter;
mod error;
mod example;
pub mod files;
mod input;
mod inputs;
pub mod number;
mod outputs;

pub use chapter::{Chapter, Interactive, SourceNumber, Still, Transcript};
pub use error::{Error, OutOfRange, Result};
pub use example::{Example, Figure};
pub use input::Input;
pub use inputs::{InputValues, Inputs, filled};
pub use outputs::Outputs;
