//! The program of the page with the pad: the library, for the page to call.

use pad as _;

fn main() {}
