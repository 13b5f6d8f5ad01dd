//! From a dense layer to a kernel, and a kernel that learns.

use convolution::{kernel_loss, learned_kernel, output_len, stripes};
use ndarray::Array2;
use rand_pcg::{Pcg64, rand_core::SeedableRng};
use show::number::whole;
use show::{InputValues, Outputs};
use weights::standard_normal;

show::inputs! {
    /// A layer over a row of pixels, with fewer and fewer weights.
    pub struct FromDense = "from-dense" {
        /// pixels in the row
        n = 6.0 in 5.0..=8.0 by 1.0,
        /// pixels in a window
        k = 3.0 in 2.0..=4.0 by 1.0,
    }
}

/// How many windows there are, each with a neuron (`neurons`), and how many weights these have in all:
/// if each reads the whole row (`dense`), if each reads its window (`local`), if they share (`shared`).
///
/// # Errors
/// As [`output_len`].
pub fn from_dense(row: &FromDense) -> show::Result<Outputs> {
    row.check()?;
    let [n, k] = [row.n, row.k].map(whole);
    let neurons = output_len(n, k, 1, 0)?;
    Ok(Outputs::new()
        .with("neurons", neurons as f64)
        .with("dense", (neurons * n) as f64)
        .with("local", (neurons * k) as f64)
        .with("shared", k as f64))
}

show::inputs! {
    /// A kernel learns to mark where ink begins and where it ends.
    pub struct Learn = "learn" unfolding steps {
        /// the seed of the picture and of the first kernel
        seed = 1.0 in 1.0..=20.0 by 1.0,
        /// how strong the noise is
        noise = 0.2 in 0.0..=0.5 by 0.1,
        /// the learning rate
        rate = 0.1 in 0.02..=0.12 by 0.02,
        /// steps
        steps = 200.0 in 0.0..=400.0 by 20.0,
    }
}

/// After how many steps the page looks at the kernel for the first time.
pub const SOON: usize = 10;

/// What a kernel learns from, and the kernel before it has.
pub struct Lesson {
    /// The picture, of stripes with noise.
    pub picture: Array2<f64>,
    /// The right answer for each window.
    pub marks: Array2<f64>,
    /// The first kernel, from chance.
    pub start: Array2<f64>,
    rate: f64,
}

impl Lesson {
    /// The kernel after so many steps.
    ///
    /// # Errors
    /// As [`learned_kernel`].
    pub fn kernel(&self, steps: usize) -> show::Result<Array2<f64>> {
        let (picture, start, marks) = (&self.picture, &self.start, &self.marks);
        Ok(learned_kernel(picture, start, marks, self.rate, steps)?)
    }
}

impl Learn {
    /// The lesson of that seed.
    pub fn lesson(&self) -> Lesson {
        let mut rng = Pcg64::seed_from_u64(whole(self.seed) as u64);
        let (picture, marks) = stripes(self.noise, &mut rng);
        let start = Array2::from_shape_fn((3, 3), |_| 0.1 * standard_normal(&mut rng));
        Lesson {
            picture,
            marks,
            start,
            rate: self.rate,
        }
    }
}

/// The loss at the start (`before`), after ten steps (`soon`) and after all (`after`); the weights of the
/// first kernel, `start1` to `start9`, and of the last, `w1` to `w9`; and the mean of each of its rows.
///
/// # Errors
/// A refusal for what no lesson has.
pub fn learn(learn: &Learn) -> show::Result<Outputs> {
    learn.check()?;
    let lesson = learn.lesson();
    let loss =
        |kernel: &Array2<f64>| kernel_loss(&lesson.picture, kernel, &lesson.marks);
    let kernel = lesson.kernel(whole(learn.steps))?;
    let row = |row: usize| kernel.row(row).sum() / 3.0;
    Ok(Outputs::new()
        .with("before", loss(&lesson.start)?)
        .with("soon", loss(&lesson.kernel(SOON)?)?)
        .with("after", loss(&kernel)?)
        .with("upper", row(0))
        .with("middle", row(1))
        .with("lower", row(2))
        .with_each("start", lesson.start)
        .with_each("w", kernel))
}
