//! The words of a variant with what was done to those of the reference.

use inquit::{Alteration, AlterationKind, QuoteKind, Span, Variant};

use super::markup::Html;
use super::plain::{Room, left_out};

/// What became of a stretch of words.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Change {
    /// Nothing.
    Same,
    /// The words of the reference are left out.
    Cut(Notice),
    /// The words stand in the variant alone.
    Added(Notice),
    /// The words stand outside the quotation marks of the variant.
    Moved,
}

/// Whether a reader of the variant can see that something was changed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Notice {
    Marked,
    /// Inside the quotation marks, and nothing says so.
    Silent,
}

/// Whether there is anything to be seen of what a variant altered; punctuation and letter case are no
/// other words.
pub(super) fn is_altered(variant: &Variant) -> bool {
    variant.alterations.iter().any(|it| it.kind != AlterationKind::Punctuation)
}

/// Writes the words of a variant as printed, and between them those that it left out; of both together
/// as many as `most`.
pub(super) fn variant(html: &mut Html, variant: &Variant, most: usize) {
    let member = &variant.member;
    let stretches = stretches(&member.text, &member.words(), &variant.alterations);
    let inside = if member.relation == QuoteKind::Direct { marked(&stretches) } else { None };
    let mut room = Room::of(most);
    for (at, (change, text)) in stretches.iter().enumerate() {
        if inside.is_some_and(|(first, _)| first == at) {
            html.text("“");
        }
        let (shown, rest) = room.cut(text);
        if !shown.is_empty() {
            stretch(html, *change, shown);
        }
        if !rest.is_empty() {
            let rest = std::iter::once(rest).chain(stretches.iter().skip(at + 1).map(|it| it.1));
            html.leaf("span", &[("class", "more")], &format!(" … {}", left_out(shown, rest)));
        }
        if inside.is_some_and(|(first, last)| {
            first <= at && (at == last || !rest.is_empty() && at < last)
        }) {
            html.text("”");
        }
        if !rest.is_empty() {
            return;
        }
        room = room.after(shown);
    }
}

/// The first and the last stretch that stand inside the quotation marks of words that are all in such:
/// what was cut at an end stands outside.
fn marked(stretches: &[(Change, &str)]) -> Option<(usize, usize)> {
    let is_in = |(change, text): &(Change, &str)| {
        *change != Change::Cut(Notice::Marked) && !text.trim().is_empty()
    };
    Some((stretches.iter().position(is_in)?, stretches.iter().rposition(is_in)?))
}

/// Writes what an alteration did, alone.
pub(super) fn alteration(html: &mut Html, alteration: &Alteration) {
    let cut = [alteration.reference_text.trim(), alteration.variant_text.trim()];
    for (change, text) in changes(alteration).into_iter().zip(cut) {
        if !text.is_empty() {
            stretch(html, change, text);
            html.text(" ");
        }
    }
}

fn stretch(html: &mut Html, change: Change, text: &str) {
    let (name, class, title) = match change {
        Change::Same => return html.text(text),
        Change::Cut(Notice::Silent) => ("del", "silent", "left out, and nothing says so"),
        Change::Cut(Notice::Marked) => ("del", "open", "left out"),
        Change::Added(Notice::Silent) => ("ins", "silent", "put in, and nothing says so"),
        Change::Added(Notice::Marked) => ("ins", "open", "put in, and marked as such"),
        Change::Moved => ("span", "moved", "outside the quotation marks"),
    };
    html.leaf(name, &[("class", class), ("title", title)], text);
}

/// What became of the words of the reference, and of those of the variant.
fn changes(alteration: &Alteration) -> [Change; 2] {
    let notice = if alteration.in_marks { Notice::Silent } else { Notice::Marked };
    match alteration.kind {
        AlterationKind::Substitute
        | AlterationKind::Delete
        | AlterationKind::Insert
        | AlterationKind::Contraction => [Change::Cut(notice), Change::Added(notice)],
        AlterationKind::MovedOutOfMarks => [Change::Cut(Notice::Marked), Change::Moved],
        AlterationKind::Punctuation => [Change::Cut(Notice::Marked), Change::Same],
        _ => [Change::Cut(Notice::Marked), Change::Added(Notice::Marked)],
    }
}

/// A text by what was done to it; white space and quotation marks between words stay where they are.
fn stretches<'a>(
    text: &'a str,
    words: &[Span],
    alterations: &'a [Alteration],
) -> Vec<(Change, &'a str)> {
    let mut stretches: Vec<(Change, &'a str)> = Vec::new();
    let end_before = |word: usize| {
        let before = word.checked_sub(1).and_then(|last| words.get(last));
        before.map_or(0, |last| last.range().end)
    };
    let mut at = 0;
    for alteration in alterations {
        let [cut, added] = changes(alteration);
        let range = match words.get(alteration.variant.clone()) {
            Some([first, .., last]) => first.range().start..last.range().end,
            Some([only]) => only.range(),
            // What is cut at the end stands behind the mark that closes.
            _ if alteration.variant.start == words.len() && cut == Change::Cut(Notice::Marked) => {
                text.len()..text.len()
            }
            _ => end_before(alteration.variant.start)..end_before(alteration.variant.start),
        };
        let before = text.get(at..range.start).unwrap_or_default();
        stretches.push((Change::Same, before));
        let stays = matches!(
            alteration.kind,
            AlterationKind::Punctuation | AlterationKind::MovedOutOfMarks
        );
        if !alteration.reference_text.is_empty() && !stays {
            let is_after_word = range.is_empty() && range.start > 0;
            stretches.push((Change::Same, if is_after_word { " " } else { "" }));
            stretches.push((cut, &alteration.reference_text));
            let is_before_word = !range.is_empty() || range.start == 0;
            stretches.push((Change::Same, if is_before_word { " " } else { "" }));
        }
        stretches.push((added, text.get(range.clone()).unwrap_or_default()));
        at = range.end.max(at);
    }
    stretches.push((Change::Same, text.get(at..).unwrap_or_default()));
    stretches.retain(|(_, text)| !text.is_empty());
    stretches
}

#[cfg(test)]
mod tests {
    use inquit::{compare, compare_mixed};

    use super::*;

    fn shown(reference: &str, variant: &str, is_mixed: bool) -> String {
        let compare = if is_mixed { compare_mixed } else { compare };
        let found = compare(reference, variant);
        let words: Vec<Span> = variant
            .split(' ')
            .scan(0, |at, word| {
                let start = *at + word.len() - word.trim_start_matches('“').len();
                let end = *at + word.trim_end_matches('”').len();
                *at += word.len() + 1;
                let number = |at| u32::try_from(at).expect("a short text");
                Some(Span { start: number(start), end: number(end) })
            })
            .collect();
        let mark = |(change, text): &(Change, &str)| match change {
            Change::Same => (*text).to_owned(),
            Change::Cut(Notice::Silent) => format!("[-{text}-]"),
            Change::Cut(Notice::Marked) => format!("(-{text}-)"),
            Change::Added(Notice::Silent) => format!("[+{text}+]"),
            Change::Added(Notice::Marked) => format!("(+{text}+)"),
            Change::Moved => format!("<{text}>"),
        };
        stretches(variant, &words, found.alterations()).iter().map(mark).collect()
    }

    #[test]
    fn every_word_of_the_variant_and_every_one_left_out_is_there() {
        let said = "We will never sell the old ferry to them.";
        assert_eq!(
            shown(said, "We will not sell the ferry to them.", false),
            "We will [-never-] [+not+] sell the [-old-] ferry to them."
        );
        assert_eq!(
            shown(said, "never sell the old ferry … them.", false),
            "(-We will-) never sell the old ferry (-to-) (+…+) them."
        );
        assert_eq!(
            shown(said, "We will never sell [it].", false),
            "We will never sell (+[it].+) (-the old ferry to them.-)"
        );
    }

    #[test]
    fn words_outside_the_marks_show_as_such() {
        let said = "We will act against the smugglers while we can.";
        assert_eq!(
            shown(said, "“act” against the smugglers", true),
            "(-We will-) “act” <against the smugglers> (-while we can.-)"
        );
        assert_eq!(
            shown(said, "we will “act against the smugglers”", true),
            "<we will> “act against the smugglers” (-while we can.-)"
        );
    }

    #[test]
    fn what_is_cut_at_an_end_stands_outside_the_marks() {
        let cut = Change::Cut(Notice::Marked);
        let stretches =
            [(cut, "We will"), (Change::Same, " "), (Change::Same, "act"), (cut, "now.")];
        assert_eq!(marked(&stretches), Some((2, 2)));
        assert_eq!(marked(&[(cut, "We will")]), None);
    }
}
