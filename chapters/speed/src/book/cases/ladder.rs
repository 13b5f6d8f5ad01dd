//! The rungs of the ladder.

use super::{BATCH, Case, numbers};
use crate::geometry::{LAYERS, SECOND};
use crate::ladder::{Rung, Work};
use crate::network::Parameters;
use crate::{Error, Isa, count};

pub(super) fn cases(isa: Isa) -> Result<Vec<Case>, Error> {
    let parameters = Parameters::from_network(&digits::Network::start(1)?)?;
    let operations = count::forward(LAYERS[1], BATCH).operations;
    let cases = Rung::ALL.into_iter().map(|rung| {
        let x = numbers(BATCH * SECOND.image_len());
        let mut work = Work::new(&parameters, isa, &x)?;
        let name = format!("ladder-{}", rung.name());
        Ok(Case::new(name, operations, move || work.run(rung)))
    });
    cases.collect()
}
