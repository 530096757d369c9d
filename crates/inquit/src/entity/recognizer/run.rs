//! Runs: words with capitals, and the small words that join them into one name.

use std::ops::Range;

use crate::entity::offices::{long_title_here, title_here};
use crate::entity::words::Words;
use crate::lexicon::Role;
use crate::text::TokenKind;

/// Longest row of particles inside a name: "de la".
const MOST_PARTICLES: usize = 3;
/// Longest run; what follows begins another.
const LONGEST: usize = 40;

/// The next run of a stretch of tokens.
pub(super) fn next_run(words: Words<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let first = words.next_capitalized(tokens.clone())?;
    let mut start = first;
    while start > tokens.start
        && first - start < MOST_PARTICLES
        && words.adjoins(start)
        && is_particle(words, start - 1)
    {
        start -= 1;
    }
    let mut run = Run { words, end: first, limit: tokens.end.min(first + LONGEST), joined: false };
    run.take(first);
    while run.end < run.limit {
        let before = run.end;
        run.extend(start);
        if run.end == before {
            break;
        }
    }
    Some(start..run.end.max(first + 1))
}

/// The end of a run, moving on.
struct Run<'a> {
    words: Words<'a>,
    end: usize,
    limit: usize,
    /// Whether "of" or the like has joined words of it, so that "and" may join more.
    joined: bool,
}

impl Run<'_> {
    /// Takes a word with a capital, and with it the listed name or title that it begins.
    fn take(&mut self, at: usize) {
        let role = self.words.role(at);
        let mut count = 1;
        if role.any(Role::BEGINS_LONG) {
            count = self.words.listed(at).map_or(count, |(listed, _)| count.max(listed));
        }
        if role.any(Role::BEGINS_TITLE) {
            count = long_title_here(self.words, at).map_or(count, |title| count.max(title));
        }
        self.end = (at + count).min(self.limit.max(at + 1));
    }

    /// Takes the next word, if it belongs to the run.
    fn extend(&mut self, start: usize) {
        let (words, at) = (self.words, self.end);
        if self.has_capital(at) {
            return self.take(at);
        }
        let sign = words.bytes(at);
        if sign == b"," && words.role(at + 1).any(Role::SUFFIX) {
            let suffix = words.surface(at + 1).trim_end_matches('.');
            if matches!(suffix, "Jr" | "Sr") {
                self.end = at + 2;
            }
            return;
        }
        if !words.adjoins(at) {
            return;
        }
        if let Some(after) = self.after_nickname(at) {
            return self.take(after);
        }
        if sign == b"-"
            && let Some(after) = self.after_hyphen(at)
        {
            self.end = after;
            return;
        }
        let mut next = at;
        while next - at < MOST_PARTICLES && is_particle(words, next) {
            next += 1;
        }
        if next > at && self.has_capital(next) {
            return self.take(next);
        }
        let before = words.role(at - 1);
        match sign {
            b"&" if self.has_capital(at + 1) => self.take(at + 1),
            b"of" if before.any(Role::ORGANIZATION_OF.or(Role::PLACE_OF)) => self.join(at),
            b"for" if before.any(Role::ORGANIZATION_OF) => self.join(at),
            b"on" if before.any(Role::ORGANIZATION_OF) => {
                let before = words.surface(at - 1);
                if matches!(before, "Committee" | "Commission" | "Council" | "Conference") {
                    self.join(at);
                }
            }
            b"and" if self.and_joins(start) => self.take(at + 1),
            _ => {}
        }
    }

    /// The word after a nickname in quotation marks that begins here: "Ada “Duke” Okoro".
    fn after_nickname(&self, at: usize) -> Option<usize> {
        let is_mark = |at| self.words.kind(at) == Some(TokenKind::QuotationMark);
        if !is_mark(at) {
            return None;
        }
        let close = (at + 2..at + 4).find(|&at| is_mark(at))?;
        let named = (at + 1..close).all(|at| self.words.is_capitalized(at));
        let glued = !self.words.adjoins(at + 1) && !self.words.adjoins(close);
        (named && glued && self.has_capital(close + 1)).then_some(close + 1)
    }

    /// One past the part of a name behind a hyphen here that stands apart, as in texts that were cut into
    /// words: "Jae - in", "al - Assad".
    fn after_hyphen(&self, at: usize) -> Option<usize> {
        let words = self.words;
        if !words.adjoins(at + 1) || at + 1 >= self.limit {
            return None;
        }
        let (before, after) = (words.role(at - 1), words.role(at + 1));
        let syllables = before.any(Role::SYLLABLE) && after.any(Role::SYLLABLE);
        let joins = if words.is_capitalized(at + 1) {
            before.any(Role::PARTICLE)
        } else {
            syllables && words.is_word(at + 1)
        };
        joins.then_some(at + 2)
    }

    fn has_capital(&self, at: usize) -> bool {
        at < self.limit
            && self.words.is_capitalized(at)
            && self.words.adjoins(at)
            && self.words.compound(at).is_none()
    }

    /// Takes what stands after "of": with or without "the".
    fn join(&mut self, at: usize) {
        let article = matches!(self.words.surface(at + 1), "the" | "a" | "an");
        let next = if article && self.words.adjoins(at + 1) { at + 2 } else { at + 1 };
        if self.has_capital(next) && !self.words.role(next).any(Role::DAY.or(Role::STOP)) {
            self.joined = true;
            self.take(next);
        }
    }

    /// Whether "and" here is part of a name: "Ministry of Health and Welfare", "the Food and Drug
    /// Administration", and not of a list of names.
    fn and_joins(&self, start: usize) -> bool {
        let (words, next) = (self.words, self.end + 1);
        if !self.has_capital(next) {
            return false;
        }
        let (before, after) = (words.role(self.end - 1), words.role(next));
        let named = |at: usize, role: Role| {
            role.any(Role::GIVEN.or(Role::STOP).or(Role::DAY)) || words.listed(at).is_some()
        };
        if named(next, after) || named(self.end - 1, before) || title_here(words, next).is_some() {
            return false;
        }
        if self.joined {
            return !after.any(Role::ORGANIZATION_OF);
        }
        let definite = start > 0 && matches!(words.surface(start - 1), "the" | "The" | "'s" | "’s");
        let head = (next + 1..next + 3)
            .find(|&at| self.has_capital(at) && words.role(at).any(Role::ORGANIZATION_HEAD));
        definite && head.is_some()
    }
}

fn is_particle(words: Words<'_>, at: usize) -> bool {
    words.role(at).any(Role::PARTICLE) && words.surface(at).starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    fn runs(text: &str) -> Vec<&str> {
        let tokens = tokenize(text);
        let words = Words::new(text, &tokens);
        let mut at = 0;
        let mut found = Vec::new();
        while let Some(run) = next_run(words, at..words.len()) {
            at = run.end;
            found.push(&text[words.span(run.start, run.end)]);
        }
        found
    }

    #[test]
    fn capitals_make_a_run() {
        assert_eq!(
            runs("when John F. Kerry met Ada Okoro, Jr., they"),
            ["John F. Kerry", "Ada Okoro, Jr."]
        );
        assert_eq!(runs("in Lagos, Nigeria"), ["Lagos", "Nigeria"]);
        assert_eq!(runs("Kerry's Syria plan"), ["Kerry", "Syria"]);
        assert_eq!(runs("so US-led forces"), ["US-led"]);
    }

    #[test]
    fn particles_join() {
        assert_eq!(
            runs("so Ursula von der Leyen met de Blasio"),
            ["Ursula von der Leyen", "de Blasio"]
        );
        assert_eq!(runs("that Bashar al-Assad"), ["Bashar al-Assad"]);
    }

    #[test]
    fn organisations_join() {
        assert_eq!(runs("a University of the North teacher"), ["University of the North"]);
        assert_eq!(
            runs("the Ministry of Health and Welfare said"),
            ["Ministry of Health and Welfare"]
        );
        assert_eq!(runs("the Food and Drug Administration"), ["Food and Drug Administration"]);
        assert_eq!(runs("both Kerry and Hammond"), ["Kerry", "Hammond"]);
        assert_eq!(runs("the Bank of Weir and President Roe"), ["Bank of Weir", "President Roe"]);
        assert_eq!(runs("at Weir & Sons"), ["Weir & Sons"]);
        assert_eq!(runs("the mother of Kerry"), ["Kerry"]);
    }

    #[test]
    fn a_run_without_end_is_cut() {
        let text = "Kerry ".repeat(1000);
        assert_eq!(runs(&text).len(), 25);
    }
}
