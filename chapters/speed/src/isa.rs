//! Instruction sets, and kernels that are compiled once for each of them.

use crate::{Lanes, Scalar};
use pulp::NullaryFnOnce;
use std::fmt;

// ANCHOR: kernel
/// A piece of work whose loops the processor's widest instructions should do.
pub trait Kernel: Sized {
    /// What is in its lanes.
    type Scalar: Scalar;
    /// What it returns.
    type Output;

    /// The work, with as many lanes as a register has.
    fn run<V: Lanes<Scalar = Self::Scalar>>(self) -> Self::Output;
}
// ANCHOR_END: kernel

// ANCHOR: isa
/// A set of instructions, and the proof that this processor has it.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Isa {
    /// 32 registers of 16 lanes.
    #[cfg(target_arch = "x86_64")]
    Avx512(pulp::x86::V4),
    /// 16 registers of 8 lanes.
    #[cfg(target_arch = "x86_64")]
    Avx2(pulp::x86::V3),
    /// What the compiler assumes.
    Plain,
}
// ANCHOR_END: isa

// ANCHOR: inlined
/// Code for more instructions than the compiler assumes has to be inlined into one
/// function. This is that function; a closure in its place would be called.
struct Inlined<K, const BITS: usize>(K);

macro_rules! inlined {
    ($bits:literal, $register:ident) => {
        impl<K: Kernel> NullaryFnOnce for Inlined<K, $bits> {
            type Output = K::Output;
            #[inline(always)]
            fn call(self) -> K::Output {
                self.0.run::<<K::Scalar as Scalar>::$register>()
            }
        }
    };
}

inlined!(512, By512);
inlined!(256, By256);
inlined!(128, By128);
// ANCHOR_END: inlined

/// The names of all sets that the code is compiled for, the widest first.
pub const NAMES: [&str; 3] = ["avx512", "avx2", "plain"];

impl Isa {
    /// Every instruction set that this processor has, the widest first.
    pub fn all() -> Vec<Self> {
        let mut all = vec![];
        #[cfg(target_arch = "x86_64")]
        {
            all.extend(pulp::x86::V4::try_new().map(Self::Avx512));
            all.extend(pulp::x86::V3::try_new().map(Self::Avx2));
        }
        all.push(Self::Plain);
        all
    }

    /// The widest that this processor has.
    pub fn best() -> Self {
        Self::all()[0]
    }

    /// How many `f32` its registers hold.
    pub fn lanes(self) -> usize {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx512(_) => 16,
            #[cfg(target_arch = "x86_64")]
            Self::Avx2(_) => 8,
            Self::Plain => 4,
        }
    }

    /// Its name on a command line.
    pub fn name(self) -> &'static str {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx512(_) => "avx512",
            #[cfg(target_arch = "x86_64")]
            Self::Avx2(_) => "avx2",
            Self::Plain => "plain",
        }
    }

    /// Runs a `kernel` with these instructions.
    // ANCHOR: run
    #[inline]
    pub fn run<K: Kernel>(self, kernel: K) -> K::Output {
        match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx512(has) => has.vectorize(Inlined::<K, 512>(kernel)),
            #[cfg(target_arch = "x86_64")]
            Self::Avx2(has) => has.vectorize(Inlined::<K, 256>(kernel)),
            Self::Plain => Inlined::<K, 128>(kernel).call(),
        }
    }
    // ANCHOR_END: run
}

impl fmt::Display for Isa {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            #[cfg(target_arch = "x86_64")]
            Self::Avx512(_) => "AVX-512",
            #[cfg(target_arch = "x86_64")]
            Self::Avx2(_) => "AVX2",
            Self::Plain => "plain code",
        })
    }
}
