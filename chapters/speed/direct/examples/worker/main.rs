//! A worker: does the work that other libraries are timed against, on request.
//!
//! `worker` uses exactly one thread, `worker N` uses N. It writes `ready`, and then answers each line of its
//! input with one line:
//!
//! | line | answer |
//! | --- | --- |
//! | `ops` | the names of what it can do, with spaces between |
//! | `check OP` | two sums over the result: of all numbers, and of number i times i mod 13 |
//! | `run OP TIMES` | the seconds that doing it so many times takes |
//! | anything else | `error:` and what is wrong |
//!
//! It ends with its input, or with an empty line. Besides the ops that it names, it does any
//! `conv:N,C,H,W,O,K,S,P` (images, channels, rows, columns, filters, kernel, stride, padding),
//! `maxpool:N,C,H,W,K,S` and `avgpool:N,C,H,W,K,S`, in `f32`.
//!
//! `run` makes the call that `check` makes. Inputs are made before, weights as well; all that is derived
//! from them is derived in the call. The memory of the result is the same each time, as in effect it is for
//! other libraries: their allocators hand out the block that the last call gave back.

mod network;
mod numbers;
mod ops;

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::process::ExitCode;
use std::time::Instant;

/// Something to be timed.
trait Op {
    /// One run.
    fn run(&mut self);
    /// The numbers that its result consists of, after one run from the start.
    fn result(&mut self) -> Vec<f64>;
}

/// The ops by their names, each made at its first use.
struct Worker {
    threads: usize,
    made: BTreeMap<String, Box<dyn Op>>,
}

impl Worker {
    fn op(&mut self, name: &str) -> Result<&mut Box<dyn Op>, String> {
        if !self.made.contains_key(name) {
            let op = ops::make(name, self.threads)?;
            self.made.insert(name.to_string(), op);
        }
        self.made
            .get_mut(name)
            .ok_or_else(|| format!("no op {name}"))
    }

    fn answer(&mut self, line: &str) -> Result<String, String> {
        match line.split_whitespace().collect::<Vec<_>>()[..] {
            ["ops"] => Ok(ops::NAMES.join(" ")),
            ["check", name] => {
                let result = self.op(name)?.result();
                let numbered = result.iter().enumerate();
                let (sum, weighted) = numbered
                    .fold((0.0, 0.0), |(sum, weighted), (i, y)| {
                        (sum + y, weighted + y * (i % 13) as f64)
                    });
                Ok(format!("{sum} {weighted}"))
            }
            ["run", name, times] => {
                let times: u64 = times
                    .parse()
                    .map_err(|_| format!("expected how many times, got {times}"))?;
                let op = self.op(name)?;
                let began = Instant::now();
                for _ in 0..times {
                    op.run();
                }
                Ok(began.elapsed().as_secs_f64().to_string())
            }
            _ => Err(format!(
                "expected `ops`, `check OP` or `run OP TIMES`, got `{line}`"
            )),
        }
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let threads = match &arguments[..] {
        [] => Some(1),
        [threads] => threads.parse().ok().filter(|n| (1..=256).contains(n)),
        _ => None,
    };
    let Some(threads) = threads else {
        eprintln!("expected nothing, or how many threads, from 1 to 256");
        return ExitCode::FAILURE;
    };
    let mut worker = Worker {
        threads,
        made: BTreeMap::new(),
    };
    let write = |line: String| {
        writeln!(io::stdout(), "{line}").and_then(|()| io::stdout().flush())
    };
    let mut alive = write("ready".to_string()).is_ok();
    for line in io::stdin().lock().lines().map_while(Result::ok) {
        if !alive || line.trim().is_empty() {
            break;
        }
        let answer = worker.answer(&line);
        alive = write(answer.unwrap_or_else(|error| format!("error: {error}"))).is_ok();
    }
    ExitCode::SUCCESS
}
