//! Texts made to hurt a matcher, and names to go with them.

use inquit::CaseRule;

use crate::news::Alias;

/// A text of a number of bytes, or a little more.
pub(super) type Generator = (&'static str, fn(usize) -> String);

/// How many names lie inside each other.
const NESTED: usize = 1_000;

pub(super) const HOSTILE: &[Generator] = &[
    ("straight marks", |n| repeated("\"", n)),
    ("opening marks", |n| repeated("“", n)),
    ("opening marks of all kinds", |n| repeated("“‘«‹„‚「『", n)),
    ("apostrophes", |n| repeated("'", n)),
    ("letters and apostrophes", |n| repeated("a’", n)),
    ("endings upon endings", |n| repeated("a’s", n)),
    ("marks nested deeply", |n| "“‘".repeat(n / 12) + &"’”".repeat(n / 12)),
    ("one name", |n| repeated("Vale ", n)),
    ("one long word", |n| repeated("Vale", n)),
    ("one-letter words", |n| repeated("a ", n)),
    ("one-letter words in capitals", |n| repeated("A ", n)),
    ("initials", |n| repeated("A.", n)),
    ("titles", |n| repeated("Mr ", n)),
    ("cues", |n| repeated("said ", n)),
    ("stops", |n| repeated(".", n)),
    ("hyphens", |n| repeated("a-", n)),
    ("white space", |n| repeated(" ", n)),
    ("lines", |n| repeated("\n", n)),
    ("lines of both kinds", |n| repeated("\r\n\n\r", n)),
    ("words with white space", |n| repeated("ka  \t ka \n ", n)),
    ("NUL", |n| repeated("\0", n)),
    ("byte order marks", |n| repeated("\u{FEFF}", n)),
    ("no width", |n| repeated("\u{200B}\u{2060}", n)),
    ("letters without width between", |n| repeated("k\u{200D}a ", n)),
    ("one letter under many accents", |n| format!("a{}", repeated("\u{301}", n))),
    ("words under accents", |n| repeated("a\u{301}\u{302}\u{303} ", n)),
    ("bidirectional controls", |n| repeated("\u{202E}\u{2066}a\u{2069}\u{202C}", n)),
    ("replacement characters", |n| repeated("\u{FFFD}", n)),
    ("right to left", |n| repeated("שלום ", n)),
    ("no spaces", |n| repeated("東京都", n)),
    ("families", |n| repeated("👨\u{200D}👩\u{200D}", n)),
    ("letters that grow when folded", |n| repeated("İßŉ ", n)),
    ("names cut short", |n| repeated("a ba ba ba ba ba bb ", n)),
    ("a long name cut short", |n| repeated(&long_name(" cb "), n)),
    ("names inside names", |n| repeated("ka ", n)),
    ("names inside names in capitals", |n| repeated("KA ", n)),
    ("all characters", all_characters),
];

/// Names that nearly match, or lie inside each other, for a long way.
pub(super) fn hostile_names() -> Vec<Alias> {
    let alias = |text, rule| Alias { text, rule };
    let nested = (1..=NESTED).map(|words| {
        let rule = [CaseRule::Any, CaseRule::FirstLetter][words % 2];
        alias(vec!["ka"; words].join(" "), rule)
    });
    let mut names: Vec<Alias> = nested.collect();
    names.push(alias("a ba ba ba ba ba bc".to_owned(), CaseRule::Any));
    names.push(alias(long_name(" cc"), CaseRule::Any));
    names.push(alias("東京".to_owned(), CaseRule::Exact));
    names
}

fn long_name(end: &str) -> String {
    format!("a{}{end}", " ca".repeat(500))
}

fn repeated(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len() + 1)
}

fn all_characters(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 4);
    for character in ('\0'..=char::MAX).cycle() {
        if text.len() >= bytes {
            break;
        }
        text.push(character);
    }
    text
}
