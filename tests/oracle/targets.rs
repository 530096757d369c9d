//! What the fuzzers run: each takes any bytes, and panics where something is wrong.
//!
//! Called by the integration tests with mutated texts of the vectors, and by `tests/fuzz`.

use std::sync::LazyLock;

use inquit::{
    Annotations, Annotator, CaseRule, Dictionary, Document, Entity, Limits, Matcher, RecordOptions,
    Span, pair_marks, tokenize,
};
use inquit_io::{JsonLines, write_record};
use serde::Deserialize;

pub use crate::entity_files::entity_files;
pub use crate::linker::linker;
use crate::naive_matcher::{self, PIECES};
use crate::{is_blank, record_violations, violations};

/// A fuzz target with its name.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const ALL: [Target; 7] = [
    ("annotate", annotate),
    ("record", record),
    ("text", text),
    ("matcher", matcher),
    ("jsonl", jsonl),
    ("entity_files", entity_files),
    ("linker", linker),
];

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
    let again = annotations(&WITH_DICTIONARY, &text);
    assert_eq!(format!("{found:?}"), format!("{again:?}"), "a second run differs");
    let wrong = record_violations(&found);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Splits into tokens and pairs quotation marks.
///
/// # Panics
///
/// When something that is not white space is in no token or in two, or marked stretches are out of
/// order, cross each other or are not as deep as they say.
pub fn text(data: &[u8]) {
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

    let mut around: Vec<Span> = Vec::new();
    let mut start = 0;
    for marked in pair_marks(&text) {
        let span = marked.span;
        assert!(span.get(&text).is_some(), "{marked:?} does not slice the text");
        assert!(marked.inner.get(&text).is_some(), "{marked:?} does not slice the text");
        assert!(span.contains(marked.inner) && span != marked.inner, "{marked:?} has no mark");
        assert!(start <= span.start, "{marked:?} is out of order");
        start = span.start;
        around.retain(|outer| span.start < outer.end);
        assert!(around.iter().all(|outer| outer.contains(span)), "{marked:?} crosses {around:?}");
        assert_eq!(usize::from(marked.depth), around.len(), "{marked:?} in {around:?}");
        around.push(span);
    }
}

/// Finds names in a text, both put together from the pieces that the naive reference knows; it
/// finds the same.
///
/// # Panics
///
/// When they differ.
pub fn matcher(data: &[u8]) {
    let mut bytes = data.iter().map(|&byte| usize::from(byte));
    let mut pieces = |count: usize| -> String {
        bytes.by_ref().take(count).map(|byte| PIECES[byte % PIECES.len()]).collect()
    };
    let rules = CaseRule::ALL.iter().cycle();
    let entities: Vec<Entity> = (0..6_u32)
        .zip(rules)
        .map(|(number, rule)| {
            let (name, alias) = (pieces(3), pieces(5));
            let entity = Entity::new(format!("E{number}"), name).with_prior(number % 3);
            entity.with_alias_case(alias, *rule)
        })
        .collect();
    // Names without a visible character are refused.
    let Ok(dictionary) = Dictionary::compile(entities.clone()) else { return };
    let text = pieces(data.len());
    let found: Vec<_> = Matcher::new(&dictionary)
        .find_iter(&text)
        .map(|hit| {
            let ids = hit.candidates().map(ToString::to_string).collect::<Vec<_>>();
            (hit.span().range(), ids)
        })
        .collect();
    assert_eq!(found, naive_matcher::find(&entities, &text));
}

/// What a line says. The values of other keys may hold anything, even half characters.
#[derive(Deserialize)]
struct Line {
    id: Option<String>,
    text: String,
}

/// Reads the bytes as JSONL: one result for each line that is not blank, a document that says what
/// the line says or an error that names it. Annotated and written, the document can be read again.
///
/// # Panics
///
/// When that is not so.
pub fn jsonl(data: &[u8]) {
    let limits = Limits::new().with_max_line(512).with_max_document(256).expect("small limits");
    let mut results = JsonLines::new(data, "news.jsonl", limits);
    let mut objects = 0;
    for (at, line) in data.split(|&byte| byte == b'\n').enumerate() {
        let shown = if at == 0 { line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line) } else { line };
        if shown.trim_ascii().is_empty() && line.len() <= limits.max_line() {
            continue;
        }
        objects += 1;
        let place = format!("news.jsonl:{}", at + 1);
        match results.next().expect("a result for each line") {
            Ok(document) => {
                let line: Line = serde_json::from_slice(shown).expect("a line of JSON");
                assert_eq!(line.text, document.text());
                let id = line.id.filter(|id| !id.is_empty());
                assert_eq!(id.unwrap_or(place), document.id());
                is_read_again(&document);
            }
            Err(error) => assert!(error.to_string().starts_with(&place), "{error} of {place}"),
        }
    }
    let rest: Vec<String> = results.map(|result| result.unwrap_err().to_string()).collect();
    assert_eq!(rest.len(), usize::from(objects == 0), "{rest:?} after {objects} objects");
}

fn is_read_again(document: &Document) {
    let mut line = Vec::new();
    let options = RecordOptions { with_text: true, ..RecordOptions::default() };
    write_record(&mut line, &ANNOTATOR.annotate(document), options).expect("a vector takes all");
    let mut again = JsonLines::new(line.as_slice(), "again", Limits::new());
    let again = again.next().expect("a line").expect("a document");
    assert_eq!((again.id(), again.text()), (document.id(), document.text()));
}
