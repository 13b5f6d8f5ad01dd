//! Whatever a reader sets, every example and every figure answers or refuses in a sentence. Whatever a
//! writer writes, the press prints it or says what is wrong with it.

use press::formula::KatexContext;
use press::problem::Source;
use press::rules::Rules;
use press::stock::Stock;
use proptest::collection::vec;
use proptest::prelude::*;
use show::Input;
use std::time::{Duration, Instant};

/// More parts than any example has inputs.
const MOST: usize = 24;

/// How long nobody waits for an answer, not even on a machine that is busy and in a program that is
/// not optimised.
const LONG: Duration = Duration::from_secs(1);

/// Where everything is set: for each input the part of its range, 0 for the least and 1 for the
/// largest, and whether it was set by a slider, which has steps.
#[derive(Debug, Clone)]
struct Set {
    parts: Vec<f64>,
    by_slider: bool,
}

impl Set {
    fn values(&self, inputs: &[Input]) -> Vec<f64> {
        let all = inputs.iter().zip(&self.parts);
        all.map(|(input, part)| {
            let value = (input.min + part * (input.max - input.min)).min(input.max);
            if self.by_slider {
                input.setting(value)
            } else {
                value
            }
        })
        .collect()
    }
}

fn set() -> impl Strategy<Value = Set> {
    let part = prop_oneof![3 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)];
    (vec(part, MOST), any::<bool>())
        .prop_map(|(parts, by_slider)| Set { parts, by_slider })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_example_soon_answers_with_finite_numbers_or_refuses_in_words(set in set()) {
        for example in live::interactive().into_iter().flat_map(|chapter| chapter.examples) {
            let values = set.values(example.inputs.list);
            prop_assert!(values.len() == example.inputs.list.len());
            let asked = Instant::now();
            match example.run(&values) {
                Ok(outputs) => for (name, value) in outputs.iter() {
                    prop_assert!(value.is_finite(), "{}.{name} is {value} at {values:?}", example.name);
                },
                Err(refusal) => prop_assert!(!refusal.as_str().is_empty()),
            }
            let waited = asked.elapsed();
            prop_assert!(waited < LONG, "{} takes {waited:?} at {values:?}", example.name);
        }
    }

    #[test]
    fn every_figure_is_soon_drawn_or_refused_in_words(set in set()) {
        for figure in live::interactive().into_iter().flat_map(|chapter| chapter.figures) {
            let values = set.values(figure.inputs.list);
            let asked = Instant::now();
            match figure.draw(&values) {
                Ok(svg) => {
                    let numbers = ["NaN", "inf\"", "inf "].iter().all(|word| !svg.contains(word));
                    prop_assert!(numbers, "{} at {values:?}: {svg}", figure.name);
                }
                Err(refusal) => prop_assert!(!refusal.as_str().is_empty()),
            }
            let waited = asked.elapsed();
            prop_assert!(waited < LONG, "{} takes {waited:?} at {values:?}", figure.name);
        }
    }

    #[test]
    fn what_no_reader_can_set_is_refused_with_its_name_and_range(
        bits in any::<u64>(), at in 0..MOST, set in set(),
    ) {
        let wild = f64::from_bits(bits);
        for example in live::interactive().into_iter().flat_map(|chapter| chapter.examples) {
            let mut values = set.values(example.inputs.list);
            let at = at % values.len();
            let Input { name, min, max, .. } = example.inputs.list[at];
            if !(min..=max).contains(&wild) {
                values[at] = wild;
                let refusal = example.run(&values).unwrap_err();
                let said = format!("`{name}` is {wild}: expected a number from {min} to {max}");
                prop_assert_eq!(refusal.as_str(), said);
            }
        }
    }
}

/// Pieces of pages: marks, formulas, fences, directives, and what stands in their way.
const PIECES: &[&str] = &[
    "0.41",
    "−0.3",
    "-7",
    "1,024",
    "1.5e−7",
    "%",
    "`",
    "```",
    "```rust\n",
    "```rust,E0382\n",
    "\n",
    "\n\n",
    "$",
    "$$",
    "\\val{line.z}{",
    "\\lit{date}{",
    "\\frac",
    "\\left(",
    "{",
    "}",
    "^",
    "_",
    "&",
    "\\\\",
    "<!--=line.z-->",
    "<!--=a,b,c-->",
    "<!--=a/b-->",
    "<!--lit: date-->",
    "<!--",
    "-->",
    "<p>",
    "</",
    ">",
    "{{#include a.rs:b}}",
    "{{#",
    "}}",
    "{{#output x}}",
    "{{#opening é}}",
    "{{#machine x}}",
    "![",
    "[",
    "]",
    "(figure:dot)",
    "(x.md#y)",
    "|",
    "> ",
    "- ",
    "#",
    "*",
    "é",
    "𝔘",
    "\u{0}",
    "\r\n",
    "    ",
    "[^1]",
    ":",
    " x",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        9 => proptest::sample::select(PIECES).prop_map(str::to_string),
        1 => any::<char>().prop_map(String::from),
    ];
    vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_press_prints_any_text_or_reports_lines_that_it_has(text in text()) {
        let source = Source::new("src/page.md", text.as_str());
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let page = press::page::render(
            root, &source, &Stock::default(), &Rules::default(), &KatexContext::default(),
        );
        let lines = text.split('\n').count();
        for problem in &page.problems {
            prop_assert!((1..=lines).contains(&problem.line), "{problem}");
        }
    }

    #[test]
    fn a_numeral_is_found_whole_and_starts_and_ends_with_a_digit(text in text()) {
        let mut end = 0;
        for at in press::numeral::find(&text) {
            prop_assert!(end <= at.start);
            end = at.end;
            let numeral = text[at].trim_start_matches(['-', '\u{2212}']);
            prop_assert!(numeral.starts_with(|c: char| c.is_ascii_digit()), "{numeral}");
            prop_assert!(numeral.ends_with(|c: char| c.is_ascii_digit()), "{numeral}");
        }
    }
}
