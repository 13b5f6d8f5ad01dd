//! Rosenblatt's perceptron learns OR in a few passes, and never learns XOR.

use neurons::{Error, Neuron, Point, pass};

fn main() -> Result<(), Error> {
    learn("OR", [0.0, 1.0, 1.0, 1.0])?;
    learn("XOR", [0.0, 1.0, 1.0, 0.0])
}

/// Shows a neuron the four points with these `targets`, ten times at most.
fn learn(name: &str, targets: [f64; 4]) -> Result<(), Error> {
    let inputs = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
    let points: Vec<Point> = (inputs.iter().zip(targets))
        .map(|(x, t)| Point { x: x.to_vec(), t })
        .collect();
    let mut neuron = Neuron {
        weights: vec![0.0, 0.0],
        bias: 0.0,
    };

    println!("{name}");
    for n in 1..=10 {
        let (next, wrong) = pass(&neuron, &points)?;
        neuron = next;
        let Neuron { weights, bias } = &neuron;
        println!("  pass {n:2}: {wrong} wrong, w = {weights:?}, b = {bias}");
        // A pass without a mistake changes nothing, and neither will any later one.
        if wrong == 0 {
            println!("  learned");
            return Ok(());
        }
    }
    println!("  given up: no straight line divides these points");
    Ok(())
}
