//! Inks: the ten colours of the book, which the theme of the page decides.
//!
//! A figure never names a colour. It names an ink, and the page's theme (`book/theme/plate.css`)
//! says what that ink looks like there. Where no theme is known, as in a file opened by itself, each
//! ink falls back to its colour on white paper.
//!
//! plotters carries colours as RGB bytes. So an ink travels through plotters as a marked triple that
//! no other colour has, and becomes a CSS variable only when the SVG is written. Two bits
//! of its third byte say what plotters cannot: that a line is dashed, that words have a halo.

use crate::letters::Letters;
use crate::pen::Pen;
use plotters::style::{Color, RGBAColor, ShapeStyle};
use plotters_backend::BackendColor;

/// One of the book's colours. The six for series are told apart by colour-blind readers too; their
/// names are those of Okabe and Ito's palette.
///
/// ```
/// use plate::Ink;
/// assert_eq!(Ink::Blue.css(), "var(--plate-blue,#0f69a3)");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Ink {
    /// The page itself.
    Paper,
    /// Words and the outlines of things.
    Text,
    /// Axes, ticks, remarks: there when looked for.
    Muted,
    /// The mesh behind a chart.
    Grid,
    /// The first series: the thing itself.
    Blue,
    /// The second series: what is compared with it, or what is negative.
    Vermilion,
    /// The third series: what is chosen or highlighted.
    Green,
    /// The fourth series.
    Purple,
    /// The fifth series.
    Orange,
    /// The sixth series.
    Sky,
}

/// What marks a triple of bytes as an ink.
const MARK: (u8, u8) = (b'P', b'L');
/// The flag of a dashed line.
pub(crate) const DASHED: u8 = 0x80;
/// The flag of a text with a halo of paper.
pub(crate) const HALO: u8 = 0x40;

/// Each ink as a line and as text (text wants more contrast), with its colour on white paper.
#[rustfmt::skip]
const CSS: [(Ink, &str, &str); 10] = [
    (Ink::Paper, "var(--plate-paper,#fff)", "var(--plate-paper,#fff)"),
    (Ink::Text, "var(--plate-text,#1b1f24)", "var(--plate-text,#1b1f24)"),
    (Ink::Muted, "var(--plate-muted,#57606a)", "var(--plate-muted,#57606a)"),
    (Ink::Grid, "var(--plate-grid,#dde2e7)", "var(--plate-grid,#dde2e7)"),
    (Ink::Blue, "var(--plate-blue,#0f69a3)", "var(--plate-blue-text,#0f69a3)"),
    (Ink::Vermilion, "var(--plate-vermilion,#d5602a)", "var(--plate-vermilion-text,#c45116)"),
    (Ink::Green, "var(--plate-green,#0f9474)", "var(--plate-green-text,#008465)"),
    (Ink::Purple, "var(--plate-purple,#74346e)", "var(--plate-purple-text,#74346e)"),
    (Ink::Orange, "var(--plate-orange,#8c5613)", "var(--plate-orange-text,#8c5613)"),
    (Ink::Sky, "var(--plate-sky,#0f98f1)", "var(--plate-sky-text,#0077ce)"),
];

impl Ink {
    /// All inks.
    pub fn all() -> impl Iterator<Item = Ink> {
        CSS.into_iter().map(|(ink, ..)| ink)
    }

    /// The CSS colour of a line or an area.
    pub fn css(self) -> &'static str {
        CSS[self as usize].1
    }

    /// The CSS colour of words: as [`css`](Self::css), with more contrast.
    pub fn text_css(self) -> &'static str {
        CSS[self as usize].2
    }

    /// This ink at some opacity over the paper, from 0 (nothing) to 1 (full).
    pub fn tint(self, opacity: f64) -> Tint {
        let percent = if opacity.is_nan() {
            0.0
        } else {
            (opacity * 100.0).round()
        };
        Tint {
            ink: self,
            percent: percent.clamp(0.0, 100.0) as u8,
        }
    }

    /// A pen of this ink, `width` px wide.
    pub fn pen(self, width: f64) -> Pen {
        Pen {
            tint: self.into(),
            width,
            dashed: false,
        }
    }

    /// Words in this ink, `size` px high, centred on their point.
    pub fn letters(self, size: f64) -> Letters {
        Letters {
            ink: self,
            size,
            ..Letters::default()
        }
    }
}

/// An ink at some opacity over the paper. A ramp of values is a row of tints, so it follows the theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tint {
    pub(crate) ink: Ink,
    pub(crate) percent: u8,
}

impl Tint {
    /// The tint of `value` on a ramp from 0 to `largest`, in twenty steps: equal tints that touch are
    /// drawn as one. A value that is not finite has no tint.
    pub fn ramp(ink: Ink, value: f64, largest: f64) -> Tint {
        let part = value / largest;
        if !part.is_finite() {
            return ink.tint(0.0);
        }
        ink.tint((part.clamp(0.0, 1.0) * 20.0).round() / 20.0)
    }

    /// The tint of a signed `value`: blue where it is positive, vermilion where it is negative, in
    /// steps up to `largest`, never so strong that a number on it becomes hard to read. Where no number
    /// stands on it, `.times(2.5)` gives the full range.
    pub fn signed(value: f64, largest: f64) -> Tint {
        let ink = if value < 0.0 {
            Ink::Vermilion
        } else {
            Ink::Blue
        };
        let ramp = Tint::ramp(ink, value.abs(), largest);
        ink.tint(f64::from(ramp.percent) * 0.004)
    }

    /// This tint with `opacity` times its opacity.
    #[must_use]
    pub fn times(self, opacity: f64) -> Tint {
        self.ink.tint(f64::from(self.percent) / 100.0 * opacity)
    }
}

impl From<Ink> for Tint {
    fn from(ink: Ink) -> Self {
        Tint { ink, percent: 100 }
    }
}

/// An ink as it comes out of plotters.
pub(crate) struct Marked {
    pub(crate) tint: Tint,
    pub(crate) dashed: bool,
    pub(crate) halo: bool,
}

impl Marked {
    /// Reads what [`marked`] wrote; `None` for any other colour.
    pub(crate) fn read(color: BackendColor) -> Option<Marked> {
        let (a, b, flags) = color.rgb;
        let (ink, ..) = CSS.get(usize::from(flags & !(DASHED | HALO)))?;
        ((a, b) == MARK).then(|| Marked {
            tint: ink.tint(color.alpha),
            dashed: flags & DASHED != 0,
            halo: flags & HALO != 0,
        })
    }
}

pub(crate) fn marked(tint: Tint, flags: u8) -> BackendColor {
    BackendColor {
        alpha: f64::from(tint.percent) / 100.0,
        rgb: (MARK.0, MARK.1, tint.ink as u8 | flags),
    }
}

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        marked((*self).into(), 0)
    }
}

impl Tint {
    /// The fill for an element of plotters.
    pub fn style(self) -> ShapeStyle {
        rgba(marked(self, 0)).filled()
    }
}

pub(crate) fn rgba(color: BackendColor) -> RGBAColor {
    let (r, g, b) = color.rgb;
    RGBAColor(r, g, b, color.alpha)
}
