//! What holds of any bytes.

use data::Digit;
use digits::book::worked::{Surprise, surprise};
use digits::{Dataset, LABELS, PIXELS, Sample, cross_entropy, distance, nearest};
use ndarray::{Array1, Array2};
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
    let image =
        vec(prop_oneof![Just(0.0), Just(1.0), 0.0..1.0], 4).prop_map(|ink| Digit {
            label: 0,
            pixels: Array2::from_shape_vec((2, 2), ink).unwrap(),
        });
    vec(image, 0..8)
}

proptest! {
    #[test]
    fn the_gradient_of_the_loss_is_of_its_central_differences(
        z in vec(-9.0..9.0, 1..12), t in any::<prop::sample::Index>(),
    ) {
        let t = t.index(z.len()) as u8;
        let z = Array1::from(z);
        let loss = |i: usize, h: f64| {
            let mut z = z.clone();
            z[i] += h;
            cross_entropy(&z, t).map(|entropy| entropy.loss)
        };
        for (i, derivative) in cross_entropy(&z, t)?.d_logits.iter().enumerate() {
            let difference = (loss(i, 1e-5)? - loss(i, -1e-5)?) / 2e-5;
            prop_assert!((derivative - difference).abs() < 1e-8, "{} and {}", derivative, difference);
        }
    }

    #[test]
    fn the_gradient_of_the_worked_example_is_of_central_differences(
        z in prop::array::uniform3(-8.0..8.0), t in 0..3_u8,
    ) {
        let with = |z: [f64; 3]| {
            let [z0, z1, z2] = z;
            surprise(&Surprise { z0, z1, z2, t: f64::from(t) }).unwrap()
        };
        for i in 0..3 {
            let loss = |h: f64| {
                let mut z = z;
                z[i] += h;
                with(z).get("loss").unwrap()
            };
            let difference = (loss(1e-5) - loss(-1e-5)) / 2e-5;
            let derivative = with(z).get(&format!("gradient{i}")).unwrap();
            prop_assert!((derivative - difference).abs() < 1e-8, "{} and {}", derivative, difference);
        }
    }

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
