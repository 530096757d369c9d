//! Texts with what is expected of them: read from TOML, held against what is found.

mod case;
mod check;
mod quotes;
mod toml_text;

pub(crate) use self::case::{Case, read_sheet, read_vectors};
pub(crate) use self::check::check;
