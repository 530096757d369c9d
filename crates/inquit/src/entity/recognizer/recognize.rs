//! The recogniser: reads a document twice and joins what it finds with the hits of a dictionary.

use std::ops::Range;

use super::forms::Forms;
use super::hits::{Known, merge, ruled};
use super::learned::{self, NamesModel};
use super::name::Name;
use super::piece::{Certainty, Piece};
use super::run::next_run;
use super::segment::{Segment, Style, segments};
use super::split::split;
use crate::document::{Block, BlockKind, Document};
use crate::entity::matcher::Matcher;
use crate::entity::model::EntityKind;
use crate::entity::words::Words;
use crate::lexicon::listed_of;
use crate::text::{Span, tokenize};

/// The names of a document, in order of start, none overlapping another.
pub(crate) fn recognize(
    document: &Document,
    words: Words<'_>,
    sentences: &[Span],
    blocks: &[Block],
    matcher: Option<&Matcher>,
    model: Option<&NamesModel>,
) -> Vec<Name> {
    let segments = read_alike(segments(words, sentences, blocks));
    let pieces = pieces(words, &segments, model);
    let Some(matcher) = matcher else {
        return pieces.iter().map(ruled).collect();
    };
    let foreign: Vec<Range<u32>> = segments
        .iter()
        .filter(|segment| segment.style == Style::Foreign)
        .map(|segment| {
            let span = words.span(segment.tokens.start, segment.tokens.end);
            span.start..span.end
        })
        .collect();
    let hits = matcher.find_iter(document.text()).collect();
    merge(words, pieces, hits, &foreign, &mut Known::new(matcher.dictionary()))
}

/// A document that is all headlines is read as text: there is nothing else to go by.
fn read_alike(mut segments: Vec<Segment>) -> Vec<Segment> {
    let text = segments.iter().any(|it| {
        let body =
            matches!(it.block, BlockKind::Paragraph | BlockKind::Standfirst | BlockKind::Caption);
        body && it.style == Style::Sentence
    });
    if !text {
        for segment in &mut segments {
            if segment.style == Style::Title {
                segment.style = Style::Sentence;
            }
        }
    }
    segments
}

fn pieces(words: Words<'_>, segments: &[Segment], model: Option<&NamesModel>) -> Vec<Piece> {
    let mut read = first_reading(words, segments);
    let mut forms = Forms::of(words, &read);
    if let Some(model) = model {
        let mut open = Vec::new();
        let mut settled = Vec::with_capacity(read.len());
        for piece in read {
            let doubtful = Some(&piece).filter(|it| it.certainty == Certainty::Open).cloned();
            match forms.settle(words, piece) {
                Some(piece) => settled.push(piece),
                None => open.extend(doubtful),
            }
        }
        let (mended, doubted) = learned::read(model, words, &running(segments), settled);
        // The document may say elsewhere whose name an open piece is.
        open.extend(doubted);
        open.sort_by_key(|piece| piece.tokens.start);
        read = with_open(mended, open);
        forms = Forms::of(words, &read);
    }
    let mut pieces = Vec::with_capacity(read.len());
    let mut read = read.into_iter().peekable();
    for segment in segments {
        if segment.style != Style::Sentence {
            forms.find(words, segment, &mut pieces);
            continue;
        }
        while let Some(piece) = read.next_if(|piece| piece.tokens.start < segment.tokens.end) {
            pieces.extend(forms.settle(words, piece));
        }
    }
    pieces
}

/// Pieces with the open ones that none of them touches, in order.
fn with_open(pieces: Vec<Piece>, open: Vec<Piece>) -> Vec<Piece> {
    let mut all = Vec::with_capacity(pieces.len() + open.len());
    let mut open = open.into_iter().peekable();
    let mut end = 0;
    for piece in pieces {
        while let Some(free) = open.next_if(|it| it.tokens.start < piece.tokens.end) {
            if free.tokens.start >= end && free.tokens.end <= piece.tokens.start {
                all.push(free);
            }
        }
        end = piece.tokens.end;
        all.push(piece);
    }
    all.extend(open.filter(|it| it.tokens.start >= end));
    all
}

/// The segments of running text.
fn running(segments: &[Segment]) -> Vec<Range<usize>> {
    let running = segments.iter().filter(|it| it.style == Style::Sentence);
    running.map(|it| it.tokens.clone()).collect()
}

/// The running text of a document, and what the rules alone find in it.
#[cfg(feature = "training")]
pub(super) fn by_rule(
    words: Words<'_>,
    sentences: &[Span],
    blocks: &[Block],
) -> (Vec<Range<usize>>, Vec<Piece>) {
    let segments = read_alike(segments(words, sentences, blocks));
    let read = first_reading(words, &segments);
    let forms = Forms::of(words, &read);
    let settled = read.into_iter().filter_map(|piece| forms.settle(words, piece)).collect();
    (running(&segments), settled)
}

/// What stands in the running text, name by name.
fn first_reading(words: Words<'_>, segments: &[Segment]) -> Vec<Piece> {
    let mut read = Vec::with_capacity(2 * segments.len());
    let mut prefixed: Vec<usize> = PREFIXES.iter().flat_map(|it| words.holding(it)).collect();
    prefixed.sort_unstable();
    prefixed.dedup();
    for segment in segments.iter().filter(|it| it.style == Style::Sentence) {
        let first = read.len();
        read_segment(words, segment, &prefixed, &mut read);
        if segment.block == BlockKind::Dateline {
            read.get_mut(first..).unwrap_or_default().iter_mut().for_each(as_dateline);
        }
    }
    read
}

fn read_segment(words: Words<'_>, segment: &Segment, prefixed: &[usize], pieces: &mut Vec<Piece>) {
    let mut at = segment.tokens.start;
    while let Some(run) = next_run(words, at..segment.tokens.end) {
        read_prefixed(words, at..run.start, prefixed, pieces);
        at = run.end;
        let initial = words.is_initial(run.start, segment.tokens.start);
        split(words, run, initial, pieces);
    }
    read_prefixed(words, at..segment.tokens.end, prefixed, pieces);
}

/// What may stand before the name of a country that an office belongs to.
const PREFIXES: [&str; 2] = ["then-", "ex-"];

/// Appends the listed names behind a hyphen that belong to the office after them: "then-US
/// secretary of state". Those of "pro-Beijing" and the like name nothing.
fn read_prefixed(
    words: Words<'_>,
    tokens: Range<usize>,
    prefixed: &[usize],
    pieces: &mut Vec<Piece>,
) {
    let first = prefixed.partition_point(|&at| at < tokens.start);
    let inside = prefixed.iter().skip(first).copied().take_while(|&at| at < tokens.end);
    for at in inside.filter(|&at| words.is_word(at)) {
        let Some((head, tail)) = words.surface(at).split_once('-') else { continue };
        if !matches!(head, "then" | "ex") {
            continue;
        }
        let Some(listed) = listed_of(tail, &tokenize(tail)) else { continue };
        let end = words.span(at, at + 1).end;
        let start = words.span(at, at + 1).start + Span::of(0..head.len() + 1).len();
        let piece = Piece::listed(words, at..at + 1, listed);
        pieces.push(Piece { span: Span::new(start, end), ..piece });
    }
}

/// A dateline names a place and an agency, whatever its capitals say.
fn as_dateline(piece: &mut Piece) {
    if piece.certainty != Certainty::Listed {
        piece.kind = Some(EntityKind::Place);
        piece.certainty = Certainty::Likely;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::dictionary::Dictionary;
    use crate::entity::model::{Entity, MentionForm, Origin};
    use crate::text::inner_sentences;

    /// The names of a text, each line of which is a block, the first of this kind.
    fn names_in(first: BlockKind, text: &str, dictionary: &[Entity]) -> Vec<(String, Name)> {
        let document = Document::new("d", text).unwrap();
        let tokens = tokenize(text);
        let mut at = 0;
        let mut blocks = Vec::new();
        for line in text.split_inclusive('\n') {
            let kind = if at == 0 { first } else { BlockKind::Paragraph };
            if !line.trim().is_empty() {
                blocks.push(Block { kind, span: Span::of(at..at + line.trim_end().len()) });
            }
            at += line.len();
        }
        let sentences: Vec<Span> =
            blocks.iter().flat_map(|block| inner_sentences(text, block.span)).collect();
        let dictionary = Dictionary::compile(dictionary.iter().cloned()).unwrap();
        let matcher = Matcher::new(&dictionary);
        let matcher = Some(&matcher).filter(|_| !dictionary.is_empty());
        let words = Words::new(document.text(), &tokens);
        let names = recognize(&document, words, &sentences, &blocks, matcher, None);
        assert!(names.is_sorted_by(|a, b| a.span.end <= b.span.start), "{names:?}");
        names.into_iter().map(|name| (document[name.span].to_owned(), name)).collect()
    }

    /// Names with their kinds: p(erson), l(ocation), o(rganisation), g(roup) or nothing.
    fn kinds(text: &str) -> Vec<String> {
        kinds_of(names_in(BlockKind::Paragraph, text, &[]))
    }

    fn kinds_of(names: Vec<(String, Name)>) -> Vec<String> {
        names
            .into_iter()
            .map(|(text, name)| {
                let kind = match name.kind {
                    Some(EntityKind::Person) => " p",
                    Some(EntityKind::Place) => " l",
                    Some(EntityKind::Organization) => " o",
                    Some(EntityKind::Group) => " g",
                    Some(_) => " x",
                    None => "",
                };
                let demonym = if name.form == MentionForm::Demonym { " d" } else { "" };
                format!("{text}{kind}{demonym}")
            })
            .collect()
    }

    #[test]
    fn people_by_titles_given_names_and_initials() {
        assert_eq!(kinds("Then Mr Quill met Ada Okoro."), ["Quill p", "Ada Okoro p"]);
        assert_eq!(kinds("They asked interior minister Zorvan."), ["Zorvan p"]);
        assert_eq!(kinds("It was Q. R. Zorvan who paid."), ["Q. R. Zorvan p"]);
        assert_eq!(kinds("Then Zorvan said nothing."), ["Zorvan p"]);
        assert_eq!(
            kinds("British Foreign Secretary Nora Quill spoke."),
            ["British l d", "Nora Quill p"]
        );
        assert_eq!(kinds("She met Ada “Duke” Okoro."), ["Ada “Duke” Okoro p"]);
        assert_eq!(kinds("Then Mr King and Dean Quill spoke."), ["King p", "Dean Quill p"]);
        assert_eq!(kinds("So Zorv Ada Okoro met Ada Okoro."), ["Ada Okoro p", "Ada Okoro p"]);
    }

    #[test]
    fn titles_are_left_out_and_kept_beside() {
        let names = names_in(
            BlockKind::Paragraph,
            "Prime Minister Sir Tom Vale met secretary of state for transport aide Ada Okoro.",
            &[],
        );
        let text =
            "Prime Minister Sir Tom Vale met secretary of state for transport aide Ada Okoro.";
        let titles: Vec<_> = names.iter().map(|(_, it)| it.title.map(|it| &text[it])).collect();
        assert_eq!(titles[0], Some("Prime Minister Sir"));
        let text = "So Secretary of State for Transport Ada Okoro left.";
        let names = names_in(BlockKind::Paragraph, text, &[]);
        assert_eq!(names[0].0, "Ada Okoro");
        assert_eq!(names[0].1.title.map(|it| &text[it]), Some("Secretary of State for Transport"));
    }

    #[test]
    fn organisations_and_places_by_their_words() {
        assert_eq!(
            kinds("It hurt Marlow Bank, the Quillan Harbour Board and Weir & Sons Ltd."),
            ["Marlow Bank o", "Quillan Harbour Board o", "Weir & Sons Ltd. o"]
        );
        assert_eq!(kinds("The Ministry of Tides closed."), ["Ministry of Tides o"]);
        assert_eq!(
            kinds("Boats left Lake Zorv for Quillan Island."),
            ["Lake Zorv l", "Quillan Island l"]
        );
        assert_eq!(kinds("It is the village of Zorv."), ["Zorv l"]);
        assert_eq!(kinds("It fell in Northern Kenya."), ["Northern Kenya l"]);
        assert_eq!(kinds("A ship of the ZQTA sank."), ["ZQTA o"]);
        assert_eq!(kinds("The Kenyan Ministry of Tides closed."), ["Kenyan Ministry of Tides o"]);
        assert_eq!(
            kinds("Both US-led and Turkish-Saudi talks"),
            ["US l", "Turkish l d", "Saudi l d"]
        );
        assert_eq!(kinds("It cost US$5."), [""; 0]);
    }

    #[test]
    fn capitals_at_the_start_of_a_sentence_need_evidence() {
        assert_eq!(kinds("Rain fell. Will it stop? Mark my words. On Friday I left."), [""; 0]);
        assert_eq!(kinds("Zorvan fell."), [""; 0]);
        assert_eq!(kinds("Zorvan fell. They saw Ada Zorvan."), ["Zorvan p", "Ada Zorvan p"]);
        assert_eq!(kinds("Kenya won."), ["Kenya l"]);
        assert_eq!(kinds("“Would it help?” Then it rained."), [""; 0]);
    }

    #[test]
    fn headlines_name_what_the_text_or_the_lists_name() {
        let text = "Okoro Blames Harbour Crew In Kenya After Zorv Talks\nThen Ada Okoro left.";
        let names = kinds_of(names_in(BlockKind::Headline, text, &[]));
        assert_eq!(names, ["Okoro p", "Kenya l", "Ada Okoro p"]);
        let text = "OKORO AND US TALK\nThen Ada Okoro left.";
        let names = kinds_of(names_in(BlockKind::Headline, text, &[]));
        assert_eq!(names, ["OKORO p", "Ada Okoro p"]);
    }

    #[test]
    fn furniture_founds_no_name() {
        let text = "Follow Ada Okoro and Nora Quill\nThen Ada Okoro left.";
        let names = kinds_of(names_in(BlockKind::Furniture, text, &[]));
        assert_eq!(names, ["Ada Okoro p", "Ada Okoro p"]);
    }

    #[test]
    fn the_dictionary_wins_unless_its_alias_is_part_of_another_name() {
        let okoro =
            Entity::new("Q1", "Ada Okoro").with_kind(EntityKind::Person).with_alias("Okoro");
        let zorv = Entity::new("Q2", "Zorv").with_kind(EntityKind::Place);
        let text = "Mr Zorv met Ada B. Okoro, Tom Okoro and Okoro at the Zorv Harbour Board.";
        let found: Vec<_> = names_in(BlockKind::Paragraph, text, &[okoro, zorv])
            .into_iter()
            .map(|(text, name)| (text, name.candidates.len(), name.origin))
            .collect();
        let rule = Origin::Rule;
        let hit = Origin::Dictionary;
        assert_eq!(
            found,
            [
                ("Zorv".to_owned(), 1, hit),
                ("Ada B. Okoro".to_owned(), 1, hit),
                ("Tom Okoro".to_owned(), 0, rule),
                ("Okoro".to_owned(), 1, hit),
                ("Zorv Harbour Board".to_owned(), 0, rule),
            ]
        );
    }

    #[test]
    fn any_text_will_do() {
        for text in
            ["", "\u{feff}", "A", "Mr", "Mr.", "the", "X. Y. Z.", "“”", "Á. É", "Ada-", "’s"]
        {
            kinds(text);
        }
        let text = "Ada ‘B’ “C of D” de la E-led F’s Mr G.\r\n".repeat(20);
        for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
            kinds(&text[..end]);
        }
    }
}
