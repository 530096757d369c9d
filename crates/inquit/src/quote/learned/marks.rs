//! Where tokens stand to quotation marks.

use super::scale::distance;
use crate::quote::passage::Passage;
use crate::text::TokenRange;

/// Where a token stands to quotation marks.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    /// 0 outside, 1 an opening mark, 2 inside, 3 a closing mark.
    pub(super) state: u8,
    /// The state, and inside marks how near they are.
    pub(super) near: u8,
    /// How far behind the last closing mark is, and how far ahead the next opening one.
    pub(super) since: u8,
    pub(super) till: u8,
}

pub(super) const OPENS: u8 = 1;
pub(super) const INSIDE: u8 = 2;
pub(super) const CLOSES: u8 = 3;

/// The places of some tokens of a passage.
pub(super) fn places(passage: &Passage<'_>, range: &TokenRange) -> Vec<Place> {
    let mut places = vec![Place::default(); range.len()];
    let first = passage.regions.partition_point(|it| it.tokens.end <= range.start);
    let regions = passage.regions.get(first..).unwrap_or_default();
    for region in regions.iter().take_while(|it| it.tokens.start < range.end) {
        let tokens = region.tokens.clone();
        let last = if region.marked.closed { tokens.end.saturating_sub(1) } else { tokens.end };
        for at in tokens.start.max(range.start)..tokens.end.min(range.end) {
            let Some(place) = places.get_mut(at - range.start) else { continue };
            let behind = at - tokens.start;
            let ahead = tokens.end - 1 - at;
            place.state = match at {
                _ if behind == 0 => OPENS,
                _ if at == last => CLOSES,
                _ => INSIDE,
            };
            let near = u8::try_from(behind.min(2) * 4 + ahead.min(3)).unwrap_or(0);
            place.near = if place.state == INSIDE { 4 + near } else { place.state };
        }
    }
    let mut closed = None;
    for (at, place) in places.iter_mut().enumerate() {
        match place.state {
            0 => place.since = closed.map_or(0, |before: usize| 1 + distance(at - before)),
            CLOSES => closed = Some(at),
            _ => {}
        }
    }
    let mut opening = None;
    for (at, place) in places.iter_mut().enumerate().rev() {
        match place.state {
            0 => place.till = opening.map_or(0, |ahead: usize| 1 + distance(ahead - at)),
            OPENS => opening = Some(at),
            _ => {}
        }
    }
    places
}
