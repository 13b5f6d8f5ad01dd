//! A feature map as a picture.

use ndarray::Array2;
use plate::{Cells, Drawing, Ink, Tint};

/// One map in its frame: the farther a value is from 0, the stronger; stripes below 0.
pub fn map(
    drawing: &mut Drawing,
    corner: (f64, f64),
    side: f64,
    map: &Array2<f64>,
) -> Cells {
    let largest = map.fold(0.0, |far: f64, y| far.max(y.abs()));
    // A map without negative values is ink on paper.
    let signed = map.iter().any(|y| *y < -1e-9);
    let above = if signed { Ink::Blue } else { Ink::Text };
    let cells = Cells::new(corner, map.dim(), side);
    drawing.shades(&cells, |r, c| Tint::ramp(above, map[[r, c]], largest));
    stripes(drawing, &cells, |r, c| {
        Tint::ramp(Ink::Vermilion, -map[[r, c]], largest)
    });
    drawing.rect(corner, cells.size(), Ink::Muted.pen(1.0));
    cells
}

/// Cells of one row that are shaded alike: the row, the first column, the column after the last.
type Run = (usize, usize, usize);

/// Fills half the height of each cell with a tint; neighbours of one tint become one stripe.
fn stripes(drawing: &mut Drawing, cells: &Cells, tint: impl Fn(usize, usize) -> Tint) {
    // All stripes of a tint together, so that they share a path.
    let mut tints: Vec<(Tint, Vec<Run>)> = Vec::new();
    for row in 0..cells.rows {
        let mut from = 0;
        for column in 0..cells.columns {
            let tone = tint(row, column);
            if column + 1 < cells.columns && tint(row, column + 1) == tone {
                continue;
            }
            let run = (row, from, column + 1);
            match tints.iter_mut().find(|(known, _)| *known == tone) {
                Some((_, runs)) => runs.push(run),
                None => tints.push((tone, vec![run])),
            }
            from = column + 1;
        }
    }
    for (tint, (row, from, to)) in tints
        .into_iter()
        .flat_map(|(tint, runs)| runs.into_iter().map(move |run| (tint, run)))
    {
        let (x, top) = cells.cell(row as isize, from as isize);
        let size = (cells.side * (to - from) as f64, cells.side / 2.0);
        drawing.rect((x, top + cells.side / 4.0), size, tint);
    }
}
