//! Sums run in the order in which the book writes them. The last bit depends on it, and in these
//! cases the first one does.

use ndarray::array;
use pooling::{Error, Window, average_pool};

#[test]
fn a_window_is_added_up_row_by_row() -> Result<(), Error> {
    let image = array![[[1e16, -1e16], [1.0, 0.0]]];
    let average = average_pool(&image, Window { size: 2, stride: 2 })?;
    assert_eq!(average, array![[[0.25]]]);
    Ok(())
}
