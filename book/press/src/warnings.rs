//! mdBook's warnings, which pass unseen in its log: here each is an error.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::{Event, Level, Subscriber};
use tracing_subscriber::Registry;
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};

/// Runs `work`; what it warns of is its error.
///
/// # Errors
/// Those of `work`, or its warnings.
pub fn deny<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    let heard = Heard::default();
    let subscriber = Registry::default().with(heard.clone());
    let done = tracing::subscriber::with_default(subscriber, work)?;
    let warnings = heard
        .0
        .lock()
        .map(|heard| heard.join("\n"))
        .unwrap_or_default();
    match warnings.is_empty() {
        true => Ok(done),
        false => anyhow::bail!("mdBook warns:\n{warnings}"),
    }
}

/// The warnings and errors heard so far.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<String>>>);

impl<S: Subscriber> Layer<S> for Heard {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if *event.metadata().level() <= Level::WARN {
            let mut message = Message(String::new());
            event.record(&mut message);
            if let Ok(mut heard) = self.0.lock() {
                heard.push(message.0);
            }
        }
    }
}

struct Message(String);

impl Visit for Message {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if field.name() == "message" {
            // Writing to a string cannot fail.
            let _ = write!(self.0, "{value:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_warning_is_an_error_and_news_is_not() {
        assert!(
            deny(|| {
                tracing::info!("all is well");
                Ok(1)
            })
            .is_ok()
        );
        let error = deny(|| {
            tracing::warn!("odd: {}", 2);
            Ok(1)
        })
        .unwrap_err();
        assert_eq!(error.to_string(), "mdBook warns:\nodd: 2");
    }
}
