//! What a reader of the annotations should know about the text.

use crate::named::named;
use crate::text::Span;

named! {
    /// What a warning is about.
    pub enum WarningCode("warning code") {
        /// A quotation mark opens and none closes it.
        UnclosedMark = "unclosed-mark",
        /// The text holds a NUL character.
        NulCharacter = "nul-character",
        /// The document has no words.
        NoText = "no-text",
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
