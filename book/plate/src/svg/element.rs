//! One element of an SVG, as text.

use crate::ink::Tint;
use crate::path::decimal;
use std::fmt::Write;

/// The start of an element: its name, and the attributes that it has so far.
#[derive(Clone)]
pub(super) struct Element(String);

impl Element {
    pub(super) fn new(name: &str) -> Self {
        Element(format!("<{name}"))
    }

    pub(super) fn with(mut self, name: &str, value: &str) -> Self {
        let _ = write!(self.0, " {name}=\"{value}\"");
        self
    }

    /// An attribute whose value is a length in tenths of a pixel.
    pub(super) fn length(self, name: &str, tenths: i32) -> Self {
        self.with(name, &decimal(tenths))
    }

    /// `fill="…"` or `stroke="…"`, and its opacity where it is not full.
    pub(super) fn color(self, name: &str, tint: Tint, css: &str) -> Self {
        let mut element = self.with(name, css);
        if tint.percent < 100 {
            let opacity = f64::from(tint.percent) / 100.0;
            let _ = write!(element.0, " {name}-opacity=\"{opacity}\"");
        }
        element
    }

    /// The element with nothing inside.
    pub(super) fn empty(self) -> String {
        self.0 + " />\n"
    }

    /// The element around `inside`.
    pub(super) fn around(self, inside: &str) -> String {
        let name = self.0[1..]
            .split(' ')
            .next()
            .unwrap_or_default()
            .to_string();
        format!("{}>{inside}</{name}>", self.0)
    }
}

/// Text with the three characters escaped that mean something in it, without those that XML forbids.
pub(super) fn escaped(text: &str) -> String {
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
pub(super) fn line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
