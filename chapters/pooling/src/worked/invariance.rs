//! The claim of invariance, measured.

use plate::number::whole;
use plate::{Outputs, Refusal};
use pooling::{Measured, Motion, Summary, Window, apart, growth, measured, shifts, turns};

plate::inputs! {
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

/// For half the shift (`near`), the shift, the turn and the growth, and for each way of summing up: the change (`shift_pixels`,
/// `shift_every`, `shift_average`, `shift_max`, `turn_pixels`, …), its share of what lies between
/// two different digits (`shift_share_pixels`, …), and how many of the moved digits are still
/// nearest to where they were, out of 1 (`shift_kept_pixels`, …). Summed up, two different digits
/// are `apart_every`, `apart_average`, `apart_max` from each other. The same for the shift and the
/// maxima of windows twice as large: `twice_max`, `twice_kept`, `twice_apart`.
///
/// # Errors
/// As [`measured`].
pub fn invariance(claim: &Invariance) -> Result<Outputs, Refusal> {
    let digits = data::digits();
    let kinds: [(&str, Vec<Motion>); 4] = [
        ("near", shifts(claim.shift / 2.0).to_vec()),
        ("shift", shifts(claim.shift).to_vec()),
        ("turn", turns(claim.degrees).to_vec()),
        ("grow", growth(claim.percent).to_vec()),
    ];
    let mut outputs = Outputs::new();
    for (kind, motions) in &kinds {
        for (name, by) in compared(claim.size) {
            let Measured {
                change,
                share,
                kept,
            } = measured(digits, motions, by)?;
            outputs = outputs
                .with(format!("{kind}_{name}"), change)
                .with(format!("{kind}_share_{name}"), share)
                .with(format!("{kind}_kept_{name}"), kept);
        }
    }
    for (name, by) in compared(claim.size).into_iter().skip(1) {
        outputs = outputs.with(format!("apart_{name}"), apart(digits, by)?);
    }
    let [.., (_, max)] = compared(2.0 * claim.size);
    let twice = measured(digits, &shifts(claim.shift), max)?;
    Ok(outputs
        .with("twice_max", twice.change)
        .with("twice_kept", twice.kept)
        .with("twice_apart", apart(digits, max)?))
}
