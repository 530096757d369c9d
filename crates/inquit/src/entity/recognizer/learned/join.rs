//! Joins what the model reads with what the rules found.

use std::ops::Range;

use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::offices::title_here;
use crate::entity::recognizer::piece::{Certainty, Piece};
use crate::entity::words::Words;
use crate::lexicon::{Class, Role};
use crate::text::{Span, TokenKind};

/// What the model takes some words for.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) tokens: Range<usize>,
    /// `None`: one word of a piece that is in no name.
    pub(crate) kind: Option<EntityKind>,
    /// How likely that is, in thousandths, as the model counts.
    pub(crate) permille: u16,
    /// And how often it is right where it counts so.
    pub(super) confidence: u16,
}

/// Less likely than this, and what the rules say stays.
const LEAST: u16 = 500;
/// The same where the rules see an organisation and the model sees nothing: corpora differ in what
/// they count as one.
const LEAST_AGAINST: u16 = 700;
/// From here on a reading is as good as a title before a name, or as a likely guess of the rules.
const SURE: u16 = 900;
const LIKELY: u16 = 600;

/// The pieces, mended where the model is sure enough; and those in which it sees no name, open now.
pub(super) fn join(
    words: Words<'_>,
    pieces: Vec<Piece>,
    found: Vec<Found>,
) -> (Vec<Piece>, Vec<Piece>) {
    let mut joined = Vec::with_capacity(pieces.len());
    let mut open = Vec::new();
    let mut pieces = pieces.into_iter();
    let mut found = found.into_iter();
    let mut own: Vec<Piece> = Vec::new();
    let mut read: Vec<Found> = Vec::new();
    loop {
        // What the model has not read stays.
        let next = found.as_slice().first().map_or(usize::MAX, |it| it.tokens.start);
        while pieces.as_slice().first().is_some_and(|it| it.tokens.end <= next) {
            joined.extend(pieces.next());
        }
        let Some(first) = found.next() else { break };
        let mut end = first.tokens.end;
        read.push(first);
        // Pieces and readings that share words, directly or through others.
        loop {
            if pieces.as_slice().first().is_some_and(|it| it.tokens.start < end) {
                let piece = pieces.next();
                end = end.max(piece.as_ref().map_or(0, |it| it.tokens.end));
                own.extend(piece);
            } else if found.as_slice().first().is_some_and(|it| it.tokens.start < end) {
                let it = found.next();
                end = end.max(it.as_ref().map_or(0, |it| it.tokens.end));
                read.extend(it);
            } else {
                break;
            }
        }
        settle(words, &mut own, &read, &mut joined, &mut open);
        own.clear();
        read.clear();
    }
    (joined, open)
}

/// Appends to `joined` what is made of pieces and readings that share words.
fn settle(
    words: Words<'_>,
    own: &mut Vec<Piece>,
    read: &[Found],
    joined: &mut Vec<Piece>,
    open: &mut Vec<Piece>,
) {
    let names = || read.iter().filter_map(|it| Some((it, it.kind?)));
    let Some(least) = names().map(|(it, _)| it.permille).min() else {
        for piece in own.drain(..) {
            if is_none(words, &piece, read) {
                open.push(Piece { certainty: Certainty::Open, ..piece });
            } else {
                joined.push(piece);
            }
        }
        return;
    };
    if let [piece] = own.as_mut_slice()
        && let [name] = read
        && piece.tokens == name.tokens
    {
        confirm(words, piece, name);
        joined.append(own);
        return;
    }
    // What the rules know can be a part of a longer name, but not of somebody's.
    let inside = |piece: &Piece| {
        names().any(|(it, kind)| {
            kind != EntityKind::Person
                && it.tokens.start <= piece.tokens.start
                && piece.tokens.end <= it.tokens.end
        })
    };
    if least < LEAST || own.iter().any(|piece| is_fixed(words, piece) && !inside(piece)) {
        joined.append(own);
        return;
    }
    for (name, kind) in names() {
        let within = |it: &&Piece| name.tokens.contains(&it.tokens.start);
        let title = own.iter().find(within).and_then(|piece| piece.title);
        joined.extend(new_piece(words, name, kind, title));
    }
}

/// Whether the model sees no name in a piece.
fn is_none(words: Words<'_>, piece: &Piece, read: &[Found]) -> bool {
    let least = match piece.kind {
        // A title or a given name says so.
        _ if piece.certainty == Certainty::Sure => SURE,
        Some(EntityKind::Person | EntityKind::Place) => LEAST,
        Some(EntityKind::Organization) | None => LEAST_AGAINST,
        // What the model knows nothing of.
        Some(EntityKind::Group | EntityKind::Event | EntityKind::Work) => return false,
    };
    let own = read.iter().filter(|it| piece.tokens.contains(&it.tokens.start));
    let against = own.map(|it| it.permille).min();
    !is_fixed(words, piece) && against.is_some_and(|against| against >= least)
}

/// Gives a piece the kind that the model sees in the same words.
fn confirm(words: Words<'_>, piece: &mut Piece, name: &Found) {
    // A title or "regime" behind a name says more than a reading.
    let told = piece.certainty == Certainty::Sure && piece.kind == Some(EntityKind::Person);
    let differs = piece.kind != name.kind;
    if is_fixed(words, piece) || differs && (told || name.permille < LEAST) {
        return;
    }
    let named = !matches!(name.kind, None | Some(EntityKind::Person | EntityKind::Work));
    if named && piece.tokens.len() > 1 && is_article(words, piece.tokens.start) {
        piece.tokens.start += 1;
        piece.span = words.span(piece.tokens.start, piece.tokens.end);
    }
    piece.kind = name.kind;
    piece.permille = Some(name.confidence);
    piece.certainty = piece.certainty.max(certainty(name.permille));
}

/// A name of the model, without the title that it may begin with; `None` if that is all of it.
fn new_piece(
    words: Words<'_>,
    name: &Found,
    kind: EntityKind,
    title: Option<Span>,
) -> Option<Piece> {
    let Range { mut start, mut end } = name.tokens.clone();
    // "Is Okoro ready?"
    let is_verb = |at: usize| {
        let word = words.word(at);
        word.classes.any(Class::AUXILIARY) && !word.role.any(Role::GIVEN) && words.is_word(at)
    };
    while start + 1 < end && (!words.is_word(start) || is_article(words, start) || is_verb(start)) {
        start += 1;
    }
    while start + 1 < end && !words.is_word(end - 1) {
        end -= 1;
    }
    if start + 1 == end && words.role(start).any(Role::NO_NAME) {
        // "The North" is a part of anything.
        return None;
    }
    let mut title = title;
    while kind == EntityKind::Person
        && let Some(here) = title_here(words, start)
    {
        if start + here.tokens >= end {
            // "Mayor" alone; but "King" may be a family name behind another title.
            title?;
            break;
        }
        title = Some(words.span(start, start + here.tokens));
        start += here.tokens;
    }
    let piece = Piece::new(words, start..end, Some(kind), certainty(name.permille));
    let title = title.filter(|title| title.end <= piece.span.start);
    Some(Piece { title, permille: Some(name.confidence), ..piece })
}

/// "The National Assembly" is named without its article.
fn is_article(words: Words<'_>, at: usize) -> bool {
    matches!(words.surface(at), "The" | "the" | "A" | "An" | "a" | "an")
}

fn certainty(permille: u16) -> Certainty {
    match permille {
        SURE.. => Certainty::Sure,
        LIKELY.. => Certainty::Likely,
        _ => Certainty::Guess,
    }
}

/// Whether the rules know better than the model can.
fn is_fixed(words: Words<'_>, piece: &Piece) -> bool {
    // "George Will" ends in a word that is seldom a name.
    let last = words.role(piece.tokens.end - 1);
    let family = piece.tokens.len() > 1 && last.any(Role::STOP) && last.any(Role::AMBIGUOUS);
    // A nickname, or a hyphen that stands apart.
    let is_mark = |at| words.kind(at) == Some(TokenKind::QuotationMark) || words.surface(at) == "-";
    piece.form == MentionForm::Demonym
        || piece.certainty == Certainty::Listed
        || family
        || piece.tokens.clone().any(is_mark)
}
