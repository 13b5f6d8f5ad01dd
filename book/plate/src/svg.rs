//! The one emitter: all that charts and diagrams draw is written here.
//!
//! **Form.** An SVG in a page passes through mdBook, which reads the page with an HTML tokenizer and
//! writes it anew. The emitter writes what that leaves as it is, so the figure in the page and the
//! figure in its file are the same bytes: attribute names in lower case, double quotes, ` />` where
//! nothing is inside, `&amp; &lt; &gt;` in text, no quote, apostrophe or backslash in an attribute, no
//! blank line. One letter differs: a file needs `viewBox` to scale, which mdBook writes in lower case,
//! and a browser that reads a page takes either. A file by itself is shown at its size, and smaller in
//! a window that is narrower.
//!
//! **Size.** Coordinates are whole tenths of a pixel. Shapes of the same paint that follow each other
//! become one path; steps are relative; points that repeat or lie on a straight run are dropped.

mod element;
mod text;

use crate::ink::Tint;
use crate::path::{Spot, decimal, pair, tenths, trace};
use crate::pen::{Look, Pen};
use element::{Element, line};

/// What a run of shapes has in common, so that they can share one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Paint {
    tint: Tint,
    /// The width of a stroke, and whether it is dashed; nothing where the shapes are filled.
    stroke: Option<(i32, bool)>,
    /// Whether edges are drawn as pixels are, so that shapes that touch leave no seam.
    crisp: bool,
}

impl From<Pen> for Paint {
    fn from(pen: Pen) -> Self {
        Paint {
            tint: pen.tint,
            stroke: Some((tenths(pen.width).unwrap_or(0), pen.dashed)),
            crisp: false,
        }
    }
}

/// An SVG being written.
#[derive(Debug)]
pub(crate) struct Svg {
    out: String,
    /// The paint of the path being collected, and its data.
    run: Option<(Paint, String)>,
    /// The size in px, and the size below which no letter is set.
    pub(crate) size: (u32, u32),
    pub(crate) least: f64,
}

impl Svg {
    pub(crate) fn new(name: &str, size: (u32, u32), title: &str, desc: &str) -> Self {
        let (w, h) = size;
        let id = identifier(name);
        let (title, desc) = (line(title), line(desc));
        let out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plate\" role=\"img\" \
             aria-labelledby=\"{id}-title {id}-desc\" width=\"{w}\" height=\"{h}\" \
             viewBox=\"0 0 {w} {h}\" style=\"max-width:100%;height:auto\" fill=\"none\" \
             stroke-linecap=\"round\" stroke-linejoin=\"round\" font-family=\"Helvetica,Arial,Liberation Sans,sans-serif\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{desc}</desc>\n"
        );
        // Eleven pixels when the page shrinks the figure to 560.
        let least = 11.0 * f64::from(w.max(560)) / 560.0;
        Svg {
            out,
            run: None,
            size,
            least,
        }
    }

    /// The whole SVG.
    pub(crate) fn finish(mut self) -> String {
        self.cut();
        self.out.push_str("</svg>");
        self.out
    }

    /// Ends the current path: what follows lies above it, even in the same paint.
    pub(crate) fn cut(&mut self) {
        let Some((paint, data)) = self.run.take() else {
            return;
        };
        if data.is_empty() {
            return;
        }
        let Paint { tint, .. } = paint;
        let mut path = Element::new("path");
        match paint.stroke {
            Some((width, dashed)) => {
                path = path.color("stroke", tint, tint.ink.css());
                path = path.length("stroke-width", width);
                if dashed {
                    let dash = decimal((3 * width).clamp(40, 90));
                    path = path.with("stroke-dasharray", &format!("{dash} {dash}"));
                }
                if paint.crisp {
                    path = path.with("stroke-linecap", "butt");
                }
            }
            None => path = path.color("fill", tint, tint.ink.css()),
        }
        if paint.crisp {
            path = path.with("shape-rendering", "crispEdges");
        }
        self.out.push_str(&path.with("d", &data).empty());
    }

    /// A line through `points`, and back to the first where it is closed.
    pub(crate) fn stroke(&mut self, points: &[Spot], pen: Pen, closed: bool) {
        if let Some(data) = self.path(pen.into()) {
            trace(data, points, closed);
        }
    }

    /// A straight bar from `a` to `b` with square ends: a row of an image.
    pub(crate) fn bar(&mut self, a: Spot, b: Spot, width: i32, tint: Tint) {
        let stroke = Some((width, false));
        let crisp = true;
        if let Some(data) = self.path(Paint {
            tint,
            stroke,
            crisp,
        }) {
            trace(data, &[a, b], false);
        }
    }

    /// Bézier curves from `start`, each by two control points and its end.
    pub(crate) fn curve(&mut self, start: Spot, curves: &[[Spot; 3]], pen: Pen) {
        let Some(data) = self.path(pen.into()) else {
            return;
        };
        data.push('M');
        pair(data, start, true);
        let mut from = start;
        for curve in curves {
            data.push('c');
            for (i, to) in curve.iter().enumerate() {
                pair(data, (to.0 - from.0, to.1 - from.1), i == 0);
            }
            from = curve[2];
        }
    }

    /// A filled shape with the corners `points`. `crisp` for boxes that touch.
    pub(crate) fn fill(&mut self, points: &[Spot], tint: Tint, crisp: bool) {
        let stroke = None;
        if let Some(data) = self.path(Paint {
            tint,
            stroke,
            crisp,
        }) {
            trace(data, points, true);
        }
    }

    pub(crate) fn circle(&mut self, centre: Spot, radius: i32, look: Look) {
        let circle = Element::new("circle")
            .length("cx", centre.0)
            .length("cy", centre.1)
            .length("r", radius);
        self.shape(circle, look);
    }

    pub(crate) fn rounded(
        &mut self,
        corner: Spot,
        size: Spot,
        radius: i32,
        look: Look,
    ) {
        let rect = Element::new("rect")
            .length("x", corner.0)
            .length("y", corner.1)
            .length("width", size.0)
            .length("height", size.1)
            .length("rx", radius);
        self.shape(rect, look);
    }

    fn shape(&mut self, mut shape: Element, look: Look) {
        self.cut();
        if let Some(tint) = look.fill {
            shape = shape.color("fill", tint, tint.ink.css());
        }
        if let Some(Pen { tint, width, .. }) = look.outline
            && let Some(width) = tenths(width)
        {
            shape = shape
                .color("stroke", tint, tint.ink.css())
                .length("stroke-width", width);
        }
        self.out.push_str(&shape.empty());
    }

    /// The data of the path that is being collected in this paint; `None` where it leaves no trace.
    fn path(&mut self, paint: Paint) -> Option<&mut String> {
        if paint.tint.percent == 0 || paint.stroke.is_some_and(|(width, _)| width <= 0)
        {
            return None;
        }
        if self
            .run
            .as_ref()
            .is_none_or(|(running, _)| *running != paint)
        {
            self.cut();
        }
        Some(&mut self.run.get_or_insert_with(|| (paint, String::new())).1)
    }
}

/// `name` as an identifier: letters, digits and hyphens.
fn identifier(name: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    name.chars().map(keep).collect()
}
