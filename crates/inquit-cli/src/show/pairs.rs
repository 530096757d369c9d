//! Who spoke about whom, and to whom.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr;

use super::look::{ASIDE, Look, NAME, TITLE};
use super::table::{counted, cut, put};

/// Speakers and whom they spoke about or to, counted over documents.
#[derive(Default)]
pub(super) struct Pairs(BTreeMap<(String, String), u64>);

/// Pairs beyond these are only counted.
const ROWS: usize = 15;
/// Columns of the number, and of what parts the columns from each other.
const OTHER_COLUMNS: usize = 12;

impl Pairs {
    pub(super) fn add(&mut self, speaker: &str, other: &str) {
        *self.0.entry((speaker.to_owned(), other.to_owned())).or_default() += 1;
    }

    /// Appends the table: `joint` is "about" or "to".
    pub(super) fn draw(&self, joint: &str, look: Look, drawn: &mut String) {
        let mut pairs: Vec<_> = self.0.iter().collect();
        pairs.sort_by_key(|&(names, quotes)| (Reverse(*quotes), names));
        let more = pairs.len().saturating_sub(ROWS);
        pairs.truncate(ROWS);
        if pairs.is_empty() {
            return;
        }
        let room = look.width.saturating_sub(OTHER_COLUMNS) / 2;
        let rows: Vec<[String; 2]> = pairs
            .iter()
            .map(|((speaker, about), _)| [cut(speaker, room), cut(about, room)])
            .collect();
        let widest = |column: usize, title: &str| {
            let names = rows.iter().filter_map(|row| row.get(column));
            names.map(|name| name.width()).max().unwrap_or(0).max(title.len())
        };
        let widths = [widest(0, "speaker"), widest(1, joint)];
        let padded = |text: &str, shown: String, width: usize| {
            format!("{shown}{}", " ".repeat(width.saturating_sub(text.width())))
        };

        put(drawn, &look.paint(TITLE, &format!("Who spoke {joint} whom")));
        put(drawn, "");
        let [speaker, other] = ["speaker", joint].map(str::to_owned);
        let head = format!(
            "  {}  {}  quotes",
            padded("speaker", speaker, widths[0]),
            padded(joint, other, widths[1])
        );
        put(drawn, &look.paint(ASIDE, &head));
        for ([speaker, about], (_, quotes)) in rows.iter().zip(&pairs) {
            let speaker = padded(speaker, look.paint(NAME, speaker), widths[0]);
            let about = padded(about, about.clone(), widths[1]);
            put(drawn, &format!("  {speaker}  {about}  {quotes:>6}"));
        }
        if more > 0 {
            let more = format!("  and {}", counted(more as u64, "other pair", "other pairs"));
            put(drawn, &look.paint(ASIDE, &more));
        }
        put(drawn, "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(pairs: &[(&str, &str)], width: usize) -> String {
        let mut about = Pairs::default();
        for (speaker, whom) in pairs {
            about.add(speaker, whom);
        }
        let mut drawn = String::new();
        about.draw("about", Look { width, colour: false }, &mut drawn);
        drawn
    }

    #[test]
    fn pairs_stand_by_number_then_name() {
        let pairs = [("Ida Holm", "Jon Vell"), ("Ann Ask", "Oslo"), ("Ida Holm", "Jon Vell")];
        let expected = "\
Who spoke about whom

  speaker   about     quotes
  Ida Holm  Jon Vell       2
  Ann Ask   Oslo           1

";
        assert_eq!(drawn(&pairs, 80), expected);
        assert_eq!(drawn(&[], 80), "");
    }

    #[test]
    fn it_fits_the_terminal() {
        let long = "Her Serene Highness the Duchess of the Northern Isles and Lower Fells";
        for width in [30, 50, 80, 100] {
            let drawn = drawn(&[(long, long), ("新聞記者の長い長い名前", long)], width);
            let widest = drawn.lines().map(UnicodeWidthStr::width).max();
            assert!(widest.is_some_and(|widest| widest <= width), "{width}:\n{drawn}");
        }
    }
}
