//! The native part of the Python package `inquit`: its classes over the types of the core.
//!
//! No logic lives here. A class is a newtype of a type of the core, or the values that the core
//! gives, in a form that Python users expect: code points, keyword arguments, exceptions.

#![expect(clippy::needless_pass_by_value, reason = "arguments come from Python by value")]
#![expect(clippy::doc_link_with_quotes, reason = "docstrings hold Python, not Markdown")]

mod added;
mod alteration;
mod annotations;
mod annotator;
mod atlas;
mod author;
mod batch;
mod column;
mod command;
mod dates;
mod dictionary;
mod document;
mod entity;
mod errors;
mod feed;
mod found;
mod json;
mod kinds;
mod linked;
mod linker;
mod links;
mod load;
mod many;
mod matched;
mod matcher;
mod matches;
mod mention;
mod newtype;
mod number;
mod participant;
mod quote;
mod searched;
mod span;
mod stories;
mod text;
mod timeline;
mod tokens;
mod tuple;
mod utterance;
mod value;
mod warning;
mod work;

use pyo3::prelude::*;

// As the command line has it: documents are many small lists.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Native part of inquit. Import from ``inquit``.
#[pymodule(name = "_native")]
mod native {
    #[pymodule_export]
    use crate::added::PyAdded;
    #[pymodule_export]
    use crate::alteration::{PyAlteration, PyComparison, compare};
    #[pymodule_export]
    use crate::annotations::PyAnnotations;
    #[pymodule_export]
    use crate::annotator::{PyAnnotator, annotate, annotate_all};
    #[pymodule_export]
    use crate::atlas::PyAtlas;
    #[pymodule_export]
    use crate::author::PyAuthor;
    #[pymodule_export]
    use crate::batch::PyBatch;
    #[pymodule_export]
    use crate::command::cli_main;
    #[pymodule_export]
    use crate::dates::PyDateMention;
    #[pymodule_export]
    use crate::dictionary::PyDictionary;
    #[pymodule_export]
    use crate::document::{PyBlock, PyDocument};
    #[pymodule_export]
    use crate::entity::{PyAlias, PyEntity};
    #[pymodule_export]
    use crate::kinds::kind_names;
    #[pymodule_export]
    use crate::linker::{PyLinker, link};
    #[pymodule_export]
    use crate::links::PyLinks;
    #[pymodule_export]
    use crate::matched::PyMatch;
    #[pymodule_export]
    use crate::matcher::PyMatcher;
    #[pymodule_export]
    use crate::matches::PyMatches;
    #[pymodule_export]
    use crate::mention::PyMention;
    #[pymodule_export]
    use crate::participant::PyParticipant;
    #[pymodule_export]
    use crate::quote::PyQuote;
    #[pymodule_export]
    use crate::span::PySpan;
    #[pymodule_export]
    use crate::stories::{PyDuplicate, PyLinkedDocument, PyPlaced, PySharedEntity, PyStory};
    #[pymodule_export]
    use crate::timeline::{PyEvent, PyExcerpt, PyOutletRow};
    #[pymodule_export]
    use crate::tokens::{PyMarked, PyToken, pair_marks, tokenize};
    #[pymodule_export]
    use crate::utterance::{PyMember, PyUtterance, PyVariant, PyVerified};
    #[pymodule_export]
    use crate::warning::PyWarning;

    #[expect(non_upper_case_globals, reason = "the name that Python gives it")]
    #[pymodule_export]
    const __version__: &str = env!("CARGO_PKG_VERSION");
}
