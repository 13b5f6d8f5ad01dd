//! The figures of a page.

use super::{Rendering, escape};
use show::Input;
use std::ops::Range;

impl Rendering<'_> {
    pub(super) fn figure(
        &mut self,
        at: Range<usize>,
        name: &str,
        caption: Option<Range<usize>>,
    ) {
        let Some(caption) = caption else {
            return self.report(at.start, format!("the figure {name} has no caption"));
        };
        let place = self.source.problem(
            at.start,
            format!("the figure {name} stands twice in the book"),
        );
        self.page.figures.push((name.to_string(), place));
        let Some(figure) = self.stock.figures.get(name) else {
            let known: Vec<_> = self.stock.figures.keys().map(String::as_str).collect();
            let what = format!(
                "a figure that no chapter draws: {name}; there are {}",
                known.join(", ")
            );
            return self.report(at.start, what);
        };
        let of = figure
            .inputs
            .map(|inputs| format!(" data-inputs=\"{}\"", inputs.name));
        let controls = match (figure.inputs, &self.stock.programs) {
            (Some(inputs), Some(_)) => controls(inputs.list),
            _ => String::new(),
        };
        let before = format!(
            "<figure class=\"plate\" id=\"figure-{name}\" data-figure=\"{name}\"{}>\n{}\n{controls}<figcaption>\n\n",
            of.unwrap_or_default(),
            figure.svg.trim_end()
        );
        self.edits.push((at.start..caption.start, before));
        self.edits.push((
            caption.end..at.end,
            "\n\n</figcaption></figure>".to_string(),
        ));
    }
}

/// The place of a figure's controls, with the words of each of its inputs, and of its buttons: the page's
/// script puts them there, and as the place is kept, nothing moves when it does.
fn controls(inputs: &[Input]) -> String {
    let places = inputs.iter().map(|input| {
        let words = escape(input.label);
        format!("<div class=\"control\"><span class=\"label\">{words}</span></div>")
    });
    let places: String = places.collect();
    format!(
        "<div class=\"controls\" aria-hidden=\"true\">{places}<div class=\"buttons\"></div></div>\n"
    )
}
