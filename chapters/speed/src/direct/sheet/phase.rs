//! Columns of an image that are a stride apart.

use crate::direct::Shape;

/// The columns phase, phase + s, … of a padded image, which lie side by side in a row.
#[derive(Clone, Copy)]
pub(super) struct Phase {
    /// How many of them are padding on the left.
    pub skip: usize,
    /// The first column of the image that is among them.
    pub column: usize,
    /// How many columns of the image are.
    pub there: usize,
}

impl Phase {
    pub fn new(phase: usize, shape: &Shape) -> Self {
        let (stride, padding) = (shape.stride, shape.padding);
        // Place n has column phase + s·n − p of the image.
        let skip = padding.saturating_sub(phase).div_ceil(stride);
        let column = phase + stride * skip - padding;
        let there = shape.width.saturating_sub(column).div_ceil(stride);
        Self {
            skip,
            column,
            there,
        }
    }
}
