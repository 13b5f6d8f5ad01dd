//! Three numbers shared out by the softmax, from cold to warm, and far beyond where exponentials
//! overflow.

use activations::{Error, softmax, softmax_textbook};

fn main() -> Result<(), Error> {
    let z = [2.0, 1.0, -1.0];
    for temperature in [0.2, 1.0, 5.0] {
        println!("{z:?} at temperature {temperature}");
        let shares = softmax(&z.map(|z| z / temperature))?;
        for share in shares {
            let bar = "█".repeat((40.0 * share).round() as usize);
            println!("{}", format!("  {share:.4} {bar}").trim_end());
        }
    }

    // A thousand more on each changes no difference between them, and so no share.
    let far = z.map(|z| z + 1000.0);
    println!("{far:?}");
    println!("  as the formula reads: {:?}", softmax_textbook(&far)?);
    println!("  shifted first:        {:.4?}", softmax(&far)?);
    Ok(())
}
