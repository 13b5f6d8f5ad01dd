//! A handwritten digit, and its edges as Sobel's two kernels find them.

use convolution::kernels::{SOBEL_DOWN, SOBEL_RIGHT};
use convolution::{Error, cross_correlate};
use ndarray::{Zip, arr2, s};

/// From paper to full ink.
const SHADES: [char; 5] = [' ', '░', '▒', '▓', '█'];

fn main() -> Result<(), Error> {
    let digit = &data::digits()[7].pixels;
    // The padding keeps the map as large as the image.
    let right = cross_correlate(digit, &arr2(&SOBEL_RIGHT), 1, 1)?;
    let down = cross_correlate(digit, &arr2(&SOBEL_DOWN), 1, 1)?;
    // Both are the sides of a triangle; how steep the ink is, whichever way, is the third.
    let edges = Zip::from(&right)
        .and(&down)
        .map_collect(|r, d| (r * r + d * d).sqrt());
    let steepest = edges.fold(0.0, |a: f64, b| a.max(*b));

    // The ink lies in the middle: a margin of a few pixels need not be shown.
    let middle = s![5..26, 4..24];
    let (digit, edges) = (digit.slice(middle), edges.slice(middle));
    for (ink, edge) in digit.outer_iter().zip(edges.outer_iter()) {
        let left: String = ink.iter().map(|x| shade(*x)).collect();
        let right: String = edge.iter().map(|x| shade(x / steepest)).collect();
        println!("{}", format!("{left}  {right}").trim_end());
    }
    Ok(())
}

/// A value from 0 to 1, as dark as it is large: two characters, which are a square together.
fn shade(value: f64) -> String {
    let level = (value * 4.0).round() as usize;
    SHADES[level].to_string().repeat(2)
}
