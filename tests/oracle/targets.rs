//! What the fuzzers run: each takes any bytes, and panics where something is wrong.
//!
//! Called by the integration tests with mutated texts of the vectors, and by `tests/fuzz`.

use std::sync::LazyLock;

use inquit::{Annotations, Annotator, Dictionary, Document, Entity, tokenize};

use crate::{is_blank, record_violations, violations};

/// A fuzz target with its name.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const ALL: [Target; 3] = [("annotate", annotate), ("record", record), ("tokenize", tokens)];

static ANNOTATOR: LazyLock<Annotator> = LazyLock::new(Annotator::new);

/// With names that share words, so that mutated texts come close to all of them.
static WITH_DICTIONARY: LazyLock<Annotator> = LazyLock::new(|| {
    let dictionary = Dictionary::compile([
        Entity::new("P1", "Clark Kent").with_alias("Kent").with_prior(2),
        Entity::new("P2", "Kent County").with_alias("Kent"),
        Entity::new("P3", "Kent"),
        Entity::new("P4", "said"),
    ]);
    Annotator::builder().dictionary(&dictionary.expect("four distinct entities")).build()
});

fn annotations(annotator: &Annotator, text: &str) -> Annotations {
    let document = Document::new("fuzz", text).expect("fuzzers stay within the limits");
    annotator.annotate(&document)
}

/// Annotates, without and with a dictionary; the annotations are well formed.
///
/// # Panics
///
/// When they are not.
pub fn annotate(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for annotator in [&ANNOTATOR, &WITH_DICTIONARY] {
        let wrong = violations(&annotations(annotator, &text));
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

/// Annotates twice; the records are the same, well formed, and survive JSON.
///
/// # Panics
///
/// When they are or do not.
pub fn record(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let found = annotations(&WITH_DICTIONARY, &text);
    let wrong = record_violations(&found);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let again = annotations(&WITH_DICTIONARY, &text);
    assert_eq!(format!("{found:?}"), format!("{again:?}"), "a second run differs");
}

/// Splits into tokens: in order, and everything but white space in one.
///
/// # Panics
///
/// When they are not.
pub fn tokens(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut covered = 0;
    for token in tokenize(&text) {
        let range = token.span.range();
        let gap = text.get(covered..range.start).expect("tokens in order, on code points");
        assert!(is_blank(gap), "{gap:?} is in no token");
        assert!(!is_blank(&text[token.span]), "token {:?} is blank", token.span);
        covered = range.end;
    }
    let rest = text.get(covered..).expect("tokens end with the text");
    assert!(is_blank(rest), "{rest:?} is in no token");
}
