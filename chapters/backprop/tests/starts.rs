//! What the text says of the starts from which exclusive or is not learned.

use activations::Activation;
use backprop::xor::{loss, trained};
use backprop::{Error, Network};

#[test]
fn the_worst_of_ten_starts_is_not_a_matter_of_patience() -> Result<(), Error> {
    let start = Network::random(&[2, 2, 1], Activation::Sigmoid, 1.0, 9)?;
    let early = trained(&start, 2.0, 500)?;
    let late = trained(&early, 2.0, 4500)?;
    for network in [&early, &late] {
        assert_eq!(format!("{:.2}", loss(network)?), "0.67");
    }
    Ok(())
}
