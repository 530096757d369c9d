//! A name and a colon before what was said: transcripts, and headlines such as "Mayor: we will not".

use super::draft::Draft;
use super::glance::Sign;
use super::passage::Passage;
use crate::lexicon::{Class, Sort};
use crate::text::TokenRange;

/// No lead is longer, in tokens: "SECRETARY OF STATE JOHN KERRY:".
const LONGEST_LEAD: usize = 7;

/// The name before a colon at the start of a passage.
#[derive(Clone, Debug)]
pub(crate) struct Lead {
    pub(crate) name: TokenRange,
    pub(crate) colon: usize,
    /// All in capitals, as in a transcript.
    pub(crate) shouted: bool,
}

impl Lead {
    /// Whether it can be nothing but a name: no "Flood in Lindale", no place.
    pub(crate) fn is_name(&self, passage: &Passage<'_>) -> bool {
        let inside = self.name.start + 1..self.name.end;
        !inside.into_iter().any(|at| {
            passage.is(at, Class::PREPOSITION) && !matches!(passage.surface(at), "of" | "for")
        }) && passage.listed(self.name.clone()).is_none_or(|known| known.sort != Sort::Place)
    }
}

/// The lead of a passage, if it has one.
pub(crate) fn lead(passage: &Passage<'_>) -> Option<Lead> {
    let start = passage.range.start;
    let head = start..passage.range.end.min(start + LONGEST_LEAD + 1);
    let colon = passage.showing(head, Sign::COLON).next()?;
    let name = start..colon;
    let parted = |at: usize| passage.is_stop(at) || passage.is_marked(at) || passage.is_comma(at);
    if name.clone().any(parted) || passage.is_marked(colon) {
        return None;
    }
    let words = || name.clone().filter(|&at| passage.is_word(at));
    let named = words().all(|at| passage.is_capital(at) || passage.is(at, Class::PREPOSITION));
    let verbs = words()
        .any(|at| passage.is(at, Class::AUXILIARY.or(Class::SUBJECT)) && !passage.is_capital(at));
    if name.is_empty() || !named || verbs || colon + 1 >= passage.range.end {
        return None;
    }
    let shouted = words().all(|at| !passage.surface(at).contains(char::is_lowercase));
    Some(Lead { name, colon, shouted })
}

/// All that follows a lead, as said by the one it names.
pub(crate) fn after_lead(passage: &Passage<'_>, lead: &Lead) -> Option<Draft> {
    let content = lead.colon + 1..passage.range.end;
    if passage.count_words(content.clone()) == 0 {
        return None;
    }
    Some(Draft {
        source: Some(lead.name.clone()),
        cue: Some(lead.colon..lead.colon + 1),
        verbatim: true,
        ..Draft::new(vec![content], 850)
    })
}
