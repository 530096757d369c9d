//! Lists of places that speak together: "Kenya, Uganda and Tanzania".

use super::model::Reference;
use crate::entity::model::EntityKind;
use crate::entity::words::Words;
use crate::lexicon::Class;

/// Where a list of places begins that was taken for a source without its first: "Kenya, Uganda and
/// Tanzania". Where one is in another, as in "in Lagos, Nigeria", it is none.
pub(super) fn list_start(
    words: Words<'_>,
    references: &[Reference],
    source: usize,
    end: usize,
) -> usize {
    let mut start = source;
    let mut after = references.partition_point(|it| it.start < start);
    let here = references.get(after).filter(|it| it.start == start && is_place(it));
    if here.is_none_or(|it| it.end + 1 >= end || words.surface(it.end) != "and") {
        return source;
    }
    while let Some((before, place)) =
        after.checked_sub(1).and_then(|at| Some((at, references.get(at)?)))
        && is_place(place)
        && place.end + 1 == start
        && words.surface(place.end) == ","
    {
        (after, start) = (before, place.start);
    }
    let before = start.checked_sub(1);
    let located = before.is_some_and(|at| words.word(at).classes.any(Class::PREPOSITION));
    if located { source } else { start }
}

pub(super) fn is_place(reference: &Reference) -> bool {
    reference.kind == Some(EntityKind::Place)
}

#[cfg(test)]
mod tests {
    use crate::entity::resolver::reading::speaks;

    #[test]
    fn a_list_begins_with_its_first_place() {
        let text = "Kenya, Uganda and Tanzania said no.";
        speaks(text, "no", "Uganda and Tanzania", "Kenya + Uganda + Tanzania");
        speaks(
            "Far from Lagos, Kenya and Uganda said no.",
            "no",
            "Kenya and Uganda",
            "Kenya + Uganda",
        );
    }
}
