//! What every rung of the ladder has to do.

use super::layer::{Layer, POOLED, X, Z};
use super::{Fused, Lanes, Rows, Textbook, Tiles};
use crate::Error;
use crate::isa::Isa;
use crate::kernels::turn::Turn;
use crate::memory::Memory;
use crate::network::Parameters;
use rayon::prelude::*;

/// A rung of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rung {
    /// [`Textbook`].
    Textbook,
    /// [`Rows`].
    Rows,
    /// [`Lanes`].
    Lanes,
    /// [`Tiles`].
    Tiles,
    /// [`Fused`].
    Fused,
    /// [`Fused`], on several threads.
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
    pub fn name(self) -> &'static str {
        match self {
            Self::Textbook => "textbook",
            Self::Rows => "rows",
            Self::Lanes => "lanes",
            Self::Tiles => "tiles",
            Self::Fused => "fused",
            Self::Threads => "threads",
        }
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
    kernels: Vec<f32>,
    taps: Memory,
    bias: Vec<f32>,
    /// The samples one after the other, and with one in each lane.
    x: [Memory; 2],
    z: Memory,
    y: Memory,
    pooled: Memory,
    winner: Memory,
}

impl Work {
    /// The second layer of `parameters` for samples with the numbers `x`, 6×14×14 each.
    ///
    /// # Errors
    /// [`Error::Blocks`] unless the samples are whole, and fill whole blocks.
    pub fn new(parameters: &Parameters, isa: Isa, x: &[f32]) -> Result<Self, Error> {
        let (samples, lanes) = (x.len() / X, isa.lanes());
        if x.is_empty() || !x.len().is_multiple_of(X * lanes) {
            let (values, each) = (x.len(), X * lanes);
            return Err(Error::Blocks { values, each });
        }
        let layer = &parameters.0[1];
        let zeros = |each| Memory::zeros(each * samples);
        let mut in_turn = zeros(X);
        in_turn.copy_from_slice(x);
        let mut in_lanes = zeros(X);
        let blocks = in_lanes.chunks_exact_mut(X * lanes);
        for (to, from) in blocks.zip(x.chunks_exact(X * lanes)) {
            isa.run(turned(from, lanes, X, to));
        }
        Ok(Self {
            isa,
            kernels: parameters.by_output(1).collect(),
            taps: layer.weights.clone(),
            bias: layer.bias.clone(),
            x: [in_turn, in_lanes],
            z: zeros(Z),
            y: zeros(Z),
            pooled: zeros(POOLED),
            winner: zeros(POOLED),
        })
    }

    /// Does it, by that `rung`. The last rung runs on the threads of rayon's pool around it.
    pub fn run(&mut self, rung: Rung) {
        let isa = self.isa;
        match rung {
            Rung::Textbook => self.each(rung, |layer| isa.run(Textbook(layer))),
            Rung::Rows => self.each(rung, |layer| isa.run(Rows(layer))),
            Rung::Lanes => self.each(rung, |layer| isa.run(Lanes(layer))),
            Rung::Tiles => self.each(rung, |layer| isa.run(Tiles(layer))),
            Rung::Fused | Rung::Threads => {
                self.each(rung, |layer| isa.run(Fused(layer)))
            }
        }
    }

    /// Has `work` done for each sample, or each block of them.
    fn each(&mut self, rung: Rung, work: impl Fn(Layer<'_>) + Send + Sync) {
        let (n, x) = match rung.one_by_one() {
            true => (1, &self.x[0]),
            false => (self.isa.lanes(), &self.x[1]),
        };
        let (kernels, taps, bias) = (&self.kernels, &self.taps, &self.bias);
        let maps = self
            .z
            .par_chunks_mut(Z * n)
            .zip(self.y.par_chunks_mut(Z * n));
        let pooled = self.pooled.par_chunks_mut(POOLED * n);
        let pooled = pooled.zip(self.winner.par_chunks_mut(POOLED * n));
        let blocks = x.par_chunks(X * n).zip(maps.zip(pooled));
        let blocks = blocks.map(|(x, ((z, y), (pooled, winner)))| Layer {
            x,
            kernels,
            taps,
            bias,
            z,
            y,
            pooled,
            winner,
        });
        match rung {
            Rung::Threads => blocks.for_each(work),
            _ => blocks.with_min_len(usize::MAX).for_each(work),
        }
    }

    /// The pooled maps that it has left, 16×5×5 for each sample, one after the other.
    pub fn pooled(&self, rung: Rung) -> Vec<f32> {
        let lanes = self.isa.lanes();
        let mut pooled = self.pooled.to_vec();
        if !rung.one_by_one() {
            let blocks = pooled.chunks_exact_mut(POOLED * lanes);
            for (to, from) in blocks.zip(self.pooled.chunks_exact(POOLED * lanes)) {
                self.isa.run(turned(from, POOLED, lanes, to));
            }
        }
        pooled
    }
}

/// A table of `rows` and `columns`, turned into `to`.
fn turned<'a>(
    from: &'a [f32],
    rows: usize,
    columns: usize,
    to: &'a mut [f32],
) -> Turn<'a> {
    Turn {
        from,
        pitch: columns,
        rows,
        columns,
        to,
        to_pitch: rows,
    }
}
