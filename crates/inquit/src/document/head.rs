//! Where the head of an article ends: headline, standfirst, byline, timestamp.

use super::dateline::dateline_end;
use super::line::{End, Look, is_headlinese, is_title_case};
use super::structure::{LONGEST_HEADLINE, Sheet};

/// A first sentence that is a headline has at most so many words, where nothing below says so.
const LONGEST_PLAIN: usize = 14;
/// And at least so many.
const SHORTEST_PLAIN: usize = 3;
/// Lines among which the head of an article ends.
const LINES: usize = 8;
/// Most sentences of the head: headline and standfirst.
const SENTENCES: usize = 2;

/// The head of an article.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Head {
    /// The line below it.
    pub(super) body: usize,
}

impl Head {
    pub(super) fn of(sheet: Sheet<'_>) -> Head {
        let body = below_marks(sheet).or_else(|| below_headline(sheet)).unwrap_or_else(|| {
            let is_body =
                |&at: &usize| sheet.is_sentence(at) || matches!(sheet.look(at), Look::Caption(_));
            (0..sheet.len()).find(is_body).unwrap_or(sheet.len())
        });
        Head { body }
    }
}

/// The first sentence below a byline, timestamp or before a dateline near the top, where no more
/// than a headline and a standfirst stand above that.
fn below_marks(sheet: Sheet<'_>) -> Option<usize> {
    let mut sentences = 0;
    for at in 0..sheet.len().min(LINES) {
        let short = sheet.words(at) <= LONGEST_HEADLINE;
        match sheet.look(at) {
            Look::Sentence(_) if at > 0 && dateline_end(sheet.line(at), true, true).is_some() => {
                return Some(at);
            }
            Look::Sentence(End::Stop | End::Semicolon | End::Exclamation | End::Question)
                if short && sentences < SENTENCES =>
            {
                sentences += 1;
            }
            Look::Byline | Look::Timestamp if at > 0 => {
                let last = (0..sheet.len().min(LINES))
                    .rev()
                    .find(|&at| matches!(sheet.look(at), Look::Byline | Look::Timestamp));
                return (last.unwrap_or(at)..sheet.len()).find(|&at| sheet.is_sentence(at));
            }
            Look::Sentence(_) | Look::Caption(_) => return None,
            _ => {}
        }
    }
    None
}

/// The line below a first sentence that is written like a headline.
fn below_headline(sheet: Sheet<'_>) -> Option<usize> {
    let (line, words) = (sheet.line(0), sheet.words(0));
    let Look::Sentence(end) = sheet.look(0) else { return None };
    let below = (1..sheet.len().min(LINES)).find(|&at| sheet.is_sentence(at))?;
    let next = sheet.words(below);
    if words > LONGEST_HEADLINE {
        return None;
    }
    let is_plain = |at: usize| {
        (SHORTEST_PLAIN..=LONGEST_PLAIN).contains(&sheet.words(at)) && is_headlinese(sheet.line(at))
    };
    // A paragraph that is far longer, below or below the standfirst.
    let long = |at: usize| sheet.is_sentence(at) && sheet.words(at) >= words * 2;
    let plain = is_plain(0) && (long(below) || long(below + 1));
    let standfirst = plain && !long(below) && is_plain(below);
    let is_headline = match end {
        End::Question => true,
        // "Dam opened; / Two villages cut off."
        End::Semicolon => return Some(if next < LONGEST_HEADLINE { below + 1 } else { 1 }),
        End::Stop if standfirst => return Some(below + 1),
        End::Stop => is_title_case(line) || plain,
        End::Exclamation => is_title_case(line) || plain,
        End::Other => false,
    };
    is_headline.then_some(1)
}
