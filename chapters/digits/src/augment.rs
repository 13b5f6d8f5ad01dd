//! More digits out of those there are.

use digits::Error;
use ndarray::Array3;
use pooling::{Motion, moved};
use rand::RngExt;
use rand_pcg::Pcg64;

/// How far a digit may turn, in degrees to either side.
pub const TURN: f64 = 10.0;

/// How far it may move, in pixels to each side.
pub const SHIFT: f64 = 1.5;

// ANCHOR: augment
/// The `image` (1×28×28), turned a little and shifted a little, by lot: as it might have been written
/// as well.
///
/// # Errors
/// None: these motions are all possible.
pub fn augmented(image: &Array3<f64>, random: &mut Pcg64) -> Result<Array3<f64>, Error> {
    // uniform in [−most, most)
    let mut within = |most: f64| most * (2.0 * random.random::<f64>() - 1.0);
    let motion = Motion {
        degrees: within(TURN),
        right: within(SHIFT),
        down: within(SHIFT),
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
