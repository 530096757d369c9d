//! Finds the quotes of a document as spans, block by block.

use super::block_quotes::block_quotes;
use super::detected::Detected;
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

/// How many blocks of a document must begin with a name and a colon to make it a transcript.
const TRANSCRIPT_BLOCKS: usize = 3;
/// The same where the names are in capitals.
const SHOUTED_BLOCKS: usize = 2;

/// Every quote of the sections, in order of its content; one inside another follows it.
pub(crate) fn detect(layers: Layers<'_>, sections: &[Section]) -> Vec<Detected> {
    let passages: Vec<Passage<'_>> = sections
        .iter()
        .map(|section| Passage::new(layers, section.tokens.clone(), &section.sentences))
        .collect();
    let transcript = is_transcript(sections.iter().zip(&passages));
    let mut running = Running::default();
    for (section, passage) in sections.iter().zip(&passages) {
        if running.takes_signature(passage) || !is_searched(section.kind) {
            continue;
        }
        let lead =
            lead(passage).filter(|lead| names_speaker(section.kind, passage, lead, transcript));
        running.take(section, passage, block_quotes(passage, lead.as_ref()));
    }
    running.finish()
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

/// Whether what stands before the colon said what stands after it.
fn names_speaker(kind: BlockKind, passage: &Passage<'_>, lead: &Lead, transcript: bool) -> bool {
    let first = lead.colon + 1;
    match kind {
        BlockKind::Headline => {
            lead.is_name(passage)
                && (!passage.is_marked(first) || passage.is_all_marked(first..passage.range.end))
        }
        BlockKind::Paragraph | BlockKind::Heading => {
            transcript || lead.shouted && passage.is_capital(first) && lead.name.len() > 1
        }
        _ => false,
    }
}
