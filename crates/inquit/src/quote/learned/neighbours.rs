//! The nearest cues around a token, and the marks and linking words between.

use super::scale::distance;
use super::word::Look;

/// The nearest cue on one side.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Neighbour {
    /// The word; 0 for none.
    pub(super) word: u32,
    pub(super) distance: u8,
    /// The links on the way to it, or to the edge of the sentence, the nearest four.
    pub(super) links: u32,
}

/// No cue on this side.
const EDGE: u32 = 1 << 20;

/// For each token of a sentence the nearest cue before it, or, going backwards, after it.
pub(super) fn neighbours<'a>(
    looks: impl Iterator<Item = (usize, &'a Look)>,
    out: &mut [Neighbour],
) {
    let mut last: Option<(usize, u32)> = None;
    let mut links = 0_u32;
    for (at, look) in looks {
        if let Some(slot) = out.get_mut(at) {
            *slot = match last {
                Some((cue, word)) => {
                    Neighbour { word, distance: 1 + distance(at.abs_diff(cue)), links }
                }
                None => Neighbour { word: 0, distance: 0, links: links | EDGE },
            };
        }
        if look.cue >= 2 {
            last = Some((at, look.word));
            links = 0;
        } else if look.link > 0 {
            links = (links << 5 | u32::from(look.link)) & 0xF_FFFF;
        }
    }
}
