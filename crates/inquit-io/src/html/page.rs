//! The page.

use std::collections::BTreeSet;
use std::io::{self, Write};

use inquit::{LinkedDocument, Links, Utterance};

use super::markup::Html;
use super::options::ReportOptions;
use super::plain::{TITLE_WORDS, beginning, count_of, counted};
use super::plan::{Plan, story_anchor};
use super::story::{from_to, story};
use super::tables::{about_whom, copies, pairs, who_speaks};
use super::utterance::{and_more, known, reports};

/// How quotations look, on the page as in a notebook.
pub(super) const QUOTATIONS: &str = include_str!("quotations.css");

/// How the page looks.
const PAGE: &str = include_str!("page.css");

/// What a browser may do with the page: show it. Nothing is fetched, nothing runs, nothing is sent.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Writes what a linker found as a page of HTML for a reader: the stories with their articles, what
/// was said and what each outlet made of it word by word, what it left out, who speaks and about whom.
///
/// The page stands alone: it has no script and asks for nothing from anywhere. Whatever an article
/// holds is text on it; characters that control a terminal or turn the direction of the text around
/// show as `�`. The same links give the same bytes.
///
/// # Errors
///
/// When writing fails.
///
/// ```
/// use inquit::{Annotator, Document, Linker};
/// use inquit_io::{ReportOptions, write_report};
///
/// let document = Document::new("a1", "“<b>No</b>, not today,” said Clark Kent.")?;
/// let mut linker = Linker::new();
/// linker.add(&Annotator::new().annotate(&document))?;
///
/// let mut page = Vec::new();
/// write_report(&mut page, &linker.links(), &ReportOptions::new())?;
/// let page = String::from_utf8(page)?;
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains("“&lt;b&gt;No&lt;/b&gt;, not today,”"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_report(mut out: impl Write, links: &Links, options: &ReportOptions) -> io::Result<()> {
    out.write_all(report_html(links, options).as_bytes())
}

/// The same page as a string.
pub fn report_html(links: &Links, options: &ReportOptions) -> String {
    let plan = Plan::new(links, options);
    let mut html = Html::new();
    html.doctype();
    html.element("html", &[("lang", "en")], |html| {
        html.element("head", &[], |html| head(html, &options.title));
        html.element("body", &[("class", "inquit")], |html| {
            html.element("header", &[], |html| title(html, &plan));
            html.element("main", &[], |html| main(html, &plan));
            html.element("footer", &[], foot);
        });
    });
    html.into_string()
}

fn head(html: &mut Html, title: &str) {
    html.void("meta", &[("charset", "utf-8")]);
    html.void("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    html.void("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    html.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
    html.void("meta", &[("name", "color-scheme"), ("content", "light dark")]);
    html.leaf("title", &[], title);
    html.style(QUOTATIONS);
    html.style(PAGE);
}

fn title(html: &mut Html, plan: &Plan<'_>) {
    let links = plan.links;
    html.leaf("h1", &[("dir", "auto")], &plan.options.title);
    let mut outlets: BTreeSet<&str> = BTreeSet::new();
    outlets.extend(links.documents.iter().filter_map(|it| known(it.outlet.as_deref())));
    let of = if outlets.is_empty() {
        String::new()
    } else {
        format!(" of {}", count_of(outlets.len(), "outlet"))
    };
    let all: Vec<&LinkedDocument> = links.documents.iter().collect();
    let when = from_to(&all).map_or(String::new(), |days| format!(", {days}"));
    // Articles of which the outlet is not known may be of one.
    let is_of_outlets = outlets.len() > 1;
    let place = if is_of_outlets { "outlet" } else { "article" };
    let several = |it: &&Utterance| {
        let places: BTreeSet<&str> = if is_of_outlets {
            reports(it).filter_map(|member| known(member.outlet.as_deref())).collect()
        } else {
            reports(it).map(|member| &*member.document).collect()
        };
        places.len() > 1
    };
    let common = links.utterances.iter().filter(several).count();
    let lead = format!(
        "{}{of}{when}: {} in {}, of which {} in more than one {place}.",
        count_of(links.documents.len(), "article"),
        count_of(links.utterances.len(), "quotation"),
        count_of(links.stories.len(), "story"),
        if common == 1 { "one stands".to_owned() } else { format!("{} stand", counted(common)) },
    );
    html.leaf("p", &[("class", "lead")], &lead);
}

fn main(html: &mut Html, plan: &Plan<'_>) {
    if plan.links.documents.is_empty() {
        html.leaf("p", &[], "There are no articles.");
        return;
    }
    contents(html, plan);
    how_to_read(html);
    html.leaf("h2", &[("id", "stories")], "Stories");
    for (number, shown) in plan.shown() {
        story(html, plan, number, shown);
    }
    and_more(html, "p", plan.stories.len(), plan.options.stories, "story");
    who_speaks(html, plan);
    about_whom(html, plan);
    copies(html, plan);
}

fn contents(html: &mut Html, plan: &Plan<'_>) {
    html.element("nav", &[("aria-label", "Contents")], |html| {
        html.element("ol", &[], |html| {
            for (number, story) in plan.shown() {
                html.element("li", &[], |html| {
                    let href = format!("#{}", story_anchor(number));
                    let title = beginning(&story.title(plan.options.words), TITLE_WORDS);
                    html.element("a", &[("href", &href)], |html| html.leaf("bdi", &[], &title));
                    let days =
                        from_to(&story.documents).map_or(String::new(), |it| format!(", {it}"));
                    let count = count_of(story.documents.len(), "article");
                    html.leaf("span", &[("class", "aside")], &format!(" {count}{days}"));
                });
            }
            and_more(html, "li", plan.stories.len(), plan.options.stories, "story");
        });
        html.element("p", &[], |html| {
            let said = !plan.links.utterances.is_empty();
            let about = !pairs(plan).is_empty();
            let copies = !plan.links.duplicates.is_empty();
            for (href, label, is_there) in [
                ("#speakers", "Who speaks", said),
                ("#about", "Who spoke about whom", about),
                ("#copies", "Copies", copies),
            ] {
                if is_there {
                    html.leaf("a", &[("href", href)], label);
                    html.text(" ");
                }
            }
        });
    });
}

fn how_to_read(html: &mut Html) {
    html.element("aside", &[("class", "key"), ("aria-label", "How to read it")], |html| {
        html.element("p", &[], |html| {
            html.text("Below the fullest wording stands what each outlet made of it: words ");
            html.leaf("del", &[("class", "silent")], "left out");
            html.text(" or ");
            html.leaf("ins", &[("class", "silent")], "put in");
            html.text(" inside the quotation marks while nothing says so; words ");
            html.leaf("del", &[("class", "open")], "left out");
            html.text(" or ");
            html.leaf("ins", &[("class", "open")], "put in");
            html.text(
                " at an end or where dots, brackets or the marks themselves show it; and words ",
            );
            html.leaf("span", &[("class", "moved")], "outside the marks");
            html.text(". Punctuation and capitals are not compared.");
        });
    });
}

fn foot(html: &mut Html) {
    let made = concat!("Made by inquit ", env!("CARGO_PKG_VERSION"), " from the texts alone.");
    html.leaf("p", &[], made);
}
