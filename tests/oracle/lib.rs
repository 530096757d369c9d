//! What is true of every output of `inquit`, and plain references to hold it against.
//!
//! The integration tests and the fuzz targets in `tests/fuzz` share it.

pub mod entity_files;
mod linker;
mod markup;
pub mod naive_matcher;
mod offsets;
#[path = "../readme.rs"]
mod readme;
mod record;
mod saved;
pub mod targets;
mod well_formed;

pub use self::markup::well_formed;
pub use self::offsets::Counted;
pub use self::record::record_violations;
pub use self::saved::linkers;
pub use self::well_formed::{is_blank, violations};
