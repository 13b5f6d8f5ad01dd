//! The program of the pages that show something of *Pooling*.

fn main() {
    live::open(vec![pooling::book::interactive()]);
}
