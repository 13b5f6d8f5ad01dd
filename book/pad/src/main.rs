//! The program of the page with the pad: the library, for the page to call.
#![no_main]

use pad as _;
