//! Handwritten digits as strokes of a pen, so that a test can write them again.
//!
//! A digit's ink is thinned to lines one pixel wide (Zhang and Suen 1984), and a pen follows the lines:
//! from an end if there is one, straight on where they cross, until all have been followed.
//!
//! Run as `digits-strokes COUNT SEED`, it prints so many of the 2,000 digits that are held out, drawn by the seed, one
//! a line:
//! `{"label":7,"strokes":[[[x,y],…],…]}`, in pixels of the digit's own image.

use digits::{SIDE, Sample, Split};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64;
use std::collections::BTreeSet;
use std::env;
use std::error::Error;

/// Row and column of a pixel.
type Pixel = (usize, usize);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [count, seed] = &arguments[..] else {
        return Err("expected how many digits, and a seed".into());
    };
    let held_out = Split::embedded()?.test;
    let mut samples: Vec<&Sample> = held_out.samples().iter().collect();
    samples.shuffle(&mut Pcg64::seed_from_u64(seed.parse()?));
    for sample in samples.iter().take(count.parse()?) {
        let strokes = strokes(&thinned(sample));
        println!("{{\"label\":{},\"strokes\":{strokes:?}}}", sample.label);
    }
    Ok(())
}

/// The pixels of a digit's lines.
fn thinned(sample: &Sample) -> BTreeSet<Pixel> {
    let inked = |&(row, column): &Pixel| sample.pixels[row * SIDE + column] >= 128;
    let all = (0..SIDE).flat_map(|row| (0..SIDE).map(move |column| (row, column)));
    let mut ink: BTreeSet<Pixel> = all.filter(inked).collect();
    loop {
        let before = ink.len();
        for corner in [0, 4] {
            let outer: Vec<Pixel> = ink
                .iter()
                .copied()
                .filter(|p| is_outer(&ink, *p, corner))
                .collect();
            for pixel in outer {
                ink.remove(&pixel);
            }
        }
        if ink.len() == before {
            return ink;
        }
    }
}

/// The eight neighbours, clockwise from the one above; those outside the image are none of the ink's.
fn around((row, column): Pixel) -> [Pixel; 8] {
    [
        (0, 1),
        (0, 2),
        (1, 2),
        (2, 2),
        (2, 1),
        (2, 0),
        (1, 0),
        (0, 0),
    ]
    .map(|(down, right)| {
        (
            (row + down).wrapping_sub(1),
            (column + right).wrapping_sub(1),
        )
    })
}

/// Whether a pixel is at the outside of the ink, on the sides that end at the neighbour `corner`, and
/// the lines stay whole without it.
fn is_outer(ink: &BTreeSet<Pixel>, pixel: Pixel, corner: usize) -> bool {
    let around = around(pixel).map(|p| ink.contains(&p));
    let neighbours = around.iter().filter(|inked| **inked).count();
    let changes = (0..8)
        .filter(|&i| !around[i] && around[(i + 1) % 8])
        .count();
    let [up, right, down, left] = [0, 2, 4, 6].map(|i| around[i]);
    let free = match corner {
        0 => !right || !down || (!up && !left),
        _ => !up || !left || (!right && !down),
    };
    (2..=6).contains(&neighbours) && changes == 1 && free
}

/// The way of a pen along the lines.
fn strokes(ink: &BTreeSet<Pixel>) -> Vec<Vec<[f64; 2]>> {
    let mut left: BTreeSet<(Pixel, Pixel)> = BTreeSet::new();
    for &pixel in ink {
        let next = joined(ink, pixel);
        left.extend(next.map(|other| (pixel.min(other), pixel.max(other))));
    }
    let mut strokes: Vec<Vec<Pixel>> = Vec::new();
    while let Some(start) = start(&left) {
        let mut stroke = vec![start];
        while let Some(next) = next(&left, &stroke) {
            let here = stroke[stroke.len() - 1];
            left.remove(&(here.min(next), here.max(next)));
            stroke.push(next);
        }
        strokes.push(stroke);
    }
    let alone = ink.iter().filter(|p| joined(ink, **p).next().is_none());
    strokes.extend(alone.map(|pixel| vec![*pixel]));
    strokes.iter().map(|stroke| smooth(stroke)).collect()
}

/// The pixels that a line leads to from `pixel`: its neighbours, but those at a corner only where no
/// pixel leads there along the sides.
fn joined(ink: &BTreeSet<Pixel>, pixel: Pixel) -> impl Iterator<Item = Pixel> {
    let around = around(pixel);
    let inked = around.map(|p| ink.contains(&p));
    let reached = move |i: usize| {
        let beside = i % 2 == 1 && (inked[i - 1] || inked[(i + 1) % 8]);
        inked[i] && !beside
    };
    (0..8).filter(move |i| reached(*i)).map(move |i| around[i])
}

/// Where to begin: at an end of what is left, or anywhere.
fn start(left: &BTreeSet<(Pixel, Pixel)>) -> Option<Pixel> {
    let all = || left.iter().flat_map(|(a, b)| [*a, *b]);
    all()
        .find(|p| all().filter(|q| p == q).count() % 2 == 1)
        .or_else(|| all().next())
}

/// Where to go on to: as straight as can be.
fn next(left: &BTreeSet<(Pixel, Pixel)>, stroke: &[Pixel]) -> Option<Pixel> {
    let here = *stroke.last()?;
    let before = stroke[stroke.len().saturating_sub(4)];
    let ways = left.iter().filter_map(|(a, b)| match here {
        _ if *a == here => Some(*b),
        _ if *b == here => Some(*a),
        _ => None,
    });
    let [row, column] = direction(before, here);
    ways.max_by(|p, q| {
        let straight = |to| {
            let [down, right] = direction(here, to);
            (row * down + column * right) / libm::hypot(down, right)
        };
        straight(*p).total_cmp(&straight(*q))
    })
}

fn direction(from: Pixel, to: Pixel) -> [f64; 2] {
    [to.0 as f64 - from.0 as f64, to.1 as f64 - from.1 as f64]
}

/// A stroke's places, x and y, each but the first and last in the middle of its neighbours and itself.
fn smooth(stroke: &[Pixel]) -> Vec<[f64; 2]> {
    let place = |i: usize| [stroke[i].1 as f64, stroke[i].0 as f64];
    let last = stroke.len() - 1;
    let smoothed = |i: usize| match i {
        _ if i == 0 || i == last => place(i),
        _ => [0, 1]
            .map(|k| (place(i - 1)[k] + 2.0 * place(i)[k] + place(i + 1)[k]) / 4.0),
    };
    (0..=last).map(smoothed).collect()
}
