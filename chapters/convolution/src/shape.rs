//! Shapes, as errors name them.

use std::fmt;

/// A shape, written as `3×28×28`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape(pub Vec<usize>);

impl fmt::Display for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sides: Vec<String> = self.0.iter().map(usize::to_string).collect();
        f.write_str(&sides.join("×"))
    }
}

impl From<&[usize]> for Shape {
    fn from(sides: &[usize]) -> Self {
        Self(sides.to_vec())
    }
}

impl<const N: usize> From<[usize; N]> for Shape {
    fn from(sides: [usize; N]) -> Self {
        Self(sides.to_vec())
    }
}
