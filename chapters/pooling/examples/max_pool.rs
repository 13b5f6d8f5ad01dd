//! Max pooling of a small map: what is left of it, where it came from, and the average beside it.

use ndarray::{Array3, array};
use pooling::{Error, Window, average_pool, max_pool};

fn main() -> Result<(), Error> {
    // One channel of 4×6.
    let map = array![[
        [1.0, 3.0, 2.0, 1.0, 0.0, 0.0],
        [4.0, 2.0, 1.0, 5.0, 0.0, 7.0],
        [0.0, 0.0, 9.0, 8.0, 6.0, 6.0],
        [0.0, 1.0, 7.0, 6.0, 6.0, 6.0],
    ]];
    let window = Window { size: 2, stride: 2 };
    let pooled = max_pool(&map, window)?;

    print("the map", &map);
    print("the largest of each window", &pooled.values);
    print("the average of each window", &average_pool(&map, window)?);

    // Of four that are equally large, the first is remembered.
    println!("where the largest were (row, column):");
    for row in pooled.at.index_axis(ndarray::Axis(0), 0).outer_iter() {
        let places: Vec<String> =
            row.iter().map(|place| format!("{place:?}")).collect();
        println!("  {}", places.join("  "));
    }
    Ok(())
}

/// The only channel of a map, row by row.
fn print(name: &str, map: &Array3<f64>) {
    println!("{name}:");
    for row in map.index_axis(ndarray::Axis(0), 0).outer_iter() {
        let line: Vec<String> = row.iter().map(|y| format!("{y:5}")).collect();
        println!("{}", line.concat());
    }
}
