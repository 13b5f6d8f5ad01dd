//! The chapter's figures.

mod feature_maps;
mod kernel_sliding;
mod stride_padding;

pub use feature_maps::feature_maps;
pub use kernel_sliding::kernel_sliding;
pub use stride_padding::stride_padding;
