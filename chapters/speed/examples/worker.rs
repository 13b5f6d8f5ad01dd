//! A worker: does the work that other libraries are timed against, when it is told to.
//!
//! `worker` uses exactly one thread, `worker N` uses N. It says `ready`, and then answers each line
//! of its input with one line:
//!
//! | line | answer |
//! | --- | --- |
//! | `ops` | the names of what it can do, with spaces between |
//! | `check OP` | two sums over the answer: of all numbers, and of number i times i mod 13 |
//! | `run OP ITERS` | the seconds that doing it ITERS times takes |
//! | anything else | `error:` and what is wrong |
//!
//! It ends with its input. Besides the ops it names, it does any `conv:N,C,H,W,O,K,S,P` (images,
//! channels, rows, columns, filters, kernel, stride, padding), `maxpool:N,C,H,W,K,S` and
//! `avgpool:N,C,H,W,K,S`, in `f32`.
//!
//! `run` and `check` make the same call. Its inputs are made before; everything that is derived from
//! them is derived in the call. The output's memory is the same each time, as it is in effect for the
//! others: their allocators hand out the block that the last call gave back, and clear nothing.

use speed::direct::{self, Pooling, Shape};
use speed::isa::Isa;
use speed::Real;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::{BufRead, Write};
use std::time::Instant;

/// Something to be timed: what to do, and how to see its answer.
trait Op {
    fn run(&mut self);
    /// What a first call answers.
    fn check(&mut self) -> Vec<f64>;
}

/// An op that fills the same memory each time.
struct Fills<T, F> {
    out: Vec<T>,
    fill: F,
}

impl<T: Real, F: FnMut(&mut [T])> Op for Fills<T, F> {
    fn run(&mut self) {
        (self.fill)(black_box(&mut self.out));
    }
    fn check(&mut self) -> Vec<f64> {
        self.run();
        self.out.iter().map(|y| y.widened()).collect()
    }
}

fn values<T: Real>(n: usize, tag: u64, scale: f64) -> Vec<T> {
    let pseudo = |i: u64| {
        let h = (i * 2_654_435_761 + tag * 40_503) % (1 << 32);
        let h = (h ^ (h >> 15)) * 2_246_822_519 % (1 << 32);
        let h = h ^ (h >> 13);
        (h % 1000) as f64 / 1000.0 - 0.5
    };
    (0..n as u64).map(|i| T::nearest(pseudo(i)).times(T::nearest(scale))).collect()
}

fn convolution<T: Real>(isa: Isa, shape: Shape) -> Result<Box<dyn Op>, direct::Error> {
    let (rows, columns) = shape.output()?;
    let x = values::<T>(shape.images * shape.channels * shape.height * shape.width, 1, 1.0);
    let w = values::<T>(shape.filters * shape.channels * shape.kernel * shape.kernel, 2, 1.0);
    Ok(Box::new(Fills {
        out: vec![T::ZERO; shape.images * shape.filters * rows * columns],
        fill: move |out: &mut [T]| direct::convolution(isa, &shape, &x, &w, out).expect("checked"),
    }))
}

struct Nhwc { isa: Isa, shape: Shape, x: Vec<f32>, w: Vec<f32>, out: Vec<f32> }
impl Op for Nhwc {
    fn run(&mut self) {
        direct::convolution_nhwc(self.isa, &self.shape, &self.x, &self.w, black_box(&mut self.out)).expect("checked");
    }
    fn check(&mut self) -> Vec<f64> {
        self.run();
        let f = self.shape.filters;
        let p = self.out.len() / f;
        (0..self.out.len()).map(|i| self.out[i % p * f + i / p].widened()).collect()
    }
}

fn pooling<T: Real>(isa: Isa, max: bool, shape: Pooling, tag: u64) -> Result<Box<dyn Op>, direct::Error> {
    let (rows, columns) = shape.output()?;
    let x = values::<T>(shape.images * shape.channels * shape.height * shape.width, tag, 1.0);
    Ok(Box::new(Fills {
        out: vec![T::ZERO; shape.images * shape.channels * rows * columns],
        fill: move |out: &mut [T]| if max { direct::max_pool(isa, &shape, &x, out).expect("checked") } else { direct::average_pool(isa, &shape, &x, out).expect("checked") },
    }))
}

fn op(isa: Isa, name: &str) -> Option<Result<Box<dyn Op>, direct::Error>> {
    let s = |images, channels, side, filters, kernel, padding| Shape { images, channels, height: side, width: side, filters, kernel, stride: 1, padding };
    let p = |images, channels, side| Pooling { images, channels, height: side, width: side, window: 2, stride: 2 };
    Some(match name {
        "conv_1x28_k5" => convolution::<f32>(isa, s(1, 1, 28, 1, 5, 0)),
        "conv_1x28_k5_f64" => convolution::<f64>(isa, s(1, 1, 28, 1, 5, 0)),
        "conv_1x256_k3" => convolution::<f32>(isa, s(1, 1, 256, 1, 3, 1)),
        "conv_1x256_k3_f64" => convolution::<f64>(isa, s(1, 1, 256, 1, 3, 1)),
        "conv_b64_c1" => convolution::<f32>(isa, s(64, 1, 28, 6, 5, 2)),
        "conv_b64_c1_f64" => convolution::<f64>(isa, s(64, 1, 28, 6, 5, 2)),
        "conv_b64_c2" => convolution::<f32>(isa, s(64, 6, 14, 16, 5, 0)),
        "conv_3x224_64" => convolution::<f32>(isa, s(1, 3, 224, 64, 3, 1)),
        "conv_3x224_64_nhwc" => {
            let shape = s(1, 3, 224, 64, 3, 1);
            let v = values::<f32>(3 * 224 * 224, 1, 1.0);
            let x = (0..v.len()).map(|i| v[i % 3 * 224 * 224 + i / 3]).collect();
            Ok(Box::new(Nhwc { isa, shape, x, w: values(64 * 27, 2, 1.0), out: vec![0.0; 64 * 224 * 224] }) as Box<dyn Op>)
        }
        "pool_1x256" => pooling::<f32>(isa, true, p(1, 1, 256), 3),
        "pool_1x256_f64" => pooling::<f64>(isa, true, p(1, 1, 256), 3),
        "pool_b64_c1" => pooling::<f32>(isa, true, p(64, 6, 28), 3),
        "avgpool_b64_c1" => pooling::<f32>(isa, false, p(64, 6, 28), 3),
        "pool_64x224" => pooling::<f32>(isa, true, p(1, 64, 224), 3),
        "neuron_784_f64" => {
            let (w, x) = (values::<f64>(784, 4, 0.1), values::<f64>(784, 5, 1.0));
            Ok(Box::new(Fills { out: vec![0.0; 1], fill: move |out: &mut [f64]| out[0] = direct::neuron(isa, black_box(&w), &x, 0.1).expect("x") }))
        }
        "sgd_784_f64" => {
            let (mut w, x) = (values::<f64>(784, 4, 0.1), values::<f64>(784, 5, 1.0));
            let mut b = 0.1;
            w.truncate(784);
            Ok(Box::new(Fills { out: w, fill: move |out: &mut [f64]| { direct::sgd_step(isa, out, &mut b, &x, 1.0, 0.1).expect("x"); } }))
        }
        _ => {
            let (kind, sizes) = name.split_once(':')?;
            let n: Vec<usize> = sizes.split(',').map(|n| n.parse().ok()).collect::<Option<_>>()?;
            match (kind, n[..].as_ref()) {
                ("conv", &[images, channels, height, width, filters, kernel, stride, padding]) => convolution::<f32>(isa, Shape { images, channels, height, width, filters, kernel, stride, padding }),
                ("maxpool" | "avgpool", &[images, channels, height, width, window, stride]) => pooling::<f32>(isa, kind == "maxpool", Pooling { images, channels, height, width, window, stride }, 1),
                _ => return None,
            }
        }
    })
}

fn main() {
    let isa = Isa::best();
    let names = "conv_1x28_k5 conv_1x28_k5_f64 conv_1x256_k3 conv_1x256_k3_f64 conv_b64_c1 conv_b64_c1_f64 conv_b64_c2 conv_3x224_64 conv_3x224_64_nhwc pool_1x256 pool_1x256_f64 pool_b64_c1 avgpool_b64_c1 pool_64x224 neuron_784_f64 sgd_784_f64";
    let mut ops: BTreeMap<String, Box<dyn Op>> = BTreeMap::new();
    println!("ready");
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let w: Vec<&str> = line.split_whitespace().collect();
        if w.is_empty() { break; }
        if w[0] == "ops" { println!("{names}"); continue; }
        if !ops.contains_key(w[1]) {
            match op(isa, w[1]) { Some(Ok(op)) => { ops.insert(w[1].into(), op); } Some(Err(e)) => { println!("error: {e}"); continue; } None => { println!("error: op"); continue; } }
        }
        let op = ops.get_mut(w[1]).unwrap();
        if w[0] == "check" {
            let a = op.check();
            let (s, t) = a.iter().enumerate().fold((0.0, 0.0), |(s, t), (i, y)| (s + y, t + y * (i % 13) as f64));
            println!("{s} {t}");
        } else {
            let n: usize = w[2].parse().unwrap();
            let t = Instant::now();
            for _ in 0..n { op.run(); }
            println!("{}", t.elapsed().as_secs_f64());
        }
        std::io::stdout().flush().unwrap();
    }
}
