//! What became of a document that was added to a linker.

use inquit::Added;
use pyo3::prelude::*;

use crate::many::Many;
use crate::stories::PyPlaced;
use crate::text::Text;
use crate::tuple::Items;
use crate::value::{Argument, Arguments, Value, repr};

/// What became of a document that was added to a :class:`Linker`.
///
/// >>> import inquit
/// >>> linker = inquit.Linker()
/// >>> linker.add("“We will never sell the ferry,” said Clark Kent.").story
/// 's1'
/// >>> added = linker.add("Clark Kent said: “We will never sell the ferry.”")
/// >>> [placed.is_new for placed in added.placed]
/// [False]
#[pyclass(module = "inquit", name = "Added", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyAdded {
    story: String,
    placed: Vec<PyPlaced>,
    merged_utterances: Vec<(String, String)>,
    merged_stories: Vec<(String, String)>,
    duplicates: Vec<String>,
}

fn pairs(pairs: &[(Box<str>, Box<str>)]) -> Vec<(String, String)> {
    pairs.iter().map(|(left, gone)| (left.to_string(), gone.to_string())).collect()
}

impl PyAdded {
    pub(crate) fn new(added: &Added) -> PyAdded {
        PyAdded {
            story: added.story().to_owned(),
            placed: added.placed().iter().cloned().map(PyPlaced).collect(),
            merged_utterances: pairs(added.merged_utterances()),
            merged_stories: pairs(added.merged_stories()),
            duplicates: added.duplicates().iter().map(ToString::to_string).collect(),
        }
    }
}

impl Value for PyAdded {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("story"),
        Argument::Optional("placed"),
        Argument::Optional("merged_utterances"),
        Argument::Optional("merged_stories"),
        Argument::Optional("duplicates"),
    ];
}

#[pymethods]
impl PyAdded {
    #[new]
    #[pyo3(signature = (
        story, *, placed = Items(Vec::new()), merged_utterances = Items(Vec::new()),
        merged_stories = Items(Vec::new()), duplicates = Items(Vec::new())
    ))]
    fn py_new(
        story: Text,
        placed: Items<PyPlaced>,
        merged_utterances: Items<(Text, Text)>,
        merged_stories: Items<(Text, Text)>,
        duplicates: Items<Text>,
    ) -> PyAdded {
        let strings = |pairs: Items<(Text, Text)>| {
            pairs.0.into_iter().map(|(left, gone)| (left.0, gone.0)).collect()
        };
        PyAdded {
            story: story.0,
            placed: placed.0,
            merged_utterances: strings(merged_utterances),
            merged_stories: strings(merged_stories),
            duplicates: duplicates.0.into_iter().map(|id| id.0).collect(),
        }
    }

    /// The id of the story it belongs to.
    #[getter]
    fn story(&self) -> &str {
        &self.story
    }

    /// Where each sentence of its quotes went, in order.
    #[getter]
    fn placed(&self) -> Many<PyPlaced> {
        self.placed.iter().cloned().collect()
    }

    /// Utterances that turned out to be one: the id that is left, and the one that is no longer given.
    #[getter]
    fn merged_utterances(&self) -> Many<(String, String)> {
        self.merged_utterances.iter().cloned().collect()
    }

    /// Stories that turned out to be one: the id that is left, and the one that is no longer given.
    #[getter]
    fn merged_stories(&self) -> Many<(String, String)> {
        self.merged_stories.iter().cloned().collect()
    }

    /// The ids of documents added before that it is a copy of, or they of it.
    #[getter]
    fn duplicates(&self) -> Many<String> {
        self.duplicates.iter().cloned().collect()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str,) {
        ("story",)
    }
}
