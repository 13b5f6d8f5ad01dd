//! What `tests/peers/compare.py` has measured: the same work here and in PyTorch.
use serde::Deserialize;
use std::collections::BTreeMap;

/// The results, as the script writes them.
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
    /// A file that is no such results.
    pub fn kept() -> show::Result<Self> {
        let file = include_bytes!("../results/peers.json");
        Ok(serde_json::from_slice(file)?)
    }

    /// What was found for an `op`.
    ///
    /// # Errors
    /// One that was not compared.
    pub fn compared(&self, op: &str) -> show::Result<Compared> {
        let compared = self.ops.get(op).copied();
        Ok(compared.ok_or_else(|| format!("{op} was not compared"))?)
    }
}
