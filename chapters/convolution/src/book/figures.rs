//! The chapter's figures.

mod dilation;
mod feature_maps;
mod flip;
mod from_dense;
mod groups;
mod kernel_sliding;
mod learning;
mod map;
mod moving_map;
mod padding;
mod ramp;
mod reach;
mod stride_padding;
mod volume;

pub use dilation::dilated;
pub use feature_maps::feature_maps;
pub use flip::flip;
pub use from_dense::from_dense;
pub use groups::groups;
pub use kernel_sliding::kernel_sliding;
pub use learning::learning;
pub use moving_map::moving_map;
pub use padding::padding;
pub use ramp::ramp;
pub use reach::receptive;
pub use stride_padding::stride_padding;
pub use volume::volume;
