//! What a reader of the annotations should know about the text.

use super::language::looks_english;
use crate::document::{Block, Document, doubts, impossible};
use crate::named::named;
use crate::quote::Glance;
use crate::text::{Marked, Span, Token, TokenKind};

named! {
    /// What a warning is about.
    pub enum WarningCode("warning code") {
        /// A quotation mark opens and none closes it.
        UnclosedMark = "unclosed-mark",
        /// The text holds a NUL character.
        NulCharacter = "nul-character",
        /// The document has no words.
        NoText = "no-text",
        /// A date of a time stamp may mean one of two days.
        AmbiguousDate = "ambiguous-date",
        /// A date is no day of the calendar.
        ImpossibleDate = "impossible-date",
        /// The text does not look like English, the language that is understood.
        NotEnglish = "not-english",
    }
}

/// Something odd about a text, which was annotated all the same.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Warning {
    pub(crate) code: WarningCode,
    pub(crate) message: Box<str>,
    pub(crate) span: Option<Span>,
}

impl Warning {
    /// What it is about.
    pub fn code(&self) -> WarningCode {
        self.code
    }

    /// The same in words.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where in the text, if at one place.
    pub fn span(&self) -> Option<Span> {
        self.span
    }
}

/// At most so many warnings of one code; the last says how many more there are.
const MOST: usize = 20;

/// What is odd about the text of a document.
pub(super) fn warnings(
    document: &Document,
    tokens: &[Token],
    glances: &[Glance],
    marked: &[Marked],
    blocks: &[Block],
) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |code, message: String, span| {
        warnings.push(Warning { code, message: message.into(), span });
    };
    let is_word = |token: &Token| {
        matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Address)
    };
    if !tokens.iter().any(is_word) {
        warn(WarningCode::NoText, "the document has no words".to_owned(), None);
    }
    if !looks_english(document.text(), tokens, glances) {
        let message = "the text does not look like English; little may be found in it";
        warn(WarningCode::NotEnglish, message.to_owned(), None);
    }
    if let Some(at) = memchr::memchr(0, document.text().as_bytes()) {
        let message = "the text holds NUL characters; was it decoded with the right encoding?";
        warn(WarningCode::NulCharacter, message.to_owned(), Some(Span::of(at..at + 1)));
    }
    let unclosed = || marked.iter().filter(|it| !it.closed && !it.continued);
    for region in unclosed().take(MOST) {
        let message = "no mark closes the quotation that opens here".to_owned();
        warn(WarningCode::UnclosedMark, message, Some(region.span));
    }
    let more = unclosed().count().saturating_sub(MOST);
    if more > 0 {
        let message = format!("{more} more quotations are not closed");
        warn(WarningCode::UnclosedMark, message, None);
    }
    let (ambiguous, wrong): (Vec<_>, Vec<_>) =
        doubts(document, blocks).into_iter().partition(|doubt| doubt.ambiguous);
    for span in ambiguous.into_iter().map(|doubt| doubt.span).take(MOST) {
        let message = format!("the date `{}` may have the day or the month first", &document[span]);
        warn(WarningCode::AmbiguousDate, message, Some(span));
    }
    let told = impossible(document.text(), tokens, blocks);
    for span in wrong.into_iter().map(|doubt| doubt.span).chain(told).take(MOST) {
        let message = format!("the date `{}` is no day of the calendar", &document[span]);
        warn(WarningCode::ImpossibleDate, message, Some(span));
    }
    warnings
}
