//! What the network reads.

use crate::Error;

/// Pixels along one side of an image.
pub(crate) const SIDE: usize = digits::SIDE;

/// Pixels of one image.
pub(crate) const PIXELS: usize = digits::PIXELS;

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
        match self.labels.iter().find(|label| **label > 9) {
            Some(label) => Err(Error::Label { label: *label }),
            None => Ok(samples),
        }
    }
}

/// How many `images` there are.
pub(crate) fn samples(images: &[f32], room: usize) -> Result<usize, Error> {
    let (values, samples) = (images.len(), images.len() / PIXELS);
    match values.is_multiple_of(PIXELS) && (1..=room).contains(&samples) {
        true => Ok(samples),
        false => Err(Error::Images { values, room }),
    }
}
