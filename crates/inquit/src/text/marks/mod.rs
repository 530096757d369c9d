//! Pairing of quotation marks.
//!
//! Works on one paragraph at a time, in two passes. The first pairs marks that can be nothing else:
//! double marks, guillemets, corner brackets. The second pairs single marks, which are apostrophes
//! more often than not, inside one region of the first pass or outside all of them. No input fails:
//! a mark without a partner either runs to the end of its paragraph or is no mark.

mod mark;
mod marked;
mod pair;
mod paragraphs;
mod single;

pub use self::marked::Marked;
pub(crate) use self::paragraphs::pair_in_paragraphs;
pub use self::paragraphs::pair_marks;
