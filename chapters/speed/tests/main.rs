//! The tests of the chapter, in one program; `memory` counts what a whole program allocates, and is apart.

mod close;
mod command;
mod contract;
mod errors;
mod lesson;
/// What listings stand on: that it compiles is what is tested of it.
mod listings {
    mod network;
}
mod properties;
mod slow;
mod study;
