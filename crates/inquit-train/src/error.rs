//! What can go wrong.

use std::io;
use std::path::PathBuf;

/// Why no model was made.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Error {
    #[error("cannot read `{}`: {source}", path.display())]
    Read { path: PathBuf, source: io::Error },
    #[error("cannot write to `{}`: {source}", path.display())]
    Write { path: PathBuf, source: io::Error },
    #[error("no .txt files in `{}`, nor in its folder `text`; name a folder in brat's format", path.display())]
    NoTexts { path: PathBuf },
    #[error("no .tsv files of labelled tokens in `{}`", path.display())]
    NoTokens { path: PathBuf },
    #[error("`{}` has no .ann file beside it, nor in the folder `attributions`", path.display())]
    NoAnnotation { path: PathBuf },
    #[error("`{}:{line}`: {what}", path.display())]
    Malformed { path: PathBuf, line: usize, what: String },
    #[error(
        "only {found} attributions in {articles} articles; {least} are needed for a model worth having"
    )]
    TooSmall { found: usize, articles: usize, least: usize },

    #[error(
        "only {found} names in {articles} articles; {least} are needed for a model worth having"
    )]
    TooFewNames { found: usize, articles: usize, least: usize },
    #[error("the parts of the model do not fit together: {what}")]
    Unfit { what: &'static str },
    #[error(transparent)]
    Inquit(#[from] inquit::Error),
}
