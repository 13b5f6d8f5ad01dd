//! The program of the pages that show something of *Backprop*, but for the one about windows.
#![no_main]

use wasm_bindgen::prelude::wasm_bindgen;

/// Opens the chapter when the page loads the program.
#[wasm_bindgen(start)]
fn start() {
    live::open(vec![backprop::book::interactive()]);
}
