//! The words of a wording as they are printed, and as they are compared.

mod canonical;
mod number;
mod spelling;
mod stem;
mod words;

pub(crate) use self::canonical::CanonicalKey;
pub(crate) use self::words::Wording;
