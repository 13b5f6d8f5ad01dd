//! What the listings of the network stand on, in as few lines as it takes to compile them.
#![allow(dead_code, unused_imports, unused_macros)]

// ANCHOR: network
use speed::geometry::{CLASSES, FIRST, LAYERS, SECOND, SUM_GROUP};
use speed::isa::Kernel;
use speed::{CrossEntropy, Isa, Lanes};
pub struct LayerParameters {
    weights: Vec<f32>,
    bias: Vec<f32>,
}
pub struct Parameters([LayerParameters; 5]);
type AlignedBuffer = Vec<f32>;
#[derive(Debug)]
pub struct Sums {
    kernels: [Vec<f32>; 2],
    bias: [Vec<f32>; 5],
}
#[derive(Debug)]
pub struct Scratch {
    d_first: Vec<f32>,
    d_kernels: [Vec<f32>; 2],
    d_bias: [Vec<f32>; 2],
}
fn slice(all: &[f32], n: usize, slices: usize) -> &[f32] {
    &all[n * (all.len() / slices)..][..all.len() / slices]
}
fn slice_mut(all: &mut [f32], n: usize, slices: usize) -> &mut [f32] {
    let len = all.len() / slices;
    &mut all[n * len..][..len]
}
mod loss {
    pub fn of_class(z: [f32; 10], t: usize) -> speed::CrossEntropy {
        speed::cross_entropy(z, t as u8).unwrap()
    }
}
macro_rules! kernel { ($name:ident [$($side:ident)*] $($field:ident: $of:ty),*) => {
    pub struct $name<'a $(, const $side: usize)*> { $(pub $field: $of),* }
    impl<$(const $side: usize),*> speed::isa::Kernel for $name<'_ $(, $side)*> {
        type Scalar = f32; type Output = (); fn run<V: speed::Lanes<Scalar = f32>>(self) {}
    }
} }
mod convolution {
    kernel!(Forward [SIDE] x: &'a [f32], kernels: &'a [f32], bias: &'a [f32], pooled: &'a mut [f32], argmax: &'a mut [f32]);
    kernel!(DBias [] d: &'a [f32], d_bias: &'a mut [f32]);
    kernel!(DKernels [SIDE WINDOWS] x: &'a [f32], d: &'a [f32], argmax: &'a [f32], d_kernels: &'a mut [f32]);
    kernel!(DX [] kernels: &'a [f32], d: &'a [f32], argmax: &'a [f32], d_x: &'a mut [f32]);
}
mod dense {
    kernel!(Forward [] weights: &'a [f32], row_stride: usize, bias: &'a [f32], x: &'a [f32], z: &'a mut [f32]);
    kernel!(DX [] weights: &'a [f32], row_stride: usize, d_z: &'a [f32], d_x: &'a mut [f32]);
}
kernel!(ReluBackward [] y: &'a [f32], d: &'a mut [f32]);
pub struct Relu<'a>(&'a mut [f32]);
impl Kernel for Relu<'_> {
    type Scalar = f32;
    type Output = ();
    fn run<V: Lanes<Scalar = f32>>(self) {}
}
// ANCHOR_END: network
