//! Labels: words beside what they name, placed when all else is drawn.
//!
//! They stand in for the legend of plotters, which asks a font, or in a browser the page, how large words
//! are, and sends the reader's eye to and fro.

use crate::chart::{Chart, Label, NAME, inside};
use crate::clip::distance;
use crate::drawing::Point;
use crate::error::Error;
use crate::ink::Ink;
use crate::place::{Obstacle, place};
use crate::words;
use plotters::element::Text;

impl Chart<'_> {
    /// Names something: a point, or a curve by its points. The words go beside one of them, where they
    /// are clear of all that is drawn.
    pub fn label(
        &mut self,
        text: &str,
        near: impl IntoIterator<Item = Point>,
        ink: Ink,
    ) {
        self.name(text, near.into_iter().collect(), ink);
    }

    fn name(&mut self, text: &str, near: Vec<Point>, ink: Ink) {
        let shown = near.into_iter().filter(|p| inside(self.fraction(*p)));
        let near: Vec<Point> = shown.map(|p| self.at(p)).collect();
        let every = near.len() / 48 + 1;
        self.labels.push(Label {
            text: text.to_string(),
            letters: ink.letters(NAME).halo(),
            near: near.into_iter().step_by(every).collect(),
        });
    }

    /// Places the labels and ends the chart: the drawing can go on.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn finish(mut self) -> Result<(), Error> {
        let page = self.context.plotting_area().use_screen_coord();
        for label in std::mem::take(&mut self.labels) {
            let size = label.letters.size.max(self.least);
            let half = (
                words::width(&label.text, size, self.least) / 2.0,
                0.45 * size,
            );
            let own = self.own(&label.near);
            let Some(at) = place(&label.near, half, self.frame, &self.obstacles, own)
            else {
                continue;
            };
            self.obstacles.push(Obstacle::Box(at, half));
            let at = ((at.0 * 10.0).round() as i32, (at.1 * 10.0).round() as i32);
            page.draw(&Text::new(label.text, at, label.letters.style()))?;
        }
        page.present()?;
        Ok(())
    }

    /// The obstacle that a label belongs to: the one that its points lie on.
    fn own(&self, near: &[Point]) -> Option<usize> {
        let probe = *near.get(near.len() / 2)?;
        let on = |obstacle: &Obstacle| match obstacle {
            Obstacle::Line(points) => {
                points.windows(2).any(|e| distance(probe, e[0], e[1]) < 0.5)
            }
            Obstacle::Dot(dot, radius) => distance(probe, *dot, *dot) < *radius,
            Obstacle::Box(..) => false,
        };
        self.obstacles.iter().rposition(on)
    }
}
