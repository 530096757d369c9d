//! Who spoke most, about whom, and to whom.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::look::{ASIDE, Look, NAME, TITLE};
use super::page::Page;
use super::pairs::Pairs;
use super::wrap::{one_line, wrap};

/// What was said, counted over documents.
#[derive(Default)]
pub(super) struct Table {
    documents: u64,
    quotes: u64,
    /// Those of which the text does not tell by whom they are.
    unnamed: u64,
    speakers: BTreeMap<String, Spoken>,
    about: Pairs,
    told: Pairs,
}

/// How much somebody said.
#[derive(Clone, Copy, Default, Eq, Ord, PartialEq, PartialOrd)]
struct Spoken {
    quotes: u64,
    words: u64,
}

/// Speakers beyond these are only counted.
const ROWS: usize = 20;
/// Columns of the longest bar, and of a name before it is cut.
const BAR: usize = 20;
const NAME_COLUMNS: usize = 40;
/// Columns of the two numbers, and of what parts them from the name.
const NUMBER_COLUMNS: usize = 16;

impl Table {
    pub(super) fn add(&mut self, page: Page) {
        self.documents += 1;
        for said in page.said {
            self.quotes += 1;
            self.unnamed += u64::from(said.speakers.is_empty());
            for speaker in said.speakers {
                // "I" is the speaker, who so speaks about himself.
                for about in said.about.iter().filter(|about| **about != speaker) {
                    self.about.add(&speaker, about);
                }
                for told in said.told.iter().filter(|told| **told != speaker) {
                    self.told.add(&speaker, told);
                }
                let spoken = self.speakers.entry(speaker).or_default();
                spoken.quotes += 1;
                spoken.words += said.words;
            }
        }
    }

    pub(super) fn draw(&self, look: Look) -> String {
        let mut drawn = String::new();
        if self.documents == 0 {
            return drawn;
        }
        if !self.speakers.is_empty() {
            self.draw_speakers(look, &mut drawn);
            self.about.draw("about", look, &mut drawn);
            self.told.draw("to", look, &mut drawn);
        }
        for line in wrap(&self.sum(), look.width) {
            put(&mut drawn, &look.paint(ASIDE, &line));
        }
        drawn
    }

    fn sum(&self) -> String {
        let quotes = counted(self.quotes, "quote", "quotes");
        let documents = counted(self.documents, "document", "documents");
        match self.unnamed {
            0 => format!("{quotes} in {documents}"),
            some => format!("{quotes} in {documents}, {some} without a known speaker"),
        }
    }

    fn draw_speakers(&self, look: Look, drawn: &mut String) {
        let mut speakers: Vec<_> = self.speakers.iter().collect();
        speakers.sort_by_key(|&(name, spoken)| (Reverse(*spoken), name));
        let more = speakers.len().saturating_sub(ROWS);
        speakers.truncate(ROWS);
        let most = speakers.first().map_or(1, |(_, spoken)| spoken.quotes.max(1));
        let room = look.width.saturating_sub(2 + NUMBER_COLUMNS);
        let names: Vec<String> = speakers.iter().map(|(name, _)| cut(name, room)).collect();
        let widest = names.iter().map(|name| name.width()).max().unwrap_or(0).max("speaker".len());

        let has_bars = 2 + widest + NUMBER_COLUMNS + 2 + BAR <= look.width;

        put(drawn, &look.paint(TITLE, "Who spoke most"));
        put(drawn, "");
        let pad = " ".repeat(widest - "speaker".len());
        put(drawn, &look.paint(ASIDE, &format!("  speaker{pad}  quotes   words")));
        for (name, (_, spoken)) in names.iter().zip(&speakers) {
            let pad = " ".repeat(widest - name.width());
            let name = look.paint(NAME, name);
            let bar = (spoken.quotes * BAR as u64).div_ceil(most);
            let bar = look.paint(ASIDE, &"━".repeat(usize::try_from(bar).unwrap_or(BAR)));
            let bar = if has_bars { format!("  {bar}") } else { String::new() };
            put(drawn, &format!("  {name}{pad}  {:>6}  {:>6}{bar}", spoken.quotes, spoken.words));
        }
        if more > 0 {
            let more = format!("  and {}", counted(more as u64, "other", "others"));
            put(drawn, &look.paint(ASIDE, &more));
        }
        put(drawn, "");
    }
}

pub(super) fn put(drawn: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(drawn, "{line}");
}

pub(super) fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A name on one line, cut where it is longer than so many columns.
pub(super) fn cut(name: &str, columns: usize) -> String {
    let name = one_line(name);
    let columns = columns.clamp(2, NAME_COLUMNS);
    if name.width() <= columns {
        return name;
    }
    let start = wrap(&name.replace(' ', "\u{a0}"), columns - 1).into_iter().next();
    start.unwrap_or_default().replace('\u{a0}', " ") + "…"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show::page::Said;

    fn look(width: usize) -> Look {
        Look { width, colour: false }
    }

    fn table(said: &[(&[&str], u64)]) -> Table {
        let mut table = Table::default();
        for &(speakers, words) in said {
            let speakers = speakers.iter().map(|&name| name.to_owned()).collect();
            table.add(Page {
                text: String::new(),
                said: vec![Said { speakers, about: vec![], told: vec![], words }],
            });
        }
        table
    }

    #[test]
    fn speakers_stand_by_quotes_then_words_then_name() {
        let table = table(&[
            (&["Jon Vell"], 5),
            (&["Ida Holm"], 4),
            (&["Ida Holm"], 3),
            (&["Ann Ask", "Jon Vell"], 3),
            (&["Åse Berg"], 3),
            (&[], 90),
        ]);
        let expected = "\
Who spoke most

  speaker   quotes   words
  Jon Vell       2       8  ━━━━━━━━━━━━━━━━━━━━
  Ida Holm       2       7  ━━━━━━━━━━━━━━━━━━━━
  Ann Ask        1       3  ━━━━━━━━━━
  Åse Berg       1       3  ━━━━━━━━━━

6 quotes in 6 documents, 1 without a known speaker
";
        assert_eq!(table.draw(look(80)), expected);
    }

    #[test]
    fn it_fits_the_terminal() {
        let long = "Her Serene Highness the Duchess of the Northern Isles and Lower Fells";
        let table = table(&[(&[long], 5), (&["新聞記者の長い長い名前"], 4)]);
        for width in [30, 50, 80, 100] {
            let drawn = table.draw(look(width));
            let widest = drawn.lines().map(UnicodeWidthStr::width).max();
            assert!(widest.is_some_and(|widest| widest <= width), "{width}:\n{drawn}");
            assert!(drawn.contains("  Her"), "{width}:\n{drawn}");
        }
    }

    #[test]
    fn speakers_beyond_the_first_are_counted() {
        let names: Vec<String> = (0..ROWS + 3).map(|number| format!("N{number:03}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let drawn = table(&[(&names, 1)]).draw(look(80));
        assert!(drawn.contains("N019") && !drawn.contains("N020"), "{drawn}");
        assert!(drawn.contains("\n  and 3 others\n"), "{drawn}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(Table::default().draw(look(80)), "");
        assert_eq!(
            table(&[(&[], 4)]).draw(look(80)),
            "1 quote in 1 document, 1 without a known speaker\n"
        );
    }
}
