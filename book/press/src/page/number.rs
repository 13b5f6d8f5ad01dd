//! The numbers of a page, marked up.

use super::{Rendering, escape};
use crate::census::Account;
use crate::formula;
use std::ops::Range;

impl Rendering<'_> {
    /// A bound number: what is written, the value at full precision, and what the value is.
    pub(super) fn data(&self, name: &str, value: f64, literal: &str) -> String {
        let attributes = self.attributes(name);
        format!("<data value=\"{value}\" {attributes}>{literal}</data>")
    }

    /// The name of a value, the name of the inputs that it follows, and its place if it is one.
    pub(super) fn attributes(&self, name: &str) -> String {
        let mut attributes = format!("data-name=\"{name}\"");
        if let Some(inputs) = self.stock.inputs_followed(name) {
            attributes += &format!(" data-inputs=\"{inputs}\"");
        }
        if let Some(place) = self.stock.inputs.get(name) {
            attributes += &format!(" data-input=\"{place}\"");
        }
        attributes
    }

    /// Every bound numeral as `<data>`; a code span that holds one becomes HTML as a whole.
    pub(super) fn numbers(&mut self) {
        let text = &self.source.text;
        let mut tokens = self.census.tokens.iter().peekable();
        while let Some(token) = tokens.next() {
            let Some(span) = token.code.clone() else {
                if let Account::Bound(name, value) = &token.account {
                    let at = with_percent(text, &token.at);
                    let data = self.data(name, *value, &text[at.clone()]);
                    self.edits.push((at, data));
                }
                continue;
            };
            let mut inside = vec![token];
            while let Some(next) =
                tokens.next_if(|next| next.code.as_ref() == Some(&span))
            {
                inside.push(next);
            }
            if inside
                .iter()
                .all(|token| !matches!(token.account, Account::Bound(..)))
            {
                continue;
            }
            let ticks = text[span.clone()].chars().take_while(|c| *c == '`').count();
            let mut html = String::from("<code>");
            let mut from = span.start + ticks;
            for token in inside {
                html += &escape(&text[from..token.at.start]);
                let at = with_percent(text, &token.at);
                from = at.end;
                let literal = &text[at];
                html += &match &token.account {
                    Account::Bound(name, value) => self.data(name, *value, literal),
                    _ => escape(literal),
                };
            }
            html += &escape(&text[from..span.end - ticks]);
            self.edits
                .push((span, formula::shield(&(html + "</code>"))));
        }
    }
}

/// Where the numeral at `at` ends with its percent sign, if it has one: `85.5%` is one number, 0.855.
fn with_percent(text: &str, at: &Range<usize>) -> Range<usize> {
    let sign = text[at.end..].starts_with('%');
    at.start..at.end + usize::from(sign)
}
