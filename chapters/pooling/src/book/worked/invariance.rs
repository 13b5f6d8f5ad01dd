//! The claim of invariance, measured.

use pooling::book::worked::{AtRest, Moved};
use pooling::{Summary, Window, growth, shifts, turns};
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// The book's twenty digits, moved, pooled and compared.
    pub struct Invariance = "pooling-invariance" {
        /// the window's side, and its stride
        size = 2.0 in 2.0..=7.0 by 1.0,
        /// a shift in pixels, in each of four directions
        shift = 2.0 in 0.5..=4.0 by 0.5,
        /// a turn in degrees, in both directions
        degrees = 20.0 in 5.0..=30.0 by 5.0,
        /// growth in percent
        percent = 20.0 in 5.0..=30.0 by 5.0,
    }
}

/// The ways to sum up a digit that are compared, by name.
pub fn compared(size: f64) -> [(&'static str, Summary); 4] {
    let size = whole(size);
    let window = Window { size, stride: size };
    [
        ("pixels", Summary::Pixels),
        ("every", Summary::Every(window)),
        ("average", Summary::Average(window)),
        ("max", Summary::Max(window)),
    ]
}

/// For half the shift (`near`), the shift, the turn and the growth: the change by each way of summing
/// up (`shift_pixels`, `shift_every`, `shift_average`, `shift_max`, `turn_pixels`, …). Without windows,
/// with averages and with maxima also its share of what lies between two different digits
/// (`shift_share_pixels`, …), and how many of the digits that shifted, turned and grew are still
/// nearest to where they were, out of 1 (`shift_found_pixels`, …). Summed up, two different digits are
/// `apart_average`, `apart_max` from each other. The same for the shift and the maxima of windows
/// twice as large: `twice_max`, `twice_found`, `twice_apart`.
///
/// # Errors
/// As [`Moved::by`] and [`AtRest::new`].
pub fn invariance(claim: &Invariance) -> show::Result<Outputs> {
    claim.check()?;
    let shifted = Moved::by(&shifts(claim.shift))?;
    let moved = [
        ("near", &Moved::by(&shifts(claim.shift / 2.0))?),
        ("shift", &shifted),
        ("turn", &Moved::by(&turns(claim.degrees))?),
        ("grow", &Moved::by(&growth(claim.percent))?),
    ];
    let mut outputs = Outputs::new();
    for (name, by) in compared(claim.size) {
        let at_rest = AtRest::new(by)?;
        let apart = at_rest.apart();
        let control = name == "every";
        if !control && by != Summary::Pixels {
            outputs = outputs.with(format!("apart_{name}"), apart);
        }
        for (kind, moved) in moved {
            let change = at_rest.change(moved);
            outputs = outputs.with(format!("{kind}_{name}"), change);
            if !control {
                outputs = outputs.with(format!("{kind}_share_{name}"), change / apart);
            }
            if !control && kind != "near" {
                outputs =
                    outputs.with(format!("{kind}_found_{name}"), at_rest.found(moved));
            }
        }
    }
    let [.., (_, max)] = compared(2.0 * claim.size);
    let twice = AtRest::new(max)?;
    Ok(outputs
        .with("twice_max", twice.change(&shifted))
        .with("twice_found", twice.found(&shifted))
        .with("twice_apart", twice.apart()))
}
