//! What holds of any bytes.

use data::Digit;
use digits::{Dataset, LABELS, PIXELS, Sample, distance, nearest};
use ndarray::Array2;
use proptest::collection::vec;
use proptest::prelude::*;

fn sample() -> impl Strategy<Value = Sample> {
    (0..LABELS as u8, vec(any::<u8>(), PIXELS)).prop_map(|(label, pixels)| Sample {
        label,
        pixels: pixels.try_into().unwrap(),
    })
}

/// Some images of four pixels, of which some are alike.
fn images() -> impl Strategy<Value = Vec<Digit>> {
    let image = vec(prop_oneof![Just(0.0), Just(1.0), 0.0..1.0], 4).prop_map(|ink| Digit {
        label: 0,
        pixels: Array2::from_shape_vec((2, 2), ink).unwrap(),
    });
    vec(image, 0..8)
}

proptest! {
    #[test]
    fn no_other_digit_is_nearer_than_the_nearest_and_the_first_of_equals_counts(
        images in images(), i in 0..8_usize,
    ) {
        let others: Vec<usize> = (0..images.len()).filter(|other| *other != i).collect();
        let Some(found) = nearest(&images, i) else {
            prop_assert!(i >= images.len() || others.is_empty());
            return Ok(());
        };
        let to = |other: usize| distance(&images[i], &images[other]);
        prop_assert!(others.contains(&found));
        for other in others {
            prop_assert!(to(found) < to(other) || to(found) == to(other) && found <= other);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..4000)) {
        if let Ok(dataset) = Dataset::from_records(&bytes) {
            prop_assert_eq!(dataset.len() * (1 + PIXELS), bytes.len());
        }
    }

    #[test]
    fn records_are_read_as_they_were_written(samples in vec(sample(), 1..5)) {
        let bytes: Vec<u8> = samples
            .iter()
            .flat_map(|s| std::iter::once(s.label).chain(s.pixels))
            .collect();
        let dataset = Dataset::from_records(&bytes).unwrap();
        prop_assert_eq!(dataset.samples(), &samples[..]);
        prop_assert_eq!(dataset.counts().iter().sum::<usize>(), samples.len());
    }

    #[test]
    fn ink_is_the_byte_over_255_row_by_row(sample in sample()) {
        let image = sample.image();
        prop_assert_eq!(image.dim(), (1, 28, 28));
        for (ink, byte) in image.iter().zip(sample.pixels) {
            prop_assert_eq!(*ink, f64::from(byte) / 255.0);
        }
    }
}
