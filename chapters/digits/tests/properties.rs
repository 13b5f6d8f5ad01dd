//! What holds of any bytes.

use digits::{Dataset, LABELS, PIXELS, Sample};
use proptest::collection::vec;
use proptest::prelude::*;

fn sample() -> impl Strategy<Value = Sample> {
    (0..LABELS as u8, vec(any::<u8>(), PIXELS)).prop_map(|(label, pixels)| Sample {
        label,
        pixels: pixels.try_into().unwrap(),
    })
}

proptest! {
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
