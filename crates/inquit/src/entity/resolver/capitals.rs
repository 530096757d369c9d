//! Capitals that speak stand for their states: "Washington insisted".

use std::collections::HashMap;
use std::ops::Range;

use super::cast::{Cast, Member};
use super::model::{MemberId, Reference};
use super::source::Head;
use crate::entity::model::{EntityKind, MentionForm};
use crate::entity::words::Words;
use crate::lexicon::{Listed, governed_from};

/// Makes sources that are the name of a capital mentions of its state. The places of the sources
/// and their heads are given in the order of frames.
pub(super) fn capitals(
    words: Words<'_>,
    cast: &mut Cast,
    references: &mut [Reference],
    sources: &[Range<usize>],
    heads: &mut [Head],
) {
    let mut states: HashMap<&str, MemberId> = HashMap::new();
    for (source, head) in sources.iter().zip(heads) {
        let at = references.partition_point(|it| it.start < source.start);
        let Some(reference) = references.get_mut(at) else { continue };
        let whole = reference.start == source.start && reference.end == source.end;
        if !whole || reference.kind != Some(EntityKind::Place) || head.members.len() != 1 {
            continue;
        }
        let Some(state) = state(cast, reference.member) else { continue };
        if states.is_empty() {
            let members = cast.members.iter().enumerate();
            states.extend(members.filter_map(|(at, it)| Some((it.listed?.name, MemberId(at)))));
        }
        let member = *states
            .entry(state.name)
            .or_insert_with(|| cast.add(Member { listed: Some(state), ..Member::default() }));
        if member == reference.member {
            continue;
        }
        if let Some(entry) = cast.get_mut(member) {
            let weight = u32::from(reference.permille);
            entry.count(words, reference.span, None, reference.kind, weight);
        }
        reference.member = member;
        reference.form = MentionForm::Alias;
        head.members = vec![member];
    }
}

/// The state whose seat of government a member is.
fn state(cast: &Cast, member: MemberId) -> Option<Listed> {
    governed_from(cast.get(member)?.listed?.name)
}

#[cfg(test)]
mod tests {
    use crate::entity::resolver::reading::read;

    #[test]
    fn a_capital_that_speaks_is_its_state() {
        let text = "A no, according to Washington. Nobody in Washington slept. The US said yes.";
        let read = read(text, &[("A no", "Washington"), ("yes", "The US")]);
        assert_eq!(read.speakers(), ["United States", "United States"]);
        assert_eq!(read.meant(), ["Washington: United States", "US: United States"]);
    }
}
