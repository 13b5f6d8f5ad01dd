//! What was measured: `cargo book bench` and `direct/tests/peers/compare.py` write it, the page and its
//! figures show it.

use serde::Deserialize;
use show::Error;
use std::collections::BTreeMap;

/// The results of the benches.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Measured {
    /// The processor, and how many cores the run had.
    pub machine: String,
    /// Each bench by its name.
    pub benches: BTreeMap<String, Bench>,
}

/// One bench.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Bench {
    /// Nanoseconds for one iteration: the median.
    pub ns: f64,
    /// Operations in one iteration, or bytes.
    #[serde(default)]
    pub elements: f64,
}

impl Measured {
    /// Those of the file beside the chapter.
    ///
    /// # Errors
    /// A file of another form.
    pub fn committed() -> Result<Self, Error> {
        let file = include_bytes!("../../results/bench.json");
        Ok(serde_json::from_slice(file)?)
    }

    /// The bench called `name`.
    ///
    /// # Errors
    /// A name that was not measured.
    pub fn bench(&self, name: &str) -> Result<Bench, Error> {
        let bench = self.benches.get(name).copied();
        Ok(bench.ok_or_else(|| format!("{name} was not measured"))?)
    }

    /// How many thousand million operations, or bytes, a second.
    ///
    /// # Errors
    /// As [`bench`](Self::bench).
    pub fn giga(&self, name: &str) -> Result<f64, Error> {
        let Bench { ns, elements } = self.bench(name)?;
        Ok(elements / ns)
    }
}

/// The same work here and in PyTorch.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Peers {
    /// The day.
    pub date: String,
    /// The processor.
    pub machine: String,
    /// PyTorch's version.
    pub pytorch: String,
    /// How often the two took turns.
    pub rounds: u32,
    /// What was compared, by its name in the protocol of the workers.
    pub ops: BTreeMap<String, Compared>,
}

/// An op: the fastest turn of each.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct Compared {
    /// Microseconds here.
    pub ours_us: f64,
    /// Microseconds there.
    pub theirs_us: f64,
}

impl Peers {
    /// What is compared, and what it is called in the chapter.
    pub const OPS: [(&str, &str); 10] = [
        ("lenet_train", "a step, 64 digits"),
        ("lenet_train_two_threads", "the same, two threads each"),
        ("lenet_infer64", "answers for 64 digits"),
        ("lenet_infer64_two_threads", "the same, two threads each"),
        ("lenet_infer1", "answers for one digit"),
        ("conv:64,1,28,28,6,5,1,2", "first convolution, 64 images"),
        ("conv:64,6,14,14,16,5,1,0", "second convolution, 64 images"),
        ("conv:1,3,224,224,64,3,1,1", "3×224×224 to 64 maps, 3×3"),
        ("maxpool:64,6,28,28,2,2", "maximum, 2×2, 64 images"),
        ("avgpool:64,6,28,28,2,2", "average, 2×2, 64 images"),
    ];

    /// Those of the file beside the chapter.
    ///
    /// # Errors
    /// A file of another form.
    pub fn committed() -> Result<Self, Error> {
        let file = include_bytes!("../../results/peers.json");
        Ok(serde_json::from_slice(file)?)
    }

    /// The times of an `op`.
    ///
    /// # Errors
    /// One that was not compared.
    pub fn compared(&self, op: &str) -> Result<Compared, Error> {
        let compared = self.ops.get(op).copied();
        Ok(compared.ok_or_else(|| format!("{op} was not compared"))?)
    }
}
