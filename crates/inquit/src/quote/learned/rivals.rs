//! How the candidates of a pool stand to each other.

use super::candidate::{Candidate, shared};
use super::evidence::small;

/// How many candidates on either side, in order of content, one is compared with.
pub(super) const NEAREST: usize = 48;

/// How a candidate stands to the others of its pool.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rivals {
    /// Others whose content overlaps, with the same cue and with another.
    same_cue: usize,
    other_cue: usize,
    /// Others whose content holds this cue, and others whose cue this content holds.
    holding: usize,
    held: usize,
    /// Others with the very same content.
    same_content: usize,
    /// The most decodes of an overlapping rival, and of one with the same cue.
    votes: u32,
    votes_same_cue: u32,
    /// The longest and shortest overlapping content with the same cue.
    longest: usize,
    shortest: usize,
    len: usize,
    pool: usize,
    /// How likely the likeliest overlapping content is, and the likeliest with the same cue.
    chance: Option<i16>,
    chance_same_cue: Option<i16>,
    own_chance: i16,
}

impl Rivals {
    /// The rivals of the candidate at a place of its pool.
    pub(crate) fn of(pool: &[Candidate], at: usize) -> Rivals {
        let Some(own) = pool.get(at) else { return Rivals::default() };
        let near = at.saturating_sub(NEAREST)..pool.len().min(at + NEAREST + 1);
        let len = own.len();
        let mut rivals = Rivals {
            longest: len,
            shortest: len,
            len,
            pool: near.len(),
            own_chance: own.chance,
            ..Rivals::default()
        };
        for number in near.filter(|&number| number != at) {
            if let Some(other) = pool.get(number) {
                rivals.compare(own, other);
            }
        }
        rivals
    }

    fn compare(&mut self, own: &Candidate, other: &Candidate) {
        let holds = |a: &Candidate, b: &Candidate| {
            b.cue.as_ref().is_some_and(|cue| shared(std::slice::from_ref(cue), &a.content) > 0)
        };
        self.holding += usize::from(holds(other, own));
        self.held += usize::from(holds(own, other));
        if shared(&own.content, &other.content) == 0 {
            return;
        }
        let votes = other.decodes.count_ones();
        self.votes = self.votes.max(votes);
        self.chance = self.chance.max(Some(other.chance));
        self.same_content += usize::from(own.content == other.content);
        if own.cue == other.cue {
            self.same_cue += 1;
            self.chance_same_cue = self.chance_same_cue.max(Some(other.chance));
            self.votes_same_cue = self.votes_same_cue.max(votes);
            self.longest = self.longest.max(other.len());
            self.shortest = self.shortest.min(other.len());
        } else {
            self.other_cue += 1;
        }
    }

    /// The same as values of a forest.
    pub(super) fn values(self) -> [i16; 12] {
        let over =
            |chance: Option<i16>| chance.map_or(i16::MIN, |it| it.saturating_sub(self.own_chance));
        [
            small(self.same_cue),
            small(self.other_cue),
            small(self.holding),
            small(self.held),
            small(self.same_content),
            small(self.votes),
            small(self.votes_same_cue),
            small(self.longest - self.len),
            small(self.len - self.shortest),
            small(self.pool),
            over(self.chance),
            over(self.chance_same_cue),
        ]
    }
}
