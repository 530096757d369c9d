//! Splits a run of capitals into pieces, one name each.

use std::ops::Range;

use super::judge::{judge, names_organization, names_place};
use super::piece::{Certainty, Piece, form_of, is_pair, kind_of, listed_here};
use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::offices::{TitleHere, long_title_here, title_before, title_here};
use crate::entity::words::Words;
use crate::lexicon::{Listed, NameForm, Role, Sort, TitleClass, listed_of};
use crate::text::{Span, TokenKind, tokenize};

/// Of a longer hyphenated word only so many parts can be names.
const MOST_PARTS: usize = 4;
/// So many words of a title may stand in small letters before one with a capital.
const MOST_SMALL: usize = 3;

/// Appends the pieces of a run. `initial`: whether its first capital may be due to its place.
pub(super) fn split(words: Words<'_>, run: Range<usize>, initial: bool, pieces: &mut Vec<Piece>) {
    let (title, start) = title_across(words, &run).unwrap_or_else(|| titles_before(words, &run));
    Splitter { words, start, end: run.end, initial: initial && start == run.start, title, pieces }
        .run();
}

/// The title right before a run, and where the run goes on behind it: "Secretary of State for
/// Transport" takes the first word of "Transport Ada Okoro".
fn titles_before(words: Words<'_>, run: &Range<usize>) -> (Option<Range<usize>>, usize) {
    let at = run.start;
    let joint = at
        .checked_sub(1)
        .filter(|&joint| matches!(words.surface(joint), "for" | "of") && words.adjoins(at));
    if let Some(joint) = joint
        && let Some(title) = title_before(words, joint)
        && let Some(name) = behind_field(words, run)
    {
        return (Some(joint - title.tokens..name), name);
    }
    (title_before(words, at).map(|title| at - title.tokens..at), at)
}

/// The title that begins before a run and ends inside it, and where that is: "secretary of State
/// Okoro".
fn title_across(words: Words<'_>, run: &Range<usize>) -> Option<(Option<Range<usize>>, usize)> {
    (1..=MOST_SMALL).find_map(|back| {
        let start = run.start.checked_sub(back)?;
        let begins = words.role(start).any(Role::BEGINS_TITLE);
        let end = start + begins.then(|| long_title_here(words, start)).flatten()?;
        (run.start < end && end <= run.end).then_some((Some(start..end), end))
    })
}

/// Where the name begins behind the field of an office: "Fisheries Ada Okoro".
fn behind_field(words: Words<'_>, run: &Range<usize>) -> Option<usize> {
    let first = words.role(run.start);
    if run.len() < 2 || first.any(Role::GIVEN.or(Role::BEGINS_LISTED)) {
        return None;
    }
    let given = (run.start + 1..run.end - 1).find(|&at| words.role(at).any(Role::GIVEN));
    given.or(first.any(Role::OFFICE_MODIFIER).then_some(run.start + 1))
}

struct Splitter<'a, 'p> {
    words: Words<'a>,
    start: usize,
    end: usize,
    initial: bool,
    /// The title right before `at`.
    title: Option<Range<usize>>,
    pieces: &'p mut Vec<Piece>,
}

impl Splitter<'_, '_> {
    fn run(&mut self) {
        let mut at = self.start;
        while at < self.end {
            let next = self.step(at);
            at = next.max(at + 1);
        }
    }

    /// Takes what stands at a token; returns where the next thing begins.
    fn step(&mut self, at: usize) -> usize {
        let words = self.words;
        if let Some(head) = words.compound(at) {
            self.push_parts(at, head);
            return at + 1;
        }
        let listed = self.listed(at);
        let title = title_here(words, at);
        // "Sri Lanka" and "Prince Edward Island" begin with no title, nor does "Dean Okoro"; and in
        // "Mr King" the second is none.
        let titles = |title: &TitleHere| {
            let after = at + title.tokens;
            let given = words.role(at).any(Role::GIVEN) && title.tokens == 1;
            let family = self.title.is_some() && after >= self.end && title.tokens == 1;
            listed.is_none_or(|(end, _)| end <= after)
                && !(given && self.piece_end(after) == after + 1)
                && !(family && self.follows_honorific(at))
        };
        if let Some(title) = title.filter(titles) {
            let after = at + title.tokens;
            let stop = self.piece_end(after);
            if after >= self.end && at > self.start && self.pieces_end_at(at) {
                return after;
            }
            if after >= self.end && title.tokens == 1 && self.title.is_none() {
                self.push_family(at);
                return after;
            }
            if !(after < self.end && names_organization(words, at..stop)) {
                let start = self.title.take().map_or(at, |before| before.start);
                self.title = (after < self.end).then_some(start..after);
                return after;
            }
        }
        let role = words.role(at);
        if listed.is_none() && words.may_be_joined(at) && is_pair(words.surface(at)) {
            self.push_parts(at, words.surface(at));
            return at + 1;
        }
        if listed.is_none() && role.any(Role::PLACE_FIRST) {
            // "South Australia", "Northern Uganda".
            let place = self.listed(at + 1).filter(|(_, listed)| {
                listed.sort == Sort::Place && listed.form != NameForm::Demonym
            });
            if let Some((end, _)) = place {
                return self.push_longer(at..end, EntityKind::Place);
            }
        }
        if listed.is_none()
            && role.any(Role::STOP.or(Role::DAY).or(Role::NO_NAME))
            && !self.begins_place(at)
            || role.any(Role::MONTH) && !self.month_names(at)
        {
            if self.may_be_family(at) {
                self.pieces.push(Piece::new(words, at..at + 1, None, Certainty::Open));
            }
            self.title = None;
            return at + 1;
        }
        if let Some((end, listed)) = listed
            && let Some(next) = self.push_listed(at, end, listed)
        {
            return next;
        }
        let mut start = at;
        let stop = self.piece_end(at + 1);
        let relation = role.any(Role::RELATION) && !role.any(Role::GIVEN);
        if relation && stop - at >= 3 && !names_organization(words, at..stop) {
            // "Student Ada Okoro": the first word is no part of the name.
            start = at + 1;
        }
        let title = self.title.take();
        let initial = self.is_initial(start);
        if let Some(judgement) = judge(words, start..stop, title.is_some(), initial) {
            self.pieces.push(Piece {
                tokens: start..stop,
                span: words.span(start, stop),
                title: title.map(|title| words.span(title.start, title.end)),
                kind: judgement.kind,
                form: judgement.form,
                certainty: judgement.certainty,
                permille: None,
            });
        }
        stop
    }

    /// Whether "Mr" or the like stands right before a token.
    fn follows_honorific(&self, at: usize) -> bool {
        title_before(self.words, at).is_some_and(|it| it.title.class == TitleClass::Honorific)
    }

    /// A title alone may be a family name, if the document has it: "King's plan".
    fn push_family(&mut self, at: usize) {
        let before = at.checked_sub(1).map(|before| self.words.surface(before)).unwrap_or_default();
        if !before.eq_ignore_ascii_case("the") && !before.eq_ignore_ascii_case("a") {
            self.pieces.push(Piece::new(self.words, at..at + 1, None, Certainty::Open));
        }
    }

    /// Whether a name goes on behind "Northern" and the like: "Eastern Quillan", "the Northern Pearl".
    fn begins_place(&self, at: usize) -> bool {
        let (words, next) = (self.words, self.words.role(at + 1));
        let other = Role::STOP.or(Role::DAY).or(Role::NO_NAME).or(Role::BEGINS_LISTED);
        words.role(at).any(Role::PLACE_FIRST)
            && words.surface(at).ends_with("ern")
            && at + 1 < self.end
            && words.is_capitalized(at + 1)
            && !next.any(other.or(Role::PEOPLE).or(Role::BEGINS_TITLE))
    }

    /// Whether a word that is no name elsewhere may be a family name, if the document has it:
    /// "Will urged", "said May".
    fn may_be_family(&self, at: usize) -> bool {
        let words = self.words;
        let role = words.role(at);
        let acts = words.role(at + 1).any(Role::AFTER_PERSON) || words.is_past(at + 1);
        let said = at.checked_sub(1).is_some_and(|before| !words.word(before).cues.is_empty());
        if role.any(Role::MONTH) {
            acts || said
        } else {
            role.any(Role::AMBIGUOUS) && (acts || !self.is_initial(at))
        }
    }

    fn is_initial(&self, at: usize) -> bool {
        self.initial && at == self.start
    }

    fn pieces_end_at(&self, at: usize) -> bool {
        self.pieces.last().is_some_and(|piece| piece.tokens.end == at)
    }

    /// The listed name that begins here and where it ends.
    fn listed(&self, at: usize) -> Option<(usize, Listed)> {
        listed_here(self.words, at).filter(|&(end, _)| end <= self.end)
    }

    /// Whether a word that names a month names somebody here: "April Weir", "Theresa May".
    fn month_names(&self, at: usize) -> bool {
        let titled = self.title.is_some();
        let given = self.words.role(at).any(Role::GIVEN);
        titled || (given && at + 1 < self.end)
    }

    /// Takes a listed name, or the longer one that it begins; `None` where it begins a person's.
    fn push_listed(&mut self, at: usize, end: usize, listed: Listed) -> Option<usize> {
        let words = self.words;
        let role = words.role(at);
        let stop = self.piece_end(end);
        let single = end == at + 1;
        let demonym = listed.form == NameForm::Demonym;
        if words.surface(end) == "$" && !words.adjoins(end) {
            // "US$5" is money.
            self.title = None;
            return Some(end);
        }
        if stop > end && words.surface(end).starts_with(char::is_lowercase) {
            // "Santiago de Cuba".
            return Some(self.push_longer(at..stop, kind_of(listed)));
        }
        if stop > end {
            let next = words.role(end);
            if names_organization(words, at..stop) {
                return Some(self.push_longer(at..stop, EntityKind::Organization));
            }
            if names_place(words, at..stop) && !demonym {
                return Some(self.push_longer(at..stop, EntityKind::Place));
            }
            let given = single && role.any(Role::GIVEN) && !demonym;
            if given && !next.any(Role::BEGINS_LISTED.or(Role::STOP)) {
                return None;
            }
        }
        if single && self.title_makes_person(listed) {
            return None;
        }
        let ambiguous = single && self.is_initial(at) && role.any(Role::AMBIGUOUS);
        self.title = None;
        self.pieces.push(Piece {
            tokens: at..end,
            span: words.span(at, end),
            title: None,
            kind: Some(kind_of(listed)),
            form: form_of(listed),
            certainty: if ambiguous { Certainty::Open } else { Certainty::Listed },
            permille: None,
        });
        Some(end)
    }

    /// Whether "Mr" before a listed name makes it somebody's: "Mr London".
    fn title_makes_person(&self, listed: Listed) -> bool {
        let Some(title) = &self.title else { return false };
        let honorific = title_here(self.words, title.start)
            .is_some_and(|title| title.title.class == TitleClass::Honorific);
        honorific && listed.form != NameForm::Demonym
    }

    fn push_longer(&mut self, tokens: Range<usize>, kind: EntityKind) -> usize {
        let (span, end) = (self.words.span(tokens.start, tokens.end), tokens.end);
        self.title = None;
        self.pieces.push(Piece {
            tokens,
            span,
            title: None,
            kind: Some(kind),
            form: MentionForm::Name,
            certainty: Certainty::Sure,
            permille: None,
        });
        end
    }

    /// Takes the names inside a word such as "US-led" or "Turkish-Saudi".
    fn push_parts(&mut self, at: usize, head: &str) {
        self.title = None;
        let Some(token) = self.words.tokens.get(at) else { return };
        let mut start = token.span.start;
        for part in head.split('-').take(MOST_PARTS) {
            let len = crate::text::Span::of(0..part.len()).len();
            let span = Span::new(start, start + len);
            start = span.end + 1;
            let listed = listed_of(part, &tokenize(part));
            let named = part.starts_with(char::is_uppercase);
            if named {
                self.pieces.push(Piece {
                    tokens: at..at + 1,
                    span,
                    title: None,
                    kind: listed.map(kind_of),
                    form: listed.map_or(MentionForm::Name, form_of),
                    certainty: listed.map_or(Certainty::Open, |_| Certainty::Listed),
                    permille: None,
                });
            }
        }
    }

    /// Where the piece that goes on at a token ends: at a title with a name behind it, a word that
    /// is in no name, a listed name of its own.
    fn piece_end(&self, from: usize) -> usize {
        let words = self.words;
        let mut at = from;
        while at < self.end {
            let role = words.role(at);
            // Behind "of", and inside the marks of a nickname, nothing ends.
            let joined = words.surface(at - 1).starts_with(char::is_lowercase);
            let marked = words.kind(at - 1) == Some(TokenKind::QuotationMark);
            if joined || marked || !words.is_capitalized(at) {
                at += 1;
                continue;
            }
            // "George Will" is no question.
            let family = role.any(Role::AMBIGUOUS) && words.role(at - 1).any(Role::GIVEN);
            if role.any(Role::STOP.or(Role::DAY)) && !family || words.compound(at).is_some() {
                break;
            }
            let listed = self.listed(at);
            if role.any(Role::BEGINS_TITLE.or(Role::OFFICE_MODIFIER)) {
                let longest = listed.map_or(at, |(end, _)| end);
                if self.title_cuts(at, from - 1, longest) {
                    break;
                }
            }
            if let Some((end, listed)) = listed {
                let single_place = end == at + 1 && listed.sort == Sort::Place;
                let given = at == from && words.role(at - 1).any(Role::GIVEN);
                let demonym = listed.form == NameForm::Demonym;
                let family = single_place && (!demonym || given && words.ends_name(at + 1));
                if !family && !names_organization(words, at..self.end) {
                    break;
                }
            }
            at += 1;
        }
        at
    }

    /// Whether a title inside a run ends the piece before it, which begins at `start`. A listed
    /// name that stands there ends at `listed`.
    fn title_cuts(&self, at: usize, start: usize, listed: usize) -> bool {
        let Some(title) = title_here(self.words, at) else { return false };
        let after = at + title.tokens;
        if listed > after {
            return false;
        }
        let before = self.words.role(at - 1);
        let given = before.any(Role::GIVEN) && !before.any(Role::BEGINS_LISTED);
        if after < self.end {
            // "Bob King Jr" has no title, the General Assembly neither, nor Musa Sultan Okoro.
            let named = (after..self.end).any(|at| self.words.role(at).any(Role::GIVEN));
            let short = self.words.surface(at).ends_with('.');
            let middle = given && at == start + 1 && title.tokens == 1 && !short;
            return !self.words.role(after).any(Role::SUFFIX)
                && !middle
                && (named || !names_organization(self.words, at..self.end));
        }
        // At the end it may be a family name: "Ada King".
        title.title.class == TitleClass::Office
            && !(title.tokens == 1 && before.any(Role::GIVEN))
            && !self.words.surface(at - 1).ends_with('.')
    }
}
