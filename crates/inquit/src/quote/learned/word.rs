//! What a word looks like, without regard to where it stands.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::Words;
use super::written::Written;
use crate::lexicon::Seeded;
use crate::tagger::hash_word;
use crate::text::TokenKind;

/// What a word looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// The word in lower case, digits as 0.
    pub(super) word: u32,
    /// Its last and its first three letters.
    pub(super) ending: u32,
    pub(super) beginning: u32,
    pub(super) shape: Shape,
    /// The word itself if it is of a closed class, else its shape, else its last two letters.
    pub(super) sort: u32,
    /// What it can be as a verb.
    pub(super) form: u32,
    /// What it is counted by wherever it stands, as bits.
    pub(super) counted: u16,
    /// What it is on a scale from what ends a clause to what goes on with it.
    pub(super) rank: u8,
    /// How often it is a cue: 0 never, 4 nearly always.
    pub(super) cue: u8,
    /// Marks and the few words that part clauses, by number; 0 for all other words.
    pub(super) link: u8,
}

/// The letters of a word.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) enum Shape {
    #[default]
    Lower,
    /// "Kerry"
    Capital,
    /// "US"
    Capitals,
    /// "A"
    OneCapital,
    /// "iPhone"
    Mixed,
    Number,
    /// "@name", "#name"
    Handle,
    Other,
}

/// Marks and words that part clauses, in groups that count as the same; each group is a link.
pub(super) const LINKS: [&[&str]; 17] = [
    &[","],
    &["\""],
    &[";"],
    &[":"],
    &["--", "—", "–", "―"],
    &["("],
    &[")"],
    &["that"],
    &["who"],
    &["which"],
    &["and"],
    &["but"],
    &["because"],
    &["as"],
    &["if"],
    &["when"],
    &["while"],
];

/// The link of each such word, by its hash.
static LINK_OF: LazyLock<HashMap<u32, u8, Seeded>> = LazyLock::new(|| {
    let groups = (1..).zip(LINKS);
    groups
        .flat_map(|(link, group)| group.iter().map(move |it| (hash_word(it.chars()), link)))
        .collect()
});

/// The link of commas, of quotation marks and of "that".
pub(super) const COMMA: u8 = 1;
pub(super) const MARK: u8 = 2;
pub(super) const THAT: u8 = 8;

/// A letter as features see it.
pub(crate) fn plain(c: char) -> char {
    match c {
        '0'..='9' => '0',
        '’' | 'ʼ' => '\'',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// What a token looks like.
pub(super) fn look(written: Written<'_>, words: &Words) -> Look {
    let Written { surface, kind, .. } = written;
    let letters = || surface.chars().map(plain);
    let word = hash_word(letters());
    let shape = shape(surface);
    let last = |count: usize| {
        let start = surface.char_indices().rev().take(count).last().map_or(0, |(at, _)| at);
        hash_word(surface.get(start..).unwrap_or_default().chars().map(plain))
    };
    let traits = words.find(word);
    let wordlike = surface.starts_with(char::is_alphanumeric);
    let sort = if traits.closed || !wordlike {
        word
    } else {
        match shape {
            Shape::Lower => last(2) ^ 0x7E,
            Shape::Other => word,
            _ => hash_word(['~', char::from(b'A' + shape as u8)]),
        }
    };
    let quotation = kind == TokenKind::QuotationMark;
    let mut link = LINK_OF.get(&word).copied().unwrap_or(0);
    if quotation && surface != "'" && surface != "’" {
        link = MARK;
    }
    let word = if link == MARK { hash_word(['"']) } else { word };
    let sort = if link == MARK { word } else { sort };
    Look {
        word,
        ending: last(3),
        beginning: hash_word(letters().take(3)),
        shape,
        sort,
        form: written.form(word),
        counted: written.counted(),
        rank: written.rank(traits.cue),
        cue: traits.cue,
        link,
    }
}

fn shape(surface: &str) -> Shape {
    let mut letters = surface.chars();
    let Some(first) = letters.next() else { return Shape::Other };
    if first.is_numeric() {
        return Shape::Number;
    }
    if matches!(first, '@' | '#') {
        return Shape::Handle;
    }
    if !first.is_alphabetic() {
        return Shape::Other;
    }
    let upper = surface.chars().any(char::is_uppercase);
    let lower = surface.chars().any(char::is_lowercase);
    match (first.is_uppercase(), upper, lower) {
        (true, _, false) if letters.next().is_some() => Shape::Capitals,
        (true, _, false) => Shape::OneCapital,
        (true, _, true) => Shape::Capital,
        (false, true, _) => Shape::Mixed,
        _ => Shape::Lower,
    }
}
