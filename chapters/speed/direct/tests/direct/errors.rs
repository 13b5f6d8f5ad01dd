//! What is no shape, or has another length than its shape, is an error and never a panic.

use direct::{Error, Isa, Pooling, Shape};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_shape_panics(sizes in prop::array::uniform8(prop_oneof![
        0..4_usize, Just(usize::MAX), Just(1 << 28), Just(1 << 32), Just(1 << 63),
    ])) {
        let [images, channels, height, width, filters, kernel, stride, padding] = sizes;
        let shape = Shape { images, channels, height, width, filters, kernel, stride, padding };
        let pooling = Pooling { images, channels, height, width, window: kernel, stride };
        let (x, mut out) = ([0.0_f32; 1], [0.0; 1]);
        for isa in Isa::all() {
            let done = direct::convolution(isa, &shape, &x, &x, &mut out);
            let last = direct::convolution_nhwc(isa, &shape, &x, &x, &mut out);
            assert_eq!(done, last);
            assert!(done.is_ok() || shape.output().is_err() || matches!(done, Err(Error::Length { .. })));
            let _ = direct::max_pool(isa, &pooling, &x, &mut out);
            let _ = direct::average_pool(isa, &pooling, &x, &mut out);
        }
    }
}

const SHAPE: Shape = Shape {
    images: 2,
    channels: 3,
    height: 8,
    width: 9,
    filters: 4,
    kernel: 3,
    stride: 1,
    padding: 0,
};

#[test]
fn a_shape_that_is_none_is_refused() {
    let refused = |shape: Shape, text: &str| {
        assert_eq!(shape.output().unwrap_err().to_string(), text);
        let error = direct::convolution::<f32>(Isa::best(), &shape, &[], &[], &mut []);
        assert_eq!(error.unwrap_err().to_string(), text);
    };
    refused(
        Shape { images: 0, ..SHAPE },
        "0 images: expected at least 1",
    );
    refused(
        Shape {
            channels: 0,
            ..SHAPE
        },
        "0 channels: expected at least 1",
    );
    refused(Shape { height: 0, ..SHAPE }, "0 rows: expected at least 1");
    refused(
        Shape { width: 0, ..SHAPE },
        "0 columns: expected at least 1",
    );
    refused(
        Shape {
            filters: 0,
            ..SHAPE
        },
        "0 filters: expected at least 1",
    );
    refused(
        Shape { kernel: 0, ..SHAPE },
        "0 pixels along a side of the kernel: expected at least 1",
    );
    refused(
        Shape { stride: 0, ..SHAPE },
        "a stride of 0 never leaves the first window: expected at least 1",
    );
    refused(
        Shape {
            kernel: 11,
            padding: 1,
            ..SHAPE
        },
        "a kernel of 11×11 does not fit on an image of 8×9 with padding 1",
    );
    let most = usize::MAX;
    for shape in [
        Shape {
            padding: most,
            ..SHAPE
        },
        Shape {
            images: most,
            ..SHAPE
        },
        Shape {
            filters: most,
            ..SHAPE
        },
        Shape {
            height: most,
            width: most,
            ..SHAPE
        },
        Shape {
            padding: 1 << 14,
            ..SHAPE
        },
    ] {
        let error = shape.output().unwrap_err();
        assert!(matches!(error, Error::TooLarge(_)), "{shape:?}: {error}");
    }
}

#[test]
fn memory_of_another_length_is_refused() {
    let (x, w, mut out) = (vec![0.0_f32; 432], vec![0.0; 108], vec![0.0; 336]);
    let isa = Isa::best();
    let mut convolve = |x: &[f32], w: &[f32], short: usize| {
        let out = &mut out[short..];
        direct::convolution(isa, &SHAPE, x, w, out).map_err(|error| error.to_string())
    };
    assert_eq!(convolve(&x, &w, 0), Ok(()));
    let expected = |what: &str| Err(what.to_string());
    assert_eq!(
        convolve(&x[1..], &w, 0),
        expected("x has 431 values: expected 432")
    );
    assert_eq!(
        convolve(&x, &w[1..], 0),
        expected("w has 107 values: expected 108")
    );
    assert_eq!(
        convolve(&x, &w, 1),
        expected("out has 335 values: expected 336")
    );
    let error = direct::neuron(isa, &[1.0], &[1.0, 2.0], 0.0).unwrap_err();
    assert_eq!(error.to_string(), "x has 2 values: expected 1");
}

#[test]
fn each_wrong_shape_has_its_error() {
    let good = Shape {
        images: 2,
        channels: 1,
        height: 4,
        width: 5,
        filters: 3,
        kernel: 2,
        stride: 1,
        padding: 0,
    };
    assert_eq!(good.output(), Ok((3, 4)));
    let of = |shape: Shape| shape.output().unwrap_err();
    assert_eq!(of(Shape { images: 0, ..good }), Error::Zero("images"));
    assert_eq!(
        of(Shape {
            channels: 0,
            ..good
        }),
        Error::Zero("channels")
    );
    assert_eq!(of(Shape { height: 0, ..good }), Error::Zero("rows"));
    assert_eq!(of(Shape { width: 0, ..good }), Error::Zero("columns"));
    assert_eq!(of(Shape { filters: 0, ..good }), Error::Zero("filters"));
    let pixels = Error::Zero("pixels along a side of the kernel");
    assert_eq!(of(Shape { kernel: 0, ..good }), pixels);
    assert_eq!(of(Shape { stride: 0, ..good }), Error::ZeroStride);
    let too_large = Error::KernelTooLarge {
        kernel: 5,
        height: 4,
        width: 5,
        padding: 0,
    };
    assert_eq!(of(Shape { kernel: 5, ..good }), too_large);
    let padded = Error::TooLarge("an image with its padding");
    assert_eq!(
        of(Shape {
            padding: usize::MAX,
            ..good
        }),
        padded
    );
    assert_eq!(
        of(Shape {
            padding: 1 << 14,
            ..good
        }),
        padded
    );
    assert_eq!(
        of(Shape {
            images: 1 << 26,
            ..good
        }),
        Error::TooLarge("the input")
    );
    assert_eq!(
        of(Shape {
            filters: 1 << 27,
            ..good
        }),
        Error::TooLarge("the output")
    );
}

#[test]
fn memory_of_another_length_is_named() {
    let shape = Shape {
        images: 2,
        channels: 1,
        height: 4,
        width: 5,
        filters: 3,
        kernel: 2,
        stride: 1,
        padding: 0,
    };
    let isa = Isa::best();
    let (x, w, mut out) = ([0.0_f32; 40], [0.0; 12], [0.0; 72]);
    let length = |what, expected, found| {
        Err(Error::Length {
            what,
            expected,
            found,
        })
    };
    let short = direct::convolution(isa, &shape, &x[1..], &w, &mut out);
    assert_eq!(short, length("x", 40, 39));
    let short = direct::convolution(isa, &shape, &x, &w[1..], &mut out);
    assert_eq!(short, length("w", 12, 11));
    let short = direct::convolution_nhwc(isa, &shape, &x, &w, &mut out[1..]);
    assert_eq!(short, length("out", 72, 71));
    let pool = Pooling {
        images: 1,
        channels: 2,
        height: 4,
        width: 5,
        window: 2,
        stride: 2,
    };
    let long = direct::max_pool(isa, &pool, &x, &mut out);
    assert_eq!(long, length("out", 8, 72));
    let short = direct::average_pool(isa, &pool, &x[2..], &mut out[..8]);
    assert_eq!(short, length("x", 40, 38));
    assert_eq!(
        direct::neuron(isa, &[1.0; 2], &[1.0; 3], 0.0),
        Err(Error::Length {
            what: "x",
            expected: 2,
            found: 3,
        })
    );
    let text = length("w", 12, 11).unwrap_err().to_string();
    assert_eq!(text, "w has 11 values: expected 12");
}
