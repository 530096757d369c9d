//! The model of names as a file.

use std::path::Path;

use super::calibration::{Calibration, POINTS};
use super::model::{LABELS, NamesModel};
use super::sequence::CONTEXTS;
#[cfg(feature = "training")]
use crate::artefact::ArtefactWriter;
use crate::artefact::{Artefact, Kind};
use crate::error::Error;
use crate::tagger::Chain;

/// Version 1 of the format goes with the features of this version of the library.
const KIND: Kind = Kind { tag: *b"NAME", name: "names model", version: 1 };

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
        let chain = Chain::read(file, LABELS, CONTEXTS)?;
        let points = file.section(CALIBRATION)?.all().as_chunks().0;
        let points: Vec<u16> =
            points.iter().take(POINTS + 1).map(|it| u16::from_le_bytes(*it)).collect();
        Ok(NamesModel::new(chain, Calibration::from_points(&points).ok_or_else(unfit)?))
    }

    /// Writes the model to a file.
    #[cfg(feature = "training")]
    pub(crate) fn save(&self, path: &Path) -> Result<(), Error> {
        let mut writer = ArtefactWriter::new(KIND);
        self.chain.write(&mut writer);
        let points = self.calibration.points().iter();
        writer.section(CALIBRATION, points.flat_map(|it| it.to_le_bytes()).collect());
        writer.finish().save(path)
    }
}
