//! What goes on over the edges of blocks: quotations of several paragraphs, a cue and colon before
//! a paragraph, a signature behind one.

use super::block_quotes::nested_quotes;
use super::cue::reports;
use super::detected::Detected;
use super::detector::Section;
use super::draft::{Draft, content_spans, marked_spans};
use super::following::main_subject;
use super::model::CueClass;
use super::noun_phrase::core_starting_at;
use super::passage::Passage;
use super::subject::subject_before;
use crate::lexicon::{Act, Class, Frames};
use crate::text::{Span, TokenRange};

/// How many quotes deep one may stand in others.
const DEEPEST: usize = 8;
/// Reported speech less sure than this is not gone on with, in thousandths.
const SURE: u16 = 800;

/// The quotes so far, and what the next block may go on with.
#[derive(Debug, Default)]
pub(crate) struct Running {
    quotes: Vec<Detected>,
    /// How many blocks were searched; what stands between them is not the article.
    searched: usize,
    last: Option<Last>,
    announced: Option<Announced>,
    /// Where the content of each draft of the block at hand begins, and the place of its quote.
    places: Vec<(usize, usize)>,
}

/// The last quote that a quotation without a cue goes on with.
#[derive(Clone, Copy, Debug)]
struct Last {
    /// Its place.
    quote: usize,
    /// It was left open at the end of its block, and the next opens with a mark.
    continued: bool,
    /// The number of the searched block it ends in.
    searched: usize,
}

/// "Marsh told the board:" at the end of a block.
#[derive(Clone, Copy, Debug)]
struct Announced {
    cue: Option<Span>,
    source: Option<Span>,
    writing: bool,
    /// The number of the searched block it ends.
    searched: usize,
}

impl Running {
    /// Takes the quotes of a block, and joins those that run over from the block before.
    pub(crate) fn take(&mut self, section: &Section, passage: &Passage<'_>, drafts: Vec<Draft>) {
        self.searched += 1;
        let now = self.searched;
        let last = self.last.take().filter(|last| now <= last.searched + 1);
        let announced = self.announced.take().filter(|it| now <= it.searched + 1);
        let mut places = std::mem::take(&mut self.places);
        places.clear();
        for draft in drafts {
            let opens = draft.start() == passage.range.start && passage.is_marked(draft.start());
            let cueless = draft.cue.is_none() && draft.source.is_none();
            let before = last.filter(|_| opens && cueless);
            if let Some(last) = before.filter(|last| last.continued) {
                self.extend(last.quote, passage, &draft);
                places.push((draft.start(), last.quote));
                self.run_on(passage, last.quote, &draft);
                continue;
            }
            let Some(mut quote) = Detected::new(passage, section.block, &draft) else { continue };
            if let Some(announced) = announced.filter(|_| opens && cueless) {
                quote.cue = announced.cue;
                quote.source = announced.source;
                quote.class = if announced.writing { CueClass::Writing } else { CueClass::Speech };
                quote.confidence = 930;
            } else {
                let inside = draft.follows.and_then(|start| {
                    let at = places.partition_point(|(known, _)| *known < start);
                    places.get(at).filter(|(known, _)| *known == start).map(|(_, place)| *place)
                });
                quote.follows = inside.or(before.map(|last| last.quote));
            }
            let place = self.quotes.len();
            places.push((draft.start(), place));
            self.quotes.push(quote);
            self.run_on(passage, place, &draft);
        }
        self.places = places;
        self.nested(section, passage);
        self.announced = announcement(passage, self.searched);
    }

    /// Adds a further paragraph to a quotation.
    fn extend(&mut self, place: usize, passage: &Passage<'_>, draft: &Draft) {
        let content = content_spans(passage, draft);
        if let Some(quote) = self.quotes.get_mut(place) {
            quote.marked.extend(marked_spans(passage, &content));
            quote.content.extend(content);
        }
    }

    /// Remembers a quote that the next block may go on with: words in marks, or reported speech.
    fn run_on(&mut self, passage: &Passage<'_>, quote: usize, draft: &Draft) {
        let end = draft.content.last().and_then(|range| range.end.checked_sub(1));
        let region = end.and_then(|at| passage.region_at(at)).and_then(|at| passage.region(at));
        let marked =
            draft.content.iter().any(|range| range.clone().any(|at| passage.is_marked(at)));
        let spoken = draft.source.is_some() && draft.act == Act::Speech && draft.confidence >= SURE;
        if marked || spoken {
            let continued = region.is_some_and(|region| region.marked.continued);
            self.last = Some(Last { quote, continued, searched: self.searched });
        }
    }

    /// Quotes inside the quotations of a block.
    fn nested(&mut self, section: &Section, passage: &Passage<'_>) {
        for inside in passage.insides() {
            for draft in nested_quotes(&inside) {
                self.quotes.extend(Detected::new(&inside, section.block, &draft));
            }
        }
    }

    /// Whether a block is but a dash and a name, which then is the source of the quotation before.
    pub(crate) fn takes_signature(&mut self, passage: &Passage<'_>) -> bool {
        let start = passage.range.start;
        let words = || passage.count_words(passage.range.clone());
        let signs =
            passage.is_dash(start) && passage.is_capital(start + 1) && (2..=8).contains(&words());
        let Some(last) = self.last.filter(|last| signs && last.searched == self.searched) else {
            return false;
        };
        let Some(quote) = self.quotes.get_mut(last.quote) else { return false };
        let unsigned = quote.cue.is_none() && quote.source.is_none();
        if unsigned {
            quote.source = passage.span_of(&(start + 1..passage.range.end));
            quote.confidence = 850;
        }
        unsigned
    }

    /// The quotes in order of their content, each inside another with its parent.
    pub(crate) fn finish(self) -> Vec<Detected> {
        let mut order: Vec<usize> = (0..self.quotes.len()).collect();
        let extent = |at: usize| self.quotes.get(at).map(Detected::extent).unwrap_or_default();
        order.sort_by_key(|&at| (extent(at).start, std::cmp::Reverse(extent(at).end), at));
        let mut places = vec![0; order.len()];
        for (to, &from) in order.iter().enumerate() {
            if let Some(place) = places.get_mut(from) {
                *place = to;
            }
        }
        let mut sorted: Vec<Detected> = Vec::with_capacity(order.len());
        let mut open: Vec<usize> = Vec::new();
        let mut quotes: Vec<Option<Detected>> = self.quotes.into_iter().map(Some).collect();
        for from in order {
            let Some(mut quote) = quotes.get_mut(from).and_then(Option::take) else { continue };
            quote.follows = quote.follows.and_then(|earlier| places.get(earlier)).copied();
            let first = quote.content.first().copied().unwrap_or_default();
            while open
                .last()
                .and_then(|&at| sorted.get(at))
                .is_some_and(|it| it.extent().end <= first.start)
            {
                open.pop();
            }
            let holds = |it: &Detected| {
                quote.content.iter().all(|inner| {
                    let at = it.content.partition_point(|part| part.end <= inner.start);
                    it.content.get(at).is_some_and(|part| part.contains(*inner))
                })
            };
            quote.parent = open
                .iter()
                .rev()
                .take(DEEPEST)
                .copied()
                .find(|&at| sorted.get(at).is_some_and(holds));
            open.push(sorted.len());
            sorted.push(quote);
        }
        sorted
    }
}

/// The cue and source of a block that ends in a colon.
fn announcement(passage: &Passage<'_>, searched: usize) -> Option<Announced> {
    let sentence = passage.sentences.last()?;
    let colon = sentence.end.checked_sub(1).filter(|&at| passage.is_colon(at))?;
    let report = reports(passage, &(sentence.start..colon))
        .filter(|report| report.cue.frames.has(Frames::QUOTATION))
        .last();
    let Some(report) = report else {
        // "From Chairwoman Quist:"
        let from = (sentence.start..colon).find(|&at| passage.reads(at, "from"));
        let from = from
            .and_then(|from| core_starting_at(passage, from + 1, colon))
            .filter(|it| it.end == colon);
        // "Quist released the following statement:"
        let words = sentence.start..colon;
        let names = |at: usize| passage.reads(at, "following") || passage.is(at, Class::DOCUMENT);
        let text = words.clone().any(names).then(|| main_subject(passage, sentence, colon));
        let text = text.flatten().map(|it| without_verb(passage, it));
        let source = passage.span_of(&from.or(text)?);
        return Some(Announced { cue: None, source, writing: false, searched });
    };
    let source = subject_before(passage, report.verb, sentence.start)
        // "Added Quist:"
        .or_else(|| core_starting_at(passage, report.end, colon).filter(|it| it.end == colon))
        .or_else(|| main_subject(passage, sentence, report.verb));
    Some(Announced {
        cue: passage.span_of(&report.range()),
        source: source.and_then(|subject| passage.span_of(&subject)),
        writing: report.cue.act == Act::Writing,
        searched,
    })
}

/// A name without the verb that we do not know behind it: "Mayor Lucia Quist released".
fn without_verb(passage: &Passage<'_>, phrase: TokenRange) -> TokenRange {
    let names = |at: usize| passage.is_capital(at) && !passage.is(at, Class::DETERMINER);
    let end = match phrase.clone().rev().find(|&at| names(at)) {
        Some(last) => last + 1,
        // "The company released"
        None if phrase.len() > 1 && passage.surface(phrase.end - 1).ends_with("ed") => {
            phrase.end - 1
        }
        None => phrase.end,
    };
    phrase.start..end
}
