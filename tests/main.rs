//! What only the whole book can promise, in one program: less to link.

mod dependencies;
mod examples;
mod fixture_book;
mod guides;
mod house;
mod output;
mod properties;
mod readme;
mod sources;
mod worked_examples;
