//! What a step reads and returns.

use crate::Error;
use crate::geometry::CLASSES;
use crate::loss::CrossEntropy;
use digits::PIXELS;

/// Images with their labels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Batch<'a> {
    /// 28×28 pixels each, one image after the other, from 0 for paper to 1 for ink.
    pub images: &'a [f32],
    /// What each was meant to be, 0 to 9.
    pub labels: &'a [u8],
}

impl Batch<'_> {
    /// How many samples there are: at most as many as there is `room` for.
    pub(crate) fn samples(&self, room: usize) -> Result<usize, Error> {
        let samples = samples(self.images, room)?;
        if self.labels.len() != samples {
            let labels = self.labels.len();
            return Err(Error::Labels { labels, samples });
        }
        match self
            .labels
            .iter()
            .find(|label| usize::from(**label) >= CLASSES)
        {
            Some(label) => Err(Error::Label { label: *label }),
            None => Ok(samples),
        }
    }
}

/// How many `images` there are.
pub(super) fn samples(images: &[f32], room: usize) -> Result<usize, Error> {
    let (values, samples) = (images.len(), images.len() / PIXELS);
    match values.is_multiple_of(PIXELS) && (1..=room).contains(&samples) {
        true => Ok(samples),
        false => Err(Error::Images { values, room }),
    }
}

/// The learning rate and the momentum of a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rates {
    /// η.
    pub rate: f32,
    /// μ.
    pub momentum: f32,
}

/// The batch of a step in two numbers.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct StepStatistics {
    /// The sum of its losses.
    pub loss: f32,
    /// For how many samples the argmax was the label.
    pub correct: usize,
}

impl StepStatistics {
    /// One more sample.
    pub(crate) fn add(&mut self, sample: &CrossEntropy) {
        self.loss += sample.loss;
        self.correct += usize::from(sample.correct);
    }
}
