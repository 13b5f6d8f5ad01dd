//! Twenty digits, each read by the nearest of the others.

use data::digits;
use digits::{distance, nearest};
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// One of the book's digits, and the one most like it.
    pub struct LookAlike = "look-alike" {
        /// which digit
        digit = 3.0 in 0.0..=19.0 by 1.0,
    }
}

/// The numbers of the digit most like the chosen one, and of the other digit of its label.
///
/// # Errors
/// A number that no digit has.
pub fn like(which: &LookAlike) -> show::Result<[usize; 2]> {
    which.check()?;
    let digit = whole(which.digit);
    let like = nearest(digits(), digit).ok_or("a digit alone is like no other")?;
    // The labels come in pairs: 2·d and 2·d + 1.
    Ok([like, digit ^ 1])
}

/// What the digit would be read as, and how far from it the two are.
///
/// # Errors
/// As [`like`].
pub fn look_alike(which: &LookAlike) -> show::Result<Outputs> {
    let [like, twin] = like(which)?;
    let all = digits();
    let digit = &all[whole(which.digit)];
    Ok(Outputs::new()
        .with("label", f64::from(digit.label))
        .with("like", f64::from(all[like].label))
        .with("distance", distance(digit, &all[like]))
        .with("twin", distance(digit, &all[twin])))
}

/// How many of the book's digits would be read rightly.
///
/// # Errors
/// None of its own.
pub fn look_alikes() -> show::Result<Outputs> {
    let all = digits();
    let right = |i: &usize| {
        nearest(all, *i).is_some_and(|like| all[like].label == all[*i].label)
    };
    Ok(Outputs::new()
        .with("right", (0..all.len()).filter(right).count() as f64)
        .with("digits", all.len() as f64))
}
