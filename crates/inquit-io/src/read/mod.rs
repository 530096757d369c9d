//! From files, directories and streams to documents.

mod documents;
mod inputs;
mod jsonl;
mod lines;
mod object;
mod sniff;
mod text;
mod tree;

pub use self::documents::Documents;
pub use self::inputs::Inputs;
pub use self::jsonl::JsonLines;
pub use self::text::read_text;
