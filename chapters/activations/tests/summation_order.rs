//! Sums run in the order in which the book writes them. The last bit depends on it, and in these
//! cases the first one does.

use activations::{Error, Linear, softmax};
use ndarray::array;

#[test]
fn exponentials_are_added_from_the_first_to_the_last() -> Result<(), Error> {
    // Each of the twenty is lost beside the 1; together, and first, they would not be.
    let mut z = vec![0.0];
    z.extend([-37.5; 20]);
    assert_eq!(softmax(&z)?.first(), Some(&1.0));
    Ok(())
}

#[test]
fn products_are_added_from_the_first_to_the_last_and_the_bias_at_the_end()
-> Result<(), Error> {
    let layer = |weights, bias| Linear {
        weights,
        bias: vec![bias],
    };
    let three = layer(array![[1e16, -1e16, 1.0]], 0.0);
    assert_eq!(three.forward(&[1.0; 3])?, [1.0]);
    let two = layer(array![[1e16, -1e16]], 1.0);
    assert_eq!(two.forward(&[1.0; 2])?, [1.0]);
    let before = Linear {
        weights: array![[1.0], [1.0], [1.0]],
        bias: vec![0.0; 3],
    };
    assert_eq!(before.then(&three)?.weights, array![[1.0]]);
    Ok(())
}
