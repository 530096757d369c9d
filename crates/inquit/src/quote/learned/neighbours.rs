//! The nearest cues around a token, and the marks and linking words between.

use super::scale::distance;
use super::word::Look;

/// The nearest cue on one side.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Neighbour {
    /// How far it is; 0 for none.
    pub(super) distance: u8,
    /// The links on the way to it, or to the edge of the sentence, the nearest four.
    pub(super) links: u32,
}

/// No cue on this side.
const EDGE: u32 = 1 << 20;

/// For each token of a sentence the nearest cue before it, or, going backwards, after it.
pub(super) fn neighbours<'a>(tokens: impl Iterator<Item = (Look, &'a mut Neighbour)>) {
    let mut last: Option<usize> = None;
    let mut links = 0_u32;
    for (at, (look, slot)) in tokens.enumerate() {
        *slot = match last {
            Some(cue) => Neighbour { distance: 1 + distance(at - cue), links },
            None => Neighbour { distance: 0, links: links | EDGE },
        };
        if look.cue >= 2 {
            last = Some(at);
            links = 0;
        } else if look.link > 0 {
            links = (links << 5 | u32::from(look.link)) & 0xF_FFFF;
        }
    }
}
