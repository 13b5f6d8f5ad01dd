//! The layer of *Any curve* once more, with weights that descent has found: what is possible and what is
//! found are two things.

use activations::{Polyline, evenly, normal_below, relu, relu_derivative};
use plate::{Axis, Drawing, Ink, sample};
use show::Outputs;
use show::number::fixed;
use std::sync::OnceLock;
use weights::small_normal;

/// The ReLUs of each layer.
const RELUS: usize = 8;
/// The points to learn from, evenly spread from 0 to 1.
const POINTS: u8 = 64;
/// Steps of descent, each down the slopes of all points.
const STEPS: usize = 20_000;
/// The learning rate.
const RATE: f64 = 0.2;
/// Five starts, each with its seed.
const SEEDS: [u64; 5] = [0, 1, 2, 3, 4];

fn curve(x: f64) -> f64 {
    libm::sin(std::f64::consts::TAU * x)
}

/// A hidden neuron: z = w x + b, and v times its ReLU goes into the sum.
#[derive(Debug, Clone, Copy, Default)]
struct Neuron {
    w: f64,
    b: f64,
    v: f64,
}

/// A layer of ReLUs, added up, with the bias of the sum.
#[derive(Debug, Clone)]
struct Layer {
    neurons: Vec<Neuron>,
    bias: f64,
}

/// Where the corners of the ReLUs are at the start.
#[derive(Debug, Clone, Copy)]
enum Corners {
    /// Wherever random weights and biases put them: on either side of the curve, as a rule.
    Anywhere,
    /// At random places between the ends of the curve.
    Between,
}

impl Layer {
    /// Random weights, standard normal; those of the sum are smaller, the more ReLUs there are.
    fn start(seed: u64, corners: Corners) -> Result<Self, weights::Error> {
        // `small_normal` draws tenths.
        let drawn: Vec<f64> = small_normal(3 * RELUS, seed)?;
        let drawn: Vec<f64> = drawn.iter().map(|tenth| 10.0 * tenth).collect();
        let neuron = |of: &[f64]| Neuron {
            w: of[0],
            b: match corners {
                Corners::Anywhere => of[1],
                // The corner is where w x + b is 0.
                Corners::Between => -of[0] * normal_below(of[1]),
            },
            v: of[2] / (RELUS as f64).sqrt(),
        };
        Ok(Self {
            neurons: drawn.chunks_exact(3).map(neuron).collect(),
            bias: 0.0,
        })
    }

    fn value(&self, x: f64) -> f64 {
        let terms = self.neurons.iter().map(|n| n.v * relu(n.w * x + n.b));
        terms.fold(self.bias, |sum, term| sum + term)
    }

    /// One step down the slopes of the mean squared error.
    fn step(&mut self, points: &[(f64, f64)]) {
        let mut slopes = vec![Neuron::default(); RELUS];
        let mut bias = 0.0;
        for &(x, t) in points {
            let d_output = 2.0 * (self.value(x) - t) / points.len() as f64;
            for (slope, n) in slopes.iter_mut().zip(&self.neurons) {
                let z = n.w * x + n.b;
                let delta = d_output * n.v * relu_derivative(z);
                slope.w += delta * x;
                slope.b += delta;
                slope.v += d_output * relu(z);
            }
            bias += d_output;
        }
        for (n, slope) in self.neurons.iter_mut().zip(slopes) {
            n.w -= RATE * slope.w;
            n.b -= RATE * slope.b;
            n.v -= RATE * slope.v;
        }
        self.bias -= RATE * bias;
    }

    fn largest_error(&self) -> f64 {
        let points = sample(0.0, 1.0, |x| (self.value(x) - curve(x)).abs());
        points
            .into_iter()
            .fold(0.0, |worst, (_, error)| f64::max(worst, error))
    }
}

/// The layers after descent, the nearest to the curve first.
#[derive(Debug, Clone)]
struct Trained {
    anywhere: Vec<Layer>,
    between: Vec<Layer>,
}

fn trained() -> show::Result<&'static Trained> {
    static TRAINED: OnceLock<Result<Trained, weights::Error>> = OnceLock::new();
    let trained = TRAINED.get_or_init(|| {
        Ok(Trained {
            anywhere: five(Corners::Anywhere)?,
            between: five(Corners::Between)?,
        })
    });
    match trained {
        Ok(trained) => Ok(trained),
        Err(error) => Err((*error).into()),
    }
}

fn five(corners: Corners) -> Result<Vec<Layer>, weights::Error> {
    let places = evenly(POINTS).into_iter();
    let points: Vec<(f64, f64)> = places.map(|x| (x, curve(x))).collect();
    let mut layers = Vec::new();
    for seed in SEEDS {
        let mut layer = Layer::start(seed, corners)?;
        for _ in 0..STEPS {
            layer.step(&points);
        }
        layers.push(layer);
    }
    layers.sort_by(|a, b| a.largest_error().total_cmp(&b.largest_error()));
    Ok(layers)
}

/// The largest errors of five layers whose corners began anywhere (`anywhere1` …, the smallest first), of
/// five whose corners began between the ends (`between1` …), that of the layer built by hand with as many
/// ReLUs (`by_hand`), and what was given to descent.
///
/// # Errors
/// As [`small_normal`].
pub fn descent() -> show::Result<Outputs> {
    let Trained { anywhere, between } = trained()?;
    let places = evenly(RELUS as u8);
    let points: Vec<(f64, f64)> = places.iter().map(|x| (*x, curve(*x))).collect();
    let by_hand = Polyline::through(&points)?.largest_error(curve, &places)?;
    Ok(Outputs::new()
        .with("relus", RELUS as f64)
        .with("steps", STEPS as f64)
        .with("rate", RATE)
        .with("points", f64::from(POINTS) + 1.0)
        .with("by_hand", by_hand)
        .with_each("anywhere", anywhere.iter().map(Layer::largest_error))
        .with_each("between", between.iter().map(Layer::largest_error)))
}

/// The middle one of the five layers of each kind, beside the curve.
///
/// # Errors
/// As [`small_normal`], and where the drawing has no room.
pub fn drawn() -> show::Result<String> {
    let middle =
        |layers: &'static [Layer]| layers.get(2).ok_or("five layers are trained");
    let trained = trained()?;
    let (anywhere, between) = (middle(&trained.anywhere)?, middle(&trained.between)?);
    let desc = format!(
        "A sine from 0 to 1, and two layers of {RELUS} ReLUs after descent from random weights. The one whose corners began anywhere is {} from the sine at worst, the one whose corners began between 0 and 1 is {} from it.",
        fixed(anywhere.largest_error(), 2),
        fixed(between.largest_error(), 2),
    );
    let title = "What descent makes of random ReLUs";
    let mut drawing = Drawing::new("descent", (600, 340), title, &desc);
    let across = Axis::linear(0.0, 1.0).step(0.25).named("$x$");
    let up = Axis::linear(-1.5, 1.5).step(0.5).named("curve and layers");
    let mut chart = drawing.chart(across, up)?;
    let sine = sample(0.0, 1.0, curve);
    chart.line(sine.clone(), Ink::Vermilion.pen(2.0).dashed())?;
    chart.label("curve", sine, Ink::Vermilion);
    for (layer, name, ink) in [
        (anywhere, "corners began anywhere", Ink::Green),
        (between, "corners began between 0 and 1", Ink::Blue),
    ] {
        let line = sample(0.0, 1.0, |x| layer.value(x));
        chart.line(line.clone(), ink.pen(2.2))?;
        chart.label(name, line, ink);
    }
    chart.finish()?;
    Ok(drawing.finish())
}
