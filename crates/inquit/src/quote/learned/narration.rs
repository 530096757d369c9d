//! Words outside marks that tell of the one who speaks, and that a decode takes for what they say.

use crate::quote::passage::Passage;
use crate::quote::times::past_time;
use crate::text::TokenRange;

/// Words with which a sentence tells when something was said: "When asked about it, she said, “No.”"
const WHENS: [&str; 7] = ["when", "as", "after", "before", "while", "during", "asked"];

/// The content of a cue without the words outside marks that stand on the other side of the cue in
/// its sentence, where it is plain that they are the narrator's: “No,” said Ms Okoro, 45, a teacher.
pub(super) fn without_narration(
    passage: &Passage<'_>,
    cue: &TokenRange,
    mut content: Vec<TokenRange>,
) -> Vec<TokenRange> {
    if let Some(first) = content.iter_mut().find(|range| range.start == cue.end) {
        first.start = behind_time(passage, first);
    }
    content.retain(|range| passage.count_words(range.clone()) > 0);
    let Some(sentence) = passage.sentence_at(cue.start).filter(|_| content.len() > 1) else {
        return content;
    };
    let is_marked = |range: &TokenRange| range.clone().any(|at| passage.is_marked(at));
    let before = content.iter().rfind(|range| range.end <= cue.start);
    if before.is_some_and(|range| passage.is_all_marked(range.clone())) {
        content.retain(|range| {
            let behind = (cue.end..sentence.end).contains(&range.start);
            let goes_on = |at: usize| passage.reads(at, "that") || passage.reads(at, ":");
            !behind || is_marked(range) || goes_on(range.start) || goes_on(range.start - 1)
        });
    }
    if quotes_sentence(passage, cue.end) {
        content.retain(|range| {
            let ahead = (sentence.start..cue.start).contains(&range.start);
            let tells_when = WHENS.iter().any(|it| passage.reads(range.start, it));
            !ahead || is_marked(range) || !tells_when
        });
    }
    content
}

/// Where a stretch goes on behind the time that it begins with: "this week that the road is shut". A
/// time may also be what is spoken of: "Monday was fine".
fn behind_time(passage: &Passage<'_>, range: &TokenRange) -> usize {
    let past = past_time(passage, range.start, range.end);
    let apart = past >= range.end || passage.is_comma(past) || passage.reads(past, "that");
    if !apart {
        return range.start;
    }
    past + usize::from(past < range.end && passage.is_comma(past))
}

/// Whether a comma or a colon, and a sentence in marks, stand behind a cue.
fn quotes_sentence(passage: &Passage<'_>, end: usize) -> bool {
    let led = passage.is_comma(end) || passage.reads(end, ":");
    led && passage.region_from(end + 1).is_some() && passage.is_capital(end + 2)
}
