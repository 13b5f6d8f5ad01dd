//! All steps of one length, and what each does to the loss.

use plate::{Axis, Drawing, Ink, Point, sample};
use show::InputValues;
use show::number::{fixed, short};
use weights::book::worked::Direction;

/// At the left the place, the gradient and the steps of one length around it, over the contour lines of
/// the loss. At the right what each of these steps does to the loss.
///
/// # Errors
/// What the plate refuses.
pub fn direction(step: &Direction) -> show::Result<String> {
    step.check()?;
    let (best, promised) = (step.against()?, step.promised(step.angle)?);
    let lowest = step.promised(best)?;
    let desc = format!(
        "At the left a circle of all steps of length {} around a place on the map of the loss, with the \
         gradient pointing uphill. At the right a wave: the change that the gradient promises for each \
         direction. It is {} at {} degrees, the direction of the step, and lowest, {}, at {} degrees, \
         straight against the gradient.",
        short(step.length, 2),
        fixed(promised, 4),
        short(step.angle, 0),
        fixed(lowest, 4),
        short(best, 0),
    );
    let title = "All steps of one length";
    let mut drawing = Drawing::new("direction", (640, 302), title, &desc);
    map(&mut drawing, step)?;
    wave(&mut drawing, step, best)?;
    Ok(drawing.finish())
}

/// The place with its circle of steps.
fn map(drawing: &mut Drawing, step: &Direction) -> show::Result<()> {
    let [w1, b] = Direction::START;
    let ([g1, gb], reach) = (step.gradient()?, 1.7 * step.length);
    let norm = libm::hypot(g1, gb);
    let loss = |w1: f64, b: f64| step.loss([w1, b]).unwrap_or(f64::NAN);
    let across = Axis::linear(w1 - reach, w1 + reach).named("first weight $w_1$");
    let up = Axis::linear(b - reach, b + reach).named("bias $b$");
    let (across, up) = (across.without_mesh(), up.without_mesh());
    let mut chart = drawing.chart_in((0.0, 0.0), (312.0, 302.0), across, up)?;
    let at = loss(w1, b);
    // One line runs through the place, and one touches the circle where the loss is lowest.
    let fall = step.changed(step.against()?)?;
    let levels = (-2..=2).map(|k| at + fall * f64::from(k));
    chart.contours(loss, levels, Ink::Muted.pen(0.8))?;
    let turn = |angle: f64, part: f64| -> Point {
        let [dw, db] = step.step(angle);
        (w1 + part * dw, b + part * db)
    };
    let circle = (0..=72).map(|k| turn(5.0 * f64::from(k), 1.0));
    chart.line(circle, Ink::Blue.pen(1.6))?;
    let uphill = (
        w1 + 1.35 * step.length * g1 / norm,
        b + 1.35 * step.length * gb / norm,
    );
    let end = turn(step.angle, 1.0);
    chart.line([(w1, b), uphill], Ink::Text.pen(1.8))?;
    chart.label("gradient", [uphill], Ink::Text);
    chart.line([(w1, b), end], Ink::Vermilion.pen(2.4))?;
    chart.label("step", [end], Ink::Vermilion);
    chart.dots([(w1, b)], Ink::Text)?;
    let arrows = [(uphill, Ink::Text.pen(1.8)), (end, Ink::Vermilion.pen(2.4))];
    let from = chart.at((w1, b));
    let arrows = arrows.map(|(to, pen)| (chart.at(to), pen));
    chart.finish()?;
    for (to, pen) in arrows {
        let (tail, tip) = plate::shortened(from, to, 6.0, 0.0);
        drawing.arrow(tail, tip, pen);
    }
    Ok(())
}

/// What each direction does to the loss.
fn wave(drawing: &mut Drawing, step: &Direction, best: f64) -> show::Result<()> {
    let promised = |angle: f64| step.promised(angle).unwrap_or(f64::NAN);
    let changed = |angle: f64| step.changed(angle).unwrap_or(f64::NAN);
    let (wave, fact) = (sample(0.0, 360.0, promised), sample(0.0, 360.0, changed));
    let top = (wave.iter().chain(&fact)).fold(0.0_f64, |top, (_, y)| top.max(y.abs()));
    let quarters = [0.0, 90.0, 180.0, 270.0, 360.0];
    let named = quarters.map(|angle| short(angle, 0));
    let ticks = quarters.into_iter().zip(named.iter().map(String::as_str));
    let across = Axis::linear(0.0, 360.0)
        .at(ticks)
        .named("direction in degrees");
    let up = Axis::linear(-1.35 * top, 1.35 * top).named("change of the loss");
    let mut chart = drawing.chart_in((318.0, 0.0), (322.0, 302.0), across, up)?;
    chart.level(0.0, Ink::Muted.pen(1.0))?;
    chart.line(fact.iter().copied(), Ink::Text.pen(1.4).dashed())?;
    chart.line(wave.iter().copied(), Ink::Blue.pen(2.4))?;
    chart.dots([(step.angle, promised(step.angle))], Ink::Vermilion)?;
    chart.crosses([(best, promised(best))], Ink::Text)?;
    chart.label("steepest", [(best, promised(best))], Ink::Text);
    chart.label("step", [(step.angle, promised(step.angle))], Ink::Vermilion);
    chart.label("promised", wave.into_iter().take(120), Ink::Blue);
    chart.label("in fact", fact.into_iter().take(120), Ink::Text);
    chart.finish()?;
    Ok(())
}
