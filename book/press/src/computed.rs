//! What the chapters' functions return at the defaults: each is called once, and all processors take part.

use show::{Chapter, Example, Figure, Outputs, Result, Still};
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// What one chapter's functions return.
#[derive(Debug, Clone, Default)]
pub struct Computed {
    /// Its worked examples, in the chapter's order.
    pub examples: Vec<Result<Outputs>>,
    /// Its numbers without inputs.
    pub numbers: Vec<Result<Outputs>>,
    /// Its figures, as SVG.
    pub figures: Vec<Result<String>>,
    /// Its figures without inputs.
    pub still_figures: Vec<Result<String>>,
    /// Its transcripts.
    pub transcripts: Vec<Result<String>>,
}

impl Computed {
    /// Calls all functions of `chapters`; what each returns is at the place of its chapter.
    pub fn all(chapters: &[Chapter]) -> Vec<Self> {
        let mut examples =
            each(chapters, |c| c.examples().collect(), Example::at_defaults);
        let mut numbers = each(chapters, |c| c.numbers.iter().collect(), run);
        let mut figures = each(
            chapters,
            |c| c.interactive_figures().collect(),
            Figure::at_defaults,
        );
        let mut still_figures = each(chapters, |c| c.figures.iter().collect(), run);
        let mut transcripts = each(chapters, |c| c.transcripts.iter().collect(), run);
        let computed = chapters.iter().map(|chapter| Self {
            examples: examples.by_ref().take(chapter.examples().count()).collect(),
            numbers: numbers.by_ref().take(chapter.numbers.len()).collect(),
            figures: figures
                .by_ref()
                .take(chapter.interactive_figures().count())
                .collect(),
            still_figures: still_figures.by_ref().take(chapter.figures.len()).collect(),
            transcripts: transcripts
                .by_ref()
                .take(chapter.transcripts.len())
                .collect(),
        });
        computed.collect()
    }
}

fn run<T>(still: &Still<T>) -> Result<T> {
    (still.run)()
}

/// What `run` makes of each of the things that `of` finds in the chapters, in their order.
fn each<J: Sync, T: Send>(
    chapters: &[Chapter],
    of: fn(&Chapter) -> Vec<&J>,
    run: fn(&J) -> T,
) -> impl Iterator<Item = T> {
    let jobs: Vec<_> = chapters.iter().flat_map(of).collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut made = Vec::new();
        loop {
            let place = next.fetch_add(1, Ordering::Relaxed);
            let Some(job) = jobs.get(place) else {
                return made;
            };
            made.push((place, run(job)));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut made: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let made = workers.into_iter().flat_map(|worker| {
            worker.join().unwrap_or_else(|panic| resume_unwind(panic))
        });
        made.collect()
    });
    made.sort_by_key(|(place, _)| *place);
    made.into_iter().map(|(_, made)| made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use show::Interactive;

    #[test]
    fn what_each_chapter_returns_is_at_its_place_and_in_its_order() {
        let text = |name, run: fn() -> Result<String>| Still::new(name, run);
        let chapter = |transcripts| {
            let interactive = Interactive {
                package: "lines",
                examples: Vec::new(),
                figures: Vec::new(),
            };
            Chapter {
                transcripts,
                ..Chapter::of(interactive)
            }
        };
        let chapters = [
            chapter(vec![
                text("a", || Ok("a".into())),
                text("b", || Err("b fails".into())),
            ]),
            chapter(Vec::new()),
            chapter(vec![text("c", || Ok("c".into()))]),
        ];
        let computed = Computed::all(&chapters);
        let transcripts: Vec<_> = computed.into_iter().map(|c| c.transcripts).collect();
        let [a, b, c] = [Ok("a".into()), Err("b fails".into()), Ok("c".into())];
        assert_eq!(transcripts, [vec![a, b], vec![], vec![c]]);
    }
}
