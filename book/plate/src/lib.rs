//! How the figures of the book are drawn.
//!
//! - [`drawing`], [`diagram`], [`cells`]: figures out of lines, nodes and cells.
//! - [`chart`], [`axis`]: figures with axes. plotters draws them, with its chart builder, mesh, line series
//!   and elements, through a [`backend`] and a [`palette`] of the book's own. Where something else stands
//!   in for a part of it (ticks, clipping, legends), that module says why.
//! - [`ink`], [`pen`], [`letters`], [`words`], [`metrics`]: what both are drawn with.
#![forbid(unsafe_code)]

pub mod axis;
pub mod backend;
pub mod cells;
pub mod chart;
mod clip;
mod contour;
mod coordinate;
pub mod diagram;
pub mod drawing;
mod error;
mod frame;
mod heat;
pub mod ink;
mod labels;
pub mod letters;
mod marks;
pub mod metrics;
pub mod palette;
mod path;
pub mod pen;
mod place;
mod series;
mod svg;
pub mod words;

pub use axis::Axis;
pub use cells::Cells;
pub use chart::{Chart, sample};
pub use diagram::{Side, between, column, shortened};
pub use drawing::{Drawing, Point};
pub use error::{Error, ErrorKind};
pub use ink::{Ink, Tint};
pub use letters::Letters;
pub use palette::Inks;
pub use pen::{Look, Pen};
