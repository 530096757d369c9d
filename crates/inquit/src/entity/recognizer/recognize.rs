//! The recogniser: reads a document twice and joins what it finds with the hits of a dictionary.

use std::ops::Range;

use super::forms::Forms;
use super::hits::{Known, merge, ruled};
use super::name::Name;
use super::piece::{Certainty, Piece, split};
use super::run::next_run;
use super::segment::{Segment, Style, segments};
use crate::document::{Block, BlockKind, Document};
use crate::entity::matcher::Matcher;
use crate::entity::model::EntityKind;
use crate::entity::words::Words;
use crate::text::{Span, Token};

/// The names of a document, in order of start, none overlapping another.
pub(crate) fn recognize(
    document: &Document,
    tokens: &[Token],
    sentences: &[Span],
    blocks: &[Block],
    matcher: Option<&Matcher>,
) -> Vec<Name> {
    let words = Words::new(document.text(), tokens);
    let segments = read_alike(segments(words, sentences, blocks));
    let pieces = pieces(words, &segments);
    let Some(matcher) = matcher else {
        return pieces.into_iter().map(ruled).collect();
    };
    let foreign: Vec<Range<u32>> = segments
        .iter()
        .filter(|segment| segment.style == Style::Foreign)
        .map(|segment| {
            let span = words.span(segment.tokens.start, segment.tokens.end);
            span.start..span.end
        })
        .collect();
    let hits = matcher.find_iter(document.text()).collect();
    merge(words, pieces, hits, &foreign, &mut Known::new(matcher.dictionary()))
}

/// A document that is all headlines is read as text: there is nothing else to go by.
fn read_alike(mut segments: Vec<Segment>) -> Vec<Segment> {
    let text = segments.iter().any(|it| {
        let body =
            matches!(it.block, BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Caption);
        body && it.style == Style::Sentence
    });
    if !text {
        for segment in &mut segments {
            if segment.style == Style::Title {
                segment.style = Style::Sentence;
            }
        }
    }
    segments
}

fn pieces(words: Words<'_>, segments: &[Segment]) -> Vec<Piece> {
    let mut read = Vec::new();
    for segment in segments.iter().filter(|it| it.style == Style::Sentence) {
        let first = read.len();
        read_segment(words, segment, &mut read);
        if segment.block == BlockKind::Dateline {
            read.get_mut(first..).unwrap_or_default().iter_mut().for_each(as_dateline);
        }
    }
    let forms = Forms::of(words, &read);
    let mut pieces = Vec::with_capacity(read.len());
    let mut read = read.into_iter().peekable();
    for segment in segments {
        if segment.style != Style::Sentence {
            forms.find(words, segment, &mut pieces);
            continue;
        }
        while let Some(piece) = read.next_if(|piece| piece.tokens.start < segment.tokens.end) {
            pieces.extend(forms.settle(words, piece));
        }
    }
    pieces
}

fn read_segment(words: Words<'_>, segment: &Segment, pieces: &mut Vec<Piece>) {
    let mut at = segment.tokens.start;
    while let Some(run) = next_run(words, at..segment.tokens.end) {
        at = run.end;
        let initial = words.is_initial(run.start, segment.tokens.start);
        split(words, run, initial, pieces);
    }
}

/// A dateline names a place and an agency, whatever its capitals say.
fn as_dateline(piece: &mut Piece) {
    if piece.certainty != Certainty::Listed {
        piece.kind = Some(EntityKind::Place);
        piece.certainty = Certainty::Likely;
    }
}
