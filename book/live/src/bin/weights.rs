//! The program of the pages that show something of *Weights*.

fn main() {
    live::open(vec![weights::book::interactive()]);
}
