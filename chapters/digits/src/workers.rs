//! One thread, or several that share the work.

#[cfg(feature = "train")]
use digits::Error;

/// Threads that share the work. Their number changes how long it takes, and not the result.
#[derive(Debug)]
pub struct Workers {
    #[cfg(feature = "train")]
    pool: Option<rayon::ThreadPool>,
}

impl Workers {
    /// The calling thread alone.
    pub fn alone() -> Self {
        Self {
            #[cfg(feature = "train")]
            pool: None,
        }
    }

    /// This many `threads`; 0 is as many as the machine has.
    ///
    /// # Errors
    /// [`Error::Threads`] where the machine does not give them.
    #[cfg(feature = "train")]
    pub fn new(threads: usize) -> Result<Self, Error> {
        if threads == 1 {
            return Ok(Self::alone());
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
        match pool.build() {
            Ok(pool) => Ok(Self { pool: Some(pool) }),
            Err(error) => Err(Error::Threads {
                threads,
                reason: error.to_string(),
            }),
        }
    }

    /// What `work` makes of each of `all`, in their order.
    pub(crate) fn map<T: Sync, U: Send>(
        &self,
        all: &[T],
        work: impl Fn(&T) -> U + Sync,
    ) -> Vec<U> {
        #[cfg(feature = "train")]
        if let Some(pool) = &self.pool {
            use rayon::prelude::*;
            return pool.install(|| all.par_iter().map(&work).collect());
        }
        all.iter().map(work).collect()
    }
}
