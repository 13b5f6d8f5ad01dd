//! A kernel learns to be Sobel's, from nothing but an image and its feature map.

use backprop::convolution::{backward, updated};
use convolution::Convolution;
use convolution::kernels::SOBEL_RIGHT;
use ndarray::{Array1, Array3, Array4, Axis, arr2};

/// A layer of one kernel and no bias.
fn layer(kernels: Array4<f64>) -> Convolution {
    Convolution {
        kernels,
        bias: Array1::zeros(1),
        stride: 1,
        padding: 0,
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // An image in which no pixel follows from its neighbours, so that every weight shows.
    let image = Array3::from_shape_fn((1, 12, 12), |(_, row, column)| {
        f64::from((7 * row * row + 5 * row * column + 3 * column) as u32 % 11) / 10.0
            - 0.5
    });
    let sobel = arr2(&SOBEL_RIGHT).insert_axis(Axis(0)).insert_axis(Axis(0));
    let target = layer(sobel).forward(&image)?;

    let mut learner = layer(Array4::zeros((1, 1, 3, 3)));
    for step in 0..=80 {
        // L is the mean of (z − t)², so ∂L/∂z = 2 (z − t) / n.
        let error = learner.forward(&image)? - &target;
        if [0, 5, 20, 80].contains(&step) {
            let loss = error.mapv(|e| e * e).sum() / error.len() as f64;
            println!("step {step:2}, loss {loss:.6}");
            for row in learner.kernels.index_axis(Axis(0), 0).rows() {
                let row: Vec<String> = row.iter().map(|w| format!("{w:7.3}")).collect();
                println!("  {}", row.concat());
            }
        }
        let d_z = 2.0 * &error / error.len() as f64;
        learner = updated(&learner, &backward(&learner, &image, &d_z)?, 0.7)?;
    }
    Ok(())
}
