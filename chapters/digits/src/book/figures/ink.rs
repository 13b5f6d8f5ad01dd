//! The shades that ink is drawn in.

use plate::{Ink, Tint};

/// The tint of ink from 0 to 1, in `ink`: eight shades are as many as one sees where an image is small.
pub fn shade(ink: Ink, value: f64) -> Tint {
    Tint::ramp(ink, (8.0 * value).floor(), 8.0)
}
