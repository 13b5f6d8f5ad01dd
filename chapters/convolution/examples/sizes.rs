//! How large a feature map comes out, and how many pixels along a side no window ever reads.

use convolution::{Error, output_len, reads};

/// Pixels along a side of the image, and of the kernel.
const SIDES: (usize, usize) = (28, 5);

fn main() -> Result<(), Error> {
    let (n, k) = SIDES;
    println!("an image of {n}×{n} under a kernel of {k}×{k}");
    println!("stride  padding  map    unread");
    for stride in [1, 2, 3, 6] {
        for padding in 0..=2 {
            let out = output_len(n, k, stride, padding)?;
            let unread = reads(n, k, stride, padding)?
                .iter()
                .filter(|windows| **windows == 0)
                .count();
            let map = format!("{out}×{out}");
            println!("{stride:6}  {padding:7}  {map:5}  {unread:6}");
        }
    }

    // Shapes that do not fit are errors, not panics.
    match output_len(3, k, 1, 0) {
        Ok(out) => println!("{out}"),
        Err(error) => println!("{error}"),
    }
    Ok(())
}
