//! The resolver: from names, titles, pronouns and frames to entities, mentions and speakers.

use std::ops::Range;

use super::ages::ages;
use super::assign::{Assigned, assign};
use super::bodies::bodies;
use super::candidates::Candidate;
use super::cast::{Cast, Member};
use super::holders::offices;
use super::little_words::LittleWords;
use super::model::{Frame, MemberId, Reference, Resolution};
use super::pairs::pairs;
use super::source::{Head, head};
use super::sweep::sweep;
use crate::confidence::Confidence;
use crate::document::{Block, Document};
use crate::entity::matcher::Matcher;
use crate::entity::model::{Entity, EntityId, Mention, MentionForm};
use crate::entity::recognizer::Name;
use crate::entity::words::Words;

/// Resolves the names of a document, and who its frames are spoken by. Frames are in text order.
pub(crate) fn resolve(
    document: &Document,
    words: Words<'_>,
    blocks: &[Block],
    names: &[Name],
    frames: &[Frame<'_>],
    matcher: Option<&Matcher>,
) -> Resolution {
    let sources: Vec<Range<usize>> = frames
        .iter()
        .map(|frame| {
            let source = frame.source.unwrap_or_default();
            words.at_byte(source.start)..words.before_byte(source.end)
        })
        .collect();
    let Assigned { mut cast, candidates, mut references } =
        assign(words, names, matcher.map(Matcher::dictionary), &sources);
    let little = LittleWords::of(words);
    let offices = offices(words, &references, &little.articles, &sources);
    // A title may begin with a name: "House Speaker".
    put_in_order(&mut references);
    add(&mut references, offices);
    let ages = ages(words, &references, &little.articles);
    add(&mut references, ages);
    let pairs = pairs(words, &references, &little.articles);
    add(&mut references, pairs);
    let bodies = bodies(words, &cast, &references, &sources);
    add(&mut references, bodies);
    let heads: Vec<Head> = frames
        .iter()
        .zip(&sources)
        .map(|(frame, source)| head(words, &references, frame, source.clone()))
        .collect();
    let (pronouns, speakers) =
        sweep(words, blocks, &little.spots, frames, heads, &references, &mut cast);
    add(&mut references, pronouns);
    finish(document, words, cast, candidates, &references, &speakers)
}

/// By start, the longer first.
fn order(reference: &Reference) -> impl Ord + use<> {
    (reference.span.start, std::cmp::Reverse(reference.span.end))
}

fn put_in_order(references: &mut [Reference]) {
    if !references.is_sorted_by_key(order) {
        references.sort_by_key(order);
    }
}

/// Adds references to others in order. A large document has very many of them, so that no more room
/// is asked for than they need.
fn add(references: &mut Vec<Reference>, mut more: Vec<Reference>) {
    put_in_order(&mut more);
    let mut left = references.len();
    references.reserve_exact(more.len());
    references.extend_from_slice(&more);
    // From the end on, whichever is later takes the last free place.
    while let Some(last) = more.last() {
        let before = left.checked_sub(1).and_then(|at| references.get(at)).copied();
        let (later, own) = match before.filter(|before| order(before) > order(last)) {
            Some(before) => (before, true),
            None => (*last, false),
        };
        let free = left + more.len() - 1;
        if let Some(place) = references.get_mut(free) {
            *place = later;
        }
        if own {
            left -= 1;
        } else {
            more.pop();
        }
    }
}

/// Gives the entities their ids: in order of their first mention, unless a dictionary or
/// the atlas has one.
fn finish(
    document: &Document,
    words: Words<'_>,
    cast: Cast,
    mut candidates: Vec<(usize, Vec<Candidate>)>,
    references: &[Reference],
    speakers: &[Vec<MemberId>],
) -> Resolution {
    let mut ids: Vec<Option<EntityId>> = vec![None; cast.members.len()];
    let mut count = 0;
    let mut own = document.part_ids("#e");
    for reference in references {
        let MemberId(at) = reference.member;
        let Some(slot @ None) = ids.get_mut(at) else { continue };
        let known = cast.get(reference.member).and_then(Member::known_id);
        *slot = Some(known.unwrap_or_else(|| {
            count += 1;
            EntityId::from(own.of(count))
        }));
    }
    let id_of = |member: MemberId| ids.get(member.0).cloned().flatten();
    let mut mentions = Vec::with_capacity(references.len());
    mentions.extend(references.iter().filter_map(|it| {
        let entity = id_of(it.member)?;
        let name = it.name.filter(|_| it.form != MentionForm::Title);
        let several = name
            .and_then(|name| candidates.binary_search_by_key(&name, |(at, _)| *at).ok())
            .and_then(|at| candidates.get_mut(at))
            .map(|(_, several)| std::mem::take(several));
        let (candidates, scores) = match several {
            Some(several) => several.into_iter().map(|it| (it.entity, it.score)).unzip(),
            None => (Vec::new(), Vec::new()),
        };
        Some(Mention {
            span: it.span,
            entity,
            candidates,
            scores,
            form: it.form,
            origin: it.origin,
            confidence: Confidence::from_permille(it.permille),
        })
    }));
    let speakers = speakers
        .iter()
        .map(|members| members.iter().filter_map(|&member| id_of(member)).collect())
        .collect();
    let mut entities: Vec<Entity> = cast
        .members
        .into_iter()
        .zip(&ids)
        .filter_map(|(member, id)| Some(member.into_entity(words, id.clone()?)))
        .collect();
    entities.sort_by(|a, b| a.id().cmp(b.id()));
    entities.dedup_by(|a, b| a.id() == b.id());
    Resolution { entities, mentions, speakers }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::resolver::reading::{meant, read, read_with};
    use crate::text::{Span, tokenize};

    #[test]
    fn offices_mean_whoever_holds_them_alone() {
        let text = "So the mayor sat. Then Ada Okoro, the mayor of Lagos, left.";
        meant(text, &["the mayor: Ada Okoro", "the mayor: Ada Okoro"]);
        meant(
            "So Mayor Ada Okoro sat. The mayor left.",
            &["Mayor: Ada Okoro", "The mayor: Ada Okoro"],
        );
        meant("So the mayor, Ada Okoro, sat.", &["the mayor: Ada Okoro"]);
        let two = "So Mayor Ada Okoro met Mayor Tom Vale. The mayor left.";
        meant(two, &["Mayor: Ada Okoro", "Mayor: Tom Vale"]);
        let past = "So Tom Vale, the former mayor, sat. The mayor left.";
        meant(past, &[]);
        let vice = "So vice president Tom Vale sat. The president left.";
        meant(vice, &["vice president: Tom Vale"]);
    }

    #[test]
    fn offices_of_countries() {
        let text = "So Kenyan president Ada Okoro met French president Tom Vale. Kenya's president \
                    sat. The French president left. The Syrian president slept.";
        meant(
            text,
            &[
                "Kenyan: Kenya",
                "president: Ada Okoro",
                "French: France",
                "president: Tom Vale",
                "president: Ada Okoro",
                "French: France",
                "president: Tom Vale",
                "Syrian: Syria",
            ],
        );
    }

    #[test]
    fn ages_mean_whoever_has_them() {
        meant("So Ada Okoro, 44, sat. The 44-year-old said so.", &["The 44-year-old: Ada Okoro"]);
        meant("So Ada Okoro, 44, sat. The 44-year-old ship left.", &[]);
    }

    #[test]
    fn entities_are_numbered_by_first_mention() {
        let read = read("So Ada Okoro met Tom Vale in Lagos and Nora Quill.", &[]);
        let first: Vec<&str> =
            read.resolution.mentions.iter().map(|it| it.entity().as_str()).collect();
        assert_eq!(first, ["d#e1", "d#e2", "atlas:lagos", "d#e3"]);
    }

    #[test]
    fn a_title_stands_before_the_name_that_it_begins_with() {
        let house = Entity::new("Q1", "House");
        let read = read_with("So House Speaker Ada Okoro left.", &[], &[house]);
        let mentions = read.resolution.mentions.iter();
        let texts: Vec<&str> = mentions.map(|it| &read.document[it.span()]).collect();
        assert_eq!(texts, ["House Speaker", "House", "Ada Okoro"]);
    }

    #[test]
    fn frames_of_any_shape_will_do() {
        let text = "“He said I am,” he said.";
        let document = Document::new("d", text).unwrap();
        let tokens = tokenize(text);
        let everything = Span::of(0..text.len());
        let odd = Frame {
            content: vec![everything, Span::new(900, 950), Span::default()].into(),
            cue: Some(Span::new(1, 2)),
            source: Some(Span::new(7, 5000)),
            parent: Some(77),
            follows: true,
        };
        let frames = [odd.clone(), Frame::default(), odd];
        let words = Words::new(document.text(), &tokens);
        let found = resolve(&document, words, &[], &[], &frames, None);
        assert_eq!(found.speakers, [vec![], vec![], vec![]]);
    }
}
