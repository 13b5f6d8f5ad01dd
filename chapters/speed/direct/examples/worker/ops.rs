//! All ops, by their names.

use crate::Op;
use crate::network::{Inference, Step};
use crate::numbers::numbers;
use direct::{Isa, Pooling, Scalar, Shape};
use rayon::prelude::*;
use std::hint::black_box;

/// The names of the ops that have one.
pub const NAMES: [&str; 19] = [
    "lenet_train",
    "lenet_infer64",
    "lenet_infer1",
    "conv_1x28_k5",
    "conv_1x28_k5_f64",
    "conv_1x256_k3",
    "conv_1x256_k3_f64",
    "conv_b64_c1",
    "conv_b64_c1_f64",
    "conv_b64_c2",
    "conv_3x224_64",
    "conv_3x224_64_nhwc",
    "pool_1x256",
    "pool_1x256_f64",
    "pool_b64_c1",
    "avgpool_b64_c1",
    "pool_64x224",
    "neuron_784_f64",
    "sgd_784_f64",
];

type Made = Result<Box<dyn Op>, String>;

/// An op whose result is some memory that each call fills.
struct Fills<T, F> {
    out: Vec<T>,
    fill: F,
}

impl<T: Scalar, F: FnMut(&mut [T])> Op for Fills<T, F> {
    fn run(&mut self) {
        (self.fill)(black_box(&mut self.out));
    }

    fn result(&mut self) -> Vec<f64> {
        self.run();
        self.out.iter().map(|y| y.to_f64()).collect()
    }
}

/// The op called `name`, on this many threads.
pub fn make(name: &str, threads: usize) -> Made {
    let isa = Isa::best();
    let conv = |n, c, side, o, k, p| [n, c, side, side, o, k, 1, p];
    let pool = |n, c, side| [n, c, side, side, 2, 2];
    let text = |error: speed::Error| error.to_string();
    match name {
        "lenet_train" => Ok(Box::new(Step::new(threads).map_err(text)?)),
        "lenet_infer64" => Ok(Box::new(Inference::new(64, threads).map_err(text)?)),
        "lenet_infer1" => Ok(Box::new(Inference::new(1, 1).map_err(text)?)),
        "conv_1x28_k5" => convolution::<f32>(conv(1, 1, 28, 1, 5, 0), threads),
        "conv_1x28_k5_f64" => convolution::<f64>(conv(1, 1, 28, 1, 5, 0), threads),
        "conv_1x256_k3" => convolution::<f32>(conv(1, 1, 256, 1, 3, 1), threads),
        "conv_1x256_k3_f64" => convolution::<f64>(conv(1, 1, 256, 1, 3, 1), threads),
        "conv_b64_c1" => convolution::<f32>(conv(64, 1, 28, 6, 5, 2), threads),
        "conv_b64_c1_f64" => convolution::<f64>(conv(64, 1, 28, 6, 5, 2), threads),
        "conv_b64_c2" => convolution::<f32>(conv(64, 6, 14, 16, 5, 0), threads),
        "conv_3x224_64" => convolution::<f32>(conv(1, 3, 224, 64, 3, 1), threads),
        "conv_3x224_64_nhwc" => channels_last(shape(conv(1, 3, 224, 64, 3, 1))),
        "pool_1x256" => pooling::<f32>(direct::max_pool, pool(1, 1, 256), 3, threads),
        "pool_1x256_f64" => {
            pooling::<f64>(direct::max_pool, pool(1, 1, 256), 3, threads)
        }
        "pool_b64_c1" => pooling::<f32>(direct::max_pool, pool(64, 6, 28), 3, threads),
        "avgpool_b64_c1" => {
            pooling::<f32>(direct::average_pool, pool(64, 6, 28), 3, threads)
        }
        "pool_64x224" => pooling::<f32>(direct::max_pool, pool(1, 64, 224), 3, threads),
        "neuron_784_f64" => {
            let (w, x) = (numbers::<f64>(784, 4, 0.1), numbers::<f64>(784, 5, 1.0));
            let fill = move |out: &mut [f64]| {
                out[0] =
                    direct::neuron(isa, black_box(&w), &x, 0.1).unwrap_or(f64::NAN);
            };
            Ok(Box::new(Fills {
                out: vec![0.0],
                fill,
            }))
        }
        "sgd_784_f64" => Ok(Box::new(Learns::new(isa))),
        _ => shaped(name, threads),
    }
}

/// An op such as `conv:1,1,28,28,6,5,1,2`.
fn shaped(name: &str, threads: usize) -> Made {
    let unknown = || format!("no op {name}");
    let (kind, sizes) = name.split_once(':').ok_or_else(unknown)?;
    let sizes = sizes.split(',').map(|size| size.parse().ok());
    let sizes: Vec<usize> = sizes.collect::<Option<_>>().ok_or_else(unknown)?;
    match (kind, sizes.len()) {
        ("conv", 8) => convolution::<f32>(fixed(&sizes), threads),
        ("maxpool", 6) => pooling::<f32>(direct::max_pool, fixed(&sizes), 1, threads),
        ("avgpool", 6) => {
            pooling::<f32>(direct::average_pool, fixed(&sizes), 1, threads)
        }
        _ => Err(unknown()),
    }
}

fn fixed<const N: usize>(sizes: &[usize]) -> [usize; N] {
    *sizes.first_chunk().expect("as many as were counted")
}

fn shape(sizes: [usize; 8]) -> Shape {
    let [
        images,
        channels,
        height,
        width,
        filters,
        kernel,
        stride,
        padding,
    ] = sizes;
    Shape {
        images,
        channels,
        height,
        width,
        filters,
        kernel,
        stride,
        padding,
    }
}

/// A pool of threads, unless one is enough.
fn pool(threads: usize) -> Result<Option<rayon::ThreadPool>, String> {
    match threads {
        1 => Ok(None),
        _ => {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
            pool.map(Some).map_err(|error| error.to_string())
        }
    }
}

fn convolution<T: Scalar>(sizes: [usize; 8], threads: usize) -> Made {
    let (isa, whole, pool) = (Isa::best(), shape(sizes), pool(threads)?);
    let (rows, columns) = whole.output().map_err(|error| error.to_string())?;
    let Shape {
        images,
        channels,
        height,
        width,
        filters,
        kernel,
        ..
    } = whole;
    let (image, map) = (channels * height * width, rows * columns);
    let taps = channels * kernel * kernel;
    let x = numbers::<T>(images * image, 1, 1.0);
    let w = numbers::<T>(filters * taps, 2, 1.0);
    let part = move |x: &[T], w: &[T], out: &mut [T]| {
        let shape = Shape {
            images: x.len() / image,
            filters: w.len() / taps,
            ..whole
        };
        direct::convolution(isa, &shape, x, w, out).expect("a shape that fits");
    };
    let fill = move |out: &mut [T]| match &pool {
        None => part(&x, &w, out),
        // A single image is shared out by its maps.
        Some(pool) if images == 1 => pool.install(|| {
            let each = filters.div_ceil(threads);
            let filters = w.par_chunks(each * taps);
            let filters = filters.zip(out.par_chunks_mut(each * map));
            filters.for_each(|(w, out)| part(&x, w, out));
        }),
        Some(pool) => pool.install(|| {
            let each = images.div_ceil(threads);
            let images = x.par_chunks(each * image);
            let images = images.zip(out.par_chunks_mut(each * filters * map));
            images.for_each(|(x, out)| part(x, &w, out));
        }),
    };
    let out = vec![T::ZERO; images * filters * map];
    Ok(Box::new(Fills { out, fill }))
}

/// What pools.
type Pools<T> = fn(Isa, &Pooling, &[T], &mut [T]) -> Result<(), direct::Error>;

fn pooling<T: Scalar>(
    pools: Pools<T>,
    sizes: [usize; 6],
    tag: u64,
    threads: usize,
) -> Made {
    let [images, channels, height, width, window, stride] = sizes;
    let whole = Pooling {
        images,
        channels,
        height,
        width,
        window,
        stride,
    };
    let (rows, columns) = whole.output().map_err(|error| error.to_string())?;
    let (isa, pool) = (Isa::best(), pool(threads)?);
    // Each channel is an image to a pooling.
    let (all_channels, channel, map) =
        (images * channels, height * width, rows * columns);
    let x = numbers::<T>(all_channels * channel, tag, 1.0);
    let part = move |x: &[T], out: &mut [T]| {
        let shape = Pooling {
            images: x.len() / channel,
            channels: 1,
            ..whole
        };
        pools(isa, &shape, x, out).expect("a shape that fits");
    };
    let each = all_channels.div_ceil(threads);
    let fill = move |out: &mut [T]| match &pool {
        None => part(&x, out),
        Some(pool) => pool.install(|| {
            let channels = x
                .par_chunks(each * channel)
                .zip(out.par_chunks_mut(each * map));
            channels.for_each(|(x, out)| part(x, out));
        }),
    };
    let out = vec![T::ZERO; all_channels * map];
    Ok(Box::new(Fills { out, fill }))
}

/// A convolution with the channels last; its result has the channels first.
fn channels_last(shape: Shape) -> Made {
    let (rows, columns) = shape.output().map_err(|error| error.to_string())?;
    let (pixels, places) = (shape.height * shape.width, rows * columns);
    let first = numbers::<f32>(shape.channels * pixels, 1, 1.0);
    let last = (0..first.len())
        .map(|i| first[i % shape.channels * pixels + i / shape.channels]);
    let (x, isa) = (last.collect::<Vec<f32>>(), Isa::best());
    let w = numbers(
        shape.filters * shape.channels * shape.kernel * shape.kernel,
        2,
        1.0,
    );
    let fill = move |out: &mut [f32]| {
        direct::convolution_nhwc(isa, &shape, &x, &w, out).expect("a shape that fits");
    };
    let out = vec![0.0; shape.filters * places];
    Ok(Box::new(ChannelsLast {
        op: Fills { out, fill },
        filters: shape.filters,
    }))
}

struct ChannelsLast<F> {
    op: Fills<f32, F>,
    filters: usize,
}

impl<F: FnMut(&mut [f32])> Op for ChannelsLast<F> {
    fn run(&mut self) {
        self.op.run();
    }

    fn result(&mut self) -> Vec<f64> {
        let (last, places) = (self.op.result(), self.op.out.len() / self.filters);
        let first =
            (0..last.len()).map(|i| last[i % places * self.filters + i / places]);
        first.collect()
    }
}

/// A neuron that learns from one example, each time a step further.
struct Learns {
    isa: Isa,
    start: Vec<f64>,
    w: Vec<f64>,
    b: f64,
    x: Vec<f64>,
}

impl Learns {
    fn new(isa: Isa) -> Self {
        let start = numbers::<f64>(784, 4, 0.1);
        Self {
            isa,
            w: start.clone(),
            start,
            b: 0.1,
            x: numbers(784, 5, 1.0),
        }
    }
}

impl Op for Learns {
    fn run(&mut self) {
        let output =
            direct::sgd_step(self.isa, &mut self.w, &mut self.b, &self.x, 1.0, 0.1);
        black_box(output.is_ok());
    }

    /// The weights after the first step.
    fn result(&mut self) -> Vec<f64> {
        self.w.clone_from(&self.start);
        self.b = 0.1;
        self.run();
        self.w.clone()
    }
}
