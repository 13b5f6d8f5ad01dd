//! Inks: the ten colours of the book, which the theme of the page decides.
//!
//! A figure never names a colour. It names an ink, and the page's theme (`book/theme/plate.css`)
//! says what that ink looks like there. Where no theme is known, as in a file opened by itself, each
//! ink falls back to its colour on white paper.

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
    /// Axes, ticks, remarks.
    Muted,
    /// The mesh behind a chart.
    Grid,
    /// The first series, or what is positive.
    Blue,
    /// The second series, or what is negative.
    Vermilion,
    /// The third series, or what is highlighted.
    Green,
    /// The fourth series.
    Purple,
    /// The fifth series.
    Orange,
    /// The sixth series.
    Sky,
}

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
