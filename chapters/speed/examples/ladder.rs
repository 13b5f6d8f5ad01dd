//! The second convolution, by each rung of the ladder: the same maps, to the last bit.
//!
//! ```sh
//! cargo run --release -p speed --example ladder
//! ```

use speed::ladder::{Rung, Work};
use speed::network::Parameters;
use speed::{Error, Isa};

/// Sixteen samples of 6×14×14 numbers, from 0 to 1.
fn samples() -> Vec<f32> {
    let scattered = |n: u32| n.wrapping_mul(2_654_435_761) >> 8;
    let numbers = 0..16 * 6 * 14 * 14;
    numbers
        .map(|n| scattered(n) as f32 / 16_777_216.0)
        .collect()
}

fn main() -> Result<(), Error> {
    let parameters = Parameters::from_network(&digits::Network::start(1)?)?;
    let mut work = Work::new(&parameters, Isa::best(), &samples())?;
    let mut first = Vec::new();
    for rung in Rung::ALL {
        work.run(rung);
        let pooled = work.pooled(rung);
        if first.is_empty() {
            first.clone_from(&pooled);
        }
        let differ = first
            .iter()
            .zip(&pooled)
            .filter(|(a, b)| a.to_bits() != b.to_bits());
        println!(
            "{:<9} {} numbers, {} other than the textbook's, sum {:.6}",
            rung.name(),
            pooled.len(),
            differ.count(),
            pooled.iter().map(|y| f64::from(*y)).sum::<f64>(),
        );
    }
    Ok(())
}
