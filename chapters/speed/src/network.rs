//! The network of the chapter Digits once more, in `f32` and a whole batch at a time.

mod backward;
mod batch;
mod bytes;
mod parameters;
mod shard;
mod single;
mod step;

pub use batch::Batch;
pub use bytes::bytes;
pub use parameters::{LAYERS, Layer, Parameters, Size};
pub use shard::Shard;
pub use step::{Rates, Went};

use crate::isa::Isa;
use crate::{Error, GROUP};
use rayon::prelude::*;
use single::Single;

/// The most samples that a batch may have.
pub const LARGEST_BATCH: usize = digits::Options::LARGEST_BATCH;

// ANCHOR: network
/// The network, and all the memory that it works in. Nothing is allocated after it is made.
#[derive(Debug)]
pub struct Network {
    isa: Isa,
    parameters: Parameters,
    velocity: Parameters,
    /// One for each thread.
    shards: Vec<Shard>,
    /// For images that are too few for lanes.
    single: Single,
    pool: Option<rayon::ThreadPool>,
}
// ANCHOR_END: network

impl Network {
    /// The network with these `parameters`, for batches of at most `batch` samples, which it shares out
    /// to this many `threads`. The instruction set and the threads change the time that it takes, and
    /// no bit.
    ///
    /// # Errors
    /// [`Error::Batch`] for none or more than [`LARGEST_BATCH`], [`Error::Threads`] for none, or for
    /// more than the machine gives.
    pub fn new(
        parameters: Parameters,
        isa: Isa,
        threads: usize,
        batch: usize,
    ) -> Result<Self, Error> {
        if !(1..=LARGEST_BATCH).contains(&batch) {
            return Err(Error::Batch { samples: batch });
        }
        let refused = |reason| Error::Threads { threads, reason };
        let pool = match threads {
            0 => return Err(refused("there has to be one".to_string())),
            1 => None,
            _ => {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
                Some(pool.map_err(|error| refused(error.to_string()))?)
            }
        };
        // Whole groups of samples go to each thread, and as many to each as can be.
        let groups = batch.div_ceil(GROUP);
        let each = groups.div_ceil(threads);
        let shards = (0..groups.div_ceil(each)).map(|_| Shard::new(each, isa));
        Ok(Self {
            isa,
            velocity: Parameters::zeros(),
            parameters,
            shards: shards.collect(),
            single: Single::new(),
            pool,
        })
    }

    /// Its weights and biases.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// Its instruction set.
    pub fn isa(&self) -> Isa {
        self.isa
    }

    /// How many samples it has room for.
    pub fn room(&self) -> usize {
        self.shards.iter().map(Shard::room).sum()
    }

    /// The ten answers for each of some `images` (28×28 pixels each, one after the other), in the same
    /// order: written to `answers`. They have the same bits whatever images are beside them.
    ///
    /// # Errors
    /// [`Error::Images`] unless the images are whole, at least one and no more than there is
    /// [room](Self::room) for; [`Error::Answers`] unless there is a place for ten numbers for each.
    pub fn answers(
        &mut self,
        images: &[f32],
        answers: &mut [f32],
    ) -> Result<(), Error> {
        let samples = batch::samples(images, self.room())?;
        if answers.len() != 10 * samples {
            let (got, expected) = (answers.len(), 10 * samples);
            return Err(Error::Answers { got, expected });
        }
        let (isa, parameters) = (self.isa, &self.parameters);
        // A block takes as long for one image as for all that it has lanes for.
        if 2 * samples <= isa.lanes() {
            let images = images.chunks_exact(batch::PIXELS);
            for (image, answers) in images.zip(answers.chunks_exact_mut(10)) {
                self.single.answers(parameters, isa, image, answers);
            }
            return Ok(());
        }
        let room = self.shards[0].room();
        let work = |(shard, (images, answers)): (&mut Shard, (&[f32], &mut [f32]))| {
            shard.load(images);
            shard.forward(parameters, answers.len() / 10);
            shard.write_answers(answers);
        };
        match &self.pool {
            None => work((&mut self.shards[0], (images, answers))),
            Some(pool) => pool.install(|| {
                let parts = images.par_chunks(room * batch::PIXELS);
                let parts = parts.zip(answers.par_chunks_mut(10 * room));
                self.shards.par_iter_mut().zip(parts).for_each(work);
            }),
        }
        Ok(())
    }
}
