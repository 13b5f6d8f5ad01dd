//! Where the weights start: the shapes, and the random numbers.

mod drawn;

use digits::{Error, Network};

impl Network {
    /// The network before it has learned anything: each weight is a normal deviate times √(2 / n),
    /// where n is the number of inputs of its neuron, and each bias is 0. One seed, one network.
    ///
    /// The deviates are drawn layer by layer, and in each in the order of the array.
    ///
    /// Source: K. He, X. Zhang, S. Ren and J. Sun, "Delving deep into rectifiers", ICCV 2015: a
    /// ReLU silences half of its inputs, and the 2 makes up for it.
    ///
    /// ```
    /// use digits::Network;
    /// assert_eq!(Network::start(1)?, Network::start(1)?);
    /// assert_ne!(Network::start(1)?, Network::start(2)?);
    /// # Ok::<(), digits::Error>(())
    /// ```
    ///
    /// # Errors
    /// None for these shapes; a layer could refuse others.
    pub fn start(seed: u64) -> Result<Self, Error> {
        drawn::network(seed)
    }

    /// The network with the shapes of [`start`](Self::start), and 0 for each of its numbers.
    ///
    /// ```
    /// use digits::Network;
    /// let (zeros, start) = (Network::zeros()?, Network::start(1)?);
    /// assert_eq!(
    ///     zeros.parameters().map(|array| array.shape().to_vec()),
    ///     start.parameters().map(|array| array.shape().to_vec()),
    /// );
    /// assert!(zeros.parameters().iter().flatten().all(|w| *w == 0.0));
    /// # Ok::<(), digits::Error>(())
    /// ```
    ///
    /// # Errors
    /// None for these shapes; a layer could refuse others.
    pub fn zeros() -> Result<Self, Error> {
        drawn::zeros()
    }
}
