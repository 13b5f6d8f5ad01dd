//! Numerals in text: where they stand.

use std::ops::Range;

/// The numerals of `text`, as byte ranges in order.
///
/// A numeral starts with a digit that does not continue a word (`f64` and `x1` hold none), and takes
/// in groups of thousands, decimals and an exponent: `1,024`, `0.0480`, `1.5e−7`. A minus directly
/// before it belongs to it, unless something it could be subtracted from stands before the minus.
///
/// ```
/// let found = |text| press::numeral::find(text).into_iter().map(|r| &text[r]).collect::<Vec<_>>();
/// assert_eq!(found("from −0.3 to 1,024 in f64"), ["−0.3", "1,024"]);
/// assert_eq!(found("(3−2), 1.5e−7, and 7."), ["3", "2", "1.5e−7", "7"]);
/// assert_eq!(found("28×28 of Conv2d, x₁, x1"), ["28", "28"]);
/// ```
pub fn find(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let before = text[..start].chars().next_back();
        let end = end_of(text, start);
        at = end;
        if before
            .is_some_and(|c| c.is_alphanumeric() && !c.is_ascii_digit() || c == '_')
        {
            // It continues a word: leave that word behind, digits and letters.
            let rest = text[start..].find(|c: char| !(c.is_alphanumeric() || c == '_'));
            at = rest.map_or(text.len(), |r| start + r);
            continue;
        }
        found.push(with_minus(text, start)..end);
    }
    found
}

/// The end of the numeral that starts at `start`.
fn end_of(text: &str, start: usize) -> usize {
    let digits = |from: usize| {
        let rest = &text[from..];
        from + rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len())
    };
    let mut end = digits(start);
    while text[end..].starts_with(',') && digits(end + 1) == end + 4 {
        end += 4;
    }
    if text[end..].starts_with('.') && digits(end + 1) > end + 1 {
        end = digits(end + 1);
    }
    if let Some(exponent) = text[end..].strip_prefix('e') {
        let sign = exponent
            .chars()
            .next()
            .filter(|c| matches!(c, '-' | '+' | '\u{2212}'));
        let from = end + 1 + sign.map_or(0, char::len_utf8);
        if digits(from) > from {
            end = digits(from);
        }
    }
    end
}

/// `start`, or the place of the minus that makes the numeral negative.
fn with_minus(text: &str, start: usize) -> usize {
    let mut back = text[..start].char_indices().rev();
    let Some((minus, '-' | '\u{2212}')) = back.next() else {
        return start;
    };
    match back.next() {
        Some((_, c))
            if c.is_alphanumeric()
                || matches!(c, '-' | ')' | ']' | '}' | '>' | '_') =>
        {
            start
        }
        _ => minus,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numeral_never_splits_a_character() {
        let text = "−−3 é4 ×5× ½ ５ 1,23 1.e5 e5 1e";
        for range in find(text) {
            assert!(text.get(range).is_some());
        }
    }

    #[test]
    fn a_list_of_numbers_is_not_one_number_with_thousands() {
        let text = "[1,2,3] and 1,2345";
        let found: Vec<_> = find(text).into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["1", "2", "3", "1", "2345"]);
    }
}
