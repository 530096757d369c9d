//! What each token of a document is at a glance, so that the rules need not look at its letters, nor
//! up its word, again and again.

use std::sync::LazyLock;

use crate::lexicon::{Class, Word, WordId, lexicon};
use crate::text::{Token, TokenKind};

/// A set of things that a token can be.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sign(u32);

impl Sign {
    /// A word, a number, a handle: no punctuation mark.
    pub(crate) const WORD: Sign = Sign(1);
    /// The same, but no ending of a word.
    pub(crate) const WHOLE: Sign = Sign(1 << 1);
    /// It begins with a capital.
    pub(crate) const CAPITAL: Sign = Sign(1 << 2);
    /// Its word can report.
    pub(crate) const CUE: Sign = Sign(1 << 3);
    pub(crate) const COMMA: Sign = Sign(1 << 4);
    pub(crate) const COLON: Sign = Sign(1 << 5);
    /// Full stops and the like.
    pub(crate) const STOP: Sign = Sign(1 << 6);
    pub(crate) const DASH: Sign = Sign(1 << 7);
    /// Between clauses: a comma, a semicolon, or a word that joins them.
    pub(crate) const BORDER: Sign = Sign(1 << 8);
    /// "according"
    pub(crate) const ACCORDING: Sign = Sign(1 << 9);

    /// Whether the sets share a member.
    pub(crate) const fn any(self, other: Sign) -> bool {
        self.0 & other.0 != 0
    }

    /// The union.
    pub(crate) const fn or(self, other: Sign) -> Sign {
        Sign(self.0 | other.0)
    }
}

/// What a token is at a glance.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Glance {
    /// What its word can be.
    pub(crate) classes: Class,
    pub(crate) signs: Sign,
}

impl Glance {
    /// What one of two is.
    pub(crate) fn or(self, other: Glance) -> Glance {
        Glance { classes: self.classes.or(other.classes), signs: self.signs.or(other.signs) }
    }

    fn of(word: &Word) -> Glance {
        let signs = if word.cues.is_empty() { Sign::default() } else { Sign::CUE };
        Glance { classes: word.classes, signs }
    }

    fn with(self, sign: Sign) -> Glance {
        Glance { signs: self.signs.or(sign), ..self }
    }
}

/// What each word of the lexicon is: less to read than all that is known of it.
static KNOWN: LazyLock<Vec<Glance>> = LazyLock::new(|| {
    let mut known: Vec<Glance> = lexicon().words().iter().map(Glance::of).collect();
    for joining in ["and", "but", "while"] {
        let place = lexicon().find(joining).place();
        debug_assert_ne!(place, 0, "{joining} is no word of the lexicon");
        if let Some(glance) = known.get_mut(place) {
            *glance = glance.with(Sign::BORDER);
        }
    }
    known
});

/// What the tokens of a text are; `words` are their numbers in the lexicon.
pub(crate) fn glances(text: &str, tokens: &[Token], words: &[WordId]) -> Vec<Glance> {
    let known = KNOWN.as_slice();
    let glance = |(token, word): (&Token, &WordId)| {
        let glance = known.get(word.place()).copied().unwrap_or_default();
        glance.with(signs(text, token))
    };
    tokens.iter().zip(words).map(glance).collect()
}

/// What a token is by its kind and letters.
fn signs(text: &str, token: &Token) -> Sign {
    let bytes = text.as_bytes().get(token.span.range()).unwrap_or_default();
    let signs = match token.kind {
        TokenKind::Punctuation => return of_mark(bytes),
        TokenKind::QuotationMark => return Sign::default(),
        TokenKind::Clitic => Sign::WORD,
        TokenKind::Word if bytes.eq_ignore_ascii_case(b"according") => {
            Sign::WORD.or(Sign::WHOLE).or(Sign::ACCORDING)
        }
        TokenKind::Word | TokenKind::Number | TokenKind::Address => Sign::WORD.or(Sign::WHOLE),
    };
    let capital = match bytes.first() {
        Some(first) if !first.is_ascii() => text[token.span].starts_with(char::is_uppercase),
        first => first.is_some_and(u8::is_ascii_uppercase),
    };
    signs.or(Sign(u32::from(capital) * Sign::CAPITAL.0))
}

fn of_mark(bytes: &[u8]) -> Sign {
    match bytes {
        b"," => Sign::COMMA.or(Sign::BORDER),
        b"." | b"!" | b"?" | b"..." => Sign::STOP,
        b";" => Sign::STOP.or(Sign::BORDER),
        b":" => Sign::COLON,
        b"-" => Sign::DASH,
        b"--" => Sign::DASH.or(Sign::BORDER),
        _ => match std::str::from_utf8(bytes) {
            Ok("…") => Sign::STOP,
            Ok("—" | "–") => Sign::DASH.or(Sign::BORDER),
            Ok("―") => Sign::DASH,
            _ => Sign::default(),
        },
    }
}
