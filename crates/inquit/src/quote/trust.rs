//! How likely what the rules read is right, content and source both, in thousandths.
//!
//! Counted on the training part of `PolNeAR`, form by form, where it has enough of a form.

use super::cue::Report;
use super::following::Lead;
use super::passage::Passage;
use crate::text::TokenRange;

/// Words in marks and nothing else: “No,” she said.
pub(crate) const MARKED: u16 = 970;
/// Some words in marks: It was a “terrible plan,” she said.
pub(crate) const HALF_MARKED: u16 = 850;
/// A clause without marks: the road is closed, she said.
pub(crate) const PRECEDING: u16 = 750;
/// The road, according to the mayor, is closed.
pub(crate) const ACCORDING: u16 = 840;
/// He quoted the mayor as saying that the road is closed.
pub(crate) const QUOTED_AS_SAYING: u16 = 880;
/// What the rules read at least so likely they are sure of.
pub(crate) const SURE: u16 = 800;

/// A content of fewer tokens is more often cut off.
const SHORT: usize = 8;

/// What follows its cue: how it is led in, and whether its source stands right before the cue and
/// begins as names and sentences do.
pub(crate) fn following(
    passage: &Passage<'_>,
    report: &Report,
    lead: Lead,
    source: Option<&TokenRange>,
    content: &TokenRange,
) -> u16 {
    let beside = source.is_some_and(|source| source.end == report.range().start);
    let capital = source.is_some_and(|source| passage.is_capital(source.start));
    let plain = content.len() >= SHORT && !content.clone().any(|at| passage.is_comma(at));
    let [both, only_beside, only_capital, neither] = match lead {
        Lead::Marks => [910, 750, 770, 650],
        Lead::That => [870, 760, 760, 660],
        Lead::Clause if plain => [900, 750, 740, 520],
        Lead::Clause => [710, 450, 580, 400],
        Lead::Question | Lead::Infinitive => [550, 330, 500, 240],
        Lead::Object => [650, 410, 520, 380],
    };
    match (beside, capital) {
        (true, true) => both,
        (true, false) => only_beside,
        (false, true) => only_capital,
        (false, false) => neither,
    }
}
