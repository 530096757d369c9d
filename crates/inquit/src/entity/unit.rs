//! Cuts a text into the units that are compared with those of an alias.
//!
//! A match begins and ends at the edge of a unit and has the same units as the alias. That is all
//! there is to word edges, and it covers names that begin or end with a sign ("Yahoo!", ".NET",
//! "C++"): a sign is a unit of its own, whatever stands beside it.
//!
//! * A word is a run of letters, digits, underscores and combining marks. An apostrophe between two
//!   letters belongs to it ("O'Brien"); a hyphen never does ("anti-Assad" has three units).
//! * The possessive or contracted ending of a word ("'s", "'ll") is a unit, so that the word before it
//!   can be found.
//! * In scripts that do not separate words (Han, kana, Thai, …) each character, with its marks, is a
//!   unit. So it is in Hangul, where particles are written on to a name.
//! * White space with at most one line break is a unit, equal to a single space. With more it is a
//!   break, which is equal to nothing.
//! * Any other character, with its marks, is a unit.

use crate::text::{char_at, is_any_apostrophe, is_hidden, is_mark, is_space, is_word};

/// A stretch of text that is compared as a whole.
#[derive(Clone, Copy, Debug)]
pub(in crate::entity) struct Unit {
    /// Its first byte.
    pub(super) start: usize,
    /// One past its last byte.
    pub(super) end: usize,
    /// What it is.
    pub(super) kind: UnitKind,
}

/// What a unit is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum UnitKind {
    /// White space inside a paragraph.
    Space,
    /// White space that ends a paragraph.
    Break,
    /// A word with small letters in it.
    SmallWord,
    /// A word without.
    Word,
    /// A possessive or contracted ending: neither small nor capital, as "NASA's" is in capitals.
    Ending,
    /// Anything else.
    Sign,
}

/// The units of a text, in order. They leave out only hidden characters between them.
#[derive(Clone, Debug)]
pub(super) struct Units<'t> {
    text: &'t str,
    at: usize,
    after_word: bool,
}

/// A character that is not hidden, and its place.
struct Glyph {
    c: char,
    class: Class,
    start: usize,
    end: usize,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Class {
    Space,
    Newline,
    Letter,
    /// A digit or underscore: in words, but not a letter.
    Digit,
    Mark,
    Apostrophe,
    /// A letter of a script that does not separate words.
    Unseparated,
    Sign,
}

impl<'t> Units<'t> {
    pub(super) fn new(text: &'t str) -> Units<'t> {
        Units::from(text, 0, false)
    }

    /// The units from this byte on, at which one begins; `after_word` tells whether one that is a
    /// word ends there.
    pub(super) fn from(text: &'t str, at: usize, after_word: bool) -> Units<'t> {
        Units { text, at, after_word }
    }

    /// The next unit, where ASCII alone decides what it is: nearly always.
    #[inline]
    fn plain(&self) -> Option<(UnitKind, usize)> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let first = *rest.first()?;
        let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let (kind, length) = if is_word(first) {
            let mut small = false;
            let within = |byte: &&u8| {
                small |= byte.is_ascii_lowercase();
                is_word(**byte)
            };
            let length = rest.iter().take_while(within).count();
            (if small { UnitKind::SmallWord } else { UnitKind::Word }, length)
        } else if first == b' ' {
            (UnitKind::Space, 1)
        } else if first.is_ascii() && first != b'\'' && !is_ascii_space(first) {
            (UnitKind::Sign, 1)
        } else {
            return None;
        };
        let next = rest.get(length).copied().unwrap_or(b'.');
        let ends = match kind {
            UnitKind::Space => next.is_ascii() && !is_ascii_space(next),
            UnitKind::Sign => next.is_ascii(),
            _ => next.is_ascii() && next != b'\'',
        };
        ends.then_some((kind, self.at + length))
    }

    /// The first character at or after a byte that is not hidden.
    #[inline]
    fn glyph(&self, at: usize) -> Option<Glyph> {
        match self.text.as_bytes().get(at) {
            Some(byte) if byte.is_ascii() => {
                let c = char::from(*byte);
                Some(Glyph { c, class: classify(c), start: at, end: at + 1 })
            }
            _ => self.far_glyph(at),
        }
    }

    /// The same, where it may be beyond ASCII.
    fn far_glyph(&self, mut at: usize) -> Option<Glyph> {
        loop {
            let c = char_at(self.text, at)?;
            let end = at + c.len_utf8();
            if c.is_ascii() || !is_hidden(c) {
                return Some(Glyph { c, class: classify(c), start: at, end });
            }
            at = end;
        }
    }

    fn space(&self, first: &Glyph) -> (UnitKind, usize) {
        let (mut breaks, mut previous, mut end) = (breaks_of(first.c), first.c, first.end);
        while let Some(next) = self.glyph(end) {
            match next.class {
                Class::Newline if previous == '\r' && next.c == '\n' => {}
                Class::Newline => breaks += breaks_of(next.c),
                Class::Space => {}
                _ => break,
            }
            (previous, end) = (next.c, next.end);
        }
        (if breaks > 1 { UnitKind::Break } else { UnitKind::Space }, end)
    }

    fn word(&self, first: &Glyph) -> (UnitKind, usize) {
        let bytes = self.text.as_bytes();
        let (mut last, mut end) = (first.class, first.end);
        let mut small = first.c.is_lowercase();
        loop {
            if let Some(byte) = bytes.get(end).filter(|byte| byte.is_ascii_alphanumeric()) {
                // Most of any text, without the general machinery.
                small |= byte.is_ascii_lowercase();
                last = if byte.is_ascii_digit() { Class::Digit } else { Class::Letter };
                end += 1;
                continue;
            }
            let Some(next) = self.glyph(end) else { break };
            let taken = match next.class {
                Class::Letter | Class::Digit | Class::Mark => next,
                Class::Apostrophe if matches!(last, Class::Letter | Class::Mark) => {
                    match self.glyph(next.end) {
                        Some(letter)
                            if letter.class == Class::Letter && self.ending(&next).is_none() =>
                        {
                            letter
                        }
                        _ => break,
                    }
                }
                _ => break,
            };
            small |= taken.c.is_lowercase();
            (last, end) = (taken.class, taken.end);
        }
        (if small { UnitKind::SmallWord } else { UnitKind::Word }, end)
    }

    /// Where the ending of a word that begins with this apostrophe ends, if one does.
    fn ending(&self, apostrophe: &Glyph) -> Option<usize> {
        let first = self.glyph(apostrophe.end)?;
        let second = self.glyph(first.end);
        let letter = |glyph: &Glyph| glyph.c.to_ascii_lowercase();
        let end = match (letter(&first), &second) {
            ('s' | 'd' | 'm', _) => first.end,
            ('l', Some(second)) if letter(second) == 'l' => second.end,
            ('r' | 'v', Some(second)) if letter(second) == 'e' => second.end,
            _ => return None,
        };
        let goes_on = self.glyph(end).is_some_and(|next| match next.class {
            Class::Letter | Class::Digit | Class::Mark => true,
            // "A's'b": all one word.
            Class::Apostrophe => {
                self.glyph(next.end).is_some_and(|after| after.class == Class::Letter)
            }
            _ => false,
        });
        (!goes_on).then_some(end)
    }

    fn with_marks(&self, mut end: usize) -> usize {
        while let Some(mark) = self.glyph(end).filter(|next| next.class == Class::Mark) {
            end = mark.end;
        }
        end
    }
}

impl Iterator for Units<'_> {
    type Item = Unit;

    #[inline]
    fn next(&mut self) -> Option<Unit> {
        if let Some((kind, end)) = self.plain() {
            let start = std::mem::replace(&mut self.at, end);
            self.after_word = matches!(kind, UnitKind::Word | UnitKind::SmallWord);
            return Some(Unit { start, end, kind });
        }
        self.next_of_any_kind()
    }
}

impl Units<'_> {
    fn next_of_any_kind(&mut self) -> Option<Unit> {
        let first = self.glyph(self.at)?;
        let (kind, end) = match first.class {
            Class::Space | Class::Newline => self.space(&first),
            Class::Letter | Class::Digit => self.word(&first),
            Class::Unseparated => (UnitKind::Word, self.with_marks(first.end)),
            Class::Apostrophe if self.after_word => match self.ending(&first) {
                Some(end) => (UnitKind::Ending, end),
                None => (UnitKind::Sign, self.with_marks(first.end)),
            },
            Class::Apostrophe | Class::Mark | Class::Sign => {
                (UnitKind::Sign, self.with_marks(first.end))
            }
        };
        self.at = end;
        self.after_word = matches!(kind, UnitKind::Word | UnitKind::SmallWord);
        Some(Unit { start: first.start, end, kind })
    }
}

fn classify(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' => Class::Letter,
        '0'..='9' | '_' => Class::Digit,
        ' ' | '\t' => Class::Space,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Class::Newline,
        '\'' => Class::Apostrophe,
        _ if c.is_ascii() => Class::Sign,
        _ if is_any_apostrophe(c) => Class::Apostrophe,
        _ if is_space(c) => Class::Space,
        _ if is_mark(c) => Class::Mark,
        _ if is_unseparated(c) => Class::Unseparated,
        _ if c.is_alphabetic() => Class::Letter,
        _ if is_word(c) => Class::Digit,
        _ => Class::Sign,
    }
}

/// What [`Class::Space`] and [`Class::Newline`] are in ASCII.
fn is_ascii_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0xB | 0xC)
}

/// Whether a character beyond ASCII stands apart from the words beside it, and is neither an
/// apostrophe nor hidden: white space or a sign.
pub(super) fn is_apart(c: char) -> bool {
    !is_hidden(c) && matches!(classify(c), Class::Space | Class::Newline | Class::Sign)
}

/// How many line breaks a character of white space is worth; a paragraph separator says it all.
fn breaks_of(c: char) -> usize {
    match c {
        '\u{2029}' => 2,
        _ => usize::from(classify(c) == Class::Newline),
    }
}

/// Whether a character belongs to a script in which words are written without spaces between, or,
/// in the case of Hangul, with their particles.
fn is_unseparated(c: char) -> bool {
    matches!(c,
        // Thai, Lao, Tibetan, Myanmar
        '\u{0E00}'..='\u{109F}'
        // Hangul: letters
        | '\u{1100}'..='\u{11FF}'
        // Khmer
        | '\u{1780}'..='\u{17FF}'
        | '\u{19E0}'..='\u{19FF}'
        // Han radicals, then iteration marks and numerals
        | '\u{2E80}'..='\u{2FDF}'
        | '\u{3005}'..='\u{3007}'
        | '\u{3021}'..='\u{3029}'
        | '\u{3031}'..='\u{3035}'
        | '\u{3038}'..='\u{303B}'
        // Kana, Bopomofo, Hangul compatibility letters
        | '\u{3041}'..='\u{31FF}'
        // Han
        | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}'
        // Yi
        | '\u{A000}'..='\u{A48C}'
        // More letters of Hangul and Myanmar
        | '\u{A960}'..='\u{A97C}'
        | '\u{A9E0}'..='\u{A9FE}'
        | '\u{AA60}'..='\u{AA7F}'
        // Hangul syllables
        | '\u{AC00}'..='\u{D7FF}'
        // Han and forms of half width
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF66}'..='\u{FFDC}'
        // Kana and Han beyond the first plane
        | '\u{1AFF0}'..='\u{1B16F}'
        | '\u{20000}'..='\u{3FFFF}')
}
