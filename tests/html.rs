//! The page of a report: whatever is in the articles is text on it, and it stays of a size.

use inquit::{
    Annotator, Document, LinkedDocument, Linker, Links, Member, QuoteKind, Story, Utterance,
};
use inquit_io::{ReportOptions, ToHtml, report_html};
use inquit_tests::well_formed;
use proptest::prelude::*;

use crate::invariants::hostile_text;
use crate::property::config;

pub(crate) fn page(links: &Links) -> String {
    report_html(links, &ReportOptions::new())
}

/// Two articles with everything that might be taken for more than text, in every place there is.
pub(crate) fn hostile_links(address: &str) -> Links {
    let nasty = format!(
        "<script src=\"{address}/script\">alert(1)</script><img src='{address}/image' onerror=alert(1)>\
         <style>@import '{address}/style';</style></title></style> &lt;b&gt; ]]> \" ' \0 \u{1b}[31m \
         \u{202E}drow\u{2066} \u{FFFE} <!-- "
    );
    let annotator = Annotator::new();
    let mut linker = Linker::new();
    for (at, words) in
        ["will never sell the old ferry", "will not sell the <b>old</b> ferry"].iter().enumerate()
    {
        let text = format!(
            "{nasty}\n\n“We {words} to <i>anybody</i> & \"{address}/words\",” said Clark Kent \
             <clark@example.org>.\n\n“{nasty} it is so,” said <b>Lois</b> Lane. Kent said that \
             <script>alert(2)</script> it rained."
        );
        let document = Document::new(format!("{at}\"><script>{nasty}"), text)
            .expect("a small text")
            .with_outlet(format!("{at} {nasty}"))
            .with_title(&*nasty)
            .with_url(if at == 0 {
                "javascript:alert(1)".into()
            } else {
                format!("{address}/\"url\">")
            })
            .with_published(format!("2025-03-0{}", at + 1));
        linker.add(&annotator.annotate(&document)).expect("ids of their own");
    }
    linker.links()
}

#[test]
fn whatever_an_article_holds_is_text_on_the_page() {
    let links = hostile_links("http://127.0.0.1:9");
    assert!(links.utterances.iter().any(|it| !it.variants.is_empty()), "a quotation of both");
    let page = page(&links);
    assert_eq!(well_formed(&page), Ok(()));
    assert!(page.contains("&lt;script src=&quot;http://127.0.0.1:9/script&quot;&gt;"));
    assert!(page.contains("default-src 'none'"));
    assert!(!page.contains("href=\"javascript:"));
    for utterance in &links.utterances {
        assert_eq!(well_formed(&utterance.to_html()), Ok(()));
        for alteration in utterance.variants.iter().flat_map(|it| &it.alterations) {
            assert_eq!(well_formed(&alteration.to_html()), Ok(()));
        }
    }
}

/// Every link into the page leads to something that is there.
#[track_caller]
fn assert_links_lead(page: &str) {
    for link in page.split("href=\"#").skip(1) {
        let id = link.split('"').next().expect("an end of the value");
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "#{id}");
    }
}

#[test]
fn no_link_leads_nowhere() {
    let hostile = hostile_links("http://127.0.0.1:9");
    assert_links_lead(&page(&hostile));
    for few in 0..3 {
        let options = ReportOptions::new().with_stories(few).with_documents(few);
        assert_links_lead(&report_html(&hostile, &options.with_utterances(few)));
    }
    // Nobody speaks about anybody.
    let document = Document::new("a", "“We sail at noon today,” said Ida Holm.").expect("a text");
    let mut linker = Linker::new();
    linker.add(&Annotator::new().annotate(&document)).expect("an id of its own");
    let page = page(&linker.links());
    assert!(page.contains("href=\"#speakers\"") && !page.contains("Who spoke about whom"));
    assert_links_lead(&page);
}

#[test]
fn headings_stand_in_order() {
    let page = page(&hostile_links("http://127.0.0.1:9"));
    let mut last = 0;
    let mut count = 0;
    for (at, _) in page.match_indices("<h") {
        let Some(level) = page[at + 2..].chars().next().and_then(|c| c.to_digit(10)) else {
            continue;
        };
        assert!(level <= last + 1, "h{level} after h{last}");
        assert!(level > 1 || count == 0, "two headings of the page");
        (last, count) = (level, count + 1);
    }
    assert!(count > 5);
    assert_eq!(
        page.matches("<th").count(),
        page.matches("<th scope=").count() + page.matches("<thead").count()
    );
    assert!(page.contains("<html lang=\"en\">"));
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn any_text_makes_a_page(texts in prop::collection::vec(hostile_text(), 0..5)) {
        let annotator = Annotator::new();
        let mut linker = Linker::new();
        for (at, text) in texts.iter().enumerate() {
            let document = Document::new(format!("d{at}"), &**text).expect("a small text");
            let document = document.with_outlet(&**text).with_published("2025-03-01");
            let found = annotator.annotate(&document);
            prop_assert_eq!(well_formed(&found.to_html()), Ok(()));
            linker.add(&found).expect("ids of their own");
        }
        let links = linker.links();
        let first = page(&links);
        prop_assert_eq!(well_formed(&first), Ok(()));
        prop_assert_eq!(first, page(&links));
    }
}

/// Links of so many articles, none of which has to be annotated.
fn many(articles: usize) -> Links {
    let annotator = Annotator::builder().mode(inquit::Mode::Rules).build();
    let mut linker = Linker::new();
    for at in 0..articles {
        let text = format!(
            "Ferry number {0} sold\n\n“We will never sell the old ferry number {0} to the people of \
             town {1},” said Clark Kent.\n\n“Nobody asked me about boat number {at} this year,” said \
             Lois Lane.",
            at / 40,
            at % 7,
        );
        let document = Document::new(format!("d{at}"), text).expect("a small text");
        let document = document
            .with_outlet(format!("Outlet {}", at % 60))
            .with_published(format!("2025-03-{:02}", 1 + at % 28));
        linker.add(&annotator.annotate(&document)).expect("ids of their own");
    }
    linker.links()
}

#[test]
fn a_page_of_many_articles_can_be_opened() {
    let many = page(&many(2_000));
    assert_eq!(well_formed(&many), Ok(()));
    assert!(many.len() < 4 << 20, "{} bytes", many.len());
    assert!(many.contains("more"));
}

/// One story, an article every so many minutes, each with a quotation of its own.
fn story(articles: usize, minutes: usize) -> Links {
    let mut links = Links::default();
    for at in 0..articles {
        let id: Box<str> = format!("d{at:05}").into();
        let minute = at * minutes;
        let (day, hour, minute) = (1 + minute / 1_440, minute / 60 % 24, minute % 60);
        let published = Some(format!("2025-03-{day:02}T{hour:02}:{minute:02}").into());
        let outlet = Some(format!("Outlet {}", at % 5).into());
        links.documents.push(LinkedDocument {
            id: id.clone(),
            outlet: outlet.clone(),
            title: Some("The ferry".into()),
            url: None,
            published: published.clone(),
        });
        links.utterances.push(Utterance {
            id: format!("u{at:05}").into(),
            speaker: None,
            speaker_name: None,
            story: "s1".into(),
            reference: Member {
                document: id,
                outlet,
                published,
                quote: "q1".into(),
                spans: Vec::new(),
                char_spans: Vec::new(),
                text: "We sail at noon.".into(),
                relation: QuoteKind::Direct,
                about: Vec::new(),
            },
            variants: Vec::new(),
        });
    }
    let documents = links.documents.iter().map(|it| it.id.clone()).collect();
    links.stories.push(Story { id: "s1".into(), documents });
    links
}

#[test]
fn a_page_does_not_grow_with_the_articles_of_a_story() {
    let (few, many) = (page(&story(500, 80)), page(&story(2_000, 20)));
    assert_eq!(well_formed(&many), Ok(()));
    assert!(many.len() < few.len() * 21 / 20, "{} and {} bytes", few.len(), many.len());
    assert!(many.matches("<circle").count() <= 5 * 17);
}

#[test]
fn articles_at_one_place_are_one_dot_with_the_sum() {
    let mut links = story(20, 0);
    links.utterances.truncate(8);
    let page = page(&links);
    assert_eq!(page.matches("<circle").count(), 5);
    assert!(page.contains("4 articles, 2 quotations: 1 Mar 2025, 00:00"), "{page}");
}

#[test]
fn a_day_without_a_time_is_not_its_beginning() {
    let mut links = story(3, 60);
    for (document, published, title) in [
        (0, "2025-12-31", "Of the day"),
        (1, "2025-12-31T09:30", "In the morning"),
        (2, "2026-01-02T10:00", "Later"),
    ] {
        links.documents[document].published = Some(published.into());
        links.documents[document].title = Some(title.into());
    }
    let page = page(&links);
    assert!(page.contains("<h3 dir=\"auto\">In the morning</h3>"), "{page}");
    let place = |words: &str| page.rfind(words).expect("a title");
    assert!(place("<bdi>In the morning") < place("<bdi>Of the day"));
    assert!(place("<bdi>Of the day") < place("<bdi>Later"));
    assert_eq!((page.matches("<rect").count(), page.matches("<circle").count()), (1, 2));
    assert!(page.contains("31 Dec 2025, time not known"));
    for label in [">31 Dec 2025<", ">1 Jan 2026<", ">2 Jan<", ">2 Jan 2026, 10:00<"] {
        assert!(page.contains(label), "{label}\n{page}");
    }
}

#[test]
fn what_happened_within_a_day_has_its_date_at_both_ends() {
    let page = page(&story(3, 60));
    assert!(page.contains(">1 Mar 2025, 00:00<") && page.contains(">1 Mar 2025, 02:00<"), "{page}");
}

#[test]
fn a_report_leads_to_its_article() {
    let page = page(&story(2, 60));
    assert_links_lead(&page);
    let link = "<a href=\"#article-2\" title=\"The ferry\"><bdi class=\"outlet\">Outlet 1</bdi>";
    assert!(page.contains(link), "{page}");
}

#[test]
fn outlets_are_counted_where_they_are_known() {
    let mut links = story(2, 60);
    assert!(page(&links).contains("of which 0 stand in more than one outlet."));
    for document in &mut links.documents {
        document.outlet = Some(" ".into());
    }
    let page = page(&links);
    assert!(page.contains("of which 0 stand in more than one article."), "{page}");
    assert!(page.contains("<p class=\"lead\">2 articles, "), "{page}");
}

#[test]
fn text_without_spaces_is_cut_too() {
    let mut links = story(1, 0);
    links.utterances[0].reference.text = "東".repeat(100_000).into();
    links.documents[0].title = Some("京".repeat(100_000).into());
    let page = page(&links);
    let most = ReportOptions::WORDS * ReportOptions::LETTERS;
    assert!(page.contains(&format!("“{} … (and 97,000 more characters)”", "東".repeat(most))));
    assert!(page.len() < 100_000, "{} bytes", page.len());
}
