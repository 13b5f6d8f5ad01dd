//! The program of the page that goes back through convolution and pooling: a part of *Backprop*.
#![no_main]

use wasm_bindgen::prelude::wasm_bindgen;

/// Opens that part of the chapter when the page loads the program.
#[wasm_bindgen(start)]
fn start() {
    live::open(vec![backprop::book::windows()]);
}
