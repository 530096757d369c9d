//! What is true of every linker.

use std::collections::HashMap;

use inquit::{
    Annotations, Annotator, CueClass, Document, Linker, LinkerOptions, Mode, OffsetUnit, Utterance,
};
use inquit_io::{ReportOptions, report_html};

use crate::well_formed;

/// Links lines, each a record of `inquit extract --with-text` or else the text of an article.
///
/// # Panics
///
/// When a part of a quote is not in its text, alterations do not make their variant, a document is in
/// no story or in two, saved bytes are another linker or survive a change, or a page is not well formed.
pub fn linker(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let annotator = Annotator::builder().mode(Mode::Rules).build();
    let options = LinkerOptions::new().with_classes(CueClass::ALL);
    let mut linker = Linker::with_options(options);
    let mut texts: HashMap<String, String> = HashMap::new();
    for (at, line) in text.lines().enumerate() {
        let found = Annotations::from_json(line, OffsetUnit::CodePoint).unwrap_or_else(|_| {
            let document = Document::new(format!("d{at}"), line);
            annotator.annotate(&document.expect("fuzzers stay within the limits"))
        });
        let document = found.document();
        let is_known = texts.contains_key(document.id());
        match linker.add(&found) {
            Ok(added) => {
                assert!(!is_known, "{} is added twice", document.id());
                assert!(!added.story().is_empty(), "{} is in no story", document.id());
                texts.insert(document.id().to_owned(), document.text().to_owned());
            }
            Err(error) => assert!(is_known && error.is_repeated_document(), "{error}"),
        }
    }
    holds_together(&linker, &texts);
    let verified = linker.verify(text.lines().next().unwrap_or_default(), Some("Kent"));
    assert!(
        verified.iter().all(|it| serde_json::from_str::<serde_json::Value>(&it.to_json()).is_ok())
    );
    is_kept(&linker, data);
}

fn holds_together(linker: &Linker, texts: &HashMap<String, String>) {
    let links = linker.links();
    let documents: Vec<&str> =
        links.stories.iter().flat_map(|it| &it.documents).map(|id| &**id).collect();
    assert_eq!(documents.len(), texts.len(), "each document is in one story");
    assert!(documents.iter().all(|id| texts.contains_key(*id)));
    for utterance in &links.utterances {
        is_in_its_texts(utterance, texts);
    }
    assert!(serde_json::from_str::<serde_json::Value>(&links.to_json()).is_ok());
    assert_eq!(well_formed(&report_html(&links, &ReportOptions::new())), Ok(()));
}

fn is_in_its_texts(utterance: &Utterance, texts: &HashMap<String, String>) {
    let variants = utterance.variants.iter().map(|it| &it.member);
    for member in std::iter::once(&utterance.reference).chain(variants) {
        let text = &texts[&*member.document];
        assert!(member.spans.iter().all(|span| span.get(text).is_some()), "{member:?}");
        assert_eq!(member.spans.len(), member.char_spans.len());
        let words = member.words();
        assert!(words.iter().all(|span| span.get(&member.text).is_some()), "{member:?}");
        assert!(words.is_sorted_by(|one, next| one.end <= next.start), "{member:?}");
    }
    for variant in utterance.variants.iter().filter(|it| !it.alterations.is_empty()) {
        let member = &variant.member;
        let words: Vec<&str> =
            member.words().into_iter().filter_map(|span| span.get(&member.text)).collect();
        assert_eq!(variant.replayed(&utterance.reference), words.join(" "), "{variant:?}");
    }
}

/// Its bytes are it, and no other bytes are.
fn is_kept(linker: &Linker, data: &[u8]) {
    let bytes = linker.to_bytes();
    let again = Linker::from_bytes(bytes.clone()).expect("its own bytes");
    assert_eq!(again.links(), linker.links());
    assert!(again.to_bytes() == bytes, "the same linker, other bytes");
    let at = data.iter().fold(0_usize, |at, &byte| at.wrapping_mul(31).wrapping_add(byte.into()));
    let mut damaged = bytes;
    let at = at % damaged.len();
    damaged[at] ^= 1 << (at % 8);
    assert!(Linker::from_bytes(damaged).is_err(), "a change of byte {at} goes unseen");
}
