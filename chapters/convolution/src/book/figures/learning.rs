//! A kernel on its way from chance to an edge detector.

use convolution::book::worked::{Learn, SOON, digit};
use convolution::cross_correlate;
use ndarray::Array2;
use plate::{Cells, Drawing, Ink, Tint};
use show::InputValues;
use show::number::{fixed, whole};

/// What the kernel learns from, the kernel at four moments, and below each what it makes of a digit that
/// it never saw.
///
/// # Errors
/// A refusal for what no lesson has.
pub fn learning(learn: &Learn) -> show::Result<String> {
    learn.check()?;
    let lesson = learn.lesson();
    let steps = whole(learn.steps);
    let mut moments = vec![0, 2_usize.min(steps), SOON.min(steps), steps];
    moments.dedup();
    let mut kernels = Vec::new();
    for moment in &moments {
        kernels.push((*moment, lesson.kernel(*moment)?));
    }
    let words: Vec<String> = kernels.iter().map(|(step, w)| told(*step, w)).collect();
    let desc = format!(
        "A picture of lying stripes with noise, the places where ink begins and ends, and the kernel \
         that learns from them: {}.",
        words.join("; ")
    );
    let title = "A kernel learns to find edges";
    let mut drawing = Drawing::new("learning-a-kernel", (600, 306), title, &desc);

    let picture = Cells::new((14.0, 62.0), lesson.picture.dim(), 6.6);
    let shade = |r: usize, c: usize| Tint::ramp(Ink::Text, lesson.picture[[r, c]], 1.2);
    drawing.shades(&picture, shade);
    drawing.rect(picture.corner, picture.size(), Ink::Muted.pen(1.0));
    let marks = super::map::map(&mut drawing, (90.0, 68.6), 6.6, &lesson.marks);
    for (cells, name) in [(&picture, "picture"), (&marks, "answers")] {
        let at = (cells.middle().0, 44.0);
        drawing.text(at, name, Ink::Text.letters(13.0));
    }

    let unseen = &digit(11.0)?.pixels;
    for (place, (step, kernel)) in kernels.iter().enumerate() {
        let left = 166.0 + 109.0 * place as f64;
        let cells = Cells::new((left, 62.0), kernel.dim(), 33.0);
        drawing.shades(&cells, |r, c| Tint::signed(kernel[[r, c]], 0.4));
        drawing.lattice(&cells, Ink::Muted.pen(1.0));
        let entry = |r: usize, c: usize| fixed(kernel[[r, c]], 1);
        drawing.entries(&cells, entry, Ink::Text.letters(13.0));
        let name = match step {
            0 => "from chance".to_string(),
            step => format!("{step} steps"),
        };
        let at = (cells.middle().0, 44.0);
        drawing.text(at, &name, Ink::Text.letters(13.0));
        let seen = cross_correlate(unseen, kernel, 1, 1)?;
        super::map::map(&mut drawing, (left, 180.0), 99.0 / 28.0, &seen);
    }
    drawing.text((74.0, 20.0), "it learns from", Ink::Muted.letters(13.0));
    let above = "the kernel, and below it what it makes of an unseen digit";
    drawing.text((380.0, 20.0), above, Ink::Muted.letters(13.0));
    Ok(drawing.finish())
}

/// A kernel in words, row by row.
fn told(step: usize, kernel: &Array2<f64>) -> String {
    let weights: Vec<String> = kernel.iter().map(|w| fixed(*w, 1)).collect();
    format!("after {step} steps {}", weights.join(", "))
}
