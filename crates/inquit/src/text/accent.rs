//! Letters without their accents.
//!
//! For dictionaries that are told to find "Muller" where they have "Müller", and the other way
//! round. What counts as an accent is what canonical decomposition takes off a letter (Unicode 16),
//! and the strokes of Latin letters, as in "Ø", "Ł" and "Đ". Letters that are two in one stay:
//! "Æ", "Œ", "ß".

/// Latin letters from U+00C0 on; a stop stands for those without accent.
const LATIN: &[u8] = b"AAAAAA.CEEEEIIII.NOOOOO.OUUUUY..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiI...JjKk.LlLlLl.\
    .LlNnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz.\
    b......................I........Oo.............Uu...............\
    .............AaIiOoUuUuUuUuUu.AaAa....GgKkOoOo..j...Gg..NnAa....\
    AaAaEeEeIiIiOoOoRrRrUuUuSsTt..Hh......AaEeOoOoOoOoYy............\
    ...B............";

/// Latin letters from U+1E00 on.
const MORE_LATIN: &[u8] = b"AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
    MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
    WwWwWwWwWwXxXxYyZzZzZzhtwy......AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
    EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......";

/// A character without its accent; `None` for an accent that is a character of its own.
pub(crate) fn fold_accent(c: char) -> Option<char> {
    let at = u32::from(c);
    let latin = match at {
        0..0xC0 => return Some(c),
        0xC0..0x250 => LATIN.get(at as usize - 0xC0),
        0x1E00..0x1F00 => MORE_LATIN.get(at as usize - 0x1E00),
        0x300..0x370 | 0x1AB0..0x1B00 | 0x1DC0..0x1E00 | 0x20D0..0x2100 | 0xFE20..0xFE30 => {
            return None;
        }
        _ => None,
    };
    match latin {
        Some(b'.') => Some(c),
        Some(&letter) => Some(char::from(letter)),
        None => Some(fold_greek_or_cyrillic(c)),
    }
}

#[expect(clippy::match_same_arms, reason = "one range a line")]
fn fold_greek_or_cyrillic(c: char) -> char {
    match c {
        'Ά' | '\u{1F08}'..='\u{1F0F}' | '\u{1F88}'..='\u{1F8F}' | '\u{1FB8}'..='\u{1FBC}' => 'Α',
        'ά' | '\u{1F00}'..='\u{1F07}' | '\u{1F70}' | '\u{1F71}' => 'α',
        '\u{1F80}'..='\u{1F87}' | '\u{1FB0}'..='\u{1FB7}' => 'α',
        'Έ' | '\u{1F18}'..='\u{1F1D}' | '\u{1FC8}' | '\u{1FC9}' => 'Ε',
        'έ' | '\u{1F10}'..='\u{1F15}' | '\u{1F72}' | '\u{1F73}' => 'ε',
        'Ή' | '\u{1F28}'..='\u{1F2F}' | '\u{1F98}'..='\u{1F9F}' | '\u{1FCA}'..='\u{1FCC}' => 'Η',
        'ή' | '\u{1F20}'..='\u{1F27}' | '\u{1F74}' | '\u{1F75}' => 'η',
        '\u{1F90}'..='\u{1F97}' | '\u{1FC2}'..='\u{1FC7}' => 'η',
        'Ί' | 'Ϊ' | '\u{1F38}'..='\u{1F3F}' | '\u{1FD8}'..='\u{1FDB}' => 'Ι',
        'ΐ' | 'ί' | 'ϊ' | '\u{1F30}'..='\u{1F37}' | '\u{1F76}' | '\u{1F77}' => 'ι',
        '\u{1FD0}'..='\u{1FD7}' => 'ι',
        'Ό' | '\u{1F48}'..='\u{1F4D}' | '\u{1FF8}' | '\u{1FF9}' => 'Ο',
        'ό' | '\u{1F40}'..='\u{1F45}' | '\u{1F78}' | '\u{1F79}' => 'ο',
        '\u{1FE4}' | '\u{1FE5}' => 'ρ',
        '\u{1FEC}' => 'Ρ',
        'Ύ' | 'Ϋ' | '\u{1F59}'..='\u{1F5F}' | '\u{1FE8}'..='\u{1FEB}' => 'Υ',
        'ΰ' | 'ϋ' | 'ύ' | '\u{1F50}'..='\u{1F57}' | '\u{1F7A}' | '\u{1F7B}' => 'υ',
        '\u{1FE0}'..='\u{1FE3}' | '\u{1FE6}' | '\u{1FE7}' => 'υ',
        'Ώ' | '\u{1F68}'..='\u{1F6F}' | '\u{1FA8}'..='\u{1FAF}' | '\u{1FFA}'..='\u{1FFC}' => 'Ω',
        'ώ' | '\u{1F60}'..='\u{1F67}' | '\u{1F7C}' | '\u{1F7D}' => 'ω',
        '\u{1FA0}'..='\u{1FA7}' | '\u{1FF2}'..='\u{1FF7}' => 'ω',
        'Ӑ' | 'Ӓ' => 'А',
        'ӑ' | 'ӓ' => 'а',
        'Ѓ' => 'Г',
        'ѓ' => 'г',
        'Ѐ' | 'Ё' | 'Ӗ' => 'Е',
        'ѐ' | 'ё' | 'ӗ' => 'е',
        'Ӂ' | 'Ӝ' => 'Ж',
        'ӂ' | 'ӝ' => 'ж',
        'Ӟ' => 'З',
        'ӟ' => 'з',
        'Ѝ' | 'Й' | 'Ӣ' | 'Ӥ' => 'И',
        'й' | 'ѝ' | 'ӣ' | 'ӥ' => 'и',
        'Ї' => 'І',
        'ї' => 'і',
        'Ќ' => 'К',
        'ќ' => 'к',
        'Ӧ' => 'О',
        'ӧ' => 'о',
        'Ў' | 'Ӯ' | 'Ӱ' | 'Ӳ' => 'У',
        'ў' | 'ӯ' | 'ӱ' | 'ӳ' => 'у',
        'Ӵ' => 'Ч',
        'ӵ' => 'ч',
        'Ӹ' => 'Ы',
        'ӹ' => 'ы',
        'Ӭ' => 'Э',
        'ӭ' => 'э',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        text.chars().filter_map(fold_accent).collect()
    }

    #[test]
    fn accents_are_taken_off() {
        assert_eq!(
            folded("Müller Łódź Jørgensen Đoković Čapek"),
            "Muller Lodz Jorgensen Dokovic Capek"
        );
        assert_eq!(folded("Nguyễn Phú Trọng, ÇİĞDEM, Ñandú"), "Nguyen Phu Trong, CIGDEM, Nandu");
        assert_eq!(
            folded("Jose\u{301} Τσίπρας Ἀθῆναι Зеленський Алёна"),
            "Jose Τσιπρας Αθηναι Зеленськии Алена"
        );
        assert_eq!(folded("Æsop Œuvre Straße þing ﬁ İ ı 中"), "Æsop Œuvre Straße þing ﬁ I ı 中");
        assert_eq!((LATIN.len(), MORE_LATIN.len()), (0x250 - 0xC0, 0x100));
    }

    #[test]
    fn the_case_of_a_letter_stays() {
        for c in ('\0'..=char::MAX).filter(|c| fold_accent(*c).is_some_and(|base| base != *c)) {
            let base = fold_accent(c).expect("a letter");
            assert_eq!(base.is_lowercase(), c.is_lowercase(), "{c} is {base}");
            assert!(base.is_alphabetic(), "{c} is {base}");
        }
    }
}
