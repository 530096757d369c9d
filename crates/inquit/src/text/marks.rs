//! Pairing of quotation marks.
//!
//! Works on one paragraph at a time, in two passes. The first pairs marks that can be nothing else:
//! double marks, guillemets, corner brackets. The second pairs single marks, which are apostrophes
//! more often than not, inside one region of the first pass or outside all of them. No input fails:
//! a mark without a partner either runs to the end of its paragraph or is no mark.

use super::chars::{char_at, char_before, is_apostrophe, is_dash, is_space};
use super::span::Span;

/// A stretch of text between quotation marks.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Marked {
    /// Where it stands, marks included.
    pub span: Span,
    /// What stands between the marks, without white space at either end.
    pub inner: Span,
    /// How many marked stretches it stands in.
    pub depth: u8,
    /// Whether a mark closes it; otherwise it runs to the end of its paragraph, or to the mark
    /// that opens the next.
    pub closed: bool,
    /// Whether the next paragraph goes on with it: it is not closed, and a mark opens there.
    pub continued: bool,
}

/// How deep marks may nest; deeper ones count as text.
const MAX_DEPTH: usize = 8;

/// The families of marks: one is closed by a mark of its own family only.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Family {
    Double,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Role {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    at: usize,
    width: usize,
    family: Family,
    role: Role,
    /// Straight marks look alike on both sides, so that their role is a guess.
    straight: bool,
    /// „ and ‚ are closed by “ and ‘, which open elsewhere.
    low: bool,
    /// » and ›, which open where « and › close.
    right_pointing: bool,
}

/// The quotation marks of a text, paired: every marked stretch, in order of its start.
///
/// ```
/// use inquit::pair_marks;
///
/// let text = "“No,” she said. 'It isn't true.'";
/// let inner: Vec<&str> = pair_marks(text).iter().map(|marked| &text[marked.inner]).collect();
/// assert_eq!(inner, ["No,", "It isn't true."]);
/// ```
pub fn pair_marks(text: &str) -> Vec<Marked> {
    pair_in_paragraphs(text, &super::paragraph::paragraphs(text))
}

/// The same for paragraphs already found.
pub(crate) fn pair_in_paragraphs(text: &str, paragraphs: &[Span]) -> Vec<Marked> {
    let mut regions: Vec<Marked> = Vec::new();
    let mut marks = Vec::new();
    let mut singles = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let first = regions.len();
        marks.clear();
        singles.clear();
        collect(text, paragraph.range(), &mut marks, &mut singles);
        if marks.is_empty() && singles.is_empty() {
            continue;
        }
        let opens_next =
            paragraphs.get(number + 1).is_some_and(|next| opens_with_mark(text, *next));
        pair(text, *paragraph, &marks, &mut regions);
        pair_singles(text, *paragraph, &singles, first, opens_next, &mut regions);
        let Some(added) = regions.get_mut(first..) else { continue };
        added.sort_by_key(|it| (it.span.start, std::cmp::Reverse(it.span.end)));
        nest(added);

        for region in added {
            region.continued = !region.closed && region.span.end == paragraph.end && opens_next;
        }
    }
    regions
}

/// Whether a paragraph begins with a mark that opens.
fn opens_with_mark(text: &str, paragraph: Span) -> bool {
    text[paragraph].starts_with(['"', '“', '„', '«', '»', '‘', '\'', '＂', '「', '`'])
}

/// Collects the marks of a paragraph: those that are marks for certain, and the single ones.
fn collect(
    text: &str,
    range: std::ops::Range<usize>,
    marks: &mut Vec<Mark>,
    singles: &mut Vec<Single>,
) {
    let bytes = text.as_bytes();
    let mut at = range.start;
    while at < range.end {
        let Some(&byte) = bytes.get(at) else { return };
        if !matches!(byte, b'"' | b'\'' | b'`' | 0xC2 | 0xE2 | 0xE3 | 0xEF) {
            at += 1;
            continue;
        }
        let Some(c) = char_at(text, at) else { return };
        let mut width = c.len_utf8();
        let doubled = |c: char| char_at(text, at + width) == Some(c) && at + 2 * width <= range.end;
        let mut mark = Mark {
            at,
            width,
            family: Family::Double,
            role: Role::Either,
            straight: false,
            low: false,
            right_pointing: false,
        };
        match c {
            '"' | '＂' => {
                mark.straight = true;
                mark.role = guess(text, at, width, &range);
                if !is_measure(text, at, c) {
                    marks.push(mark);
                }
            }
            // A single mark that closes before a double one that does: 'He said no,'''
            '\'' if text.get(at..range.end).is_some_and(|rest| rest.starts_with("'''"))
                && guess(text, at, 3, &range) == Role::Closes =>
            {
                singles.extend(single(text, at, c, &range));
            }
            '\'' if doubled('\'') => {
                width *= 2;
                mark.straight = true;
                mark.width = width;
                mark.role = guess(text, at, width, &range);
                marks.push(mark);
            }
            '’' if doubled('’') => {
                width *= 2;
                marks.push(Mark { width, role: Role::Closes, ..mark });
            }
            '‘' if doubled('‘') => {
                width *= 2;
                marks.push(Mark { width, role: Role::Opens, ..mark });
            }
            '`' if doubled('`') => {
                width *= 2;
                marks.push(Mark { width, role: Role::Opens, ..mark });
            }
            '“' | '‟' | '〝' => marks.push(Mark { role: Role::Opens, ..mark }),
            '„' => marks.push(Mark { role: Role::Opens, low: true, ..mark }),
            '”' | '〞' | '〟' => marks.push(Mark { role: Role::Closes, ..mark }),
            '«' => marks.push(Mark { family: Family::Guillemet, ..mark }),
            '»' => marks.push(Mark { family: Family::Guillemet, right_pointing: true, ..mark }),
            '‹' => marks.push(Mark { family: Family::SingleGuillemet, ..mark }),
            '›' => {
                marks.push(Mark { family: Family::SingleGuillemet, right_pointing: true, ..mark })
            }
            '「' => marks.push(Mark { family: Family::Corner, role: Role::Opens, ..mark }),
            '」' => marks.push(Mark { family: Family::Corner, role: Role::Closes, ..mark }),
            '『' => marks.push(Mark { family: Family::WhiteCorner, role: Role::Opens, ..mark }),
            '』' => marks.push(Mark { family: Family::WhiteCorner, role: Role::Closes, ..mark }),
            '\'' | '’' | '‘' | '‚' | '`' | '＇' => {
                singles.extend(single(text, at, c, &range))
            }
            _ => {}
        }
        at += width;
    }
}

/// Inches or seconds: a straight mark right after a digit that follows feet or minutes.
fn is_measure(text: &str, at: usize, mark: char) -> bool {
    let Some(before) = text.get(..at) else { return false };
    let head =
        before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '/' | '½' | '¼'));
    mark == '"' && head.len() < before.len() && head.trim_end().ends_with(['\'', '′', '’'])
}

/// The character on either side of a mark; the edge of the paragraph counts as a space.
fn sides(text: &str, at: usize, width: usize, range: &std::ops::Range<usize>) -> (char, char) {
    let before = if at > range.start { char_before(text, at) } else { None };
    let after = if at + width < range.end { char_at(text, at + width) } else { None };
    (before.unwrap_or(' '), after.unwrap_or(' '))
}

fn guess(text: &str, at: usize, width: usize, range: &std::ops::Range<usize>) -> Role {
    let (before, after) = sides(text, at, width, range);
    let left = is_space(before)
        || matches!(before, '(' | '[' | '{' | '/' | '‘' | '\'' | '“')
        || is_dash(before);
    let right = is_space(after)
        || matches!(
            after,
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '/' | '’' | '\'' | '”'
        )
        || is_dash(after);
    match (left, right) {
        (true, false) => Role::Opens,
        (false, true) => Role::Closes,
        _ => Role::Either,
    }
}

/// An open region: the mark, and where its inside begins.
struct Open {
    mark: Mark,
    inside: usize,
}

/// How many marks of the family that can only open, or only close, stand after each mark.
struct Ahead {
    opens: Vec<u32>,
    closes: Vec<u32>,
}

impl Ahead {
    fn new(marks: &[Mark]) -> Ahead {
        let mut ahead = Ahead { opens: vec![0; marks.len() + 1], closes: vec![0; marks.len() + 1] };
        for (i, mark) in marks.iter().enumerate().rev() {
            let double = mark.family == Family::Double;
            let count = |counts: &[u32], role| {
                counts.get(i + 1).copied().unwrap_or(0) + u32::from(double && mark.role == role)
            };
            let (opens, closes) =
                (count(&ahead.opens, Role::Opens), count(&ahead.closes, Role::Closes));
            if let (Some(o), Some(c)) = (ahead.opens.get_mut(i), ahead.closes.get_mut(i)) {
                (*o, *c) = (opens, closes);
            }
        }
        ahead
    }

    /// Whether enough marks follow to close one more region than those that open themselves.
    fn can_nest(&self, i: usize) -> bool {
        let opens = self.opens.get(i + 1).copied().unwrap_or(0);
        self.closes.get(i + 1).copied().unwrap_or(0) >= opens + 2
    }

    fn can_close(&self, i: usize) -> bool {
        self.closes.get(i + 1).copied().unwrap_or(0) > 0
    }
}

fn pair(text: &str, paragraph: Span, marks: &[Mark], regions: &mut Vec<Marked>) {
    let range = paragraph.range();
    let ahead = Ahead::new(marks);
    // Guillemets only pair where both directions stand in the paragraph, or the text would be
    // full of bullets.
    let last_left = |family| marks.iter().rposition(|m| m.family == family && !m.right_pointing);
    let lefts = (last_left(Family::Guillemet), last_left(Family::SingleGuillemet));
    let mut stack: Vec<Open> = Vec::new();
    for (i, mark) in marks.iter().enumerate() {
        let open_at = stack.iter().rposition(|open| open.mark.family == mark.family);
        match mark.family {
            Family::Double => match double_role(text, &range, mark, i, open_at, &stack, &ahead) {
                Action::Open => open(&mut stack, mark),
                Action::Close => close(text, &mut stack, open_at, mark, regions),
                Action::Reopen => {
                    abandon(text, &mut stack, open_at, mark.at, regions);
                    open(&mut stack, mark);
                }
                Action::Skip => {}
            },
            Family::Guillemet | Family::SingleGuillemet => {
                let left = if mark.family == Family::Guillemet { lefts.0 } else { lefts.1 };
                let opener = open_at.and_then(|at| stack.get(at));
                match opener {
                    Some(opener) if opener.mark.right_pointing != mark.right_pointing => {
                        close(text, &mut stack, open_at, mark, regions);
                    }
                    _ if !mark.right_pointing => open(&mut stack, mark),
                    _ => {
                        let (before, after) = sides(text, mark.at, mark.width, &range);
                        let attached = is_space(before) && !is_space(after);
                        if attached && left.is_some_and(|left| left > i) {
                            open(&mut stack, mark);
                        }
                    }
                }
            }
            Family::Corner | Family::WhiteCorner => match mark.role {
                Role::Closes if open_at.is_some() => {
                    close(text, &mut stack, open_at, mark, regions)
                }
                Role::Closes => {}
                _ => open(&mut stack, mark),
            },
        }
    }
    abandon(text, &mut stack, Some(0), range.end, regions);
}

enum Action {
    Open,
    Close,
    /// What was open before has no closing mark; this one opens anew.
    Reopen,
    Skip,
}

fn double_role(
    text: &str,
    range: &std::ops::Range<usize>,
    mark: &Mark,
    i: usize,
    open_at: Option<usize>,
    stack: &[Open],
    ahead: &Ahead,
) -> Action {
    let opener = open_at.and_then(|at| stack.get(at));
    let Some(opener) = opener else {
        return match mark.role {
            Role::Opens => Action::Open,
            Role::Closes if mark.straight => {
                if mark.at == range.start {
                    Action::Open
                } else {
                    Action::Skip
                }
            }
            // ” as an opening mark: typed wrongly, but nothing else makes sense of it.
            Role::Closes => {
                let opens = guess(text, mark.at, mark.width, range) == Role::Opens;
                if opens && ahead.can_close(i) { Action::Open } else { Action::Skip }
            }
            Role::Either => Action::Open,
        };
    };
    match mark.role {
        Role::Closes | Role::Either => Action::Close,
        // „…“ is closed by the mark that opens elsewhere.
        Role::Opens if opener.mark.low && !mark.low => Action::Close,
        Role::Opens if ahead.can_nest(i) => Action::Open,
        // “…“: the wrong closing mark, when it stands like one.
        Role::Opens
            if !mark.straight && guess(text, mark.at, mark.width, range) == Role::Closes =>
        {
            Action::Close
        }
        Role::Opens => Action::Reopen,
    }
}

fn open(stack: &mut Vec<Open>, mark: &Mark) {
    if stack.len() < MAX_DEPTH {
        stack.push(Open { mark: *mark, inside: mark.at + mark.width });
    }
}

/// Closes the region at this place of the stack, and those left open inside it.
fn close(
    text: &str,
    stack: &mut Vec<Open>,
    at: Option<usize>,
    mark: &Mark,
    regions: &mut Vec<Marked>,
) {
    let Some(at) = at else { return };
    abandon(text, stack, Some(at + 1), mark.at, regions);
    if let Some(open) = stack.pop() {
        regions.push(region(text, &open, mark.at, mark.at + mark.width, true));
    }
}

/// Ends the regions from this place of the stack on where no mark closes them.
fn abandon(
    text: &str,
    stack: &mut Vec<Open>,
    from: Option<usize>,
    end: usize,
    regions: &mut Vec<Marked>,
) {
    let Some(from) = from else { return };
    while stack.len() > from {
        if let Some(open) = stack.pop() {
            regions.push(region(text, &open, end, end, false));
        }
    }
}

fn region(text: &str, open: &Open, inner_end: usize, end: usize, closed: bool) -> Marked {
    marked(text, open.mark.at, open.inside, inner_end, end, closed)
}

fn marked(
    text: &str,
    start: usize,
    inside: usize,
    inner_end: usize,
    end: usize,
    closed: bool,
) -> Marked {
    let inside = inside.min(inner_end);
    let whole = text.get(inside..inner_end).unwrap_or_default();
    let kept = whole.trim_start_matches(is_space);
    let inner_start = inside + (whole.len() - kept.len());
    let inner = Span::of(inner_start..inner_start + kept.trim_end_matches(is_space).len());
    let end = if closed { end } else { inner.end as usize };
    Marked { span: Span::of(start..end.max(inside)), inner, depth: 0, closed, continued: false }
}

/// A single mark that could open or close.
#[derive(Clone, Copy, Debug)]
struct Single {
    at: usize,
    width: usize,
    opens: bool,
    closes: Closes,
    /// ‘ or ‚, which is hardly ever an apostrophe at the start of a word.
    curly: bool,
}

/// How surely a single mark closes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Closes {
    No,
    /// It may be a possessive or a letter left out: "the workers' pay".
    Perhaps,
    Yes,
}

/// Words that begin with an apostrophe.
const CLIPPED: [&str; 14] = [
    "bout", "cause", "cos", "coz", "em", "im", "n", "neath", "round", "til", "till", "tis", "twas",
    "twere",
];

/// Further than this, in bytes, a single mark is not looked for its partner: an apostrophe that
/// looks like an opening mark would otherwise claim half the paragraph.
const SINGLE_REACH: usize = 1500;

/// What a single mark can be; `None` where it is an apostrophe for certain.
fn single(text: &str, at: usize, c: char, range: &std::ops::Range<usize>) -> Option<Single> {
    let width = c.len_utf8();
    let (before, after) = sides(text, at, width, range);
    if before.is_alphanumeric() && after.is_alphanumeric() {
        return None;
    }
    let free = is_space(before)
        || matches!(before, '(' | '[' | '{' | '"' | '“' | '„' | '/')
        || (is_dash(before) && before != '-');
    let begins = after.is_alphanumeric()
        || matches!(after, '$' | '£' | '€' | '#' | '@' | '…' | '[' | '"' | '“' | '.');
    let rest = text.get(at + width..range.end).unwrap_or_default();
    let opens = free && begins && c != '’' && !is_clipped(rest) || (c == '‚' && free);
    let closes = if is_space(before) || !(is_apostrophe(c) || c == '‘') || after.is_alphanumeric()
    {
        Closes::No
    } else {
        closing(text, at, before, after, rest)
    };
    (opens || closes != Closes::No).then_some(Single {
        at,
        width,
        opens,
        closes,
        curly: matches!(c, '‘' | '‚'),
    })
}

/// Decades ('90s) and words that begin with an apostrophe ('tis).
fn is_clipped(rest: &str) -> bool {
    let word_end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let word = rest.get(..word_end).unwrap_or_default();
    let digits = word.trim_end_matches(['s', 'S']);
    (digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()))
        || CLIPPED.iter().any(|clipped| clipped.eq_ignore_ascii_case(word))
}

fn closing(text: &str, at: usize, before: char, after: char, rest: &str) -> Closes {
    if !before.is_alphanumeric() || !is_space(after) {
        return Closes::Yes;
    }
    let next_lower = rest.trim_start().starts_with(char::is_lowercase);
    let ends_in_s = matches!(before, 's' | 'S');
    let dropped_g = text.get(..at).is_some_and(|head| head.ends_with("in")) && next_lower;
    if ends_in_s || dropped_g { Closes::Perhaps } else { Closes::Yes }
}

/// Pairs the single marks of a paragraph whose other regions begin at `first`.
fn pair_singles(
    text: &str,
    paragraph: Span,
    singles: &[Single],
    first: usize,
    opens_next: bool,
    regions: &mut Vec<Marked>,
) {
    let others: Vec<Span> = {
        let mut spans: Vec<Span> =
            regions.get(first..).unwrap_or_default().iter().map(|it| it.span).collect();
        spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
        spans
    };
    // The innermost other region that each single mark stands in, or none.
    let containers = containers(&others, singles);
    let mut i = 0;
    while let Some(opener) = singles.get(i) {
        i += 1;
        if !opener.opens {
            continue;
        }
        let container = containers.get(i - 1).copied().flatten();
        let limit = container
            .and_then(|at| others.get(at))
            .map_or(paragraph.end as usize, |span| span.end as usize);
        let reach = limit.min(opener.at + SINGLE_REACH);
        let Some(found) = closing_partner(text, singles, &containers, i, container, reach, opener)
        else {
            let at_start = opener.at == paragraph.start as usize;
            if opener.curly && (at_start || opens_next) && container.is_none() {
                // “Every paragraph opens, the last one closes” with single marks.
                let end = limit;
                regions.push(marked(text, opener.at, opener.at + opener.width, end, end, false));
            }
            continue;
        };
        let Some(closer) = singles.get(found) else { continue };
        regions.push(marked(
            text,
            opener.at,
            opener.at + opener.width,
            closer.at,
            closer.at + closer.width,
            true,
        ));
        i = found + 1;
    }
}

/// For each single mark the innermost of the other regions, by place, that it stands in.
fn containers(others: &[Span], singles: &[Single]) -> Vec<Option<usize>> {
    let mut found = Vec::with_capacity(singles.len());
    let mut stack: Vec<usize> = Vec::new();
    let mut next = 0;
    for single in singles {
        while let Some(span) = others.get(next).filter(|span| (span.start as usize) <= single.at) {
            while stack
                .last()
                .and_then(|&at| others.get(at))
                .is_some_and(|top| top.end <= span.start)
            {
                stack.pop();
            }
            stack.push(next);
            next += 1;
        }
        while stack
            .last()
            .and_then(|&at| others.get(at))
            .is_some_and(|top| (top.end as usize) <= single.at)
        {
            stack.pop();
        }
        found.push(stack.last().copied());
    }
    found
}

/// A single mark after `i`, in the same region, that closes what `opener` opens.
fn closing_partner(
    text: &str,
    singles: &[Single],
    containers: &[Option<usize>],
    i: usize,
    container: Option<usize>,
    reach: usize,
    opener: &Single,
) -> Option<usize> {
    let mut perhaps = None;
    for (at, single) in singles.iter().enumerate().skip(i) {
        if single.at >= reach {
            break;
        }
        if containers.get(at).copied().flatten() != container
            || single.at <= opener.at + opener.width
        {
            continue;
        }
        match single.closes {
            Closes::Yes => {
                // A possessive just before may have been the end of a short marked phrase.
                return Some(at);
            }
            Closes::Perhaps => perhaps = perhaps.or(Some(at)),
            Closes::No => {
                if single.opens && perhaps.is_some() {
                    break;
                }
            }
        }
    }
    let found = perhaps?;
    let inside = text.get(opener.at..singles.get(found)?.at)?;
    (opener.curly || inside.split_whitespace().count() <= 5).then_some(found)
}

/// Sets the depth of regions sorted by start.
fn nest(regions: &mut [Marked]) {
    let mut ends: Vec<u32> = Vec::new();
    for region in regions {
        while ends.last().is_some_and(|&end| end <= region.span.start) {
            ends.pop();
        }
        region.depth = u8::try_from(ends.len()).unwrap_or(u8::MAX);
        ends.push(region.span.end);
    }
}
