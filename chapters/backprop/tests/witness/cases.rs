//! The layers as cases, and how random ones are drawn.

use super::{Case, Groups, on_tape};
use ::convolution::Convolution;
use ::pooling::{Window, average_pool, max_pool};
use activations::Activation;
use backprop::{
    Dense, Error, Layer, Network, Perceptron, Tape, Var, convolution, network, pooling,
};
use ndarray::{Array, Array1, Array3, Array4, Dimension, ShapeBuilder};
use proptest::collection::vec;
use proptest::prelude::*;
use weights::{squared_error, squared_error_derivative};

/// How far from a kink a case must be for differences to mean anything there.
const CLEAR: f64 = 1e-3;

/// So many numbers within ±4.
pub fn numbers(n: usize) -> impl Strategy<Value = Vec<f64>> {
    vec(-4.0..4.0, n)
}

/// So many weights within ±1.
fn small(n: usize) -> impl Strategy<Value = Vec<f64>> {
    vec(-1.0..1.0, n)
}

/// The numbers in the shape of an array.
fn shaped<D: Dimension>(
    shape: impl ShapeBuilder<Dim = D>,
    numbers: &[f64],
) -> Array<f64, D> {
    Array::from_shape_vec(shape.into_shape_with_order(), numbers.to_vec()).unwrap()
}

fn flat<D: Dimension>(array: &Array<f64, D>) -> Vec<f64> {
    array.iter().copied().collect()
}

/// The same array with its axes the other way round in memory.
pub fn turned<D: Dimension>(array: &Array<f64, D>) -> Array<f64, D> {
    let shape = array.raw_dim().f();
    let mut turned = Array::zeros(shape);
    turned.assign(array);
    turned
}

/// The activations.
pub fn activation() -> impl Strategy<Value = Activation> {
    prop_oneof![
        Just(Activation::Identity),
        Just(Activation::Relu),
        (0.0..0.5).prop_map(Activation::LeakyRelu),
        Just(Activation::Sigmoid),
        Just(Activation::Tanh),
        Just(Activation::Gelu),
    ]
}

/// Whether differences at z see one side of the activation only.
fn clear(f: Option<Activation>, z: f64) -> bool {
    !matches!(f, Some(Activation::Relu | Activation::LeakyRelu(_))) || z.abs() > CLEAR
}

// One neuron ------------------------------------------------------------------------------------

/// The perceptron, with an activation or none.
#[derive(Debug, Clone)]
pub struct OfPerceptron {
    perceptron: Perceptron,
    x: Vec<f64>,
    d_output: f64,
}

impl Case for OfPerceptron {
    const GROUPS: &'static [&'static str] = &["input", "weights", "bias"];

    fn numbers(&self) -> Groups<f64> {
        let Perceptron { weights, bias, .. } = &self.perceptron;
        vec![self.x.clone(), weights.clone(), vec![*bias]]
    }

    fn d_output(&self) -> Vec<f64> {
        vec![self.d_output]
    }

    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error> {
        let perceptron = Perceptron {
            weights: numbers[1].clone(),
            bias: numbers[2][0],
            activation: self.perceptron.activation,
        };
        Ok(vec![perceptron.forward(&numbers[0])?.output])
    }

    fn backward(&self) -> Result<Groups<f64>, Error> {
        let pass = self.perceptron.forward(&self.x)?;
        let gradients = self.perceptron.backward(&pass, self.d_output)?;
        let d_bias = vec![gradients.d_bias];
        Ok(vec![gradients.d_input, gradients.d_weights, d_bias])
    }

    fn on_tape<'t>(&self, tape: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>> {
        let z = on_tape::weighted_sum(&numbers[0], &numbers[1], numbers[2][0]);
        let f = self.perceptron.activation;
        vec![f.map_or(z, |f| on_tape::activation(tape, f, z))]
    }

    fn shape(&self) -> Vec<usize> {
        vec![self.x.len()]
    }
}

/// Perceptrons of one to six inputs.
pub fn perceptron() -> impl Strategy<Value = OfPerceptron> {
    (1..=6_usize)
        .prop_flat_map(|n| {
            let activation = proptest::option::of(activation());
            (small(n), -1.0..1.0, activation, numbers(n), -4.0..4.0)
        })
        .prop_map(|(weights, bias, activation, x, d_output)| OfPerceptron {
            perceptron: Perceptron {
                weights,
                bias,
                activation,
            },
            x,
            d_output,
        })
        .prop_filter("at a kink", |case| {
            let pass = case.perceptron.forward(&case.x);
            pass.is_ok_and(|pass| clear(case.perceptron.activation, pass.z))
        })
}

// Activations -----------------------------------------------------------------------------------

/// An activation of each of n numbers.
#[derive(Debug, Clone)]
pub struct OfActivation {
    f: Activation,
    z: Vec<f64>,
    d_output: Vec<f64>,
}

impl Case for OfActivation {
    const GROUPS: &'static [&'static str] = &["input"];

    fn numbers(&self) -> Groups<f64> {
        vec![self.z.clone()]
    }

    fn d_output(&self) -> Vec<f64> {
        self.d_output.clone()
    }

    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error> {
        Ok(numbers[0].iter().map(|z| self.f.value(*z)).collect())
    }

    fn backward(&self) -> Result<Groups<f64>, Error> {
        let gradient = self.z.iter().zip(&self.d_output);
        Ok(vec![
            gradient.map(|(z, d)| d * self.f.derivative(*z)).collect(),
        ])
    }

    fn on_tape<'t>(&self, tape: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>> {
        let z = numbers[0].iter();
        z.map(|z| on_tape::activation(tape, self.f, *z)).collect()
    }

    fn shape(&self) -> Vec<usize> {
        vec![self.z.len()]
    }
}

/// `f` of one to six numbers within ±`reach`.
pub fn of_activation(
    f: impl Strategy<Value = Activation>,
    reach: f64,
) -> impl Strategy<Value = OfActivation> {
    let z = move |n| vec(-reach..reach, n);
    (f, 1..=6_usize)
        .prop_flat_map(move |(f, n)| (Just(f), z(n), numbers(n)))
        .prop_map(|(f, z, d_output)| OfActivation { f, z, d_output })
        .prop_filter("at a kink", |case| {
            case.z.iter().all(|z| clear(Some(case.f), *z))
        })
}

/// The softmax of n numbers.
#[derive(Debug, Clone)]
pub struct OfSoftmax {
    z: Vec<f64>,
    d_output: Vec<f64>,
}

impl Case for OfSoftmax {
    const GROUPS: &'static [&'static str] = &["input"];

    fn numbers(&self) -> Groups<f64> {
        vec![self.z.clone()]
    }

    fn d_output(&self) -> Vec<f64> {
        self.d_output.clone()
    }

    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error> {
        Ok(activations::softmax(&numbers[0]).unwrap())
    }

    fn backward(&self) -> Result<Groups<f64>, Error> {
        let jacobian = activations::softmax_jacobian(&self.z).unwrap();
        // ∂L/∂zⱼ = Σᵢ ∂L/∂yᵢ · ∂yᵢ/∂zⱼ
        let derivative = |column: ndarray::ArrayView1<f64>| {
            let terms = column.into_iter().zip(&self.d_output);
            terms.fold(0.0, |sum, (derivative, d)| sum + d * derivative)
        };
        Ok(vec![
            jacobian.columns().into_iter().map(derivative).collect(),
        ])
    }

    fn on_tape<'t>(&self, tape: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>> {
        on_tape::softmax(tape, &numbers[0])
    }

    fn shape(&self) -> Vec<usize> {
        vec![self.z.len()]
    }
}

/// The softmax of one to six numbers within ±`reach`.
pub fn of_softmax(reach: f64) -> impl Strategy<Value = OfSoftmax> {
    (1..=6_usize)
        .prop_flat_map(move |n| (vec(-reach..reach, n), numbers(n)))
        .prop_map(|(z, d_output)| OfSoftmax { z, d_output })
}

// The loss --------------------------------------------------------------------------------------

/// The squared errors of n answers.
#[derive(Debug, Clone)]
pub struct OfLoss {
    y: Vec<f64>,
    t: Vec<f64>,
    d_output: f64,
}

impl Case for OfLoss {
    const GROUPS: &'static [&'static str] = &["input"];

    fn numbers(&self) -> Groups<f64> {
        vec![self.y.clone()]
    }

    fn d_output(&self) -> Vec<f64> {
        vec![self.d_output]
    }

    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error> {
        let pairs = numbers[0].iter().zip(&self.t);
        Ok(vec![
            pairs.fold(0.0, |sum, (y, t)| sum + squared_error(*y, *t)),
        ])
    }

    fn backward(&self) -> Result<Groups<f64>, Error> {
        let pairs = self.y.iter().zip(&self.t);
        let derivative =
            |(y, t): (&f64, &f64)| self.d_output * squared_error_derivative(*y, *t);
        Ok(vec![pairs.map(derivative).collect()])
    }

    fn on_tape<'t>(&self, tape: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>> {
        let errors = numbers[0].iter().zip(&self.t);
        let errors = errors.map(|(y, t)| *y - tape.var(*t));
        vec![errors.fold(tape.var(0.0), |sum, error| sum + error * error)]
    }

    fn shape(&self) -> Vec<usize> {
        vec![self.y.len()]
    }
}

/// One to six answers with their targets.
pub fn loss() -> impl Strategy<Value = OfLoss> {
    (1..=6_usize)
        .prop_flat_map(|n| (numbers(n), numbers(n), -4.0..4.0))
        .prop_map(|(y, t, d_output)| OfLoss { y, t, d_output })
}

// Layers ----------------------------------------------------------------------------------------

/// A dense layer.
#[derive(Debug, Clone)]
pub struct OfDense {
    dense: Dense,
    x: Array1<f64>,
    d_z: Array1<f64>,
}

impl OfDense {
    /// The layer, its inputs, and the gradients at its weighted sums.
    pub fn layer_x_d_z(&self) -> (&Dense, &Array1<f64>, &Array1<f64>) {
        (&self.dense, &self.x, &self.d_z)
    }
}

impl Case for OfDense {
    const GROUPS: &'static [&'static str] = &["input", "weights", "bias"];

    fn numbers(&self) -> Groups<f64> {
        let Dense { weights, bias } = &self.dense;
        vec![flat(&self.x), flat(weights), flat(bias)]
    }

    fn d_output(&self) -> Vec<f64> {
        flat(&self.d_z)
    }

    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error> {
        let dense = Dense {
            weights: shaped(self.dense.weights.raw_dim(), &numbers[1]),
            bias: Array1::from(numbers[2].clone()),
        };
        Ok(flat(&dense.forward(&Array1::from(numbers[0].clone()))?))
    }

    fn backward(&self) -> Result<Groups<f64>, Error> {
        let gradients = self.dense.backward(&self.x, &self.d_z)?;
        let d_weights = flat(&gradients.d_weights);
        Ok(vec![
            flat(&gradients.d_input),
            d_weights,
            flat(&gradients.d_bias),
        ])
    }

    fn on_tape<'t>(&self, _: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>> {
        let rows = numbers[1].chunks(self.x.len()).zip(&numbers[2]);
        rows.map(|(w, b)| on_tape::weighted_sum(&numbers[0], w, *b))
            .collect()
    }

    fn shape(&self) -> Vec<usize> {
        self.dense.weights.shape().to_vec()
    }
}

/// Layers of one to six inputs and one to six outputs.
pub fn dense() -> impl Strategy<Value = OfDense> {
    (1..=6_usize, 1..=6_usize)
        .prop_flat_map(|(n, m)| {
            let weights = small(n * m).prop_map(move |w| shaped((m, n), &w));
            (weights, small(m), numbers(n), numbers(m))
        })
        .prop_map(|(weights, bias, x, d_z)| OfDense {
            dense: Dense {
                weights,
                bias: bias.into(),
            },
            x: x.into(),
            d_z: d_z.into(),
        })
}

/// A network of one to three layers.
#[derive(Debug, Clone)]
pub struct OfNetwork {
    network: Network,
    x: Array1<f64>,
    d_output: Array1<f64>,
}

impl OfNetwork {
    fn with(&self, numbers: &Groups<f64>) -> Network {
        let (mut w, mut b) = (numbers[1].iter().copied(), numbers[2].iter().copied());
        let mut network = self.network.clone();
        for Layer { dense, .. } in &mut network.layers {
            dense
                .weights
                .iter_mut()
                .for_each(|v| *v = w.next().unwrap());
            dense.bias.iter_mut().for_each(|v| *v = b.next().unwrap());
        }
        network
    }
}

impl OfNetwork {
    /// The gradients that the backward pass hands out.
    pub fn gradients(&self) -> network::Gradients {
        let pass = self.network.forward(&self.x).unwrap();
        self.network.backward(&pass, &self.d_output).unwrap()
    }
}

impl Case for OfNetwork {
    const GROUPS: &'static [&'static str] = &["input", "weights", "bias"];

    fn numbers(&self) -> Groups<f64> {
        let layers = || self.network.layers.iter();
        let weights = layers().flat_map(|layer| flat(&layer.dense.weights));
        let bias = layers().flat_map(|layer| flat(&layer.dense.bias));
        vec![flat(&self.x), weights.collect(), bias.collect()]
    }

    fn d_output(&self) -> Vec<f64> {
        flat(&self.d_output)
    }

    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error> {
        let x = Array1::from(numbers[0].clone());
        Ok(flat(&self.with(numbers).forward(&x)?.output))
    }

    fn backward(&self) -> Result<Groups<f64>, Error> {
        let gradients = self.gradients();
        let weights = gradients
            .layers
            .iter()
            .flat_map(|layer| flat(&layer.d_weights));
        let bias = gradients
            .layers
            .iter()
            .flat_map(|layer| flat(&layer.d_bias));
        Ok(vec![
            flat(&gradients.d_input),
            weights.collect(),
            bias.collect(),
        ])
    }

    fn on_tape<'t>(&self, tape: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>> {
        let mut x = numbers[0].clone();
        let (mut w, mut b) = (numbers[1].as_slice(), numbers[2].as_slice());
        for Layer { dense, activation } in &self.network.layers {
            let (mine, rest) = w.split_at(dense.weights.len());
            let (bias, rest_of_bias) = b.split_at(dense.bias.len());
            let rows = mine.chunks(x.len()).zip(bias);
            let z = rows.map(|(w, b)| on_tape::weighted_sum(&x, w, *b));
            x = z
                .map(|z| on_tape::activation(tape, *activation, z))
                .collect();
            (w, b) = (rest, rest_of_bias);
        }
        x
    }

    fn shape(&self) -> Vec<usize> {
        let layers = self.network.layers.iter();
        let sizes = layers.flat_map(|layer| layer.dense.weights.shape().to_vec());
        sizes.collect()
    }
}

/// Networks of one to three layers, each of one to four neurons.
pub fn network() -> impl Strategy<Value = OfNetwork> {
    vec(1..=4_usize, 2..=4)
        .prop_flat_map(|sizes| {
            let (first, last) = (sizes[0], sizes[sizes.len() - 1]);
            (
                Just(sizes),
                activation(),
                any::<u64>(),
                numbers(first),
                numbers(last),
            )
        })
        .prop_map(|(sizes, hidden, seed, x, d_output)| OfNetwork {
            network: Network::random(&sizes, hidden, 0.5, seed).unwrap(),
            x: x.into(),
            d_output: d_output.into(),
        })
        .prop_filter("at a kink", |case| {
            let layers = &case.network.layers;
            case.network.forward(&case.x).is_ok_and(|pass| {
                let mut cache = layers.iter().zip(&pass.cache);
                cache.all(|(layer, (_, z))| {
                    z.iter().all(|z| clear(Some(layer.activation), *z))
                })
            })
        })
}

/// A convolutional layer.
#[derive(Debug, Clone)]
pub struct OfConvolution {
    layer: Convolution,
    image: Array3<f64>,
    d_z: Array3<f64>,
}

impl OfConvolution {
    /// The layer, the image, and the gradients at the feature maps.
    pub fn layer_image_d_z(&self) -> (&Convolution, &Array3<f64>, &Array3<f64>) {
        (&self.layer, &self.image, &self.d_z)
    }
}

impl Case for OfConvolution {
    const GROUPS: &'static [&'static str] = &["input", "weights", "bias"];

    fn numbers(&self) -> Groups<f64> {
        let Convolution { kernels, bias, .. } = &self.layer;
        vec![flat(&self.image), flat(kernels), flat(bias)]
    }

    fn d_output(&self) -> Vec<f64> {
        flat(&self.d_z)
    }

    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error> {
        let layer = Convolution {
            kernels: shaped(self.layer.kernels.raw_dim(), &numbers[1]),
            bias: Array1::from(numbers[2].clone()),
            ..self.layer
        };
        Ok(flat(
            &layer.forward(&shaped(self.image.raw_dim(), &numbers[0]))?,
        ))
    }

    fn backward(&self) -> Result<Groups<f64>, Error> {
        let gradients = convolution::backward(&self.layer, &self.image, &self.d_z)?;
        let d_kernels = flat(&gradients.d_kernels);
        Ok(vec![
            flat(&gradients.d_input),
            d_kernels,
            flat(&gradients.d_bias),
        ])
    }

    fn on_tape<'t>(&self, _: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>> {
        let (filters, channels, k, l) = self.layer.kernels.dim();
        let (_, height, width) = self.image.dim();
        let (_, rows, columns) = self.d_z.dim();
        let mut z = Vec::new();
        for (o, i, j) in places(filters, rows, columns) {
            let mut sum = numbers[2][o];
            for (c, u, v) in places(channels, k, l) {
                // the pixel below this weight, where it is one
                let row = (self.layer.stride * i + u).wrapping_sub(self.layer.padding);
                let column =
                    (self.layer.stride * j + v).wrapping_sub(self.layer.padding);
                if row < height && column < width {
                    let w = numbers[1][((o * channels + c) * k + u) * l + v];
                    sum = sum + w * numbers[0][(c * height + row) * width + column];
                }
            }
            z.push(sum);
        }
        z
    }

    fn shape(&self) -> Vec<usize> {
        [self.image.shape(), self.layer.kernels.shape()].concat()
    }

    fn stride(&self) -> Option<usize> {
        Some(self.layer.stride)
    }

    fn padding(&self) -> Option<usize> {
        Some(self.layer.padding)
    }
}

/// Every place of a three-dimensional array, in row order.
fn places(a: usize, b: usize, c: usize) -> impl Iterator<Item = (usize, usize, usize)> {
    (0..a).flat_map(move |i| (0..b).flat_map(move |j| (0..c).map(move |k| (i, j, k))))
}

/// Images of up to 2×6×6 under up to two kernels of up to 3×3, strides 1 to 3, paddings 0 to 2.
pub fn of_convolution() -> impl Strategy<Value = OfConvolution> {
    let shapes = (
        1..=2_usize,
        1..=2_usize,
        1..=3_usize,
        1..=3_usize,
        1..=6_usize,
        1..=6_usize,
    );
    (shapes, 1..=3_usize, 0..=2_usize)
        .prop_filter("too large a kernel", |((_, _, k, l, h, w), _, p)| {
            k <= &(h + 2 * p) && l <= &(w + 2 * p)
        })
        .prop_flat_map(|((filters, channels, k, l, h, w), stride, padding)| {
            let kernels =
                small(filters * channels * k * l).prop_map(move |w| -> Array4<f64> {
                    shaped((filters, channels, k, l), &w)
                });
            let image = numbers(channels * h * w)
                .prop_map(move |x| shaped((channels, h, w), &x));
            let layer = (kernels, small(filters)).prop_map(move |(kernels, bias)| {
                Convolution {
                    kernels,
                    bias: bias.into(),
                    stride,
                    padding,
                }
            });
            (layer, image)
        })
        .prop_flat_map(|(layer, image)| {
            let shape = layer.output_shape(image.dim()).unwrap();
            let d_z =
                small(shape.0 * shape.1 * shape.2).prop_map(move |d| shaped(shape, &d));
            (Just(layer), Just(image), d_z)
        })
        .prop_map(|(layer, image, d_z)| OfConvolution { layer, image, d_z })
}

/// A pooling layer: of maxima, or of averages.
#[derive(Debug, Clone)]
pub struct OfPooling {
    largest: bool,
    window: Window,
    image: Array3<f64>,
    d_output: Array3<f64>,
}

impl OfPooling {
    /// Whether the largest pixel of every window is so by a margin.
    fn clear(&self) -> bool {
        let Window { size, stride } = self.window;
        self.d_output.indexed_iter().all(|((c, i, j), _)| {
            let pixels = places(1, size, size);
            let pixels =
                pixels.map(|(_, u, v)| self.image[[c, stride * i + u, stride * j + v]]);
            let mut pixels: Vec<f64> = pixels.collect();
            pixels.sort_by(f64::total_cmp);
            !matches!(pixels[..], [.., second, first] if first - second < CLEAR)
        })
    }
}

impl Case for OfPooling {
    const GROUPS: &'static [&'static str] = &["input"];

    fn numbers(&self) -> Groups<f64> {
        vec![flat(&self.image)]
    }

    fn d_output(&self) -> Vec<f64> {
        flat(&self.d_output)
    }

    fn forward(&self, numbers: &Groups<f64>) -> Result<Vec<f64>, Error> {
        let image = shaped(self.image.raw_dim(), &numbers[0]);
        Ok(match self.largest {
            true => flat(&max_pool(&image, self.window)?.values),
            false => flat(&average_pool(&image, self.window)?),
        })
    }

    fn backward(&self) -> Result<Groups<f64>, Error> {
        let input = self.image.dim();
        let d_input = match self.largest {
            true => {
                let pooled = max_pool(&self.image, self.window)?;
                pooling::max_backward(input, &pooled, &self.d_output)?
            }
            false => pooling::average_backward(input, self.window, &self.d_output)?,
        };
        Ok(vec![flat(&d_input)])
    }

    fn on_tape<'t>(&self, tape: &'t Tape, numbers: &Groups<Var<'t>>) -> Vec<Var<'t>> {
        let Window { size, stride } = self.window;
        let (_, height, width) = self.image.dim();
        let pooled = self.d_output.indexed_iter().map(|((c, i, j), _)| {
            let pixel = |(_, u, v)| {
                numbers[0][(c * height + stride * i + u) * width + stride * j + v]
            };
            let pixels = places(1, size, size).map(pixel);
            match self.largest {
                true => pixels.reduce(|m, x| m.max(x)).unwrap(),
                false => {
                    let sum = pixels.reduce(|sum, x| sum + x).unwrap();
                    sum / tape.var((size * size) as f64)
                }
            }
        });
        pooled.collect()
    }

    fn shape(&self) -> Vec<usize> {
        [self.image.shape(), &[self.window.size]].concat()
    }

    fn stride(&self) -> Option<usize> {
        Some(self.window.stride)
    }
}

/// Images of up to 2×7×7 with `pixels` under windows of one to three, strides 1 to 3.
fn of_pooling(
    largest: bool,
    pixels: impl Strategy<Value = f64> + Clone,
) -> impl Strategy<Value = OfPooling> {
    let shapes = (1..=2_usize, 1..=7_usize, 1..=7_usize);
    (shapes, 1..=3_usize, 1..=3_usize)
        .prop_filter("too large a window", |((_, h, w), size, _)| {
            size <= h && size <= w
        })
        .prop_flat_map(move |(shape, size, stride)| {
            let (channels, h, w) = shape;
            let len = |n: usize| (n - size) / stride + 1;
            let pooled = (channels, len(h), len(w));
            let image = vec(pixels.clone(), channels * h * w)
                .prop_map(move |x| shaped(shape, &x));
            let d_output = numbers(pooled.0 * pooled.1 * pooled.2);
            let d_output = d_output.prop_map(move |d| shaped(pooled, &d));
            (Just(Window { size, stride }), image, d_output)
        })
        .prop_map(move |(window, image, d_output)| OfPooling {
            largest,
            window,
            image,
            d_output,
        })
}

/// Max pooling where no window has two largest pixels.
pub fn max_pooling() -> impl Strategy<Value = OfPooling> {
    of_pooling(true, -4.0..4.0).prop_filter("a tie", OfPooling::clear)
}

/// Max pooling where most windows have two largest pixels.
pub fn tied_pooling() -> impl Strategy<Value = OfPooling> {
    of_pooling(true, prop_oneof![Just(0.0), Just(1.0)])
}

/// Average pooling.
pub fn average_pooling() -> impl Strategy<Value = OfPooling> {
    of_pooling(false, -4.0..4.0)
}
