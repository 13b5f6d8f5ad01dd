//! Makes a book, whatever its chapters are.
//!
//! The chapters know nothing of mdBook, HTML or Markdown: each hands out one list of what it shows.
//! The press is handed these lists ([`contents`]), computes all that they name ([`computed`], [`stock`]) and puts it
//! into the pages ([`page`]): numbers ([`numeral`], [`values`], [`census`], [`rules`]), formulas
//! ([`formula`]), figures and listings ([`listing`]), what example programs print ([`examples`]), the
//! sources' ledger ([`ledger`]) and what was measured ([`results`]). Compiled to WebAssembly they are
//! the programs that answer in the pages ([`program`]), as [`catalogue`] tells them.
//! The files that listings are cut out of stand beside the pages ([`whole_file`]).
//! Whatever is wrong is collected in [`problem`], with the place that it has in the [`files`].
//!
//! [`edition`] is the whole book, [`preprocessor`] is how mdBook calls it ([`beside`]: by commands),
//! [`build`](mod@build) how we call mdBook ([`warnings`] are errors), into a folder of its own
//! ([`output`], [`lock`]). [`proof`], [`figures`], [`links`], [`crate_graph`] and
//! [`browser`](mod@browser) check what was built, all of them in [`suite`]. The crate `cli`, which
//! hands it the chapters, has the `cargo book` command; [`serve`] ([`server`]), [`artifact`], [`bench`](mod@bench) and
//! [`progress`] do its work.
#![forbid(unsafe_code)]

pub mod artifact;
pub mod bench;
pub mod beside;
pub mod browser;
pub mod build;
pub mod catalogue;
pub mod census;
pub mod computed;
pub mod contents;
pub mod crate_graph;
pub mod edition;
pub mod examples;
pub mod figures;
pub mod files;
pub mod formula;
pub mod ledger;
pub mod links;
pub mod listing;
pub mod lock;
pub mod numeral;
pub mod output;
pub mod page;
pub mod preprocessor;
pub mod problem;
pub mod program;
pub mod progress;
pub mod proof;
pub mod results;
pub mod rules;
pub mod serve;
pub mod server;
pub mod stock;
pub mod suite;
pub mod values;
pub mod warnings;
pub mod whole_file;
