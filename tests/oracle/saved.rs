//! Linkers to be saved.

use inquit::{Annotator, Document, Linker, Mode};

/// Two linkers, one with more documents than the other.
///
/// # Panics
///
/// Never: they are made of small texts with ids of their own.
pub fn linkers() -> [Linker; 2] {
    let annotator = Annotator::builder().mode(Mode::Rules).build();
    [80, 50].map(|count| {
        let mut linker = Linker::new();
        for at in 0..count {
            let text = format!(
                "“We will never sell the old ferry number {at} to anybody,” said Clark Kent.\n\n\
                 “Nobody asked me about boat number {at},” said Lois Lane."
            );
            let document = Document::new(format!("d{at}"), text).expect("a small text");
            linker.add(&annotator.annotate(&document)).expect("ids of their own");
        }
        linker
    })
}
