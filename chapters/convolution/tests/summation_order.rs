//! Sums run in the order in which the book writes them. The last bit depends on it, and in these
//! cases the first one does.

use convolution::{Convolution, Error, convolve_sequences, cross_correlate};
use ndarray::{Array4, array};

#[test]
fn a_window_is_added_up_row_by_row() -> Result<(), Error> {
    let image = array![[1e16, -1e16], [1.0, 0.0]];
    let map = cross_correlate(&image, &array![[1.0, 1.0], [1.0, 1.0]], 1, 0)?;
    assert_eq!(map, array![[1.0]]);
    Ok(())
}

#[test]
fn a_layer_adds_up_its_channels_in_order_and_the_bias_at_the_end() -> Result<(), Error>
{
    let layer = |channels, bias| Convolution {
        kernels: Array4::ones((1, channels, 1, 1)),
        bias: array![bias],
        stride: 1,
        padding: 0,
    };
    let three = array![[[1e16]], [[-1e16]], [[1.0]]];
    assert_eq!(layer(3, 0.0).forward(&three)?, array![[[1.0]]]);
    let two = array![[[1e16]], [[-1e16]]];
    assert_eq!(layer(2, 1.0).forward(&two)?, array![[[1.0]]]);
    Ok(())
}

#[test]
fn a_sequence_is_added_up_from_its_first_value() {
    let all = convolve_sequences(&[1e16, -1e16, 1.0], &[1.0; 3]);
    assert_eq!(all.get(2), Some(&1.0));
}
