//! Pairs the marks that can be nothing else: double marks, guillemets, corner brackets.

use std::ops::Range;

use super::mark::{Family, Mark, Role, guess, sides};
use super::marked::{Marked, marked};
use crate::text::chars::is_space;
use crate::text::span::Span;

/// How deep marks may nest; deeper ones count as text.
const MAX_DEPTH: usize = 8;

/// An open region: the mark, and where its inside begins.
struct Open {
    mark: Mark,
    inside: usize,
}

/// How many marks of the family that can only open, or only close, stand after a mark.
#[derive(Clone, Copy, Default)]
struct Count {
    opens: u32,
    closes: u32,
}

/// The counts for each mark.
struct Ahead(Vec<Count>);

impl Ahead {
    fn new(marks: &[Mark]) -> Ahead {
        let mut counts = vec![Count::default(); marks.len()];
        let mut after = Count::default();
        for (count, mark) in counts.iter_mut().zip(marks).rev() {
            *count = after;
            if mark.family == Family::Double {
                after.opens += u32::from(mark.role == Role::Opens);
                after.closes += u32::from(mark.role == Role::Closes);
            }
        }
        Ahead(counts)
    }

    fn of(&self, mark: usize) -> Count {
        self.0.get(mark).copied().unwrap_or_default()
    }

    /// Whether enough marks follow to close one more region than those that open themselves.
    fn can_nest(&self, mark: usize) -> bool {
        self.of(mark).closes >= self.of(mark).opens + 2
    }

    fn can_close(&self, mark: usize) -> bool {
        self.of(mark).closes > 0
    }
}

pub(super) fn pair(text: &str, paragraph: Span, marks: &[Mark], regions: &mut Vec<Marked>) {
    if marks.is_empty() {
        return;
    }
    let range = paragraph.range();
    let ahead = Ahead::new(marks);
    // Guillemets only pair where both directions stand in the paragraph, or the text would be
    // full of bullets.
    let last_left = |family| marks.iter().rposition(|m| m.family == family && !m.right_pointing);
    let lefts = (last_left(Family::Guillemet), last_left(Family::SingleGuillemet));
    let mut stack: Vec<Open> = Vec::new();
    for (i, mark) in marks.iter().enumerate() {
        let open_at = stack.iter().rposition(|open| open.mark.family == mark.family);
        match mark.family {
            Family::Double => match double_role(text, &range, mark, i, open_at, &stack, &ahead) {
                Action::Open => open(&mut stack, mark),
                Action::Close => close(text, &mut stack, open_at, mark, regions),
                Action::Reopen => {
                    abandon(text, &mut stack, open_at, mark.at, regions);
                    open(&mut stack, mark);
                }
                Action::Skip => {}
            },
            Family::Guillemet | Family::SingleGuillemet => {
                let left = if mark.family == Family::Guillemet { lefts.0 } else { lefts.1 };
                let opener = open_at.and_then(|at| stack.get(at));
                match opener {
                    Some(opener) if opener.mark.right_pointing != mark.right_pointing => {
                        close(text, &mut stack, open_at, mark, regions);
                    }
                    _ if !mark.right_pointing => open(&mut stack, mark),
                    _ => {
                        let (before, after) = sides(text, mark.at, mark.width, &range);
                        let attached = is_space(before) && !is_space(after);
                        if attached && left.is_some_and(|left| left > i) {
                            open(&mut stack, mark);
                        }
                    }
                }
            }
            Family::Corner | Family::WhiteCorner => match mark.role {
                Role::Closes if open_at.is_some() => {
                    close(text, &mut stack, open_at, mark, regions);
                }
                Role::Closes => {}
                _ => open(&mut stack, mark),
            },
        }
    }
    abandon(text, &mut stack, Some(0), range.end, regions);
}

enum Action {
    Open,
    Close,
    /// What was open before has no closing mark; this one opens anew.
    Reopen,
    Skip,
}

fn double_role(
    text: &str,
    range: &Range<usize>,
    mark: &Mark,
    i: usize,
    open_at: Option<usize>,
    stack: &[Open],
    ahead: &Ahead,
) -> Action {
    let opener = open_at.and_then(|at| stack.get(at));
    let Some(opener) = opener else {
        return match mark.role {
            Role::Opens | Role::Either => Action::Open,
            Role::Closes if mark.straight => {
                if mark.at == range.start {
                    Action::Open
                } else {
                    Action::Skip
                }
            }
            // ” as an opening mark: typed wrongly, but nothing else makes sense of it.
            Role::Closes => {
                let opens = guess(text, mark.at, mark.width, range) == Role::Opens;
                if opens && ahead.can_close(i) { Action::Open } else { Action::Skip }
            }
        };
    };
    match mark.role {
        Role::Closes | Role::Either => Action::Close,
        // „…“ is closed by the mark that opens elsewhere.
        Role::Opens if opener.mark.low && !mark.low => Action::Close,
        Role::Opens if ahead.can_nest(i) => Action::Open,
        // “…“: the wrong closing mark, when it stands like one.
        Role::Opens
            if !mark.straight && guess(text, mark.at, mark.width, range) == Role::Closes =>
        {
            Action::Close
        }
        Role::Opens => Action::Reopen,
    }
}

fn open(stack: &mut Vec<Open>, mark: &Mark) {
    if stack.len() < MAX_DEPTH {
        stack.push(Open { mark: *mark, inside: mark.at + mark.width });
    }
}

/// Closes the region at this place of the stack, and those left open inside it.
fn close(
    text: &str,
    stack: &mut Vec<Open>,
    at: Option<usize>,
    mark: &Mark,
    regions: &mut Vec<Marked>,
) {
    let Some(at) = at else { return };
    abandon(text, stack, Some(at + 1), mark.at, regions);
    if let Some(open) = stack.pop() {
        regions.push(region(text, &open, mark.at, mark.at + mark.width, true));
    }
}

/// Ends the regions from this place of the stack on where no mark closes them.
fn abandon(
    text: &str,
    stack: &mut Vec<Open>,
    from: Option<usize>,
    end: usize,
    regions: &mut Vec<Marked>,
) {
    let Some(from) = from else { return };
    while stack.len() > from {
        if let Some(open) = stack.pop() {
            regions.push(region(text, &open, end, end, false));
        }
    }
}

fn region(text: &str, open: &Open, inner_end: usize, end: usize, closed: bool) -> Marked {
    marked(text, open.mark.at, open.inside, inner_end, end, closed)
}
