//! An office, the names it goes by, and who holds it in a document.

use std::ops::Range;

use super::model::MemberId;
use super::things::written_key;
use crate::entity::words::Words;
use crate::lexicon::{TextTable, WordKey, office_key};
use crate::text::Decimal;

/// An office of so many words is one country's alone: "secretary of state".
const OWN_WORDS: usize = 3;

/// A title in the text that may stand for somebody.
#[derive(Clone, Debug)]
pub(super) struct Office {
    /// Its tokens, without what stands before.
    pub(super) tokens: Range<usize>,
    /// The token of "the", if it is right before.
    pub(super) determiner: Option<usize>,
    /// Whose office: the country of "the US president", "France's president", "president of France".
    pub(super) of: Option<MemberId>,
    /// Who holds it, where name and office stand side by side.
    pub(super) holder: Option<MemberId>,
}

/// Somebody who holds an office, as long as there is only one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Holder {
    One(MemberId, Option<MemberId>),
    Several,
}

/// The key of an office whatever it is called, apart from that of the same words.
fn shared_key(written: WordKey) -> WordKey {
    WordKey::of("").then(office_key(written))
}

/// The keys under which an office is known: as written, whatever it is called, and by its head alone.
fn office_keys(words: Words<'_>, tokens: &Range<usize>) -> [Option<WordKey>; 3] {
    let whole = written_key(words, tokens.clone());
    let of = tokens.clone().find(|&at| words.surface(at) == "of").unwrap_or(tokens.end);
    let first = words.bytes(tokens.start);
    // "The president" is not the vice president.
    let lesser = ["vice", "deputy", "under", "assistant", "former", "prime", "associate", "shadow"];
    let lesser = lesser.iter().any(|it| first.eq_ignore_ascii_case(it.as_bytes()));
    let head = (!lesser).then(|| words.key(of.saturating_sub(1)));
    [whole, whole.map(shared_key), head.filter(|&head| whole != Some(head))]
}

pub(super) fn enter(
    words: Words<'_>,
    holders: &mut TextTable<Holder>,
    tokens: &Range<usize>,
    of: Option<MemberId>,
    member: MemberId,
) {
    for key in office_keys(words, tokens).into_iter().flatten() {
        for key in [Some(key), of.map(|of| qualified(key, of))].into_iter().flatten() {
            let holder = holders.entry(key).or_insert(Holder::One(member, of));
            match holder {
                Holder::One(known, known_of) if *known == member => *known_of = known_of.or(of),
                _ => *holder = Holder::Several,
            }
        }
    }
}

/// The key of an office of one country.
fn qualified(office: WordKey, of: MemberId) -> WordKey {
    office.then(WordKey::of(Decimal::of(u32::try_from(of.0).unwrap_or(u32::MAX)).as_str()))
}

/// Whom an office that stands alone means.
pub(super) fn meant(
    words: Words<'_>,
    office: &Office,
    holders: &TextTable<Holder>,
) -> Option<MemberId> {
    let written = written_key(words, office.tokens.clone())?;
    [written, shared_key(written)].into_iter().find_map(|key| holder_of(key, office, holders))
}

fn holder_of(key: WordKey, office: &Office, holders: &TextTable<Holder>) -> Option<MemberId> {
    let one = |key: WordKey| match holders.get(&key) {
        Some(Holder::One(member, of)) => Some((*member, *of)),
        _ => None,
    };
    match office.of {
        None => one(key).map(|(member, _)| member),
        Some(of) => one(qualified(key, of)).map(|(member, _)| member).or_else(|| {
            let own = office.tokens.len() >= OWN_WORDS;
            one(key).filter(|(_, known)| own && known.is_none()).map(|(member, _)| member)
        }),
    }
}

/// "The US secretary of state" means Kerry, the only one there is, so that he is the one of the US
/// under every name of the office.
pub(super) fn learn_owners(words: Words<'_>, found: &[Office], holders: &mut TextTable<Holder>) {
    for office in found.iter().filter(|office| office.holder.is_none() && office.of.is_some()) {
        if let Some(member) = meant(words, office, holders) {
            enter(words, holders, &office.tokens, office.of, member);
        }
    }
}
