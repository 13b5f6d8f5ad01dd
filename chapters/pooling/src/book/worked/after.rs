//! What pooling leaves to the layers after it.

use convolution::{Convolution, dense_parameters};
use ndarray::{Array1, Array4};
use pooling::Window;
use show::number::whole;
use show::{InputValues, Outputs};

show::inputs! {
    /// What pooling leaves to learn to the layers after it.
    pub struct AfterPooling = "after-pooling" {
        /// feature maps
        maps = 6.0 in 1.0..=16.0 by 1.0,
        /// pixels along one side of each map
        side = 24.0 in 8.0..=64.0 by 1.0,
        /// the window's side, and its stride
        size = 2.0 in 2.0..=4.0 by 1.0,
        /// neurons of a dense layer that comes next
        neurons = 10.0 in 1.0..=100.0 by 1.0,
        /// filters of a convolutional layer that comes next
        filters = 16.0 in 1.0..=64.0 by 1.0,
        /// pixels along one side of its kernels
        k = 3.0 in 1.0..=3.0 by 2.0,
    }
}

/// Pixels along one side after pooling (`pooled`) and in all maps before and after (`values`,
/// `fewer`); the parameters of a dense layer on either (`dense`, `dense_pooled`); those of a
/// convolutional layer (`layer`) and its multiplications on either (`products`, `products_pooled`).
///
/// # Errors
/// As [`Window::output_shape`] and [`Convolution::output_shape`].
pub fn after_pooling(after: &AfterPooling) -> show::Result<Outputs> {
    after.check()?;
    let [maps, side, size] = [after.maps, after.side, after.size].map(whole);
    let [neurons, filters, k] = [after.neurons, after.filters, after.k].map(whole);
    let layer = Convolution {
        kernels: Array4::zeros((filters, maps, k, k)),
        bias: Array1::zeros(filters),
        stride: 1,
        padding: 0,
    };
    let full = (maps, side, side);
    let pooled = Window { size, stride: size }.output_shape(full)?;
    let values = |(c, h, w)| c * h * w;
    let products =
        |shape| Ok::<_, show::Error>(values(layer.output_shape(shape)?) * maps * k * k);
    Ok(Outputs::new()
        .with("pooled", pooled.1 as f64)
        .with("values", values(full) as f64)
        .with("fewer", values(pooled) as f64)
        .with("dense", dense_parameters(values(full), neurons)? as f64)
        .with(
            "dense_pooled",
            dense_parameters(values(pooled), neurons)? as f64,
        )
        .with("layer", layer.parameters() as f64)
        .with("products", products(full)? as f64)
        .with("products_pooled", products(pooled)? as f64))
}
