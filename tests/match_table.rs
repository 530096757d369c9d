//! A table of matches says what the matches say.

use inquit::{Document, Match, MatchTable, Matcher, Span};
use inquit_tests::naive_matcher::PIECES;
use proptest::prelude::*;
use proptest::sample::select;

use crate::property::config;

/// Two entities of one name, and one of another.
fn matcher() -> Matcher {
    use inquit::{Dictionary, Entity};
    let dictionary = Dictionary::compile([
        Entity::new("Q1", "Kerry"),
        Entity::new("Q2", "Kerry").with_prior(1),
        Entity::new("Q3", "Müller"),
    ]);
    Matcher::new(&dictionary.expect("a dictionary"))
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let names = select(&["Kerry", "KERRY ", " Müller", "🙂", "Ü, "][..]);
    let piece = prop_oneof![select(PIECES), names];
    let text = prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat());
    prop::collection::vec(text, 0..4)
}

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn rows_are_matches(texts in texts()) {
        let matcher = matcher();
        let mut table = MatchTable::new(&matcher);
        let mut expected = Vec::new();
        for (number, text) in (0..).zip(&texts) {
            table.add(text);
            let document = Document::new("a", text.as_str()).expect("a short text");
            let found = matcher.find_iter(text);
            expected.extend(found.map(|found| (number, document.char_span(found.span()), found)));
        }
        prop_assert_eq!((table.len(), table.is_empty()), (expected.len(), expected.is_empty()));
        prop_assert!(table.documents().eq(expected.iter().map(|(number, _, _)| *number)));
        prop_assert!(table.chars().eq(expected.iter().map(|(_, chars, _)| *chars)));
        let bytes = table.matches().map(|found| Span::new(found.start, found.end));
        prop_assert!(bytes.eq(expected.iter().map(|(_, _, found)| found.span())));
        let first = |found: &Match<'_>| found.candidates().numbers().next();
        prop_assert!(table.entities().map(Some).eq(expected.iter().map(|(_, _, it)| first(it))));

        let offsets: Vec<usize> = table.candidate_offsets().map(|offset| offset as usize).collect();
        let candidates: Vec<u32> = table.candidates().collect();
        prop_assert_eq!((offsets.len(), offsets.last()), (table.len() + 1, Some(&candidates.len())));
        for (ends, (_, _, found)) in offsets.windows(2).zip(&expected) {
            let numbers: Vec<u32> = found.candidates().numbers().collect();
            prop_assert_eq!(&candidates[ends[0]..ends[1]], numbers);
        }
        for number in 0..=texts.len() {
            let rows = table.rows_of(number).filter_map(|row| table.row(row));
            let wanted = expected.iter().filter(|(it, _, _)| *it as usize == number);
            prop_assert!(rows.map(|(chars, _)| chars).eq(wanted.map(|(_, chars, _)| *chars)));
        }
    }
}
