//! Where the roofline puts each layer: what a machine could do at most, by counting.
//!
//! ```sh
//! cargo run -p speed --example roofline
//! ```
//!
//! Put your own machine's limits into `PEAK` and `BANDWIDTH`, and another batch into `BATCHES`.

use speed::count::forward;
use speed::geometry::LAYERS;

/// Thousand million operations a second that one core does.
const PEAK: f64 = 100.0;
/// Thousand million bytes a second that come from memory.
const BANDWIDTH: f64 = 20.0;
/// How many images go through the network together.
const BATCHES: [usize; 2] = [1, 64];

fn main() {
    let ridge = PEAK / BANDWIDTH;
    println!("arithmetic decides above {ridge} operations for each byte");
    for samples in BATCHES {
        println!("\nbatch {samples:<8}operations each byte  least µs");
        for layer in LAYERS {
            let count = forward(layer, samples);
            let decides = match count.intensity() > ridge {
                true => "arithmetic",
                false => "memory",
            };
            println!(
                "{:<8}{:>16}{:>10.1}{:>10.2}  {decides}",
                layer.name,
                count.operations,
                count.intensity(),
                count.least(PEAK, BANDWIDTH) / 1e3,
            );
        }
    }
}
