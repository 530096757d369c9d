//! What a line of JSON holds, key by key.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::annotate::WarningCode;
use crate::confidence::Confidence;
use crate::document::BlockKind;
use crate::entity::{EntityKind, MentionForm, Origin};
use crate::quote::{CueClass, QuoteKind, SourceKind};

/// What a line holds.
#[derive(Debug, Deserialize)]
pub(super) struct Record<'a> {
    pub(super) schema: u32,
    pub(super) id: Text<'a>,
    pub(super) outlet: Option<Text<'a>>,
    pub(super) url: Option<Text<'a>>,
    pub(super) title: Option<Text<'a>>,
    pub(super) language: Option<Text<'a>>,
    pub(super) published: Option<Text<'a>>,
    pub(super) text: Option<Text<'a>>,
    pub(super) blocks: Vec<BlockRecord>,
    pub(super) sentences: Vec<Range>,
    pub(super) entities: Vec<EntityRecord<'a>>,
    pub(super) mentions: Vec<MentionRecord<'a>>,
    pub(super) quotes: Vec<QuoteRecord<'a>>,
    pub(super) warnings: Vec<WarningRecord<'a>>,
}

pub(super) type Text<'a> = Cow<'a, str>;

/// Start and end, in the unit of the record.
pub(super) type Range = [u32; 2];

#[derive(Debug, Deserialize)]
pub(super) struct BlockRecord {
    pub(super) kind: Name<BlockKind>,
    pub(super) start: u32,
    pub(super) end: u32,
}

#[derive(Debug, Deserialize)]
pub(super) struct EntityRecord<'a> {
    pub(super) id: Text<'a>,
    pub(super) name: Text<'a>,
    pub(super) kind: Option<Name<EntityKind>>,
    pub(super) external: BTreeMap<Text<'a>, Text<'a>>,
}

#[derive(Debug, Deserialize)]
pub(super) struct MentionRecord<'a> {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) text: Option<Text<'a>>,
    pub(super) entity: Text<'a>,
    pub(super) candidates: Vec<Text<'a>>,
    #[serde(default)]
    pub(super) scores: Vec<Permille>,
    pub(super) form: Name<MentionForm>,
    pub(super) origin: Name<Origin>,
    pub(super) confidence: Permille,
}

#[derive(Debug, Deserialize)]
pub(super) struct QuoteRecord<'a> {
    pub(super) id: Text<'a>,
    pub(super) parent: Option<Text<'a>>,
    pub(super) kind: Name<QuoteKind>,
    pub(super) text: Option<Text<'a>>,
    pub(super) content: Vec<Range>,
    pub(super) marked: Vec<Range>,
    pub(super) cue: Option<Range>,
    pub(super) source: Option<Range>,
    pub(super) source_kind: Name<SourceKind>,
    pub(super) speakers: Vec<SpeakerRecord<'a>>,
    pub(super) addressees: Vec<ParticipantRecord<'a>>,
    pub(super) relays: Vec<ParticipantRecord<'a>>,
    pub(super) medium: Option<Range>,
    pub(super) about: Vec<Text<'a>>,
    pub(super) class: Name<CueClass>,
    pub(super) negated: bool,
    pub(super) modal: bool,
    pub(super) block: usize,
    pub(super) origin: Name<Origin>,
    pub(super) confidence: Permille,
}

#[derive(Debug, Deserialize)]
pub(super) struct SpeakerRecord<'a> {
    pub(super) id: Text<'a>,
}

#[derive(Debug, Deserialize)]
pub(super) struct ParticipantRecord<'a> {
    pub(super) id: Option<Text<'a>>,
    pub(super) start: u32,
    pub(super) end: u32,
}

#[derive(Debug, Deserialize)]
pub(super) struct WarningRecord<'a> {
    pub(super) code: Name<WarningCode>,
    pub(super) message: Text<'a>,
    pub(super) start: Option<u32>,
    pub(super) end: Option<u32>,
}

/// A value of an enum by its name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<T>(pub(super) T);

impl<'de, T: FromStr<Err: Display>> Deserialize<'de> for Name<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name<T>, D::Error> {
        let name = Text::deserialize(deserializer)?;
        name.parse().map(Name).map_err(D::Error::custom)
    }
}

/// A confidence written as a number from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Permille(pub(super) Confidence);

impl<'de> Deserialize<'de> for Permille {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Permille, D::Error> {
        let value = f64::deserialize(deserializer)?;
        if !(0.0..=1.0).contains(&value) {
            return Err(D::Error::custom(format_args!("confidence {value} is not from 0 to 1")));
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a whole number from 0 to 1000"
        )]
        let permille = (value * 1000.0).round() as u16;
        Ok(Permille(Confidence::from_permille(permille)))
    }
}
