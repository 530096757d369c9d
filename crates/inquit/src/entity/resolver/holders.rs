//! Who holds which office in a document, and what "the minister" therefore means.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::ops::Range;

use super::model::{MemberId, Reference};
use super::office::{Holder, Office, enter, learn_owners, meant};
use super::position::is_possessive;
use crate::entity::model::{MentionForm, Origin};
use crate::entity::offices::{TitleHere, title_here};
use crate::entity::words::Words;
use crate::lexicon::{Role, TextTable, TitleClass};
use crate::text::TokenKind;

/// Farthest that an office stands behind a name and a comma, or behind "the", in tokens.
const REACH: usize = 6;

/// Finds the titles that stand for people: mentions to be added to those of the names, which are
/// given in order, as are the places of "the". A source that is a title and nothing else counts too:
/// "says Mayor".
pub(super) fn offices(
    words: Words<'_>,
    references: &[Reference],
    articles: &[usize],
    sources: &[Range<usize>],
) -> Vec<Reference> {
    let finder = Finder { words, references, first: OnceCell::new() };
    let mut holders = TextTable::default();
    let mut found = Vec::new();
    finder.beside_names(&mut holders, &mut found);
    finder.alone(articles, &mut holders, &mut found);
    finder.owned(&mut found);
    found.extend(sources.iter().filter_map(|source| finder.source(source)));
    learn_owners(words, &found, &mut holders);
    let mut titles: Vec<Reference> = found
        .into_iter()
        .filter_map(|office| {
            let member = office.holder.or_else(|| {
                let member = meant(words, &office, &holders)?;
                finder.is_plain(&office, member).then_some(member)
            })?;
            let start = office.determiner.unwrap_or(office.tokens.start);
            Some(Reference {
                span: words.span(start, office.tokens.end),
                start,
                end: office.tokens.end,
                member,
                form: MentionForm::Title,
                origin: if office.holder.is_some() { Origin::Rule } else { Origin::Coreference },
                permille: if office.holder.is_some() { 850 } else { 800 },
                name: None,
                kind: Some(crate::entity::model::EntityKind::Person),
            })
        })
        .collect();
    titles.sort_by_key(|title| (title.span.start, std::cmp::Reverse(title.span.end)));
    titles.dedup_by(|later, earlier| later.span.overlaps(earlier.span));
    titles
}

/// Whether there are many at a time who hold an office.
pub(super) fn is_of_many(head: &str) -> bool {
    const HEADS: [&str; 8] = [
        "senator",
        "congressman",
        "congresswoman",
        "lawmaker",
        "representative",
        "governor",
        "lawyer",
        "attorney",
    ];
    HEADS.contains(&head)
}

/// Whether an office can be that of what is named: of a country or a body.
fn is_owner(reference: &Reference) -> bool {
    !reference.is_person() && reference.name.is_some()
}

struct Finder<'a> {
    words: Words<'a>,
    references: &'a [Reference],
    /// The first token of everybody, gathered when first asked for.
    first: OnceCell<HashMap<MemberId, usize>>,
}

impl Finder<'_> {
    /// The offices that stand before a name, or behind it and a comma.
    fn beside_names(&self, holders: &mut TextTable<Holder>, found: &mut Vec<Office>) {
        for (at, name) in self.references.iter().enumerate() {
            if !name.is_person() || name.name.is_none() {
                continue;
            }
            let title = at.checked_sub(1).and_then(|before| self.references.get(before));
            let title = title.filter(|it| it.form == MentionForm::Title && it.end == name.start);
            if let Some(title) = title {
                self.enter_title(holders, title, name.member);
            }
            if let Some(office) = self.apposition(name) {
                enter(self.words, holders, &office.tokens, office.of, name.member);
                found.push(office);
            }
        }
    }

    /// Enters the offices among the titles right before a name.
    fn enter_title(&self, holders: &mut TextTable<Holder>, title: &Reference, member: MemberId) {
        let mut at = title.start;
        while at < title.end {
            let Some(here) = title_here(self.words, at) else {
                at += 1;
                continue;
            };
            let end = (at + here.tokens).min(title.end);
            if here.title.class == TitleClass::Office && !self.is_past(at) {
                let of = self.owner_before(at).map(|(of, _)| of);
                enter(self.words, holders, &(at..end), of, member);
            }
            at = end.max(at + 1);
        }
    }

    /// Whether an office that many hold can be meant: somebody who was named with it before, not one
    /// who is only named later.
    fn is_plain(&self, office: &Office, member: MemberId) -> bool {
        let many = office.of.is_none() && is_of_many(self.words.surface(office.tokens.end - 1));
        let gather = || self.references.iter().rev().map(|it| (it.member, it.start)).collect();
        let first = || self.first.get_or_init(gather).get(&member);
        !many || first().is_some_and(|&first| first < office.tokens.start)
    }

    /// Whether the office is one of the past, or yet to come: "former president".
    fn is_past(&self, at: usize) -> bool {
        let hyphen = self.words.surface(at).contains('-');
        let past = |word: &str| {
            ["former", "ex", "then", "late", "ousted", "future", "ex-", "onetime"]
                .iter()
                .any(|it| word.eq_ignore_ascii_case(it))
        };
        let prefix = self.words.surface(at).split('-').next().unwrap_or_default();
        if past(self.words.surface(at)) || (hyphen && past(prefix)) {
            return true;
        }
        let mut before = at;
        for _ in 0..REACH {
            let Some(here) = before.checked_sub(1) else { return false };
            let word = self.words.surface(here);
            if past(word) || word.starts_with("then-") || word.starts_with("ex-") {
                return true;
            }
            if !self.words.is_word(here) || !self.words.adjoins(before) {
                return false;
            }
            if matches!(word, "the" | "The" | "a" | "an" | "and") {
                return false;
            }
            before = here;
        }
        false
    }

    /// The country right before a title, with or without "'s", and where its name begins.
    fn owner_before(&self, at: usize) -> Option<(MemberId, usize)> {
        let mut end = at;
        if end > 0 && is_possessive(self.words, end - 1) {
            end -= 1;
        }
        let owner = self.reference_ending(end)?;
        is_owner(owner).then_some((owner.member, owner.start))
    }

    /// The country after "of" behind a title, and the token after it.
    fn owner_after(&self, at: usize) -> Option<(MemberId, usize)> {
        if self.words.surface(at) != "of" {
            return None;
        }
        let start = if self.words.surface(at + 1) == "the" { at + 2 } else { at + 1 };
        let owner = self.reference_starting(start)?;
        is_owner(owner).then_some((owner.member, owner.end))
    }

    fn reference_starting(&self, token: usize) -> Option<&Reference> {
        let at = self.references.partition_point(|it| it.start < token);
        self.references.get(at).filter(|it| it.start == token)
    }

    fn reference_ending(&self, token: usize) -> Option<&Reference> {
        let after = self.references.partition_point(|it| it.start < token);
        let before = self.references.get(after.checked_sub(1)?)?;
        (before.end == token).then_some(before)
    }

    /// The office behind a name and a comma: "Ada Okoro, the mayor of Lagos,".
    fn apposition(&self, name: &Reference) -> Option<Office> {
        let words = self.words;
        if !matches!(words.surface(name.end), "," | "(") {
            return None;
        }
        let first = name.end + 1;
        for at in first..first + REACH {
            if words.kind(at) == Some(TokenKind::Clitic) {
                continue;
            }
            if !words.is_word(at) {
                return None;
            }
            let free = self.reference_starting(at).is_none_or(|it| it.form != MentionForm::Title);
            if let Some(title) = title_here(words, at).filter(|_| free) {
                if title.title.class != TitleClass::Office || self.is_past(at) {
                    return None;
                }
                let office = self.office(at, &title, first);
                let next = self.reference_starting(office.tokens.end);
                let other = next.is_some_and(Reference::is_person);
                return (!other).then_some(Office { holder: Some(name.member), ..office });
            }
            let article = matches!(words.surface(at), "the" | "a" | "an" | "its");
            if !article && words.role(at).any(Role::STOP) {
                return None;
            }
            if self.reference_starting(at).is_some_and(Reference::is_person) {
                return None;
            }
        }
        None
    }

    /// An office with what stands around it, not before `from`.
    fn office(&self, at: usize, title: &TitleHere, from: usize) -> Office {
        let end = at + title.tokens;
        let before = self.owner_before(at);
        let of = self.owner_after(end).or(before).map(|(of, _)| of);
        let determiner = at.checked_sub(1).filter(|&before| {
            before >= from && matches!(self.words.surface(before), "the" | "The")
        });
        Office { tokens: at..end, determiner, of, holder: None }
    }

    /// The offices that stand alone: "the minister", "the US president", "France's president".
    fn alone(&self, articles: &[usize], holders: &mut TextTable<Holder>, found: &mut Vec<Office>) {
        let words = self.words;
        let articles =
            articles.iter().copied().filter(|&at| matches!(words.bytes(at), b"the" | b"The"));
        let owners = self.references.iter().filter(|it| is_owner(it));
        let possessives = owners.map(|it| it.end).filter(|&at| {
            is_possessive(words, at) && self.reference_ending(at).is_some_and(is_owner)
        });
        let (mut articles, mut possessives) = (articles.peekable(), possessives.peekable());
        let leads = std::iter::from_fn(|| match (articles.peek(), possessives.peek()) {
            (Some(article), Some(possessive)) if possessive < article => possessives.next(),
            (Some(_), _) => articles.next(),
            _ => possessives.next(),
        });
        let mut next = 0;
        for at in leads {
            if at < next {
                continue;
            }
            let the = words.is_word(at);
            let Some(office) = self.office_after(at + 1, the) else { continue };
            next = office.tokens.end;
            let holder = self.named_behind(&office);
            if let Some(member) = holder {
                enter(words, holders, &office.tokens, office.of, member);
            }
            found.push(Office { holder, ..office });
        }
    }

    /// The offices right behind the name of their country: "says US Secretary of State".
    fn owned(&self, found: &mut Vec<Office>) {
        for owner in self.references {
            let at = owner.end;
            if !is_owner(owner) || !self.words.adjoins(at) {
                continue;
            }
            let capital = self.words.is_capitalized(at);
            found.extend(self.office_after(at, true).filter(|office| {
                capital && office.tokens.start == at && office.of == Some(owner.member)
            }));
        }
    }

    /// The office that a source is.
    fn source(&self, source: &Range<usize>) -> Option<Office> {
        let title = title_here(self.words, source.start)?;
        let whole = source.start + title.tokens == source.end;
        let office = title.title.class == TitleClass::Office && !self.is_past(source.start);
        let free = self.reference_starting(source.start).is_none();
        (whole && office && free).then(|| self.office(source.start, &title, source.start))
    }

    /// The office that "the" or the name of its country leads to.
    fn office_after(&self, first: usize, definite: bool) -> Option<Office> {
        let words = self.words;
        let mut at = first;
        while at < first + REACH && words.is_word(at) {
            let office = words.role(at).any(Role::BEGINS_TITLE.or(Role::OFFICE_MODIFIER));
            if !office && !words.is_capitalized(at) && !words.bytes(at).contains(&b'-') {
                return None;
            }
            let owner = self.reference_starting(at);
            if owner.is_some_and(|it| it.is_person() || it.form == MentionForm::Title) {
                return None;
            }
            if let Some(owner) = owner.filter(|it| it.end > at) {
                if !definite {
                    return None;
                }
                at = owner.end + usize::from(is_possessive(words, owner.end));
                continue;
            }
            if let Some(title) = title_here(words, at) {
                let free = title.title.class == TitleClass::Office && !self.is_past(at);
                let office = self.office(at, &title, first.saturating_sub(1));
                let end = office.tokens.end;
                // "the president-general", "the king penguin": part of another word or name.
                let noun = words.surface(end).starts_with('-')
                    || self.reference_starting(end).is_some_and(|it| words.adjoins(it.start));
                return (free && !noun).then_some(office);
            }
            return None;
        }
        None
    }

    /// The name behind an office that stands for the same person: "the mayor, Ada Okoro,", "mayor
    /// of Lagos Ada Okoro".
    fn named_behind(&self, office: &Office) -> Option<MemberId> {
        let words = self.words;
        let end = office.tokens.end;
        let end = self.owner_after(end).map_or(end, |(_, end)| end);
        let comma = words.surface(end) == ",";
        let name = self.reference_starting(if comma { end + 1 } else { end })?;
        if !name.is_person() || name.name.is_none() {
            return None;
        }
        if !comma {
            return (end > office.tokens.end).then_some(name.member);
        }
        let closed = matches!(words.surface(name.end), "," | "." | ")" | "—" | ":" | "”");
        (closed && name.end - name.start >= 2).then_some(name.member)
    }
}
