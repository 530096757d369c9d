//! Many documents: over threads, in order, to be stopped at any time.

use std::sync::atomic::{AtomicBool, Ordering};

use super::annotations::Annotations;
use super::annotator::Annotator;
use crate::document::Document;
use crate::error::{Error, ErrorKind};

/// How a batch of documents is run.
///
/// ```
/// use std::sync::atomic::AtomicBool;
/// use inquit::{Annotator, BatchOptions, Document};
///
/// let documents = [Document::new("a1", "“No,” said Mr Kent.")?];
/// let stop = AtomicBool::new(true);
/// let options = BatchOptions::new().threads(1).cancel(&stop);
/// let error = Annotator::new().annotate_all_with(&documents, options).unwrap_err();
/// assert!(error.is_cancelled());
/// # Ok::<(), inquit::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct BatchOptions<'a> {
    threads: usize,
    cancel: Option<&'a AtomicBool>,
}

impl<'a> BatchOptions<'a> {
    /// One thread a core, and no way to stop.
    pub const fn new() -> BatchOptions<'a> {
        BatchOptions { threads: 0, cancel: None }
    }

    /// How many threads; 0, the default, is one a core. The results are the same for any number.
    #[must_use]
    pub const fn threads(self, threads: usize) -> BatchOptions<'a> {
        BatchOptions { threads, ..self }
    }

    /// A flag that stops the batch, before the next document, once it is true.
    #[must_use]
    pub const fn cancel(self, flag: &'a AtomicBool) -> BatchOptions<'a> {
        BatchOptions { cancel: Some(flag), ..self }
    }

    /// Makes something of every document, on these threads. Results stand in the order of the
    /// documents.
    ///
    /// ```
    /// use inquit::{BatchOptions, Document};
    ///
    /// let documents = [Document::new("a1", "One.")?, Document::new("a2", "Fifteen.")?];
    /// let lengths = BatchOptions::new().map(&documents, |document| document.text().len())?;
    /// assert_eq!(lengths, [4, 8]);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When it was cancelled, or the threads could not be started.
    pub fn map<T: Send>(
        self,
        documents: &[Document],
        make: impl Fn(&Document) -> T + Sync,
    ) -> Result<Vec<T>, Error> {
        let one = |document: &Document| (!self.is_cancelled()).then(|| make(document));
        let results = run(documents, self.threads, one)?;
        let total = results.len();
        let done = results.iter().flatten().count();
        let all: Option<Vec<T>> = results.into_iter().collect();
        all.ok_or_else(|| ErrorKind::Cancelled { done, total }.into())
    }

    fn is_cancelled(&self) -> bool {
        self.cancel.is_some_and(|flag| flag.load(Ordering::Relaxed))
    }
}

impl Annotator {
    /// Annotates every document, on one thread a core. Results stand in the order of the documents.
    ///
    /// ```
    /// use inquit::{Annotator, Document};
    ///
    /// let documents = [Document::new("a1", "“No,” said Mr Kent.")?, Document::new("a2", "")?];
    /// let found = Annotator::new().annotate_all(&documents);
    /// assert_eq!(found.len(), 2);
    /// assert_eq!(found[0].quotes().len(), 1);
    /// # Ok::<(), inquit::Error>(())
    /// ```
    pub fn annotate_all(&self, documents: &[Document]) -> Vec<Annotations> {
        match self.annotate_all_with(documents, BatchOptions::new()) {
            Ok(found) => found,
            // Threads may be refused by the system; one is always there.
            Err(_) => documents.iter().map(|document| self.annotate(document)).collect(),
        }
    }

    /// Annotates every document as the options say. Results stand in the order of the documents.
    ///
    /// # Errors
    ///
    /// When it was cancelled, or the threads could not be started.
    pub fn annotate_all_with(
        &self,
        documents: &[Document],
        options: BatchOptions<'_>,
    ) -> Result<Vec<Annotations>, Error> {
        self.map_all(documents, options, |annotations| annotations)
    }

    /// Annotates every document and makes something of it, on the thread that annotated it.
    ///
    /// # Errors
    ///
    /// When it was cancelled, or the threads could not be started.
    pub fn map_all<T: Send>(
        &self,
        documents: &[Document],
        options: BatchOptions<'_>,
        make: impl Fn(Annotations) -> T + Sync,
    ) -> Result<Vec<T>, Error> {
        options.map(documents, |document| make(self.annotate(document)))
    }
}

/// More threads than this are never started.
#[cfg(feature = "rayon")]
const MAX_THREADS: usize = 256;

/// Runs on a pool made for this call: one that lives on would hang in a process forked from ours.
#[cfg(feature = "rayon")]
fn run<T: Send>(
    documents: &[Document],
    threads: usize,
    one: impl Fn(&Document) -> T + Sync,
) -> Result<Vec<T>, Error> {
    use rayon::prelude::*;

    // More threads than documents, or than any machine has cores, would only cost.
    let threads = threads.min(documents.len()).min(MAX_THREADS);
    if threads == 1 || documents.len() < 2 {
        return Ok(documents.iter().map(one).collect());
    }
    // Scoped, so that every thread has ended when the call returns.
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build_scoped(rayon::ThreadBuilder::run, |pool| {
            pool.install(|| documents.par_iter().with_max_len(1).map(&one).collect())
        })
        .map_err(|error| ErrorKind::Threads { threads, reason: error.to_string().into() }.into())
}

#[cfg(not(feature = "rayon"))]
#[expect(clippy::unnecessary_wraps, reason = "the same signature as with threads")]
fn run<T: Send>(
    documents: &[Document],
    _threads: usize,
    one: impl Fn(&Document) -> T + Sync,
) -> Result<Vec<T>, Error> {
    Ok(documents.iter().map(one).collect())
}
