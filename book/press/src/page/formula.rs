//! The formulas of a page, with their numbers bound.

use super::Rendering;
use crate::formula::{self, Written};
use std::ops::Range;

impl Rendering<'_> {
    pub(super) fn formula(&mut self, at: Range<usize>, tex: &str, display: bool) {
        self.page.formulas += 1;
        self.opaque.push(at.clone());
        let start = at.start + if display { 2 } else { 1 };
        let formula = formula::read(tex);
        let place = |inside: &Range<usize>| start + inside.start..start + inside.end;
        let mut written = Vec::new();
        for bound in &formula.bound {
            let value = self
                .census
                .check(place(&bound.at), false, true, &bound.name);
            // In a formula a hyphen is a minus, and braces keep KaTeX from spacing a comma.
            let literal = tex[bound.at.clone()]
                .replace("{,}", ",")
                .replace('-', "\u{2212}");
            written.push(match value {
                Some(value) => Written {
                    heard: format!(
                        "<mn {}>{literal}</mn>",
                        self.attributes(&bound.name)
                    ),
                    seen: self.data(&bound.name, value, &literal),
                },
                None => Written {
                    heard: format!("<mn>{literal}</mn>"),
                    seen: literal,
                },
            });
        }
        for (reason, literal) in &formula.literals {
            self.census.literal(place(literal), reason);
        }
        formula
            .loose
            .iter()
            .for_each(|loose| self.census.loose(place(loose)));
        self.census.algebra(formula.algebra);
        match formula::set(self.katex, &formula, display, |index| {
            written[index].clone()
        }) {
            Ok(html) => self.edits.push((at, html)),
            Err(what) => self.report(at.start, what),
        }
    }
}
