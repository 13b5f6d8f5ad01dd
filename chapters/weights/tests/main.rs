//! The tests of the chapter, in one program.

mod errors;
mod flat;
mod properties;
mod random;
mod slips;
mod summation_order;
