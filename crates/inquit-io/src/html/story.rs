//! A story: its articles, what was said, and what each outlet printed of it.

use std::collections::BTreeMap;

use inquit::{AlterationKind, Fidelity, LinkedDocument, QuoteKind, Utterance};

use super::markup::Html;
use super::plain::{Moment, counted, shortened, word_count};
use super::plan::{Plan, PlannedStory, anchor, outlets, story_anchor};
use super::timeline::timeline;
use super::utterance::{and_more, body, heading, in_marks, known, outlet, place, time};

/// Writes a story.
pub(super) fn story(html: &mut Html, plan: &Plan<'_>, number: usize, story: &PlannedStory<'_>) {
    let id = story_anchor(number);
    html.element("section", &[("class", "story"), ("id", &id)], |html| {
        html.leaf("h3", &[("dir", "auto")], &story.title(plan.options.words));
        documents(html, plan, story);
        timeline(html, story, plan.options.rows);
        quotations(html, plan, story);
        printed(html, plan, story);
    });
}

fn documents(html: &mut Html, plan: &Plan<'_>, story: &PlannedStory<'_>) {
    let most = plan.options.documents;
    html.element("ul", &[("class", "articles")], |html| {
        for document in story.documents.iter().take(most) {
            let id = plan.article(&document.id).unwrap_or_default();
            html.element("li", &[("id", &id)], |html| article(html, document, plan.options.words));
        }
        and_more(html, "li", story.documents.len(), most, "article");
    });
}

fn article(html: &mut Html, document: &LinkedDocument, words: usize) {
    let outlet = known(document.outlet.as_deref()).unwrap_or(&document.id);
    html.leaf("bdi", &[("class", "outlet")], &shortened(outlet, words));
    html.text(" ");
    let title = shortened(document.title.as_deref().unwrap_or("without a title"), words);
    match document.url.as_deref().filter(|url| is_web(url)) {
        Some(url) => {
            let attributes = [("href", url), ("rel", "noreferrer nofollow")];
            html.element("a", &attributes, |html| html.leaf("bdi", &[], &title));
        }
        None => html.leaf("bdi", &[], &title),
    }
    if let Some(published) = &document.published {
        html.text(" ");
        time(html, published);
    }
}

/// Whether an address is one of the web: `javascript:` and the like are none.
fn is_web(url: &str) -> bool {
    let starts = |scheme: &str| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    starts("http://") || starts("https://")
}

fn quotations(html: &mut Html, plan: &Plan<'_>, story: &PlannedStory<'_>) {
    let shown = || story.utterances.iter().take(plan.options.utterances);
    let often = || shown().filter(|it| !it.variants.is_empty());
    let once = || shown().filter(|it| it.variants.is_empty());
    if often().next().is_some() {
        html.leaf("h4", &[], "Reported more than once");
        for utterance in often() {
            quotation(html, plan, utterance);
        }
    }
    if once().next().is_some() {
        html.leaf("h4", &[], "Reported once");
        html.element("ul", &[("class", "once")], |html| {
            for utterance in once() {
                let id = plan.number(utterance).map(anchor).unwrap_or_default();
                html.element("li", &[("id", &id)], |html| alone(html, plan, utterance));
            }
        });
    }
    and_more(html, "p", story.utterances.len(), plan.options.utterances, "quotation");
}

fn quotation(html: &mut Html, plan: &Plan<'_>, utterance: &Utterance) {
    let number = plan.number(utterance).unwrap_or_default();
    let id = anchor(number);
    html.element("article", &[("class", "quotation"), ("id", &id)], |html| {
        html.element("h5", &[], |html| {
            html.leaf("span", &[("class", "number")], &counted(number));
            html.text(" ");
            heading(html, utterance, &plan.about(utterance), plan.options.words);
        });
        body(html, utterance, plan.options, Some(plan));
    });
}

fn alone(html: &mut Html, plan: &Plan<'_>, utterance: &Utterance) {
    let member = &utterance.reference;
    html.element("p", &[("class", "words"), ("dir", "auto")], |html| {
        html.text(&in_marks(member.relation, &shortened(&member.text, plan.options.words)));
    });
    html.element("p", &[("class", "where")], |html| {
        heading(html, utterance, &plan.about(utterance), plan.options.words);
        html.text(" · ");
        place(html, member, plan.options.words, Some(plan));
        if member.relation == QuoteKind::Indirect {
            html.leaf("span", &[("class", "badge paraphrase")], "in no quotation marks");
        }
    });
}

/// What an outlet printed of a story.
#[derive(Default)]
struct Printed {
    verbatim: usize,
    marked: usize,
    unmarked: usize,
    paraphrase: usize,
    left_out: usize,
}

impl Printed {
    fn add(&mut self, fidelity: Fidelity) {
        let count = match fidelity {
            Fidelity::Verbatim => &mut self.verbatim,
            Fidelity::Marked => &mut self.marked,
            Fidelity::Unmarked => &mut self.unmarked,
            _ => &mut self.paraphrase,
        };
        *count += 1;
    }
}

/// Writes what each outlet printed of what others have too, and what it left out.
fn printed(html: &mut Html, plan: &Plan<'_>, story: &PlannedStory<'_>) {
    let mut rows: BTreeMap<&str, Printed> = BTreeMap::new();
    for document in &story.documents {
        rows.entry(known(document.outlet.as_deref()).unwrap_or(&document.id)).or_default();
    }
    let common: Vec<&Utterance> =
        story.utterances.iter().copied().filter(|it| outlets(it).len() > 1).collect();
    if rows.len() < 2 || common.is_empty() {
        return;
    }
    for utterance in &common {
        let reference = &utterance.reference;
        let own = match reference.relation {
            QuoteKind::Indirect => Fidelity::Paraphrase,
            _ => Fidelity::Verbatim,
        };
        rows.entry(outlet(reference)).or_default().add(own);
        for variant in &utterance.variants {
            let row = rows.entry(outlet(&variant.member)).or_default();
            row.add(variant.fidelity);
            let cut =
                [AlterationKind::Truncate, AlterationKind::Delete, AlterationKind::EllipsisFill];
            let cut = variant.alterations.iter().filter(|it| cut.contains(&it.kind));
            row.left_out += cut.map(|it| word_count(&it.reference_text)).sum::<usize>();
        }
    }
    html.leaf("h4", &[], "What each outlet printed of it");
    let head = [
        Column::Text("Outlet"),
        Column::Number("The same words"),
        Column::Number("Changes marked"),
        Column::Number("Changed inside the marks"),
        Column::Number("In other words"),
        Column::Number("Words left out"),
        Column::Text("Quotations left out"),
    ];
    let caption =
        "Quotations that stand in several outlets; the fullest wording counts as the same words.";
    table(html, caption, &head, |html| {
        for (name, row) in rows.iter().take(plan.options.rows) {
            html.element("tr", &[], |html| {
                html.leaf("th", &[("scope", "row")], &shortened(name, plan.options.words));
                for count in [row.verbatim, row.marked, row.unmarked, row.paraphrase, row.left_out]
                {
                    html.leaf("td", &[], &counted(count));
                }
                html.element("td", &[("class", "list")], |html| missing(html, plan, &common, name));
            });
        }
    });
    and_more(html, "p", rows.len(), plan.options.rows, "outlet");
}

/// Writes the numbers of the quotations that an outlet has not.
fn missing(html: &mut Html, plan: &Plan<'_>, common: &[&Utterance], name: &str) {
    let missing = || common.iter().filter(|it| !outlets(it).contains(name));
    let count = missing().count();
    if count == 0 {
        html.text("none");
        return;
    }
    let mut shown = 0;
    for number in missing().filter_map(|it| plan.number(it)) {
        if shown > 0 {
            html.text(", ");
        }
        html.leaf("a", &[("href", &format!("#{}", anchor(number)))], &counted(number));
        shown += 1;
    }
    if count > shown {
        let and = if shown > 0 { " and " } else { "" };
        html.text(&format!("{and}{} more", counted(count - shown)));
    }
}

/// The head of a column, by what the column holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Column<'a> {
    Text(&'a str),
    Number(&'a str),
}

/// Writes a table, which a narrow window scrolls.
pub(super) fn table(
    html: &mut Html,
    caption: &str,
    head: &[Column<'_>],
    rows: impl FnOnce(&mut Html),
) {
    let region =
        [("class", "wide"), ("role", "region"), ("aria-label", caption), ("tabindex", "0")];
    html.element("figure", &[], |html| {
        html.leaf("figcaption", &[], caption);
        html.element("div", &region, |html| {
            html.element("table", &[], |html| {
                html.element("thead", &[], |html| {
                    html.element("tr", &[], |html| {
                        for column in head {
                            let (class, name) = match *column {
                                Column::Text(name) => ("list", name),
                                Column::Number(name) => ("count", name),
                            };
                            html.leaf("th", &[("scope", "col"), ("class", class)], name);
                        }
                    });
                });
                html.element("tbody", &[], rows);
            });
        });
    });
}

/// "20 September to 3 October 2015" for the first and the last of these.
pub(super) fn from_to(documents: &[&LinkedDocument]) -> Option<String> {
    let moments = || documents.iter().filter_map(|it| Moment::of(it.published.as_deref()?));
    let day = |moment: &Moment| moment.day_number();
    Some(Moment::from_to(moments().min_by_key(day)?, moments().max_by_key(day)?))
}
