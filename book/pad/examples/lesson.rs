//! What a lesson comes to, computed natively: what the page has to come to as well, to the last bit.
//!
//! ```console
//! cargo run -p pad --example lesson -- SEED BATCHES
//! ```
//!
//! Prints the loss of each batch as the bits of an `f64` in hexadecimal, then the SHA-256 of the weights,
//! each rounded to the nearest `f32`, its lowest byte first.

use pad::Lesson;
use sha2::{Digest, Sha256};
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let mut next = || {
        arguments
            .next()
            .ok_or("expected a seed and a number of batches")
    };
    let (seed, batches): (u32, usize) = (next()?.parse()?, next()?.parse()?);
    let mut lesson = Lesson::new(&data::mnist::records()?, seed)?;
    for _ in 0..batches {
        println!("{:016x}", lesson.step()?.to_bits());
    }
    let hash = Sha256::digest(lesson.weights());
    println!(
        "{}",
        hash.iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    );
    Ok(())
}
