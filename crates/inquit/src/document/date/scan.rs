//! A text cut into numbers, words and signs, as dates are made of them.

/// A number, word or sign, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece<'t> {
    pub(super) text: &'t str,
    /// Its first byte.
    pub(super) start: usize,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// At most four digits, or more, which no date has.
    Number(u16),
    Word,
    Sign,
    /// White space that is more than one line break long ends what was begun.
    Break,
}

impl Piece<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }

    pub(super) fn number(&self) -> Option<u16> {
        match self.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }
}

/// Longer texts are cut into pieces a part at a time, so that memory stays small.
const LONGEST: usize = 1 << 15;

/// A text in parts that are cut at white space, each with its first byte.
pub(super) fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let mut end = rest.len().min(LONGEST);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        if end < rest.len() {
            end = rest.get(..end)?.rfind(char::is_whitespace).filter(|&at| at > 0).unwrap_or(end);
        }
        let part = (start, rest.get(..end)?);
        start += end;
        Some(part)
    })
}

/// The pieces of a text, in order, without the spaces between.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(first) = rest.chars().next() else { break };
        let run = |holds: fn(char) -> bool| rest.find(|c| !holds(c)).unwrap_or(rest.len());
        let (length, kind) = if first.is_whitespace() {
            let length = run(char::is_whitespace);
            let lines = rest.get(..length).map_or(0, |gap| gap.matches('\n').count());
            if lines < 2 {
                at += length;
                continue;
            }
            (length, Kind::Break)
        } else if first.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit());
            let number = rest.get(..length).and_then(|digits| digits.parse().ok());
            // A number too large for a date is a word like any other.
            (length, number.filter(|_| length <= 4).map_or(Kind::Word, Kind::Number))
        } else if first.is_alphabetic() {
            (run(char::is_alphabetic), Kind::Word)
        } else {
            (first.len_utf8(), Kind::Sign)
        };
        let text = rest.get(..length).unwrap_or_default();
        pieces.push(Piece { text, start: at, kind });
        at += length;
    }
    pieces
}
