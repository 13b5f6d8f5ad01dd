//! How well the trained network reads.

use crate::trained::{held_out, network};
use data::digits;
use digits::no_digit::taken;
use digits::{LABELS, Network, Options, cross_entropy};
use ndarray::{Axis, arr1};
use pooling::{Motion, moved};
use show::Outputs;

/// How the trained network reads the digits held out.
///
/// # Errors
/// As [`held_out`].
pub fn reading() -> show::Result<Outputs> {
    let evaluation = &held_out()?.evaluation;
    let (right, of) = (evaluation.right(), evaluation.readings.len());
    let mistakes = evaluation.mistakes();
    let mut outputs = Outputs::new()
        .with("right", right as f64)
        .with("wrong", (of - right) as f64)
        .with("of", of as f64);
    let matrix = evaluation.confusion();
    // The mistake that is made most often.
    let pairs = (0..LABELS).flat_map(|i| (0..LABELS).map(move |j| (i, j)));
    let most = pairs
        .filter(|(i, j)| i != j)
        .max_by_key(|&(i, j)| (matrix[i][j], LABELS - i, LABELS - j));
    if let Some((is, taken)) = most {
        outputs = outputs
            .with("often", is as f64)
            .with("often_for", taken as f64)
            .with("often_times", matrix[is][taken] as f64);
    }
    if let Some(worst) = mistakes.first() {
        outputs = outputs
            .with("worst_label", f64::from(worst.label))
            .with("worst_predicted", f64::from(worst.predicted))
            .with("worst_p", worst.p);
    }
    let sure = mistakes.iter().filter(|reading| reading.p > 0.9).count();
    Ok(outputs.with("sure", sure as f64))
}

/// What a lead among logits makes of the probabilities, and the derivative that a probability leaves.
///
/// # Errors
/// As [`cross_entropy`].
pub fn lead() -> show::Result<Outputs> {
    let ahead = cross_entropy(&arr1(&[5.0, 0.0]), 0)?.p;
    let nearly = 0.99;
    Ok(Outputs::new()
        .with("five", 5.0)
        .with("five_times", ahead[0] / ahead[1])
        .with("nearly", nearly)
        .with("derivative", nearly - 1.0))
}

/// What it reads in drawings that are no digits.
///
/// # Errors
/// As [`network`] and [`taken`].
pub fn no_digits() -> show::Result<Outputs> {
    let all = taken(&network()?)?;
    let outputs = Outputs::new()
        .with_each("predicted", all.iter().map(|taken| taken.predicted as f64))
        .with_each("p", all.iter().map(|taken| taken.p))
        .with_each("lead", all.iter().map(|taken| taken.lead));
    Ok(outputs)
}

/// How far the first kernels have gone from their start, and how much a shift by one pixel to the right
/// changes a digit, and the 400 numbers that the dense layers get of it: the length of the change,
/// divided by the length of what changes. Of the shifts, the mean over the book's digits.
///
/// # Errors
/// As [`network`] and [`Network::forward`].
pub fn lengths() -> show::Result<Outputs> {
    let trained = network()?;
    let start = Network::start(Options::default().seed)?;
    let far = |before: &[f64], after: &[f64]| {
        let length = |values: &mut dyn Iterator<Item = f64>| {
            values.fold(0.0, |sum, value| sum + value * value).sqrt()
        };
        let mut change = before.iter().zip(after).map(|(a, b)| b - a);
        length(&mut change) / length(&mut before.iter().copied())
    };
    let values =
        |array: &mut dyn Iterator<Item = &f64>| array.copied().collect::<Vec<f64>>();
    let kernels = far(
        &values(&mut start.first.kernels.iter()),
        &values(&mut trained.first.kernels.iter()),
    );
    let shift = Motion {
        right: 1.0,
        ..Motion::NONE
    };
    let (mut pixels, mut maps) = (0.0, 0.0);
    for digit in digits() {
        let there = moved(&digit.pixels, shift)?;
        pixels += far(
            &values(&mut digit.pixels.iter()),
            &values(&mut there.iter()),
        );
        let here = trained.forward(&digit.pixels.clone().insert_axis(Axis(0)))?;
        let there = trained.forward(&there.insert_axis(Axis(0)))?;
        maps += far(
            &values(&mut here.x[0].iter()),
            &values(&mut there.x[0].iter()),
        );
    }
    let n = digits().len() as f64;
    Ok(Outputs::new()
        .with("kernels", kernels)
        .with("pixels", pixels / n)
        .with("maps", maps / n))
}
