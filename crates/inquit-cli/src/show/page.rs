//! One document as a page of text.

use inquit::{Annotations, BlockKind, CueClass, Document, EntityId, Participant, Quote};
use unicode_width::UnicodeWidthStr;

use super::look::{ASIDE, Look, NAME, NOBODY, TITLE};
use super::words::words;
use super::wrap::{one_line, wrap};
use crate::args::Classes;

/// What is shown of a document, and what the table counts of it.
pub(super) struct Page {
    pub(super) text: String,
    pub(super) said: Vec<Said>,
}

/// A quote as the table counts it.
pub(super) struct Said {
    pub(super) speakers: Vec<String>,
    pub(super) about: Vec<String>,
    pub(super) told: Vec<String>,
    pub(super) words: u64,
}

const INDENT: usize = 2;
/// Quotes in quotes in quotes: from there on they are not moved further to the right.
const DEEPEST: usize = 4;

impl Page {
    pub(super) fn new(annotations: &Annotations, classes: &Classes, look: Look) -> Page {
        let mut page = Page { text: String::new(), said: Vec::new() };
        page.head(annotations, look);
        // How deep each quote stands among those that are shown; nothing for those that are not.
        let mut depths: Vec<Option<usize>> = Vec::new();
        for quote in annotations.quotes() {
            let shown = classes.contain(quote.class());
            let parent = quote.parent().and_then(|at| depths.get(at).copied().flatten());
            let depth = shown.then(|| parent.map_or(0, |depth| (depth + 1).min(DEEPEST)));
            depths.push(depth);
            if let Some(depth) = depth {
                page.quote(annotations, quote, depth, look);
            }
        }
        if page.said.is_empty() {
            page.put(INDENT, &look.paint(ASIDE, "no quotes"));
            page.put(0, "");
        }
        page.put(0, "");
        page
    }

    /// The title, and what else is known of the document.
    fn head(&mut self, annotations: &Annotations, look: Look) {
        let document = annotations.document();
        let headline = annotations.blocks().iter().find(|it| it.kind == BlockKind::Headline);
        let headline = headline.map(|block| &document[block.span]);
        let title = headline.or(document.title()).filter(|title| !title.trim().is_empty());
        for line in wrap(title.unwrap_or(document.id()), look.width) {
            self.put(0, &look.paint(TITLE, &line));
        }
        let id = title.map(|_| document.id());
        let told = annotations.published().map(|it| it.to_string());
        let published = document.published().or(told.as_deref());
        let facts: Vec<_> = [id, document.outlet(), published].into_iter().flatten().collect();
        for line in wrap(&facts.join(" · "), look.width) {
            self.put(0, &look.paint(ASIDE, &line));
        }
        self.put(0, "");
    }

    /// Who said it and how, and below it the words.
    fn quote(&mut self, annotations: &Annotations, quote: &Quote, depth: usize, look: Look) {
        let document = annotations.document();
        let names = |ids: &[EntityId]| -> Vec<String> {
            let entities = ids.iter().filter_map(|id| annotations.entity(id));
            entities.map(|entity| one_line(entity.name())).collect()
        };
        let speakers = names(quote.speakers());
        let source = quote.source().map(|span| one_line(&document[span]));
        let (style, who) = match (speakers.is_empty(), &source) {
            (false, _) => (NAME, speakers.join(", ")),
            (true, Some(source)) => (NAME, source.clone()),
            (true, None) => (NOBODY, "(nobody named)".to_owned()),
        };
        let how = how(annotations, quote, &who);

        let indent = INDENT + depth * 2 * INDENT;
        let room = look.width.saturating_sub(indent).max(1);
        if who.width() + 2 + how.width() <= room {
            let line = format!("{}  {}", look.paint(style, &who), look.paint(ASIDE, &how));
            self.put(indent, &line);
        } else {
            for line in wrap(&who, room) {
                self.put(indent, &look.paint(style, &line));
            }
            for line in wrap(&how, room) {
                self.put(indent, &look.paint(ASIDE, &line));
            }
        }
        let words = words(annotations, quote);
        // A mark that opens hangs to the left of the words, so that their lines begin alike.
        let hang = usize::from(words.starts_with('“'));
        let indent = indent + 2 * INDENT;
        let lines = wrap(&words, look.width.saturating_sub(indent).max(1));
        for (number, line) in lines.iter().enumerate() {
            self.put(if number == 0 { indent - hang } else { indent }, line);
        }
        self.put(0, "");
        let count = words.split_whitespace().count() as u64;
        let told: Vec<_> = quote.addressees().iter().filter_map(|it| it.entity.clone()).collect();
        let (about, told) = (names(quote.about()), names(&told));
        self.said.push(Said { speakers, about, told, words: count });
    }

    fn put(&mut self, indent: usize, line: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// The kind of a quote, the words of the text that report it, and whom else they name.
fn how(annotations: &Annotations, quote: &Quote, who: &str) -> String {
    let words = |span| one_line(&annotations.document()[span]);
    let names = |people: &[&Participant]| {
        let names = people.iter().map(|it| {
            let entity = it.entity.as_ref().and_then(|id| annotations.entity(id));
            entity.map_or_else(|| words(it.span), |entity| one_line(entity.name()))
        });
        names.collect::<Vec<_>>().join(", ")
    };
    let mut parts = vec![quote.kind().to_string()];
    if quote.class() != CueClass::Speech {
        parts.push(quote.class().to_string());
    }
    if quote.negated() {
        parts.push("denied".to_owned());
    }
    if quote.modal() {
        parts.push("possible".to_owned());
    }
    let (told, others) = addressees(annotations.document(), quote);
    let mut reporting: Vec<_> = quote.cue().into_iter().chain(quote.source()).collect();
    reporting.extend(told.iter().map(|it| it.span));
    reporting.sort_unstable();
    // A colon may report as well, but says nothing here.
    let tells = |it: &String| it != who && it.contains(char::is_alphanumeric);
    let reporting: Vec<_> = reporting.into_iter().map(words).filter(tells).collect();
    if !reporting.is_empty() {
        parts.push(reporting.join(" "));
    }
    if !others.is_empty() {
        parts.push(format!("to {}", names(&others)));
    }
    if !quote.relays().is_empty() {
        parts.push(format!("passed on by {}", names(&quote.relays().iter().collect::<Vec<_>>())));
    }
    if let Some(medium) = quote.medium() {
        parts.push(words(medium));
    }
    parts.join(" · ")
}

/// Those that follow the cue at once, which reads as in the text ("told reporters"), and the others.
fn addressees<'a>(
    document: &Document,
    quote: &'a Quote,
) -> (Vec<&'a Participant>, Vec<&'a Participant>) {
    quote.addressees().iter().partition(|addressee| {
        let between = quote.cue().map(|cue| cue.range().end..addressee.span.range().start);
        let between = between.and_then(|range| document.text().get(range));
        between.is_some_and(|between| between.trim().is_empty())
    })
}
