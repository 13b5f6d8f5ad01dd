//! The same bowl, (w − 3)², at five learning rates: from crawling to flying out of it.

use weights::{squared_error, squared_error_derivative};

fn main() {
    let rates = [0.05, 0.2, 0.5, 0.95, 1.05];
    print!("step");
    for rate in rates {
        print!("{:>12}", format!("rate {rate}"));
    }
    println!();

    let mut weights = [-2.0; 5];
    for step in 0..=12 {
        print!("{step:4}");
        for (w, rate) in weights.iter_mut().zip(rates) {
            if step > 0 {
                *w -= rate * squared_error_derivative(*w, 3.0);
            }
            print!("{w:12.4}");
        }
        println!();
    }

    // One step takes the distance to the lowest point times 1 − 2·rate: with a rate above 1, that
    // is a step across the bowl and up the other side.
    print!("loss");
    for w in weights {
        print!("{:12.4}", squared_error(w, 3.0));
    }
    println!();
}
