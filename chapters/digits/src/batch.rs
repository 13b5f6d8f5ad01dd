//! The gradient of a batch: the sum over its samples.
//!
//! Its samples are taken in groups of eight, in order. The gradients of a group are added up from its
//! first sample to its last, and then the groups' sums from the first group to the last. However
//! many threads compute the groups, the sum is the same to the last bit.

use digits::{Error, Gradients, Network, cross_entropy};
use ndarray::Array3;

/// How many samples are added up before their sum is added to that of the others.
pub(crate) const SAMPLES_PER_GROUP: usize = 8;

// ANCHOR: batch
/// Gradients, losses and counts, summed over some samples.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sum {
    /// The sum of their gradients.
    pub(crate) gradients: Gradients,
    /// The sum of their losses.
    pub(crate) loss: f64,
    /// How many of the samples the network reads rightly.
    pub(crate) right: usize,
    /// How many samples there are.
    pub(crate) samples: usize,
}

impl Sum {
    /// The gradients and the loss of one `image` (1×28×28) with its `label`.
    ///
    /// # Errors
    /// As [`Network::forward`] and [`cross_entropy`].
    pub(crate) fn of(
        network: &Network,
        image: &Array3<f64>,
        label: u8,
    ) -> Result<Self, Error> {
        // FOLD
        let pass = network.forward(image)?;
        let entropy = cross_entropy(pass.logits(), label)?;
        Ok(Self {
            gradients: network.backward(&pass, &entropy.d_logits)?,
            loss: entropy.loss,
            right: usize::from(argmax(pass.logits().iter()) == usize::from(label)),
            samples: 1,
        })
        // FOLD_END
    }

    /// This sum, with the `next` one added.
    #[must_use]
    pub(crate) fn plus(mut self, next: &Self) -> Self {
        for (sum, next) in self.gradients.0.iter_mut().zip(&next.gradients.0) {
            *sum += next;
        }
        self.loss += next.loss;
        self.right += next.right;
        self.samples += next.samples;
        self
    }

    /// The mean gradient, over as many samples as there are: fewer in the last batch of
    /// an epoch.
    pub(crate) fn mean(mut self) -> Gradients {
        for sum in &mut self.gradients.0 {
            *sum /= self.samples as f64;
        }
        self.gradients
    }
}
// ANCHOR_END: batch

/// The place of the largest number, the first of several. A NaN is never the largest.
pub(crate) fn argmax<'a>(numbers: impl Iterator<Item = &'a f64>) -> usize {
    let (mut place, mut most) = (0, f64::NEG_INFINITY);
    for (i, number) in numbers.enumerate() {
        if *number > most {
            (place, most) = (i, *number);
        }
    }
    place
}
