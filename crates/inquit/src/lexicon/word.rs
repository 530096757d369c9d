//! What a word can be: the classes it belongs to, its readings as a cue, its parts in names.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::cue::{Cue, cues};
use super::key::WordKey;
use super::name_words::{Role, roles};
use super::table::rows;
use crate::text::prefetch;

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
    /// Verbs with which an outlet passes on what another said.
    pub(crate) const RELAYING: Class = Class(1 << 23);
    /// Pronouns that mean somebody.
    pub(crate) const PERSONAL: Class = Class(1 << 24);

    const NAMES: [(&str, Class); 25] = [
        ("personal", Class::PERSONAL),
        ("relaying", Class::RELAYING),
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
#[derive(Debug, Default)]
pub(crate) struct Word {
    pub(crate) classes: Class,
    /// Its readings as a cue.
    pub(crate) cues: Vec<Cue>,
    /// The parts it can play in a name.
    pub(crate) role: Role,
}

/// A word of the lexicon by number; 0 is every word that is not in it.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct WordId(u16);

impl WordId {
    /// Its place in [`Lexicon::words`].
    pub(crate) fn place(self) -> usize {
        usize::from(self.0)
    }
}

/// A set of words of the lexicon, in a bit each.
#[derive(Debug)]
pub(crate) struct WordSet(Vec<u64>);

impl WordSet {
    /// The words that are of a class.
    pub(crate) fn of_class(class: Class) -> WordSet {
        let is = |word: &Word| u64::from(word.classes.any(class));
        let pack = |words: &[Word]| words.iter().rev().fold(0, |bits, word| bits << 1 | is(word));
        WordSet(lexicon().words.chunks(64).map(pack).collect())
    }

    #[inline]
    pub(crate) fn has(&self, word: WordId) -> bool {
        let bits = self.0.get(usize::from(word.0 / 64)).copied().unwrap_or(0);
        bits >> (word.0 % 64) & 1 != 0
    }
}

/// Every word that the rules know, for look-up without regard to case.
#[derive(Debug)]
pub(crate) struct Lexicon {
    /// Open addressing: a power of two, at least twice as many as words. A word is known by its
    /// key but for the last 16 bits, which hold its number.
    slots: Vec<u64>,
    words: Vec<Word>,
}

/// The lexicon, parsed when first asked for.
pub(crate) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::parse);
    &LEXICON
}

impl Lexicon {
    fn parse() -> Lexicon {
        let mut words: BTreeMap<&str, Word> = BTreeMap::new();
        for row in rows(include_str!("../../data/words.tsv")) {
            let [name, members] = row[..] else { continue };
            let class = Class::NAMES.iter().find(|(known, _)| *known == name);
            let Some((_, class)) = class else { continue };
            for member in members.split_whitespace() {
                let word = words.entry(member).or_default();
                word.classes = word.classes.or(*class);
            }
        }
        for (form, cue) in cues() {
            words.entry(form).or_default().cues.push(cue);
        }
        let mut roles = roles();
        let most = 2 * words.len() + roles.len();
        let mut lexicon = Lexicon {
            slots: vec![0; (most * 2).next_power_of_two()],
            words: vec![Word::default()],
        };
        for (surface, mut word) in words {
            let key = WordKey::of(surface);
            if is_only_name(surface.as_bytes()) {
                word.role = roles.get(&key).copied().unwrap_or_default();
                lexicon.add(key.of_name(), word);
            } else {
                word.role = roles.remove(&key).unwrap_or_default();
                lexicon.add(key.of_name(), Word { role: word.role, ..Word::default() });
                lexicon.add(key, word);
            }
        }
        // Most of the rest are given names and nothing else: one number serves them all.
        let mut alike: HashMap<Role, WordId> = HashMap::new();
        for (key, role) in roles {
            let id = *alike.entry(role).or_insert_with(|| {
                lexicon.words.push(Word { role, ..Word::default() });
                lexicon.last()
            });
            lexicon.insert(key, id);
        }
        lexicon
    }

    fn last(&self) -> WordId {
        WordId(u16::try_from(self.words.len() - 1).unwrap_or(0))
    }

    fn add(&mut self, key: WordKey, word: Word) {
        self.words.push(word);
        self.insert(key, self.last());
    }

    /// Gives a key to a word; of two with one key the first stays.
    fn insert(&mut self, key: WordKey, id: WordId) {
        let (at, _) = self.place(key);
        if let Some(slot) = self.slots.get_mut(at).filter(|slot| **slot == 0) {
            *slot = key.without_last_bits() | u64::from(id.0);
        }
    }

    fn with_key(&self, key: WordKey) -> Option<WordId> {
        let (_, slot) = self.place(key);
        (slot != 0).then_some(WordId((slot & 0xFFFF) as u16))
    }

    /// Where a key stands, or would stand, and what stands there.
    fn place(&self, key: WordKey) -> (usize, u64) {
        let mask = self.slots.len() - 1;
        let mut at = key.hash() & mask;
        loop {
            let slot = self.slots.get(at).copied().unwrap_or(0);
            if slot == 0 || slot & !0xFFFF == key.without_last_bits() {
                return (at, slot);
            }
            at = (at + 1) & mask;
        }
    }

    /// Asks for the memory where a key stands, which will soon be looked up.
    #[inline]
    pub(crate) fn expect(&self, key: WordKey) {
        prefetch(self.slots.get(key.hash() & (self.slots.len() - 1)));
    }

    /// The number of a word as it stands in a text.
    pub(crate) fn find(&self, surface: &str) -> WordId {
        self.find_key(surface.as_bytes(), WordKey::of(surface))
    }

    /// The same, where the key of the word is known.
    #[inline]
    pub(crate) fn find_key(&self, surface: &[u8], key: WordKey) -> WordId {
        // An initial is no article.
        if matches!(surface, [_, b'.']) {
            return WordId(0);
        }
        let name = if is_only_name(surface) { self.with_key(key.of_name()) } else { None };
        name.or_else(|| self.with_key(key)).unwrap_or_default()
    }

    /// What is known of the word with this number.
    pub(crate) fn word(&'static self, id: WordId) -> &'static Word {
        const UNKNOWN: &Word = &Word { classes: Class::NONE, cues: Vec::new(), role: Role::NONE };

        self.words.get(id.place()).unwrap_or(UNKNOWN)
    }

    /// What is known of each word, in order of their numbers.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }
}

/// The parts that a word with this key can play in a name; none for one in no list.
pub(crate) fn role(key: WordKey) -> Role {
    let id = lexicon().with_key(key).unwrap_or_default();
    lexicon().word(id).role
}

/// Whether a word is written so that it may be a name or the part of one, but not the word that
/// is spelled alike: "No." is not "no", and the US is not us.
fn is_only_name(surface: &[u8]) -> bool {
    matches!(surface, [_, .., b'.'] | b"US" | b"IS" | b"IT" | b"WHO")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(surface: &str) -> &'static Word {
        lexicon().word(lexicon().find(surface))
    }

    #[test]
    fn case_does_not_matter() {
        for surface in ["said", "SAID", "Said"] {
            assert!(!word(surface).cues.is_empty(), "{surface}");
        }
        assert!(word("zxqv").cues.is_empty() && word("zxqv").role == Role::NONE);
    }

    #[test]
    fn names_are_not_the_words_spelled_alike() {
        assert!(word("no").classes.any(Class::NEGATION));
        assert!(!word("No.").classes.any(Class::NEGATION));
        assert!(word("us").classes.any(Class::OBJECT));
        assert!(!word("US").classes.any(Class::OBJECT));
        assert!(word("US").role.any(Role::BEGINS_LISTED));
        assert!(word("Jan.").classes.any(Class::TIME) && word("Jan.").role.any(Role::MONTH));
        assert_eq!(word("A.").role, Role::NONE);
    }

    #[test]
    fn every_word_has_a_number() {
        assert!(lexicon().words.len() < usize::from(u16::MAX));
        assert!(lexicon().words.len() * 2 <= lexicon().slots.len());
    }
}
