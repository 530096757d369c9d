//! Finds the quotes of a document as spans, block by block.

use super::block_quotes::block_quotes;
use super::cue::reports;
use super::detected::Detected;
use super::draft::Draft;
use super::learned::{AT_ONCE, AttributionModel, Looks, Proposals, proposals, quotes, weigh};
use super::passage::{Layers, Passage};
use super::running::Running;
use super::transcript::{Lead, lead};
use crate::document::BlockKind;
use crate::text::TokenRange;

/// A block to be searched.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Its place among the blocks.
    pub(crate) block: usize,
    pub(crate) kind: BlockKind,
    pub(crate) tokens: TokenRange,
    pub(crate) sentences: Vec<TokenRange>,
}

/// A first line with more tokens is no headline.
const LONGEST_HEADLINE: usize = 30;
/// How many blocks of a document must begin with a name and a colon to make it a transcript.
const TRANSCRIPT_BLOCKS: usize = 3;
/// The same where the names are in capitals.
const SHOUTED_BLOCKS: usize = 2;

/// Every quote of the sections, in order of its content; one inside another follows it.
pub(crate) fn detect(
    layers: Layers<'_>,
    sections: &[Section],
    learned: Option<Learned<'_>>,
) -> Vec<Detected> {
    let passages = passages(layers, sections);
    let transcript = is_transcript(sections.iter().zip(&passages));
    let mut looks = learned.map(|learned| Looks::of(learned.model));
    let mut running = Running::default();
    let mut read: Vec<Read<'_, '_>> = Vec::with_capacity(sections.len().min(AT_ONCE));
    let mut proposed = 0;
    for (at, (section, passage)) in sections.iter().zip(&passages).enumerate() {
        let mut one = Read { section, passage, drafts: Vec::new(), proposals: None };
        if is_searched(section.kind) {
            let lead = speaker_lead(section, passage, transcript, at == 0);
            one.drafts = block_quotes(passage, lead.as_ref());
            if let (Some(Learned { model, fast }), Some(looks), None) = (learned, &mut looks, lead)
            {
                let proposals = proposals(passage, &one.drafts, model, looks, fast);
                proposed += proposals.open();
                one.proposals = Some(proposals);
            }
        }
        read.push(one);
        if proposed >= AT_ONCE || read.len() >= AT_ONCE {
            proposed = 0;
            settle(&mut read, learned, &mut running);
        }
    }
    settle(&mut read, learned, &mut running);
    running.finish()
}

/// A block, and what may be said in it.
struct Read<'r, 'a> {
    section: &'r Section,
    passage: &'r Passage<'a>,
    drafts: Vec<Draft>,
    /// Of the model, if it is asked.
    proposals: Option<Proposals<'r, 'a>>,
}

/// Decides what is said in blocks, one after the other.
fn settle(read: &mut Vec<Read<'_, '_>>, learned: Option<Learned<'_>>, running: &mut Running) {
    if let Some(learned) = learned {
        let proposed =
            read.iter_mut().filter_map(|it| Some((it.proposals.as_mut()?, it.drafts.as_slice())));
        weigh(learned.model, learned.fast, proposed);
    }
    for Read { section, passage, drafts, proposals } in read.drain(..) {
        if running.takes_signature(passage) || !is_searched(section.kind) {
            continue;
        }
        let drafts = match proposals {
            Some(proposals) => quotes(passage, drafts, proposals),
            None => drafts,
        };
        running.take(section, passage, drafts);
    }
}

/// The model to find quotes with, and how thoroughly.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Learned<'a> {
    pub(crate) model: &'a AttributionModel,
    pub(crate) fast: bool,
}

/// Calls `visit` with each passage that the model is asked about, and what the rules find there.
#[cfg(feature = "training")]
pub(crate) fn visit_passages<'a>(
    layers: Layers<'a>,
    sections: &'a [Section],
    mut visit: impl FnMut(&Passage<'a>, Vec<Draft>),
) {
    let passages = passages(layers, sections);
    let transcript = is_transcript(sections.iter().zip(&passages));
    for (at, (section, passage)) in sections.iter().zip(&passages).enumerate() {
        let lead = speaker_lead(section, passage, transcript, at == 0);
        if is_searched(section.kind) && lead.is_none() {
            visit(passage, block_quotes(passage, None));
        }
    }
}

fn passages<'a>(layers: Layers<'a>, sections: &'a [Section]) -> Vec<Passage<'a>> {
    sections
        .iter()
        .map(|section| Passage::new(layers, section.tokens.clone(), &section.sentences))
        .collect()
}

/// The name and colon that a passage begins with, where they name the speaker of the rest.
fn speaker_lead(
    section: &Section,
    passage: &Passage<'_>,
    transcript: bool,
    first: bool,
) -> Option<Lead> {
    // A headline may end like a sentence.
    let heads = first && section.kind == BlockKind::Paragraph && section.sentences.len() <= 1;
    let short = passage.range.len() <= LONGEST_HEADLINE;
    let kind = if heads && short { BlockKind::Headline } else { section.kind };
    lead(passage).filter(|lead| names_speaker(kind, passage, lead, transcript))
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

fn is_transcript<'a>(passages: impl Iterator<Item = (&'a Section, &'a Passage<'a>)>) -> bool {
    let (mut all, mut shouted) = (0, 0);
    for (section, passage) in passages {
        let leads = matches!(section.kind, BlockKind::Paragraph | BlockKind::Heading);
        if let Some(lead) = lead(passage).filter(|_| leads) {
            all += 1;
            shouted += usize::from(lead.shouted);
        }
    }
    all >= TRANSCRIPT_BLOCKS || shouted >= SHOUTED_BLOCKS
}

/// Whether somebody says what stands behind a colon: "Flood: 'It is over', says Quist".
fn reports_again(passage: &Passage<'_>, first: usize) -> bool {
    reports(passage, &(first..passage.range.end)).any(|it| !passage.is_marked(it.verb))
}

/// Whether what stands before the colon said what stands after it.
fn names_speaker(kind: BlockKind, passage: &Passage<'_>, lead: &Lead, transcript: bool) -> bool {
    let first = lead.colon + 1;
    match kind {
        BlockKind::Headline => {
            lead.is_name(passage) && (!passage.is_marked(first) || !reports_again(passage, first))
        }
        BlockKind::Paragraph | BlockKind::Heading => {
            transcript || lead.shouted && passage.is_capital(first) && lead.name.len() > 1
        }
        _ => false,
    }
}
