//! Reads a text for the tests of the resolver.

use super::model::{Frame, Resolution};
use super::resolve::resolve;
use crate::document::{Block, BlockKind, Document};
use crate::entity::dictionary::Dictionary;
use crate::entity::matcher::Matcher;
use crate::entity::model::{Entity, EntityId};
use crate::entity::recognizer::recognize;
use crate::entity::words::Words;
use crate::text::{Span, inner_sentences, tokenize};

/// What is made of a text, each line of which is a paragraph, with frames given by the words
/// of their content and source.
pub(super) struct Read {
    pub(super) document: Document,
    pub(super) resolution: Resolution,
}

pub(super) fn read(text: &str, frames: &[(&str, &str)]) -> Read {
    read_with(text, frames, &[])
}

pub(super) fn read_with(text: &str, frames: &[(&str, &str)], dictionary: &[Entity]) -> Read {
    let document = Document::new("d", text).unwrap();
    let tokens = tokenize(text);
    let blocks: Vec<Block> = text
        .split_inclusive('\n')
        .scan(0, |start, line| {
            let span = Span::of(*start..*start + line.trim_end().len());
            *start += line.len();
            Some(Block { kind: BlockKind::Paragraph, span })
        })
        .collect();
    let sentences: Vec<Span> =
        blocks.iter().flat_map(|block| inner_sentences(text, block.span)).collect();
    let dictionary = Dictionary::compile(dictionary.iter().cloned()).unwrap();
    let matcher = Matcher::new(&dictionary);
    let matcher = Some(&matcher).filter(|_| !dictionary.is_empty());
    let words = Words::new(text, &tokens);
    let names = recognize(&document, words, &sentences, &blocks, matcher, None);
    let mut from = 0;
    let frames: Vec<Frame<'_>> = frames
        .iter()
        .map(|&(content, source)| {
            let start = from + text[from..].find(content).unwrap();
            let content = Span::of(start..start + content.len());
            from = content.range().end;
            let before = text[..start].rfind(source);
            let after = text[from..].find(source).map(|at| from + at);
            let near = [before, after].into_iter().flatten();
            let at = near.min_by_key(|&at| at.abs_diff(start)).unwrap();
            let source = Some(Span::of(at..at + source.len())).filter(|it| !it.is_empty());
            Frame { content: vec![content].into(), source, ..Frame::default() }
        })
        .collect();
    let resolution = resolve(&document, words, &blocks, &names, &frames, matcher);
    Read { document, resolution }
}

impl Read {
    fn name(&self, id: &EntityId) -> &str {
        let entities = &self.resolution.entities;
        entities.iter().find(|entity| entity.id() == id).map_or("?", Entity::name)
    }

    /// Every mention of the entities whose name is not its text, as "text: name".
    pub(super) fn meant(&self) -> Vec<String> {
        let mentions = self.resolution.mentions.iter();
        let meant = mentions.map(|it| (&self.document[it.span()], self.name(it.entity())));
        meant
            .filter(|(text, name)| text != name)
            .map(|(text, name)| format!("{text}: {name}"))
            .collect()
    }

    pub(super) fn speakers(&self) -> Vec<String> {
        let names = |ids: &Vec<EntityId>| {
            ids.iter().map(|id| self.name(id)).collect::<Vec<_>>().join(" + ")
        };
        self.resolution.speakers.iter().map(names).collect()
    }
}

#[track_caller]
pub(super) fn meant(text: &str, expected: &[&str]) {
    assert_eq!(read(text, &[]).meant(), expected, "{text}");
}

#[track_caller]
pub(super) fn speaks(text: &str, content: &str, source: &str, expected: &str) {
    assert_eq!(read(text, &[(content, source)]).speakers(), [expected], "{text}");
}
