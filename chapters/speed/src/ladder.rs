//! The second convolution with its ReLU and its pooling, from the textbook's loops to several threads.
//!
//! It is what a step spends most of its time on. Every rung of the ladder computes the same maps.

mod rungs;

use crate::Error;
use crate::aligned::AlignedBuffer;
use crate::geometry::SECOND;
use crate::isa::Isa;
use crate::kernels::transpose::Transpose;
use crate::network::Parameters;
use rayon::prelude::*;
use rungs::Samples;

/// Values of a sample: what the layer reads, its maps, and these when pooled.
const X: usize = SECOND.image_len();
const Z: usize = SECOND.maps_len();
const POOLED: usize = SECOND.pooled_len();

/// A rung of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rung {
    /// The textbook's loops, sample after sample.
    Textbook,
    /// The same in another order: each weight goes along a row, value after value in memory.
    Rows,
    /// The textbook's loops, with a sample in each lane.
    Lanes,
    /// The convolution in tiles, with a sample in each lane; then the rest.
    Tiles,
    /// Everything in one, a sample in each lane: the kernel that the network uses.
    Fused,
    /// The same, on several threads.
    Threads,
}

impl Rung {
    /// All, from the first to the last.
    pub const ALL: [Self; 6] = [
        Self::Textbook,
        Self::Rows,
        Self::Lanes,
        Self::Tiles,
        Self::Fused,
        Self::Threads,
    ];

    /// Its name.
    pub fn name(self) -> String {
        format!("{self:?}").to_lowercase()
    }

    /// Whether it reads samples one after the other, and not in lanes.
    fn one_by_one(self) -> bool {
        matches!(self, Self::Textbook | Self::Rows)
    }
}

/// The layer, some samples, and the memory for all that is computed of them.
#[derive(Debug)]
pub struct Work {
    isa: Isa,
    parameters: Parameters,
    /// The kernels as the textbook has them: filters×taps.
    kernels: Vec<f32>,
    /// The samples one after the other, and with one in each lane.
    x: [AlignedBuffer; 2],
    z: AlignedBuffer,
    y: AlignedBuffer,
    pooled: AlignedBuffer,
    argmax: AlignedBuffer,
}

impl Work {
    /// The second layer of `parameters` for samples with the values `x`, 6×14×14 each.
    ///
    /// # Errors
    /// [`Error::Blocks`] unless the samples are whole, and fill whole blocks.
    pub fn new(parameters: &Parameters, isa: Isa, x: &[f32]) -> Result<Self, Error> {
        let (samples, each) = (x.len() / X, X * isa.lanes());
        if x.is_empty() || !x.len().is_multiple_of(each) {
            let values = x.len();
            return Err(Error::Blocks { values, each });
        }
        let zeros = |each| AlignedBuffer::zeros(each * samples);
        let mut one_by_one = zeros(X);
        one_by_one.copy_from_slice(x);
        let mut in_lanes = zeros(X);
        transpose(isa, x, (isa.lanes(), X), &mut in_lanes);
        Ok(Self {
            isa,
            parameters: parameters.clone(),
            kernels: parameters.weights(1).collect(),
            x: [one_by_one, in_lanes],
            z: zeros(Z),
            y: zeros(Z),
            pooled: zeros(POOLED),
            argmax: zeros(POOLED),
        })
    }

    /// Computes the maps, by that `rung`. The last rung runs on the threads of rayon's pool around it.
    pub fn run(&mut self, rung: Rung) {
        let (isa, layer) = (self.isa, &self.parameters.0[1]);
        let (samples, x) = match rung.one_by_one() {
            true => (1, &self.x[0]),
            false => (isa.lanes(), &self.x[1]),
        };
        let maps = self.z.par_chunks_mut(Z * samples);
        let maps = maps.zip(self.y.par_chunks_mut(Z * samples));
        let pooled = self.pooled.par_chunks_mut(POOLED * samples);
        let pooled = pooled.zip(self.argmax.par_chunks_mut(POOLED * samples));
        let blocks = x.par_chunks(X * samples).zip(maps.zip(pooled));
        let blocks = blocks.map(|(x, ((z, y), (pooled, argmax)))| Samples {
            x,
            kernels: &self.kernels,
            taps: &layer.weights,
            bias: &layer.bias,
            z,
            y,
            pooled,
            argmax,
        });
        match rung {
            Rung::Threads => blocks.for_each(|samples| samples.run(isa, rung)),
            _ => blocks
                .with_min_len(usize::MAX)
                .for_each(|samples| samples.run(isa, rung)),
        }
    }

    /// The pooled maps that it has left, 16×5×5 for each sample, one after the other.
    pub fn pooled(&self, rung: Rung) -> Vec<f32> {
        let mut pooled = self.pooled.to_vec();
        if !rung.one_by_one() {
            let block = (POOLED, self.isa.lanes());
            transpose(self.isa, &self.pooled, block, &mut pooled);
        }
        pooled
    }
}

/// Matrices of so many `rows` and `columns`, one after the other, each transposed.
fn transpose(isa: Isa, from: &[f32], (rows, columns): (usize, usize), to: &mut [f32]) {
    let to = to.chunks_exact_mut(rows * columns);
    for (to, from) in to.zip(from.chunks_exact(rows * columns)) {
        isa.run(Transpose {
            from,
            from_stride: columns,
            rows,
            columns,
            to,
            to_stride: rows,
        });
    }
}
