//! How words look, and where they stand about their point.

use crate::ink::{HALO, Ink, marked, rgba};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontFamily, FontStyle, FontTransform, IntoFont, TextStyle};

/// Where a point lies in the box around some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// At the left, or at the top.
    Start,
    /// In the middle.
    #[default]
    Middle,
    /// At the right, or at the bottom.
    End,
}

/// How words look and where they stand about their point: centred on it unless told otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Letters {
    pub(crate) ink: Ink,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) halo: bool,
    pub(crate) turned: bool,
    pub(crate) across: Place,
    pub(crate) down: Place,
}

impl Default for Letters {
    /// Fourteen pixels high, in the ink of text.
    fn default() -> Self {
        Letters {
            ink: Ink::Text,
            size: 14.0,
            bold: false,
            halo: false,
            turned: false,
            across: Place::Middle,
            down: Place::Middle,
        }
    }
}

impl From<Ink> for Letters {
    fn from(ink: Ink) -> Self {
        Letters {
            ink,
            ..Letters::default()
        }
    }
}

impl Letters {
    /// The words begin at the point.
    #[must_use]
    pub fn start(mut self) -> Self {
        self.across = Place::Start;
        self
    }

    /// The words end at the point.
    #[must_use]
    pub fn end(mut self) -> Self {
        self.across = Place::End;
        self
    }

    /// The words stand above the point.
    #[must_use]
    pub fn above(mut self) -> Self {
        self.down = Place::End;
        self
    }

    /// The words hang below the point.
    #[must_use]
    pub fn below(mut self) -> Self {
        self.down = Place::Start;
        self
    }

    /// Bold words.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    /// Words with a rim of paper, so that they can be read over lines.
    #[must_use]
    pub fn halo(mut self) -> Self {
        self.halo = true;
        self
    }

    /// Words that run upwards, about their point.
    #[must_use]
    pub fn turned(mut self) -> Self {
        self.turned = true;
        self
    }

    /// The style for words of plotters.
    pub fn style(self) -> TextStyle<'static> {
        let pos = |place| match place {
            Place::Start => (HPos::Left, VPos::Top),
            Place::Middle => (HPos::Center, VPos::Center),
            Place::End => (HPos::Right, VPos::Bottom),
        };
        let color = rgba(marked(self.ink.into(), if self.halo { HALO } else { 0 }));
        let font = (FontFamily::SansSerif, self.size * 10.0).into_font();
        let face = if self.bold {
            FontStyle::Bold
        } else {
            FontStyle::Normal
        };
        let turn = if self.turned {
            FontTransform::Rotate270
        } else {
            FontTransform::None
        };
        font.style(face)
            .transform(turn)
            .color(&color)
            .pos(Pos::new(pos(self.across).0, pos(self.down).1))
    }
}
