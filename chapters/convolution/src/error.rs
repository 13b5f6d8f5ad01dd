//! What can be wrong with an image, a kernel, a stride or a padding.

use convolution::Shape;
use thiserror::Error;

/// Why there is no feature map.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Error {
    /// A side of the image or the kernel is 0.
    #[error(
        "an image of {image} and a kernel of {kernel}: every side must be at least 1"
    )]
    Empty {
        /// The image's shape.
        image: Shape,
        /// The kernel's shape.
        kernel: Shape,
    },
    /// A window that never moves.
    #[error(
        "a stride of 0 never leaves the first window: the stride must be at least 1"
    )]
    ZeroStride,
    /// The kernel does not fit once.
    #[error(
        "a kernel of {kernel} does not fit on an image of {image} with padding {padding}: \
         no side of the kernel may exceed the image's plus twice the padding"
    )]
    KernelTooLarge {
        /// The image's shape.
        image: Shape,
        /// The kernel's shape.
        kernel: Shape,
        /// Zeros added on each side.
        padding: usize,
    },
    /// More values than the book's code is willing to hold.
    #[error(
        "an image of {image} with padding {padding} under a kernel of {kernel} \
         would give more than 2²⁸ values"
    )]
    TooLarge {
        /// The image's shape.
        image: Shape,
        /// The kernel's shape.
        kernel: Shape,
        /// Zeros added on each side.
        padding: usize,
    },
    /// Padding that keeps the size needs a kernel with a middle.
    #[error(
        "a kernel of {kernel} has no middle pixel: \
         the same padding on both sides keeps the size only for an odd kernel"
    )]
    EvenKernel {
        /// The kernel's side.
        kernel: usize,
    },
    /// Kernels and image differ in depth.
    #[error(
        "kernels of {kernels} (filters×channels×rows×columns) do not fit on an image of {image} \
         (channels×rows×columns): both must have the same number of channels"
    )]
    Channels {
        /// The image's shape.
        image: Shape,
        /// The kernels' shape.
        kernels: Shape,
    },
    /// Not one bias for each filter.
    #[error(
        "{bias} biases for kernels of {kernels} (filters×channels×rows×columns): \
         expected one for each filter"
    )]
    Biases {
        /// How many biases there are.
        bias: usize,
        /// The kernels' shape.
        kernels: Shape,
    },
    /// Weights that all lie on one pixel.
    #[error(
        "a dilation of 0 lays all weights on one pixel: the dilation must be at least 1"
    )]
    ZeroDilation,
    /// Filters and channels that cannot be divided into so many groups.
    #[error(
        "kernels of {kernels} (filters×channels of a group×rows×columns) in {groups} group(s) \
         do not fit on an image of {image} (channels×rows×columns): the filters \
         must divide evenly among the groups, and the image must have as many channels as all \
         groups together"
    )]
    Groups {
        /// How many groups there are.
        groups: usize,
        /// The image's shape.
        image: Shape,
        /// The kernels' shape.
        kernels: Shape,
    },
    /// A target for a map of another shape.
    #[error("a map of {map} and a target of {target}: expected the same shape")]
    TargetShape {
        /// The shape of the map.
        map: Shape,
        /// The shape of the target.
        target: Shape,
    },
    /// Two images that should have the same shape.
    #[error(
        "images of {first} and {second} cannot be compared: expected the same shape"
    )]
    ShapesDiffer {
        /// The shape of the first.
        first: Shape,
        /// The shape of the second.
        second: Shape,
    },
    /// A count beyond what a `usize` holds.
    #[error("{what} of {shape}: the count does not fit into a usize")]
    Uncountable {
        /// What was counted.
        what: &'static str,
        /// Of which shape.
        shape: Shape,
    },
}

impl Error {
    /// The same error, naming whole shapes where it named the lengths along one side.
    #[must_use]
    pub fn between(self, image: &[usize], kernel: &[usize]) -> Self {
        let (image, kernel) = (image.into(), kernel.into());
        match self {
            Self::Empty { .. } => Self::Empty { image, kernel },
            Self::KernelTooLarge { padding, .. } => Self::KernelTooLarge {
                image,
                kernel,
                padding,
            },
            Self::TooLarge { padding, .. } => Self::TooLarge {
                image,
                kernel,
                padding,
            },
            other => other,
        }
    }
}
