//! The textbook's loops, over any [`Lanes`]: one sample, or one in each lane.
//!
//! These are the formulas of the earlier chapters over slices and in `f32`, without regard to the
//! processor. The fast network is tested against them.

pub(crate) mod convolution;
mod dense;
mod pass;
pub(crate) mod pooling;

use crate::geometry::{LARGEST_BATCH, LAYERS};
use crate::isa::Kernel;
use crate::network::{Batch, Parameters, Rates, StepStatistics};
use crate::{Error, Lanes};
use pass::{Arrays, Pass};

fn zeros() -> Arrays {
    LAYERS.map(|layer| (vec![0.0; layer.weights()], vec![0.0; layer.outputs]))
}

/// The network, and the velocities of its weights and biases.
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
            *w = parameters.weights(n).collect();
            b.copy_from_slice(parameters.bias(n));
        }
        let velocity = zeros();
        Self { weights, velocity }
    }

    /// Its weights and biases.
    pub fn parameters(&self) -> Parameters {
        let mut parameters = Parameters::zeros();
        for (n, (w, b)) in self.weights.iter().enumerate() {
            parameters.set(n, w, b).expect("arrays of the layer's size");
        }
        parameters
    }

    /// One step, with as many samples at a time as `V` has lanes.
    #[inline(always)]
    fn step<V: Lanes<Scalar = f32>>(
        &mut self,
        batch: Batch<'_>,
        rates: Rates,
    ) -> Result<StepStatistics, Error> {
        let samples = batch.samples(LARGEST_BATCH)?;
        let mut pass = Pass::<V>::new();
        let (mut g, mut statistics) = (zeros(), StepStatistics::default());
        let images = batch.images.chunks(V::LANES * digits::PIXELS);
        for (images, labels) in images.zip(batch.labels.chunks(V::LANES)) {
            pass.load(images);
            pass.forward(&self.weights);
            pass.losses(labels, samples, &mut statistics);
            pass.backward(&self.weights, &mut g);
        }
        let arrays = self.weights.iter_mut().zip(&mut self.velocity).zip(&g);
        for (((w, b), (v_w, v_b)), (g_w, g_b)) in arrays {
            update(w, v_w, g_w, rates);
            update(b, v_b, g_b, rates);
        }
        Ok(statistics)
    }
}

/// v ← μ v + g,  w ← w − η v.
fn update(w: &mut [f32], v: &mut [f32], g: &[f32], rates: Rates) {
    for ((w, v), g) in w.iter_mut().zip(v).zip(g) {
        *v = rates.momentum.mul_add(*v, *g);
        *w = (-rates.rate).mul_add(*v, *w);
    }
}

macro_rules! step {
    ($(#[$doc:meta])+ $Step:ident, $V:ident, $Lanes:ty) => {
        $(#[$doc])+
        #[derive(Debug)]
        pub struct $Step<'a>(pub &'a mut Network, pub Batch<'a>, pub Rates);

        impl Kernel for $Step<'_> {
            type Scalar = f32;
            type Output = Result<StepStatistics, Error>;

            #[inline(always)]
            fn run<$V: Lanes<Scalar = f32>>(self) -> Result<StepStatistics, Error> {
                self.0.step::<$Lanes>(self.1, self.2)
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
step!(
    /// A step with a sample in each of sixteen lanes, however many a register has.
    InSixteenLanes, V, [f32; 16]
);
