//! The inks as a palette of plotters.
//!
//! A figure names no colour, but plotters carries RGB bytes. So each ink is a colour that no other
//! is, and the [backend](crate::backend) reads it back and writes a CSS variable in its place.
//!
//! ```
//! use plate::{Ink, Inks};
//! use plotters::style::{Color, Palette};
//! assert_eq!(Inks::pick(Ink::Blue as usize).rgb(), Ink::Blue.rgb());
//! ```
//!
//! Two bits of the last byte say what a style of plotters has no room for: that a line is dashed (its
//! own dashed elements are a path for every dash), that words have a halo.

use crate::ink::{Ink, Tint};
use plotters::style::{Color, Palette, RGBAColor};
use plotters_backend::BackendColor;

/// All inks, in their order.
#[derive(Debug, Clone, Copy)]
pub struct Inks;

const fn mark(number: u8) -> (u8, u8, u8) {
    (b'P', b'L', number)
}

impl Palette for Inks {
    #[rustfmt::skip]
    const COLORS: &'static [(u8, u8, u8)] = &[
        mark(0), mark(1), mark(2), mark(3), mark(4), mark(5), mark(6), mark(7), mark(8), mark(9),
    ];
}

/// The flag of a dashed line.
pub(crate) const DASHED: u8 = 0x80;
/// The flag of words with a halo of paper.
pub(crate) const HALO: u8 = 0x40;

impl Color for Ink {
    fn to_backend_color(&self) -> BackendColor {
        Inks::pick(*self as usize).to_backend_color()
    }
}

impl Color for Tint {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor {
            alpha: f64::from(self.percent) / 100.0,
            ..self.ink.to_backend_color()
        }
    }
}

pub(crate) fn flagged(tint: Tint, flag: u8) -> RGBAColor {
    let (a, b, ink) = tint.rgb();
    RGBAColor(a, b, ink | flag, tint.alpha())
}

/// An ink as it comes out of plotters.
pub(crate) struct Read {
    pub(crate) tint: Tint,
    pub(crate) dashed: bool,
    pub(crate) halo: bool,
}

/// The ink that a colour of plotters stands for; `None` for any other colour.
pub(crate) fn read(color: BackendColor) -> Option<Read> {
    let (a, b, last) = color.rgb;
    let plain = (a, b, last & !(DASHED | HALO));
    let number = Inks::COLORS.iter().position(|ink| *ink == plain)?;
    Some(Read {
        tint: Ink::all().nth(number)?.tint(color.alpha),
        dashed: last & DASHED != 0,
        halo: last & HALO != 0,
    })
}
