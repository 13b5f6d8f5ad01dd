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
    /// What stands for it in [`Formula::tex`]: a number of its own, by which it is found again in
    /// what KaTeX makes of the formula.
    pub stand_in: String,
}

/// A formula's source and all numerals in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Formula {
    /// The TeX that KaTeX gets: the book's own macros are replaced by what they hold, and a bound
    /// numeral by its stand-in.
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
/// assert_eq!(formula.tex, r"\sigma({900009}) = \frac{1}{1 + e^{-0.41}}");
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
        at = second.end + 1;
        rest.replace_range(start..at, &" ".repeat(at - start));
        let name = source[first].to_string();
        match macro_name {
            VAL => {
                let stand_in = stand_in(source, formula.bound.len());
                formula.tex += &format!("{{{stand_in}}}");
                formula.bound.push(Bound {
                    name,
                    at: second,
                    stand_in,
                });
            }
            _ => {
                formula.tex += &format!("{{{}}}", &source[second.clone()]);
                formula.literals.push((name, second));
            }
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
        } else if matches!(text, "0" | "1" | "2")
            || digit && in_script(&rest, numeral.start)
        {
            formula.algebra += 1;
        } else {
            formula.loose.push(numeral);
        }
    }
    formula
}

/// The number that stands for the bound numeral at `index`: none that `source` has.
fn stand_in(source: &str, index: usize) -> String {
    let mut number = format!("9{index:04}9");
    while source.contains(&number) {
        number.insert(1, '0');
    }
    number
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

/// Sets `formula` as HTML for the eye and MathML for the ear. `written` says how the bound numeral
/// at an index is written.
///
/// The marks are put into KaTeX's HTML, not on the nodes of its tree: that holds no `<data>`, and has no
/// order of attributes. A parser of HTML would make nodes of it, at four times the price of setting it.
///
/// The TeX itself, which KaTeX keeps as an annotation, is left out: nobody sees or hears it, and it
/// would go on saying the old numbers when a reader changes them.
///
/// # Errors
/// What KaTeX says of a formula that it cannot read.
pub fn set(
    context: &KatexContext,
    formula: &Formula,
    display: bool,
    written: impl Fn(usize) -> Written,
) -> Result<String, String> {
    let settings = Settings::builder().display_mode(display).build();
    let html = katex::render_to_string(context, formula.tex.trim(), &settings)
        .map_err(|error| format!("a formula that cannot be set: {error}"))?;
    let html = with_sorted_attributes(&html);
    let (mathml, html) = html.split_once("</math>").unwrap_or(("", &html));
    let mathml = mathml
        .split_once("<annotation")
        .map_or(mathml, |(before, _)| before);
    let mut mathml = format!("{mathml}</semantics></math>");
    let mut html = html.to_string();
    for (index, bound) in formula.bound.iter().enumerate() {
        let Written { seen, heard } = written(index);
        html = html.replace(&bound.stand_in, &seen);
        // KaTeX joins numbers that stand side by side.
        mathml = mathml.replace(&bound.stand_in, &format!("</mn>{heard}<mn>"));
    }
    let html = shield(&(mathml.replace("<mn></mn>", "") + &html));
    Ok(match display {
        true => format!("<div class=\"formula\">{html}</div>"),
        false => html,
    })
}

/// How a bound numeral is written in a formula.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// HTML for the eye.
    pub seen: String,
    /// MathML for the ear: an `mn`.
    pub heard: String,
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
            '*' | '_' | '`' | '[' | ']' | '\\' | '|' | '~' | '"' | '\'' | '-' | '.'
            | '$' | '!' | '#'
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

    /// Sets a formula whose bound numerals are written as their names.
    fn plain(tex: &str) -> Result<String, String> {
        let formula = read(tex);
        set(&KatexContext::default(), &formula, true, |index| {
            let name = &formula.bound[index].name;
            Written {
                seen: format!("<data>{name}</data>"),
                heard: format!("<mn id=\"x\">{name}</mn>"),
            }
        })
    }

    #[test]
    fn a_bound_numeral_is_marked_for_the_eye_and_for_the_ear() {
        let tex = r"2\val{a}{0.5}\val{b}{−1} + \frac{\val{c}{3}}{x^\val{d}{7}} = \begin{bmatrix} \val{e}{1{,}024} \end{bmatrix}";
        let html = plain(tex).unwrap();
        let (mathml, html) = html.split_once("</math>").unwrap();
        for name in ["a", "b", "c", "d", "e"] {
            assert_eq!(
                html.matches(&format!("<data>{name}</data>")).count(),
                1,
                "{name}: {html}"
            );
            assert_eq!(
                mathml.matches(&format!("<mn id=\"x\">{name}</mn>")).count(),
                1,
                "{name}: {mathml}"
            );
        }
        assert!(
            mathml.contains("<mn>2</mn><mn id="),
            "numbers stay apart: {mathml}"
        );
        assert!(
            !mathml.contains("annotation") && !mathml.contains("<mn></mn>"),
            "{mathml}"
        );
    }

    #[test]
    fn a_formula_becomes_html_and_mathml_that_markdown_leaves_alone() {
        let html = plain(r"a_1 * b_1 = [c] - \frac{1}{2}").unwrap();
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
        let error = plain(r"\frac{1").unwrap_err();
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
