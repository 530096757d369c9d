//! Expected quotes against those found.

use inquit::{Annotations, Entity, Quote, Span};

use super::case::ExpectedQuote;
use super::toml_text::{list, quoted};

/// A quote that was found, in the words of a case.
struct FoundQuote<'a> {
    kind: &'a str,
    content: Vec<&'a str>,
    marked: Vec<&'a str>,
    cue: &'a str,
    source: &'a str,
    source_kind: &'a str,
    speaker: &'a str,
    class: &'a str,
    negated: bool,
    parent: &'a str,
}

/// Where the quotes found are not those expected, in words.
pub(super) fn differences(found: &Annotations, expected: &[ExpectedQuote]) -> Vec<String> {
    let quotes: Vec<FoundQuote<'_>> =
        found.quotes().iter().map(|quote| FoundQuote::new(found, quote)).collect();
    let mut wrong = Vec::new();
    if quotes.len() == expected.len() {
        for (at, (quote, expected)) in quotes.iter().zip(expected).enumerate() {
            let differences = quote.differences(expected);
            wrong.extend(differences.into_iter().map(|it| format!("quote {}: {it}", at + 1)));
        }
    } else {
        wrong.push(format!("{} quotes instead of {}", quotes.len(), expected.len()));
        let contents = expected.iter().filter_map(|quote| quote.content.as_ref());
        let contents = contents.map(|texts| list(texts.iter().map(String::as_str)));
        wrong.extend(contents.map(|content| format!("expected content = {content}")));
    }
    if !wrong.is_empty() {
        let quotes: Vec<String> = quotes.iter().map(|it| format!("\n  {},", it.toml())).collect();
        wrong.push(format!("found:\nquotes = [{}\n]", quotes.concat()));
    }
    wrong
}

impl<'a> FoundQuote<'a> {
    fn new(found: &'a Annotations, quote: &'a Quote) -> FoundQuote<'a> {
        let document = found.document();
        let texts = |spans: &[Span]| spans.iter().map(|&span| &document[span]).collect();
        let text = |span: Option<Span>| span.map_or("", |span| &document[span]);
        let parent = quote.parent().and_then(|at| found.quotes().get(at));
        let speaker = quote.speakers().first().map(|id| found.entity(id));
        FoundQuote {
            kind: quote.kind().as_str(),
            content: texts(quote.content()),
            marked: texts(quote.marked()),
            cue: text(quote.cue()),
            source: text(quote.source()),
            source_kind: quote.source_kind().as_str(),
            speaker: speaker.map_or("", |entity| entity.map_or("(not an entity)", Entity::name)),
            class: quote.class().as_str(),
            negated: quote.negated(),
            parent: text(parent.and_then(|parent| parent.content().first().copied())),
        }
    }

    fn differences(&self, expected: &ExpectedQuote) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut compare = |key: &str, found: &str, expected: Option<&String>| {
            if let Some(expected) = expected.filter(|expected| *expected != found) {
                wrong.push(format!("{key} = {} instead of {}", quoted(found), quoted(expected)));
            }
        };
        compare("kind", self.kind, expected.kind.as_ref());
        compare("cue", self.cue, expected.cue.as_ref());
        compare("source", self.source, expected.source.as_ref());
        compare("source_kind", self.source_kind, expected.source_kind.as_ref());
        compare("speaker", self.speaker, expected.speaker.as_ref());
        compare("class", self.class, expected.class.as_ref());
        compare("parent", self.parent, expected.parent.as_ref());
        for (key, found, expected) in [
            ("content", &self.content, &expected.content),
            ("marked", &self.marked, &expected.marked),
        ] {
            if let Some(expected) = expected.as_ref().filter(|expected| *expected != found) {
                let expected = list(expected.iter().map(String::as_str));
                wrong
                    .push(format!("{key} = {} instead of {expected}", list(found.iter().copied())));
            }
        }
        if let Some(expected) = expected.negated.filter(|expected| *expected != self.negated) {
            wrong.push(format!("negated = {} instead of {expected}", self.negated));
        }
        wrong
    }

    /// As a line of a case.
    fn toml(&self) -> String {
        let content = list(self.content.iter().copied());
        let marked = list(self.marked.iter().copied());
        let mut line = format!("{{ kind = '{}', content = {content}, marked = {marked}", self.kind);
        for (key, value) in [
            ("cue", self.cue),
            ("source", self.source),
            ("source_kind", self.source_kind),
            ("speaker", self.speaker),
            ("class", self.class),
            ("parent", self.parent),
        ] {
            line.extend([", ", key, " = ", &quoted(value)]);
        }
        format!("{line}, negated = {} }}", self.negated)
    }
}
