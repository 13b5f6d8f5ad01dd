//! Kinds of layers: through the full depth, of one by one, in groups.

use convolution::{Convolution, GroupedConvolution};
use ndarray::{Array1, Array4};
use show::number::whole;
use show::{InputValues, Outputs};

/// A layer of `filters` kernels, `channels` deep and of `k` by `k`, which has learned nothing yet.
fn layer(filters: usize, channels: usize, k: usize) -> Convolution {
    Convolution {
        kernels: Array4::zeros((filters, channels, k, k)),
        bias: Array1::zeros(filters),
        stride: 1,
        padding: 0,
    }
}

show::inputs! {
    /// A layer over an image with depth.
    pub struct Volume = "volume" {
        /// channels of the image
        channels = 3.0 in 1.0..=4.0 by 1.0,
        /// filters
        filters = 2.0 in 1.0..=3.0 by 1.0,
        /// pixels along one side of a kernel
        k = 3.0 in 1.0..=5.0 by 1.0,
        /// pixels along one side of the image
        n = 8.0 in 6.0..=10.0 by 1.0,
    }
}

/// The weights of one `filter`, all that the layer can learn (`parameters`), and the side of a `map`.
///
/// # Errors
/// As [`Convolution::output_shape`].
pub fn volume(volume: &Volume) -> show::Result<Outputs> {
    volume.check()?;
    let v = volume;
    let [channels, filters, k, n] = [v.channels, v.filters, v.k, v.n].map(whole);
    let layer = layer(filters, channels, k);
    let (_, map, _) = layer.output_shape((channels, n, n))?;
    Ok(Outputs::new()
        .with("filter", (channels * k * k) as f64)
        .with("parameters", layer.parameters() as f64)
        .with("map", map as f64))
}

show::inputs! {
    /// A layer of kernels of one by one, beside one of larger kernels.
    pub struct OneByOne = "one-by-one" {
        /// channels of the image
        channels = 16.0 in 2.0..=64.0 by 2.0,
        /// filters
        filters = 4.0 in 1.0..=32.0 by 1.0,
        /// pixels along one side of the larger kernel
        k = 3.0 in 3.0..=7.0 by 2.0,
    }
}

/// The parameters of a layer of one by one (`one`), and of the larger kernel (`wide`).
///
/// # Errors
/// As [`OneByOne`]'s ranges.
pub fn one_by_one(layers: &OneByOne) -> show::Result<Outputs> {
    layers.check()?;
    let [channels, filters, k] = [layers.channels, layers.filters, layers.k].map(whole);
    let parameters = |k| layer(filters, channels, k).parameters() as f64;
    Ok(Outputs::new()
        .with("one", parameters(1))
        .with("wide", parameters(k)))
}

show::inputs! {
    /// A layer whose channels and filters come in groups.
    pub struct Groups = "groups" {
        /// channels of each group
        of_channels = 2.0 in 1.0..=3.0 by 1.0,
        /// filters of each group
        of_filters = 4.0 in 1.0..=6.0 by 1.0,
        /// pixels along one side of a kernel
        k = 3.0 in 1.0..=7.0 by 2.0,
        /// groups
        groups = 4.0 in 1.0..=4.0 by 1.0,
    }
}

impl Groups {
    /// Channels and filters of all groups together.
    ///
    /// # Errors
    /// As [`GroupedConvolution::output_shape`].
    pub fn all(&self) -> show::Result<(usize, usize)> {
        self.check()?;
        let [of_channels, of_filters, k, groups] =
            [self.of_channels, self.of_filters, self.k, self.groups].map(whole);
        let (channels, filters) = (of_channels * groups, of_filters * groups);
        let grouped = GroupedConvolution {
            layer: layer(filters, of_channels, k),
            dilation: 1,
            groups,
        };
        grouped.output_shape((channels, k, k))?;
        Ok((channels, filters))
    }
}

/// Channels and filters of all groups (`channels`, `filters`); the layer's parameters in groups (`grouped`) and without (`together`); and of two layers in its place, one with a group for each
/// channel (`depthwise`) and one of one by one (`pointwise`).
///
/// # Errors
/// As [`Groups::all`].
pub fn groups(groups: &Groups) -> show::Result<Outputs> {
    let (channels, filters) = groups.all()?;
    let [of_channels, k] = [groups.of_channels, groups.k].map(whole);
    let parameters =
        |filters, channels, k| layer(filters, channels, k).parameters() as f64;
    Ok(Outputs::new()
        .with("channels", channels as f64)
        .with("filters", filters as f64)
        .with("grouped", parameters(filters, of_channels, k))
        .with("together", parameters(filters, channels, k))
        .with("depthwise", parameters(channels, 1, k))
        .with("pointwise", parameters(filters, channels, 1)))
}
