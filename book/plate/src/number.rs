//! How a number is written: fixed decimals, a true minus.

/// `value` with `decimals` decimals, U+2212 for a minus, and never a minus before zero.
///
/// ```
/// use plate::number::fixed;
/// assert_eq!(fixed(-0.0575475, 4), "−0.0575");
/// assert_eq!(fixed(-0.00001, 2), "0.00");
/// ```
pub fn fixed(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().any(|b| (b'1'..=b'9').contains(&b)) => format!("\u{2212}{rest}"),
        Some(rest) if rest.starts_with('0') => rest.to_string(),
        Some(rest) => format!("\u{2212}{rest}"),
        None => text,
    }
}

/// `value` with at most `decimals` decimals: as few as say the same number.
///
/// ```
/// use plate::number::short;
/// assert_eq!(short(0.5, 2), "0.5");
/// assert_eq!(short(-3.0, 2), "−3");
/// ```
pub fn short(value: f64, decimals: usize) -> String {
    let text = fixed(value, decimals);
    match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.').to_string(),
        false => text,
    }
}
