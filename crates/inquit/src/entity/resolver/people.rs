//! Who is who among people: full names first, then family names, given names and titles.

use std::borrow::Cow;
use std::ops::Range;

use super::cast::{Cast, Member};
use super::gender::agree;
use super::model::MemberId;
use crate::entity::words::Words;
use crate::lexicon::{
    Gender, Role, TextTable, WordKey, may_be_one_name, spelled_alike, spelling_key,
};
use crate::text::fold_accent;

/// Of people with one family name, so many are compared with a new one that has it.
const MOST_COMPARED: usize = 8;
/// Longest full name, in words; of a longer one the last words count.
const LONGEST: usize = 8;
/// Most ends that the names of one person are known by.
const MOST_TAILS: usize = 16;

/// Everybody with a name, by the words of it.
#[derive(Debug, Default)]
pub(super) struct People {
    full: TextTable<MemberId>,
    tails: TextTable<Namesakes>,
    /// Given and middle names; `None` where two people have one.
    parts: TextTable<Option<MemberId>>,
    /// By the number of the member.
    given: Vec<Option<Given>>,
    /// Family names by what all spellings of one share; the first of each.
    spellings: TextTable<WordKey>,
    clock: u32,
}

/// Those who share a family name.
#[derive(Debug, Default)]
struct Namesakes {
    /// The last to come in.
    last: Option<MemberId>,
    /// Those before, the latest at the end.
    before: Vec<MemberId>,
    /// For each gender, and none: who was mentioned last and when.
    recent: [Option<(u32, MemberId)>; 3],
    /// The same: who comes first in the text.
    first: [Option<MemberId>; 3],
}

/// What is known of somebody beside the name.
#[derive(Clone, Copy, Debug)]
struct Traits {
    gender: Option<Gender>,
    suffix: Option<WordKey>,
}

/// The start of a full name, and what stands behind it.
#[derive(Clone, Debug)]
struct Given {
    first: Box<str>,
    middle: Option<char>,
    suffix: Option<WordKey>,
}

impl Namesakes {
    /// All that are kept, the latest first.
    fn latest(&self) -> impl Iterator<Item = MemberId> {
        self.last.into_iter().chain(self.before.iter().rev().copied())
    }

    /// Adds somebody; whether others were there.
    fn push(&mut self, member: MemberId) -> bool {
        let Some(before) = self.last.replace(member) else { return false };
        if self.before.len() + 1 == MOST_COMPARED {
            self.before.remove(0);
        }
        self.before.push(before);
        true
    }
}

fn slot(gender: Option<Gender>) -> usize {
    match gender {
        Some(Gender::Male) => 0,
        Some(Gender::Female) => 1,
        None => 2,
    }
}

/// The words of a name that count: without "Jr" and particles before it.
pub(super) fn name_words(words: Words<'_>, tokens: Range<usize>) -> Range<usize> {
    let Range { mut start, mut end } = tokens;
    while end > start + 1 && (words.role(end - 1).any(Role::SUFFIX) || !words.is_word(end - 1)) {
        end -= 1;
    }
    while start + 1 < end
        && words.role(start).any(Role::PARTICLE)
        && words.surface(start).starts_with(char::is_lowercase)
    {
        start += 1;
    }
    start.max(end.saturating_sub(LONGEST))..end
}

/// The key of a name whatever its accents, and whether hyphens or spaces join its parts.
fn phrase_key(words: Words<'_>, tokens: Range<usize>) -> Option<WordKey> {
    let mut key: Option<WordKey> = None;
    let mut add = |next| key = Some(key.map_or(next, |key| key.then(next)));
    for at in tokens {
        if words.is_plain(at) {
            add(words.key(at));
            continue;
        }
        let parts = words.without_article(at).split(['-', '\u{2010}', '\u{2011}']);
        parts.filter(|part| !part.is_empty()).map(plain_key).for_each(&mut add);
    }
    key
}

/// The key of a word without its accents.
fn plain_key(word: &str) -> WordKey {
    if word.is_ascii() { WordKey::of(word) } else { WordKey::of(&plain(word)) }
}

fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() { word.into() } else { word.chars().filter_map(fold_accent).collect() }
}

/// What all spellings of the family name in a full name share.
fn spelling(words: Words<'_>, tokens: &Range<usize>) -> Option<WordKey> {
    spelling_key(words.without_article(tokens.end.checked_sub(1)?))
}

/// What tells people of one name apart, behind it: "Jr", "III".
fn suffix(words: Words<'_>, end: usize) -> Option<WordKey> {
    const SUFFIXES: [&str; 5] = ["Jr", "Sr", "II", "III", "IV"];

    let at = end + usize::from(words.bytes(end) == b",");
    if !matches!(words.bytes(at), [b'J' | b'S' | b'I', _, ..]) {
        return None;
    }
    let word = words.surface(at).trim_end_matches('.');
    SUFFIXES.contains(&word).then(|| WordKey::of(word))
}

impl People {
    /// Makes room for so many full names.
    pub(super) fn reserve(&mut self, names: usize) {
        self.full.reserve(names);
        self.tails.reserve(names);
        self.parts.reserve(names);
        self.spellings.reserve(names);
        self.given.reserve(names);
    }

    /// Enters a full name; returns whose it is.
    pub(super) fn enter(
        &mut self,
        cast: &mut Cast,
        words: Words<'_>,
        tokens: Range<usize>,
        gender: Option<Gender>,
    ) -> Option<MemberId> {
        let key = phrase_key(words, tokens.clone())?;
        let traits = Traits { gender, suffix: suffix(words, tokens.end) };
        let known = [traits.suffix.map(|suffix| key.then(suffix)), Some(key)];
        let known = known.into_iter().flatten().find_map(|key| {
            self.full.get(&key).copied().filter(|&known| self.fits(cast, known, traits))
        });
        if let Some(known) = known {
            cast.learn_gender(known, gender);
            self.learn_suffix(known, key, traits.suffix);
            return Some(known);
        }
        let alike = spelling(words, &tokens);
        let member = self
            .longer_name(cast, words, &tokens, key, traits)
            .or_else(|| self.variant(cast, words, &tokens, traits, alike));
        let member = member.unwrap_or_else(|| cast.add(Member { gender, ..Member::default() }));
        cast.learn_gender(member, gender);
        self.put(cast, member, words, tokens, alike);
        Some(member)
    }

    /// Puts a member under every part of a full name.
    pub(super) fn name(
        &mut self,
        cast: &mut Cast,
        member: MemberId,
        words: Words<'_>,
        tokens: Range<usize>,
    ) {
        let alike = spelling(words, &tokens);
        self.put(cast, member, words, tokens, alike);
    }

    /// The same, where what all spellings of the family name share is known.
    fn put(
        &mut self,
        cast: &mut Cast,
        member: MemberId,
        words: Words<'_>,
        tokens: Range<usize>,
        alike: Option<WordKey>,
    ) {
        let Some(key) = phrase_key(words, tokens.clone()) else { return };
        let suffix = suffix(words, tokens.end);
        match suffix {
            Some(suffix) => {
                self.full.insert(key.then(suffix), member);
                self.full.entry(key).or_insert(member);
            }
            None => {
                self.full.insert(key, member);
            }
        }
        if tokens.len() < 2 {
            self.put_tail(cast, member, key);
            return;
        }
        for start in tokens.start + 1..tokens.end {
            if let Some(tail) = phrase_key(words, start..tokens.end) {
                self.put_tail(cast, member, tail);
            }
            let part = words.surface(start - 1);
            let initial = part.trim_end_matches('.').chars().nth(1).is_none();
            if !initial && !words.role(start - 1).any(Role::PARTICLE) {
                let Some(key) = phrase_key(words, start - 1..start) else { continue };
                let holder = self.parts.entry(key).or_insert(Some(member));
                if *holder != Some(member) {
                    *holder = None;
                }
            }
        }
        if tokens.len() > 2 {
            // "Nicolás Maduro Moros" is Nicolás Maduro as well.
            if let Some(head) = phrase_key(words, tokens.start..tokens.start + 2) {
                self.full.entry(head).or_insert(member);
            }
        }
        let middle = (tokens.len() > 2)
            .then(|| words.surface(tokens.start + 1).chars().next())
            .flatten()
            .filter(|c| c.is_uppercase());
        let first = plain(words.surface(tokens.start)).into();
        if self.given.len() <= member.0 {
            self.given.resize(member.0 + 1, None);
        }
        if let Some(slot) = self.given.get_mut(member.0) {
            let given = slot.get_or_insert(Given { first, middle, suffix });
            given.middle = given.middle.or(middle);
            given.suffix = given.suffix.or(suffix);
        }
        if let Some((alike, family)) = alike.zip(phrase_key(words, tokens.end - 1..tokens.end)) {
            self.spellings.entry(alike).or_insert(family);
        }
    }

    /// Learns what stands behind somebody's name.
    fn learn_suffix(&mut self, member: MemberId, name: WordKey, suffix: Option<WordKey>) {
        let Some(suffix) = suffix else { return };
        self.full.entry(name.then(suffix)).or_insert(member);
        if let Some(Some(given)) = self.given.get_mut(member.0) {
            given.suffix = given.suffix.or(Some(suffix));
        }
    }

    fn given(&self, member: MemberId) -> Option<&Given> {
        self.given.get(member.0)?.as_ref()
    }

    /// Whether a member can be somebody of whom that much is known.
    fn fits(&self, cast: &Cast, member: MemberId, traits: Traits) -> bool {
        let suffix = self.given(member).and_then(|given| given.suffix);
        agree(cast.gender(member), traits.gender)
            && (suffix.is_none() || traits.suffix.is_none() || suffix == traits.suffix)
    }

    fn put_tail(&mut self, cast: &mut Cast, member: MemberId, tail: WordKey) {
        let namesakes = self.tails.entry(tail).or_default();
        if namesakes.latest().any(|known| known == member) {
            return;
        }
        let contested = namesakes.push(member);
        if let Some(first) = namesakes.first.get_mut(slot(cast.gender(member))) {
            first.get_or_insert(member);
        }
        if let Some(entry) = cast.get_mut(member)
            && entry.tails.len() < MOST_TAILS
            && !entry.tails.contains(&tail)
        {
            entry.tails.push(tail);
        }
        if contested {
            for other in namesakes.latest() {
                if let Some(entry) = cast.get_mut(other) {
                    entry.contested = true;
                }
            }
        }
    }

    /// Whoever has a longer name that ends in this one: "López Obrador".
    fn longer_name(
        &self,
        cast: &Cast,
        words: Words<'_>,
        tokens: &Range<usize>,
        key: WordKey,
        traits: Traits,
    ) -> Option<MemberId> {
        let first = words.role(tokens.start);
        if first.any(Role::GIVEN) && first.any(Role::BEGINS_TITLE) && tokens.len() == 2 {
            // "Dean Amar" is Vikram Amar, the dean.
            return self.choose(cast, phrase_key(words, tokens.end - 1..tokens.end)?, traits);
        }
        if first.any(Role::GIVEN) && !first.any(Role::PARTICLE) {
            return None;
        }
        self.choose(cast, key, traits)
    }

    /// Whoever has another form of this name: "Bob Weir", "R. Weir", "Robert A. Weir", or another
    /// spelling of it: "Sergey Lavrov".
    fn variant(
        &self,
        cast: &Cast,
        words: Words<'_>,
        tokens: &Range<usize>,
        traits: Traits,
        alike: Option<WordKey>,
    ) -> Option<MemberId> {
        let family = phrase_key(words, tokens.end - 1..tokens.end)?;
        let first = plain(words.surface(tokens.start));
        let middle = (tokens.len() > 2)
            .then(|| words.surface(tokens.start + 1).chars().next())
            .flatten()
            .filter(|c| c.is_uppercase());
        let spelled = || self.tails.get(self.spellings.get(&alike?)?);
        let namesakes = self.tails.get(&family).or_else(spelled)?;
        namesakes.latest().find(|&member| {
            self.given(member).is_some_and(|given| {
                (may_be_one_name(&given.first, &first) || spelled_alike(&given.first, &first))
                    && (given.middle.is_none() || middle.is_none() || given.middle == middle)
            }) && self.fits(cast, member, traits)
        })
    }

    /// Whom a part of a name means: of namesakes whoever was mentioned last, or else comes first.
    pub(super) fn find(
        &mut self,
        cast: &Cast,
        words: Words<'_>,
        tokens: Range<usize>,
        gender: Option<Gender>,
    ) -> Option<MemberId> {
        let key = phrase_key(words, tokens.clone())?;
        let traits = Traits { gender, suffix: suffix(words, tokens.end) };
        let full = [traits.suffix.map(|suffix| key.then(suffix)), Some(key)];
        let full = full.into_iter().flatten().find_map(|key| {
            self.full.get(&key).copied().filter(|&known| self.fits(cast, known, traits))
        });
        if tokens.len() > 1 && full.is_some() {
            return full;
        }
        if let Some(found) = self.choose(cast, key, traits) {
            return Some(found);
        }
        let unclaimed = !self.tails.contains_key(&key);
        let part = self.parts.get(&key).copied().flatten().filter(|_| unclaimed)?;
        agree(cast.gender(part), gender).then_some(part)
    }

    fn choose(&self, cast: &Cast, tail: WordKey, traits: Traits) -> Option<MemberId> {
        let namesakes = self.tails.get(&tail)?;
        let fits = |member: MemberId| self.fits(cast, member, traits);
        let recent = namesakes.recent.iter().flatten().filter(|(_, member)| fits(*member)).max();
        let first = namesakes.first.iter().flatten().copied().filter(|&member| fits(member));
        let latest = || namesakes.latest().find(|&member| fits(member));
        recent.map(|&(_, member)| member).or_else(|| first.min()).or_else(latest)
    }

    /// Notes a mention, so that the next namesake without a given name is this one.
    pub(super) fn mentioned(&mut self, cast: &Cast, member: MemberId) {
        let Some(entry) = cast.get(member).filter(|entry| entry.contested) else { return };
        self.clock += 1;
        for tail in &entry.tails {
            let recent = self.tails.get_mut(tail).map(|namesakes| &mut namesakes.recent);
            if let Some(recent) = recent.and_then(|it| it.get_mut(slot(entry.gender))) {
                *recent = Some((self.clock, member));
            }
        }
    }

    /// Whether a word is a family name here.
    pub(super) fn is_family_name(&self, words: Words<'_>, at: usize) -> bool {
        phrase_key(words, at..at + 1).is_some_and(|key| self.tails.contains_key(&key))
    }
}
