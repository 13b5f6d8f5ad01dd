//! Derivatives along a chain.

use activations::book::worked::named;
use activations::{Activation, chain};
use show::{InputValues, Outputs};

show::inputs! {
    /// The slope of the last output by the first input, along a chain of equal neurons.
    pub struct Chain = "single-file" unfolding depth {
        /// the weight of every neuron
        w = 1.5 in 0.5..=2.5 by 0.1,
        /// the bias of every neuron
        b = 0.0 in -1.0..=1.0 by 0.1,
        /// the input of the first
        x = 0.5 in 0.1..=2.0 by 0.1,
        /// how many neurons
        depth = 20.0 in 1.0..=20.0 by 1.0,
    }
}

/// The derivative behind `depth` neurons, for each activation.
///
/// # Errors
/// Where the chain has no neuron.
pub fn chain_derivatives(c: &Chain) -> show::Result<Outputs> {
    c.check()?;
    let mut outputs = Outputs::new();
    for (name, f) in named(0.1) {
        let links = chain(f, c.w, c.b, c.x).take(c.depth as usize);
        let last = links.last().ok_or("a chain has at least one neuron")?;
        outputs = outputs.with(name, last.derivative);
    }
    Ok(outputs)
}

show::inputs! {
    /// The most that a chain of sigmoid neurons can pass on.
    pub struct Quarter = "quarter" {
        /// the weight of every neuron
        w = 1.0 in 0.5..=5.0 by 0.5,
        /// how many neurons
        depth = 20.0 in 1.0..=20.0 by 1.0,
    }
}

/// The largest derivative of a sigmoid, and the largest product that `depth` of them can make.
///
/// # Errors
/// None within the ranges.
pub fn quarter(q: &Quarter) -> show::Result<Outputs> {
    q.check()?;
    let factor = Activation::Sigmoid.derivative(0.0) * q.w;
    let most = (0..q.depth as usize).fold(1.0, |product, _| product * factor);
    Ok(Outputs::new().with("factor", factor).with("most", most))
}

show::inputs! {
    /// A chain of twenty sigmoid neurons with a large weight, and the bias that keeps a half at a half.
    pub struct LargeWeight = "large-weight" {
        /// the weight of every neuron
        w = 5.0 in 1.0..=8.0 by 0.5,
        /// an input beside a half
        x = 0.6 in 0.5..=1.0 by 0.1,
    }
}

/// The bias `b` of every neuron, the most that one of them passes on (`factor`), and what twenty do: from the
/// input a half, `balanced` where every weighted sum is zero, and from `x`, `beside`.
///
/// ```
/// use activations::book::worked::{LargeWeight, large_weight};
/// let outputs = large_weight(&LargeWeight { w: 4.0, x: 0.5 }).unwrap();
/// // Four times a quarter, twenty times.
/// assert_eq!(outputs.get("balanced"), Some(1.0));
/// assert_eq!(outputs.get("beside"), Some(1.0));
/// ```
///
/// # Errors
/// None within the ranges.
pub fn large_weight(large: &LargeWeight) -> show::Result<Outputs> {
    large.check()?;
    let b = -large.w / 2.0;
    let behind_twenty = |x| {
        let mut links = chain(Activation::Sigmoid, large.w, b, x).take(20);
        let last = links.nth(19).ok_or("a chain has no end")?;
        show::Result::Ok(last.derivative)
    };
    Ok(Outputs::new()
        .with("b", b)
        .with("factor", large.w * Activation::Sigmoid.derivative(0.0))
        .with("balanced", behind_twenty(0.5)?)
        .with("beside", behind_twenty(large.x)?))
}
