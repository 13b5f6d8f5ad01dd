//! Folding: lines of a listing that the page hides until the reader asks for them.
//!
//! Documentation and attributes are folded, since the text around a listing says what they say, and so are
//! the lines between two comments in the file, say of a guard:
//!
//! ~~~text
//! fn half(n: i32) -> Result<i32, Odd> {
//!     // FOLD
//!     if n % 2 != 0 {
//!         return Err(Odd(n));
//!     }
//!     // FOLD_END
//!     Ok(n / 2)
//! }
//! ~~~
//!
//! of which the page shows
//!
//! ~~~text
//! fn half(n: i32) -> Result<i32, Odd> {
//!     // … 3 lines
//!     Ok(n / 2)
//! }
//! ~~~

const BEGIN: &str = "// FOLD";
const END: &str = "// FOLD_END";

/// Whether `line` begins or ends lines that are folded.
pub fn is_marker(line: &str) -> bool {
    [BEGIN, END].contains(&line.trim())
}

/// Lines that say what the text says as well.
fn is_aside(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("///") || line.starts_with("#[")
}

/// How a line of a listing is shown.
enum Line {
    Seen(String),
    Hidden(String),
    /// In the place of so many hidden lines, with the indentation of the first.
    Stand(usize, String),
}

/// The lines of a listing, some of them folded.
pub struct Fold(Vec<Line>);

impl Fold {
    /// Folds `lines`, which lose the indentation that all of them share. `None` where the comments that
    /// begin and end a fold do not come in pairs.
    pub fn new(lines: &[&str]) -> Option<Self> {
        let indent = |line: &&&str| line.len() - line.trim_start().len();
        let filled = lines.iter().filter(|line| !line.trim().is_empty());
        let shared = filled.map(|line| indent(&line)).min().unwrap_or(0);
        let (mut fold, mut stand) = (Vec::new(), None);
        for line in lines {
            let text = line.get(shared..).unwrap_or("").trim_end().to_string();
            match (text.trim(), stand) {
                (BEGIN, None) => {
                    stand = Some(fold.len());
                    fold.push(Line::Stand(0, text.replace(BEGIN, "")));
                }
                (END, Some(_)) => stand = None,
                (BEGIN | END, _) => return None,
                (_, Some(place)) => {
                    if let Line::Stand(count, _) = &mut fold[place] {
                        *count += 1;
                    }
                    fold.push(Line::Hidden(text));
                }
                _ if is_aside(&text) => fold.push(Line::Hidden(text)),
                _ => fold.push(Line::Seen(text)),
            }
        }
        stand.is_none().then_some(Self(fold))
    }

    /// All lines, as the file has them.
    pub fn plain(&self) -> String {
        let lines = self.0.iter().filter_map(|line| match line {
            Line::Seen(text) | Line::Hidden(text) => Some(format!("{text}\n")),
            Line::Stand(..) => None,
        });
        lines.collect()
    }

    /// The lines as mdBook gets them: what is folded is hidden behind `# `.
    pub fn folded(&self) -> String {
        let lines = self.0.iter().map(|line| match line {
            Line::Seen(text) => format!("{text}\n"),
            Line::Hidden(text) => format!("# {text}\n"),
            Line::Stand(1, indent) => format!("{indent}// … 1 line\n"),
            Line::Stand(count, indent) => format!("{indent}// … {count} lines\n"),
        });
        lines.collect()
    }

    /// How many lines are folded.
    pub fn hidden(&self) -> usize {
        let hidden = self.0.iter().filter(|line| matches!(line, Line::Hidden(_)));
        hidden.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HALF: [&str; 8] = [
        "    /// Half of `n`.",
        "    fn half(n: i32) -> i32 {",
        "        // FOLD",
        "        let even = n % 2 == 0;",
        "        assert!(even);",
        "        // FOLD_END",
        "        n / 2",
        "    }",
    ];

    #[test]
    fn documentation_is_hidden_and_a_fold_leaves_a_line_that_counts() {
        let fold = Fold::new(&HALF).unwrap();
        let folded = "# /// Half of `n`.\nfn half(n: i32) -> i32 {\n    // … 2 lines\n#     let even = n % 2 == 0;\n#     assert!(even);\n    n / 2\n}\n";
        assert_eq!(fold.folded(), folded);
        assert_eq!(fold.hidden(), 3);
        let one = Fold::new(&["// FOLD", "a();", "// FOLD_END"]).unwrap();
        assert_eq!(one.folded(), "// … 1 line\n# a();\n");
    }

    #[test]
    fn what_is_compiled_has_every_line_and_no_comment_that_folds() {
        let plain = Fold::new(&HALF).unwrap().plain();
        let lines: Vec<_> = HALF.iter().filter(|line| !is_marker(line)).collect();
        let dedented: String = lines
            .iter()
            .map(|line| format!("{}\n", &line[4..]))
            .collect();
        assert_eq!(plain, dedented);
    }

    #[test]
    fn a_fold_that_is_not_closed_or_not_open_is_refused() {
        assert!(Fold::new(&HALF[..5]).is_none());
        assert!(Fold::new(&HALF[3..]).is_none());
        assert!(Fold::new(&["// FOLD", "// FOLD", "// FOLD_END"]).is_none());
    }
}
