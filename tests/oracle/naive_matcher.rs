//! Dictionary matching by its definition, in quadratic time: at each place every length, longest
//! first, and every alias.

use std::cmp::Reverse;
use std::ops::Range;

use inquit::{CaseRule, Entity};

/// What texts and names may be made of: no other characters have a class here. Put together, they
/// make every kind of word edge, of letter case and of folding that there is.
pub const PIECES: &[&str] = &[
    "a", "A", "b", "B", "s", "S", "a", "A", " ", " ", " ", "'", "’", "ʼ", "-", "\u{2011}", "'s",
    "’S", "'ll", "'RE", ".", "&", "1", "_", "\n", "\r\n", "\n\n", "\u{AD}", "\u{301}", "é", "ß",
    "ẞ", "SS", "ŉ", "İ", "ı", "i", "I", "K", "k", "Σ", "σ", "ς", "ǆ", "ǅ", "ﬁ", "中", "国", "ก",
    "\u{E31}", "٣", "😀",
];

/// Every match: where it stands, and the ids of its candidates.
///
/// # Panics
///
/// When a case rule has no definition here.
pub fn find(entities: &[Entity], text: &str) -> Vec<(Range<usize>, Vec<String>)> {
    let aliases: Vec<(&Entity, CaseRule, Vec<Unit>)> = entities
        .iter()
        .flat_map(|entity| entity.aliases().iter().map(move |alias| (entity, alias)))
        .map(|(entity, alias)| (entity, alias.case_rule, units(trim(&alias.text), true)))
        .collect();
    let longest = aliases.iter().map(|(_, _, alias)| alias.len()).max().unwrap_or(0);
    let units = units(text, false);
    let (mut found, mut at) = (Vec::new(), 0);
    while at < units.len() {
        let end = (at + longest).min(units.len());
        let best = (at + 1..=end).rev().find_map(|end| {
            let words = &units[at..end];
            let mut named: Vec<&Entity> = aliases
                .iter()
                .filter(|(_, rule, alias)| is_equal(*rule, alias, words))
                .map(|(entity, ..)| *entity)
                .collect();
            named.dedup();
            named.sort_by_key(|entity| Reverse(entity.prior()));
            (!named.is_empty()).then_some((end, named))
        });
        match best {
            Some((end, named)) => {
                let ids = named.iter().map(|entity| entity.id().to_string()).collect();
                found.push((units[at].range.start..units[end - 1].range.end, ids));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn trim(alias: &str) -> &str {
    alias.trim_matches(|c: char| c.is_whitespace() || c == '\u{AD}')
}

/// A stretch that can only match as a whole.
struct Unit {
    range: Range<usize>,
    /// As compared: typography made plain.
    plain: String,
    /// In any case.
    folded: String,
    /// In any case but for the first letter.
    folded_but_first: (Option<char>, String),
    is_ending: bool,
}

/// The capitals of "ŉ" have an apostrophe in them.
fn fold(word: &str) -> String {
    word.replace('İ', "i").to_lowercase().to_uppercase().replace('ʼ', "'")
}

fn is_equal(rule: CaseRule, alias: &[Unit], words: &[Unit]) -> bool {
    let pairs = || alias.iter().zip(words);
    let any = || pairs().all(|(a, b)| a.folded == b.folded);
    let capitals = || words.iter().all(|b| b.is_ending || !b.plain.contains(char::is_lowercase));
    alias.len() == words.len()
        && match rule {
            CaseRule::Exact => pairs().all(|(a, b)| a.plain == b.plain),
            CaseRule::Any => any(),
            CaseRule::Acronym => capitals() && any(),
            rule => {
                assert_eq!(rule, CaseRule::FirstLetter, "a rule without a definition");
                let is_small = |a: &Unit| a.plain.starts_with(|c: char| !c.to_uppercase().eq([c]));
                pairs().all(|(a, b)| a.folded_but_first == b.folded_but_first)
                    || (alias.iter().any(is_small) && capitals() && any())
            }
        }
}

/// The units of a text; of an alias, where any white space will do.
fn units(text: &str, is_alias: bool) -> Vec<Unit> {
    let shown: Vec<(usize, char)> = text.char_indices().filter(|&(_, c)| c != '\u{AD}').collect();
    let chars: Vec<char> = shown.iter().map(|&(_, c)| c).collect();
    let mut units: Vec<Unit> = Vec::new();
    for (i, &(start, c)) in shown.iter().enumerate() {
        let end = start + c.len_utf8();
        let plain = if is_apostrophe(c) { '\'' } else { c };
        let plain = if plain == '\u{2011}' { '-' } else { plain };
        match units.last_mut().filter(|_| i > 0 && is_inside(&chars, i)) {
            Some(unit) => {
                unit.range.end = end;
                unit.plain.push(plain);
            }
            None => {
                units.push(Unit {
                    range: start..end,
                    plain: plain.to_string(),
                    folded: String::new(),
                    folded_but_first: (None, String::new()),
                    is_ending: is_ending_at(&chars, i),
                });
            }
        }
    }
    for unit in &mut units {
        if unit.plain.starts_with(char::is_whitespace) {
            let breaks = unit.plain.replace("\r\n", "\n").matches('\n').count();
            // A paragraph break is equal to nothing that an alias can hold.
            unit.plain = if is_alias || breaks < 2 { " ".into() } else { "\n\n".into() };
        }
        unit.folded = fold(&unit.plain);
        let mut rest = unit.plain.chars();
        unit.folded_but_first = (rest.next(), fold(rest.as_str()));
    }
    units
}

/// Whether the place before a character is inside a unit.
fn is_inside(chars: &[char], i: usize) -> bool {
    let (before, c) = (chars[i - 1], chars[i]);
    if before.is_whitespace() || c.is_whitespace() {
        return before.is_whitespace() && c.is_whitespace();
    }
    is_mark(c)
        || is_inner_apostrophe(chars, i)
        || is_word(c)
            && (is_word(base(chars, i - 1))
                || is_inner_apostrophe(chars, i - 1)
                || is_ending_at(chars, i - 1))
}

/// Whether this is an apostrophe between two letters that begins no ending.
fn is_inner_apostrophe(chars: &[char], i: usize) -> bool {
    let before = i.checked_sub(1).map(|before| (chars[before], base(chars, before)));
    is_apostrophe(chars[i])
        && before.is_some_and(|(c, base)| is_word(base) && (c.is_alphabetic() || is_mark(c)))
        && is_letter_at(chars, i + 1)
        && !is_ending_at(chars, i)
}

/// Whether an ending such as "'s" begins here.
fn is_ending_at(chars: &[char], i: usize) -> bool {
    let at = |i: usize| chars.get(i).copied().unwrap_or(' ');
    i > 0
        && (is_word(base(chars, i - 1)) || is_unseparated(base(chars, i - 1)))
        && is_apostrophe(at(i))
        && ["s", "d", "m", "ll", "re", "ve"].iter().any(|ending| {
            let after = i + 1 + ending.len();
            ending.char_indices().all(|(k, c)| at(i + 1 + k).eq_ignore_ascii_case(&c))
                && !(is_word(at(after)) || is_mark(at(after)))
                && !(is_apostrophe(at(after)) && is_letter_at(chars, after + 1))
        })
}

/// The character on which a combining mark stands; any other character itself.
fn base(chars: &[char], i: usize) -> char {
    chars[..=i].iter().rev().copied().find(|&c| !is_mark(c)).unwrap_or(' ')
}

fn is_letter_at(chars: &[char], i: usize) -> bool {
    chars.get(i).is_some_and(|&c| is_word(c) && c.is_alphabetic())
}

// The classes of characters, for those that the tests use.

fn is_word(c: char) -> bool {
    (c.is_alphanumeric() || c == '_') && !is_unseparated(c) && !is_mark(c) && !is_apostrophe(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{E31}')
}

fn is_unseparated(c: char) -> bool {
    matches!(c, '中' | '国' | 'ก')
}
