//! Joins what the model reads with what the rules found.

use std::ops::Range;

use crate::entity::model::{EntityKind, MentionForm, Origin};
use crate::entity::offices::title_here;
use crate::entity::recognizer::piece::{Certainty, Piece};
use crate::entity::words::Words;

/// What the model takes some words for.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    /// `None`: one word that is in no name.
    pub(super) kind: Option<EntityKind>,
    /// How likely that is.
    pub(super) permille: u16,
}

/// The pieces, mended where the model is surer.
pub(super) fn join(words: Words<'_>, pieces: Vec<Piece>, found: Vec<Found>) -> Vec<Piece> {
    let mut joined = Vec::with_capacity(pieces.len());
    let mut pieces = pieces.into_iter().peekable();
    let mut found = found.into_iter().peekable();
    let mut own: Vec<Piece> = Vec::new();
    let mut read: Vec<Found> = Vec::new();
    // Groups of pieces and readings that share words.
    loop {
        let next_piece = pieces.peek().map(|it| it.tokens.start);
        let next_found = found.peek().map(|it| it.tokens.start);
        let Some(start) = next_piece.into_iter().chain(next_found).min() else { break };
        let mut end = start;
        own.clear();
        read.clear();
        loop {
            if let Some(piece) = pieces.next_if(|it| it.tokens.start < end || own.is_empty() && read.is_empty() && it.tokens.start == start) {
                end = end.max(piece.tokens.end);
                own.push(piece);
            } else if let Some(it) = found.next_if(|it| it.tokens.start < end || own.is_empty() && read.is_empty() && it.tokens.start == start) {
                end = end.max(it.tokens.end);
                read.push(it);
            } else {
                break;
            }
        }
        settle(words, &mut own, &read, &mut joined);
    }
    joined
}

fn likely(name: &str, default: u16) -> u16 {
    std::env::var(name).ok().and_then(|it| it.parse().ok()).unwrap_or(default)
}

fn settle(words: Words<'_>, own: &mut Vec<Piece>, read: &[Found], joined: &mut Vec<Piece>) {
    let names = || read.iter().filter(|it| it.kind.is_some());
    let (t_new, t_type, t_bound) = (likely("T_NEW", 500), likely("T_TYPE", 500), likely("T_BOUND", 500));
    if let [piece] = own.as_mut_slice()
        && let [name] = read
        && piece.tokens == name.tokens
        && let Some(kind) = name.kind
    {
        if fixed(piece) {
            joined.append(own);
            return;
        }
        if piece.kind == Some(kind) || name.permille >= t_type {
            piece.kind = Some(kind);
            piece.permille = Some(name.permille);
            piece.certainty = piece.certainty.max(certainty(name.permille)).min(Certainty::Sure);
        }
        joined.append(own);
        return;
    }
    if names().next().is_none() {
        // The model sees no name here.
        for piece in own.drain(..) {
            let scored = matches!(piece.kind, Some(EntityKind::Person | EntityKind::Organization | EntityKind::Place) | None);
            let all = read.iter().filter(|it| piece.tokens.contains(&it.tokens.start));
            let least = all.map(|it| it.permille).min().unwrap_or(0);
            let t_drop = if matches!(piece.kind, Some(EntityKind::Person | EntityKind::Place)) { likely("T_DROP", 500) } else { likely("T_DROPO", 600) };
            if !(scored && !fixed(&piece) && least >= t_drop) {
                joined.push(piece);
            }
        }
        return;
    }
    let least = names().map(|it| it.permille).min().unwrap_or(0);
    let threshold = if own.is_empty() { t_new } else { t_bound };
    if least < threshold || own.iter().any(|it| fixed(it) && !names().any(|name| name.tokens.start <= it.tokens.start && it.tokens.end <= name.tokens.end)) {
        joined.append(own);
        return;
    }
    for name in names() {
        let mut tokens = name.tokens.clone();
        let mut title = own.iter().find(|it| tokens.contains(&it.tokens.start) || it.tokens.start == tokens.start).and_then(|it| it.title);
        if name.kind == Some(EntityKind::Person) {
            while let Some(here) = title_here(words, tokens.start) {
                if tokens.start + here.tokens >= tokens.end { break; }
                title = Some(words.span(tokens.start, tokens.start + here.tokens));
                tokens.start += here.tokens;
            }
        }
        let piece = Piece::new(words, tokens, name.kind, certainty(name.permille));
        let title = title.filter(|it| it.end <= piece.span.start);
        joined.push(Piece { title, permille: Some(name.permille), ..piece });
    }
}

fn certainty(permille: u16) -> Certainty {
    if permille >= likely("C_SURE", 900) { Certainty::Sure } else if permille >= likely("C_LIKELY", 600) { Certainty::Likely } else { Certainty::Guess }
}

/// Whether the rules know better than the model can.
fn fixed(piece: &Piece) -> bool {
    piece.form == MentionForm::Demonym || piece.certainty == Certainty::Listed
}
#[allow(dead_code)]
const _: Origin = Origin::Model;
