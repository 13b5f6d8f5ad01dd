//! The program of the pages that show something of *Neurons*.

fn main() {
    live::open(vec![neurons::book::interactive()]);
}
