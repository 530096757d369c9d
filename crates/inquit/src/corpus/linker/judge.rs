//! Whether two wordings are one thing said.

use super::words::{Stem, Words};
use crate::confidence::Confidence;
use crate::corpus::alignment::{pairs, weight};
use crate::quote::QuoteKind;

/// What two wordings have in common.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Likeness {
    /// How much of the shorter one is in the longer one, in thousandths.
    pub(super) covered: u32,
    /// How many words they share that are not of the grammar.
    pub(super) content: u32,
    /// The longest run of words they share.
    pub(super) run: u32,
    /// All the words they share.
    pub(super) words: u32,
}

/// How much is asked for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Asked {
    /// The same speaker, near in time.
    SameSpeaker,
    /// The same speaker in the same story.
    SameStory,
    /// A speaker who may be another one: an institution for its head, or nobody.
    UnknownSpeaker,
    /// The same document, which says something else in each sentence unless it repeats itself.
    SameDocument,
}

/// What two wordings share, word by word.
pub(super) fn likeness(known: &Words, new: &Words) -> Likeness {
    if known.keys == new.keys {
        let content = count(known.keys.iter().filter(|key| !key.is_light()).count());
        let all = count(known.keys.len());
        return Likeness { covered: 1000, content, run: all, words: all };
    }
    let found = pairs(&known.keys, &new.keys, false);
    let (mut shared, mut content, mut run, mut longest) = (0, 0, 0, 0);
    // Of a mixed quote it is what stands in marks that counts, if that is enough to go by.
    let of_marks = |words: &Words| -> Option<u32> {
        let inside = words.keys.iter().enumerate().filter(|(at, _)| words.is_inside(*at));
        let content = inside.clone().filter(|(_, key)| !key.is_light()).count();
        let is_enough = content >= 3 || (content >= 2 && inside.clone().count() >= 6);
        (words.kind == QuoteKind::Mixed && is_enough)
            .then(|| inside.map(|(_, &key)| weight(key)).sum())
    };
    let (marks_known, marks_new) = (of_marks(known), of_marks(new));
    let mut in_marks = 0;
    let mut before = None;
    for &(i, j) in &found {
        let Some(&key) = known.keys.get(i) else { continue };
        shared += weight(key);
        content += u32::from(!key.is_light());
        run = if before == Some((i.wrapping_sub(1), j.wrapping_sub(1))) { run + 1 } else { 1 };
        longest = longest.max(run);
        before = Some((i, j));
        if (marks_known.is_none() || known.is_inside(i))
            && (marks_new.is_none() || new.is_inside(j))
        {
            in_marks += weight(key);
        }
    }
    let least = known.weight().min(new.weight()).max(1);
    let least_in_marks =
        marks_known.unwrap_or(known.weight()).min(marks_new.unwrap_or(new.weight())).max(1);
    let covered = permille(shared, least).max(permille(in_marks, least_in_marks));
    Likeness { covered, content, run: longest, words: count(found.len()) }
}

impl Likeness {
    /// Whether it is enough.
    pub(super) fn is_enough(self, asked: Asked) -> bool {
        let Likeness { covered, content, run, .. } = self;
        match asked {
            Asked::SameSpeaker => {
                (covered >= 660 && content >= 4)
                    || (covered >= 780 && content >= 3 && run >= 3)
                    || (covered >= 850 && content >= 2 && run >= 4)
            }
            Asked::SameStory => {
                self.is_enough(Asked::SameSpeaker)
                    || (covered >= 620 && content >= 4)
                    || (covered >= 900 && content >= 1 && run >= 3)
            }
            Asked::UnknownSpeaker => covered >= 700 && content >= 4 && run >= 5,
            Asked::SameDocument => covered >= 900 && (content >= 3 || run >= 4),
        }
    }

    /// How sure it is that the two are one thing said.
    pub(super) fn confidence(self) -> Confidence {
        of_permille((700 + self.covered / 4 + self.content.min(8) * 5).min(990))
    }

    /// Whether it alone tells that two documents report one event.
    pub(super) fn is_telling(self) -> bool {
        (self.content >= 5 && self.covered >= 650)
            || (self.content >= 3 && self.words >= 6 && self.run >= 3 && self.covered >= 900)
            || (self.content >= 2 && self.run >= 5 && self.covered >= 900)
    }
}

/// How much of what one of two wordings speaks of the other one speaks of too, whatever the words.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Sense {
    /// Of the shorter one, in thousandths.
    pub(super) covered: u32,
    /// Shared words that are no names.
    pub(super) content: u32,
    pub(super) names: u32,
    /// Of both, those that tell most.
    pub(super) telling: u32,
}

/// Compares the stems of two wordings; `value` says how much one tells, from 1 to 4.
pub(super) fn sense(a: &[Stem], b: &[Stem], value: impl Fn(Stem) -> u32) -> Sense {
    let (mut shared, mut content, mut names, mut telling) = (0, 0, 0, 0);
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.word().cmp(&y.word()) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                let least = value(*x).min(value(*y));
                shared += least;
                telling += u32::from(least >= x.most().min(y.most()));
                if x.is_name() || y.is_name() {
                    names += 1;
                } else {
                    content += 1;
                }
                i += 1;
                j += 1;
            }
        }
    }
    let total = |stems: &[Stem]| stems.iter().map(|it| value(*it)).sum::<u32>();
    Sense { covered: permille(shared, total(a).min(total(b))), content, names, telling }
}

impl Sense {
    /// Whether an indirect report can be of the same thing.
    pub(super) fn is_enough(self) -> bool {
        let Sense { covered, content, names, telling } = self;
        (content >= 3 && covered >= 420)
            || (content >= 2 && covered >= 560)
            || (content >= 2 && names >= 1 && covered >= 480)
            || (content >= 1 && names >= 1 && covered >= 800)
            || (content >= 2 && telling >= 3 && covered >= 280)
    }

    /// Whether two indirect reports can be of the same thing, neither of which has its words.
    pub(super) fn is_enough_of_told(self) -> bool {
        let Sense { covered, content, names, telling } = self;
        (content >= 3 && covered >= 420)
            || (content >= 2 && covered >= 650)
            || (content >= 1 && names >= 1 && covered >= 800)
            || (content >= 2 && telling >= 3 && covered >= 280)
    }

    /// How sure it is that one reports the other in other words.
    pub(super) fn confidence(self) -> Confidence {
        let shared = (self.content + self.names).min(8);
        of_permille((400 + self.covered / 5 + shared * 15).min(720))
    }

    /// Whether it is where the two also share a run of so many words.
    pub(super) fn is_enough_with(self, run: u32) -> bool {
        run >= 4 && self.content >= 2 && self.covered >= 280
    }
}

fn of_permille(permille: u32) -> Confidence {
    Confidence::from_permille(u16::try_from(permille).unwrap_or(1000))
}

/// A share of a whole in thousandths, all of it at most.
fn permille(share: u32, whole: u32) -> u32 {
    let permille = u64::from(share) * 1000 / u64::from(whole.max(1));
    u32::try_from(permille).unwrap_or(1000).min(1000)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
