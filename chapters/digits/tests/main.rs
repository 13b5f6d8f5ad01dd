//! The tests of the chapter, in one program: linking is what takes long.

mod clean;
mod command;
mod errors;
mod files;
mod gradients;
mod idx;
mod listings;
mod origin;
mod properties;
mod pytorch;
mod slow;
mod split;
mod study;
mod training;
