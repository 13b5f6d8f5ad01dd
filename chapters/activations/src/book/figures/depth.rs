//! The derivative along a chain.

use activations::book::worked::{Chain, named};
use activations::chain;
use plate::{Axis, Drawing, Ink};
use show::InputValues;
use show::number::{fixed, short};

/// One line for each activation: the size of the derivative behind each neuron, on a log axis. The axes
/// have room for the longest chain, so that nothing moves but the lines as they grow.
///
/// # Errors
/// Where the drawing has no room.
pub fn derivative_against_depth(settings: &Chain) -> show::Result<String> {
    settings.check()?;
    let Chain { w, b, x, depth } = *settings;
    let neurons = depth as usize;
    let input = Chain::INPUTS
        .list
        .iter()
        .find(|input| input.name == "depth");
    let longest = input.map_or(depth, |input| input.max);
    // 1 is the derivative of no neuron at all.
    let (mut low, mut high) = (1.0_f64, 1.0_f64);
    let mut lines: Vec<Line> = Vec::new();
    for ((name, f), ink) in named(0.1).into_iter().zip(INKS) {
        let links = chain(f, w, b, x).take(longest as usize);
        let mut derivatives: Vec<f64> =
            links.map(|link| link.derivative.abs()).collect();
        for derivative in derivatives.iter().filter(|derivative| **derivative > 0.0) {
            (low, high) = (low.min(*derivative), high.max(*derivative));
        }
        derivatives.truncate(neurons);
        let line = Line {
            name: label(name).to_string(),
            derivatives,
            ink,
        };
        // The ReLU and the leaky ReLU are one line as long as nothing is negative.
        match lines
            .iter_mut()
            .find(|drawn| drawn.derivatives == line.derivatives)
        {
            Some(drawn) => drawn.name = format!("{} and {}", drawn.name, line.name),
            None => lines.push(line),
        }
    }
    let ends = lines.iter().map(|line| {
        let last = line.derivatives.last().copied().unwrap_or(1.0);
        format!("{}: {}", line.name, power(last))
    });
    let desc = format!(
        "Weight {}, bias {}, first input {}. The size of the slope after {neurons} neurons: {}.",
        short(w, 1),
        short(b, 1),
        short(x, 1),
        ends.collect::<Vec<_>>().join("; "),
    );
    let title = "The slope along a chain of neurons";
    let mut drawing =
        Drawing::new("derivative-against-depth", (600, 420), title, &desc);
    let along = Axis::linear(0.0, longest).step(5.0);
    let along = along.named("neurons in the chain");
    let up = decades(low, high).named("size of the slope $dy_n/dx$");
    let mut chart = drawing.chart(along, up)?;
    for line in &lines {
        // A derivative of 0 has no place on a log axis: the line ends, and its label says where.
        let alive = line
            .derivatives
            .iter()
            .take_while(|derivative| **derivative > 0.0)
            .count();
        let derivatives = std::iter::once(1.0)
            .chain(line.derivatives.iter().copied())
            .take(alive + 1);
        let points: Vec<_> = derivatives
            .enumerate()
            .map(|(n, derivative)| (n as f64, derivative))
            .collect();
        let name = match alive < neurons {
            true => format!("{}: 0 from neuron {} on", line.name, alive + 1),
            false => line.name.clone(),
        };
        chart.line(points.clone(), line.ink.pen(2.0))?;
        chart.label(&name, points, line.ink);
    }
    chart.finish()?;
    Ok(drawing.finish())
}

/// One activation's derivatives, from the first neuron to the last.
struct Line {
    name: String,
    derivatives: Vec<f64>,
    ink: Ink,
}

const INKS: [Ink; 5] = [Ink::Blue, Ink::Sky, Ink::Vermilion, Ink::Purple, Ink::Green];

fn label(name: &str) -> &str {
    match name {
        "relu" => "ReLU",
        "leaky" => "leaky ReLU",
        "gelu" => "GELU",
        name => name,
    }
}

/// The power of ten at or below `derivative`, in words that can be read aloud.
fn power(derivative: f64) -> String {
    match libm::floor(libm::log10(derivative)) {
        _ if derivative == 0.0 => "0".to_string(),
        exponent => format!("about 10 to the power of {}", fixed(exponent, 0)),
    }
}

/// A log axis over whole decades that holds both.
fn decades(low: f64, high: f64) -> Axis {
    let (low, high) = (libm::floor(libm::log10(low)), libm::ceil(libm::log10(high)));
    Axis::log(libm::pow(10.0, low), libm::pow(10.0, high.max(low + 1.0)))
}
