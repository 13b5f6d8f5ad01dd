//! The whole network out of the textbook's loops, and a step of learning.

use super::convolution::Sizes;
use super::pass::Pass;
use crate::isa::Kernel;
use crate::network::{Batch, LARGEST_BATCH, LAYERS, Parameters, Rates, Went};
use crate::{Error, Number};

/// The two convolutions. The first one's image is padded by two.
#[rustfmt::skip]
pub const CONVOLUTIONS: [Sizes; 2] = [
    Sizes { channels: 1, side: 32, filters: 6, k: 5 },
    Sizes { channels: 6, side: 14, filters: 16, k: 5 },
];

/// For each layer a number for each weight, and for each bias.
pub(super) type Arrays = [(Vec<f32>, Vec<f32>); 5];

fn zeros() -> Arrays {
    LAYERS.map(|s| (vec![0.0; s.outputs * s.inputs], vec![0.0; s.outputs]))
}

/// The network, and how fast its numbers move.
#[derive(Debug, Clone)]
pub struct Network {
    weights: Arrays,
    velocity: Arrays,
}

impl Network {
    /// The network with these `parameters`.
    pub fn new(parameters: &Parameters) -> Self {
        let mut weights = zeros();
        for (n, (w, b)) in weights.iter_mut().enumerate() {
            *w = parameters.by_output(n).collect();
            b.copy_from_slice(&parameters.0[n].bias);
        }
        let velocity = zeros();
        Self { weights, velocity }
    }

    /// Its weights and biases.
    pub fn parameters(&self) -> Parameters {
        let mut parameters = Parameters::zeros();
        for (n, (w, b)) in self.weights.iter().enumerate() {
            parameters.set_by_output(n, w.iter().copied());
            parameters.0[n].bias.copy_from_slice(b);
        }
        parameters
    }

    /// One step, with as many samples at a time as `V` has lanes.
    ///
    /// # Errors
    /// As [`Network::step`](crate::Network::step).
    #[inline(always)]
    pub fn step<V: Number<Real = f32>>(
        &mut self,
        batch: Batch<'_>,
        rates: Rates,
    ) -> Result<Went, Error> {
        let samples = batch.samples(LARGEST_BATCH)?;
        let mut pass = Pass::<V>::new();
        let (mut g, mut went) = (zeros(), Went::default());
        let images = batch.images.chunks(V::LANES * digits::PIXELS);
        for (images, labels) in images.zip(batch.labels.chunks(V::LANES)) {
            pass.load(images);
            pass.forward(&self.weights);
            pass.judge(labels, samples, &mut went);
            pass.backward(&self.weights, &mut g);
        }
        let arrays = self.weights.iter_mut().zip(&mut self.velocity).zip(&g);
        for (((w, b), (v_w, v_b)), (g_w, g_b)) in arrays {
            moved(w, v_w, g_w, rates);
            moved(b, v_b, g_b, rates);
        }
        Ok(went)
    }
}

/// v ← μ v + g,  w ← w − η v.
fn moved(w: &mut [f32], v: &mut [f32], g: &[f32], rates: Rates) {
    for ((w, v), g) in w.iter_mut().zip(v).zip(g) {
        *v = rates.momentum.mul_add(*v, *g);
        *w = (-rates.rate).mul_add(*v, *w);
    }
}

macro_rules! step {
    ($(#[$doc:meta])+ $Step:ident, $V:ident, $Number:ty) => {
        $(#[$doc])+
        #[derive(Debug)]
        pub struct $Step<'a>(pub &'a mut Network, pub Batch<'a>, pub Rates);

        impl Kernel for $Step<'_> {
            type Real = f32;
            type Output = Result<Went, Error>;

            #[inline(always)]
            fn run<$V: Number<Real = f32>, const ROWS: usize, const HALF: usize>(
                self,
            ) -> Result<Went, Error> {
                self.0.step::<$Number>(self.1, self.2)
            }
        }
    };
}

step!(
    /// A step with one sample after the other.
    OneByOne, V, f32
);
step!(
    /// A step with a sample in each lane of a register.
    InLanes, V, V
);
