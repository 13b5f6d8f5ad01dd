//! The program of the pages that show something of *Backprop*.

fn main() {
    live::open(vec![backprop::book::interactive()]);
}
