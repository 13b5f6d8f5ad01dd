//! The tests of the chapter, in one program.

mod errors;
mod gradients;
mod listings;
mod properties;
mod slips;
mod starts;
mod summation_order;
mod witness;
