//! A box blur: each pixel becomes the average of those around it, and the larger the box, the
//! softer the picture.

use convolution::{Error, cross_correlate, same_padding};
use ndarray::Array2;

fn main() -> Result<(), Error> {
    // A white square on black, 9 by 9.
    let image = Array2::from_shape_fn((9, 9), |(row, column)| {
        let inside = (3..6).contains(&row) && (3..6).contains(&column);
        if inside { 0.9 } else { 0.0 }
    });

    for side in [1, 3, 5] {
        // Equal weights that add up to 1: an even grey would stay as it is.
        let kernel = Array2::from_elem((side, side), 1.0 / (side * side) as f64);
        let map = cross_correlate(&image, &kernel, 1, same_padding(side)?)?;
        println!("box of {side}×{side}, brightness in tenths:");
        for row in map.outer_iter() {
            let line: Vec<String> = row.iter().map(|y| tenths(*y)).collect();
            println!("  {}", line.join(" "));
        }
        println!("  in all {:.2}", map.iter().fold(0.0, |sum, y| sum + y));
    }
    Ok(())
}

/// A brightness as one digit, and a dot for black.
fn tenths(y: f64) -> String {
    match (10.0 * y).round() {
        0.0 => "·".to_string(),
        tenths => tenths.to_string(),
    }
}
