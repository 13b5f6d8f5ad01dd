//! What the network takes for digits: blank paper, paper full of ink, and noise.

use activations::softmax;
use digits::{SIDE, trained};
use ndarray::Array3;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let network = trained::network()?;
    // The label that the network finds most probable, and its probability.
    let read = |image: &Array3<f64>| -> Result<(usize, f64), Box<dyn Error>> {
        let p = softmax(&network.forward(image)?.logits().to_vec())?;
        let most = (p.iter().copied().enumerate()).max_by(|a, b| a.1.total_cmp(&b.1));
        most.ok_or("no label at all".into())
    };

    let shape = (1, SIDE, SIDE);
    for (name, ink) in [("blank paper", 0.0), ("full of ink", 1.0)] {
        let (label, p) = read(&Array3::from_elem(shape, ink))?;
        println!("{name}: read as {label}, with {:.1} %", 100.0 * p);
    }

    let mut rng = Pcg64::seed_from_u64(1);
    let (mut counts, mut sum) = ([0; 10], 0.0);
    for _ in 0..200 {
        let noise = Array3::from_shape_simple_fn(shape, || rng.random::<f64>());
        let (label, p) = read(&noise)?;
        counts[label] += 1;
        sum += p;
    }
    println!(
        "200 images of noise: with {:.1} % on average, as",
        sum / 2.0
    );
    for (label, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        println!("  {label}: {count}");
    }
    Ok(())
}
