//! The program of the pages that show something of *Activations*.

fn main() {
    live::open(vec![activations::book::interactive()]);
}
