//! The one emitter: all that charts and diagrams draw is written here.
//!
//! **Form.** An SVG in a page passes through mdBook, which reads the page with an HTML tokenizer and
//! writes it anew. The emitter writes what that leaves as it is, so the figure in the page and the
//! figure in its file are the same bytes: attribute names in lower case, double quotes, ` />` where
//! nothing is inside, `&amp; &lt; &gt;` in text, no quote, apostrophe or backslash in an attribute, no
//! blank line. One letter differs: a file needs `viewBox` to scale, which mdBook writes in lower case,
//! and a browser that reads a page takes either.
//!
//! **Size.** Coordinates are whole tenths of a pixel. Shapes of the same paint that follow each other
//! become one path; steps are relative; points that repeat or lie on a straight run are dropped.

use crate::ink::{Ink, Tint};
use crate::letters::{Anchor, Letters};
use crate::path::{Spot, decimal, pair, tenths, trace};
use crate::pen::Pen;
use crate::words;
use std::fmt::Write;

/// What a run of shapes has in common, so that they can share one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Paint {
    Stroke {
        tint: Tint,
        width: i32,
        dashed: bool,
        crisp: bool,
    },
    Fill {
        tint: Tint,
        crisp: bool,
    },
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
             viewBox=\"0 0 {w} {h}\" fill=\"none\" stroke-linecap=\"round\" \
             stroke-linejoin=\"round\" font-family=\"Helvetica,Arial,Liberation Sans,sans-serif\">\n\
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
        let mut out = String::from("<path");
        match paint {
            Paint::Stroke {
                tint,
                width,
                dashed,
                crisp,
            } => {
                color(&mut out, "stroke", tint, tint.ink.css());
                attribute(&mut out, "stroke-width", &decimal(width));
                if dashed {
                    let dash = (3 * width).clamp(40, 90);
                    let dash = format!("{} {}", decimal(dash), decimal(dash));
                    attribute(&mut out, "stroke-dasharray", &dash);
                }
                if crisp {
                    out.push_str(
                        " stroke-linecap=\"butt\" shape-rendering=\"crispEdges\"",
                    );
                }
            }
            Paint::Fill { tint, crisp } => {
                color(&mut out, "fill", tint, tint.ink.css());
                if crisp {
                    out.push_str(" shape-rendering=\"crispEdges\"");
                }
            }
        }
        attribute(&mut out, "d", &data);
        self.element(&out);
    }

    /// An open line through `points`.
    pub(crate) fn stroke(&mut self, points: &[Spot], pen: Pen, closed: bool) {
        if let Some(paint) = stroke_paint(pen) {
            trace(self.path(paint), points, closed);
        }
    }

    /// A straight bar from `a` to `b` with square ends: a row of an image.
    pub(crate) fn bar(&mut self, a: Spot, b: Spot, width: i32, tint: Tint) {
        if tint.percent > 0 && width > 0 {
            let paint = Paint::Stroke {
                tint,
                width,
                dashed: false,
                crisp: true,
            };
            trace(self.path(paint), &[a, b], false);
        }
    }

    /// Bézier curves from `start`, each by two control points and its end.
    pub(crate) fn curve(&mut self, start: Spot, curves: &[[Spot; 3]], pen: Pen) {
        let Some(paint) = stroke_paint(pen) else {
            return;
        };
        let data = self.path(paint);
        data.push('M');
        pair(data, start, true);
        let mut from = start;
        for curve in curves {
            for (i, &p) in curve.iter().enumerate() {
                let step = (p.0 - from.0, p.1 - from.1);
                if i == 0 {
                    data.push('c');
                }
                pair(data, step, i == 0);
            }
            from = curve[2];
        }
    }

    /// A filled shape with the corners `points`. `crisp` for boxes that touch.
    pub(crate) fn fill(&mut self, points: &[Spot], tint: Tint, crisp: bool) {
        if tint.percent > 0 {
            trace(self.path(Paint::Fill { tint, crisp }), points, true);
        }
    }

    pub(crate) fn circle(
        &mut self,
        centre: Spot,
        radius: i32,
        fill: Option<Tint>,
        pen: Option<Pen>,
    ) {
        let mut out = String::from("<circle");
        attribute(&mut out, "cx", &decimal(centre.0));
        attribute(&mut out, "cy", &decimal(centre.1));
        attribute(&mut out, "r", &decimal(radius));
        self.shape(out, fill, pen);
    }

    pub(crate) fn rounded(
        &mut self,
        corner: Spot,
        size: Spot,
        radius: i32,
        fill: Option<Tint>,
        pen: Option<Pen>,
    ) {
        let mut out = String::from("<rect");
        attribute(&mut out, "x", &decimal(corner.0));
        attribute(&mut out, "y", &decimal(corner.1));
        attribute(&mut out, "width", &decimal(size.0));
        attribute(&mut out, "height", &decimal(size.1));
        attribute(&mut out, "rx", &decimal(radius));
        self.shape(out, fill, pen);
    }

    fn shape(&mut self, mut out: String, fill: Option<Tint>, pen: Option<Pen>) {
        self.cut();
        if let Some(tint) = fill {
            color(&mut out, "fill", tint, tint.ink.css());
        }
        if let Some((pen, width)) = pen.and_then(|pen| Some((pen, tenths(pen.width)?)))
        {
            color(&mut out, "stroke", pen.tint, pen.tint.ink.css());
            attribute(&mut out, "stroke-width", &decimal(width));
        }
        self.element(&out);
    }

    /// Words about a point. See [`words`] for the little mathematics in them.
    pub(crate) fn text(&mut self, at: Spot, text: &str, letters: Letters) {
        let spans = words::spans(text);
        let Some(whole) = tenths(letters.size.max(self.least)) else {
            return;
        };
        if spans.is_empty() {
            return;
        }
        self.cut();
        let size = f64::from(whole) / 10.0;
        // The baseline is placed by hand: browsers differ in `dominant-baseline`.
        let sink = match letters.down {
            Anchor::Start => 0.76,
            Anchor::Middle => 0.36,
            Anchor::End => -0.18,
        };
        let baseline = at.1 + tenths(sink * size).unwrap_or(0);
        let mut start = String::from("<text");
        attribute(&mut start, "x", &decimal(at.0));
        attribute(&mut start, "y", &decimal(baseline));
        attribute(&mut start, "font-size", &decimal(whole));
        match letters.across {
            Anchor::Start => {}
            Anchor::Middle => attribute(&mut start, "text-anchor", "middle"),
            Anchor::End => attribute(&mut start, "text-anchor", "end"),
        }
        if letters.bold {
            attribute(&mut start, "font-weight", "700");
        }
        if letters.turned {
            let turn = format!("rotate(-90,{},{})", decimal(at.0), decimal(at.1));
            attribute(&mut start, "transform", &turn);
        }
        let rim = format!(" stroke=\"{}\" stroke-width=\"6\"", Ink::Paper.css());
        let mut looks = vec![];
        match (letters.halo, spans.len()) {
            (false, _) => looks.push(String::new()),
            (true, 1) => looks.push(format!("{rim} paint-order=\"stroke\"")),
            // The rim of one piece would cover the end of the piece before: all rims come first.
            (true, _) => looks.extend([rim, String::new()]),
        }
        for look in looks {
            let mut out = start.clone();
            color(&mut out, "fill", letters.ink.into(), letters.ink.text_css());
            out.push_str(&look);
            out.push('>');
            self.spans(&mut out, &spans, size, whole);
            out.push_str("</text>\n");
            self.out.push_str(&out);
        }
    }

    fn spans(&self, out: &mut String, spans: &[words::Span], size: f64, whole: i32) {
        let mut sunk = 0;
        for span in spans {
            let drop = tenths(span.drop(size)).unwrap_or(0);
            let own = tenths(span.size(size, self.least)).unwrap_or(whole);
            let text = escaped(&span.text);
            if drop == sunk && own == whole && !span.italic {
                out.push_str(&text);
                continue;
            }
            out.push_str("<tspan");
            if drop != sunk {
                attribute(out, "dy", &decimal(drop - sunk));
            }
            if own != whole {
                attribute(out, "font-size", &decimal(own));
            }
            if span.italic {
                out.push_str(
                    " font-family=\"KaTeX_Math,Times New Roman,Liberation Serif,serif\" \
                     font-style=\"italic\"",
                );
            }
            let _ = write!(out, ">{text}</tspan>");
            sunk = drop;
        }
    }

    /// The data of the path that is being collected in this paint.
    fn path(&mut self, paint: Paint) -> &mut String {
        if self
            .run
            .as_ref()
            .is_none_or(|(running, _)| *running != paint)
        {
            self.cut();
        }
        &mut self.run.get_or_insert_with(|| (paint, String::new())).1
    }

    fn element(&mut self, start: &str) {
        self.out.push_str(start);
        self.out.push_str(" />\n");
    }
}

fn stroke_paint(pen: Pen) -> Option<Paint> {
    let width = tenths(pen.width).filter(|width| *width > 0)?;
    (pen.tint.percent > 0).then_some(Paint::Stroke {
        tint: pen.tint,
        width,
        dashed: pen.dashed,
        crisp: false,
    })
}

fn attribute(out: &mut String, name: &str, value: &str) {
    let _ = write!(out, " {name}=\"{value}\"");
}

/// `fill="…"` or `stroke="…"`, and its opacity where it is not full.
fn color(out: &mut String, name: &str, tint: Tint, css: &str) {
    attribute(out, name, css);
    if tint.percent < 100 {
        let percent = f64::from(tint.percent) / 100.0;
        let _ = write!(out, " {name}-opacity=\"{percent}\"");
    }
}

/// Text with the three characters escaped that mean something in it, without those that XML forbids.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if c.is_whitespace() => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// As [`escaped`], on one line with single spaces.
fn line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// `name` as an identifier: letters, digits and hyphens.
fn identifier(name: &str) -> String {
    let keep = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    name.chars().map(keep).collect()
}
