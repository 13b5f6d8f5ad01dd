//! A dense layer: forward, backward, and its step.
//!
//! A tile takes up to four blocks at once: a weight that is read serves them all.

mod d_x;
mod forward;
mod step;

pub use d_x::DX;
pub use forward::Forward;
pub use step::{Samples, Step};

/// The numbers of `C` blocks, of which each has `len`.
#[inline(always)]
fn several<V, const C: usize>(all: &[V], len: usize, block: usize) -> [&[V]; C] {
    let mut several = [&all[..len]; C];
    for c in 0..C {
        several[c] = &all[(block + c) * len..][..len];
    }
    several
}
