//! A digit moves to the right: how much of it changes, as it is and after pooling?

use pooling::{Error, Motion, Summary, Window, change};

fn main() -> Result<(), Error> {
    let digit = &data::digits()[14].pixels;
    let window = Window { size: 2, stride: 2 };
    let ways = [
        ("pixels", Summary::Pixels),
        ("average", Summary::Average(window)),
        ("max", Summary::Max(window)),
    ];

    // 0 means that nothing changed; two pictures that share no ink are 1.41 apart.
    println!(
        "pixels moved   {}",
        ways.map(|(name, _)| format!("{name:>8}")).concat()
    );
    for step in 0..=8 {
        let right = f64::from(step) / 2.0;
        let motion = Motion {
            right,
            ..Motion::NONE
        };
        print!("{right:12}   ");
        for (_, summary) in ways {
            print!("{:8.3}", change(digit, motion, summary)?);
        }
        println!();
    }
    Ok(())
}
