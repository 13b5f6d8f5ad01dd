//! The claim of invariance on the book's digits, quickly enough for a slider: the numbers of
//! [`measured`](crate::measured), to the same bits.

use data::SIDE;
use ndarray::Array2;
use pooling::{Error, Motion, Summary, Window, moved, summary};
use std::iter::repeat_n;
use std::sync::LazyLock;

/// An image or a map of one, row after row.
type Map = Vec<f64>;

/// The book's digits after each of some motions.
pub struct Moved {
    /// The first digit after each motion, then the second, and so on.
    images: Vec<Map>,
    motions: usize,
}

impl Moved {
    /// Moves every digit by every motion, as [`moved`] does. Where the pixels of a moved image come
    /// from is the same for all digits, and is computed once.
    ///
    /// # Errors
    /// [`Error::Nothing`] for no motions, and as [`moved`].
    pub fn by(motions: &[Motion]) -> Result<Self, Error> {
        if motions.is_empty() {
            return Err(Error::Nothing);
        }
        let shares: Result<Vec<_>, _> =
            motions.iter().map(|motion| shares(*motion)).collect();
        let shares = shares?;
        let mut images = Vec::with_capacity(data::digits().len() * motions.len());
        for digit in data::digits() {
            let before: Map = digit.pixels.iter().copied().collect();
            for shares in &shares {
                let mut after = vec![0.0; before.len()];
                for Share { to, from, share } in shares {
                    after[*to] += share * before[*from];
                }
                images.push(after);
            }
        }
        let motions = motions.len();
        Ok(Self { images, motions })
    }

    /// Each image with the number of its digit.
    fn iter(&self) -> impl Iterator<Item = (usize, &Map)> {
        let digits = (0..).flat_map(|digit| repeat_n(digit, self.motions));
        digits.zip(&self.images)
    }
}

/// What a pixel of an image gives to a pixel of the moved one.
struct Share {
    to: usize,
    from: usize,
    share: f64,
}

/// The pixels on which any digit has ink. The others give nothing, wherever they move.
static INKED: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let inked = |at: usize| {
        let mut digits = data::digits().iter();
        digits.any(|digit| digit.pixels[[at / SIDE, at % SIDE]] > 0.0)
    };
    (0..SIDE * SIDE).map(inked).collect()
});

/// All that the pixels give, in the order in which [`moved`] adds it up.
fn shares(motion: Motion) -> Result<Vec<Share>, Error> {
    // Refuses a motion that no image can make.
    moved(&Array2::zeros((0, 0)), motion)?;
    let middle = SIDE as f64 / 2.0 - 0.5;
    let angle = motion.degrees.to_radians();
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    let inside = 0.0..SIDE as f64;
    let mut shares = Vec::new();
    for to in 0..SIDE * SIDE {
        let y = ((to / SIDE) as f64 - middle - motion.down) / motion.scale;
        let x = ((to % SIDE) as f64 - middle - motion.right) / motion.scale;
        let (y, x) = (cos * y - sin * x + middle, sin * y + cos * x + middle);
        for row in [y.floor(), y.floor() + 1.0] {
            for column in [x.floor(), x.floor() + 1.0] {
                let share = (1.0 - (y - row).abs()) * (1.0 - (x - column).abs());
                if share != 0.0 && inside.contains(&row) && inside.contains(&column) {
                    let from = row as usize * SIDE + column as usize;
                    if INKED[from] {
                        shares.push(Share { to, from, share });
                    }
                }
            }
        }
    }
    Ok(shares)
}

/// The book's digits, summed up: what moved digits are compared with.
pub struct AtRest {
    by: Summary,
    maps: Vec<Map>,
}

impl AtRest {
    /// The digits, summed up in this way.
    ///
    /// # Errors
    /// As [`summary`].
    pub fn new(by: Summary) -> Result<Self, Error> {
        let digits = data::digits().iter();
        let maps =
            digits.map(|digit| Ok(summary(&digit.pixels, by)?.into_iter().collect()));
        let maps: Result<_, Error> = maps.collect();
        Ok(Self { by, maps: maps? })
    }

    /// How far a digit's summary changes on average.
    pub fn change(&self, moved: &Moved) -> f64 {
        let mut sum = 0.0;
        for (digit, after) in moved.iter() {
            sum += difference(&self.maps[digit], &self.summed(after));
        }
        sum / moved.images.len() as f64
    }

    /// How many of the moved digits, out of 1, are still nearest to where they were.
    pub fn found(&self, moved: &Moved) -> f64 {
        let mut found = 0.0;
        for (digit, after) in moved.iter() {
            let after = self.summed(after);
            let (unit, own) = (norm(&after), apart(&after, &self.maps[digit]));
            let is_nearest = self.maps.iter().all(|other| {
                // A sum of squares only grows: once it has come this far, the other is no nearer.
                let mut sum = 0.0;
                let mut pixels = after.iter().zip(other);
                let far = pixels.any(|(a, b)| {
                    sum += (a - b) * (a - b);
                    sum >= own
                });
                far || in_units(sum, unit) >= in_units(own, unit)
            });
            if is_nearest {
                found += 1.0;
            }
        }
        found / moved.images.len() as f64
    }

    /// What lies between two digits of different labels, on average.
    pub fn apart(&self) -> f64 {
        let digits = || data::digits().iter().zip(&self.maps);
        let (mut sum, mut pairs) = (0.0, 0.0);
        for (a, this) in digits() {
            for (_, other) in digits().filter(|(b, _)| a.label != b.label) {
                sum += difference(this, other);
                pairs += 1.0;
            }
        }
        sum / pairs
    }

    /// An image, summed up like the digits.
    fn summed(&self, image: &Map) -> Map {
        match self.by {
            Summary::Pixels => image.clone(),
            Summary::Every(window) => {
                let (along, stride) = (along(window), window.stride);
                let rows = image.chunks(SIDE).step_by(stride).take(along);
                let pixels =
                    rows.flat_map(|row| row.iter().step_by(stride).take(along));
                pixels.copied().collect()
            }
            Summary::Average(window) => {
                let area = (window.size * window.size) as f64;
                let mut map = pooled(image, window, 0.0, |sum, x| sum + x);
                map.iter_mut().for_each(|sum| *sum /= area);
                map
            }
            Summary::Max(window) => {
                let larger = |y, x| if x > y { x } else { y };
                pooled(image, window, f64::NEG_INFINITY, larger)
            }
        }
    }
}

/// How many windows there are along one side of a digit: one that does not fit was refused.
fn along(Window { size, stride }: Window) -> usize {
    (SIDE - size) / stride + 1
}

/// For each window, what becomes of `start` when the window's pixels are added, row after row.
fn pooled(
    image: &Map,
    window: Window,
    start: f64,
    add: impl Fn(f64, f64) -> f64,
) -> Map {
    let (along, Window { size, stride }) = (along(window), window);
    let mut map = vec![start; along * along];
    for (i, values) in map.chunks_mut(along).enumerate() {
        for row in image.chunks(SIDE).skip(stride * i).take(size) {
            for (value, pixels) in
                values.iter_mut().zip(row.windows(size).step_by(stride))
            {
                *value = pixels.iter().fold(*value, |value, x| add(value, *x));
            }
        }
    }
    map
}

/// Σ a²
fn norm(a: &Map) -> f64 {
    a.iter().fold(0.0, |sum, a| sum + a * a)
}

/// Σ (a − b)²
fn apart(a: &Map, b: &Map) -> f64 {
    let pixels = a.iter().zip(b);
    pixels.fold(0.0, |sum, (a, b)| sum + (a - b) * (a - b))
}

/// √(apart / whole), and 0 for two that are not apart.
fn in_units(apart: f64, whole: f64) -> f64 {
    if apart == 0.0 {
        0.0
    } else {
        (apart / whole).sqrt()
    }
}

/// As [`convolution::difference`].
fn difference(a: &Map, b: &Map) -> f64 {
    in_units(apart(a, b), norm(a))
}
