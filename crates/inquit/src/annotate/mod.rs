//! Everything in one call: [`Annotator`], and what it finds, [`Annotations`].

mod annotations;
mod annotator;
mod batch;
mod bundled;
mod language;
mod mode;
#[cfg(feature = "training")]
mod names_training;
mod row;
mod speakers;
#[cfg(feature = "training")]
pub mod training;
mod warning;

pub use self::annotations::Annotations;
pub use self::annotator::{Annotator, AnnotatorBuilder};
pub use self::batch::BatchOptions;
pub use self::mode::Mode;
pub use self::row::Row;
pub use self::speakers::{SpokenAbout, SpokenTo};
pub use self::warning::{Warning, WarningCode};
