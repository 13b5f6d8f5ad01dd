//! What the page can rely on, whatever is written on the pad.

use digits::Network;
use pad::{Lesson, Pad, bytes};

const LAYERS: usize = 7;

fn pad() -> Pad {
    let network = Network::start(3).unwrap();
    let mut pad = Pad::new(280.0, &bytes(&network)).unwrap();
    for x in 0..100 {
        let x = f64::from(x);
        pad.touch(0, 40.0 + x, 60.0 + 1.5 * x);
        pad.touch(1, 200.0 - x, 100.0 + 0.2 * x);
    }
    assert!(pad.look().unwrap());
    pad
}

/// The numbers of a sentence.
fn numbers(sentence: &str) -> Vec<f64> {
    let sentence = sentence.replace('\u{2212}', "-");
    let words = sentence.split(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    words.filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn an_empty_pad_shows_nothing_and_a_drawn_one_ten_probabilities() {
    let mut pad = pad();
    let sum: f64 = pad.probabilities().iter().sum();
    assert_eq!(pad.probabilities().len(), 10);
    assert!((sum - 1.0).abs() < 1e-12);
    pad.clear();
    assert!(!pad.look().unwrap());
    assert!(pad.probabilities().is_empty());
}

#[test]
fn each_layer_has_as_many_pixels_as_its_shape_says() {
    let pad = pad();
    for layer in 0..LAYERS {
        let pixels: usize = pad.shape(layer).iter().product();
        assert_eq!(pad.maps(layer).len(), pixels);
        assert!(!pad.name(layer).is_empty());
    }
    assert!(pad.maps(LAYERS).is_empty() && pad.shape(LAYERS).is_empty());
}

#[test]
fn each_pixel_is_written_out_as_what_it_is_made_of_and_comes_from_a_patch_below() {
    let pad = pad();
    for layer in 1..LAYERS {
        let [maps, rows, columns] = pad.shape(layer)[..] else {
            panic!("a shape of three")
        };
        let [below, height, width] = pad.shape(layer - 1)[..] else {
            panic!("a shape of three")
        };
        let values = pad.maps(layer);
        let places = (0..maps).flat_map(|m| (0..rows).map(move |r| (m, r)));
        let places = places.flat_map(|(m, r)| (0..columns).map(move |c| (m, r, c)));
        for ((map, row, column), value) in places.zip(values) {
            let sentence = pad.origin(layer, map, row, column);
            let (from, shown) = sentence.rsplit_once(" = ").unwrap();
            // Two decimals of the value, and of each of the six sums and the bias.
            assert!((numbers(shown)[0] - value).abs() <= 0.005 + 1e-12);
            let from = numbers(from.rsplit(": ").next().unwrap());
            match pad.name(layer).as_str() {
                "ReLU" => {
                    assert!(
                        (from[1].max(0.0) - value).abs() <= 0.005 + 1e-12,
                        "{sentence}"
                    )
                }
                "max pooling" => {
                    let most = from.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                    assert_eq!(from.len(), 4);
                    assert!((most - value).abs() <= 0.005 + 1e-12, "{sentence}");
                }
                "second convolution" => {
                    assert_eq!(from.len(), 7);
                    assert!(
                        (from.iter().sum::<f64>() - value).abs() <= 0.036,
                        "{sentence}"
                    );
                }
                _ => {}
            }
            let [from, top, left, bottom, right] =
                pad.patch(layer, map, row, column)[..]
            else {
                panic!("a patch of five")
            };
            assert!(from <= below && top < bottom && bottom <= height);
            assert!(left < right && right <= width);
        }
        assert_eq!(pad.origin(layer, maps, 0, 0), "");
        assert!(pad.patch(layer, 0, rows, 0).is_empty());
    }
}

#[test]
fn weights_come_back_as_they_went_and_others_are_refused() {
    let network = Network::start(5).unwrap();
    let weights = bytes(&network);
    assert_eq!(weights.len(), 4 * 61_706);
    let refusal = Pad::new(280.0, &weights[1..]).unwrap_err();
    assert_eq!(refusal, "246823 bytes of weights: expected 246824");
}

#[test]
fn a_lesson_begins_at_a_guess_and_learns() {
    let records = data::mnist::records().unwrap();
    let mut lesson = Lesson::new(&records, 1).unwrap();
    assert_eq!(lesson.batches(), 125);
    // One of ten, guessed: the loss is ln 10, or about 2.3.
    let first = lesson.step().unwrap();
    assert!((2.0..3.5).contains(&first), "{first}");
    let before = lesson.weights();
    let losses: Vec<f64> = (0..30).map(|_| lesson.step().unwrap()).collect();
    let last = losses[25..].iter().sum::<f64>() / 5.0;
    assert!(last < 0.7 * first, "{losses:?}");
    assert_ne!(lesson.weights(), before);
    assert!(Lesson::new(&records[1..], 1).is_err());
}
