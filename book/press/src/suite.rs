//! `cargo book test`: every check of the book, and a plain summary.

use crate::contents::Contents;
use crate::preprocessor::{Answering, Report};
use crate::program::Profile;
use crate::{browser, build, crate_graph, figures, links, progress};
use anyhow::{Result, bail};
use mdbook_driver::MDBook;
use std::env;
use std::path::Path;
use std::process::{Command, Stdio};

/// One line of the summary: a kind of check, how many, and what of them.
struct Line(&'static str, usize, String);

/// What else is to be checked.
#[derive(Debug, Clone, Copy)]
pub struct Chosen {
    /// Also opens the pages in Chromium, over http and as files, and acts as readers do.
    pub browser: bool,
    /// Also makes again what is kept because it takes minutes: the trained weights, to the same hash.
    pub slow: bool,
}

/// Runs every check of the book and prints the summary.
///
/// All kinds of checks run, whatever fails before; the text's own faults end the run early only for
/// the checks that need built pages.
///
/// # Errors
/// Whatever failed.
pub fn run(contents: &Contents, answering: Answering, chosen: Chosen) -> Result<()> {
    let root = &contents.root;
    let Chosen { browser, slow } = chosen;
    let (mut lines, mut failed) = (Vec::new(), Vec::new());
    let mut note = |kind: &'static str, result: Result<Vec<Line>>| match result {
        Ok(done) => lines.extend(done),
        Err(error) => {
            eprintln!("{kind}:\n{error:#}\n");
            failed.push(kind);
        }
    };
    note(
        "crate graph",
        crate_graph::check(root).map(|count| {
            vec![Line(
                "crate graph",
                count,
                "dependencies between crates, all in reading order".into(),
            )]
        }),
    );
    let bar = progress::bar();
    let answering = if browser {
        Answering::Required
    } else {
        answering
    };
    let built = build::build(contents, answering, Profile::Live, &bar);
    bar.finish_and_clear();
    match built {
        Err(error) => note("pages", Err(error)),
        Ok((folder, report)) => {
            note("pages", Ok(pages(&report)));
            note(
                "figures",
                figures::check(root, &contents.packages(), &folder).map(|count| {
                    vec![Line(
                        "figures",
                        count,
                        "files of the chapters' binaries, equal to the built page's byte for byte"
                            .into(),
                    )]
                }),
            );
            let src = MDBook::load(root).map(|book| book.config.book.src);
            let followed = src.and_then(|src| links::check(root, &src, &folder));
            note(
                "links",
                followed.map(|count| {
                    vec![Line("links", count, "links and anchors followed".into())]
                }),
            );
            note(
                "listings",
                with_spinner("compiling and running the listings", || {
                    let report =
                        build::prove(contents, &indicatif::ProgressBar::hidden())?;
                    Ok(vec![Line(
                        "listings",
                        report.listings,
                        "compiled and run".into(),
                    )])
                }),
            );
        }
    }
    for (kind, arguments, harness) in TESTS {
        note(kind, cargo_test(root, kind, arguments, harness));
    }
    if slow {
        let (arguments, harness) = (["--test", "*"], ["--nocapture", "--ignored"]);
        note(
            "slow tests",
            cargo_test(root, "slow tests", &arguments, &harness),
        );
    }
    if browser {
        let tested = browser::test(root);
        note(
            "browser tests",
            tested.map(|count| {
                vec![Line("browser tests", count, "passed, in Chromium".into())]
            }),
        );
    }
    println!();
    for Line(kind, count, what) in &lines {
        println!("{kind:<16}{count:>7}  {what}");
    }
    match failed.is_empty() {
        true => Ok(()),
        false => bail!("failed: {}", failed.join(", ")),
    }
}

fn pages(report: &Report) -> Vec<Line> {
    let edition = &report.edition;
    let count = edition.count();
    for (file, count) in &edition.counts {
        let plain: usize = count.plain.values().sum();
        println!(
            "{:<44}{:>5} bound {:>5} plain",
            file.display(),
            count.bound,
            plain
        );
    }
    let mut lines = vec![
        Line("pages", edition.counts.len(), "built".into()),
        Line("formulas", edition.formulas, "set".into()),
        Line(
            "numbers",
            count.bound,
            "numerals equal to a computed value".into(),
        ),
    ];
    for (reason, plain) in &count.plain {
        lines.push(Line(
            "plain numerals",
            *plain,
            format!("for the reason “{reason}”"),
        ));
    }
    lines
}

/// The kinds of tests of the workspace, each with arguments for cargo and for the tests' own programs.
/// Properties are a module of each of these programs.
const TESTS: [(&str, &[&str], &[&str]); 4] = [
    ("unit tests", &["--lib"], &["--nocapture"]),
    (
        "book tests",
        &["--test", "*"],
        &["--nocapture", "--skip", "properties::"],
    ),
    (
        "property tests",
        &["--test", "*"],
        &["--nocapture", "properties::"],
    ),
    ("doctests", &["--doc"], &[]),
];

/// What the lines of tests begin with that the summary passes on.
const PASSED_ON: [&str; 2] = ["gradients ", "instructions: "];

/// Runs one kind of tests; lines that tell of gradients, or of instruction sets, are passed on.
fn cargo_test(
    root: &Path,
    kind: &'static str,
    arguments: &[&str],
    harness: &[&str],
) -> Result<Vec<Line>> {
    with_spinner(kind, || {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let mut command = Command::new(cargo);
        command
            .args(["test", "--workspace", "--no-fail-fast"])
            .args(arguments);
        if !harness.is_empty() {
            command.arg("--").args(harness);
        }
        let output = command.current_dir(root).stdin(Stdio::null()).output()?;
        let text = String::from_utf8_lossy(&output.stdout);
        if !output.status.success() {
            bail!("{text}{}", String::from_utf8_lossy(&output.stderr));
        }
        let mut passed = 0;
        for line in text.lines() {
            if let Some(result) = line.strip_prefix("test result: ok. ") {
                passed += result
                    .split(' ')
                    .next()
                    .and_then(|n| n.parse::<usize>().ok())
                    .unwrap_or(0);
            } else if PASSED_ON
                .iter()
                .any(|beginning| line.starts_with(beginning))
            {
                println!("{line}");
            }
        }
        Ok(vec![Line(kind, passed, "passed".into())])
    })
}

fn with_spinner<T>(what: &'static str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    let spinner = progress::spinner();
    spinner.set_message(what);
    let done = work();
    spinner.finish_and_clear();
    done
}
