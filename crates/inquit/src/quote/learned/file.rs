//! The model of attributions as a file.

use std::path::Path;

use super::looks::Shelf;
use super::model::{AttributionModel, Judges};
use super::sequence::CONTEXTS;
use super::sources::SOURCE_VALUES;
use super::tagger::{LABELS, Tagger};
use super::values::VALUES;
use super::words::Words;
#[cfg(feature = "training")]
use crate::artefact::ArtefactWriter;
use crate::artefact::{Artefact, Kind};
use crate::error::Error;
use crate::tagger::{Chain, Forest, Linear};

/// Version 3 of the format goes with the features of this version of the library.
const KIND: Kind = Kind { tag: *b"ATTR", name: "attribution model", version: 3 };

const WORDS: [u8; 4] = *b"WORD";
const TRAITS: [u8; 4] = *b"TRAI";
const SOURCES: [u8; 4] = *b"SRCS";
const BORDERS: [u8; 4] = *b"BORD";
const WORDING: [u8; 4] = *b"SWOR";
const ATTRIBUTIONS: [u8; 4] = *b"ATTS";
const FAST: [u8; 4] = *b"FAST";

impl AttributionModel {
    /// Opens a model file.
    pub(crate) fn open(path: &Path) -> Result<AttributionModel, Error> {
        AttributionModel::read(&Artefact::open(path, KIND)?)
    }

    /// The model in a file built into the program.
    #[cfg(feature = "models")]
    pub(crate) fn from_static(bytes: &'static [u8]) -> Result<AttributionModel, Error> {
        AttributionModel::read(&Artefact::from_static(bytes, KIND)?)
    }

    fn read(file: &Artefact) -> Result<AttributionModel, Error> {
        let unfit = || file.damaged("its parts do not fit together");
        let hashes = file.section(WORDS)?.quads();
        let traits = file.section(TRAITS)?.all();
        if hashes.len() != traits.len() {
            return Err(unfit());
        }
        let words = hashes.iter().map(|it| u32::from_le_bytes(*it)).zip(traits.iter().copied());
        let chain = Chain::read(file, LABELS, CONTEXTS)?;
        let forest =
            |tag, values| Forest::from_bytes(file.section(tag)?.all(), values).ok_or_else(unfit);
        let linear = |tag| {
            let weights = file.section(tag)?.all();
            Linear::new(weights.iter().map(|it| it.cast_signed()).collect()).ok_or_else(unfit)
        };
        Ok(AttributionModel {
            tagger: Tagger::new(Words::from_list(words.collect()), chain),
            judges: Judges {
                borders: linear(BORDERS)?,
                wording: linear(WORDING)?,
                sources: forest(SOURCES, SOURCE_VALUES)?,
                attributions: forest(ATTRIBUTIONS, VALUES)?,
                fast: forest(FAST, VALUES)?,
            },
            shelf: Shelf::default(),
        })
    }

    /// Writes the model to a file.
    #[cfg(feature = "training")]
    pub(crate) fn save(&self, path: &Path) -> Result<(), Error> {
        let mut writer = ArtefactWriter::new(KIND);
        let words = self.tagger.words.list();
        writer.numbers(WORDS, words.iter().map(|it| it.0).collect());
        writer.section(TRAITS, words.iter().map(|it| it.1).collect());
        self.tagger.chain.write(&mut writer);
        let weights = self.judges.borders.weights().iter();
        writer.section(BORDERS, weights.map(|it| it.cast_unsigned()).collect());
        let weights = self.judges.wording.weights().iter();
        writer.section(WORDING, weights.map(|it| it.cast_unsigned()).collect());
        writer.section(SOURCES, self.judges.sources.to_bytes());
        writer.section(ATTRIBUTIONS, self.judges.attributions.to_bytes());
        writer.section(FAST, self.judges.fast.to_bytes());
        writer.finish().save(path)
    }
}
