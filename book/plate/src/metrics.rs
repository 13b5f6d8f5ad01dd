//! How wide words are: fixed advance widths, so that no layout ever asks a font or a browser.
//!
//! The words of a figure are set in Helvetica or a face of the same widths (Arial, Liberation Sans),
//! single letters of a formula in an italic with serifs, as formulas are. The tables hold a
//! thousandth of the font size.

/// Helvetica from the space to the tilde.
const UPRIGHT: [u16; 95] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278,
    278, // space to /
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584,
    556, // 0 to ?
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722,
    778, // @ to O
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
    556, // P to _
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556,
    556, // ` to o
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334,
    584, // p to ~
];

/// Times Italic, capitals then small letters.
const ITALIC: [[u16; 26]; 2] = [
    [
        611, 611, 667, 722, 611, 611, 722, 722, 333, 444, 667, 556, 833, 667, 722, 611,
        722, 611, 500, 556, 722, 611, 833, 611, 556, 556,
    ],
    [
        500, 500, 444, 500, 444, 278, 500, 500, 278, 278, 444, 278, 722, 500, 500, 500,
        500, 389, 389, 278, 500, 444, 667, 444, 444, 389,
    ],
];

/// The width of one character, in thousandths of the font size.
fn advance(letter: char, italic: bool) -> u16 {
    let nth = |first: char| (letter as usize) - (first as usize);
    match letter {
        'A'..='Z' if italic => ITALIC[0][nth('A')],
        'a'..='z' if italic => ITALIC[1][nth('a')],
        ' '..='~' => UPRIGHT[nth(' ')],
        'ι' => 250,
        'γ' | 'ζ' | 'ν' | 'τ' => 470,
        'φ' | 'ψ' | 'ω' => 700,
        'α'..='ω' => 550,
        'Α'..='Ω' => 680,
        '\u{a0}' | '·' | '⋅' | '’' | '‘' | '′' => 278,
        '−' | '×' | '÷' | '±' | '≤' | '≥' | '≈' | '≠' | '≡' | '∓' => {
            584
        }
        '→' | '←' | '↔' | '⇒' | '…' | '—' | '∞' => 1000,
        '↑' | '↓' => 560,
        '∂' => 530,
        '∑' => 713,
        '∏' => 823,
        '√' => 549,
        '∇' | 'ℝ' | '∈' => 713,
        '∗' | '∘' | '⊙' | '⊕' => 500,
        '–' | '“' | '”' => 500,
        '₀'..='₉' | '⁰'..='⁹' | '¹' | '²' | '³' => 333,
        'À'..='ÿ' => 556,
        '\u{300}'..='\u{36f}' => 0,
        _ => 1000,
    }
}

/// The width in px of upright `text`, `size` px high.
///
/// ```
/// use plate::metrics::width;
/// assert_eq!(width("0.5", 10.0), 13.9);
/// ```
pub fn width(text: &str, size: f64) -> f64 {
    set_width(text, size, false)
}

/// The width in px of `text`, upright or in the italic of formulas.
pub(crate) fn set_width(text: &str, size: f64, italic: bool) -> f64 {
    let mille: u64 = text.chars().map(|c| u64::from(advance(c, italic))).sum();
    mille as f64 * size / 1000.0
}
