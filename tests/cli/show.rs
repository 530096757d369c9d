//! `inquit show`: what a reader sees.

use inquit_cli::{Face, Terminal};

use super::{Folder, inquit};

const QUOTE: &str = "“We sail at noon, and we sail whatever the wind says,” said Ida Holm.";

/// A terminal of this width, without colours.
fn wide(width: usize) -> Terminal {
    Terminal { width, ..Terminal::default() }
}

#[track_caller]
fn show(text: &str, width: usize) -> String {
    inquit(["show", "-"]).stdin(text).terminal(wide(width)).done().stdout
}

#[test]
fn a_page_says_who_how_and_what() {
    let page = show(&format!("{{\"id\": \"port\", \"text\": \"{QUOTE}\"}}"), 80);
    let lines: Vec<&str> = page.lines().collect();
    assert_eq!(lines[0], "port");
    assert_eq!(lines[1], "");
    assert_eq!(lines[2], "  Ida Holm  direct · said");
    assert_eq!(lines[3], "     “We sail at noon, and we sail whatever the wind says,”");
    assert_eq!(lines[4], "");
    assert!(lines.last().expect("a last line").starts_with("1 quote in 1 document"));
}

#[test]
fn lines_are_as_wide_as_the_terminal_and_begin_alike() {
    let page = show(&format!("{{\"id\": \"port\", \"text\": \"{QUOTE}\"}}"), 30);
    let words: Vec<&str> = page.lines().skip(3).take_while(|line| !line.is_empty()).collect();
    assert_eq!(
        words,
        ["     “We sail at noon, and we", "      sail whatever the wind", "      says,”"]
    );
    let long = format!("“{},” said Ida Holm.", "sail ".repeat(200).trim_end());
    for width in [1, 30, 33, 60, 79, 100, 500] {
        let page = show(&long, width);
        let widest = page.lines().map(|line| line.chars().count()).max().expect("lines");
        assert!(widest <= width.clamp(30, 100), "{widest} columns on {width}");
        assert_eq!(page.matches("sail").count(), 200);
    }
}

#[test]
fn what_is_known_of_a_document_stands_above() {
    let line = format!(
        "{{\"id\":\"p1\",\"title\":\"Storm keeps ferry in port\",\"outlet\":\"The Gull\",\
         \"published\":\"2031-03-02\",\"text\":\"{QUOTE}\"}}"
    );
    let page = show(&line, 80);
    assert!(page.starts_with("Storm keeps ferry in port\np1 · The Gull · 2031-03-02\n\n  Ida"));
}

#[test]
fn a_document_without_quotes_is_shown_as_such() {
    let page =
        show("{\"id\": \"quiet\", \"text\": \"The ferry sailed at noon as it always does.\"}", 80);
    assert_eq!(page, "quiet\n\n  no quotes\n\n\n0 quotes in 1 document\n");
}

#[test]
fn quotes_of_a_class_that_is_not_asked_for_are_left_out() {
    let page = inquit(["show", "--classes=intention", "-"]).stdin(QUOTE).done().stdout;
    assert!(page.contains("no quotes"), "{page}");
    for classes in ["all", "speech", "writing, speech", "speech,attitude,intention,writing"] {
        let page = inquit(["show", "--classes", classes, "-"]).stdin(QUOTE).done().stdout;
        assert_eq!(page, inquit(["show", "-"]).stdin(QUOTE).done().stdout);
    }
}

#[test]
fn colours_come_only_where_they_are_wanted() {
    let colour = Face { terminal: true, colour: true };
    let colour = Terminal { stdout: colour, ..Terminal::default() };
    let page = |args: &[&str], terminal| inquit(args).stdin(QUOTE).terminal(terminal).done().stdout;
    let plain = page(&["show", "-"], Terminal::default());
    assert!(!plain.contains('\u{1b}'));
    assert_eq!(page(&["show", "--color=never", "-"], colour), plain);

    let coloured = page(&["show", "-"], colour);
    assert_eq!(page(&["show", "--color=always", "-"], Terminal::default()), coloured);
    assert_eq!(page(&["--color", "always", "show", "-"], Terminal::default()), coloured);
    assert!(coloured.contains("\u{1b}[1m"));
    assert_eq!(without_styles(&coloured), plain, "colours change no column");
}

/// The text without the sequences that set a style.
fn without_styles(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').expect("a style").1)
}

#[test]
fn a_text_cannot_command_the_terminal() {
    let line = r#"{"id":"\u001b]0;id\u0007","title":"\u001b[2Jtitle","outlet":"\u009bout",
        "text":"“Yes\u001b[31m\u0007\u0008,” said \u001b[1mIda Holm."}"#;
    let page = inquit(["show", "-"]).stdin(line.replace('\n', " ")).done().stdout;
    assert!(page.contains("\u{FFFD}[2Jtitle"), "{page}");
    assert!(page.chars().all(|c| c == '\n' || !c.is_control()), "{page:?}");
}

#[test]
fn documents_follow_each_other() {
    let folder = Folder::with(&[("b.txt", "“No,” said Jon Vell."), ("a.txt", QUOTE)]);
    let page = inquit(["show"]).arg(folder.root()).done().stdout;
    let (first, second) = (page.find("“We sail").expect("a"), page.find("“No,”").expect("b"));
    assert!(first < second);
    assert!(page.contains("\n2 quotes in 2 documents"), "{page}");
}

#[test]
fn a_speaker_is_named_however_the_text_names_them_and_counted_once() {
    let text = "Ida Holm, the captain of the ferry, spoke to the crew. “We sail at noon,” Ms Holm \
                said. “We sail whatever the wind says,” she told reporters.";
    let page = show(text, 80);
    assert!(
        page.contains("\n  Ida Holm  direct · Ms Holm said\n     “We sail at noon,”\n"),
        "{page}"
    );
    assert!(page.contains("\n  Ida Holm  direct · she told reporters\n"), "{page}");
    let (_, table) = page.split_once("Who spoke most\n\n").expect("a table");
    assert_eq!(
        table,
        "  speaker   quotes   words\n  Ida Holm       2      10  ━━━━━━━━━━━━━━━━━━━━\n\n\
         2 quotes in 1 document\n"
    );
}
