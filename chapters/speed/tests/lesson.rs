//! What the tests learn from.

use digits::Dataset;
use speed::network::Parameters;

/// The book's twenty digits, three times but three: three groups of sixteen, and a fourth not full.
pub fn digits() -> (Vec<f32>, Vec<u8>) {
    let twenty = Dataset::from_records(data::BYTES).unwrap();
    let samples = twenty.samples().iter().cycle().take(57);
    let images = samples.clone().flat_map(|s| s.image());
    let images = images.map(|ink| ink as f32).collect();
    (images, samples.map(|s| s.label).collect())
}

/// The network of that seed before it has learned anything.
pub fn start(seed: u64) -> Parameters {
    Parameters::from_network(&digits::Network::start(seed).unwrap()).unwrap()
}
