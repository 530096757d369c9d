//! A table of matches says what the matches say.

use inquit::{Document, MatchTable, Matcher, Span};
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
        let dictionary = matcher.dictionary();
        let mut table = MatchTable::default();
        let mut row = 0;
        for (number, text) in (0..).zip(&texts) {
            table.add(&matcher, number, text);
            let document = Document::new("a", text.as_str()).expect("a short text");
            for found in matcher.find_iter(text) {
                let chars = document.char_span(found.span());
                prop_assert_eq!(table.documents()[row], number);
                prop_assert_eq!((table.starts()[row], table.ends()[row]), (chars.start, chars.end));
                let bytes = Span::new(table.byte_starts()[row], table.byte_ends()[row]);
                prop_assert_eq!(bytes, found.span());
                let offsets = table.candidate_offsets();
                let candidates = &table.candidates()[offsets[row] as usize..offsets[row + 1] as usize];
                prop_assert_eq!(Some(&table.entities()[row]), candidates.first());
                let ids: Vec<_> = candidates
                    .iter()
                    .map(|&number| dictionary.id(number).expect("a number"))
                    .collect();
                prop_assert!(found.candidates().eq(ids));
                row += 1;
            }
        }
        prop_assert_eq!((table.len(), table.is_empty()), (row, row == 0));
        prop_assert_eq!(table.candidate_offsets().len(), row + 1);
        prop_assert_eq!(table.candidates().len(), table.candidate_offsets()[row] as usize);
    }
}
