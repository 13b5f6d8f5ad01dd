//! A digit that the network has not learned from, and how it reads it.
//!
//! It is seldom as unsure as about this one: try others.

use activations::softmax;
use digits::{SIDE, Split, trained};
use std::error::Error;

/// Which of the 2,000 digits held out.
const PLACE: usize = 710;

/// From paper to full ink.
const SHADES: [char; 5] = [' ', '.', 'o', 'O', '@'];

fn main() -> Result<(), Box<dyn Error>> {
    let held_out = Split::embedded()?.test;
    let digit = &held_out.samples()[PLACE];

    // A character is twice as high as it is wide: two of them are a pixel.
    for row in digit.pixels.chunks(SIDE) {
        let line: String = (row.iter())
            .map(|ink| SHADES[usize::from(*ink) * SHADES.len() / 256])
            .flat_map(|shade| [shade, shade])
            .collect();
        if !line.trim().is_empty() {
            println!("{}", line.trim_end());
        }
    }

    let pass = trained::network()?.forward(&digit.image())?;
    let p = softmax(&pass.logits().to_vec())?;
    println!("\nlabelled {}, and read as", digit.label);
    for (label, p) in p.iter().enumerate() {
        let bar = "#".repeat((40.0 * p).round() as usize);
        let line = format!("{label} {:6.2} %  {bar}", 100.0 * p);
        println!("{}", line.trim_end());
    }
    Ok(())
}
