//! Softmax and cross-entropy of three logits.

use digits::cross_entropy;
use ndarray::arr1;
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// Three logits, and the right one.
    pub struct Surprise = "surprise" {
        /// the answer for a 0
        z0 = 2.0 in -9.0..=9.0 by 0.1,
        /// the answer for a 1
        z1 = 1.0 in -9.0..=9.0 by 0.1,
        /// the answer for a 2
        z2 = -1.0 in -9.0..=9.0 by 0.1,
        /// the digit that was meant
        t = 1.0 in 0.0..=2.0 by 1.0,
    }
}

/// The probabilities, the loss, and its derivative by each logit.
///
/// ```
/// use digits::book::worked::{Surprise, surprise};
/// let outputs = surprise(&Surprise::default()).unwrap();
/// assert_eq!(outputs.get("p0").map(|p| format!("{p:.4}")).as_deref(), Some("0.7054"));
/// assert_eq!(outputs.get("gradient0"), outputs.get("p0"));
/// ```
///
/// # Errors
/// An input out of its range.
pub fn surprise(s: &Surprise) -> show::Result<Outputs> {
    s.check()?;
    let t = whole(s.t);
    // The crate's error would bring the messages of all errors into the page's program.
    let entropy = cross_entropy(&arr1(&[s.z0, s.z1, s.z2]), t as u8)
        .map_err(|_| "no such answer")?;
    let (p, gradient) = (&entropy.p, &entropy.d_logits);
    Ok(Outputs::new()
        .with("p0", p[0])
        .with("p1", p[1])
        .with("p2", p[2])
        .with("p_t", p[t])
        .with("loss", entropy.loss)
        .with("gradient0", gradient[0])
        .with("gradient1", gradient[1])
        .with("gradient2", gradient[2]))
}
