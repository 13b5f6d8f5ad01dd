//! One convolution, along each axis of its size.

use super::{Case, numbers};
use crate::count::Count;
use crate::direct::{Shape, convolution};
use crate::{Error, Isa};

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
            height: 64,
            width: 64,
            filters: 16,
            kernel: 3,
            stride: 1,
            padding: 1,
        };
        match self {
            Self::Image => (shape.height, shape.width) = (size, size),
            Self::Kernel => (shape.kernel, shape.padding) = (size, size / 2),
            Self::Batch => {
                (shape.images, shape.height, shape.width) = (size, 14, 14);
            }
            Self::Stride => shape.stride = size,
        }
        shape
    }

    /// The name of its bench at a size.
    pub fn bench(self, size: usize) -> String {
        format!("axis-{}-{size}", self.name())
    }
}

/// Operations and bytes of a convolution.
///
/// # Errors
/// As [`Shape::output`].
pub fn count(shape: &Shape) -> Result<Count, Error> {
    let (rows, columns) = shape.output()?;
    let maps = shape.images * shape.filters * rows * columns;
    let taps = shape.channels * shape.kernel * shape.kernel;
    let image = shape.images * shape.channels * shape.height * shape.width;
    Ok(Count {
        operations: (2 * maps * taps) as f64,
        bytes: (4 * (image + shape.filters * taps + maps)) as f64,
    })
}

pub(super) fn cases(isa: Isa) -> Result<Vec<Case>, Error> {
    let mut cases = Vec::new();
    for axis in Axis::ALL {
        for &size in axis.sizes() {
            let shape = axis.shape(size);
            let (rows, columns) = shape.output()?;
            let taps = shape.channels * shape.kernel * shape.kernel;
            let x = shape.images * shape.channels * shape.height * shape.width;
            let (x, w) = (numbers(x), numbers(shape.filters * taps));
            let mut out = vec![0.0; shape.images * shape.filters * rows * columns];
            let operations = count(&shape)?.operations;
            cases.push(Case::new(axis.bench(size), operations, move || {
                convolution(isa, &shape, &x, &w, &mut out).expect("a shape that fits");
            }));
        }
    }
    Ok(cases)
}
