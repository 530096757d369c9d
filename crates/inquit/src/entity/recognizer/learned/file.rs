//! The model of names as a file.

use std::path::Path;

use super::calibration::{Calibration, POINTS};
use super::model::{LABELS, NamesModel};
use super::sequence::CONTEXTS;
#[cfg(feature = "training")]
use crate::artefact::ArtefactWriter;
use crate::artefact::{Artefact, Kind};
use crate::error::Error;
use crate::tagger::{Chain, Constraints, LANES, Rows};

/// Version 1 of the format goes with the features of this version of the library.
const KIND: Kind = Kind { tag: *b"NAME", name: "names model", version: 1 };

const PILOTS: [u8; 4] = *b"PILO";
const ROWS: [u8; 4] = *b"ROWS";
const PAIRS: [u8; 4] = *b"PAIR";
const CALIBRATION: [u8; 4] = *b"CALI";

impl NamesModel {
    /// Opens a model file.
    pub(crate) fn open(path: &Path) -> Result<NamesModel, Error> {
        NamesModel::from_file(&Artefact::open(path, KIND)?)
    }

    /// The model in a file built into the program.
    #[cfg(feature = "models")]
    pub(crate) fn from_static(bytes: &'static [u8]) -> Result<NamesModel, Error> {
        NamesModel::from_file(&Artefact::from_static(bytes, KIND)?)
    }

    fn from_file(file: &Artefact) -> Result<NamesModel, Error> {
        let unfit = || file.damaged("its parts do not fit together");
        let slots = file.section(ROWS)?.octets().iter().map(|row| u64::from_le_bytes(*row));
        let rows = Rows::from_parts(file.section(PILOTS)?.all().into(), slots.collect())
            .ok_or_else(unfit)?;
        let mut scores = file.section(PAIRS)?.all().as_chunks().0.iter();
        let mut pairs = Vec::with_capacity(CONTEXTS);
        for _ in 0..CONTEXTS {
            let mut context = [[0; LANES]; LANES];
            for score in context.iter_mut().flatten() {
                *score = i16::from_le_bytes(*scores.next().ok_or_else(unfit)?);
            }
            pairs.push(context);
        }
        let chain = Chain::new(LABELS, rows, &pairs, Constraints::BeginInside);
        let points = file.section(CALIBRATION)?.all().as_chunks().0;
        let points: Vec<u16> =
            points.iter().take(POINTS + 1).map(|it| u16::from_le_bytes(*it)).collect();
        Ok(NamesModel {
            chain: chain.ok_or_else(unfit)?,
            calibration: Calibration::from_points(&points).ok_or_else(unfit)?,
        })
    }

    /// Writes the model to a file.
    #[cfg(feature = "training")]
    pub(crate) fn save(&self, path: &Path) -> Result<(), Error> {
        let mut writer = ArtefactWriter::new(KIND);
        let (pilots, slots) = self.chain.rows().parts();
        writer.section(PILOTS, pilots.to_vec());
        writer.section(ROWS, slots.iter().flat_map(|row| row.to_le_bytes()).collect());
        let scores = self.chain.pairs().iter().flatten().flatten();
        writer.section(PAIRS, scores.flat_map(|score| score.to_le_bytes()).collect());
        let points = self.calibration.points().iter();
        writer.section(CALIBRATION, points.flat_map(|it| it.to_le_bytes()).collect());
        writer.finish().save(path)
    }
}
