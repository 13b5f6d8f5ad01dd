//! The tests of the chapter, in one program; `memory` counts what a whole program allocates, and is apart.

mod close;
mod command;
mod contract;
mod errors;
mod lesson;
mod properties;
mod slow;
mod study;
