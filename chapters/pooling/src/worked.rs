//! The chapter's worked examples.

use convolution::{Convolution, dense_parameters, reads};
use ndarray::{Array1, Array3, Array4, array};
use plate::{Outputs, Refusal};
use pooling::{
    Measured, Motion, Summary, Window, apart, average_pool, growth, max_pool, measured, shifts,
    turns,
};

plate::inputs! {
    /// One window of four values.
    pub struct Four = "one-window" {
        /// above left
        a = 1.0 in -8.0..=8.0 by 1.0,
        /// above right
        b = 2.0 in -8.0..=8.0 by 1.0,
        /// below left
        c = 5.0 in -8.0..=8.0 by 1.0,
        /// below right
        d = 6.0 in -8.0..=8.0 by 1.0,
    }
}

/// The largest value, `max`, its `row` and `column`, and the `average`.
///
/// # Errors
/// None: the window fits.
pub fn one_window(four: &Four) -> Result<Outputs, Refusal> {
    let image = array![[[four.a, four.b], [four.c, four.d]]];
    let window = Window { size: 2, stride: 1 };
    let max = max_pool(&image, window)?;
    let (row, column) = max.at[[0, 0, 0]];
    Ok(Outputs::new()
        .with("max", max.values[[0, 0, 0]])
        .with("row", row as f64)
        .with("column", column as f64)
        .with("average", average_pool(&image, window)?[[0, 0, 0]]))
}

plate::inputs! {
    /// A ramp of four by four, pooled by windows of two by two; the notebook's image to begin with.
    pub struct PooledRamp = "pooled-ramp" {
        /// the pixel in the first corner
        first = 1.0 in -8.0..=8.0 by 1.0,
        /// what a step to the right adds
        right = 1.0 in -8.0..=8.0 by 1.0,
        /// what a step down adds
        down = 4.0 in -8.0..=8.0 by 1.0,
    }
}

/// The four maxima, `max1` to `max4`, and the four averages, `average1` to `average4`.
///
/// # Errors
/// None: the window fits.
pub fn pooled_ramp(ramp: &PooledRamp) -> Result<Outputs, Refusal> {
    let image = Array3::from_shape_fn((1, 4, 4), |(_, row, column)| {
        ramp.first + ramp.down * row as f64 + ramp.right * column as f64
    });
    let window = Window { size: 2, stride: 2 };
    Ok(Outputs::new()
        .with_each("max", max_pool(&image, window)?.values)
        .with_each("average", average_pool(&image, window)?))
}

plate::inputs! {
    /// Windows over the notebook's image of four by four.
    pub struct Windows = "pooling-windows" {
        /// pixels along one side of a window
        size = 2.0 in 1.0..=4.0 by 1.0,
        /// the stride
        stride = 2.0 in 1.0..=4.0 by 1.0,
    }
}

impl Windows {
    /// The window.
    pub fn window(&self) -> Window {
        let [size, stride] = [self.size, self.stride].map(whole);
        Window { size, stride }
    }
}

/// The image of source 001, 1 to 16 in four rows, as one channel.
pub fn notebook_image() -> Array3<f64> {
    Array3::from_shape_fn((1, 4, 4), |(_, row, column)| (4 * row + column + 1) as f64)
}

/// Windows along one side (`out`) and in all (`windows`); the first window's `max` and `average`;
/// pixels that are in several windows (`shared`) and in none (`unread`).
///
/// # Errors
/// As [`Window::output_shape`].
pub fn windows(windows: &Windows) -> Result<Outputs, Refusal> {
    let (image, window) = (notebook_image(), windows.window());
    let max = max_pool(&image, window)?.values;
    let average = average_pool(&image, window)?;
    let along = reads(4, window.size, window.stride, 0)?;
    // A pixel is in as many windows as its row times as its column.
    let pixels = along
        .iter()
        .flat_map(|row| along.iter().map(move |column| row * column));
    let count = |wanted: fn(&usize) -> bool| pixels.clone().filter(wanted).count() as f64;
    Ok(Outputs::new()
        .with("out", max.dim().2 as f64)
        .with("windows", max.len() as f64)
        .with("max", max[[0, 0, 0]])
        .with("average", average[[0, 0, 0]])
        .with("shared", count(|reads| *reads > 1))
        .with("unread", count(|reads| *reads == 0)))
}

plate::inputs! {
    /// What pooling leaves to learn to the layers after it.
    pub struct AfterPooling = "after-pooling" {
        /// feature maps
        maps = 6.0 in 1.0..=16.0 by 1.0,
        /// pixels along one side of each map
        side = 24.0 in 8.0..=64.0 by 1.0,
        /// the window's side, and its stride
        size = 2.0 in 2.0..=4.0 by 1.0,
        /// neurons of a dense layer that comes next
        neurons = 10.0 in 1.0..=100.0 by 1.0,
        /// filters of a convolutional layer that comes next
        filters = 16.0 in 1.0..=64.0 by 1.0,
        /// pixels along one side of its kernels
        k = 3.0 in 1.0..=3.0 by 2.0,
    }
}

/// Pixels along one side after pooling (`pooled`) and in all maps before and after (`values`,
/// `fewer`); the parameters of a dense layer on either (`dense`, `dense_pooled`); those of a
/// convolutional layer (`layer`) and its multiplications on either (`products`, `products_pooled`).
///
/// # Errors
/// As [`Window::output_shape`] and [`Convolution::output_shape`].
pub fn after_pooling(after: &AfterPooling) -> Result<Outputs, Refusal> {
    let [maps, side, size] = [after.maps, after.side, after.size].map(whole);
    let [neurons, filters, k] = [after.neurons, after.filters, after.k].map(whole);
    let layer = Convolution {
        kernels: Array4::zeros((filters, maps, k, k)),
        bias: Array1::zeros(filters),
        stride: 1,
        padding: 0,
    };
    let full = (maps, side, side);
    let pooled = Window { size, stride: size }.output_shape(full)?;
    let values = |(c, h, w)| c * h * w;
    let products = |shape| Ok::<_, Refusal>(values(layer.output_shape(shape)?) * maps * k * k);
    Ok(Outputs::new()
        .with("pooled", pooled.1 as f64)
        .with("values", values(full) as f64)
        .with("fewer", values(pooled) as f64)
        .with("dense", dense_parameters(values(full), neurons)? as f64)
        .with(
            "dense_pooled",
            dense_parameters(values(pooled), neurons)? as f64,
        )
        .with("layer", layer.parameters() as f64)
        .with("products", products(full)? as f64)
        .with("products_pooled", products(pooled)? as f64))
}

plate::inputs! {
    /// The book's twenty digits, moved, pooled and compared.
    pub struct Invariance = "pooling-invariance" {
        /// the window's side, and its stride
        size = 2.0 in 2.0..=7.0 by 1.0,
        /// a shift in pixels, in each of four directions
        shift = 2.0 in 0.5..=4.0 by 0.5,
        /// a turn in degrees, in both directions
        degrees = 20.0 in 5.0..=30.0 by 5.0,
        /// growth in percent
        percent = 20.0 in 5.0..=30.0 by 5.0,
    }
}

/// The ways to sum up a digit that are compared, by name.
pub fn compared(size: f64) -> [(&'static str, Summary); 4] {
    let size = whole(size);
    let window = Window { size, stride: size };
    [
        ("pixels", Summary::Pixels),
        ("every", Summary::Every(window)),
        ("average", Summary::Average(window)),
        ("max", Summary::Max(window)),
    ]
}

/// For half the shift (`near`), the shift, the turn and the growth, and for each way of summing up: the change (`shift_pixels`,
/// `shift_every`, `shift_average`, `shift_max`, `turn_pixels`, …), its share of what lies between
/// two different digits (`shift_share_pixels`, …), and how many of the moved digits are still
/// nearest to where they were, out of 1 (`shift_kept_pixels`, …). Summed up, two different digits
/// are `apart_every`, `apart_average`, `apart_max` from each other.
///
/// # Errors
/// As [`measured`].
pub fn invariance(claim: &Invariance) -> Result<Outputs, Refusal> {
    let digits = data::digits();
    let kinds: [(&str, Vec<Motion>); 4] = [
        ("near", shifts(claim.shift / 2.0).to_vec()),
        ("shift", shifts(claim.shift).to_vec()),
        ("turn", turns(claim.degrees).to_vec()),
        ("grow", growth(claim.percent).to_vec()),
    ];
    let mut outputs = Outputs::new();
    for (kind, motions) in &kinds {
        for (name, by) in compared(claim.size) {
            let Measured {
                change,
                share,
                kept,
            } = measured(digits, motions, by)?;
            outputs = outputs
                .with(format!("{kind}_{name}"), change)
                .with(format!("{kind}_share_{name}"), share)
                .with(format!("{kind}_kept_{name}"), kept);
        }
    }
    for (name, by) in compared(claim.size).into_iter().skip(1) {
        outputs = outputs.with(format!("apart_{name}"), apart(digits, by)?);
    }
    Ok(outputs)
}

/// The whole number nearest to an input; what is below 0 or no number is 0.
pub fn whole(input: f64) -> usize {
    input.round() as usize
}
