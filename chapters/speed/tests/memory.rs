//! What a step needs: counted by hand, and by an allocator that counts.

mod lesson;

use lesson::{digits, start};
use speed::network::{Batch, Rates};
use speed::{Isa, Network, count};
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

/// The system's allocator, with a count of its calls and of the bytes that it has lent.
struct Counting;

static CALLS: AtomicUsize = AtomicUsize::new(0);
static LENT: AtomicUsize = AtomicUsize::new(0);

// SAFETY: every call goes to the system's allocator as it came.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        CALLS.fetch_add(1, Ordering::Relaxed);
        LENT.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        LENT.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: as above.
        unsafe { System.dealloc(place, layout) }
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// One test, so that nothing else allocates meanwhile.
#[test]
fn all_memory_of_a_step_is_there_before_the_first_and_is_what_was_counted() {
    let (images, labels) = digits();
    let (images, labels) = (&images[..], &labels[..]);
    let rates = Rates {
        rate: 0.02,
        momentum: 0.9,
    };
    let mut logits = vec![0.0; 10 * labels.len()];
    for isa in Isa::all() {
        let parameters = start(1);
        let before = LENT.load(Ordering::Relaxed);
        let mut network = Network::new(parameters.clone(), isa, 1, 64).unwrap();
        let lent = LENT.load(Ordering::Relaxed) - before;
        let counted = count::memory(64, isa) as usize;
        // Each of its buffers may begin up to a cache line later, and lists have lengths.
        assert!(
            (counted..counted + 16_384).contains(&lent),
            "{isa}: {lent} for {counted}"
        );

        let before = CALLS.load(Ordering::Relaxed);
        for _ in 0..3 {
            network.step(Batch { images, labels }, rates).unwrap();
            network.logits(images, &mut logits).unwrap();
        }
        assert_eq!(CALLS.load(Ordering::Relaxed) - before, 0, "{isa}");
    }
    let mut network = Network::new(start(1), Isa::best(), 2, 64).unwrap();
    let mut step = || {
        let before = CALLS.load(Ordering::Relaxed);
        network.step(Batch { images, labels }, rates).unwrap();
        CALLS.load(Ordering::Relaxed) - before
    };
    // rayon's threads make themselves ready in the first one.
    step();
    let calls: Vec<usize> = (0..200).map(|_| step()).collect();
    let with_calls = calls.iter().filter(|calls| **calls > 0).count();
    println!(
        "two threads: {with_calls} of 200 steps allocate, {} calls at most",
        calls.iter().max().unwrap()
    );
    assert!(with_calls <= 20);
}
