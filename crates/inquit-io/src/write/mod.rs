//! What was found, as JSON Lines and CSV.

mod csv_rows;
mod json_lines;

pub use self::csv_rows::{write_header, write_match_header, write_match_rows, write_rows};
pub use self::json_lines::{write_match_record, write_record};
