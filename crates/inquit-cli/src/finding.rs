//! What to find quotes and names with.

use std::path::PathBuf;

use clap::Args;
use inquit::{Annotator, Confidence, Mode};

use crate::batches::Stop;
use crate::dictionary::open_dictionary;

/// What to find quotes and names with.
#[derive(Debug, Args)]
pub(crate) struct Finding {
    /// Entities to find by their aliases: a dictionary that `inquit dictionary build` wrote, or a
    /// list that it reads
    #[arg(long, value_name = "FILE")]
    pub(crate) dictionary: Option<PathBuf>,

    /// A model of attributions to use in place of the one built in; `--mode rules` uses none
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,

    /// A model of names to use in place of the one built in
    #[arg(long, value_name = "FILE")]
    pub(crate) names_model: Option<PathBuf>,

    /// How thoroughly quotes are looked for: `full`; `fast`, where the model reads only what the rules do
    /// not surely read; or by `rules` alone, several times as fast, which finds less [default: full]
    #[arg(long, value_name = "MODE", value_parser = ["rules", "fast", "full"])]
    pub(crate) mode: Option<String>,

    /// The same as `--mode fast`
    #[arg(long, conflicts_with = "mode")]
    pub(crate) fast: bool,

    /// Leaves out quotes less sure than this, from 0 to 1
    #[arg(long, value_name = "SHARE", default_value = "0", value_parser = permille)]
    pub(crate) min_confidence: Confidence,
}

impl Finding {
    /// The annotator that a person asked for.
    pub(crate) fn annotator(&self) -> Result<Annotator, Stop> {
        let mut builder = Annotator::builder().min_confidence(self.min_confidence);
        if self.fast {
            builder = builder.mode(Mode::Fast);
        } else if let Some(mode) = &self.mode {
            builder = builder.mode(mode.parse::<Mode>().map_err(Stop::Core)?);
        }
        if let Some(path) = &self.dictionary {
            builder = builder.dictionary(&open_dictionary(path)?);
        }
        if let Some(path) = &self.model {
            builder = builder.attribution_model(path).map_err(Stop::Core)?;
        }
        if let Some(path) = &self.names_model {
            builder = builder.names_model(path).map_err(Stop::Core)?;
        }
        Ok(builder.build())
    }
}

/// "0.5" as a confidence.
fn permille(share: &str) -> Result<Confidence, String> {
    let digits = match share.split_once('.') {
        None => format!("{share}000"),
        Some((whole, part)) if part.len() <= 3 => format!("{whole}{part:0<3}"),
        Some(_) => return Err("give at most three digits after the point".into()),
    };
    let thousandths = digits.parse::<u16>().ok().filter(|it| *it <= 1000);
    thousandths.map(Confidence::from_permille).ok_or_else(|| "give a number from 0 to 1".into())
}
