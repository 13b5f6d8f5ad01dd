//! The first kernels, before and after training.

use crate::trained::network;
use digits::{Network, Options};
use ndarray::{Array2, Axis};
use plate::{Cells, Drawing, Ink, Tint};

/// The kernels of the first convolution at the start and after training.
///
/// # Errors
/// As [`network`] and [`Network::start`].
pub fn kernels() -> show::Result<String> {
    let [before, after] =
        [Network::start(Options::default().seed)?, network()?].map(|network| {
            // Over one channel.
            let of_filter = network.first.kernels.outer_iter();
            let kernels =
                of_filter.map(|filter| filter.index_axis(Axis(0), 0).to_owned());
            kernels.collect::<Vec<Array2<f64>>>()
        });
    let all = before.iter().chain(&after).flatten();
    let largest = all.fold(0.0, |most: f64, w| most.max(w.abs()));
    let desc = format!(
        "The {} kernels of the first convolution, each of 5 by 5 weights: above, at the start, a pattern of chance; below, after training, the same pattern with some weights much changed.",
        after.len()
    );
    let title = "The first kernels, before and after";
    let mut drawing = Drawing::new("kernels", (600, 232), title, &desc);
    for (row, (kernels, words)) in [(&before, "start"), (&after, "trained")]
        .into_iter()
        .enumerate()
    {
        let top = 18.0 + 106.0 * row as f64;
        for (column, kernel) in kernels.iter().enumerate() {
            let (height, width) = kernel.dim();
            let cells =
                Cells::new((64.0 + 89.0 * column as f64, top), (height, width), 16.0);
            drawing.shades(&cells, |r, c| {
                Tint::signed(kernel[[r, c]], largest).times(2.5)
            });
            drawing.rect(cells.corner, cells.size(), Ink::Muted.pen(1.0));
            if column == 0 {
                let beside = (30.0, cells.middle().1);
                drawing.text(beside, words, Ink::Text.letters(14.0));
            }
        }
    }
    Ok(drawing.finish())
}
