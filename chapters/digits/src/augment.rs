//! More digits out of those there are: augmentation.

use digits::Error;
use ndarray::Array3;
use pooling::{Motion, moved};
use rand::RngExt;
use rand_pcg::Pcg64;
use std::fmt;

/// How far a digit may be moved, to either side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Jitter {
    /// Turned by so many degrees at most, from 0 to 180.
    pub turn: f64,
    /// Shifted by so many pixels at most, along the rows and along the columns, from 0 to 28.
    pub shift: f64,
    /// In so many epochs, the first ones. In those after them the digits are as they are.
    pub epochs: usize,
}

impl Jitter {
    /// Not at all.
    pub const NONE: Self = Self {
        turn: 0.0,
        shift: 0.0,
        epochs: 0,
    };
    /// What did best on the validation part (`results/validation.json`): the most right answers; of equals,
    /// the least loss.
    pub const CHOSEN: Self = Self {
        turn: 10.0,
        shift: 2.0,
        epochs: 15,
    };
}

impl Jitter {
    /// Refuses a jitter out of its range.
    ///
    /// # Errors
    /// [`Error::Option`] for the first of its numbers.
    pub fn check(&self) -> Result<(), Error> {
        for (option, value, most, expected) in [
            ("turn", self.turn, 180.0, "a number from 0 to 180"),
            ("shift", self.shift, 28.0, "a number from 0 to 28"),
        ] {
            if !(0.0..=most).contains(&value) {
                return Err(Error::Option {
                    option,
                    value,
                    expected,
                });
            }
        }
        Ok(())
    }
}

impl fmt::Display for Jitter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            turn,
            shift,
            epochs,
        } = self;
        match *self == Self::NONE {
            true => write!(f, "not moved"),
            false => write!(f, "moved by {turn}° and {shift} px in {epochs} epochs"),
        }
    }
}

// ANCHOR: augment
/// The `image` (1×28×28), turned a little and shifted a little at random: as it might
/// have been written as well.
///
/// # Errors
/// [`Error::Layer`] for a jitter that is no finite number.
pub fn augmented(
    image: &Array3<f64>,
    jitter: Jitter,
    rng: &mut Pcg64,
) -> Result<Array3<f64>, Error> {
    // uniform in [−most, most)
    let mut within = |most: f64| most * (2.0 * rng.random::<f64>() - 1.0);
    let motion = Motion {
        degrees: within(jitter.turn),
        right: within(jitter.shift),
        down: within(jitter.shift),
        ..Motion::NONE
    };
    let mut image = image.clone();
    for mut channel in image.outer_iter_mut() {
        let new = moved(&channel.to_owned(), motion)?;
        channel.assign(&new);
    }
    Ok(image)
}
// ANCHOR_END: augment
