//! What cleaning promises of any drawing.

use digits::clean::{BOX, PEN};
use digits::{Drawing, Error, clean};
use ndarray::Array2;
use proptest::collection::vec;
use proptest::prelude::*;

const PAD_SIDE: f64 = 280.0;

fn places() -> impl Strategy<Value = Vec<[f64; 2]>> {
    vec([0.0..PAD_SIDE, 0.0..PAD_SIDE], 1..20)
}

/// Numbers of any size, and what is none.
fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        -1e12..1e12,
        (-14.0..13.0).prop_map(libm::exp10),
        Just(0.0),
        Just(f64::MIN_POSITIVE)
    ]
}

fn drawing() -> impl Strategy<Value = Drawing> {
    vec(places(), 1..4).prop_map(|strokes| Drawing { strokes })
}

fn moved(drawing: &Drawing, by: impl Fn([f64; 2]) -> [f64; 2]) -> Drawing {
    let strokes = drawing.strokes.iter();
    Drawing {
        strokes: strokes
            .map(|s| s.iter().map(|p| by(*p)).collect())
            .collect(),
    }
}

fn balance(image: &Array2<f64>) -> [f64; 2] {
    let sum = image.sum();
    let mean = |at: fn((usize, usize)) -> usize| {
        let places = image.indexed_iter();
        places
            .map(|(place, ink)| at(place) as f64 * ink)
            .sum::<f64>()
            / sum
    };
    [mean(|(row, _)| row), mean(|(_, column)| column)]
}

fn farthest(a: &Array2<f64>, b: &Array2<f64>) -> f64 {
    (a - b).iter().fold(0.0, |far: f64, x| far.max(x.abs()))
}

proptest! {
    #[test]
    fn where_on_the_pad_and_how_large_makes_no_difference(
        drawing in drawing(), x in -300.0..300.0, y in -300.0..300.0, scale in 0.2..4.0_f64,
    ) {
        let bounds = drawing.bounds().unwrap().unwrap();
        prop_assume!(bounds.longer_side() * scale.min(1.0) > 0.05 * PAD_SIDE);
        let other = moved(&drawing, |[a, b]| [scale * a + x, scale * b + y]);
        let [a, b] = [&drawing, &other].map(|d| clean(d, PAD_SIDE).unwrap().unwrap());
        prop_assert!(farthest(&a, &b) < 1e-9);
    }

    #[test]
    fn the_ink_balances_in_the_middle_unless_the_box_is_at_the_edge_and_lies_between_nothing_and_all(drawing in drawing()) {
        let image = clean(&drawing, PAD_SIDE).unwrap().unwrap();
        prop_assert_eq!(image.dim(), (28, 28));
        prop_assert!(image.iter().all(|ink| (0.0..=1.0).contains(ink)));
        let balance = balance(&image);
        for axis in [0, 1] {
            let inked = |at| image.index_axis(ndarray::Axis(axis), at).iter().any(|ink| *ink > 0.0);
            let at_edge = inked(0) || inked(1) || inked(26) || inked(27);
            // Ink is measured by the pixel: half of one is how far the balance may be off.
            prop_assert!(at_edge || (balance[axis] - 13.5).abs() < 0.5, "{:?}", balance);
        }
    }

    #[test]
    fn a_drawing_is_as_long_as_the_box(drawing in drawing()) {
        prop_assume!(drawing.bounds().unwrap().unwrap().longer_side() > 0.05 * PAD_SIDE);
        let image = clean(&drawing, PAD_SIDE).unwrap().unwrap();
        let inked = |lanes: ndarray::Axis| {
            let mut lanes = image.axis_iter(lanes).map(|lane| lane.iter().any(|ink| *ink > 0.5));
            let first = lanes.clone().position(|inked| inked).unwrap();
            let last = lanes.by_ref().collect::<Vec<_>>().iter().rposition(|inked| *inked).unwrap();
            last + 1 - first
        };
        let longer = inked(ndarray::Axis(0)).max(inked(ndarray::Axis(1))) as f64;
        // The pen's width and two pixels that are only partly within.
        prop_assert!((longer - BOX).abs() <= 2.0, "{longer}");
    }

    #[test]
    fn any_places_are_drawn_or_refused(strokes in vec(vec([number(), number()], 0..6), 0..4), pad in number()) {
        if let Ok(Some(image)) = clean(&Drawing { strokes }, pad) {
            prop_assert!(image.iter().all(|ink| (0.0..=1.0).contains(ink)));
            prop_assert!(image.sum() > 0.0);
        }
    }
}

#[test]
fn an_empty_pad_has_no_image() {
    assert_eq!(clean(&Drawing::default(), PAD_SIDE), Ok(None));
    let strokes = vec![Vec::new()];
    assert_eq!(clean(&Drawing { strokes }, PAD_SIDE), Ok(None));
}

#[test]
fn a_dot_stays_a_dot_in_the_middle() {
    let dot = Drawing {
        strokes: vec![vec![[3.0, 270.0], [4.0, 270.5]]],
    };
    let image = clean(&dot, PAD_SIDE).unwrap().unwrap();
    assert!(image[[13, 13]] > 0.9 && image[[14, 14]] > 0.9);
    let inked = image.iter().filter(|ink| **ink > 0.0).count() as f64;
    assert!(inked < (PEN + 4.0) * (PEN + 4.0), "{inked}");
}

#[test]
fn what_is_no_place_is_refused_by_name() {
    let place = [1.0, f64::NAN];
    let strokes = vec![vec![[0.0, 0.0], place]];
    let refusal = clean(&Drawing { strokes }, PAD_SIDE).unwrap_err();
    assert!(matches!(refusal, Error::Place { .. }));
    assert_eq!(
        refusal.to_string(),
        "a place of the drawing is at (1, NaN): expected two numbers, neither beyond 1e12"
    );
}

#[test]
fn a_pad_without_a_size_is_refused() {
    for pad in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        let refusal = clean(&Drawing::default(), pad).unwrap_err();
        assert!(matches!(refusal, Error::PadSide { .. }), "{pad}");
    }
}
