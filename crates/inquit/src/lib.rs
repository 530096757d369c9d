#![doc = include_str!("../README.md")]

mod annotate;
mod artefact;
mod confidence;
mod corpus;
mod document;
mod entity;
mod error;
mod lexicon;
mod named;
mod quote;
mod record;
mod tagger;
mod text;

#[cfg(feature = "training")]
#[doc(hidden)]
pub use crate::annotate::training;
pub use crate::annotate::{
    Annotations, Annotator, AnnotatorBuilder, BatchOptions, Mode, Row, SpokenAbout, SpokenTo,
    Warning, WarningCode,
};
pub use crate::confidence::Confidence;
pub use crate::corpus::{
    Added, Alteration, AlterationKind, Comparison, Duplicate, Event, Excerpt, Fidelity,
    LinkedDocument, Linker, LinkerOptions, Links, Member, OutletRow, Placed, SharedEntity, Story,
    Utterance, Variant, Verdict, Verified, compare, compare_mixed,
};
pub use crate::document::{
    Author, Block, BlockKind, Date, DateMention, Document, Limits, Published,
};
pub use crate::entity::{
    Alias, Atlas, Candidates, CaseRule, Dictionary, DictionaryBuilder, Entity, EntityId,
    EntityKind, FlatMatch, Match, MatchTable, Matcher, Mention, MentionForm, Origin,
};
pub use crate::error::Error;
pub use crate::quote::{CueClass, Participant, Quote, QuoteKind, SourceKind};
pub use crate::record::{LinkRow, MatchRow, OffsetUnit, RecordOptions, SCHEMA};
pub use crate::text::{CharSpan, Marked, Span, Token, TokenKind, Utf16Span, pair_marks, tokenize};
