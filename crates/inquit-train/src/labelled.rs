//! Names in token files: a word, a tab and its label on a line; a blank line ends a sentence, and
//! `-DOC-` begins a document. Labels are `O`, and `B-` and `I-` with `PER`, `ORG` or `LOC`; others
//! count as none.
//!
//! The words are put together to a text as it might have been: with the marks where they belong,
//! and in paragraphs of a few sentences.

use std::fs;
use std::path::Path;

use inquit::training::NamesArticle;
use inquit::{Document, Span};

use crate::error::Error;

/// An article with its names: kind (0 for people, 1 for organisations, 2 for places), tokens.
pub(crate) struct Labelled {
    pub(crate) article: NamesArticle,
    pub(crate) names: Vec<(usize, std::ops::Range<usize>)>,
}

const KINDS: [&str; 3] = ["PER", "ORG", "LOC"];
/// Sentences of a paragraph.
const PARAGRAPH: usize = 4;
/// Stand right behind the word before them.
const ENDINGS: &str =
    ", . ; : ? ! ) ] } % ’s 's ’ ' n't n’t 're ’re 've ’ve 'll ’ll 'd ’d 'm ’m ” ... …";
/// Stand right before the word behind them.
const BEGINNINGS: &str = "( [ { $ £ € “ #";

/// Reads a file of labelled tokens.
pub(crate) fn read(path: &Path) -> Result<Vec<Labelled>, Error> {
    let text =
        fs::read_to_string(path).map_err(|source| Error::Read { path: path.into(), source })?;
    let mut articles = Vec::new();
    let mut draft = Draft::default();
    for (number, line) in (1..).zip(text.lines()) {
        if line == "-DOC-" {
            articles.extend(std::mem::take(&mut draft).article()?);
        } else if line.trim().is_empty() {
            draft.end_sentence();
        } else {
            let Some((word, label)) = line.rsplit_once('\t') else {
                let what = format!("`{line}` has no tab and label");
                return Err(Error::Malformed { path: path.into(), line: number, what });
            };
            if label != "O" && !label.starts_with("B-") && !label.starts_with("I-") {
                let what = format!("the label `{label}` is neither O nor begins with B- or I-");
                return Err(Error::Malformed { path: path.into(), line: number, what });
            }
            draft.add(word, label);
        }
    }
    articles.extend(draft.article()?);
    Ok(articles)
}

/// A text in the making.
#[derive(Default)]
struct Draft {
    text: String,
    names: Vec<(usize, usize, usize)>,
    /// The name that the next word may go on with.
    open: Option<usize>,
    sentences: usize,
    inside: bool,
    glued: bool,
    marks: usize,
}

impl Draft {
    fn end_sentence(&mut self) {
        self.sentences += usize::from(self.inside);
        (self.inside, self.open) = (false, None);
    }

    fn add(&mut self, word: &str, label: &str) {
        let word = if matches!(word, "''" | "``") { "\"" } else { word };
        let closes = word == "\"" && self.marks % 2 == 1;
        if self.inside {
            let ended = ENDINGS.split(' ').any(|it| it == word);
            let clitic = self.text.ends_with(['’', '\''])
                && matches!(word, "s" | "re" | "ve" | "ll" | "d" | "m" | "t");
            if !(self.glued || ended || clitic || closes) {
                self.text.push(' ');
            }
        } else {
            self.marks = 0;
            if !self.text.is_empty() {
                let paragraph = self.sentences.is_multiple_of(PARAGRAPH);
                self.text.push_str(if paragraph { "\n\n" } else { " " });
            }
        }
        self.inside = true;
        self.marks += usize::from(word == "\"");
        self.glued = BEGINNINGS.split(' ').any(|it| it == word) || (word == "\"" && !closes);
        let start = self.text.len();
        self.text.push_str(word);
        let kind = KINDS.iter().position(|it| label.get(2..) == Some(*it));
        match (kind, self.open, self.names.last_mut()) {
            (Some(kind), Some(open), Some(last)) if label.starts_with("I-") && kind == open => {
                last.2 = self.text.len();
            }
            (Some(kind), ..) => self.names.push((kind, start, self.text.len())),
            (None, ..) => {}
        }
        self.open = kind;
    }

    fn article(mut self) -> Result<Option<Labelled>, Error> {
        if self.text.is_empty() {
            return Ok(None);
        }
        self.text.push('\n');
        let article = NamesArticle::new(Document::new("article", self.text)?);
        let tokens = |&(kind, start, end): &(usize, usize, usize)| {
            (kind, article.touched(Span::new(start as u32, end as u32)))
        };
        let names = self.names.iter().map(tokens).filter(|it| !it.1.is_empty()).collect();
        Ok(Some(Labelled { article, names }))
    }
}
