//! Thanks for pictures and texts, and where they begin in a line.

use super::byline::{is_byline, is_outlet_like};
use crate::lexicon::{self, Boilerplate, boilerplate};
use crate::text::tokenize;

/// What stands behind the text under a picture.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Tail {
    /// Its first byte.
    pub(super) start: usize,
    /// Whether it says who wrote, not who took the picture.
    pub(super) byline: bool,
}

/// Words before the name of somebody who took a picture.
const LEADS: [&str; 21] = [
    "Photograph:",
    "Photographs:",
    "Photograph by ",
    "Photo:",
    "Photos:",
    "Photo by ",
    "Photos by ",
    "Photo credit:",
    "Photo courtesy ",
    "Picture:",
    "Pictures:",
    "Picture by ",
    "Pic:",
    "Image:",
    "Image credit:",
    "Image by ",
    "Image source",
    "Image courtesy ",
    "Credit:",
    "AP Photo",
    "©",
];

/// Small words of a credit.
const SMALL: [&str; 14] = [
    "by", "for", "via", "of", "the", "and", "courtesy", "from", "photo", "image", "video", "file",
    "handout", "pool",
];

/// A credit has at most so many words.
const LONGEST: usize = 10;
/// One in brackets has fewer, since a sentence has brackets, too.
const LONGEST_IN_BRACKETS: usize = 8;
/// And one behind a lead begins so many bytes before the end of its line.
const LONGEST_TAIL: usize = 120;
/// One that only a slash tells has fewer words.
const LONGEST_WITH_SLASH: usize = 6;

/// Where the credit at the end of a caption begins: "(Name/Agency)", "Photograph: Name/Agency".
/// It begins at 0 where the line is nothing else.
pub(super) fn picture_credit(line: &str) -> Option<Tail> {
    let tail = |start| Tail { start, byline: false };
    if let Some(start) = in_brackets(line, '(', ')').or_else(|| in_brackets(line, '[', ']')) {
        return Some(tail(start));
    }
    // Running text ends so, and a name does not.
    if line.ends_with(['.', '”', '"', '?', '!', ':', ',', '’', '\'']) {
        return None;
    }
    let far = line.len().saturating_sub(LONGEST_TAIL);
    let tail_start = (far..line.len()).find(|&at| line.is_char_boundary(at)).unwrap_or(far);
    let near = line.get(tail_start..)?;
    let led = leads_in(near).filter_map(|lead| led(line, lead)).min();
    if led.is_some() {
        return led.map(tail);
    }
    let start = last_start(line);
    let last = line.get(start..)?;
    if with_slash(last) {
        return Some(tail(start));
    }
    (start > 0 && is_byline(last)).then_some(Tail { start, byline: true })
}

/// The bytes that leads begin with.
const FIRST_BYTES: [bool; 256] = {
    let (mut first, mut at) = ([false; 256], 0);
    while at < LEADS.len() {
        first[LEADS[at].as_bytes()[0] as usize] = true;
        at += 1;
    }
    first
};

/// The leads that stand in a text, some of them perhaps more than once.
fn leads_in(text: &str) -> impl Iterator<Item = &'static str> {
    let begins = |&(_, byte): &(usize, u8)| FIRST_BYTES[usize::from(byte)];
    text.bytes().enumerate().filter(begins).flat_map(move |(at, _)| {
        let here = move |lead: &&str| text.get(at..).is_some_and(|rest| rest.starts_with(*lead));
        LEADS.into_iter().filter(here)
    })
}

fn in_brackets(line: &str, open: char, close: char) -> Option<usize> {
    let inside = line.strip_suffix(close)?;
    let at = inside.rfind(open)?;
    let credit = inside.get(at + open.len_utf8()..)?;
    let before = line.get(..at)?.trim_end();
    let words = || credit.split([' ', '/', ',']).filter(|word| !word.is_empty());
    let count = words().take(LONGEST_IN_BRACKETS + 1).count();
    let lead = LEADS.iter().any(|lead| credit.starts_with(lead.trim_end_matches([' ', ':'])))
        || ["Video", "Courtesy"].iter().any(|lead| credit.starts_with(lead));
    let ended = before.is_empty() || before.ends_with(['.', '!', '?', '”', '"']);
    let square = open == '[' && credit.contains('/');
    let pictured = open == '(' && shows_picture(before) && names_outlet(credit);
    let agency = credit.contains('/') || lead || pictured;
    // "the party (Labour)": a bracket inside a sentence. "(Smith declined.)": a sentence.
    let fits = (1..=LONGEST_IN_BRACKETS).contains(&count)
        && words().all(is_credit_word)
        && (ended || square)
        && agency
        && !credit.ends_with('.');
    fits.then_some(at)
}

/// Whether a text speaks of the picture that it stands under.
fn shows_picture(text: &str) -> bool {
    const WORDS: [&str; 8] = [
        "pictured",
        "file photo",
        "this photo",
        "this image",
        ", left,",
        ", right,",
        ", centre,",
        ", center,",
    ];

    !text.contains(['“', '”', '"']) && WORDS.iter().any(|word| text.contains(word))
}

/// "Fox News", "Ada Okoro, Weir Post": whether one of the names is that of an outlet.
fn names_outlet(names: &str) -> bool {
    let mut names = names.split([',', '/']).flat_map(|it| it.split(" via ")).map(str::trim);
    names.any(|name| is_outlet(name) || is_outlet_like(name))
}

fn is_credit_word(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || SMALL.contains(&word) || word.starts_with('©')
}

/// Where a credit with such a lead begins, if it goes on to the end of the line.
fn led(line: &str, lead: &str) -> Option<usize> {
    let at = line.rfind(lead)?;
    let before = line.get(..at)?.trim_end_matches([' ', '|', '(', '\u{A0}', '\t']);
    let rest = line.get(at + lead.len()..)?;
    let words = || rest.split([' ', '/', ',', '|']).filter(|word| !word.is_empty());
    let ended = at == 0
        || before.ends_with(['.', '!', '?', '”', '"', '’', ')', ']'])
        || before.len() + 2 <= at;
    let named =
        words().all(|word| is_credit_word(word) || word.starts_with(|c: char| !c.is_alphabetic()));
    let count = words().take(LONGEST + 1).count();
    (ended && named && (1..=LONGEST).contains(&count)).then_some(at)
}

/// The first byte of what stands behind the last sentence of a line, or 0.
fn last_start(line: &str) -> usize {
    const ENDS: [&str; 7] = [".", ".”", ".\"", "?", "!", " —", " –"];

    let ended = |at: usize| {
        line.get(..at).is_some_and(|before| ENDS.iter().any(|end| before.ends_with(end)))
    };
    let mut spaces = line.bytes().enumerate().rev().filter(|&(_, byte)| byte == b' ');
    spaces.find(|&(at, _)| ended(at)).map_or(0, |(at, _)| at + 1)
}

/// "Tom Vale/AP", "REUTERS/Tom Vale", "AFP/Getty Images": names and a slash, one of an agency.
fn with_slash(text: &str) -> bool {
    let parts = || text.split('/').map(str::trim);
    let count = text.split([' ', '/']).filter(|word| !word.is_empty()).take(LONGEST).count();
    count <= LONGEST_WITH_SLASH
        && parts().count() >= 2
        && parts().all(|part| {
            part.split_whitespace().next().is_some() && part.split_whitespace().all(is_credit_word)
        })
        && parts().any(is_outlet)
}

/// Whether words are the name of an agency, outlet or archive of pictures.
pub(super) fn is_outlet(words: &str) -> bool {
    const ARCHIVES: [&str; 8] =
        ["Getty", "Getty Images", "EPA", "Shutterstock", "Alamy", "EPA-EFE", "Rex", "PA Wire"];

    ARCHIVES.contains(&words) || lexicon::is_outlet(words, &tokenize(words))
}

/// A line of names that says whose a picture is: "Getty Images", "Tom Vale, AP".
pub(super) fn is_picture_credit(line: &str) -> bool {
    let archive = ["Getty Images", "Getty", "Shutterstock", "Alamy", "Reuters", "AFP", "EPA", "AP"];
    let of_agency = line.rsplit_once(", ").is_some_and(|(name, agency)| {
        archive.contains(&agency)
            && name.split_whitespace().count() <= 4
            && name.split_whitespace().all(is_credit_word)
    });
    of_agency
        || matches!(
            line,
            "Getty Images" | "Getty" | "Shutterstock" | "Alamy" | "Handout" | "Supplied"
        )
}

/// How sure it is that a line thanks an agency.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Thanks {
    /// It names one.
    Agency,
    /// Its letters may be those of one.
    Letters,
}

/// "- IANS", "— Reuters", "(AFP)", "With AP": an agency at the end of its text.
pub(super) fn agency_credit(line: &str, words: usize) -> Option<Thanks> {
    let dashed = line.trim_start_matches(['-', '–', '—', '―', '(', '[', ' ']);
    let dashed = dashed.strip_prefix("With ").unwrap_or(dashed);
    let names = dashed.trim_end_matches([')', ']', ' ', '.']);
    let letters = |name: &str| name.len() >= 2 && name.bytes().all(|b| b.is_ascii_uppercase());
    let known = |name: &str| is_outlet(name) || is_outlet_like(name);
    if words > 6 || dashed.len() == line.len() {
        return None;
    }
    let names = || names.split('/').flat_map(|names| names.split(" and ")).map(str::trim);
    let all = names().all(|name| letters(name) || known(name));
    all.then(|| if names().any(known) { Thanks::Agency } else { Thanks::Letters })
}

/// Longest thanks at the end of a paragraph, in bytes.
const LONGEST_DESK: usize = 600;

/// Where the thanks of an agency's desk begin that end a paragraph: "(Reporting by Ada Okoro)", or
/// the outlet that it was taken from: "(Fox News)".
pub(super) fn desk_credit(paragraph: &str) -> Option<usize> {
    let inside = paragraph.trim_end_matches(['.', ' ']).strip_suffix(')')?;
    let at = inside.rfind('(').filter(|at| *at > 0 && inside.len() - at <= LONGEST_DESK)?;
    let credit = paragraph.get(at..)?;
    let before = paragraph.get(..at)?.trim_end();
    let ended = before.ends_with(['.', '!', '?', '”', '"', '\'', '’', ')']);
    let thanks = boilerplate(credit, false) == Some(Boilerplate::Credit);
    (ended && (thanks || is_taken_from(paragraph, at))).then_some(at)
}

/// Whether a paragraph ends with the name of an outlet in brackets that begin at a byte, and is no
/// text under a picture.
fn is_taken_from(paragraph: &str, at: usize) -> bool {
    let inside = paragraph.get(at + 1..).and_then(|rest| rest.strip_suffix(')'));
    let before = paragraph.get(..at).unwrap_or_default();
    inside.is_some_and(|name| {
        let outlet = !name.contains('/') && (is_outlet(name) || is_outlet_like(name));
        outlet && !shows_picture(before)
    })
}

/// "ao/tv", the letters of those who edited, below the name of their agency.
pub(super) fn is_desk_letters(line: &str) -> bool {
    line.len() <= 12
        && line.contains('/')
        && line.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'/' | b' '))
}
