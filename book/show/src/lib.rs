//! What a chapter shows: worked examples, figures and transcripts.
//!
//! A chapter describes its inputs once, with [`inputs!`], and hands out plain
//! functions of them. Whoever prints the book calls these functions with the defaults; whoever
//! answers in a page calls the same functions with the reader's values.
//!
//! ```
//! use show::{Example, Outputs};
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
//! let example = Example::new(line);
//! assert_eq!(example.name, "line");
//! assert_eq!(example.at_defaults().unwrap().get("z"), Some(-3.0));
//! assert_eq!(example.run(&[1.0, 2.0]).unwrap().get("z"), Some(2.0));
//! let error = example.run(&[9.0]).unwrap_err();
//! assert_eq!(error.as_str(), "`x` is 9: expected a number from -4 to 4");
//! ```
//!
//! Several examples may share their inputs: they are one story, told in several columns. The inputs
//! keep their name, and each further example gets one of its own.
//!
//! ```
//! # use show::{Example, Outputs};
//! # show::inputs! {
//! #     /// A number.
//! #     pub struct Line = "line" {
//! #         /// the input
//! #         x = 2.0 in -4.0..=4.0 by 0.5,
//! #     }
//! # }
//! fn rounded(line: &Line) -> show::Result<Outputs> {
//!     Ok(Outputs::new().with("z", (-1.5 * line.x).round()))
//! }
//!
//! let example = Example::named("line-rounded", rounded);
//! assert_eq!((example.name, example.inputs.name), ("line-rounded", "line"));
//! ```
//!
//! Inputs that count steps of a story can be named as what [unfolds](Inputs::unfolds):
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
mod inputs;
pub mod number;
mod outputs;

pub use chapter::{Chapter, Interactive, SourceNumber, Still, Transcript};
pub use error::{Error, OutOfRange, Result};
pub use example::{Example, Figure};
pub use inputs::{Input, InputValues, Inputs, filled};
pub use outputs::Outputs;
