//! The quotes of one block: what each cue of each sentence reports, then what is left in marks.

use super::according::according;
use super::cue::{Report, reports};
use super::draft::Draft;
use super::following::following;
use super::glance::Sign;
use super::passage::Passage;
use super::preceding::preceding;
use super::relay::relay;
use super::transcript::{Lead, after_lead};
use super::uncued::{is_quotation, signature, uncued};
use crate::lexicon::Class;
use crate::text::TokenRange;

/// Longer sentences, in tokens, are read in parts, so that time stays linear in any text.
const LONGEST_SENTENCE: usize = 400;
/// How many quotes back one is looked for that another goes on with.
const REACH: usize = 32;

/// The quotes of a block, in order of their content. `lead` is the name and colon it begins with,
/// where that names a speaker.
pub(crate) fn block_quotes(passage: &Passage<'_>, lead: Option<&Lead>) -> Vec<Draft> {
    let mut drafts = Drafts::new(passage);
    if let Some(draft) = lead.and_then(|lead| after_lead(passage, lead)) {
        drafts.push(draft);
    } else {
        drafts.sentences(passage);
        drafts.leftovers(passage);
    }
    drafts.in_order()
}

/// The quotes inside a quotation: only such as a cue reports there, and that stand in marks.
pub(crate) fn nested_quotes(passage: &Passage<'_>) -> Vec<Draft> {
    let mut drafts = Drafts::new(passage);
    drafts.sentences(passage);
    drafts.list.retain(|draft| draft.content.iter().any(|range| holds_marks(passage, range)));
    drafts.in_order()
}

/// Whether a marked stretch ends somewhere in these tokens.
fn ends_in_marks(passage: &Passage<'_>, mut range: TokenRange) -> bool {
    range.any(|at| passage.region_to(at).is_some())
}

fn holds_marks(passage: &Passage<'_>, range: &TokenRange) -> bool {
    range.clone().any(|at| passage.is_marked(at))
}

/// The quotes found so far in a block.
struct Drafts {
    /// For each token of the block whether a quote has taken it; nothing before the first quote.
    used: Vec<bool>,
    tokens: TokenRange,
    list: Vec<Draft>,
    /// Those of the sentence at hand.
    reports: Vec<Report>,
}

impl Drafts {
    fn new(passage: &Passage<'_>) -> Drafts {
        let tokens = passage.range.clone();
        Drafts { used: Vec::new(), tokens, list: Vec::new(), reports: Vec::new() }
    }

    fn in_order(mut self) -> Vec<Draft> {
        self.list.sort_by_key(Draft::start);
        self.list
    }

    fn sentences(&mut self, passage: &Passage<'_>) {
        for (number, sentence) in passage.sentences.iter().enumerate() {
            let mut start = sentence.start;
            while start < sentence.end {
                let end = sentence.end.min(start + LONGEST_SENTENCE);
                self.clause(passage, number, &(start..end));
                start = end;
            }
        }
    }

    /// The quotes of a sentence, or of a part of one too long to be one.
    fn clause(&mut self, passage: &Passage<'_>, number: usize, sentence: &TokenRange) {
        let seen = passage.seen(sentence.clone());
        if !seen.signs.any(Sign::CUE.or(Sign::ACCORDING)) {
            return;
        }
        let relays = seen.classes.any(Class::RELAYING) || seen.signs.any(Sign::ACCORDING);
        let Some(relay) = relays.then(|| relay(passage, sentence)).flatten() else {
            self.sentence(passage, number, sentence);
            return;
        };
        let first = self.list.len();
        self.sentence(passage, number, &(sentence.start..relay.comma));
        for draft in self.list.iter_mut().skip(first) {
            draft.relay = Some(relay.name.clone());
        }
    }

    fn is_used(&self, at: usize) -> bool {
        let place = at.wrapping_sub(self.tokens.start);
        !self.tokens.contains(&at) || self.used.get(place).copied().unwrap_or(false)
    }

    fn push(&mut self, draft: Draft) {
        self.used.resize(self.tokens.len(), false);
        for range in draft.parts() {
            let first = self.tokens.start;
            let end = range.end.min(self.tokens.end).saturating_sub(first);
            if let Some(used) = self.used.get_mut(range.start.saturating_sub(first)..end) {
                used.fill(true);
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
        let mut found = std::mem::take(&mut self.reports);
        found.extend(reports(passage, sentence));
        if !passage.regions.is_empty() {
            self.beside_marks(passage, number, sentence, &found);
        }
        self.beside_words(passage, number, sentence, &found);
        found.clear();
        self.reports = found;
    }

    fn beside_marks(
        &mut self,
        passage: &Passage<'_>,
        number: usize,
        sentence: &TokenRange,
        reports: &[Report],
    ) {
        for report in reports {
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
    }

    fn beside_words(
        &mut self,
        passage: &Passage<'_>,
        number: usize,
        sentence: &TokenRange,
        reports: &[Report],
    ) {
        let mut earlier: Option<TokenRange> = None;
        for report in reports {
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
            let mut after = report.end..sentence.end;
            let taken =
                if self.used.is_empty() { None } else { after.find(|&at| self.is_used(at)) };
            let end = taken.unwrap_or(sentence.end);
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
        if self.used.is_empty() {
            return sentence.start;
        }
        (sentence.start..at).rev().find(|&at| self.is_used(at)).map_or(sentence.start, |at| at + 1)
    }

    fn source_of(&self, verb: usize) -> Option<TokenRange> {
        let holds = |draft: &&Draft| draft.cue.as_ref().is_some_and(|cue| cue.contains(&verb));
        self.list.iter().rev().take(REACH).find(holds).and_then(|draft| draft.source.clone())
    }

    fn finish(&mut self, passage: &Passage<'_>, number: usize, mut draft: Draft) {
        draft.content.retain(|range| {
            passage.count_words(range.clone()) > 0 && !range.clone().all(|at| self.is_used(at))
        });
        if !draft.content.is_empty() {
            with_next_sentences(passage, number, &mut draft);
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
        let mut places = passage.showing(sentence.clone(), Sign::ACCORDING);
        let Some(at) = places.find(|&at| !passage.is_marked(at)) else { return false };
        let Some(draft) = according(passage, at, sentence, sentence.start) else { return false };
        self.push(draft);
        true
    }

    /// Marked words that no cue reports.
    fn leftovers(&mut self, passage: &Passage<'_>) {
        let mut number = 0;
        let mut alone = None;
        for region in &passage.regions {
            let start = region.tokens.start;
            if self.is_used(start + 1) || self.is_used(start) {
                continue;
            }
            while passage.sentences.get(number).is_some_and(|it| it.end <= start) {
                number += 1;
                alone = None;
            }
            let Some(sentence) = passage.sentences.get(number) else { break };
            let alone = *alone.get_or_insert_with(|| passage.is_all_marked(sentence.clone()));
            if let Some(name) = signature(passage, region) {
                self.push(Draft {
                    source: Some(name),
                    ..Draft::new(vec![region.tokens.clone()], 850)
                });
                continue;
            }
            if !is_quotation(passage, region, sentence, alone) {
                continue;
            }
            let mut draft = uncued(passage, region, sentence);
            if alone {
                let earlier = |draft: &&Draft| {
                    draft.start() < start
                        && draft.content.iter().any(|range| holds_marks(passage, range))
                };
                draft.follows = self.list.iter().rev().take(REACH).find(earlier).map(Draft::start);
                draft.confidence = 700;
            }
            self.push(draft);
        }
    }
}

/// “A,” she said. “B. C.”: sentences that are nothing but marked words go on with the quote.
fn with_next_sentences(passage: &Passage<'_>, number: usize, draft: &mut Draft) {
    let quoted = draft
        .content
        .last()
        .is_some_and(|range| range.end > range.start && passage.is_marked(range.end - 1))
        || draft.content.first().is_some_and(|range| passage.region_from(range.start).is_some());
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
