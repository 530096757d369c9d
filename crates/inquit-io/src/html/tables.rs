//! Who speaks where, who spoke about whom, and which documents are copies.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use inquit::{EntityId, Utterance};

use super::markup::Html;
use super::plain::{counted, shortened};
use super::plan::{Plan, about, anchor, outlets};
use super::story::{Column, table};
use super::utterance::{and_more, known, speaker};

/// Writes how many utterances of each speaker stand in each outlet.
pub(super) fn who_speaks(html: &mut Html, plan: &Plan<'_>) {
    let mut by_outlet: BTreeMap<&str, usize> = BTreeMap::new();
    let mut by_speaker: BTreeMap<Option<&EntityId>, Vec<&Utterance>> = BTreeMap::new();
    for utterance in &plan.links.utterances {
        by_speaker.entry(utterance.speaker.as_ref()).or_default().push(utterance);
        for outlet in outlets(utterance) {
            *by_outlet.entry(outlet).or_default() += 1;
        }
    }
    if by_speaker.is_empty() {
        return;
    }
    let mut columns: Vec<(&str, usize)> = by_outlet.into_iter().collect();
    columns.sort_by_key(|(_, count)| Reverse(*count));
    let others = columns.split_off(columns.len().min(plan.options.columns)).len();
    // Whoever is not named comes last.
    let mut rows: Vec<_> = by_speaker.into_iter().collect();
    rows.sort_by_key(|(id, said)| (id.is_none(), Reverse(said.len())));

    html.leaf("h2", &[("id", "speakers")], "Who speaks");
    let rest = format!("{} more", counted(others));
    let names: Vec<String> =
        columns.iter().map(|(name, _)| shortened(name, plan.options.words)).collect();
    let mut head = vec![Column::Text("Speaker"), Column::Number("All")];
    head.extend(names.iter().map(|name| Column::Number(name)));
    if others > 0 {
        head.push(Column::Number(&rest));
    }
    let caption = "How many quotations of each speaker stand in each outlet.";
    table(html, caption, &head, |html| {
        for (_, said) in rows.iter().take(plan.options.rows) {
            speaker_row(html, plan, said, &columns, others > 0);
        }
    });
    and_more(html, "p", rows.len(), plan.options.rows, "speaker");
}

fn speaker_row(
    html: &mut Html,
    plan: &Plan<'_>,
    said: &[&Utterance],
    columns: &[(&str, usize)],
    has_others: bool,
) {
    let mut counts = vec![0; columns.len()];
    let mut elsewhere = 0;
    for utterance in said {
        let outlets = outlets(utterance);
        let mut here = 0;
        for (count, (name, _)) in counts.iter_mut().zip(columns) {
            let is_in = usize::from(outlets.contains(name));
            *count += is_in;
            here += is_in;
        }
        elsewhere += usize::from(outlets.len() > here);
    }
    if has_others {
        counts.push(elsewhere);
    }
    let name = said.first().map_or("", |it| speaker(it));
    html.element("tr", &[], |html| {
        html.leaf("th", &[("scope", "row")], &shortened(name, plan.options.words));
        html.leaf("td", &[("class", "all")], &counted(said.len()));
        for count in counts {
            let class = if count == 0 { "none" } else { "some" };
            html.leaf("td", &[("class", class)], &counted(count));
        }
    });
}

/// What somebody said about somebody, by who and whom.
pub(super) type Pairs<'a> = BTreeMap<(&'a EntityId, &'a EntityId), Vec<&'a Utterance>>;

/// Who spoke about whom.
pub(super) fn pairs<'a>(plan: &Plan<'a>) -> Pairs<'a> {
    let mut pairs = Pairs::new();
    for utterance in &plan.links.utterances {
        if let Some(who) = &utterance.speaker {
            for whom in about(utterance) {
                pairs.entry((who, whom)).or_default().push(utterance);
            }
        }
    }
    pairs
}

/// Writes who spoke about whom, and where to read it.
pub(super) fn about_whom(html: &mut Html, plan: &Plan<'_>) {
    let mut pairs: Vec<_> = pairs(plan).into_iter().collect();
    if pairs.is_empty() {
        return;
    }
    pairs.sort_by_key(|(_, said)| Reverse(said.len()));
    html.leaf("h2", &[("id", "about")], "Who spoke about whom");
    let head = [
        Column::Text("Speaker"),
        Column::Text("About"),
        Column::Number("Quotations"),
        Column::Text("Where"),
    ];
    table(
        html,
        "In how many quotations a speaker mentions somebody or something.",
        &head,
        |html| {
            for ((_, whom), said) in pairs.iter().take(plan.options.rows) {
                let who = said.first().map_or("", |it| speaker(it));
                html.element("tr", &[], |html| {
                    html.leaf("th", &[("scope", "row")], &shortened(who, plan.options.words));
                    html.leaf("td", &[("class", "list")], &plan.name(whom));
                    html.leaf("td", &[], &counted(said.len()));
                    html.element("td", &[("class", "list")], |html| places(html, plan, said));
                });
            }
        },
    );
    and_more(html, "p", pairs.len(), plan.options.rows, "pair");
}

/// So many places of a pair are linked.
const MOST_PLACES: usize = 8;

fn places(html: &mut Html, plan: &Plan<'_>, said: &[&Utterance]) {
    let numbers: BTreeSet<usize> = said.iter().filter_map(|it| plan.number(it)).collect();
    for (at, number) in numbers.iter().take(MOST_PLACES).enumerate() {
        if at > 0 {
            html.text(", ");
        }
        html.leaf("a", &[("href", &format!("#{}", anchor(*number)))], &counted(*number));
    }
    let shown = numbers.len().min(MOST_PLACES);
    if said.len() > shown {
        let and = if shown > 0 { " and " } else { "" };
        html.text(&format!("{and}{} more", counted(said.len() - shown)));
    }
}

/// Writes which documents are copies of one text.
pub(super) fn copies(html: &mut Html, plan: &Plan<'_>) {
    let copies = &plan.links.duplicates;
    if copies.is_empty() {
        return;
    }
    let called = |id: &str| {
        let document = plan.documents.get(id);
        let title = document.and_then(|it| it.title.as_deref()).unwrap_or(id);
        let outlet = document.and_then(|it| known(it.outlet.as_deref()));
        let name = outlet.map_or(title.to_owned(), |outlet| format!("{outlet}: {title}"));
        shortened(&name, plan.options.words)
    };
    html.leaf("h2", &[("id", "copies")], "Copies");
    let head = [
        Column::Text("Fullest article"),
        Column::Text("Copies"),
        Column::Number("In common"),
        Column::Text("Agency"),
    ];
    let caption = "Articles with the same text, and how much of a copy is in another one at least.";
    table(html, caption, &head, |html| {
        for group in copies.iter().take(plan.options.rows) {
            html.element("tr", &[], |html| {
                html.leaf("th", &[("scope", "row")], &called(&group.fullest));
                html.element("td", &[("class", "list")], |html| {
                    let others = || group.documents.iter().filter(|it| **it != group.fullest);
                    html.element("ul", &[], |html| {
                        for id in others().take(plan.options.documents) {
                            html.leaf("li", &[], &called(id));
                        }
                        let (all, most) = (others().count(), plan.options.documents);
                        and_more(html, "li", all, most, "article");
                    });
                });
                let percent = usize::from(group.containment.permille() / 10);
                html.leaf("td", &[], &format!("{percent} %"));
                html.leaf("td", &[("class", "list")], group.agency.as_deref().unwrap_or("–"));
            });
        }
    });
    and_more(html, "p", copies.len(), plan.options.rows, "group");
}
