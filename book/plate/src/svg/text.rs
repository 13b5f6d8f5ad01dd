//! Words in an SVG: one `<text>`, with a `<tspan>` for each piece that is set in another way.

use super::Svg;
use super::element::{Element, escaped};
use crate::ink::Ink;
use crate::letters::{Anchor, Letters};
use crate::path::{Spot, decimal, tenths};
use crate::words::{self, Span};

impl Svg {
    /// Words about a point. See [`words`] for the little mathematics in them.
    pub(crate) fn text(&mut self, at: Spot, text: &str, letters: Letters) {
        let spans = words::spans(text);
        let Some(size) = tenths(letters.size.max(self.least)) else {
            return;
        };
        if spans.is_empty() {
            return;
        }
        self.cut();
        let inside = self.spans(&spans, size);
        let text = start(at, size, letters).color(
            "fill",
            letters.ink.into(),
            letters.ink.text_css(),
        );
        let rim = text
            .clone()
            .with("stroke", Ink::Paper.css())
            .with("stroke-width", "6");
        let texts = match (letters.halo, spans.len()) {
            (false, _) => vec![text],
            (true, 1) => vec![rim.with("paint-order", "stroke")],
            // The rim of one piece would cover the end of the piece before: all rims come first.
            (true, _) => vec![rim, text],
        };
        for text in texts {
            self.out.push_str(&text.around(&inside));
            self.out.push('\n');
        }
    }

    /// The pieces of a text whose letters are `size` tenths of a pixel high.
    fn spans(&self, spans: &[Span], size: i32) -> String {
        let px = f64::from(size) / 10.0;
        let mut out = String::new();
        let mut sunk = 0;
        for span in spans {
            let drop = tenths(span.drop(px)).unwrap_or(0);
            let own = tenths(span.size(px, self.least)).unwrap_or(size);
            let text = escaped(&span.text);
            if drop == sunk && own == size && !span.italic {
                out.push_str(&text);
                continue;
            }
            let mut piece = Element::new("tspan");
            if drop != sunk {
                piece = piece.length("dy", drop - sunk);
            }
            if own != size {
                piece = piece.length("font-size", own);
            }
            if span.italic {
                let serifs = "KaTeX_Math,Times New Roman,Liberation Serif,serif";
                piece = piece
                    .with("font-family", serifs)
                    .with("font-style", "italic");
            }
            out.push_str(&piece.around(&text));
            sunk = drop;
        }
        out
    }
}

/// The element of words of that size about a point, but for their paint.
fn start(at: Spot, size: i32, letters: Letters) -> Element {
    // The baseline is placed by hand: browsers differ in `dominant-baseline`.
    let sink = match letters.down {
        Anchor::Start => 0.76,
        Anchor::Middle => 0.36,
        Anchor::End => -0.18,
    };
    let baseline = at.1 + tenths(sink * f64::from(size) / 10.0).unwrap_or(0);
    let mut text = Element::new("text")
        .length("x", at.0)
        .length("y", baseline)
        .length("font-size", size);
    match letters.across {
        Anchor::Start => {}
        Anchor::Middle => text = text.with("text-anchor", "middle"),
        Anchor::End => text = text.with("text-anchor", "end"),
    }
    if letters.bold {
        text = text.with("font-weight", "700");
    }
    if letters.turned {
        let turn = format!("rotate(-90,{},{})", decimal(at.0), decimal(at.1));
        text = text.with("transform", &turn);
    }
    text
}
