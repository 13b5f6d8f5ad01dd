//! A neuron learns OR by descent, from small random weights.

use neurons::{Neuron, Point, sigmoid};
use weights::{Error, descent, mean_loss, small_normal};

fn main() -> Result<(), Error> {
    let points: Vec<Point> = [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)]
        .map(|(x1, x2): (f64, f64)| Point {
            x: vec![x1, x2],
            t: x1.max(x2),
        })
        .to_vec();
    let start = Neuron {
        weights: small_normal(2, 7)?,
        bias: 0.0,
    };

    println!("step    loss     0 0    0 1    1 0    1 1      w1      w2       b");
    let shown = [0, 1, 3, 10, 30, 100, 300, 1000];
    let path = descent(&start, &points, 2.0, 1000)?;
    for (step, neuron) in path.iter().enumerate() {
        if !shown.contains(&step) {
            continue;
        }
        print!("{step:4}  {:.4}  ", mean_loss(neuron, &points)?);
        for Point { x, .. } in &points {
            print!(" {:.4}", neuron.output(x, sigmoid)?);
        }
        for parameter in neuron.weights.iter().chain([&neuron.bias]) {
            print!(" {parameter:7.3}");
        }
        println!();
    }
    Ok(())
}
