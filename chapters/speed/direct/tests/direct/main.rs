//! The package from outside: its arithmetic, its errors, and its worker.

mod chains;
mod close;
mod errors;
mod layers;
mod worker;
