//! What becomes of a page, as snapshots; and every problem of the text stops the book and says where it is: shown on a tiny book, problem by problem.

use indicatif::ProgressBar;
use insta::assert_snapshot;
use mdbook_driver::MDBook;
use plate::Drawing;
use press::computed::Computed;
use press::edition::{self, Edition};
use press::problem::Problems;
use press::program::{Pad, Programs};
use press::{figures, links, proof};
use scraper::{Html, Selector};
use show::{Chapter, Example, Figure, Interactive, Outputs, Still, Transcript};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

show::inputs! {
    /// One input and its weight.
    pub struct Line = "line" {
        /// the input
        x = 2.0 in -4.0..=4.0 by 0.5,
        /// its weight
        w = -0.3 in -2.0..=2.0 by 0.1,
    }
}

fn line(line: &Line) -> show::Result<Outputs> {
    let z = line.w * line.x;
    Ok(Outputs::new().with("z", z).with("large", 1000.0 * line.x))
}

fn dot(line: &Line) -> show::Result<String> {
    let mut drawing =
        Drawing::new("dot", (60, 40), "A dot", "A dot, as far right as x.");
    drawing.circle((30.0 + line.x, 20.0), 4.0, plate::Ink::Blue);
    Ok(drawing.finish())
}

fn chapters() -> Vec<Chapter> {
    let chapter = Interactive {
        package: "line",
        examples: vec![Example::new(line)],
        figures: vec![Figure::new("dot", dot)],
    };
    vec![Chapter {
        numbers: vec![Still::new("weeks", || Ok(Outputs::new().with("days", 7.0)))],
        figures: vec![Still::new("square", || dot(&Line::default()))],
        transcripts: vec![Transcript::new("said", || Ok("z = -0.6".to_string()))],
        ..Chapter::of(chapter)
    }]
}

/// What every page of the fixture has: its figure, its output.
const WHOLE: &str = "![A dot.](figure:dot)\n\n{{#output said}}\n";

const CODE: &str = concat!(
    "// ANCHOR: good\nassert_eq!(1 + 1, 2);\n// ANCHOR_END: good\n",
    "// ANCHOR: bad\nlet x: u8 = \"no\";\n// ANCHOR_END: bad\n",
    "// ANCHOR: false\nassert_eq!(1 + 1, 3);\n// ANCHOR_END: false\n",
);

const RULES: &str = "[reasons]\ndate = \"a year\"\nsource = \"quoted\"\n\n\
    [[allow]]\ntext = \"Apache-2.0\"\nreason = \"source\"\n";

/// A book whose one page says `text`, with all that the rules want.
fn book(text: &str) -> (TempDir, MDBook) {
    book_with(text, RULES)
}

fn book_with(text: &str, rules: &str) -> (TempDir, MDBook) {
    let root = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = root.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(
        "book.toml",
        "[book]\ntitle = \"Tiny\"\nsrc = \"src\"\n[build]\nbuild-dir = \"out\"\n",
    );
    write(
        "src/SUMMARY.md",
        "- [Page](page.md)\n- [Other](other.md)\n- [Still](still.md)\n",
    );
    write("src/still.md", "# Still\n\n![A square.](figure:square)\n");
    write("src/other.md", &format!("# Other\n\n{WHOLE}"));
    write("src/page.md", text);
    write("code.rs", CODE);
    write("book/census.toml", rules);
    let book = MDBook::load(root.path()).unwrap();
    (root, book)
}

fn render(root: &Path, book: &mut MDBook) -> Edition {
    render_with(root, book, None)
}

fn render_with(root: &Path, book: &mut MDBook, programs: Option<Programs>) -> Edition {
    render_of(root, book, &chapters(), programs)
}

fn render_of(
    root: &Path,
    book: &mut MDBook,
    chapters: &[Chapter],
    programs: Option<Programs>,
) -> Edition {
    let (src, bar) = (Path::new("src"), ProgressBar::hidden());
    edition::render(
        root,
        src,
        chapters,
        Computed::all(chapters),
        programs,
        &mut book.book,
        &bar,
    )
    .unwrap()
}

fn programs() -> Programs {
    let page = "page-1.js".to_string();
    let line = ["line", "program-line-1.js"].map(String::from);
    let [draw, program, weights, digits] =
        ["draw-1.js", "pad-1.js", "weights-1.js", "mnist-1.js"].map(String::from);
    let pad = Pad {
        page: draw,
        program,
        weights,
        digits,
    };
    Programs {
        page,
        chapters: [line.into()].into(),
        pad,
    }
}

/// What is rendered of the page called `name`.
fn rendered(book: &MDBook, name: &str) -> String {
    let page = book.iter().find_map(|item| match item {
        mdbook_driver::book::BookItem::Chapter(c) if c.name == name => {
            Some(c.content.clone())
        }
        _ => None,
    });
    page.unwrap()
}

/// What is wrong, in the order of files and lines.
fn sorted(problems: &Problems) -> Vec<String> {
    let problems = problems.sorted();
    problems.iter().map(|problem| problem.to_string()).collect()
}

/// The problems of a page that says `text` below its title and licence line.
fn problems(text: &str) -> Vec<String> {
    let (root, mut book) = book(&format!("# Page\n\nApache-2.0\n\n{text}\n"));
    sorted(&render(root.path(), &mut book).problems)
}

#[track_caller]
fn one_problem(text: &str, what: &str) {
    let problems = problems(text);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].starts_with("src/page.md:5: "),
        "{}",
        problems[0]
    );
    assert!(problems[0].contains(what), "{}", problems[0]);
}

#[test]
fn a_page_without_problems_is_rendered() {
    let text = "z = −0.60<!--=line.z-->, `[2.0, -0.3]`<!--=line.x,line.w-->, 2,000<!--=line.large-->, \
        −60%<!--=line.z-->, in 1958<!--lit: date-->, $z = \\val{line.z}{-0.6} + x_1^2$.";
    assert_eq!(problems(text), [""; 0]);
}

/// What a page that says `text` is rendered to.
#[track_caller]
fn page(text: &str) -> String {
    let (root, mut book) = book(text);
    let edition = render(root.path(), &mut book);
    assert_eq!(sorted(&edition.problems), [""; 0]);
    rendered(&book, "Page")
}

#[test]
fn a_number_is_rendered_with_its_value_and_name() {
    assert_snapshot!(
        page("Apache-2.0, **−0.6**<!--=line.z-->, 2<!--=line.x-->"),
        @r#"Apache-2.0, **<data value="-0.6" data-name="line.z" data-inputs="line">−0.6</data>**, <data value="2" data-name="line.x" data-inputs="line" data-input="0">2</data>"#
    );
}

#[test]
fn a_percentage_is_rendered_as_one_number() {
    assert_snapshot!(
        page("Apache-2.0, −60%<!--=line.z-->, `-60%`<!--=line.z-->, 2<!--=line.x-->%"),
        @r#"Apache-2.0, <data value="-0.6" data-name="line.z" data-inputs="line">−60%</data>, <code><data value="-0.6" data-name="line.z" data-inputs="line">&#45;60%</data></code>, <data value="2" data-name="line.x" data-inputs="line" data-input="0">2</data>%"#
    );
}

#[test]
fn words_for_the_defaults_are_marked_and_may_hold_numbers_and_formulas() {
    assert_snapshot!(page(
        "Apache-2.0. [*Less*, $x$, than 2<!--=line.x-->](only:line) of [it](other.md).",
    ));
}

/// A page with all that a page can have.
const EVERYTHING: &str = r#"# Page

{{#opening other}}

Numbers: **−0.6**<!--=line.z--> and −60%<!--=line.z-->, code `[2.0, -0.3]`<!--=line.x,line.w-->,
a year 1958<!--lit: date-->, a licence Apache-2.0, [words for 2<!--=line.x-->](only:line).

| $x$ | $w \cdot x$ |
|---|---|
| 2<!--=line.x--> | $\val{line.z}{-0.6}$ |

$$z = \sqrt{\val{line.w}{-0.3}} \cdot \frac{\val{line.x}{2}}{1} = \val{line.large}{2{,}000} + x_1^2$$

![A dot *more*, at 2<!--=line.x-->.](figure:dot)

```rust
# {{#include ../code.rs:false}}
{{#include ../code.rs:good}}
```

{{#example line/xor}}

<details><summary>More lines</summary>

{{#output said}}

</details>

200<!--=bench.line.dot.ns--> ns ({{#machine line}})

{{#ledger}}
"#;

/// A book with that page, its example and its bench.
fn whole_book() -> (TempDir, MDBook) {
    let (root, mut book) = measured_book(BENCHES, "");
    let write = |file: &str, text: &str| {
        let path = root.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("src/page.md", EVERYTHING);
    write("src/other.md", "# Other\n");
    write("chapters/line/Cargo.toml", "");
    write("chapters/line/examples/xor.rs", "fn main() {}\n");
    write("chapters/line/examples/xor.txt", "0 1 → 1\n1 1 → 0\n");
    book.book = MDBook::load(root.path()).unwrap().book;
    let edition = render(root.path(), &mut book);
    assert_eq!(sorted(&edition.problems), [""; 0]);
    (root, book)
}

#[test]
fn a_whole_page_as_mdbook_gets_it() {
    let (_root, book) = whole_book();
    assert_snapshot!(rendered(&book, "Page"));
}

#[test]
fn a_whole_page_as_mdbook_writes_it() {
    let (root, book) = whole_book();
    book.build().unwrap();
    let built = fs::read_to_string(root.path().join("out/page.html")).unwrap();
    let (_, main) = built.split_once("<main>").unwrap();
    let (main, _) = main.split_once("</main>").unwrap();
    assert_snapshot!(main.trim());
}

#[test]
fn the_head_of_the_page_module_shows_what_happens() {
    let module = include_str!("../book/press/src/page.rs").lines();
    let head = module.map_while(|line| line.strip_prefix("//!"));
    let head: String = head
        .map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)))
        .collect();
    let shown: Vec<_> = head.split("~~~").collect();
    let [_, before, _, after, _] = shown[..] else {
        panic!("two blocks of text: {head}")
    };
    let text = |block: &str| block.strip_prefix("text\n").unwrap().to_string();
    assert_eq!(page(&text(before)), text(after));
}

#[test]
fn a_page_that_answers() {
    let (root, mut book) = book("# Page\n\nApache-2.0, 2<!--=line.x-->\n\n{{#pad}}\n");
    let edition = render_with(root.path(), &mut book, Some(programs()));
    assert_eq!(sorted(&edition.problems), [""; 0]);
    let pages = ["Page", "Other", "Still"].map(|page| rendered(&book, page));
    assert_snapshot!(pages.join("\n----\n"));
}

#[test]
fn words_for_the_defaults_of_what_has_no_inputs_are_a_problem() {
    one_problem(
        "[true](only:lines)",
        "words for the defaults of \"lines\", which no example or figure has for inputs; there are line",
    );
    one_problem("[true](only:line,z)", "words for the defaults of \"z\"");
}

#[test]
fn only_pages_with_something_to_answer_name_the_program_and_only_if_there_is_one() {
    let pages = [
        ("Apache-2.0", false),
        ("Apache-2.0, in 1958<!--lit: date-->", false),
        ("Apache-2.0, 7<!--=weeks.days-->", false),
        ("Apache-2.0, −0.6<!--=line.z-->", true),
        ("Apache-2.0, $\\val{line.z}{-0.6}$", true),
    ];
    for (text, answers) in pages {
        for programs in [None, Some(programs())] {
            let (root, mut book) = book(text);
            let edition = render_with(root.path(), &mut book, programs.clone());
            assert_eq!(sorted(&edition.problems), [""; 0]);
            let named = rendered(&book, "Page")
                .contains("<div data-programs=\"program-line-1.js\" hidden>");
            assert_eq!(named, answers && programs.is_some(), "{text}");
            // the other page has a figure
            let other = rendered(&book, "Other");
            assert_eq!(other.contains("data-programs"), programs.is_some());
            assert_eq!(other.contains("class=\"controls\""), programs.is_some());
            // and this one a figure that nobody can ask for anew
            let still = rendered(&book, "Still");
            assert!(still.contains("data-figure=\"square\">"), "{still}");
            assert!(!still.contains("controls") && !still.contains("data-programs"));
        }
    }
}

show::inputs! {
    /// One input.
    pub struct Curve = "curve" {
        /// the input
        x = 2.0 in -4.0..=4.0 by 0.5,
    }
}

#[test]
fn a_page_names_the_program_of_each_chapter_that_it_shows_something_of() {
    let curve = |curve: &Curve| Ok(Outputs::new().with("y", curve.x * curve.x));
    let chapters: Vec<Chapter> = chapters()
        .into_iter()
        .chain([Chapter::of(Interactive {
            package: "curve",
            examples: vec![Example::new(curve)],
            figures: Vec::new(),
        })])
        .collect();
    let mut programs = programs();
    let file = "program-curve-1.js".to_string();
    programs.chapters.insert("curve".to_string(), file);
    for (text, named) in [
        ("−0.6<!--=line.z-->", "program-line-1.js"),
        ("4<!--=curve.y-->", "program-curve-1.js"),
        (
            "−0.6<!--=line.z-->, 4<!--=curve.y-->",
            "program-curve-1.js program-line-1.js",
        ),
    ] {
        let (root, mut book) = book(&format!("Apache-2.0, {text}"));
        let programs = Some(programs.clone());
        let edition = render_of(root.path(), &mut book, &chapters, programs);
        assert_eq!(sorted(&edition.problems), [""; 0]);
        let page = rendered(&book, "Page");
        let mark = format!("<div data-programs=\"{named}\" hidden>");
        assert!(page.contains(&mark), "{page}");
    }
}

#[test]
fn a_stale_number_is_a_problem() {
    one_problem(
        "z is −0.61<!--=line.z-->",
        "a stale number: line.z is −0.60, the text says −0.61\n    z is −0.61",
    );
}

#[test]
fn a_stale_number_in_a_formula_is_a_problem() {
    one_problem(
        "$z = \\val{line.z}{-0.7}$",
        "a stale number: line.z is -0.6, the text says -0.7",
    );
}

#[test]
fn a_stale_number_in_code_is_a_problem() {
    one_problem(
        "`[2.0, 0.3]`<!--=line.x,line.w-->",
        "a stale number: line.w is -0.3, the text says 0.3",
    );
}

#[test]
fn an_unbound_numeral_is_a_problem_wherever_it_stands() {
    one_problem("it is 7 here", "an unbound numeral: 7\n    it is 7 here");
    one_problem("`let x = 7;`", "an unbound numeral: 7");
    one_problem("$x = 7$", "an unbound numeral: 7");
    one_problem("> it is 7", "an unbound numeral: 7");
    one_problem("- it is 7", "an unbound numeral: 7");
    one_problem("<summary>it is 7</summary>", "an unbound numeral: 7");
    one_problem("![about 7](picture.svg)", "an unbound numeral: 7");
}

#[test]
fn a_name_that_no_value_has_is_a_problem_that_names_its_neighbours() {
    one_problem(
        "z is −0.6<!--=line.zed-->",
        "no value is called line.zed: line has large, w, x, z",
    );
}

#[test]
fn a_mark_without_a_numeral_is_a_problem() {
    one_problem(
        "z is small<!--=line.z-->",
        "a mark with no numeral directly before it",
    );
    one_problem(
        "`[2, 3, 4]`<!--=line.x-->",
        "a mark of 1 names after code with 3 numerals",
    );
}

#[test]
fn a_broken_include_is_a_problem() {
    let text =
        "```rust\n{{#include ../gone.rs:good}}\n{{#include ../code.rs:gone}}\n```";
    let problems = problems(text);
    assert_eq!(problems.len(), 2, "{problems:#?}");
    let unreadable = "src/page.md:6: an include that cannot be read: gone.rs";
    assert!(problems[0].starts_with(unreadable), "{}", problems[0]);
    assert_snapshot!(problems[1], @r"
    src/page.md:7: an include of an anchor that code.rs does not have: gone
        {{#include ../code.rs:gone}}
    ");
}

#[test]
fn an_anchor_that_no_page_includes_is_a_problem() {
    let text = "Apache-2.0\n\n```rust\n# {{#include ../chapters/line/src/lib.rs:hidden}}\n```\n";
    let (root, mut book) = book(text);
    let folder = root.path().join("chapters/line/src");
    fs::create_dir_all(&folder).unwrap();
    let anchor = |name| format!("// ANCHOR: {name}\n// ANCHOR_END: {name}\n");
    let code = format!("{}    {}", anchor("hidden"), anchor("unread"));
    fs::write(folder.join("lib.rs"), code + "// ANCHOR_END: open\n").unwrap();
    let problems = sorted(&render(root.path(), &mut book).problems);
    let lines = problems.iter().map(|problem| problem.replace("// ", "//"));
    assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r"
    chapters/line/src/lib.rs:3: an anchor that no page includes: unread
        //ANCHOR: unread
    chapters/line/src/lib.rs:5: the end of an anchor that does not start: open
        //ANCHOR_END: open
    ");
}

#[test]
fn code_that_no_compiler_sees_is_a_problem() {
    one_problem(
        "```rust,ignore\n{{#include ../code.rs:good}}\n```",
        "a listing that is not tested: ignore",
    );
    one_problem(
        "```rust,no_run\n{{#include ../code.rs:good}}\n```",
        "a listing that is not tested: no_run",
    );
    one_problem("```text\nlet x = y;\n```", "a fence of the kind \"text\"");
    one_problem("```\nlet x = y;\n```", "a fence of the kind \"\"");
    one_problem("    let x = y;", "a fence of the kind \"\"");
    let problems = problems("```rust\nlet x = y;\n```");
    assert!(
        problems[0].starts_with("src/page.md:6: code that is not included"),
        "{problems:#?}"
    );
}

#[test]
fn a_missing_figure_is_a_problem() {
    one_problem(
        "![A cross.](figure:cross)",
        "a figure that no chapter draws: cross; there are dot, square",
    );
}

#[test]
fn a_figure_that_stands_twice_or_nowhere_is_a_problem() {
    let twice = problems("![A dot.](figure:dot)");
    assert!(
        twice[0].starts_with("src/other.md:3: the figure dot stands twice in the book"),
        "{twice:#?}"
    );
    let (root, mut book) = book("Apache-2.0");
    fs::write(root.path().join("src/other.md"), "# Other\n").unwrap();
    book.book = MDBook::load(root.path()).unwrap().book;
    let problems = render(root.path(), &mut book).problems;
    assert_snapshot!(sorted(&problems).join("\n"), @r"
    chapters/line:1: the figure dot stands on no page
    chapters/line:1: the output said stands on no page
    ");
}

#[test]
fn a_bad_formula_is_a_problem() {
    one_problem("$\\frc{1}{2}$", "a formula that cannot be set");
    one_problem("$\\frac{1}$", "a formula that cannot be set");
}

#[test]
fn an_unknown_directive_or_output_is_a_problem() {
    one_problem(
        "{{#outputs said}}",
        "a directive that the press does not know: outputs",
    );
    one_problem(
        "{{#output unsaid}}",
        "an output that no chapter's listing has: unsaid",
    );
}

/// The problems of a page that says `text` where the chapter has these example programs and outputs.
fn with_examples(text: &str, files: &[(&str, &str)]) -> Vec<String> {
    let (root, mut book) = book(&format!("Apache-2.0\n\n{text}\n"));
    let chapter = root.path().join("chapters/line");
    fs::create_dir_all(chapter.join("examples")).unwrap();
    fs::write(chapter.join("Cargo.toml"), "").unwrap();
    for (file, text) in files {
        fs::write(chapter.join("examples").join(file), text).unwrap();
    }
    let problems = sorted(&render(root.path(), &mut book).problems);
    if problems.is_empty() && text.starts_with("{{") {
        let shown =
            "```console\ncargo run -p line --example xor\n```\n\n```text\n0 → 1.5\n```";
        assert_eq!(rendered(&book, "Page"), format!("Apache-2.0\n\n{shown}\n"));
    }
    problems
}

#[test]
fn an_example_is_shown_with_its_command_and_its_output() {
    let program = ("xor.rs", "fn main() {}\n");
    let output = ("xor.txt", "0 → 1.5\n");
    let shown = "{{#example line/xor}}";
    assert_eq!(with_examples(shown, &[program, output]), [""; 0]);
    let named = "Run `cargo run -p line --example xor`.";
    assert_eq!(with_examples(named, &[program, output]), [""; 0]);
    let begin = |beginning: &str, problems: Vec<String>| {
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert!(problems[0].starts_with(beginning), "{}", problems[0]);
    };
    begin(
        "src/page.md:3: an example whose output is not kept: chapters/line/examples/xor.txt",
        with_examples(shown, &[program]),
    );
    begin(
        "src/page.md:3: an example that is not there: chapters/line/examples/xor.rs",
        with_examples(shown, &[]),
    );
    begin(
        "src/page.md:3: an example of a chapter that is not there: curve",
        with_examples("{{#example curve/xor}}", &[program]),
    );
    begin(
        "chapters/line/examples/xor.txt:1: what an example prints, and no page shows",
        with_examples(
            "`cargo run -p line --example xor-again`",
            &[program, output],
        ),
    );
    begin(
        "chapters/line/examples/xor.txt:1: what an example prints, without the example",
        with_examples(named, &[output]),
    );
}

#[test]
fn a_plain_numeral_needs_a_reason_of_the_list_and_no_decimals() {
    one_problem(
        "in 1958<!--lit: because-->",
        "no such reason: \"because\"; book/census.toml has date, source",
    );
    one_problem("about 0.5<!--lit: date-->", "a plain numeral with decimals");
}

#[test]
fn a_line_of_the_allow_list_that_no_page_needs_is_a_problem() {
    let (root, mut book) = book("# Page\n");
    let problems = render(root.path(), &mut book).problems;
    assert_snapshot!(problems.sorted()[0], @r#"
    book/census.toml:6: book/census.toml allows "Apache-2.0", which no page needs
        text = "Apache-2.0"
    "#);
}

#[test]
fn a_hyphen_is_no_minus() {
    one_problem("z is -0.6<!--=line.z-->", "a hyphen for a minus: -0.6");
}

#[test]
fn all_problems_of_a_book_are_reported_together() {
    let problems =
        problems("7 and $8$\n\n![A cross.](figure:cross)\n\n−0.61<!--=line.z-->");
    assert_eq!(problems.len(), 4, "{problems:#?}");
}

#[test]
fn bless_rewrites_the_stale_digits_and_nothing_else() {
    let text = "Apache-2.0, z is **−0.61**<!--=line.z-->, 2,001<!--=line.large-->, $\\val{line.z}{-0.7}$";
    let (root, mut book) = book(text);
    let edition = render(root.path(), &mut book);
    let fixes = edition.fixes[Path::new("src/page.md")].clone();
    let blessed = press::page::apply(text, fixes);
    let right = "Apache-2.0, z is **−0.60**<!--=line.z-->, 2,000<!--=line.large-->, $\\val{line.z}{-0.6}$";
    assert_eq!(blessed, right);
}

#[test]
fn a_listing_that_does_not_compile_or_is_false_is_a_problem() {
    let fence =
        |anchor| format!("```rust\n{{{{#include ../code.rs:{anchor}}}}}\n```\n\n");
    let text = format!(
        "Apache-2.0\n\n{}{}{}",
        fence("good"),
        fence("bad"),
        fence("false")
    );
    let (root, mut book) = book(&text);
    let edition = render(root.path(), &mut book);
    assert_eq!(edition.problems, Problems::new());
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let error = proof::run(here, &edition.listings).unwrap_err();
    let report = error.to_string();
    for message in [
        "listings that fail: 2 of 3",
        "---- src/page.md - listing_1 (line 7) stdout ----\nerror[E0308]: mismatched types\n",
        "--> src/page.md:8:13",
        "---- src/page.md - listing_2 (line 11) stdout ----\n",
        "assertion `left == right` failed",
    ] {
        assert!(report.contains(message), "{message}: {report}");
    }
    assert!(!report.contains("listing_0 (line 3) stdout"), "{report}");
}

#[test]
fn a_dead_link_or_anchor_of_the_built_book_is_a_problem() {
    let text = "# Page\n\nApache-2.0\n\n[gone](gone.md)\n\n[nowhere](other.md#nowhere)\n\n[good](other.md#other)\n";
    let (root, mut book) = book(text);
    render(root.path(), &mut book);
    book.build().unwrap();
    let error = links::check(root.path(), Path::new("src"), &root.path().join("out"))
        .unwrap_err();
    let problems = sorted(&error.downcast::<Problems>().unwrap());
    assert_snapshot!(problems.join("\n"), @r"
    src/page.md:5: a dead link: there is no gone.html
        [gone](gone.md)
    src/page.md:7: a dead anchor: other.html has no nowhere
        [nowhere](other.md#nowhere)
    ");
}

#[test]
fn a_figure_scales_in_the_built_page_as_in_its_file() {
    let (root, mut book) = book("Apache-2.0");
    render(root.path(), &mut book);
    book.build().unwrap();
    let built = fs::read_to_string(root.path().join("out/other.html")).unwrap();
    let file = dot(&Line::default()).unwrap();
    assert!(file.contains(" viewBox=\"0 0 60 40\""), "{file}");
    assert!(built.contains(&figures::in_page(&file)), "{built}");
    // and a browser reads the page by these rules
    let page = Html::parse_document(&built);
    let figure = Selector::parse("figure svg").unwrap();
    let sides: Vec<_> = page
        .select(&figure)
        .map(|svg| svg.attr("viewBox"))
        .collect();
    assert_eq!(sides, [Some("0 0 60 40")]);
}

const BENCHES: &str = "{\n  \"command\": \"cargo book bench\",\n  \"date\": \"2026-11-22\",\n  \
    \"machine\": \"an abacus\",\n  \"rustc\": \"rustc\",\n  \"package\": \"line\",\n  \
    \"benches\": {\n    \"dot\": { \"ns\": 200.0, \"elements\": 100 }\n  }\n}\n";

/// A book with a page that says `text`, and whose chapter has these results.
fn measured_book(results: &str, text: &str) -> (TempDir, MDBook) {
    let (root, book) = book(&format!("Apache-2.0\n\n{text}\n"));
    let folder = root.path().join("chapters/line/results");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("bench.json"), results).unwrap();
    (root, book)
}

/// The problems of such a page.
fn measured(results: &str, text: &str) -> Vec<String> {
    let (root, mut book) = measured_book(results, text);
    sorted(&render(root.path(), &mut book).problems)
}

#[test]
fn a_measured_number_is_held_to_its_results() {
    let quoted = "200<!--=bench.line.dot.ns--> ns, 500<!--=bench.line.dot.melems--> ({{#machine line}})";
    assert_eq!(measured(BENCHES, quoted), [""; 0]);
    let stale = measured(BENCHES, "201<!--=bench.line.dot.ns--> ns");
    let beginning =
        "src/page.md:3: a stale number: bench.line.dot.ns is 200, the text says 201";
    assert!(stale[0].starts_with(beginning), "{stale:#?}");
}

#[test]
fn a_bench_that_no_page_quotes_is_a_problem() {
    let problems = measured(BENCHES, "nothing");
    let beginning = "chapters/line/results/bench.json:8: a bench that no page quotes: bench.line.dot";
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0].starts_with(beginning) && problems[0].contains("\"dot\": {"),
        "{}",
        problems[0]
    );
}

#[test]
fn a_bench_that_a_figure_draws_needs_no_page_and_has_to_be_there() {
    let drawn = |beginning| {
        let (root, mut book) = measured_book(BENCHES, "nothing");
        let chapters = chapters().into_iter().map(|chapter| Chapter {
            drawn: vec![beginning],
            ..chapter
        });
        let chapters: Vec<Chapter> = chapters.collect();
        sorted(&render_of(root.path(), &mut book, &chapters, None).problems)
    };
    assert_eq!(drawn("do"), [""; 0]);
    let problems = drawn("axis-");
    let what = "no bench begins with axis-, which a figure draws";
    assert!(
        problems.iter().any(|problem| problem.contains(what)),
        "{problems:#?}"
    );
}

#[test]
fn results_that_cannot_be_read_are_a_problem_with_their_line() {
    let problems = measured(&BENCHES.replace("200.0", "fast"), "nothing");
    let beginning = "chapters/line/results/bench.json:8: results that cannot be read";
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(problems[0].starts_with(beginning), "{}", problems[0]);
}
