//! mdBook's warnings, which pass unseen in its log: here each is an error.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Runs `work`; what it warns of is its error.
///
/// # Errors
/// Those of `work`, or its warnings.
pub fn deny<T>(work: impl FnOnce() -> anyhow::Result<T>) -> anyhow::Result<T> {
    let heard = Heard::default();
    let done = tracing::subscriber::with_default(heard.clone(), work)?;
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

impl Subscriber for Heard {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && *metadata.level() <= Level::WARN
    }

    fn event(&self, event: &Event<'_>) {
        let mut message = Message(String::new());
        event.record(&mut message);
        if let Ok(mut heard) = self.0.lock() {
            heard.push(message.0);
        }
    }

    // Within which spans something happens is of no interest: none is enabled, all are the same.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }
    fn record(&self, _: &Id, _: &Record<'_>) {}
    fn record_follows_from(&self, _: &Id, _: &Id) {}
    fn enter(&self, _: &Id) {}
    fn exit(&self, _: &Id) {}
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
