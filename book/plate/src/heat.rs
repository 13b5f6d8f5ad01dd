//! Functions of the plane on a chart: shaded by height, and lines of equal height.

use crate::chart::Chart;
use crate::contour::Field;
use crate::error::Error;
use crate::ink::Tint;
use crate::pen::Pen;

/// How fine functions of the plane are sampled, a side.
const FINE: u16 = 72;

impl Chart<'_> {
    /// Shades the plane where `f` is high: `steps` bands of equal height over the `range`, the
    /// highest at the opacity `darkest`. A region where `f` is not a number stays paper.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn heat(
        &mut self,
        f: impl Fn(f64, f64) -> f64,
        range: (f64, f64),
        steps: u16,
        darkest: Tint,
    ) -> Result<(), Error> {
        self.bands(&self.field(&f), range, steps, darkest)
    }

    fn bands(
        &mut self,
        field: &Field,
        (low, high): (f64, f64),
        steps: u16,
        darkest: Tint,
    ) -> Result<(), Error> {
        let steps = steps.clamp(1, 50);
        let mut above = 0.0;
        for step in 1..=steps {
            // Bands lie on each other: each adds what its opacity lacks.
            let goal =
                f64::from(darkest.percent) / 100.0 * f64::from(step) / f64::from(steps);
            let layer = 1.0 - (1.0 - goal) / (1.0 - above);
            let level = low + (high - low) * f64::from(step) / f64::from(steps + 1);
            self.context.plotting_area().present()?;
            let layer = darkest.ink.tint(layer);
            for outline in field.outlines(level) {
                self.fill(&outline, layer)?;
            }
            above = 1.0 - (1.0 - above) * (1.0 - f64::from(layer.percent) / 100.0);
        }
        self.context.plotting_area().present()?;
        Ok(())
    }

    /// The lines on which `f` has one of the values `levels`.
    ///
    /// # Errors
    /// What plotters reports.
    pub fn contours(
        &mut self,
        f: impl Fn(f64, f64) -> f64,
        levels: impl IntoIterator<Item = f64>,
        pen: impl Into<Pen>,
    ) -> Result<(), Error> {
        let levels: Vec<f64> = levels.into_iter().collect();
        self.equal(&self.field(&f), &levels, pen.into())
    }

    fn equal(&mut self, field: &Field, levels: &[f64], pen: Pen) -> Result<(), Error> {
        for line in levels.iter().flat_map(|level| field.lines(*level)) {
            self.stroke(&line, pen)?;
        }
        Ok(())
    }

    fn field(&self, f: &dyn Fn(f64, f64) -> f64) -> Field {
        Field::new(FINE, &|u, v| f(self.x().value(u), self.y().value(v)))
    }
}
