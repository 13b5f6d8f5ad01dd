//! The layers in numbers.

use digits::network::{Maps, POOLING};
use digits::{LABELS, Network, Options, Pass, SIDE};
use ndarray::Array3;
use show::Outputs;

/// The network at its start, and its forward pass of a blank image.
pub(crate) fn blank() -> Result<(Network, Pass), digits::Error> {
    let network = Network::start(1)?;
    let pass = network.forward(&Array3::zeros((1, SIDE, SIDE)))?;
    Ok((network, pass))
}

/// The shape of each layer's output, and how many weights and biases the layer has.
///
/// # Errors
/// As [`Network::forward`].
pub fn layers() -> show::Result<Outputs> {
    let (network, pass) = blank()?;
    let sizes = network.parameters().map(|array| array.len() as f64);
    let mut outputs = Outputs::new()
        .with("logits", LABELS as f64)
        .with("window", POOLING.size as f64)
        .with("total", sizes.iter().fold(0.0, |sum, size| sum + size));
    for (name, layer, maps) in [
        ("first", &network.first, &pass.first),
        ("second", &network.second, &pass.second),
    ] {
        let (filters, channels, rows, _) = layer.kernels.dim();
        let Maps { z, pooled, .. } = maps;
        outputs = outputs
            .with(format!("{name}_filters"), filters as f64)
            .with(format!("{name}_channels"), channels as f64)
            .with(format!("{name}_kernel"), rows as f64)
            .with(format!("{name}_padding"), layer.padding as f64)
            .with(format!("{name}_side"), z.dim().1 as f64)
            .with(format!("{name}_pooled"), pooled.values.dim().1 as f64);
    }
    for (l, (x, z)) in (1..).zip(pass.x.iter().zip(&pass.z)) {
        outputs = outputs
            .with(format!("dense{l}_inputs"), x.len() as f64)
            .with(format!("dense{l}_outputs"), z.len() as f64);
    }
    // A layer's weights and its biases follow each other.
    let names = ["first", "second", "dense1", "dense2", "dense3"];
    for (name, pair) in names.iter().zip(sizes.chunks(2)) {
        let [weights, biases] = [pair[0], pair[1]];
        outputs = outputs
            .with(format!("{name}_weights"), weights)
            .with(format!("{name}_parameters"), weights + biases);
    }
    Ok(outputs)
}

/// How many numbers a pass of one image keeps, in all (`image`) and of the input alone (`input`), what a
/// batch keeps, and how often the network's weights and biases would go into that.
///
/// # Errors
/// As [`Network::forward`].
pub fn kept() -> show::Result<Outputs> {
    let (network, pass) = blank()?;
    let maps = |Maps { z, y, pooled }: &Maps| z.len() + y.len() + pooled.values.len();
    let dense: usize = pass.x.iter().chain(&pass.z).map(|list| list.len()).sum();
    let kept = pass.image.len() + maps(&pass.first) + maps(&pass.second) + dense;
    let parameters: usize = network.parameters().map(|array| array.len()).iter().sum();
    let batch = kept * Options::default().batch;
    Ok(Outputs::new()
        .with("input", pass.image.len() as f64)
        .with("image", kept as f64)
        .with("batch", batch as f64)
        .with("times", batch as f64 / parameters as f64)
        .with("images", parameters as f64 / kept as f64))
}
