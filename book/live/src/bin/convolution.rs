//! The program of the pages that show something of *Convolution*.

fn main() {
    live::open(vec![convolution::book::interactive()]);
}
