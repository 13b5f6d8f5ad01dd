//! A network that learns in the page, batch by batch.

use crate::weights;
use digits::{
    Dataset, HELD_OUT, Options, SPLIT_SEED, Split, Training, Workers, evaluate, split,
};
use show::number::fixed;
use wasm_bindgen::prelude::wasm_bindgen;

/// A network that learns the digits from the start.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Lesson {
    digits: Split,
    training: Training,
    loss: f64,
}

#[wasm_bindgen]
impl Lesson {
    /// Digits to learn from and to be judged by, and the seed of the lesson.
    ///
    /// # Errors
    /// Bytes that are no digits, or too few.
    #[wasm_bindgen(constructor)]
    pub fn new(records: &[u8], seed: u32) -> Result<Self, String> {
        let all = Dataset::from_records(records).map_err(crate::refused)?;
        let options = Options {
            seed: seed.into(),
            ..Options::default()
        };
        Ok(Self {
            digits: split(&all, HELD_OUT, SPLIT_SEED).map_err(crate::refused)?,
            training: Training::start(options).map_err(crate::refused)?,
            loss: 0.0,
        })
    }

    /// Goes on by one batch; its loss for each digit.
    ///
    /// # Errors
    /// A loss that is no number any more.
    pub fn step(&mut self) -> Result<f64, String> {
        let workers = Workers::alone();
        let done = self
            .training
            .step(&self.digits.train, &workers)
            .map_err(crate::refused)?;
        // The loss of the epoch so far is given as its mean.
        let total = done.so_far.loss * done.samples as f64;
        let batch = self.training.options().batch.min(done.samples);
        let loss = (total - self.loss) / batch as f64;
        self.loss = if done.samples == done.of { 0.0 } else { total };
        Ok(loss)
    }

    /// How far it has come, in a sentence.
    pub fn progress(&self, batch: usize, all: usize, loss: f64) -> String {
        format!("Batch {batch} of {all}: the loss is {}.", fixed(loss, 3))
    }

    /// How many batches an epoch has.
    pub fn batches(&self) -> usize {
        self.digits
            .train
            .len()
            .div_ceil(self.training.options().batch)
    }

    /// How many of the digits held out are read rightly, and how many there are.
    ///
    /// # Errors
    /// None that a lesson can meet.
    pub fn test(&self) -> Result<Vec<usize>, String> {
        let digits = &self.digits.test;
        let evaluation = evaluate(self.training.network(), digits, &Workers::alone());
        Ok(vec![
            evaluation.map_err(crate::refused)?.right(),
            digits.len(),
        ])
    }

    /// The weights as they are now.
    pub fn weights(&self) -> Vec<u8> {
        weights::bytes(self.training.network())
    }
}
