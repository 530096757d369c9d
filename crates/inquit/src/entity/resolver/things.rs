//! What is not a person: organisations, places, groups, events and works, by their names.

use std::ops::Range;

use super::model::MemberId;
use crate::entity::model::EntityKind;
use crate::entity::words::{Words, is_all_capitals};
use crate::lexicon::{Listed, Role, Seeded, Sort, TextTable, WordKey, listed_by, listed_of};
use crate::text::{Span, TokenKind};

/// Longest name whose initials are taken for an acronym, in words.
const LONGEST: usize = 10;

/// Every thing with a name, by it.
#[derive(Debug, Default)]
pub(super) struct Things {
    by_name: TextTable<MemberId>,
    /// Acronyms that the text explains: "Weir Harbour Board (WHB)". They outweigh the lists.
    explained: TextTable<WordKey>,
    /// Initials; `None` where the text has two names for them.
    initials: TextTable<Option<WordKey>>,
    /// Names without the country before them; `None` in the same case.
    others: TextTable<Option<WordKey>>,
}

/// The name of a thing, reduced to what it is known by.
#[derive(Clone, Copy, Debug)]
pub(super) struct ThingName {
    /// Of the preferred name.
    key: WordKey,
    /// Of the name as the text has it.
    surface: WordKey,
    /// Whether that is one word in capitals.
    letters: bool,
    /// Whether something is said to be there, so that it is no body called after the place.
    place: bool,
    pub(super) listed: Option<&'static Listed>,
}

/// The key of a name: that of the preferred name if it is listed; else of its words, without the
/// legal form of a company.
pub(super) fn thing_name(
    words: Words<'_>,
    tokens: Range<usize>,
    kind: Option<EntityKind>,
) -> Option<ThingName> {
    let place = is_place(words, tokens.start);
    let letters = tokens.len() == 1 && is_all_capitals(words.surface(tokens.start));
    words.tokens.get(tokens.clone())?;
    let listed = |tokens: Range<usize>| {
        let slice = words.tokens.get(tokens.clone())?;
        listed_by(tokens.map(|at| words.key(at)), words.text, slice)
    };
    let surface = written_key(words, tokens.clone())?;
    if words.role(tokens.start).any(Role::BEGINS_LISTED)
        && let Some(listed) = listed(tokens.clone())
        // "MI" is not Michigan where it was taken for a body.
        && !(listed.sort == Sort::Place && kind == Some(EntityKind::Organization))
    {
        let key = WordKey::of_phrase(listed.name)?;
        return Some(ThingName { key, surface, letters, place, listed: Some(listed) });
    }
    let Range { mut start, mut end } = tokens;
    // "The National Assembly" is the National Assembly.
    if end > start + 2 && words.surface(start).eq_ignore_ascii_case("the") {
        start += 1;
        if words.role(start).any(Role::BEGINS_LISTED)
            && let Some(listed) = listed(start..end)
        {
            let key = WordKey::of_phrase(listed.name)?;
            return Some(ThingName { key, surface, letters, place, listed: Some(listed) });
        }
    }
    while end > start + 1 && (words.role(end - 1).any(Role::CORPORATE) || !words.is_word(end - 1)) {
        end -= 1;
    }
    let key = written_key(words, start..end)?;
    Some(ThingName { key, surface, letters, place, listed: None })
}

/// The key of words as they are written.
pub(super) fn written_key(words: Words<'_>, mut tokens: Range<usize>) -> Option<WordKey> {
    let first = words.key(tokens.next()?);
    Some(tokens.fold(first, |key, at| key.then(words.key(at))))
}

/// The names of things in a text, each of which is read once however often it stands there.
#[derive(Debug)]
pub(super) struct ThingNames(TextTable<(Span, Option<EntityKind>, Option<ThingName>)>);

impl ThingNames {
    /// With room for so many.
    pub(super) fn with_room(names: usize) -> ThingNames {
        ThingNames(TextTable::with_capacity_and_hasher(names, Seeded::default()))
    }

    /// What [`thing_name`] tells.
    pub(super) fn read(
        &mut self,
        words: Words<'_>,
        tokens: Range<usize>,
        kind: Option<EntityKind>,
    ) -> Option<ThingName> {
        let key = written_key(words, tokens.clone())?;
        let span = words.span(tokens.start, tokens.end);
        if let Some((known, of, name)) = self.0.get(&key)
            && *of == kind
            && known.get(words.text) == span.get(words.text)
        {
            // Only this is not told by the name.
            let place = is_place(words, tokens.start);
            return name.map(|name| ThingName { place, ..name });
        }
        let name = thing_name(words, tokens, kind);
        self.0.insert(key, (span, kind, name));
        name
    }
}

impl ThingName {
    /// The same name, as that of another listed thing.
    pub(super) fn meaning(self, listed: &'static Listed) -> ThingName {
        let key = WordKey::of_phrase(listed.name).unwrap_or(self.key);
        ThingName { key, letters: false, listed: Some(listed), ..self }
    }

    /// The same, under another key than another thing of its name.
    pub(super) fn apart_from(self, other: &Listed) -> ThingName {
        let id = self.listed.map(|it| it.wikidata).filter(|&id| id != other.wikidata);
        let key = id.map_or(self.key, |id| self.key.then(WordKey::of(id)));
        ThingName { key, ..self }
    }

    /// The key of the preferred name.
    pub(super) fn key(self) -> WordKey {
        self.key
    }

    /// The key of the name as the text has it.
    pub(super) fn surface(self) -> WordKey {
        self.surface
    }
}

impl Things {
    /// Enters what a name says of others: its initials, and what is left without a country. `next`
    /// is the name right behind it in brackets.
    pub(super) fn explain(
        &mut self,
        words: Words<'_>,
        name: ThingName,
        tokens: Range<usize>,
        next: Option<Range<usize>>,
    ) {
        if let Some(next) = next {
            let acronym = words.surface(next.start);
            if next.len() == 1 && is_all_capitals(acronym) && abbreviates(words, &tokens, acronym) {
                self.explained.insert(words.key(next.start), name.key);
            }
        }
        if tokens.len() < 2 || tokens.len() > LONGEST || name.listed.is_some() {
            return;
        }
        let bare = tokens.clone().filter(|&at| !words.role(at).any(Role::CORPORATE));
        let initials: String = bare.filter_map(|at| capital(words.surface(at))).collect();
        if initials.len() >= 2 {
            enter(&mut self.initials, WordKey::of(&initials), name.key);
        }
        if words.names_company(&tokens) {
            // "Norfjord" is Norfjord Lines.
            enter(&mut self.others, words.key(tokens.start), name.key);
        }
        let last = tokens.end - 1;
        let head = words.role(last).any(Role::ORGANIZATION_HEAD.or(Role::PLACE_HEAD));
        if tokens.len() == 2 && words.role(tokens.start).any(Role::PLACE_FIRST) && !head {
            // "The Pearl" is the Northern Pearl.
            enter(&mut self.others, words.key(last), name.key);
        }
        let short = tokens.start + 1..tokens.end;
        let country = || listed_of(words.text, words.tokens.get(tokens.start..short.start)?);
        // Only words have roles: "24.kg" has none.
        let begins = words.role(tokens.start).any(Role::BEGINS_LISTED)
            || words.kind(tokens.start) != Some(TokenKind::Word);
        if short.len() >= 2
            && begins
            && words.is_capitalized(short.start)
            && country().is_some()
            && let Some(short) = written_key(words, short)
        {
            enter(&mut self.others, short, name.key);
        }
    }

    /// Whether the text says what a name stands for.
    pub(super) fn explains(&self, name: ThingName) -> bool {
        self.explained.get(&name.surface).is_some_and(|key| *key != name.key)
    }

    /// The thing that goes by a name.
    pub(super) fn find(&self, name: ThingName) -> Option<MemberId> {
        self.by_name.get(&self.key(name)).copied()
    }

    /// Puts a member under a name.
    pub(super) fn put(&mut self, name: ThingName, member: MemberId) {
        self.by_name.entry(self.key(name)).or_insert(member);
    }

    fn key(&self, name: ThingName) -> WordKey {
        if let Some(&explained) = self.explained.get(&name.surface) {
            return explained;
        }
        if name.letters && name.listed.is_none() {
            return self.initials.get(&name.key).copied().flatten().unwrap_or(name.key);
        }
        // "The Virginia General Assembly", then "the General Assembly".
        let short = if name.listed.is_some() { name.surface } else { name.key };
        let other = self.others.get(&short).copied().flatten().filter(|_| !name.place);
        other.unwrap_or(name.key)
    }
}

/// Whether something is said to be in what a name names: "police in Wigan", not "shares in Weir".
fn is_place(words: Words<'_>, start: usize) -> bool {
    const HELD: [&str; 10] = [
        "confidence",
        "interest",
        "invest",
        "invested",
        "investment",
        "investors",
        "share",
        "shares",
        "stake",
        "trust",
    ];
    let before = |back: usize| start.checked_sub(back).map_or("", |at| words.surface(at));
    matches!(before(1), "in" | "In" | "near" | "outside" | "around" | "across")
        && !HELD.contains(&before(2))
}

/// Enters another way to write a name, which is of no use if two names are written so.
fn enter(table: &mut TextTable<Option<WordKey>>, other: WordKey, name: WordKey) {
    let known = table.entry(other).or_insert(Some(name));
    if *known != Some(name) {
        *known = None;
    }
}

/// Whether the capitals of an acronym are first letters of the words, in order: each letter finds a
/// word, and the first finds the first.
fn abbreviates(words: Words<'_>, tokens: &Range<usize>, acronym: &str) -> bool {
    let mut letters = acronym.chars().filter(|c| c.is_alphabetic()).peekable();
    let starts = |at: usize, letter: char| {
        let first = words.surface(at).chars().next();
        first.is_some_and(|first| first.to_uppercase().eq(letter.to_uppercase()))
    };
    let mut first = true;
    for at in tokens.clone() {
        let Some(&letter) = letters.peek() else { break };
        if starts(at, letter) {
            letters.next();
        } else if first {
            return false;
        }
        first = false;
    }
    letters.peek().is_none()
}

fn capital(word: &str) -> Option<char> {
    word.chars().next().filter(|c| c.is_uppercase())
}
