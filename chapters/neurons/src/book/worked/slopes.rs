//! Slopes by nudging: of a square, and of the exponential.

use neurons::difference_quotient;
use show::Outputs;

show::inputs! {
    /// A nudge to a number, and what it does to its square.
    pub struct Nudge = "nudge" {
        /// the number
        d = 0.2 in -0.6..=0.6 by 0.05,
        /// the nudge
        h = 0.2 in 0.05..=0.4 by 0.05,
    }
}

/// The square of `d`.
pub(crate) fn square(d: f64) -> f64 {
    d * d
}

/// The `square` of d, where the nudge has `moved` d to and the square `after` it, the `rise` and the
/// `quotient` of rise and nudge; a nudge a hundred times smaller (`small_h`) and its quotient
/// (`small`); the `derivative`.
///
/// ```
/// use neurons::book::worked::{Nudge, nudge};
/// let outputs = nudge(&Nudge::default()).unwrap();
/// for (name, exact) in [("quotient", 0.6), ("small", 0.402), ("derivative", 0.4)] {
///     approx::assert_abs_diff_eq!(outputs.get(name).unwrap(), exact, epsilon = 1e-12);
/// }
/// ```
///
/// # Errors
/// None.
pub fn nudge(nudge: &Nudge) -> show::Result<Outputs> {
    let Nudge { d, h } = *nudge;
    let small_h = h / 100.0;
    Ok(Outputs::new()
        .with("square", square(d))
        .with("moved", d + h)
        .with("after", square(d + h))
        .with("rise", square(d + h) - square(d))
        .with("quotient", difference_quotient(square, d, h))
        .with("small_h", small_h)
        .with("small", difference_quotient(square, d, small_h))
        .with("derivative", 2.0 * d))
}

show::inputs! {
    /// The exponential function, close to 0.
    pub struct Growth = "growth" {
        /// the nudge away from 0
        h = 0.1 in 0.01..=1.0 by 0.01,
    }
}

/// e to the `h` (`power`), the `quotient` of how far that is above 1 and h; a nudge a hundred times
/// smaller (`small_h`) and its quotient (`small`).
///
/// ```
/// use neurons::book::worked::{Growth, growth};
/// let outputs = growth(&Growth::default()).unwrap();
/// assert_eq!(format!("{:.4}", outputs.get("quotient").unwrap()), "1.0517");
/// assert_eq!(format!("{:.4}", outputs.get("small").unwrap()), "1.0005");
/// ```
///
/// # Errors
/// None.
pub fn growth(growth: &Growth) -> show::Result<Outputs> {
    let h = growth.h;
    let small_h = h / 100.0;
    Ok(Outputs::new()
        .with("power", libm::exp(h))
        .with("quotient", difference_quotient(libm::exp, 0.0, h))
        .with("small_h", small_h)
        .with("small", difference_quotient(libm::exp, 0.0, small_h)))
}
