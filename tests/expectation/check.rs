//! One case against what is found in its text.

use inquit::{
    Annotations, Annotator, BlockKind, Dictionary, Entity, EntityId, Matcher, Mention, MentionForm,
    Mode, Span, pair_marks, tokenize,
};
use inquit_tests::violations;

use super::case::{Case, ExpectedMatch, ExpectedMention};
use super::quotes;
use super::toml_text::{list, quoted};

/// Where the text of a case is not annotated as the case expects, in words; none, if all is well.
pub(crate) fn check(case: &Case, id: &str, text: &str, mode: Mode) -> Vec<String> {
    let mut wrong = misplaced(case, text);
    let dictionary = match case.dictionary().transpose() {
        Ok(dictionary) => dictionary,
        Err(error) => return vec![format!("the case itself is wrong: {error}")],
    };
    let annotator = match &dictionary {
        Some(dictionary) => Annotator::builder().dictionary(dictionary).mode(mode).build(),
        None => Annotator::builder().mode(mode).build(),
    };
    let document = match case.document(id, text) {
        Ok(document) => document,
        Err(error) => return vec![error.to_string()],
    };
    let found = annotator.annotate(&document);
    wrong.extend(violations(&found));
    if let Some(expected) = &case.quotes {
        wrong.extend(quotes::differences(&found, expected));
    }
    if let Some(expected) = &case.sentences {
        let sentences = found.sentences().iter().map(|&span| &document[span]);
        wrong.extend(list_difference("sentences", sentences, expected));
    }
    if let Some(expected) = &case.inner_sentences {
        let inner = found.quotes().first().map(|quote| found.inner_sentences(quote));
        let inner = inner.unwrap_or_default();
        let sentences = inner.iter().map(|&span| &document[span]);
        wrong.extend(list_difference("inner_sentences", sentences, expected));
    }
    if let Some(expected) = &case.tokens {
        let tokens = tokenize(text);
        let tokens = tokens.iter().map(|token| &text[token.span]);
        wrong.extend(list_difference("tokens", tokens, expected));
    }
    if let Some(expected) = &case.marked {
        let marked = pair_marks(text);
        let outermost = marked.iter().filter(|marked| marked.depth == 0);
        wrong.extend(list_difference("marked", outermost.map(|it| &text[it.inner]), expected));
    }
    if let Some(expected) = &case.blocks {
        let blocks: Vec<String> = found
            .blocks()
            .iter()
            .map(|block| list([block.kind.as_str(), &document[block.span]]))
            .collect();
        let expected = expected.iter().map(|(kind, text)| list([kind.as_str(), text.as_str()]));
        wrong.extend(line_difference("blocks", &blocks, &expected.collect::<Vec<_>>()));
    }
    if let Some(expected) = &case.mentions {
        wrong.extend(missing_mention(&found, expected));
    }
    if let Some(expected) = &case.authors {
        let text = |span: Option<Span>| span.map_or("", |span| &document[span]);
        let authors = found.authors();
        let authors = authors
            .iter()
            .map(|it| list([text(Some(it.name())), text(it.role()), text(it.outlet())]));
        let expected = expected.iter().map(|(name, role, outlet)| list([&**name, role, outlet]));
        wrong.extend(line_difference(
            "authors",
            &authors.collect::<Vec<_>>(),
            &expected.collect::<Vec<_>>(),
        ));
    }
    if let Some(expected) = &case.names {
        let found: Vec<String> =
            names(&found).map(|(text, entity, form)| list([text, entity, form])).collect();
        let expected = expected
            .iter()
            .map(|(text, entity, form)| list([text.as_str(), entity.as_str(), form.as_str()]));
        wrong.extend(line_difference("names", &found, &expected.collect::<Vec<_>>()));
    }
    if let Some(expected) = &case.published {
        let published = found.published().map(|it| it.to_string()).unwrap_or_default();
        if published != *expected {
            wrong.push(format!("published = '{published}' instead of '{expected}'"));
        }
    }
    if let Some(expected) = &case.dates {
        let dates: Vec<String> = found
            .dates()
            .iter()
            .map(|it| {
                date_line(&document[it.span()], &it.first().to_string(), &it.last().to_string())
            })
            .collect();
        let expected = expected.iter().map(|(text, first, last)| date_line(text, first, last));
        wrong.extend(line_difference("dates", &dates, &expected.collect::<Vec<_>>()));
    }
    if let Some(expected) = &case.warnings {
        let codes = found.warnings().iter().map(|warning| warning.code().as_str());
        wrong.extend(list_difference("warnings", codes, expected));
    }
    if let Some(expected) = &case.matches {
        match &dictionary {
            Some(dictionary) => wrong.extend(match_difference(dictionary, text, expected)),
            None => wrong.push("the case itself is wrong: matches without a dictionary".into()),
        }
    }
    wrong
}

/// Every mention but pronouns in what an article itself says: text, entity and form.
fn names(found: &Annotations) -> impl Iterator<Item = (&str, &str, &str)> {
    let own = |mention: &&Mention| {
        let block = found.blocks().iter().find(|it| it.span.contains(mention.span()));
        block.is_some_and(|it| OWN.contains(&it.kind)) && mention.form() != MentionForm::Pronoun
    };
    found.mentions().iter().filter(own).map(|it| {
        let entity = found.entity(it.entity()).map_or("", Entity::name);
        (&found.document()[it.span()], entity, it.form().as_str())
    })
}

/// Blocks of what an article itself says, not of who wrote or passed it on.
const OWN: [BlockKind; 5] = [
    BlockKind::Headline,
    BlockKind::Standfirst,
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::Caption,
];

fn date_line(text: &str, first: &str, last: &str) -> String {
    list([text, first, last])
}

/// Expected words that do not stand in the text in the order given: mistakes of the case.
fn misplaced(case: &Case, text: &str) -> Vec<String> {
    let lists = [
        ("sentences", case.sentences.iter().flatten().collect::<Vec<_>>()),
        ("inner_sentences", case.inner_sentences.iter().flatten().collect()),
        ("blocks", case.blocks.iter().flatten().map(|(_, text)| text).collect()),
        ("tokens", case.tokens.iter().flatten().collect()),
        ("marked", case.marked.iter().flatten().collect()),
        ("mentions", case.mentions.iter().flatten().map(|it| &it.text).collect()),
        ("names", case.names.iter().flatten().map(|(text, ..)| text).collect()),
        ("dates", case.dates.iter().flatten().map(|(text, ..)| text).collect()),
        ("matches", case.matches.iter().flatten().map(|it| &it.text).collect()),
    ];
    let quotes = case.quotes.iter().flatten();
    let contents = quotes.clone().map(|it| ("content", it.content.iter().flatten().collect()));
    let marked = quotes.map(|it| ("marked", it.marked.iter().flatten().collect()));
    let mut wrong = Vec::new();
    for (key, words) in lists.into_iter().chain(contents).chain(marked) {
        // Mentions of one place may share it, as a title and a name inside it do.
        let overlap = matches!(key, "mentions" | "names");
        let mut from = 0;
        for expected in words {
            let Some(at) = text[from..].find(expected.as_str()) else {
                let expected = quoted(expected);
                wrong.push(format!(
                    "the case itself is wrong: {key}: {expected} is not in the text, or not there"
                ));
                break;
            };
            from += if overlap { at } else { at + expected.len() };
        }
    }
    wrong
}

fn list_difference<'a>(
    key: &str,
    found: impl Iterator<Item = &'a str>,
    expected: &[String],
) -> Option<String> {
    let found: Vec<String> = found.map(quoted).collect();
    let expected: Vec<String> = expected.iter().map(|text| quoted(text)).collect();
    line_difference(key, &found, &expected)
}

fn line_difference(key: &str, found: &[String], expected: &[String]) -> Option<String> {
    if found == expected {
        return None;
    }
    let same = found.iter().zip(expected).take_while(|(found, expected)| found == expected).count();
    let at = |list: &[String]| list.get(same).cloned().unwrap_or_else(|| "nothing".into());
    Some(format!(
        "{key} {}: {} instead of {}\nfound:\n{key} = [{}]",
        same + 1,
        at(found),
        at(expected),
        laid_out(found)
    ))
}

/// The elements of a list, on one line if they fit.
fn laid_out(elements: &[String]) -> String {
    let line = elements.join(", ");
    if line.chars().count() <= 80 {
        return line;
    }
    elements.iter().map(|element| format!("\n  {element},")).chain(["\n".to_owned()]).collect()
}

fn missing_mention(found: &Annotations, expected: &[ExpectedMention]) -> Option<String> {
    let name = |id| found.entity(id).map_or("", Entity::name);
    let mut rest = found.mentions().iter();
    let missing = expected.iter().find(|expected| {
        !rest.any(|mention| {
            expected.text == found.document()[mention.span()]
                && expected.entity.as_ref().is_none_or(|it| it == name(mention.entity()))
                && expected.id.as_ref().is_none_or(|it| it == mention.entity().as_str())
                && expected.form.as_ref().is_none_or(|it| it == mention.form().as_str())
                && expected.origin.as_ref().is_none_or(|it| it == mention.origin().as_str())
                && expected.candidates.as_ref().is_none_or(|it| {
                    mention.candidates().iter().map(EntityId::as_str).eq(it.iter())
                })
                && expected.scores.as_ref().is_none_or(|it| {
                    let permille = it.iter().map(|score| (score * 1000.0).round());
                    mention.scores().iter().map(|it| f64::from(it.permille())).eq(permille)
                })
        })
    })?;
    let lines: Vec<String> = found
        .mentions()
        .iter()
        .map(|mention| {
            let text = quoted(&found.document()[mention.span()]);
            let entity = quoted(name(mention.entity()));
            format!("\n  {{ text = {text}, entity = {entity}, form = '{}' }},", mention.form())
        })
        .collect();
    Some(format!(
        "no mention, at its place, {missing:?}\nfound:\nmentions = [{}\n]",
        lines.concat()
    ))
}

fn match_difference(
    dictionary: &Dictionary,
    text: &str,
    expected: &[ExpectedMatch],
) -> Option<String> {
    let line = |text: &str, candidates: Vec<&str>| {
        format!("{{ text = {}, candidates = {} }}", quoted(text), list(candidates))
    };
    let matcher = Matcher::new(dictionary);
    let found: Vec<String> = matcher
        .find_iter(text)
        .map(|it| line(&text[it.span()], it.candidates().collect()))
        .collect();
    let expected: Vec<String> = expected
        .iter()
        .map(|it| line(&it.text, it.candidates.iter().map(String::as_str).collect()))
        .collect();
    line_difference("matches", &found, &expected)
}
