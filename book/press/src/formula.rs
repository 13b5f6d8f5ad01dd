//! Formulas: the numbers in them, and how they are set.

use crate::numeral;
pub use katex::KatexContext;
use katex::Settings;
use std::ops::Range;

/// A numeral of a formula that says what it must equal: `\val{perceptron.delta}{0.0480}`.
#[derive(Debug, Clone, PartialEq)]
pub struct Bound {
    /// The value's name.
    pub name: String,
    /// Where the numeral stands in the formula.
    pub at: Range<usize>,
}

/// A formula's source and all numerals in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Formula {
    /// The TeX that KaTeX gets: the book's own macros are replaced by what they hold.
    pub tex: String,
    /// Numerals bound to a value, by `\val{name}{numeral}`.
    pub bound: Vec<Bound>,
    /// Plain numerals with their reason, by `\lit{reason}{numeral}`.
    pub literals: Vec<(String, Range<usize>)>,
    /// How many of 0, 1, 2 and of single digits in a sub- or superscript stand plain: algebra's own.
    pub algebra: usize,
    /// Numerals that nothing accounts for.
    pub loose: Vec<Range<usize>>,
}

/// Reads the formula `source`.
///
/// ```
/// let formula = press::formula::read(r"\sigma(\val{neuron.z}{0.41}) = \frac{1}{1 + e^{-0.41}}");
/// assert_eq!(formula.tex, r"\sigma({0.41}) = \frac{1}{1 + e^{-0.41}}");
/// assert_eq!((formula.bound.len(), formula.algebra, formula.loose.len()), (1, 2, 1));
/// ```
pub fn read(source: &str) -> Formula {
    let mut formula = Formula::default();
    // What the macros hold is accounted for: blank it out for the search for loose numerals.
    let mut rest = source.to_string();
    let mut at = 0;
    while let Some((start, macro_name)) = next_macro(source, at) {
        let groups = group(source, start + macro_name.len())
            .and_then(|first| Some((first.clone(), group(source, first.end + 1)?)));
        let Some((first, second)) = groups else {
            at = start + macro_name.len();
            continue;
        };
        formula.tex += &source[at..start];
        formula.tex += &format!("{{{}}}", &source[second.clone()]);
        at = second.end + 1;
        rest.replace_range(start..at, &" ".repeat(at - start));
        let name = source[first].to_string();
        match macro_name {
            VAL => formula.bound.push(Bound { name, at: second }),
            _ => formula.literals.push((name, second)),
        }
    }
    formula.tex += &source[at..];
    for numeral in numeral::find(&rest) {
        let text = rest[numeral.clone()].trim_start_matches(['-', '\u{2212}']);
        let length = ["pt", "em", "ex", "mu"]
            .iter()
            .any(|unit| rest[numeral.end..].starts_with(unit));
        let digit = text.len() == 1;
        if length {
            continue;
        } else if matches!(text, "0" | "1" | "2") || digit && in_script(&rest, numeral.start) {
            formula.algebra += 1;
        } else {
            formula.loose.push(numeral);
        }
    }
    formula
}

const VAL: &str = "\\val";
const LIT: &str = "\\lit";

/// The next of the book's macros at or after `at`.
fn next_macro(source: &str, at: usize) -> Option<(usize, &'static str)> {
    [VAL, LIT]
        .iter()
        .filter_map(|name| {
            let start = at + source[at..].find(&format!("{name}{{"))?;
            Some((start, *name))
        })
        .min()
}

/// What stands between the brace at `open` and its partner.
fn group(source: &str, open: usize) -> Option<Range<usize>> {
    let mut depth = 0;
    if !source[open..].starts_with('{') {
        return None;
    }
    for (offset, c) in source[open..].char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(open + 1..open + offset);
        }
    }
    None
}

/// Whether the byte at `at` stands in a subscript or superscript.
fn in_script(source: &str, at: usize) -> bool {
    let scripts = source.match_indices(['_', '^']).map(|(start, _)| start + 1);
    scripts
        .take_while(|start| *start <= at)
        .any(|start| match group(source, start) {
            Some(inside) => inside.contains(&at),
            None => start == at,
        })
}

/// Sets `tex` as HTML for the eye and MathML for the ear.
///
/// # Errors
/// What KaTeX says of a formula that it cannot read.
pub fn set(context: &KatexContext, tex: &str, display: bool) -> Result<String, String> {
    let settings = Settings::builder().display_mode(display).build();
    let html = katex::render_to_string(context, tex.trim(), &settings)
        .map_err(|error| format!("a formula that cannot be set: {error}"))?;
    let html = shield(&with_sorted_attributes(&html));
    Ok(match display {
        true => format!("<div class=\"formula\">{html}</div>"),
        false => html,
    })
}

/// katex-rs writes the attributes of a tag in an order that changes from run to run. Here they are
/// sorted by name: the same formula is the same bytes.
fn with_sorted_attributes(html: &str) -> String {
    let mut sorted = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        rest = after;
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        // Every other piece between double quotes is a value; what stands before it is its name.
        let pieces: Vec<&str> = attributes.split('"').collect();
        let mut pairs: Vec<(&str, &str)> = pieces
            .chunks_exact(2)
            .map(|pair| (pair[0].trim(), pair[1]))
            .collect();
        pairs.sort_unstable();
        let end = pieces.chunks_exact(2).remainder().concat();
        sorted += text;
        sorted.push('<');
        sorted += name;
        for (name, value) in pairs {
            sorted += &format!(" {name}\"{value}\"");
        }
        sorted += end.trim_start();
        sorted.push('>');
    }
    sorted + rest
}

/// Hides from Markdown what it would read as markup in the text between tags.
pub fn shield(html: &str) -> String {
    let mut shielded = String::with_capacity(html.len());
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ => {}
        }
        match c {
            '\n' => shielded.push(' '),
            '*' | '_' | '`' | '[' | ']' | '\\' | '|' | '~' | '"' | '\'' | '-' | '.' | '$' | '!'
            | '#'
                if !in_tag =>
            {
                shielded += &format!("&#{};", u32::from(c));
            }
            _ => shielded.push(c),
        }
    }
    shielded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_html_and_mathml_that_markdown_leaves_alone() {
        let html = set(
            &KatexContext::default(),
            r"a_1 * b_1 = [c] - \frac{1}{2}",
            true,
        )
        .unwrap();
        assert!(html.contains("<math") && html.contains("katex-html"));
        assert!(!html.contains('\n'));
        let text: String = html
            .split('<')
            .filter_map(|s| s.split_once('>'))
            .map(|s| s.1)
            .collect();
        assert!(!text.contains(['*', '[', '_']), "{text}");
    }

    #[test]
    fn a_formula_is_the_same_bytes_whatever_the_order_of_attributes() {
        let one = r#"<svg b="1 2" a="x"/>y &lt; <p>z</p>"#;
        let other = r#"<svg a="x" b="1 2"/>y &lt; <p>z</p>"#;
        assert_eq!(with_sorted_attributes(one), other);
        assert_eq!(with_sorted_attributes(other), other);
    }

    #[test]
    fn a_bad_formula_is_an_error() {
        let error = set(&KatexContext::default(), r"\frac{1", false).unwrap_err();
        assert!(error.contains("cannot be set"), "{error}");
    }

    #[test]
    fn lengths_are_not_numerals_and_scripts_are_algebra() {
        let formula = read(r"\\[6pt] \hspace{3em} x_{10} + x_3 + 10^{-7} + y^5");
        assert_eq!(formula.algebra, 2, "{formula:?}");
        assert_eq!(
            formula.loose.len(),
            2,
            "x with two digits and the base ten: {formula:?}"
        );
    }
}
