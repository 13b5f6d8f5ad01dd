//! The program of the pages that show something of *Digits*.

fn main() {
    live::open(vec![digits::book::interactive()]);
}
