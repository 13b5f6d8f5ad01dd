//! The smallest steps of a calculation, each with its derivatives.

use backprop::Var;
use std::ops::{Add, Div, Mul, Neg, Sub};

// ANCHOR: steps
impl<'t> Var<'t> {
    /// A step with one number: `value`, and its `derivative` with respect to `self`.
    fn unary(self, value: f64, derivative: f64) -> Self {
        self.tape
            .record(value, [Some((self.index, derivative)), None])
    }

    // FOLD
    /// A step with two numbers. One that lives on another tape counts as a constant.
    fn binary(
        self,
        other: Self,
        value: f64,
        derivative: f64,
        other_derivative: f64,
    ) -> Self {
        let same = std::ptr::eq(self.tape, other.tape);
        let other = same.then_some((other.index, other_derivative));
        self.tape
            .record(value, [Some((self.index, derivative)), other])
    }
    // FOLD_END

    /// eˣ, which is its own derivative.
    pub fn exp(self) -> Self {
        let e = libm::exp(self.value);
        self.unary(e, e)
    }

    // FOLD
    /// erf(x), whose derivative is 2 / √π · exp(−x²).
    pub fn erf(self) -> Self {
        let x = self.value;
        let derivative = std::f64::consts::FRAC_2_SQRT_PI * libm::exp(-x * x);
        self.unary(libm::erf(x), derivative)
    }

    /// The larger of two numbers, the first of two equal ones; NaN if either is.
    /// Its derivative is 1 in the number that it is, and 0 in the other.
    pub fn max(self, other: Self) -> Self {
        if other.value > self.value || other.value.is_nan() {
            self.binary(other, other.value, 0.0, 1.0)
        } else {
            self.binary(other, self.value, 1.0, 0.0)
        }
    }
    // FOLD_END
}

impl<'t> Add for Var<'t> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.binary(other, self.value + other.value, 1.0, 1.0)
    }
}

impl<'t> Mul for Var<'t> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.binary(other, self.value * other.value, other.value, self.value)
    }
}

// FOLD
impl<'t> Sub for Var<'t> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.binary(other, self.value - other.value, 1.0, -1.0)
    }
}

impl<'t> Div for Var<'t> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let quotient = self.value / other.value;
        self.binary(other, quotient, 1.0 / other.value, -quotient / other.value)
    }
}

impl<'t> Neg for Var<'t> {
    type Output = Self;
    fn neg(self) -> Self {
        self.unary(-self.value, -1.0)
    }
}
// FOLD_END
// ANCHOR_END: steps
