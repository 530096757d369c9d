//! What was found, as JSON Lines and CSV.

mod csv_rows;
mod json_lines;

pub use self::csv_rows::{write_header, write_rows};
pub use self::json_lines::write_record;
