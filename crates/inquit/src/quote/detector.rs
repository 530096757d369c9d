//! Finds the quotes of a document as spans, block by block.

use super::according::according;
use super::cue::{Report, reports};
use super::draft::{Draft, content_spans, has_unmarked_words, marked_spans};
use super::following::following;
use super::model::{CueClass, QuoteKind};
use super::passage::{Layers, Passage};
use super::preceding::preceding;
use super::transcript::{after_lead, lead};
use super::uncued::{is_quotation, signature, uncued};
use crate::document::BlockKind;
use crate::lexicon::Act;
use crate::text::{Span, TokenRange};

/// A block to be searched.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Its place among the blocks.
    pub(crate) block: usize,
    pub(crate) kind: BlockKind,
    pub(crate) tokens: TokenRange,
    pub(crate) sentences: Vec<TokenRange>,
}

/// A quote as spans, before its speaker is known.
#[derive(Clone, Debug)]
pub(crate) struct Detected {
    pub(crate) block: usize,
    pub(crate) kind: QuoteKind,
    pub(crate) content: Vec<Span>,
    pub(crate) marked: Vec<Span>,
    pub(crate) cue: Option<Span>,
    pub(crate) source: Option<Span>,
    pub(crate) addressee: Option<Span>,
    pub(crate) relay: Option<Span>,
    pub(crate) class: CueClass,
    pub(crate) negated: bool,
    pub(crate) modal: bool,
    /// The quote, by place, whose speaker is the speaker of this one too.
    pub(crate) follows: Option<usize>,
    pub(crate) confidence: u16,
}

/// How many blocks of a document must have a name and a colon before they are a transcript.
const TRANSCRIPT_BLOCKS: usize = 3;

/// Every quote of the sections, in order of its content.
pub(crate) fn detect(layers: Layers<'_>, sections: &[Section]) -> Vec<Detected> {
    let passages: Vec<Passage<'_>> = sections
        .iter()
        .map(|section| Passage::new(layers, section.tokens.clone(), &section.sentences))
        .collect();
    let is_paragraph = |section: &Section| section.kind == BlockKind::Paragraph;
    let leads = sections
        .iter()
        .zip(&passages)
        .filter(|(section, passage)| is_paragraph(section) && lead(passage).is_some());
    let transcript = leads.count() >= TRANSCRIPT_BLOCKS;
    let mut found = Found::default();
    for (section, passage) in sections.iter().zip(&passages) {
        if is_searched(section.kind) {
            found.search(section, passage, transcript);
        }
    }
    found.in_order()
}

/// Text of the site, headlines of other stories and lines about the article report nothing.
fn is_searched(kind: BlockKind) -> bool {
    matches!(
        kind,
        BlockKind::Headline
            | BlockKind::Standfirst
            | BlockKind::Paragraph
            | BlockKind::Heading
            | BlockKind::Caption
    )
}

#[derive(Default)]
struct Found {
    quotes: Vec<Detected>,
    /// The last quote with words in marks, if nothing but quotes came since.
    running: Option<Running>,
}

/// A quotation that the next block may go on with.
#[derive(Clone, Copy)]
struct Running {
    quote: usize,
    /// It was left open at the end of its block, and the next opens with a mark.
    continued: bool,
    block: usize,
}

impl Found {
    fn search(&mut self, section: &Section, passage: &Passage<'_>, transcript: bool) {
        let mut drafts = Drafts {
            used: vec![false; section.tokens.len()],
            first: section.tokens.start,
            list: Vec::new(),
        };
        if let Some(lead) = lead(passage) {
            let spoken = match section.kind {
                BlockKind::Headline => {
                    !passage.is_marked(lead.colon + 1)
                        || passage.is_all_marked(lead.colon + 1..passage.range.end)
                }
                BlockKind::Paragraph => {
                    transcript
                        || lead.shouted && passage.is_capital(lead.colon + 1) && lead.name.len() > 1
                }
                _ => false,
            };
            if spoken {
                drafts.list.extend(after_lead(passage, &lead));
            }
        }
        if drafts.list.is_empty() {
            for (number, sentence) in passage.sentences.iter().enumerate() {
                drafts.sentence(passage, number, sentence);
            }
            drafts.leftovers(passage);
        }
        drafts
            .list
            .sort_by_key(|draft| draft.content.first().map_or(usize::MAX, |range| range.start));
        self.take(section, passage, drafts.list);
    }

    /// Turns the drafts of a block into spans, and joins what runs over from the block before.
    fn take(&mut self, section: &Section, passage: &Passage<'_>, drafts: Vec<Draft>) {
        let base = self.quotes.len();
        let running = self.running.take().filter(|running| section.block <= running.block + 1);
        let mut joined = false;
        for (number, draft) in drafts.into_iter().enumerate() {
            let opens = draft.content.first().is_some_and(|range| {
                range.start == passage.range.start && passage.is_marked(range.start)
            });
            let content = content_spans(passage, &draft.content);
            if content.is_empty() {
                continue;
            }
            if let (true, Some(running)) = (number == 0 && opens && draft.cue.is_none(), running) {
                if running.continued
                    && let Some(quote) = self.quotes.get_mut(running.quote)
                {
                    quote.marked.extend(marked_spans(passage, &content));
                    quote.content.extend(content);
                    joined = true;
                    self.run_on(section, passage, running.quote, &draft.content);
                    continue;
                }
            }
            let follows =
                draft.follows.map(|at| base + at - usize::from(joined && at > 0)).or_else(|| {
                    let cueless = draft.cue.is_none() && draft.source.is_none();
                    running.filter(|_| cueless && number == 0 && opens).map(|running| running.quote)
                });
            let marked = marked_spans(passage, &content);
            let kind = if marked.is_empty() {
                QuoteKind::Indirect
            } else if has_unmarked_words(passage, &draft.content) {
                QuoteKind::Mixed
            } else {
                QuoteKind::Direct
            };
            let span = |range: &Option<TokenRange>| {
                range.as_ref().and_then(|range| passage.span_of(range))
            };
            let at = self.quotes.len();
            self.quotes.push(Detected {
                block: section.block,
                kind,
                content,
                marked,
                cue: span(&draft.cue),
                source: span(&draft.source),
                addressee: span(&draft.addressee),
                relay: span(&draft.relay),
                class: class(draft.act),
                negated: draft.negated,
                modal: draft.modal,
                follows: follows.filter(|&earlier| earlier < at),
                confidence: draft.confidence,
            });
            self.run_on(section, passage, at, &draft.content);
        }
    }

    fn run_on(
        &mut self,
        section: &Section,
        passage: &Passage<'_>,
        quote: usize,
        content: &[TokenRange],
    ) {
        let last = content.last().and_then(|range| range.end.checked_sub(1));
        let region =
            last.and_then(|at| passage.region_at(at)).and_then(|number| passage.region(number));
        let any = content.iter().any(|range| range.clone().any(|at| passage.is_marked(at)));
        if any {
            let continued = region.is_some_and(|region| region.marked.continued);
            self.running = Some(Running { quote, continued, block: section.block });
        }
    }

    fn in_order(mut self) -> Vec<Detected> {
        let mut order: Vec<usize> = (0..self.quotes.len()).collect();
        order.sort_by_key(|&at| {
            self.quotes.get(at).and_then(|quote| quote.content.first()).copied()
        });
        let mut place = vec![0; order.len()];
        for (to, &from) in order.iter().enumerate() {
            if let Some(slot) = place.get_mut(from) {
                *slot = to;
            }
        }
        for quote in &mut self.quotes {
            quote.follows = quote.follows.and_then(|from| place.get(from)).copied();
        }
        let mut sorted: Vec<Option<Detected>> = self.quotes.into_iter().map(Some).collect();
        order.into_iter().filter_map(|from| sorted.get_mut(from).and_then(Option::take)).collect()
    }
}

fn class(act: Act) -> CueClass {
    match act {
        Act::Speech => CueClass::Speech,
        Act::Writing => CueClass::Writing,
        Act::Attitude => CueClass::Attitude,
        Act::Intention => CueClass::Intention,
    }
}

/// Whether a marked stretch ends somewhere in these tokens.
fn ends_in_marks(passage: &Passage<'_>, range: TokenRange) -> bool {
    passage.regions.iter().any(|region| range.contains(&(region.tokens.end - 1)))
}

fn holds_marks(passage: &Passage<'_>, range: &TokenRange) -> bool {
    range.clone().any(|at| passage.is_marked(at))
}

/// The quotes found so far in a block.
struct Drafts {
    /// For each token of the block whether a quote has taken it.
    used: Vec<bool>,
    first: usize,
    list: Vec<Draft>,
}

impl Drafts {
    fn is_used(&self, at: usize) -> bool {
        at.checked_sub(self.first).and_then(|at| self.used.get(at)).copied().unwrap_or(true)
    }

    fn push(&mut self, draft: Draft) {
        for range in draft.parts() {
            for at in range.clone() {
                if let Some(slot) = at.checked_sub(self.first).and_then(|at| self.used.get_mut(at))
                {
                    *slot = true;
                }
            }
        }
        self.list.push(draft);
    }

    /// Quotes that a cue of this sentence reports: first those beside marks, which are certain, then
    /// the others in what is left.
    fn sentence(&mut self, passage: &Passage<'_>, number: usize, sentence: &TokenRange) {
        if self.final_according(passage, sentence) {
            return;
        }
        let reports = reports(passage, sentence);
        for report in &reports {
            let lowest = self.lowest(sentence, report.phrase_start);
            if self.is_used(report.verb) || !ends_in_marks(passage, lowest..report.end) {
                continue;
            }
            let draft = self.preceding_free(passage, report, sentence, lowest);
            let beside =
                |draft: &Draft| draft.content.iter().any(|range| holds_marks(passage, range));
            if let Some(draft) = draft.filter(beside) {
                self.finish(passage, number, draft);
            }
        }
        let mut earlier: Option<TokenRange> = None;
        for report in &reports {
            if self.is_used(report.verb) {
                if let Some(source) = self.source_of(report.verb) {
                    earlier = Some(source);
                }
                continue;
            }
            let lowest = self.lowest(sentence, report.phrase_start);
            if report.phrase_start < lowest {
                continue;
            }
            let end =
                (report.end..sentence.end).find(|&at| self.is_used(at)).unwrap_or(sentence.end);
            let within = sentence.start..end;
            let draft = self
                .preceding_free(passage, report, &within, lowest)
                .or_else(|| following(passage, report, &within, lowest, earlier.as_ref()));
            let Some(draft) = draft else { continue };
            earlier = draft.source.clone().or(earlier);
            self.finish(passage, number, draft);
        }
    }

    /// One past the last token before `at` that a quote of this sentence has taken.
    fn lowest(&self, sentence: &TokenRange, at: usize) -> usize {
        (sentence.start..at).rev().find(|&at| self.is_used(at)).map_or(sentence.start, |at| at + 1)
    }

    fn source_of(&self, verb: usize) -> Option<TokenRange> {
        let holds = |draft: &&Draft| draft.cue.as_ref().is_some_and(|cue| cue.contains(&verb));
        self.list.iter().find(holds).and_then(|draft| draft.source.clone())
    }

    fn finish(&mut self, passage: &Passage<'_>, number: usize, mut draft: Draft) {
        draft.content.retain(|range| {
            passage.count_words(range.clone()) > 0 && !range.clone().all(|at| self.is_used(at))
        });
        if !draft.content.is_empty() {
            self.with_next_sentences(passage, number, &mut draft);
            self.push(draft);
        }
    }

    /// What stands before a cue, if no other quote has taken any of it.
    fn preceding_free(
        &self,
        passage: &Passage<'_>,
        report: &Report,
        sentence: &TokenRange,
        lowest: usize,
    ) -> Option<Draft> {
        preceding(passage, report, sentence, lowest).filter(|draft| {
            draft.content.iter().all(|range| !range.clone().any(|at| self.is_used(at)))
        })
    }

    /// "…, according to the mayor": reports the whole sentence before it.
    fn final_according(&mut self, passage: &Passage<'_>, sentence: &TokenRange) -> bool {
        let Some(at) =
            sentence.clone().find(|&at| passage.reads(at, "according") && !passage.is_marked(at))
        else {
            return false;
        };
        let Some(draft) = according(passage, at, sentence, sentence.start) else { return false };
        self.push(draft);
        true
    }

    /// “A,” she said. “B. C.”: sentences that are nothing but marked words go on with the quote.
    fn with_next_sentences(&self, passage: &Passage<'_>, number: usize, draft: &mut Draft) {
        let quoted = draft
            .content
            .last()
            .is_some_and(|range| range.end > range.start && passage.is_marked(range.end - 1))
            || draft
                .content
                .first()
                .is_some_and(|range| passage.region_from(range.start).is_some());
        if !quoted {
            return;
        }
        for sentence in passage.sentences.iter().skip(number + 1) {
            if !passage.is_all_marked(sentence.clone()) {
                break;
            }
            draft.content.push(sentence.clone());
        }
    }

    /// Marked words that no cue reports.
    fn leftovers(&mut self, passage: &Passage<'_>) {
        for region in &passage.regions {
            let start = region.tokens.start;
            if self.is_used(start + 1) || self.is_used(start) {
                continue;
            }
            let sentence = passage.sentences.iter().find(|sentence| sentence.contains(&start));
            let Some(sentence) = sentence else { continue };
            let alone = passage.is_all_marked(sentence.clone());
            if let Some(name) = signature(passage, region) {
                self.push(Draft {
                    source: Some(name),
                    ..Draft::new(vec![region.tokens.clone()], 850)
                });
                continue;
            }
            if !is_quotation(passage, region, sentence) {
                continue;
            }
            let mut draft = uncued(passage, region, sentence);
            if alone {
                draft.follows = self.list.iter().rposition(|earlier| {
                    earlier.content.first().is_some_and(|range| {
                        range.start < start && range.clone().any(|at| passage.is_marked(at))
                    })
                });
                draft.confidence = 700;
            }
            self.push(draft);
        }
    }
}
