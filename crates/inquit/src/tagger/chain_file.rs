//! A chain in a model file: sections that every model with a chain has.

use super::chain::{Chain, Constraints, LANES};
use super::rows::Rows;
use crate::artefact::Artefact;
#[cfg(feature = "training")]
use crate::artefact::ArtefactWriter;
use crate::error::Error;

const PILOTS: [u8; 4] = *b"PILO";
const ROWS: [u8; 4] = *b"ROWS";
const PAIRS: [u8; 4] = *b"PAIR";

impl Chain {
    /// The chain in a file, over so many labels and with so many contexts.
    pub(crate) fn read(file: &Artefact, labels: usize, contexts: usize) -> Result<Chain, Error> {
        let unfit = || file.damaged("its parts do not fit together");
        let slots = file.section(ROWS)?.octets().iter().map(|row| u64::from_le_bytes(*row));
        let rows = Rows::from_parts(file.section(PILOTS)?.all().into(), slots.collect())
            .ok_or_else(unfit)?;
        let mut scores = file.section(PAIRS)?.all().as_chunks().0.iter();
        let mut pairs = Vec::with_capacity(contexts);
        for _ in 0..contexts {
            let mut context = [[0; LANES]; LANES];
            for score in context.iter_mut().flatten() {
                *score = i16::from_le_bytes(*scores.next().ok_or_else(unfit)?);
            }
            pairs.push(context);
        }
        Chain::new(labels, rows, &pairs, Constraints::BeginInside).ok_or_else(unfit)
    }

    /// Adds the sections of the chain to a file.
    #[cfg(feature = "training")]
    pub(crate) fn write(&self, writer: &mut ArtefactWriter) {
        let (pilots, slots) = self.rows().parts();
        writer.section(PILOTS, pilots.to_vec());
        writer.section(ROWS, slots.iter().flat_map(|row| row.to_le_bytes()).collect());
        let scores = self.pairs().iter().flatten().flatten();
        writer.section(PAIRS, scores.flat_map(|score| score.to_le_bytes()).collect());
    }
}
