//! An utterance: its fullest wording, and what each report made of it.

use std::collections::BTreeSet;

use inquit::{Fidelity, Member, QuoteKind, Utterance, Variant};

use super::changes::{is_altered, variant as words_of};
use super::markup::Html;
use super::options::ReportOptions;
use super::plain::{Moment, TITLE_WORDS, and_more_of, beginning, moment, shortened};
use super::plan::Plan;

/// The outlet of a report; the id of the document where it is not known.
pub(super) fn outlet(member: &Member) -> &str {
    known(member.outlet.as_deref()).unwrap_or(&member.document)
}

/// The outlet, where one is known: a blank one is none.
pub(super) fn known(outlet: Option<&str>) -> Option<&str> {
    outlet.filter(|it| !it.trim().is_empty())
}

/// All reports of an utterance, the fullest first.
pub(super) fn reports(utterance: &Utterance) -> impl Iterator<Item = &Member> {
    std::iter::once(&utterance.reference).chain(utterance.variants.iter().map(|it| &it.member))
}

/// Who said it.
pub(super) fn speaker(utterance: &Utterance) -> &str {
    utterance.speaker_name.as_deref().unwrap_or("Speaker not named")
}

/// Writes who said it, and about whom.
pub(super) fn heading(
    html: &mut Html,
    utterance: &Utterance,
    about: &BTreeSet<String>,
    words: usize,
) {
    html.leaf("bdi", &[("class", "speaker")], &shortened(speaker(utterance), words));
    if !about.is_empty() {
        html.element("span", &[("class", "about")], |html| {
            html.text(" about ");
            for (at, name) in about.iter().enumerate() {
                html.text(if at > 0 { ", " } else { "" });
                html.leaf("bdi", &[], name);
            }
        });
    }
}

/// Writes the fullest wording and all reports.
pub(super) fn body(
    html: &mut Html,
    utterance: &Utterance,
    options: &ReportOptions,
    plan: Option<&Plan<'_>>,
) {
    wording(html, &utterance.reference, options.words);
    html.element("p", &[("class", "where")], |html| {
        place(html, &utterance.reference, options.words, plan);
        let what = match (utterance.reference.relation, utterance.variants.len()) {
            (_, 0) => return,
            (QuoteKind::Indirect, _) => "in no quotation marks anywhere",
            _ => "the fullest wording",
        };
        html.leaf("span", &[("class", "badge full")], what);
    });
    if utterance.variants.is_empty() {
        return;
    }
    html.element("ul", &[("class", "reports")], |html| {
        for variant in utterance.variants.iter().take(options.reports) {
            html.element("li", &[], |html| report(html, variant, options.words, plan));
        }
        and_more(html, "li", utterance.variants.len(), options.reports, "report");
    });
}

/// Writes the words, in quotation marks where they stand in such.
pub(super) fn wording(html: &mut Html, member: &Member, most: usize) {
    html.element("blockquote", &[], |html| {
        html.element("p", &[("dir", "auto")], |html| {
            html.text(&in_marks(member.relation, &shortened(&member.text, most)));
        });
    });
}

/// Words as they stand in the text.
pub(super) fn in_marks(relation: QuoteKind, text: &str) -> String {
    if relation == QuoteKind::Direct { format!("“{text}”") } else { text.to_owned() }
}

/// Writes outlet and day; on a page the outlet tells the title of the article and leads to where the
/// article is listed.
pub(super) fn place(html: &mut Html, member: &Member, words: usize, plan: Option<&Plan<'_>>) {
    let outlet = shortened(outlet(member), words);
    let document = plan.and_then(|plan| plan.documents.get(&*member.document));
    let title = document.and_then(|it| it.title.as_deref()).unwrap_or(&member.document);
    let title = beginning(title, TITLE_WORDS);
    match plan.and_then(|plan| plan.article(&member.document)) {
        Some(id) => html.element("a", &[("href", &format!("#{id}")), ("title", &title)], |html| {
            html.leaf("bdi", &[("class", "outlet")], &outlet);
        }),
        None => html.leaf("bdi", &[("class", "outlet"), ("title", &title)], &outlet),
    }
    if let Some(published) = &member.published {
        html.text(" ");
        time(html, published);
    }
    html.text(" ");
}

/// Writes a moment.
pub(super) fn time(html: &mut Html, published: &str) {
    if Moment::of(published).is_some() {
        html.leaf("time", &[("datetime", published)], &moment(published));
    } else {
        html.leaf("span", &[], &shortened(published, 8));
    }
}

fn report(html: &mut Html, variant: &Variant, most: usize, plan: Option<&Plan<'_>>) {
    let (class, label) = badge(variant);
    html.element("p", &[("class", "where")], |html| {
        place(html, &variant.member, most, plan);
        html.leaf("span", &[("class", class)], label);
    });
    if variant.fidelity != Fidelity::Paraphrase && !is_altered(variant) {
        return;
    }
    html.element("p", &[("class", "words"), ("dir", "auto")], |html| {
        if variant.fidelity == Fidelity::Paraphrase {
            html.text(&in_marks(variant.member.relation, &shortened(&variant.member.text, most)));
            return;
        }
        words_of(html, variant, most);
    });
}

/// How true a report is: a class and a label.
fn badge(variant: &Variant) -> (&'static str, &'static str) {
    match variant.fidelity {
        Fidelity::Verbatim if is_altered(variant) => ("badge verbatim", "a part, word for word"),
        Fidelity::Verbatim => ("badge verbatim", "word for word"),
        Fidelity::Marked => ("badge marked", "changes are marked"),
        Fidelity::Unmarked => ("badge unmarked", "changed inside the marks"),
        _ => ("badge paraphrase", "in other words"),
    }
}

/// "and 3 more articles", where there are more than are shown.
pub(super) fn and_more(html: &mut Html, name: &'static str, all: usize, shown: usize, thing: &str) {
    if all > shown {
        html.leaf(name, &[("class", "more")], &and_more_of(all - shown, thing));
    }
}
