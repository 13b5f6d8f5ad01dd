//! Reverse-mode automatic differentiation: the gradient of any formula, from the derivatives of its
//! smallest steps.

mod steps;

use std::cell::RefCell;

// ANCHOR: tape
/// The numbers that a step used: where each is on the tape, and the derivative by it.
type Step = [Option<(usize, f64)>; 2];

/// A record of every step of a calculation, in the order in which it happened.
#[derive(Debug, Default)]
pub struct Tape {
    steps: RefCell<Vec<Step>>,
}

/// A number on a tape: its value, and where on the tape it was made.
#[derive(Debug, Clone, Copy)]
pub struct Var<'t> {
    tape: &'t Tape,
    index: usize,
    /// The number itself.
    pub value: f64,
}

impl Tape {
    // FOLD
    /// An empty tape.
    pub fn new() -> Self {
        Self::default()
    }
    // FOLD_END

    /// A number that depends on nothing: an input, a weight, a constant.
    pub fn var(&self, value: f64) -> Var<'_> {
        self.record(value, [None, None])
    }

    fn record(&self, value: f64, used: Step) -> Var<'_> {
        let mut steps = self.steps.borrow_mut();
        steps.push(used);
        Var {
            tape: self,
            index: steps.len() - 1,
            value,
        }
    }
}
// ANCHOR_END: tape

impl<'t> Var<'t> {
    /// ∂self/∂v for each number `v` in `of`, in their order; 0 for one of another tape.
    ///
    /// ```
    /// use backprop::Tape;
    /// let tape = Tape::new();
    /// let (x, w, t) = (tape.var(3.0), tape.var(0.5), tape.var(2.0));
    /// let error = w * x - t;
    /// let loss = error * error;
    /// assert_eq!(loss.value, 0.25);
    /// assert_eq!(loss.gradient(&[w, x]), [-3.0, -0.5]);
    /// ```
    // ANCHOR: backward
    pub fn gradient(self, of: &[Self]) -> Vec<f64> {
        let steps = self.tape.steps.borrow();
        let mut gradient = vec![0.0; self.index + 1];
        // ∂L/∂L = 1
        gradient[self.index] = 1.0;
        for (index, used) in steps.iter().enumerate().take(self.index + 1).rev() {
            let d_step = gradient[index];
            for (earlier, derivative) in used.iter().flatten() {
                // ∂L/∂u = Σ ∂L/∂v · ∂v/∂u, over the steps v that used u
                gradient[*earlier] += d_step * derivative;
            }
        }
        // FOLD
        let found = |v: &Self| match std::ptr::eq(self.tape, v.tape) {
            true => gradient.get(v.index).copied().unwrap_or(0.0),
            false => 0.0,
        };
        // FOLD_END
        of.iter().map(found).collect()
    }
    // ANCHOR_END: backward
}
