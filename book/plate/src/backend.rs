//! A backend of plotters that writes the SVG of a [`Drawing`](crate::Drawing).
//!
//! plotters counts in whole pixels, a plate in tenths. So the backend says that it is ten times as
//! large as it is, and every length that plotters is given is in tenths of a pixel. It takes
//! [inks](crate::Inks) only, measures words by fixed widths, and asks neither for a font nor for a page:
//! the same figure is the same bytes on every machine and in every browser.
//!
//! Whatever plotters draws, it draws here:
//!
//! ```
//! use plate::{Drawing, Error, Ink};
//! use plotters::prelude::*;
//!
//! fn figure() -> Result<String, Error> {
//!     let mut drawing = Drawing::new("plain", (300, 200), "A square", "Plain plotters.");
//!     let root = drawing.plotters();
//!     let mut chart = ChartBuilder::on(&root).margin(100).build_cartesian_2d(0.0..1.0, 0.0..1.0)?;
//!     let corners = [(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)];
//!     chart.draw_series([Polygon::new(corners, Ink::Blue.filled())])?;
//!     drop((chart, root));
//!     Ok(drawing.finish())
//! }
//! assert!(figure().unwrap().contains("fill=\"var(--plate-blue,"));
//! ```

use crate::error::{Error, ErrorKind};
use crate::letters::{Anchor, Letters};
use crate::palette::{Read, read};
use crate::pen::{Look, Pen};
use crate::svg::Svg;
use crate::words;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend,
    DrawingErrorKind, FontStyle, FontTransform,
};

/// The canvas of a [`Drawing`](crate::Drawing) as plotters sees it.
#[derive(Debug)]
pub struct Plate<'d> {
    svg: &'d mut Svg,
}

type Drawn = Result<(), DrawingErrorKind<Error>>;

impl<'d> Plate<'d> {
    pub(crate) fn new(svg: &'d mut Svg) -> Self {
        Plate { svg }
    }
}

/// The ink that a colour stands for; an error for any other.
fn ink(color: BackendColor) -> Result<Read, DrawingErrorKind<Error>> {
    let (r, g, b) = color.rgb;
    read(color).ok_or(DrawingErrorKind::DrawingError(
        ErrorKind::NotAnInk(r, g, b).into(),
    ))
}

/// The pen of a style. plotters says 1 where no width was named, which here means 1 px.
fn pen<S: BackendStyle>(style: &S) -> Result<Pen, DrawingErrorKind<Error>> {
    let Read { tint, dashed, .. } = ink(style.color())?;
    let width = match style.stroke_width() {
        0 | 1 => 1.0,
        tenths => f64::from(tenths) / 10.0,
    };
    Ok(Pen {
        tint,
        width,
        dashed,
    })
}

impl DrawingBackend for Plate<'_> {
    type ErrorType = Error;

    fn get_size(&self) -> (u32, u32) {
        (
            self.svg.size.0.saturating_mul(10),
            self.svg.size.1.saturating_mul(10),
        )
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    /// Ends the current path: what follows lies above it, even in the same ink.
    fn present(&mut self) -> Drawn {
        self.svg.cut();
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Err(DrawingErrorKind::DrawingError(ErrorKind::Pixels.into()))
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([a, b], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let path: Vec<_> = path.into_iter().collect();
        self.svg.stroke(&path, pen(style)?, false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let corners = [a, (b.0, a.1), b, (a.0, b.1)];
        match fill {
            true => self.svg.fill(&corners, ink(style.color())?.tint, true),
            false => self.svg.stroke(&corners, pen(style)?, true),
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let corners: Vec<_> = corners.into_iter().collect();
        self.svg.fill(&corners, ink(style.color())?.tint, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let radius = i32::try_from(radius).unwrap_or(i32::MAX);
        let look = match fill {
            true => Look::from(ink(style.color())?.tint),
            false => Look::from(pen(style)?),
        };
        self.svg.circle(centre, radius, look);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        at: BackendCoord,
    ) -> Drawn {
        let Read { tint, halo, .. } = ink(style.color())?;
        let letters = Letters {
            ink: tint.ink,
            size: style.size() / 10.0,
            bold: matches!(style.style(), FontStyle::Bold),
            halo,
            turned: !matches!(style.transform(), FontTransform::None),
            across: match style.anchor().h_pos {
                HPos::Left => Anchor::Start,
                HPos::Center => Anchor::Middle,
                HPos::Right => Anchor::End,
            },
            down: match style.anchor().v_pos {
                VPos::Top => Anchor::Start,
                VPos::Center => Anchor::Middle,
                VPos::Bottom => Anchor::End,
            },
        };
        self.svg.text(at, text, letters);
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Error>> {
        let size = style.size().max(self.svg.least * 10.0);
        let along = words::width(text, size, self.svg.least * 10.0).ceil() as u32;
        let high = (size * 1.2).ceil() as u32;
        Ok(match style.transform() {
            FontTransform::Rotate90 | FontTransform::Rotate270 => (high, along),
            _ => (along, high),
        })
    }
}
