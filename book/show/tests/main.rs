//! What holds for all that chapters show.

mod example;
mod files;
mod inputs;
mod number;
