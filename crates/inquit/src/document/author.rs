//! Who wrote the article: the names, roles and outlets of its bylines, apart.

use super::byline::{after_by, is_outlet_like, is_place, is_role};
use super::credit::is_outlet;
use super::model::{Block, BlockKind, Document};
use crate::text::Span;

/// Somebody who wrote the article, as its byline names them.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Author {
    name: Span,
    role: Option<Span>,
    outlet: Option<Span>,
}

impl Author {
    /// Their name; the outlet's or agency's, where the byline names nobody else.
    pub fn name(self) -> Span {
        self.name
    }

    /// What they are: "transport correspondent".
    pub fn role(self) -> Option<Span> {
        self.role
    }

    /// The outlet or agency that they write for, where the byline names it.
    pub fn outlet(self) -> Option<Span> {
        self.outlet
    }
}

/// Words that join the names of authors, and those before a place or an outlet.
const JOINS: [&str; 5] = [" and ", " AND ", " & ", " with ", " for "];

/// The authors of a document, in order.
pub(crate) fn authors(document: &Document, blocks: &[Block]) -> Vec<Author> {
    let mut authors: Vec<Author> = Vec::new();
    // Those whom a role or an outlet still to come belongs to.
    let mut open = 0;
    // All before these that were open have an outlet, and a role.
    let (mut with_outlet, mut with_role) = (0, 0);
    let mut outlets: Vec<Span> = Vec::new();
    for block in blocks.iter().filter(|block| block.kind == BlockKind::Byline) {
        let line = &document[block.span];
        let rest = after_by(line).or_else(|| line.strip_prefix("From ")).unwrap_or(line);
        for part in parts(rest, block.span.end as usize - rest.len()) {
            let words = &document[part];
            if is_outlet(words) || is_outlet_like(words) {
                for author in authors.get_mut(open.max(with_outlet)..).unwrap_or_default() {
                    author.outlet = author.outlet.or(Some(part));
                }
                with_outlet = authors.len();
                outlets.push(part);
            } else if is_role(words) {
                for author in authors.get_mut(open.max(with_role)..).unwrap_or_default() {
                    author.role = author.role.or(Some(part));
                }
                with_role = authors.len();
            } else if is_name(words) {
                // A name behind a role begins anew.
                if authors.last().is_some_and(|it| it.role.or(it.outlet).is_some()) {
                    open = authors.len();
                }
                authors.push(Author { name: part, role: None, outlet: None });
            }
        }
    }
    if authors.is_empty() {
        authors.extend(outlets.into_iter().map(|it| Author {
            name: it,
            role: None,
            outlet: Some(it),
        }));
    }
    authors
}

/// A name begins with a capital, has no digit, and is no place.
fn is_name(words: &str) -> bool {
    words.starts_with(char::is_uppercase)
        && !words.contains(|c: char| c.is_ascii_digit())
        && words.split_whitespace().count() <= 6
        && !is_place(words)
}

/// The parts of a byline that begins at a byte: what stands between commas, bars and "and".
fn parts(line: &str, from: usize) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at <= line.len() {
        let Some(rest) = line.get(at..) else {
            at += 1;
            continue;
        };
        let sign = rest.chars().next().filter(|c| matches!(c, ',' | '|' | '•' | '·' | ';' | '/'));
        let join = JOINS.iter().find(|join| rest.starts_with(**join)).map(|join| join.len());
        let length = sign.map(char::len_utf8).or(join);
        if rest.is_empty() || length.is_some() {
            let part = line.get(start..at).unwrap_or_default();
            // "Tom Vale in Geneva": where from is no part of the name.
            let part = part.find(" in ").map_or(part, |cut| part.get(..cut).unwrap_or_default());
            let lead = part.len() - part.trim_start().len();
            let part = part.trim();
            if !part.is_empty() {
                let first = from + start + lead;
                parts.push(Span::of(first..first + part.len()));
            }
            start = at + length.unwrap_or(0);
            at = start.max(at + 1);
        } else {
            at += 1;
        }
    }
    parts
}
