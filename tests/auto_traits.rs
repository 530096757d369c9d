//! Every public type can be shared between threads and survives a caught panic.

use std::collections::BTreeSet;
use std::panic::{RefUnwindSafe, UnwindSafe};

use proc_macro2::{TokenStream, TokenTree};

fn shared_and_safe<T: Send + Sync + UnwindSafe + RefUnwindSafe>() {}

/// Asks the compiler for each type, and keeps its name for the comparison with the crate.
macro_rules! check {
    ($($type:ident $(<$life:lifetime>)?),+ $(,)?) => {{
        $(shared_and_safe::<inquit::$type $(<$life>)?>();)+
        BTreeSet::from([$(stringify!($type).to_owned()),+])
    }};
}

#[test]
fn every_public_type_is_send_sync_and_unwind_safe() {
    let checked = check![
        Added,
        Alias,
        Alteration,
        AlterationKind,
        Annotations,
        Annotator,
        AnnotatorBuilder,
        Atlas,
        Author,
        BatchOptions<'static>,
        Block,
        BlockKind,
        Candidates<'static>,
        CaseRule,
        CharSpan,
        Comparison,
        Confidence,
        CueClass,
        Date,
        DateMention,
        Dictionary,
        DictionaryBuilder,
        Document,
        Duplicate,
        Entity,
        EntityId,
        EntityKind,
        Error,
        Event,
        Excerpt,
        Fidelity,
        FlatMatch,
        Limits,
        LinkRow<'static>,
        LinkedDocument,
        Linker,
        LinkerOptions,
        Links,
        Marked,
        Match<'static>,
        MatchRow<'static>,
        MatchTable,
        Matcher,
        Member,
        Mention,
        MentionForm,
        Mode,
        OffsetUnit,
        Origin,
        OutletRow,
        Participant,
        Placed,
        Published,
        Quote,
        QuoteKind,
        RecordOptions,
        Row,
        SharedEntity,
        SourceKind,
        Span,
        SpokenAbout,
        SpokenTo,
        Story,
        Token,
        TokenKind,
        Utf16Span,
        Utterance,
        Variant,
        Verdict,
        Verified,
        Warning,
        WarningCode,
    ];
    assert_eq!(checked, exported(include_str!("../crates/inquit/src/lib.rs")));
}

#[test]
fn errors_are_small_and_standard() {
    fn error<T: std::error::Error + 'static>() {}
    error::<inquit::Error>();
    assert_eq!(size_of::<inquit::Error>(), size_of::<usize>());
}

/// The names of the types that `pub use` in the root of a crate exports.
fn exported(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut exporting = false;
    for token in code.parse::<TokenStream>().expect("Rust code") {
        match token {
            TokenTree::Ident(word) if word == "pub" => exporting = true,
            TokenTree::Punct(end) if end.as_char() == ';' => exporting = false,
            token if exporting => types(token, &mut names),
            _ => {}
        }
    }
    names
}

/// Types begin with a capital and go on in small letters.
fn types(token: TokenTree, names: &mut BTreeSet<String>) {
    match token {
        TokenTree::Ident(word) => {
            let word = word.to_string();
            if word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase) {
                names.insert(word);
            }
        }
        TokenTree::Group(group) => group.stream().into_iter().for_each(|it| types(it, names)),
        TokenTree::Punct(_) | TokenTree::Literal(_) => {}
    }
}
