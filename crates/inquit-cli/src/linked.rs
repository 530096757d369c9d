//! Documents from files into a linker, annotated unless they come as annotations.

use std::collections::HashMap;
use std::io::{BufReader, Read};

use inquit::{Annotations, Annotator, BatchOptions, Document, Limits, Linker};
use inquit_io::Inputs;

use crate::batches::{BATCH_BYTES, BATCH_DOCUMENTS, STDIN_BUFFER, Stop};
use crate::progress::Progress;
use crate::talk::Talk;

/// Adds all documents, in order. Those that fail are named; the result is how many they were.
pub(crate) fn link(
    inputs: Inputs,
    threads: usize,
    stdin: impl Read,
    talk: &mut Talk<'_>,
    mut progress: Progress,
    annotator: &Annotator,
    linker: &mut Linker,
) -> Result<u64, Stop> {
    let stdin = BufReader::with_capacity(STDIN_BUFFER, stdin);
    let mut documents = inputs.documents(stdin, Limits::new()).with_records();
    let (mut done, mut failed) = (0, 0);
    // Where each document stands, by its id.
    let mut known: HashMap<Box<str>, Box<str>> = HashMap::new();
    loop {
        let mut bytes = 0;
        let (mut plain, mut places): (Vec<Document>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut batch: Vec<Option<Annotations>> = Vec::new();
        let mut origins: Vec<Box<str>> = Vec::new();
        let mut is_last = false;
        while bytes < BATCH_BYTES && batch.len() < BATCH_DOCUMENTS {
            match documents.next() {
                Some(Ok(document)) => {
                    bytes += document.text().len();
                    let record = documents.take_record();
                    if record.is_none() {
                        places.push(batch.len());
                        plain.push(document);
                    }
                    batch.push(record);
                    origins.push(documents.place());
                }
                Some(Err(error)) => {
                    failed += 1;
                    progress.aside(|| talk.error(&error));
                }
                None => {
                    is_last = true;
                    break;
                }
            }
        }
        let options = BatchOptions::new().threads(threads.min(plain.len()));
        let found = options.map(&plain, |document| annotator.annotate(document));
        for (place, found) in places.into_iter().zip(found.map_err(Stop::Core)?) {
            if let Some(slot) = batch.get_mut(place) {
                *slot = Some(found);
            }
        }
        for (annotations, place) in batch.into_iter().flatten().zip(origins) {
            let id = annotations.document().id();
            if let Some(first) = known.get(id) {
                failed += 1;
                let error = format!(
                    "{place}: document `{id}` is given twice, first at {first}; \
                     give each an id of its own"
                );
                progress.aside(|| talk.error(&error));
                continue;
            }
            linker.add(&annotations).map_err(Stop::Core)?;
            known.insert(id.into(), place);
            done += 1;
        }
        progress.update(documents.bytes_read(), done + failed);
        if is_last {
            return Ok(failed);
        }
    }
}
