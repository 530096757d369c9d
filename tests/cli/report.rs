//! `inquit report`: the page, and how it is written.

use inquit_cli::ExitCode;
use inquit_tests::well_formed;

use super::{Folder, inquit};

const ONE: &str = "“The ferry should never have left port,” said Ada Okoro.";
const OTHER: &str = "Ada Okoro said: “The ferry … never have left port.”";

fn folder() -> Folder {
    Folder::with(&[("in/a.txt", ONE), ("in/b.txt", OTHER)])
}

#[test]
fn the_page_shows_what_each_article_made_of_it() {
    let folder = folder();
    let page = inquit(["report"]).arg(folder.path("in")).done().stdout;
    assert_eq!(well_formed(&page), Ok(()));
    for part in [
        "<p>“The ferry should never have left port,”</p>",
        "<del class=\"open\" title=\"left out\">should</del>",
        "changes are marked",
        "2 articles: 1 quotation in 1 story, of which one stands in more than one outlet.",
    ] {
        assert!(page.replace(" dir=\"auto\"", "").contains(part), "{part}\n{page}");
    }
    assert_eq!(
        page,
        inquit(["report", "-o", "-", "--threads", "2"]).arg(folder.path("in")).done().stdout
    );
}

#[test]
fn lines_of_extract_make_the_same_page() {
    let folder = folder();
    let lines = inquit(["extract", "--with-text"]).arg(folder.path("in")).done().stdout;
    let of_lines = inquit(["report", "-"]).stdin(&lines).done().stdout;
    assert_eq!(of_lines, inquit(["report"]).arg(folder.path("in")).done().stdout);
}

#[test]
fn a_file_is_replaced_as_a_whole() {
    let folder = folder();
    let page = inquit(["report"]).arg(folder.path("in")).done().stdout;
    let file = folder.write("report.html", "the old page, ".repeat(10_000));
    let run = inquit(["report", "-o"]).arg(&file).arg(folder.path("in")).done();
    assert_eq!((run.stdout, folder.read("report.html")), (String::new(), page.clone()));
    let left = std::fs::read_dir(folder.root()).unwrap().count();
    assert_eq!(left, 2, "no temporary file is left");
    // What fails leaves the old page.
    inquit(["report", "--dictionary", "no such file", "-o"])
        .arg(&file)
        .arg(folder.path("in"))
        .refused("no such file");
    assert_eq!(folder.read("report.html"), page);
}

#[test]
fn an_output_that_cannot_be_written_is_refused_before_the_work() {
    let folder = folder();
    let beyond = folder.path("no/such/folder/report.html");
    inquit(["report", "-o"]).arg(beyond).arg(folder.path("in")).refused("cannot write to");
    inquit(["report", "-o"]).arg(folder.path("in")).arg(folder.path("in")).refused("cannot write");
    let input = folder.path("in/a.txt");
    inquit(["report", "-o"]).arg(&input).arg(&input).refused("is one of the inputs");
    assert_eq!(std::fs::read_dir(folder.path("in")).unwrap().count(), 2);
}

#[test]
fn what_fails_is_named_and_the_rest_is_shown() {
    let lines = "{\"id\": \"a\", \"text\": \"“We sail at noon today,” said Ida Holm.\"}\n[]\n";
    let run = inquit(["report", "-"]).stdin(lines).run();
    assert_eq!(run.exit, ExitCode::SomeFailed);
    assert_eq!(run.errors().len(), 1);
    assert!(run.stdout.contains("“We sail at noon today,”"));
}

#[test]
fn without_articles_there_is_a_page_that_says_so() {
    let folder = Folder::new();
    let run = inquit(["report", "--title", "Nothing & <nobody>"]).arg(folder.root()).run();
    assert_eq!(run.exit, ExitCode::Done);
    assert_eq!(well_formed(&run.stdout), Ok(()));
    assert!(run.stdout.contains("<h1 dir=\"auto\">Nothing &amp; &lt;nobody&gt;</h1>"));
    assert!(run.stdout.contains("There are no articles."));
}

#[test]
fn limits_are_kept_and_what_is_not_shown_is_counted() {
    let mut lines = String::new();
    for at in 0..40 {
        let text = format!(
            "“The old ferry should never have left port that morning,” said Ada Okoro.\n\n\
             “We counted {at} boats in the bay of Harlsea,” said Witness{at} Smith."
        );
        lines.push_str(&serde_json::json!({ "id": format!("d{at}"), "text": text }).to_string());
        lines.push('\n');
    }
    let page = |more: &[&str]| inquit(["report", "-"]).args(more).stdin(&lines).done().stdout;
    let small = page(&["--utterances", "2", "--reports", "3", "--rows", "4", "--stories", "1"]);
    for part in ["and 36 more reports", "more quotations", "more speakers"] {
        assert!(small.contains(part), "{part}");
    }
    assert!(small.matches("<li").count() < page(&[]).matches("<li").count());
    assert!(page(&["--stories", "0"]).contains("and 1 more story"));
}
