//! The tests of the chapter, in one program.

mod dense;
mod errors;
mod grouped;
mod kernels;
mod learn;
mod neuron;
mod properties;
mod slips;
mod summation_order;
