//! What a chapter shows, and how it is drawn.
//!
//! - [`show`]: worked examples (named inputs, named outputs), figures and transcripts as plain data:
//!   the one list that a chapter hands to whoever prints it.
//! - [`files`]: the figures as files.
//! - [`number`]: how a number is written.
//! - [`drawing`], [`diagram`], [`cells`]: figures out of lines, nodes and cells.
//! - [`chart`], [`axis`], [`backend`]: figures that plotters draws, with axes.
//! - [`ink`], [`pen`], [`letters`], [`words`], [`metrics`]: what both are drawn with.
#![forbid(unsafe_code)]

pub mod axis;
pub mod backend;
pub mod cells;
pub mod chart;
mod clip;
mod contour;
pub mod diagram;
pub mod drawing;
mod error;
pub mod files;
mod frame;
mod heat;
pub mod ink;
pub mod letters;
pub mod metrics;
pub mod number;
mod path;
pub mod pen;
mod place;
mod series;
pub mod show;
mod svg;
pub mod words;

pub use axis::Axis;
pub use cells::Cells;
pub use chart::{Chart, sample};
pub use diagram::{Side, between, column, shortened};
pub use drawing::{Drawing, Point};
pub use error::{Error, Fault};
pub use ink::{Ink, Tint};
pub use letters::{Letters, Place};
pub use pen::{Look, Pen};
pub use show::{
    Chapter, Example, Figure, Form, Input, Inputs, Outputs, Paper, Printed, Refusal,
    Still, Transcript,
};
