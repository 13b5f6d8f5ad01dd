//! What a pixel of a map is said to come from gives that pixel.

use convolution::Convolution;
use digits::origin::{pool, terms};
use ndarray::{Array1, Array3, Array4};
use pooling::{Window, max_pool};
use proptest::prelude::*;
use rand::{RngExt, SeedableRng};
use rand_pcg::Pcg64;

prop_compose! {
    fn layers()(
        (filters, channels, k, l) in (1..4_usize, 1..4_usize, 1..5_usize, 1..5_usize),
        (more, further) in (0..6_usize, 0..6_usize),
        (stride, padding) in (1..4_usize, 0..3_usize),
        seed in any::<u64>(),
    ) -> (Convolution, Array3<f64>) {
        let mut random = Pcg64::seed_from_u64(seed);
        let mut number = || random.random_range(-1.0..1.0);
        let layer = Convolution {
            kernels: Array4::from_shape_simple_fn((filters, channels, k, l), &mut number),
            bias: Array1::from_shape_simple_fn(filters, &mut number),
            stride,
            padding,
        };
        let image = Array3::from_shape_simple_fn((channels, k + more, l + further), number);
        (layer, image)
    }
}

proptest! {
    #[test]
    fn the_products_add_up_to_the_pixel((layer, image) in layers()) {
        let z = layer.forward(&image).unwrap();
        for (at, z) in z.indexed_iter() {
            let terms = terms(&layer, &image, at).unwrap();
            prop_assert_eq!(terms.len(), image.dim().0);
            let sum = terms.iter().flatten().fold(0.0, |sum, term| sum + term.w * term.x);
            prop_assert_eq!(sum + layer.bias[at.0], *z);
        }
        let (filters, rows, columns) = z.dim();
        for outside in [(filters, 0, 0), (0, rows, 0), (0, 0, columns)] {
            prop_assert_eq!(terms(&layer, &image, outside), None);
        }
    }

    #[test]
    fn the_largest_of_the_window_is_the_pixel((_, image) in layers(), size in 1..4_usize, stride in 1..4_usize) {
        let window = Window { size, stride };
        let Ok(pooled) = max_pool(&image, window) else { return Ok(()) };
        for (at, y) in pooled.values.indexed_iter() {
            let window = pool(&image, window, at).unwrap();
            prop_assert_eq!(window.len(), size * size);
            prop_assert_eq!(window.into_iter().fold(f64::NEG_INFINITY, f64::max), *y);
        }
    }
}
