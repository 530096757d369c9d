//! From files, directories and streams to documents.

mod documents;
mod inputs;
mod jsonl;
mod lines;
mod object;
mod sniff;
mod syntax;
mod text;
mod text_lines;
mod tree;

pub use self::documents::Documents;
pub use self::inputs::Inputs;
pub use self::jsonl::JsonLines;
pub(crate) use self::syntax::{explained, kind_of, syntax_error};
pub use self::text::read_text;
pub(crate) use self::text_lines::{TextLines, at_line};
