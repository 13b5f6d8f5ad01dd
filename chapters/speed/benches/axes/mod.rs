//! One convolution, along each axis of its size, by the package `direct`.

use direct::convolution;
use speed::Isa;
use speed::book::cases::{Case, numbers};
use speed::book::{Axis, Shape};

/// A case for each size of each axis.
pub fn cases(isa: Isa) -> Vec<Case> {
    let all = Axis::ALL.into_iter();
    let all = all.flat_map(|axis| axis.sizes().iter().map(move |size| (axis, *size)));
    all.map(|(axis, size)| case(isa, axis, size)).collect()
}

fn case(isa: Isa, axis: Axis, size: usize) -> Case {
    let Shape {
        images,
        channels,
        side,
        filters,
        kernel,
        stride,
        padding,
    } = axis.shape(size);
    let shape = direct::Shape {
        images,
        channels,
        height: side,
        width: side,
        filters,
        kernel,
        stride,
        padding,
    };
    let (rows, columns) = shape.output().expect("a shape that fits");
    let x = numbers(images * channels * side * side);
    let w = numbers(filters * channels * kernel * kernel);
    let mut out = vec![0.0; images * filters * rows * columns];
    let operations = axis
        .shape(size)
        .count()
        .expect("a shape that fits")
        .operations;
    Case::new(axis.bench(size), operations, move || {
        convolution(isa, &shape, &x, &w, &mut out).expect("a shape that fits");
    })
}
