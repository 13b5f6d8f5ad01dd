//! What cargo says that it has made.

use cargo_metadata::Message;
use std::path::PathBuf;

/// The program of the package that cargo was asked for, from its `messages`; `None` where it made none.
pub fn program(messages: &[u8]) -> Option<PathBuf> {
    let artifacts = Message::parse_stream(messages).flatten();
    let programs = artifacts.filter_map(|message| match message {
        Message::CompilerArtifact(artifact) => artifact.executable,
        _ => None,
    });
    programs.last().map(PathBuf::from)
}
