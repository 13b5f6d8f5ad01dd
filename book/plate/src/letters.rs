//! How words look, and where they stand about their point.

use crate::ink::Ink;
use crate::palette::{HALO, flagged};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontFamily, FontStyle, FontTransform, IntoFont, TextStyle};

/// Where a point lies in the box around some words: at its left or top, in its middle, at its right or
/// bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How words look and where they stand about their point: centred on it at first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Letters {
    pub(crate) ink: Ink,
    pub(crate) size: f64,
    pub(crate) bold: bool,
    pub(crate) halo: bool,
    pub(crate) turned: bool,
    pub(crate) across: Anchor,
    pub(crate) down: Anchor,
}

impl From<Ink> for Letters {
    /// Fourteen pixels high, centred on their point.
    fn from(ink: Ink) -> Self {
        Letters {
            ink,
            size: 14.0,
            bold: false,
            halo: false,
            turned: false,
            across: Anchor::Middle,
            down: Anchor::Middle,
        }
    }
}

impl Ink {
    /// Words in this ink, `size` px high, centred on their point.
    pub fn letters(self, size: f64) -> Letters {
        Letters {
            size,
            ..self.into()
        }
    }
}

impl Letters {
    /// The words begin at the point.
    #[must_use]
    pub fn start(mut self) -> Self {
        self.across = Anchor::Start;
        self
    }

    /// The words end at the point.
    #[must_use]
    pub fn end(mut self) -> Self {
        self.across = Anchor::End;
        self
    }

    /// The words stand above the point.
    #[must_use]
    pub fn above(mut self) -> Self {
        self.down = Anchor::End;
        self
    }

    /// The words hang below the point.
    #[must_use]
    pub fn below(mut self) -> Self {
        self.down = Anchor::Start;
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

    /// The style for words of plotters, whose unit in a plate is a tenth of a pixel.
    pub fn style(self) -> TextStyle<'static> {
        let across = match self.across {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let down = match self.down {
            Anchor::Start => VPos::Top,
            Anchor::Middle => VPos::Center,
            Anchor::End => VPos::Bottom,
        };
        let face = match self.bold {
            true => FontStyle::Bold,
            false => FontStyle::Normal,
        };
        let turn = match self.turned {
            true => FontTransform::Rotate270,
            false => FontTransform::None,
        };
        (FontFamily::SansSerif, self.size * 10.0, face)
            .into_font()
            .transform(turn)
            .color(&flagged(self.ink.into(), if self.halo { HALO } else { 0 }))
            .pos(Pos::new(across, down))
    }
}
