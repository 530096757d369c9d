//! Parts for a notebook.

use std::collections::BTreeSet;

use inquit::{Alteration, Annotations, QuoteKind, Row, Utterance};

use super::changes::alteration;
use super::markup::Html;
use super::options::ReportOptions;
use super::page::QUOTATIONS;
use super::plain::shortened;
use super::utterance::{and_more, body, heading};

/// What a notebook shows of a value, such as Jupyter: a part of a page that brings its style along.
///
/// ```
/// use inquit::{Annotator, Document};
/// use inquit_io::ToHtml;
///
/// let document = Document::new("a1", "“No <i>way</i>,” said Clark Kent.")?;
/// let html = Annotator::new().annotate(&document).to_html();
/// assert!(html.starts_with("<div class=\"inquit\">"));
/// assert!(html.contains("“No &lt;i&gt;way&lt;/i&gt;,”"));
/// # Ok::<(), inquit::Error>(())
/// ```
pub trait ToHtml {
    /// The HTML. Whatever the value holds is text in it.
    fn to_html(&self) -> String;
}

fn part(inside: impl FnOnce(&mut Html)) -> String {
    let mut html = Html::new();
    html.element("div", &[("class", "inquit")], |html| {
        html.style(QUOTATIONS);
        inside(html);
    });
    html.into_string()
}

/// What was done to which words.
impl ToHtml for Alteration {
    fn to_html(&self) -> String {
        part(|html| {
            html.element("p", &[("class", "words"), ("dir", "auto")], |html| {
                alteration(html, self);
                html.leaf("span", &[("class", "badge")], &self.kind.as_str().replace('_', " "));
            });
        })
    }
}

/// The fullest wording, and what each report made of it; as much of it as a report shows by default.
impl ToHtml for Utterance {
    fn to_html(&self) -> String {
        let options = ReportOptions::new();
        part(|html| {
            html.element("p", &[("class", "who")], |html| {
                heading(html, self, &BTreeSet::new(), options.words);
            });
            body(html, self, &options, None);
        })
    }
}

/// The words of a quote and who said them.
impl ToHtml for Row {
    fn to_html(&self) -> String {
        part(|html| quote(html, self, ReportOptions::new().words))
    }
}

/// So many quotes are shown.
const MOST_QUOTES: usize = 100;

/// The title of the document and its quotes, the first hundred.
impl ToHtml for Annotations {
    fn to_html(&self) -> String {
        let words = ReportOptions::new().words;
        let document = self.document();
        part(|html| {
            html.element("p", &[("class", "who")], |html| {
                let title = shortened(self.title().unwrap_or(document.id()), words);
                html.leaf("strong", &[], &title);
                let published = self.published().map(|it| it.to_string());
                for fact in [document.outlet(), published.as_deref()].into_iter().flatten() {
                    html.text(" · ");
                    html.leaf("bdi", &[], &shortened(fact, words));
                }
            });
            if self.quotes().is_empty() {
                html.leaf("p", &[("class", "more")], "no quotes");
            }
            for row in self.rows().iter().take(MOST_QUOTES) {
                quote(html, row, words);
            }
            and_more(html, "p", self.quotes().len(), MOST_QUOTES, "quote");
        })
    }
}

fn quote(html: &mut Html, row: &Row, most: usize) {
    html.element("blockquote", &[], |html| {
        html.element("p", &[("dir", "auto")], |html| {
            let text = shortened(&row.text, most);
            let is_direct = row.kind == QuoteKind::Direct.as_str();
            html.text(&if is_direct { format!("“{text}”") } else { text });
        });
    });
    html.element("p", &[("class", "where")], |html| {
        if let Some(speaker) = &row.speaker {
            html.leaf("bdi", &[("class", "speaker")], &shortened(speaker, most));
            html.text(" ");
        }
        let words = [row.source.as_deref(), row.cue.as_deref()];
        for words in words.into_iter().flatten() {
            html.leaf("bdi", &[("class", "aside")], &format!("“{}”", shortened(words, most)));
            html.text(" ");
        }
        html.leaf("span", &[("class", "badge")], row.kind);
    });
}
