//! The two smallest graphs: one road from the input to the loss, and two.

use show::Outputs;

show::inputs! {
    /// An input is weighted, and the result compared with a target.
    pub struct Chain = "chain" {
        /// the input
        x = 3.0 in -4.0..=4.0 by 0.5,
        /// its weight
        w = 0.5 in -2.0..=2.0 by 0.1,
        /// the target
        t = 2.0 in -4.0..=4.0 by 0.5,
        /// how far the weight is nudged
        nudge = 0.01 in 0.01..=0.5 by 0.01,
    }
}

/// The values `z`, `loss`; the gradients `d_z`, `d_w`, `d_x`; the weight and the loss after a nudge,
/// and the derivative `measured` from them.
///
/// # Errors
/// None.
pub fn chain(input: &Chain) -> show::Result<Outputs> {
    let Chain { x, w, t, nudge } = *input;
    let pass = backprop::chain::forward(x, w, t);
    let gradients = backprop::chain::backward(&pass);
    let nudged = backprop::chain::forward(x, w + nudge, t);
    Ok(Outputs::new()
        .with("z", pass.z)
        .with("loss", pass.loss)
        .with("d_z", gradients.d_z)
        .with("d_w", gradients.d_w)
        .with("d_x", gradients.d_x)
        .with("w_nudged", w + nudge)
        .with("z_nudged", nudged.z)
        .with("loss_nudged", nudged.loss)
        .with("measured", (nudged.loss - pass.loss) / nudge))
}

show::inputs! {
    /// One input is weighted twice, and each result compared with a target of its own.
    pub struct Fork = "fork" {
        /// the input
        x = 3.0 in -4.0..=4.0 by 0.5,
        /// the first weight
        w1 = 0.5 in -2.0..=2.0 by 0.1,
        /// the second weight
        w2 = 1.0 in -2.0..=2.0 by 0.1,
        /// the first target
        t1 = 2.0 in -4.0..=4.0 by 0.5,
        /// the second target
        t2 = 1.0 in -4.0..=4.0 by 0.5,
    }
}

/// The weighted inputs `z1`, `z2`, the `loss`, the gradients `d_z1`, `d_z2`, what comes back by either
/// road (`by_first`, `by_second`) and both together (`d_x`).
///
/// # Errors
/// None.
pub fn fork(input: &Fork) -> show::Result<Outputs> {
    let Fork { x, w1, w2, t1, t2 } = *input;
    let fork = backprop::chain::fork(x, [w1, w2], [t1, t2]);
    Ok(Outputs::new()
        .with_each("z", [w1 * x, w2 * x])
        .with("loss", fork.loss)
        .with_each("d_z", [fork.first.d_z, fork.second.d_z])
        .with("by_first", fork.first.d_x)
        .with("by_second", fork.second.d_x)
        .with("d_x", fork.d_x))
}
