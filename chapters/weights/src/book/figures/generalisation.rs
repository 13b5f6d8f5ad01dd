//! The loss on points learned and on points never met.

use plate::{Axis, Drawing, Ink};
use show::number::{fixed, short};
use weights::book::worked::Generalise;

/// How many points the neuron learns from, in turn.
const SIZES: [usize; 6] = [10, 20, 40, 80, 160, 320];

/// Both losses against the number of points that the neuron learned from.
///
/// # Errors
/// What the plate refuses.
pub fn generalisation(world: &Generalise) -> show::Result<String> {
    let points = world.points as usize;
    let most = SIZES.into_iter().fold(points, usize::max);
    let drawn = world.world(most, world.idle as usize)?;
    let (mut learned, mut fresh) = (Vec::new(), Vec::new());
    for size in SIZES {
        let [on_learned, on_fresh] = drawn.losses(size)?;
        learned.push((size as f64, on_learned));
        fresh.push((size as f64, on_fresh));
    }
    let chosen = drawn.losses(points)?;
    let gap = |at: usize| match (learned.get(at), fresh.get(at)) {
        (Some(a), Some(b)) => format!("{} and {}", fixed(a.1, 3), fixed(b.1, 3)),
        _ => String::new(),
    };
    let desc = format!(
        "Two curves of the loss against the number of points learned. On the points learned and on \
         fresh ones it is {} for 10 points, {} and {} for {} and {} for 320.",
        gap(0),
        fixed(chosen[0], 3),
        fixed(chosen[1], 3),
        short(world.points, 0),
        gap(SIZES.len() - 1),
    );
    let top = fresh
        .iter()
        .chain(&learned)
        .map(|p| p.1)
        .fold(0.0, f64::max);
    let title = "Loss on points learned and on fresh points";
    let mut drawing = Drawing::new("generalisation", (600, 370), title, &desc);
    let labels = SIZES.map(|size| size.to_string());
    let ticks = SIZES.iter().zip(&labels);
    let across = Axis::log(9.0, 360.0)
        .at(ticks.map(|(size, label)| (*size as f64, label.as_str())))
        .named("points learned from");
    let up = Axis::linear(0.0, 1.15 * top).named("mean loss $L$");
    let mut chart = drawing.chart(across, up)?;
    chart.upright(world.points, Ink::Muted.pen(1.2).dashed())?;
    chart.line(fresh.iter().copied(), Ink::Vermilion.pen(2.0).dashed())?;
    chart.crosses(fresh.iter().copied(), Ink::Vermilion)?;
    chart.line(learned.iter().copied(), Ink::Blue.pen(2.4))?;
    chart.dots(learned.iter().copied(), Ink::Blue)?;
    chart.label("on fresh points", fresh, Ink::Vermilion);
    chart.label("on the points it learned", learned, Ink::Blue);
    let named = format!("{} points", short(world.points, 0));
    chart.label(
        &named,
        [(world.points, 0.6 * top), (world.points, 0.4 * top)],
        Ink::Muted,
    );
    chart.finish()?;
    Ok(drawing.finish())
}
