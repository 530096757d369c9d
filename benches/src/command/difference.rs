//! Answers that are not the same.

use std::error::Error;
use std::fmt;

use crate::news::Alias;
use crate::peers::Hit;

/// A library did not find what it should have.
#[derive(Debug)]
pub(super) struct Difference(String);

impl Error for Difference {}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Holds what a library found against what is right.
pub(super) fn compare(
    library: &str,
    text: &str,
    aliases: &[Alias],
    expected: &[Hit],
    found: &[Hit],
) -> Result<(), Difference> {
    if expected == found {
        return Ok(());
    }
    let same = expected.iter().zip(found).take_while(|(a, b)| a == b).count();
    let shown = |hit: Option<&Hit>| {
        let Some(hit) = hit else { return "nothing".to_owned() };
        let (start, end) = (hit.start as usize, hit.end as usize);
        let alias = aliases.get(hit.candidates as usize);
        let before: String = text[..start].chars().rev().take(20).collect();
        let before: String = before.chars().rev().collect();
        let behind: String = text[end..].chars().take(20).collect();
        format!("{:?} ({alias:?}) at {start} between {before:?} and {behind:?}", &text[start..end])
    };
    Err(Difference(format!(
        "{library} gives another answer at match {same} of {} (it found {}):\n  expected {}\n  found {}",
        expected.len(),
        found.len(),
        shown(expected.get(same)),
        shown(found.get(same)),
    )))
}
