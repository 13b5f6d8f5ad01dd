//! How a number is read and written: fixed decimals, a true minus.

/// The whole number nearest to `value`; what is below 0 or not a number is 0.
///
/// ```
/// use show::number::whole;
/// assert_eq!([2.0, 2.6, -3.0, f64::NAN].map(whole), [2, 3, 0, 0]);
/// ```
pub fn whole(value: f64) -> usize {
    value.round() as usize
}

/// The most decimals that a number is written with: no `f64` has more that are not 0.
const MOST_DECIMALS: usize = 1074;

/// `value` with `decimals` decimals (1074 at most), U+2212 for a minus, and never a minus before
/// zero.
///
/// ```
/// use show::number::fixed;
/// assert_eq!(fixed(-0.0575475, 4), "−0.0575");
/// assert_eq!(fixed(-0.00001, 2), "0.00");
/// ```
pub fn fixed(value: f64, decimals: usize) -> String {
    let decimals = decimals.min(MOST_DECIMALS);
    let text = format!("{value:.decimals$}");
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().any(|b| (b'1'..=b'9').contains(&b)) => {
            format!("\u{2212}{rest}")
        }
        Some(rest) if rest.starts_with('0') => rest.to_string(),
        Some(rest) => format!("\u{2212}{rest}"),
        None => text,
    }
}

/// `value` with at most `decimals` decimals: as few as say the same number.
///
/// ```
/// use show::number::short;
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

/// `value` written as `literal` is: the same decimals, thousands commas, exponent, percent sign
/// (`value` times a hundred) and kind of minus.
///
/// This is how a number of the text is checked and how it is written anew when its inputs change.
///
/// ```
/// use show::number::like;
/// assert_eq!(like("0.0480", 0.04795624814998747), "0.0480");
/// assert_eq!(like("−0.0576", -0.057547497779984955), "−0.0575");
/// assert_eq!(like("100,480", 100480.0), "100,480");
/// assert_eq!(like("56.2%", 0.5622), "56.2%");
/// assert_eq!(like("1.5e−7", 2.25e-7), "2.2e−7");
/// ```
pub fn like(literal: &str, value: f64) -> String {
    let (literal, percent) = match literal.strip_suffix('%') {
        Some(rest) => (rest, "%"),
        None => (literal, ""),
    };
    let value = if percent.is_empty() {
        value
    } else {
        value * 100.0
    };
    let (mantissa, exponent) = match literal.split_once('e') {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (literal, None),
    };
    let decimals = mantissa
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len().min(MOST_DECIMALS));
    let mut text = match exponent {
        Some(_) => format!("{value:.decimals$e}"),
        None => format!("{value:.decimals$}"),
    };
    if !text.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        text = text.replace('-', "");
    }
    if mantissa.contains(',') {
        text = with_commas(&text);
    }
    if !literal.contains('-') {
        text = text.replace('-', "\u{2212}");
    }
    text + percent
}

/// Groups the digits before the decimal point by three.
fn with_commas(text: &str) -> String {
    let digits = text.trim_start_matches(['-', '\u{2212}']);
    let whole = digits.find(|c: char| !c.is_ascii_digit());
    let whole = whole.unwrap_or(digits.len());
    let mut grouped = text.strip_suffix(digits).unwrap_or("").to_string();
    for (place, digit) in digits.char_indices() {
        if place > 0 && place < whole && (whole - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// How many digits a number keeps whose own literal was written for another value.
const SIGNIFICANT: usize = 4;

/// `value` in the place of `literal`, which was written for `default`: [`like`] it where nothing has
/// changed, else at most four significant digits, with the literal's percent sign and
/// kind of minus, and with thousands commas unless the literal goes without.
///
/// A literal's decimals were chosen for one value; another may be a thousand times smaller.
///
/// ```
/// use show::number::instead;
/// assert_eq!(instead("0.0480", 0.0479562, 0.0479562), "0.0480");
/// assert_eq!(instead("0.0480", 0.0000131, 0.0479562), "1.31e−5");
/// assert_eq!(instead("0.0480", -0.25, 0.0479562), "−0.25");
/// assert_eq!(instead("7", 2.5, 7.0), "2.5");
/// assert_eq!(instead("480", 12345678.0, 480.0), "12,345,678");
/// assert_eq!(instead("1000", 2000.0, 1000.0), "2000");
/// assert_eq!(instead("56.2%", 0.12345, 0.5622), "12.35%");
/// ```
pub fn instead(literal: &str, value: f64, default: f64) -> String {
    if value.to_bits() == default.to_bits() {
        return like(literal, value);
    }
    let (scale, percent) = match literal.ends_with('%') {
        true => (100.0, "%"),
        false => (1.0, ""),
    };
    let mut text = significant(value * scale);
    let digits = literal.split(|c: char| !c.is_ascii_digit());
    if digits
        .max_by_key(|run| run.len())
        .is_none_or(|run| run.len() < 4)
    {
        text = with_commas(&text);
    }
    if literal.contains('-') {
        text = text.replace('\u{2212}', "-");
    }
    text + percent
}

/// `value` with at most [`SIGNIFICANT`] digits, but with all of its whole part; a number too small
/// or too large to be read that way has an exponent.
fn significant(value: f64) -> String {
    if value.is_nan() {
        return "not a number".to_string();
    }
    if value.is_infinite() {
        return if value > 0.0 { "∞" } else { "−∞" }.to_string();
    }
    let rounded = format!("{value:.*e}", SIGNIFICANT - 1);
    let (mantissa, exponent) = rounded.split_once('e').unwrap_or((&rounded, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if value != 0.0 && !(-4..15).contains(&exponent) {
        let mantissa = mantissa.trim_end_matches('0').trim_end_matches('.');
        return format!("{mantissa}e{exponent}").replace('-', "\u{2212}");
    }
    let decimals = (SIGNIFICANT as i32 - 1 - exponent).max(0) as usize;
    short(value, decimals)
}
