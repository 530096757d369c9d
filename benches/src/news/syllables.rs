//! Words put together from syllables, in the manner of several languages.

use super::random::Random;

/// How the words of a language look.
#[derive(Clone, Copy)]
pub(super) struct Style {
    onsets: &'static [&'static str],
    vowels: &'static [&'static str],
    codas: &'static [&'static str],
    /// Of family names and towns.
    endings: &'static [&'static str],
}

const VOWELS: &[&str] = &["a", "e", "i", "o", "u"];

/// Plain letters only.
pub(super) const PLAIN: &[Style] = &[
    Style {
        onsets: &[
            "b", "br", "c", "ch", "cl", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p",
            "r", "s", "sh", "st", "t", "th", "tr", "w", "wh",
        ],
        vowels: &["a", "e", "i", "o", "u", "a", "e", "o", "ea", "oo"],
        codas: &["", "", "n", "r", "l", "s", "ck", "nd", "rd", "t", "m"],
        endings: &["ton", "ford", "son", "man", "ley", "er", "well", "by", "ham", "s", "field"],
    },
    Style {
        onsets: &["b", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "c", "z"],
        vowels: &["a", "e", "i", "o", "u", "a", "o", "ia"],
        codas: &["", "", "", "n", "l", "r", "s"],
        endings: &["ino", "elli", "ano", "etti", "ez", "ado", "osa", "ara", "illa", "o"],
    },
    Style {
        onsets: &["ab", "ad", "ok", "on", "em", "ch", "k", "n", "m", "t", "w", "y", "h", "j", "s"],
        vowels: &["a", "e", "i", "o", "u", "a"],
        codas: &["", "", "n", "m", "sh", "r", "l", "k"],
        endings: &["oro", "wu", "ani", "eji", "ar", "amurthy", "ade", "ung", "esh", "i"],
    },
];

/// The words of a text begin in other ways than names, mostly.
const WORDS: Style = Style {
    onsets: &[
        "b", "bl", "c", "d", "dr", "f", "fl", "g", "gl", "l", "m", "n", "p", "pl", "qu", "r", "s",
        "sc", "sl", "sp", "spr", "squ", "str", "sw", "t", "tw", "v", "y",
    ],
    vowels: &["a", "e", "i", "o", "u", "e", "i", "ai", "ee", "ou", "ie", "oi"],
    codas: &["", "t", "n", "r", "st", "ct", "nt", "d", "ve", "ght", "ke", "p"],
    endings: &[],
};

/// With letters beyond ASCII; each has the same small and capital letters in every language.
pub(super) const ACCENTED: &[Style] = &[
    Style {
        onsets: &["b", "bl", "d", "f", "g", "h", "k", "kr", "l", "m", "n", "r", "s", "sch", "w"],
        vowels: &["ä", "ö", "ü", "ü"],
        codas: &["", "n", "r", "l", "ch", "ck", "s", "tz"],
        endings: &["er", "mann", "bach", "berg", "hof", "stein", "ler", "feld"],
    },
    Style {
        onsets: &["b", "br", "c", "d", "f", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v"],
        vowels: &["é", "è", "ê", "é", "î"],
        codas: &["", "", "n", "r", "l", "s"],
        endings: &["ard", "eau", "et", "ier", "ont", "elle", "ois", "ac"],
    },
    Style {
        onsets: &["b", "č", "d", "h", "j", "k", "l", "m", "n", "p", "r", "ř", "s", "š", "v", "ž"],
        vowels: &["á", "í", "ě", "ů", "ý", "é"],
        codas: &["", "", "k", "n", "l", "r", "s"],
        endings: &["ek", "ová", "ić", "ský", "ak", "áč", "ov", "ina"],
    },
    Style {
        onsets: &["b", "d", "f", "g", "h", "k", "l", "m", "n", "r", "s", "sk", "t", "v"],
        vowels: &["å", "ø", "ö", "ä", "æ"],
        codas: &["", "n", "r", "l", "g", "rd"],
        endings: &["sen", "sson", "lund", "dal", "vik", "gren", "berg", "by"],
    },
    Style {
        onsets: &["b", "c", "ç", "d", "g", "h", "k", "l", "m", "n", "ş", "t", "y", "z"],
        vowels: &["ü", "ö", "ã", "ó", "ú", "ñe", "á"],
        codas: &["", "n", "r", "l", "z", "k", "ş"],
        endings: &["oğlu", "ez", "inho", "ões", "çi", "ado", "ler", "eira"],
    },
];

impl Style {
    /// A word of so many syllables, in small letters; accents fall on one of them.
    fn word(&self, random: &mut Random, syllables: usize, is_name: bool) -> String {
        let mut word = String::new();
        let accent = random.below(syllables);
        for syllable in 0..syllables {
            word.push_str(random.pick(self.onsets));
            let vowels = if syllable == accent { self.vowels } else { VOWELS };
            word.push_str(random.pick(vowels));
            word.push_str(random.pick(self.codas));
        }
        if is_name {
            word.push_str(random.pick(self.endings));
        }
        word
    }
}

/// A given name: one or two syllables, capital first.
pub(super) fn given_name(random: &mut Random, styles: &[Style]) -> String {
    let syllables = 1 + random.below(2);
    let style = random.pick(styles);
    let ends = syllables == 1;
    capitalized(&style.word(random, syllables, ends))
}

/// A family name or a town: one or two syllables and an ending, capital first.
pub(super) fn surname(random: &mut Random, styles: &[Style]) -> String {
    let syllables = 1 + usize::from(random.chance(200));
    let style = random.pick(styles);
    capitalized(&style.word(random, syllables, true))
}

/// A word of a text, in small letters.
pub(super) fn plain_word(random: &mut Random) -> String {
    const PREFIXES: [&str; 12] =
        ["con", "pro", "re", "in", "un", "ex", "de", "over", "inter", "sub", "per", "ob"];
    const ENDINGS: [&str; 10] = ["", "", "", "s", "ed", "ing", "tion", "ly", "er", "al"];
    let syllables = 1 + usize::from(random.chance(150));
    let mut word = String::new();
    if random.chance(350) {
        word.push_str(random.pick(&PREFIXES));
    }
    word.push_str(&WORDS.word(random, syllables, false));
    word.push_str(random.pick(&ENDINGS));
    word
}

/// The word with its first letter made a capital.
pub(super) fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.chain(chars).collect()
}
