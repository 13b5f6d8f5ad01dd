//! One convolution, along each axis of its size.

use crate::count::Count;
use show::Error;

/// An axis: one size of a convolution that grows while the others stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    /// The side of the image.
    Image,
    /// The side of the kernel.
    Kernel,
    /// How many images there are.
    Batch,
    /// How far the kernel moves.
    Stride,
}

impl Axis {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Image, Self::Kernel, Self::Batch, Self::Stride];

    /// Its name among the benches.
    pub fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Kernel => "kernel-side",
            Self::Batch => "batch",
            Self::Stride => "stride",
        }
    }

    /// The sizes along it, odd ones among them.
    pub fn sizes(self) -> &'static [usize] {
        match self {
            Self::Image => &[
                8, 9, 12, 16, 17, 24, 32, 33, 48, 64, 65, 96, 128, 192, 256, 257, 384,
                512,
            ],
            Self::Kernel => &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
            Self::Batch => &[1, 2, 3, 4, 7, 8, 16, 17, 32, 64, 65, 128, 256, 512, 1024],
            Self::Stride => &[1, 2, 3, 4],
        }
    }

    /// The convolution that has this size along the axis: 8 channels and 16 filters.
    pub fn shape(self, size: usize) -> Shape {
        let mut shape = Shape {
            images: 1,
            channels: 8,
            side: 64,
            filters: 16,
            kernel: 3,
            stride: 1,
            padding: 1,
        };
        match self {
            Self::Image => shape.side = size,
            Self::Kernel => (shape.kernel, shape.padding) = (size, size / 2),
            Self::Batch => (shape.images, shape.side) = (size, 14),
            Self::Stride => shape.stride = size,
        }
        shape
    }

    /// The name of its bench at a size.
    pub fn bench(self, size: usize) -> String {
        format!("axis-{}-{size}", self.name())
    }
}

/// The shape of a convolution of square images.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// How many images there are.
    pub images: usize,
    /// Channels of an image.
    pub channels: usize,
    /// Rows and columns of an image.
    pub side: usize,
    /// How many filters there are.
    pub filters: usize,
    /// Rows and columns of a filter.
    pub kernel: usize,
    /// How far a filter moves.
    pub stride: usize,
    /// Zeros on each side of the image.
    pub padding: usize,
}

impl Shape {
    /// Operations and bytes of the convolution.
    ///
    /// # Errors
    /// A kernel that does not fit, and a stride of 0.
    pub fn count(&self) -> Result<Count, Error> {
        let padded = self.padding.saturating_mul(2).saturating_add(self.side);
        let moves = padded.checked_sub(self.kernel);
        let moves = moves.and_then(|moves| moves.checked_div(self.stride));
        let map = moves.ok_or("the kernel does not fit")? as f64 + 1.0;
        let [images, channels, side, filters, kernel] = [
            self.images,
            self.channels,
            self.side,
            self.filters,
            self.kernel,
        ]
        .map(|n| n as f64);
        let (taps, maps) = (channels * kernel * kernel, images * filters * map * map);
        let image = images * channels * side * side;
        Ok(Count {
            operations: 2.0 * maps * taps,
            bytes: 4.0 * (image + filters * taps + maps),
        })
    }
}
