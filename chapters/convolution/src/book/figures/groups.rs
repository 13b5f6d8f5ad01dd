//! Which channels each filter reads, with groups and without.

use convolution::book::worked::Groups;
use plate::{Cells, Drawing, Ink};
use show::number::whole;

/// Two tables with a row for each filter and a column for each channel: without groups all is read, with
/// groups one block for each.
///
/// # Errors
/// As [`Groups::all`].
pub fn groups(groups: &Groups) -> show::Result<String> {
    let (channels, filters) = groups.all()?;
    let [of_channels, of_filters, k, count] = [
        groups.of_channels,
        groups.of_filters,
        groups.k,
        groups.groups,
    ]
    .map(whole);
    let desc = format!(
        "Two tables of {filters} filters and {channels} channels. In the first every filter reads every \
         channel. In the second {count} blocks of {of_filters} filters and {of_channels} channels lie \
         along the diagonal."
    );
    let title = "Filters that read a group of the channels";
    let mut drawing = Drawing::new("groups", (600, 300), title, &desc);
    let side = (200.0 / filters as f64).min(22.0);
    let grouped = format!("{count} groups");
    let halves = [
        (150.0, "one group", (channels, filters)),
        (450.0, grouped.as_str(), (of_channels, of_filters)),
    ];
    for (middle, name, (wide, high)) in halves {
        let width = side * channels as f64;
        let top = 148.0 - side * filters as f64 / 2.0;
        let cells = Cells::new((middle - width / 2.0, top), (filters, channels), side);
        let reads = |filter: usize, channel: usize| filter / high == channel / wide;
        drawing.shades(&cells, |r, c| match reads(r, c) {
            true => Ink::Blue.tint(0.35),
            false => Ink::Paper.into(),
        });
        drawing.lattice(&cells, Ink::Muted.pen(0.8));
        drawing.text((middle, 18.0), name, Ink::Text.letters(15.0).bold());
        drawing.text((middle, 38.0), "channels →", Ink::Muted.letters(12.0));
        let at = (middle - width / 2.0 - 12.0, 148.0);
        drawing.text(at, "← filters", Ink::Muted.letters(12.0).turned());
        let kernels = filters * wide;
        let words = format!("{kernels} squares, each {k}×{k} weights");
        drawing.text((middle, 276.0), &words, Ink::Text.letters(14.0));
    }
    Ok(drawing.finish())
}
