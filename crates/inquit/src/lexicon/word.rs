//! What a word can be: the classes it belongs to and its readings as a cue.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::cue::{Cue, cues};
use super::table::rows;

/// A set of word classes; see `data/words.tsv`.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Class(u32);

impl Class {
    pub(crate) const NONE: Class = Class(0);
    pub(crate) const DETERMINER: Class = Class(1);
    pub(crate) const POSSESSIVE: Class = Class(1 << 1);
    /// Pronouns that can be a subject.
    pub(crate) const SUBJECT: Class = Class(1 << 2);
    /// Pronouns that can only be an object.
    pub(crate) const OBJECT: Class = Class(1 << 3);
    pub(crate) const AUXILIARY: Class = Class(1 << 4);
    pub(crate) const MODAL: Class = Class(1 << 5);
    pub(crate) const CONDITIONAL: Class = Class(1 << 6);
    pub(crate) const NEGATION: Class = Class(1 << 7);
    pub(crate) const ADVERB: Class = Class(1 << 8);
    pub(crate) const PREPOSITION: Class = Class(1 << 9);
    pub(crate) const CONJUNCTION: Class = Class(1 << 10);
    pub(crate) const SUBORDINATOR: Class = Class(1 << 11);
    pub(crate) const WH: Class = Class(1 << 12);
    pub(crate) const DAY: Class = Class(1 << 13);
    pub(crate) const TIME: Class = Class(1 << 14);
    pub(crate) const RELATIVE: Class = Class(1 << 15);
    /// Nouns for people who speak: "officials".
    pub(crate) const PEOPLE: Class = Class(1 << 16);
    /// Those who speak for others, or belong to them: "spokeswoman", "lawyer".
    pub(crate) const SPOKESPERSON: Class = Class(1 << 17);
    /// Texts that say something: "report".
    pub(crate) const DOCUMENT: Class = Class(1 << 18);
    /// Works whose titles stand in marks: "novel".
    pub(crate) const WORK: Class = Class(1 << 19);
    /// Words before a term or nickname in marks: "so-called".
    pub(crate) const CALLED: Class = Class(1 << 20);

    /// Verbs whose form does not show it: "held".
    pub(crate) const VERB: Class = Class(1 << 21);

    /// Nouns for news agencies, papers and broadcasters.
    pub(crate) const OUTLET: Class = Class(1 << 22);

    const NAMES: [(&str, Class); 23] = [
        ("outlet", Class::OUTLET),
        ("verb", Class::VERB),
        ("determiner", Class::DETERMINER),
        ("possessive", Class::POSSESSIVE),
        ("subject", Class::SUBJECT),
        ("object", Class::OBJECT),
        ("auxiliary", Class::AUXILIARY),
        ("modal", Class::MODAL),
        ("conditional", Class::CONDITIONAL),
        ("negation", Class::NEGATION),
        ("adverb", Class::ADVERB),
        ("preposition", Class::PREPOSITION),
        ("conjunction", Class::CONJUNCTION),
        ("subordinator", Class::SUBORDINATOR),
        ("wh", Class::WH),
        ("day", Class::DAY),
        ("time", Class::TIME),
        ("relative", Class::RELATIVE),
        ("people", Class::PEOPLE),
        ("spokesperson", Class::SPOKESPERSON),
        ("document", Class::DOCUMENT),
        ("work", Class::WORK),
        ("called", Class::CALLED),
    ];

    /// Whether the sets share a class.
    pub(crate) const fn any(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// The union.
    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) classes: Class,
    /// Its readings as a cue.
    pub(crate) cues: &'static [Cue],
}

/// A word of the lexicon by number; 0 is every word that is not in it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct WordId(u16);

/// Every word that the rules know, for look-up without regard to case.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Open addressing: a power of two, at least twice as many as words.
    slots: Vec<(Key, WordId)>,
    words: Vec<(Class, Vec<Cue>)>,
}

/// A word of at most 16 bytes in lower case, with straight apostrophes; longer ones are not known.
type Key = u128;

/// The lexicon, parsed when first asked for.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::parse);
    &LEXICON
}

impl Lexicon {
    fn parse() -> Lexicon {
        let mut words: BTreeMap<&str, (Class, Vec<Cue>)> = BTreeMap::new();
        for row in rows(include_str!("../../data/words.tsv")) {
            let [name, members] = row[..] else { continue };
            let class = Class::NAMES.iter().find(|(known, _)| *known == name);
            let Some((_, class)) = class else { continue };
            for member in members.split_whitespace() {
                let entry = words.entry(member).or_default();
                entry.0 = entry.0.or(*class);
            }
        }
        for (form, cue) in cues() {
            words.entry(form).or_default().1.push(cue);
        }
        let mut lexicon = Lexicon {
            slots: vec![(0, WordId(0)); (words.len() * 2).next_power_of_two()],
            words: vec![(Class::NONE, Vec::new())],
        };
        for (surface, word) in words {
            let id = u16::try_from(lexicon.words.len()).unwrap_or(0);
            if let Some(key) = key(surface) {
                lexicon.insert(key, WordId(id));
            }
            lexicon.words.push(word);
        }
        lexicon
    }

    fn insert(&mut self, key: Key, id: WordId) {
        let mask = self.slots.len() - 1;
        let mut at = hash(key) & mask;
        while let Some(slot) = self.slots.get_mut(at) {
            if slot.0 == 0 {
                *slot = (key, id);
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// The number of a word as it stands in a text.
    pub(crate) fn find(&self, surface: &str) -> WordId {
        let Some(key) = key(surface) else { return WordId(0) };
        let mask = self.slots.len() - 1;
        let mut at = hash(key) & mask;
        while let Some(&(known, id)) = self.slots.get(at) {
            if known == key {
                return id;
            }
            if known == 0 {
                break;
            }
            at = (at + 1) & mask;
        }
        WordId(0)
    }

    /// What is known of the word with this number.
    pub(crate) fn word(&'static self, id: WordId) -> Word {
        self.words.get(usize::from(id.0)).map_or(
            Word { classes: Class::NONE, cues: &[] },
            |(classes, cues)| Word { classes: *classes, cues },
        )
    }
}

/// The look-up key of a word; `None` for one too long, or in letters that no word of the list has.
fn key(surface: &str) -> Option<Key> {
    let mut bytes = [0_u8; 16];
    if surface.is_ascii() {
        bytes.get_mut(..surface.len())?.copy_from_slice(surface.as_bytes());
    } else {
        // No word of the list has letters beyond ASCII but for the apostrophe.
        let straight = surface.replace('’', "'");
        bytes.get_mut(..straight.len())?.copy_from_slice(straight.as_bytes());
        if !straight.is_ascii() {
            return None;
        }
    }
    bytes.make_ascii_lowercase();
    Some(u128::from_le_bytes(bytes))
}

fn hash(key: Key) -> usize {
    let bytes = key.to_le_bytes();
    let half = |range: std::ops::Range<usize>| {
        bytes.get(range).and_then(|it| it.try_into().ok()).map_or(0, u64::from_le_bytes)
    };
    let mixed = half(0..8).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        ^ half(8..16).wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
    usize::try_from((mixed ^ (mixed >> 29)) & 0xFFFF_FFFF).unwrap_or(0)
}
