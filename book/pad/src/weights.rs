//! Weights on their way between the page and a network: 32-bit floats, the lowest byte first, array
//! after array in the order of the network's parameters.

use digits::Network;

/// The network with these weights.
///
/// # Errors
/// Bytes that are more or fewer than a network's.
pub fn network(bytes: &[u8]) -> Result<Network, String> {
    let mut network = Network::zeros().map_err(crate::refused)?;
    let expected: usize = network
        .parameters()
        .iter()
        .map(|array| 4 * array.len())
        .sum();
    if bytes.len() != expected {
        return Err(format!(
            "{} bytes of weights: expected {expected}",
            bytes.len()
        ));
    }
    let (words, _) = bytes.as_chunks();
    let mut words = words.iter();
    for mut array in network.parameters_mut() {
        for (w, word) in array.iter_mut().zip(&mut words) {
            *w = f64::from(f32::from_le_bytes(*word));
        }
    }
    Ok(network)
}

/// The weights of a network, each rounded to the nearest 32-bit float.
pub fn bytes(network: &Network) -> Vec<u8> {
    let parameters = network.parameters();
    let all = parameters.iter().flat_map(|array| array.iter());
    all.flat_map(|w| (*w as f32).to_le_bytes()).collect()
}
