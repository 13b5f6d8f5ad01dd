//! Memory that begins on a cache line.

use std::ops::{Deref, DerefMut};

/// How many `f32` are in a cache line: 64 bytes.
const LINE: usize = 16;

/// A fixed number of `f32`, zero at first. The first of them begins a cache line, so that no register
/// of 64 bytes is ever read from two lines.
#[derive(Debug)]
pub(crate) struct AlignedBuffer {
    data: Vec<f32>,
    first: usize,
    len: usize,
}

impl AlignedBuffer {
    /// Room for `len` numbers.
    pub(crate) fn zeros(len: usize) -> Self {
        let data = vec![0.0_f32; len + LINE - 1];
        // Where the address cannot be known, the first place is as good as any.
        let first = data.as_ptr().align_offset(4 * LINE).min(LINE - 1);
        Self { data, first, len }
    }
}

impl Clone for AlignedBuffer {
    fn clone(&self) -> Self {
        let mut clone = Self::zeros(self.len);
        clone.copy_from_slice(self);
        clone
    }
}

impl Deref for AlignedBuffer {
    type Target = [f32];
    #[inline(always)]
    fn deref(&self) -> &[f32] {
        &self.data[self.first..][..self.len]
    }
}

impl DerefMut for AlignedBuffer {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [f32] {
        &mut self.data[self.first..][..self.len]
    }
}
