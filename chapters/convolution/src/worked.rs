//! The chapter's worked examples.

use convolution::kernels::{BLUR, IDENTITY, Kernel3, NOTEBOOK, SHARPEN, SOBEL_DOWN, SOBEL_RIGHT};
use convolution::{
    Convolution, Error, convolve, convolve_sequences, cross_correlate, dense_parameters,
    difference, output_len, reads, receptive_field, shifted,
};
use data::Digit;
use ndarray::{Array1, Array2, Array4, arr1, arr2, array};
use plate::{Outputs, Refusal};

plate::inputs! {
    /// The notebook's kernel at one place of the notebook's image.
    pub struct Sliding = "sliding" {
        /// the row of the window, counted from 0
        row = 0.0 in 0.0..=2.0 by 1.0,
        /// the column of the window, counted from 0
        column = 1.0 in 0.0..=2.0 by 1.0,
        /// the kernel's weight above left
        w1 = -1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight above right
        w2 = -1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight below left
        w3 = 1.0 in -2.0..=2.0 by 1.0,
        /// the kernel's weight below right
        w4 = 1.0 in -2.0..=2.0 by 1.0,
    }
}

/// The image of source 001: 1 to 16 in four rows.
pub fn notebook_image() -> Array2<f64> {
    Array2::from_shape_fn((4, 4), |(row, column)| (4 * row + column + 1) as f64)
}

impl Sliding {
    /// The window's row and column.
    pub fn place(&self) -> (usize, usize) {
        (whole(self.row), whole(self.column))
    }

    /// The kernel.
    pub fn kernel(&self) -> Array2<f64> {
        array![[self.w1, self.w2], [self.w3, self.w4]]
    }
}

/// The pixels below the window, `x1` to `x4`, each times its weight, `p1` to `p4`, their sum `y`,
/// what true `convolution` gives there, and the whole feature map row by row, `map1` to `map9`.
///
/// # Errors
/// A refusal for a window outside the image.
pub fn sliding(sliding: &Sliding) -> Result<Outputs, Refusal> {
    let (image, kernel, at) = (notebook_image(), sliding.kernel(), sliding.place());
    let map = cross_correlate(&image, &kernel, 1, 0)?;
    let convolution = convolve(&image, &kernel, 1, 0)?;
    let below = kernel.indexed_iter().filter_map(|((u, v), w)| {
        let x = image.get((at.0 + u, at.1 + v))?;
        Some((*x, w * x))
    });
    let (x, products): (Vec<f64>, Vec<f64>) = below.unzip();
    let outside = "the window lies outside the image";
    Ok(Outputs::new()
        .with_each("x", x)
        .with_each("p", products)
        .with("y", *map.get(at).ok_or(outside)?)
        .with("convolution", *convolution.get(at).ok_or(outside)?)
        .with_each("map", map))
}

plate::inputs! {
    /// A ramp of four by four: every step to the right or down adds the same.
    pub struct Ramp = "ramp" {
        /// the pixel in the first corner
        first = 1.0 in -8.0..=8.0 by 1.0,
        /// what a step to the right adds
        right = 1.0 in -8.0..=8.0 by 1.0,
        /// what a step down adds
        down = 4.0 in -8.0..=8.0 by 1.0,
    }
}

/// The pixel in the `last` corner; what the notebook's kernel `answer`s everywhere; and what the
/// same kernel answers when it lies on its side (`sideways`).
///
/// # Errors
/// None: the shapes fit.
pub fn ramp(ramp: &Ramp) -> Result<Outputs, Refusal> {
    let image = Array2::from_shape_fn((4, 4), |(row, column)| {
        ramp.first + ramp.down * row as f64 + ramp.right * column as f64
    });
    let kernel = arr2(&NOTEBOOK);
    let sideways = kernel.t().to_owned();
    Ok(Outputs::new()
        .with("last", image[[3, 3]])
        .with("answer", cross_correlate(&image, &kernel, 1, 0)?[[0, 0]])
        .with(
            "sideways",
            cross_correlate(&image, &sideways, 1, 0)?[[0, 0]],
        ))
}

plate::inputs! {
    /// Two short sequences, convolved by the notebook's equation.
    pub struct Sequences = "sequences" {
        /// f(0)
        f0 = 1.0 in -4.0..=4.0 by 1.0,
        /// f(1)
        f1 = 2.0 in -4.0..=4.0 by 1.0,
        /// f(2)
        f2 = 4.0 in -4.0..=4.0 by 1.0,
        /// g(0)
        g0 = -1.0 in -4.0..=4.0 by 1.0,
        /// g(1)
        g1 = 1.0 in -4.0..=4.0 by 1.0,
    }
}

/// (f ∗ g)(t) for t = 0 to 3 as `t0` to `t3`, and what sliding g over f without flipping it gives
/// at its two places: `slid0`, `slid1`.
///
/// # Errors
/// None: the shapes fit.
pub fn sequences(s: &Sequences) -> Result<Outputs, Refusal> {
    let (f, g) = ([s.f0, s.f1, s.f2], [s.g0, s.g1]);
    let slid = cross_correlate(&arr2(&[f]), &arr2(&[g]), 1, 0)?;
    let convolved = convolve_sequences(&f, &g);
    let names = ["t0", "t1", "t2", "t3", "slid0", "slid1"];
    let values = convolved.into_iter().chain(slid);
    Ok(names
        .into_iter()
        .zip(values)
        .fold(Outputs::new(), |outputs, (name, value)| {
            outputs.with(name, value)
        }))
}

plate::inputs! {
    /// What a kernel reads along one side of a square image.
    pub struct StridePadding = "stride-padding" {
        /// pixels along one side of the image
        n = 6.0 in 4.0..=12.0 by 1.0,
        /// pixels along one side of the kernel
        k = 3.0 in 1.0..=5.0 by 1.0,
        /// the stride
        s = 2.0 in 1.0..=4.0 by 1.0,
        /// zeros on each side
        p = 0.0 in 0.0..=3.0 by 1.0,
    }
}

/// How far the kernel can `travel`, the `steps` that are in it before the floor, windows along one
/// side (`out`), pixels along one side that no window reads (`unread`), and so many in the whole
/// image (`lost`).
///
/// # Errors
/// As [`output_len`].
pub fn stride_padding(side: &StridePadding) -> Result<Outputs, Refusal> {
    let [n, k, s, p] = [side.n, side.k, side.s, side.p].map(whole);
    let read = reads(n, k, s, p)?.iter().filter(|r| **r > 0).count();
    let travel = side.n + 2.0 * side.p - side.k;
    Ok(Outputs::new()
        .with("travel", travel)
        .with("steps", travel / side.s)
        .with("out", output_len(n, k, s, p)? as f64)
        .with("unread", (n - read) as f64)
        .with("lost", (n * n - read * read) as f64))
}

plate::inputs! {
    /// The size of a digit's feature map.
    pub struct Sizes = "sizes" {
        /// pixels along one side of the digit
        n = 28.0 in 12.0..=64.0 by 1.0,
        /// pixels along one side of the kernel
        k = 3.0 in 1.0..=11.0 by 2.0,
        /// a stride above 1
        s = 2.0 in 2.0..=4.0 by 1.0,
        /// zeros on each side
        p = 1.0 in 1.0..=5.0 by 1.0,
    }
}

/// Values along one side of the map: `plain`, with padding (`padded`), with the stride (`strided`)
/// and with `both`; pixels along one side and in the whole image that the strided one never reads
/// (`unread`, `lost`); and how many multiplications the `padded` map costs (`products`).
///
/// # Errors
/// As [`output_len`].
pub fn sizes(sizes: &Sizes) -> Result<Outputs, Refusal> {
    let [n, k, s, p] = [sizes.n, sizes.k, sizes.s, sizes.p].map(whole);
    let read = reads(n, k, s, 0)?.iter().filter(|r| **r > 0).count();
    let padded = output_len(n, k, 1, p)?;
    Ok(Outputs::new()
        .with("pixels", (n * n) as f64)
        .with("plain", output_len(n, k, 1, 0)? as f64)
        .with("padded", padded as f64)
        .with("strided", output_len(n, k, s, 0)? as f64)
        .with("both", output_len(n, k, s, p)? as f64)
        .with("unread", (n - read) as f64)
        .with("lost", (n * n - read * read) as f64)
        .with("products", (padded * padded * k * k) as f64))
}

plate::inputs! {
    /// A sheet of one grey, blurred with zeros around it.
    pub struct Border = "border" {
        /// the grey
        paper = 1.0 in 0.1..=1.0 by 0.1,
    }
}

/// What the blurring kernel answers `inside`, at an `edge` and in a `corner` of the sheet.
///
/// # Errors
/// None: the shapes fit.
pub fn border(border: &Border) -> Result<Outputs, Refusal> {
    let sheet = Array2::from_elem((5, 5), border.paper);
    let map = cross_correlate(&sheet, &arr2(&BLUR), 1, 1)?;
    Ok(Outputs::new()
        .with("inside", map[[2, 2]])
        .with("edge", map[[0, 2]])
        .with("corner", map[[0, 0]]))
}

plate::inputs! {
    /// One of the book's digits under the kernels.
    pub struct WhichDigit = "feature-maps" {
        /// which of the twenty digits: two of each label, from 0
        digit = 10.0 in 0.0..=19.0 by 1.0,
    }
}

/// The book's digit of that number.
///
/// # Errors
/// A refusal for a number that no digit has.
pub fn digit(number: f64) -> Result<&'static Digit, Refusal> {
    let digit = data::digits().get(whole(number));
    digit.ok_or_else(|| format!("there is no digit number {number}").into())
}

/// The kernels that the chapter shows, by name.
pub const SHOWN: [(&str, Kernel3); 5] = [
    ("identity", IDENTITY),
    ("blur", BLUR),
    ("sharpen", SHARPEN),
    ("sobel_down", SOBEL_DOWN),
    ("sobel_right", SOBEL_RIGHT),
];

/// What the digit is meant to be (`label`), how many of its pixels hold any ink (`inked`) and all
/// their ink together (`ink`), and for each of the [`SHOWN`] kernels but the identity the map's
/// smallest and largest value (`blur_min`, `blur_max`, …), with zeros around the digit.
///
/// # Errors
/// As [`digit`].
pub fn feature_maps(which: &WhichDigit) -> Result<Outputs, Refusal> {
    let Digit { label, pixels } = digit(which.digit)?;
    let mut outputs = Outputs::new()
        .with("label", f64::from(*label))
        .with(
            "inked",
            pixels.iter().filter(|ink| **ink > 0.0).count() as f64,
        )
        .with("ink", pixels.iter().fold(0.0, |sum, ink| sum + ink));
    for (name, kernel) in SHOWN.iter().filter(|(name, _)| *name != "identity") {
        let map = cross_correlate(pixels, &arr2(kernel), 1, 1)?;
        let (min, max) = (
            map.fold(0.0, |a: f64, b| a.min(*b)),
            map.fold(0.0, |a: f64, b| a.max(*b)),
        );
        // A blur of ink has no value below 0: its minimum says nothing.
        if *name != "blur" {
            outputs = outputs.with(format!("{name}_min"), min);
        }
        outputs = outputs.with(format!("{name}_max"), max);
    }
    Ok(outputs)
}

plate::inputs! {
    /// Two pixels of three colours side by side, under one kernel through the full depth.
    pub struct Depth = "depth" {
        /// red, left pixel
        r1 = 0.9 in 0.0..=1.0 by 0.1,
        /// green, left pixel
        g1 = 0.4 in 0.0..=1.0 by 0.1,
        /// blue, left pixel
        b1 = 0.2 in 0.0..=1.0 by 0.1,
        /// red, right pixel
        r2 = 0.2 in 0.0..=1.0 by 0.1,
        /// green, right pixel
        g2 = 0.6 in 0.0..=1.0 by 0.1,
        /// blue, right pixel
        b2 = 0.7 in 0.0..=1.0 by 0.1,
        /// the kernel's weight on red: as it is on the left, its negative on the right
        red = 1.0 in -2.0..=2.0 by 0.5,
        /// the kernel's weight on green
        green = 0.5 in -2.0..=2.0 by 0.5,
        /// the kernel's weight on blue
        blue = -1.0 in -2.0..=2.0 by 0.5,
        /// the bias
        bias = 0.1 in -1.0..=1.0 by 0.1,
    }
}

/// What each channel adds (`from_red`, `from_green`, `from_blue`), the answer `z`, and the
/// brightness of each pixel, `grey1` and `grey2`, with what is between them: `grey`.
///
/// # Errors
/// None: the shapes fit.
pub fn depth(d: &Depth) -> Result<Outputs, Refusal> {
    let layer = Convolution {
        kernels: array![[
            [[d.red, -d.red]],
            [[d.green, -d.green]],
            [[d.blue, -d.blue]]
        ]],
        bias: arr1(&[d.bias]),
        stride: 1,
        padding: 0,
    };
    let image = array![[[d.r1, d.r2]], [[d.g1, d.g2]], [[d.b1, d.b2]]];
    let (grey1, grey2) = ((d.r1 + d.g1 + d.b1) / 3.0, (d.r2 + d.g2 + d.b2) / 3.0);
    Ok(Outputs::new()
        .with("from_red", d.red * d.r1 - d.red * d.r2)
        .with("from_green", d.green * d.g1 - d.green * d.g2)
        .with("from_blue", d.blue * d.b1 - d.blue * d.b2)
        .with("z", layer.forward(&image)?[[0, 0, 0]])
        .with("grey1", grey1)
        .with("grey2", grey2)
        .with("grey", grey1 - grey2))
}

plate::inputs! {
    /// What a convolutional layer has to learn, and what a dense one would.
    pub struct Parameters = "parameters" {
        /// pixels along one side of the image
        side = 28.0 in 12.0..=64.0 by 1.0,
        /// channels of the image
        channels = 1.0 in 1.0..=8.0 by 1.0,
        /// pixels along one side of a kernel
        k = 5.0 in 1.0..=11.0 by 2.0,
        /// filters
        filters = 6.0 in 1.0..=16.0 by 1.0,
    }
}

/// Weights of one `kernel`, parameters of the `layer`; values that go `in` and come `out` of it,
/// and `map` along one side; the parameters of a `dense` layer from as many to as many.
///
/// # Errors
/// As [`output_len`] and [`dense_parameters`].
pub fn parameters(p: &Parameters) -> Result<Outputs, Refusal> {
    let [side, channels, k, filters] = [p.side, p.channels, p.k, p.filters].map(whole);
    let layer = Convolution {
        kernels: Array4::zeros((filters, channels, k, k)),
        bias: Array1::zeros(filters),
        stride: 1,
        padding: 0,
    };
    let (_, rows, columns) = layer.output_shape((channels, side, side))?;
    let (inputs, outputs) = (channels * side * side, filters * rows * columns);
    Ok(Outputs::new()
        .with("kernel", (channels * k * k) as f64)
        .with("layer", layer.parameters() as f64)
        .with("in", inputs as f64)
        .with("map", rows as f64)
        .with("out", outputs as f64)
        .with("dense", dense_parameters(inputs, outputs)? as f64))
}

plate::inputs! {
    /// A digit moves to the right below Sobel's kernel.
    pub struct Moving = "moving" {
        /// which of the twenty digits
        digit = 10.0 in 0.0..=19.0 by 1.0,
        /// by how many pixels it moves to the right
        right = 1.0 in 1.0..=4.0 by 1.0,
    }
}

/// How far the feature map is from where it was (`moved`); and at stride 2, from the nearest map
/// that is the old one moved by a whole step (`strided`). Both are in units of the old map.
///
/// # Errors
/// As [`digit`].
pub fn moving(moving: &Moving) -> Result<Outputs, Refusal> {
    let before = &digit(moving.digit)?.pixels;
    let right = whole(moving.right) as isize;
    let after = shifted(before, 0, right);
    let kernel = arr2(&SOBEL_RIGHT);
    let map = |image, stride| cross_correlate(image, &kernel, stride, 1);
    let (old, new) = (map(before, 2)?, map(&after, 2)?);
    let lower = difference(&shifted(&old, 0, right / 2), &new)?;
    let upper = difference(&shifted(&old, 0, (right + 1) / 2), &new)?;
    Ok(Outputs::new()
        .with("moved", difference(&map(before, 1)?, &map(&after, 1)?)?)
        .with("strided", lower.min(upper)))
}

plate::inputs! {
    /// How much of the image a value sees after several layers.
    pub struct Reach = "receptive-field" {
        /// layers
        layers = 3.0 in 1.0..=8.0 by 1.0,
        /// pixels along one side of each kernel
        k = 3.0 in 2.0..=7.0 by 1.0,
        /// a stride above 1
        s = 2.0 in 2.0..=4.0 by 1.0,
    }
}

/// Pixels along one side that a value sees at stride 1 (`plain`) and at that stride (`strided`).
///
/// # Errors
/// As [`receptive_field`].
pub fn reach(reach: &Reach) -> Result<Outputs, Refusal> {
    let [layers, k, s] = [reach.layers, reach.k, reach.s].map(whole);
    let after = |s| Ok::<f64, Error>(receptive_field(&vec![(k, s); layers])? as f64);
    Ok(Outputs::new()
        .with("plain", after(1)?)
        .with("strided", after(s)?))
}

/// The whole number nearest to an input; what is below 0 or no number is 0.
pub fn whole(input: f64) -> usize {
    input.round() as usize
}
