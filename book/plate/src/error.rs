//! Why a figure cannot be drawn.

use plotters::drawing::DrawingAreaErrorKind;

/// Why a figure cannot be drawn: an [`ErrorKind`], boxed. A page's program
/// holds hundreds of places that hand such an error on, and each is as large as the error.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error(transparent)]
pub struct Error(Box<ErrorKind>);

impl Error {
    /// What is wrong.
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self(Box::new(kind))
    }
}

/// What is wrong with a drawing.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ErrorKind {
    /// plotters was given a colour of its own, which no theme could change.
    #[error(
        "the colour #{0:02x}{1:02x}{2:02x} is not an ink: draw with `plate::Ink`, so that the figure follows the theme"
    )]
    NotAnInk(u8, u8, u8),
    /// plotters asked for single pixels, which an SVG has not.
    #[error("a plate draws shapes: it has no single pixels")]
    Pixels,
    /// An axis without a length, or with more ticks than anyone could read.
    #[error("the axis `{name}` from {from} to {to} {why}")]
    Axis {
        /// The axis name.
        name: String,
        /// Where it begins.
        from: f64,
        /// Where it ends.
        to: f64,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A chart that is too small for its own axis labels, or larger than any page.
    #[error(
        "a chart of {width} by {height} px: its axes need room, and no page has 10000 px"
    )]
    Size {
        /// The width asked for.
        width: f64,
        /// The height asked for.
        height: f64,
    },
    /// plotters reports an error of its own.
    #[error("plotters: {0}")]
    Plotters(String),
}

impl From<DrawingAreaErrorKind<Error>> for Error {
    fn from(error: DrawingAreaErrorKind<Error>) -> Self {
        use plotters_backend::DrawingErrorKind::DrawingError;
        match error {
            DrawingAreaErrorKind::BackendError(DrawingError(error)) => error,
            other => ErrorKind::Plotters(other.to_string()).into(),
        }
    }
}
