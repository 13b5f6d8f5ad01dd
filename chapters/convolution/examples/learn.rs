//! A kernel that starts from chance learns to mark where ink begins (1) and where it ends (−1).

use convolution::{Error, kernel_gradient, kernel_loss, stripes};
use ndarray::Array2;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::standard_normal;

const SEED: u64 = 1;
const NOISE: f64 = 0.2;
const RATE: f64 = 0.1;

fn main() -> Result<(), Error> {
    let mut rng = Pcg64::seed_from_u64(SEED);
    let (picture, marks) = stripes(NOISE, &mut rng);
    let mut kernel = Array2::from_shape_fn((3, 3), |_| 0.1 * standard_normal(&mut rng));

    for step in 0..=200 {
        if [0, 1, 2, 5, 10, 50, 200].contains(&step) {
            let loss = kernel_loss(&picture, &kernel, &marks)?;
            println!("after {step:3} steps: loss {loss:.4}\n{kernel:5.2}");
        }
        let gradient = kernel_gradient(&picture, &kernel, &marks)?;
        kernel = kernel - RATE * gradient;
    }
    Ok(())
}
