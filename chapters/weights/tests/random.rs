//! The random numbers: the same for one seed on every machine, and normally distributed.

use neurons::{Neuron, Point};
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use weights::{share_right, small_normal, standard_normal};

#[test]
fn the_deviates_of_a_seed_are_these_to_the_last_bit() {
    let mut rng = Pcg64::seed_from_u64(7);
    let deviates = [(); 4].map(|()| standard_normal(&mut rng));
    let expected = [
        0.003727289880484084,
        1.0963367200732177,
        -0.974857361031769,
        -0.19396110949295126,
    ];
    assert_eq!(deviates, expected);
    let small = deviates.map(|deviate| 0.1 * deviate);
    assert_eq!(small_normal(4, 7).as_deref(), Ok(&small[..]));
}

#[test]
fn deviates_have_the_moments_of_a_normal_distribution() {
    let mut rng = Pcg64::seed_from_u64(1);
    let n = 200_000;
    let mut moments = [0.0; 4];
    for _ in 0..n {
        let deviate = standard_normal(&mut rng);
        let mut power = 1.0;
        for moment in &mut moments {
            power *= deviate;
            *moment += power / f64::from(n);
        }
    }
    // mean 0, variance 1, no lean, and tails as heavy as they should be; four standard errors each
    for (moment, (expected, within)) in
        moments
            .into_iter()
            .zip([(0.0, 0.009), (1.0, 0.013), (0.0, 0.035), (3.0, 0.09)])
    {
        assert!((moment - expected).abs() < within, "{moments:?}");
    }
}

#[test]
fn an_output_of_exactly_a_half_counts_as_the_lower_side() {
    let half = Neuron {
        weights: vec![0.0],
        bias: 0.0,
    };
    let point = |t| [Point { x: vec![1.0], t }];
    assert_eq!(share_right(&half, &point(0.0)), Ok(1.0));
    assert_eq!(share_right(&half, &point(1.0)), Ok(0.0));
}
