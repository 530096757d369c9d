//! What a word looks like, wherever it stands.

use crate::entity::words::Words;
use crate::lexicon::WordKey;

/// What a word looks like.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// The word, whatever its capitals.
    pub(super) word: u32,
    /// Its last two, its last three and its first three letters.
    pub(super) ending: u32,
    pub(super) long_ending: u32,
    pub(super) beginning: u32,
    pub(super) shape: u32,
    /// The parts it can play in a name, as one number.
    pub(super) role: u32,
}

/// The look of the token at a place, whose key is given.
pub(super) fn look(words: Words<'_>, at: usize, key: WordKey) -> Look {
    let bytes = words.bytes(at);
    let spelled = if bytes.is_ascii() {
        let letter = |&byte: &u8| (PLAIN[usize::from(byte)].into(), FORMS[usize::from(byte)]);
        spelled(bytes.iter().map(letter))
    } else {
        spelled(words.surface(at).chars().map(|c| (u32::from(plain(c)) & 0xFFFF, Form::of(c))))
    };
    let number = bytes.first().is_some_and(u8::is_ascii_digit);
    // Numbers of one length are alike.
    let word = if number { u32::try_from(bytes.len()).unwrap_or(0) } else { key.upper_half() };
    let bits = words.role(at).bits();
    let [low, high] =
        [bits & u64::from(u32::MAX), bits >> 32].map(|it| u32::try_from(it).unwrap_or(0));
    Look { word, role: low.wrapping_mul(0x9E37_79B1) ^ high, ..spelled }
}

/// What letters look like, each with its form.
#[inline]
fn spelled(letters: impl Iterator<Item = (u32, Form)>) -> Look {
    let (mut third, mut second, mut last) = (0, 0, 0);
    let (mut beginning, mut shape, mut before) = (0, 1, Form::None);
    for (at, (letter, form)) in letters.enumerate() {
        (third, second, last) = (second, last, letter);
        if at < 3 {
            beginning = beginning << 11 ^ letter;
        }
        before = before.next(form, &mut shape);
    }
    Look {
        ending: second << 16 | last,
        // Of the third letter back only so much as there is room for.
        long_ending: (third << 22 ^ second << 11 ^ last) & ((1 << 31) - 1),
        beginning,
        shape,
        ..Look::default()
    }
}

/// Each letter of ASCII as features see it.
const PLAIN: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        letters[byte as usize] =
            if byte.is_ascii_digit() { b'0' } else { byte.to_ascii_lowercase() };
        byte += 1;
    }
    letters
};

/// A letter as features see it.
fn plain(c: char) -> char {
    match c {
        '0'..='9' => '0',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        '’' | 'ʼ' => '\'',
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// What kind of letter stands in a word.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Form {
    None,
    Small,
    Capital,
    Capitals,
    Number,
    Stop,
    Hyphen,
    Apostrophe,
    /// Of a script without capitals.
    Plain,
    Other,
}

/// Forms of longer words are cut.
const LONGEST_SHAPE: u32 = 1 << 24;

/// The form of each letter of ASCII.
const FORMS: [Form; 256] = {
    let mut forms = [Form::Other; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        forms[byte as usize] = match byte {
            b'a'..=b'z' => Form::Small,
            b'A'..=b'Z' => Form::Capital,
            b'0'..=b'9' => Form::Number,
            b'.' => Form::Stop,
            b'-' => Form::Hyphen,
            b'\'' => Form::Apostrophe,
            _ => Form::Other,
        };
        byte += 1;
    }
    forms
};

impl Form {
    fn of(c: char) -> Form {
        match c {
            _ if c.is_ascii() => FORMS.get(c as usize).copied().unwrap_or(Form::Other),
            '\u{2010}' | '\u{2011}' => Form::Hyphen,
            '’' => Form::Apostrophe,
            _ if c.is_lowercase() => Form::Small,
            _ if c.is_uppercase() => Form::Capital,
            _ if c.is_alphabetic() => Form::Plain,
            _ => Form::Other,
        }
    }

    /// Goes on with a letter, and adds to the shape where it is of another form: "Mc-Gee" has a
    /// capital, small letters, a hyphen, a capital, small letters.
    #[inline]
    fn next(self, form: Form, shape: &mut u32) -> Form {
        let form = match (self, form) {
            (Form::Capital | Form::Capitals, Form::Capital) => Form::Capitals,
            (_, form) => form,
        };
        if form != self && *shape < LONGEST_SHAPE {
            *shape = *shape << 4 | form as u32;
        }
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    fn look_of(word: &str) -> Look {
        let tokens = tokenize(word);
        look(Words::new(word, &tokens), 0, WordKey::of(word))
    }

    #[test]
    fn shapes_leave_out_what_repeats() {
        let same = |a: &str, b: &str| look_of(a).shape == look_of(b).shape;
        assert!(same("Okoro", "Ada") && same("NATO", "WHO") && same("McGee", "LeBron"));
        assert!(same("al-Assad", "el-Sisi") && same("Émile", "Ada"));
        assert!(!same("A", "NATO") && !same("Ada", "ADA") && !same("Ada", "McGee"));
    }

    #[test]
    fn endings_and_beginnings_are_of_letters() {
        let (a, b) = (look_of("Harrowgate"), look_of("HARGATE"));
        assert_eq!((a.ending, a.long_ending, a.beginning), (b.ending, b.long_ending, b.beginning));
        assert_ne!(a.word, b.word);
        assert_ne!(look_of("Zorvan").long_ending, look_of("Zorven").long_ending);
    }

    #[test]
    fn numbers_of_one_length_are_alike() {
        assert_eq!(look_of("2015").word, look_of("1999").word);
        assert_ne!(look_of("2015").word, look_of("199").word);
    }
}
