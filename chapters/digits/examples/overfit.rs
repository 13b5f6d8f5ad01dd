//! Twenty digits, learned by heart.
//!
//! A network that cannot do this has a mistake in it: it is the first thing to try with a new one.

use digits::{Dataset, Error, Options, Training, Workers};

fn main() -> Result<(), Error> {
    let twenty = Dataset::from_records(data::BYTES)?;
    // All of them are one batch, and an epoch is one step.
    let options = Options {
        batch: twenty.len(),
        ..Options::default()
    };
    let mut training = Training::start(options)?;
    println!("step    loss  right");
    for step in 1..=40 {
        let epoch = training.epoch(&twenty, &Workers::alone(), |_| ())?;
        if step % 5 == 0 || step == 1 {
            let right = (20.0 * epoch.accuracy).round();
            println!("{step:4}  {:.4}  {right:2} of 20", epoch.loss);
        }
    }
    Ok(())
}
