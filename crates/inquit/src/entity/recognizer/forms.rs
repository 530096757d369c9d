//! What the running text of a document says its names are, for places where capitals say nothing.

use super::piece::{Certainty, Piece, listed_here};
use super::segment::{Segment, Style};
use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::offices::title_before;
use crate::entity::words::{Words, is_all_capitals};
use crate::lexicon::{Role, Seeded, TextTable, WordKey};

/// Most words of a name that is looked for in headlines.
const LONGEST: usize = 6;

/// Every name of the running text, by its words.
#[derive(Debug, Default)]
pub(super) struct Forms(TextTable<Evidence>);

/// Whether somebody with a family name stands in the text with a given name.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
enum Family {
    #[default]
    None,
    /// For the given name nothing speaks but its capital.
    Likely,
    Sure,
}

/// What speaks for the kinds of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    /// Weight of each kind, in order of `EntityKind::ALL`; the last is of no kind.
    weights: [u32; KINDS + 1],
    form: Option<MentionForm>,
    count: u32,
    /// Somebody with this family name stands in the text with a given name.
    family: Family,
    /// Somebody with this given name stands in the text with a family name.
    given: bool,
    /// A company whose name begins so stands in the text.
    company: bool,
}

const KINDS: usize = 6;

impl Evidence {
    fn weigh(&mut self, kind: Option<EntityKind>, weight: u32) {
        let kind = EntityKind::ALL.iter().position(|&it| Some(it) == kind).unwrap_or(KINDS);
        if let Some(sum) = self.weights.get_mut(kind) {
            *sum = sum.saturating_add(weight);
        }
    }
}

impl Forms {
    /// Of the pieces that are sure enough to speak for others.
    pub(super) fn of(words: Words<'_>, pieces: &[Piece]) -> Forms {
        // As many as half of them are other names.
        let count = pieces.len() / 2;
        let mut forms = Forms(TextTable::with_capacity_and_hasher(count, Seeded::default()));
        for piece in pieces {
            if piece.certainty > Certainty::Open {
                forms.add(words, piece);
            }
        }
        forms
    }

    fn add(&mut self, words: Words<'_>, piece: &Piece) {
        let Some(key) = piece.key(words) else { return };
        let weight = match piece.certainty {
            Certainty::Open => 0,
            Certainty::Guess => 1,
            Certainty::Likely => 2,
            Certainty::Sure => 6,
            Certainty::Listed => 8,
        };
        let evidence = self.0.entry(key).or_default();
        evidence.count = evidence.count.saturating_add(1);
        evidence.form = evidence.form.or(Some(piece.form));
        evidence.weigh(piece.kind, weight);
        let last = piece.tokens.end - 1;
        if piece.tokens.len() > 2 && words.role(last).any(Role::CORPORATE) {
            // "Weir Motors" is the company too.
            let bare = (piece.tokens.start..last).map(|at| words.key(at)).reduce(WordKey::then);
            if let Some(bare) = bare {
                self.0.entry(bare).or_default().weigh(piece.kind, weight);
            }
        }
        if piece.kind == Some(EntityKind::Organization) && words.names_company(&piece.tokens) {
            // "Norfjord" is Norfjord Lines.
            self.0.entry(words.key(piece.tokens.start)).or_default().company = true;
        }
        let person = piece.kind == Some(EntityKind::Person);
        if person && piece.tokens.len() > 1 {
            let last = family_name(words, piece);
            // "Little Taiwan" makes nobody of Taiwan.
            if piece.certainty < Certainty::Sure && words.role(last).any(Role::BEGINS_LISTED) {
                return;
            }
            let sure = piece.certainty >= Certainty::Sure;
            let family = self.0.entry(words.part_key(last)).or_default();
            family.family = family.family.max(if sure { Family::Sure } else { Family::Likely });
            self.0.entry(words.key(piece.tokens.start)).or_default().given |= sure;
        }
    }

    /// Whether a name stands in the running text, or somebody who has it as a part of theirs.
    fn knows(&self, key: WordKey) -> bool {
        let stands =
            |it: &Evidence| it.count > 0 || it.family == Family::Sure || it.given || it.company;
        self.0.get(&key).is_some_and(stands)
    }

    /// What a name is: what most speaks for.
    fn kind(&self, key: WordKey) -> Option<EntityKind> {
        let evidence = self.0.get(&key)?;
        let kinds = evidence.weights.get(..KINDS).unwrap_or_default();
        // The first of equal weight wins.
        let best = kinds.iter().enumerate().rev().max_by_key(|&(_, weight)| weight);
        let best = best.filter(|&(_, &weight)| weight > 0);
        let somebody = evidence.family == Family::Sure || evidence.given && evidence.count == 0;
        if somebody && best.is_none_or(|(_, &weight)| weight <= 2) {
            return Some(EntityKind::Person);
        }
        let company = Some(EntityKind::Organization).filter(|_| evidence.company);
        best.and_then(|(at, _)| EntityKind::ALL.get(at).copied()).or(company)
    }

    /// Whether a word is a part of the name of somebody in the text.
    fn is_somebodys(&self, key: WordKey) -> bool {
        self.0.get(&key).is_some_and(|evidence| evidence.family == Family::Sure || evidence.given)
    }

    /// Takes from a name a word that the text elsewhere leaves out: "Veteran Ada Okoro".
    fn trim(&self, words: Words<'_>, piece: &mut Piece) {
        let tokens = piece.tokens.start + 1..piece.tokens.end;
        if tokens.len() < 2
            || piece.kind != Some(EntityKind::Person)
            || words.role(piece.tokens.start).any(Role::GIVEN)
            || !words.role(tokens.start).any(Role::GIVEN)
        {
            return;
        }
        let tail = tokens.clone().map(|at| words.key(at)).reduce(WordKey::then);
        if tail.is_some_and(|tail| self.kind(tail) == Some(EntityKind::Person)) {
            piece.span = words.span(tokens.start, tokens.end);
            piece.tokens = tokens;
        }
    }

    /// Decides a piece of running text in the light of the whole document; `None` if it is no name.
    pub(super) fn settle(&self, words: Words<'_>, mut piece: Piece) -> Option<Piece> {
        self.trim(words, &mut piece);
        let key = piece.key(words)?;
        match piece.certainty {
            Certainty::Open => {
                // "Peña Soto" is known by "Soto".
                let last = words.part_key(piece.tokens.end - 1);
                let tail = piece.kind == Some(EntityKind::Person) && self.is_somebodys(last);
                if !self.knows(key) && !tail {
                    return None;
                }
                piece.kind = self.kind(key).or(piece.kind.filter(|_| tail));
                piece.certainty = Certainty::Likely;
                if let Some(form) = self.0.get(&key).and_then(|evidence| evidence.form) {
                    piece.form = form;
                }
            }
            Certainty::Listed => {
                let before = piece.tokens.start.checked_sub(1).map(|before| words.role(before));
                let place = before.is_some_and(|role| role.any(Role::PLACE_PREPOSITION));
                let single = piece.tokens.len() == 1;
                // "Cuban said" is Mark Cuban, if the text has him; "Cuban ships" are not his.
                let after = piece.tokens.end;
                let demonym = piece.form == MentionForm::Demonym
                    && (words.surface(after - 1).ends_with('s') || !words.ends_name(after));
                let family = || self.0.get(&key).is_some_and(|it| it.family == Family::Sure);
                let known = if piece.form == MentionForm::Demonym {
                    family()
                } else {
                    self.is_somebodys(key)
                };
                if single && !demonym && !place && known {
                    piece.kind = Some(EntityKind::Person);
                    piece.form = MentionForm::Name;
                }
            }
            Certainty::Guess | Certainty::Likely => {
                let mut settled = self.kind(key);
                if settled.is_none()
                    && self.0.get(&key).is_some_and(|it| it.family == Family::Likely)
                {
                    settled = Some(EntityKind::Person);
                }
                piece.kind = settled.or(piece.kind);
                // A capital that nothing explains, and that does not come back, is no name.
                let once = self.0.get(&key).is_none_or(|it| it.count < 2);
                if piece.kind.is_none() && once {
                    return None;
                }
            }
            Certainty::Sure => {}
        }
        Some(piece)
    }

    /// Appends the names of a segment in which capitals say nothing.
    pub(super) fn find(&self, words: Words<'_>, segment: &Segment, pieces: &mut Vec<Piece>) {
        let end = segment.tokens.end;
        let lists = segment.style == Style::Title;
        let mut at = segment.tokens.start;
        while at < end {
            let found = self.known(words, at, end).or_else(|| {
                listed_piece(words, at).filter(|piece| lists && piece.tokens.end <= end)
            });
            let Some(mut piece) = found else {
                at += 1;
                continue;
            };
            if piece.kind == Some(EntityKind::Person) {
                piece.title = title_before(words, at)
                    .filter(|title| at - title.tokens >= segment.tokens.start)
                    .map(|title| words.span(at - title.tokens, at));
            }
            at = piece.tokens.end;
            pieces.push(piece);
        }
    }

    /// The longest name of the running text that stands at a token.
    fn known(&self, words: Words<'_>, at: usize, end: usize) -> Option<Piece> {
        if !words.is_capitalized(at) {
            return None;
        }
        let mut keys = [None; LONGEST];
        let mut key: Option<WordKey> = None;
        for (offset, slot) in keys.iter_mut().enumerate() {
            let here = at + offset;
            if here >= end || (offset > 0 && !words.adjoins(here)) {
                break;
            }
            let next = words.key(here);
            key = Some(key.map_or(next, |key| key.then(next)));
            *slot = key;
        }
        let (count, kind, form) = keys.iter().enumerate().rev().find_map(|(offset, key)| {
            let key = key.filter(|&key| self.knows(key))?;
            let form = self.0.get(&key)?.form.unwrap_or(MentionForm::Name);
            Some((offset + 1, self.kind(key), form))
        })?;
        let piece = Piece::new(words, at..at + count, kind, Certainty::Likely);
        Some(Piece { form, ..piece })
    }
}

/// The token of the family name in a full name: the last but for "Jr".
fn family_name(words: Words<'_>, piece: &Piece) -> usize {
    let last = piece.tokens.end - 1;
    let suffix = words.role(last).any(Role::SUFFIX) && piece.tokens.len() > 2;
    if suffix { last - 1 - usize::from(words.surface(last - 1) == ",") } else { last }
}

/// A listed name among capitals that say nothing.
fn listed_piece(words: Words<'_>, at: usize) -> Option<Piece> {
    if !words.is_capitalized(at) {
        return None;
    }
    let (end, listed) = listed_here(words, at)?;
    let role = words.role(at);
    let shouted = is_all_capitals(words.surface(at));
    let ordinary = role.any(Role::AMBIGUOUS) || (shouted && role.any(Role::STOP));
    (end > at + 1 || !ordinary).then(|| Piece::listed(words, at..end, listed))
}
