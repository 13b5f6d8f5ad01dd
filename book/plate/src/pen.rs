//! What lines and shapes are drawn with.

use crate::ink::{Ink, Tint};
use crate::palette::{DASHED, flagged};
use plotters::style::{Color, ShapeStyle};

/// What a line is drawn with.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pen {
    pub(crate) tint: Tint,
    pub(crate) width: f64,
    pub(crate) dashed: bool,
}

impl Pen {
    /// The same pen, dashed.
    #[must_use]
    pub fn dashed(mut self) -> Pen {
        self.dashed = true;
        self
    }
}

impl Ink {
    /// A pen of this ink, `width` px wide.
    pub fn pen(self, width: f64) -> Pen {
        Pen {
            tint: self.into(),
            width,
            dashed: false,
        }
    }
}

/// The stroke for an element of plotters, whose unit in a plate is a tenth of a pixel.
impl From<Pen> for ShapeStyle {
    fn from(pen: Pen) -> Self {
        let width = (pen.width * 10.0).round() as u32;
        flagged(pen.tint, if pen.dashed { DASHED } else { 0 }).stroke_width(width)
    }
}

impl From<Ink> for Pen {
    fn from(ink: Ink) -> Self {
        ink.pen(1.5)
    }
}

/// How a closed shape looks: filled, outlined, or both.
///
/// ```
/// use plate::{Ink, Look};
/// let look: Look = (Ink::Blue.tint(0.2), Ink::Blue.pen(1.0)).into();
/// assert_eq!(look.fill, Some(Ink::Blue.tint(0.2)));
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    /// What fills it.
    pub fill: Option<Tint>,
    /// What outlines it.
    pub outline: Option<Pen>,
}

impl From<Ink> for Look {
    fn from(ink: Ink) -> Self {
        Look {
            fill: Some(ink.into()),
            outline: None,
        }
    }
}
impl From<Tint> for Look {
    fn from(fill: Tint) -> Self {
        Look {
            fill: Some(fill),
            outline: None,
        }
    }
}
impl From<Pen> for Look {
    fn from(outline: Pen) -> Self {
        Look {
            fill: None,
            outline: Some(outline),
        }
    }
}
impl<F: Into<Tint>> From<(F, Pen)> for Look {
    fn from((fill, outline): (F, Pen)) -> Self {
        Look {
            fill: Some(fill.into()),
            outline: Some(outline),
        }
    }
}
