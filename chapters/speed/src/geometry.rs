//! How large the network is, written once.

// ANCHOR: convolution
/// The sizes of a convolution. Its image is square, and padded already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Convolution {
    /// Channels of the image.
    pub channels: usize,
    /// Rows and columns of the image.
    pub side: usize,
    /// How many kernels there are.
    pub filters: usize,
    /// Rows and columns of a kernel.
    pub k: usize,
}

impl Convolution {
    /// Rows and columns of a map.
    pub const fn map(&self) -> usize {
        self.side - self.k + 1
    }

    /// Rows and columns of a map whose windows of 2×2 have been pooled.
    pub const fn pooled(&self) -> usize {
        self.map() / 2
    }

    /// Where the image has row `i` and column `j` of channel `c`.
    #[inline(always)]
    pub(crate) fn x(&self, c: usize, i: usize, j: usize) -> usize {
        (c * self.side + i) * self.side + j
    }

    /// Where the kernels have row `u` and column `v` of channel `c` of filter `o`.
    #[inline(always)]
    pub(crate) fn w(&self, o: usize, c: usize, u: usize, v: usize) -> usize {
        ((o * self.channels + c) * self.k + u) * self.k + v
    }

    /// Where the maps have row `i` and column `j` of filter `o`.
    #[inline(always)]
    pub(crate) fn z(&self, o: usize, i: usize, j: usize) -> usize {
        (o * self.map() + i) * self.map() + j
    }

    /// Values of the image.
    pub const fn image_len(&self) -> usize {
        self.channels * self.side * self.side
    }

    /// Values of the maps.
    pub const fn maps_len(&self) -> usize {
        self.filters * self.map() * self.map()
    }

    /// Values of the pooled maps.
    pub const fn pooled_len(&self) -> usize {
        self.filters * self.pooled() * self.pooled()
    }

    /// How many weights a filter has.
    pub const fn taps(&self) -> usize {
        self.channels * self.k * self.k
    }
}
// ANCHOR_END: convolution

// ANCHOR: layer
/// The sizes of a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Layer {
    /// Its name.
    pub name: &'static str,
    /// Its filters, or its neurons.
    pub outputs: usize,
    /// The inputs of each, which has as many weights.
    pub inputs: usize,
    /// How far the weights of one input are from those of the next: one for each output, and in a
    /// dense layer zeros up to whole registers of sixteen lanes.
    pub row_stride: usize,
    /// How often each weight is used for one sample.
    pub uses: usize,
    /// Values that the layer reads of one sample.
    pub reads: usize,
    /// Values that it leaves: of a convolution the pooled maps.
    pub writes: usize,
}

impl Layer {
    const fn convolution(name: &'static str, sizes: Convolution) -> Self {
        Self {
            name,
            outputs: sizes.filters,
            inputs: sizes.taps(),
            row_stride: sizes.filters,
            uses: sizes.map() * sizes.map(),
            reads: sizes.image_len(),
            writes: sizes.pooled_len(),
        }
    }

    const fn dense(name: &'static str, inputs: usize, outputs: usize) -> Self {
        Self {
            name,
            outputs,
            inputs,
            row_stride: outputs.next_multiple_of(16),
            uses: 1,
            reads: inputs,
            writes: outputs,
        }
    }

    /// How many weights it has.
    pub const fn weights(&self) -> usize {
        self.outputs * self.inputs
    }
}
// ANCHOR_END: layer

// ANCHOR: layers
/// Zeros on each side of an image of 28×28.
pub const PADDING: usize = 2;

/// Rows and columns of all kernels.
pub const K: usize = 5;

/// The first convolution.
pub const FIRST: Convolution = Convolution {
    channels: 1,
    side: digits::SIDE + 2 * PADDING,
    filters: 6,
    k: K,
};

/// The second convolution: its image is what the first one leaves.
pub const SECOND: Convolution = Convolution {
    channels: FIRST.filters,
    side: FIRST.pooled(),
    filters: 16,
    k: K,
};

/// How many logits there are: one for each digit.
pub const CLASSES: usize = 10;

/// All layers: two convolutions, each with its pooling, and three dense layers.
pub const LAYERS: [Layer; 5] = [
    Layer::convolution("first", FIRST),
    Layer::convolution("second", SECOND),
    Layer::dense("dense1", SECOND.pooled_len(), 120),
    Layer::dense("dense2", 120, 84),
    Layer::dense("dense3", 84, CLASSES),
];
// ANCHOR_END: layers

/// How many samples a lane sum adds up by halves: as many as the widest register has lanes.
pub const SUM_GROUP: usize = 16;

/// The most samples that a batch may have.
pub const LARGEST_BATCH: usize = digits::Options::LARGEST_BATCH;
