//! The network of the chapter Digits once more, in `f32` and a whole batch at a time.

mod backward;
mod batch;
mod parameters;
mod shard;
mod single;
mod step;

pub use batch::{Batch, Rates, StepStatistics};
pub use parameters::Parameters;

use crate::Error;
use crate::geometry::{CLASSES, LARGEST_BATCH, SUM_GROUP};
use crate::isa::Isa;
use digits::PIXELS;
use rayon::prelude::*;
use shard::Shard;
use single::Single;

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
        let error = |reason| Error::Threads { threads, reason };
        let pool = match threads {
            0 => return Err(error("there has to be one".to_string())),
            1 => None,
            _ => {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
                Some(pool.map_err(|e| error(e.to_string()))?)
            }
        };
        // Whole groups of samples go to each thread, and as many to each as can be.
        let groups = batch.div_ceil(SUM_GROUP);
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

    /// How many samples it has room for.
    pub fn room(&self) -> usize {
        self.shards.iter().map(Shard::room).sum()
    }

    /// The ten logits for each of some `images` (28×28 pixels each, one after the other), in the same
    /// order: written to `logits`. They have the same bits whatever images are beside them.
    ///
    /// # Errors
    /// [`Error::Images`] unless the images are whole, at least one and no more than there is
    /// [room](Self::room) for; [`Error::Logits`] unless there is a place for ten numbers for each.
    pub fn logits(&mut self, images: &[f32], logits: &mut [f32]) -> Result<(), Error> {
        let samples = batch::samples(images, self.room())?;
        if logits.len() != CLASSES * samples {
            let (got, expected) = (logits.len(), CLASSES * samples);
            return Err(Error::Logits { got, expected });
        }
        let (isa, parameters) = (self.isa, &self.parameters);
        // A block takes as long for one image as for all that it has lanes for.
        if 2 * samples <= isa.lanes() {
            let images = images.chunks_exact(PIXELS);
            for (image, logits) in images.zip(logits.chunks_exact_mut(CLASSES)) {
                self.single.logits(parameters, isa, image, logits);
            }
            return Ok(());
        }
        let room = self.shards[0].room();
        let work = |(shard, (images, logits)): (&mut Shard, (&[f32], &mut [f32]))| {
            shard.load(images);
            shard.forward(parameters, logits.len() / CLASSES);
            shard.write_logits(logits);
        };
        match &self.pool {
            None => work((&mut self.shards[0], (images, logits))),
            Some(pool) => pool.install(|| {
                let images = images.par_chunks(room * PIXELS);
                let samples = images.zip(logits.par_chunks_mut(CLASSES * room));
                self.shards.par_iter_mut().zip(samples).for_each(work);
            }),
        }
        Ok(())
    }
}
