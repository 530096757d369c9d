//! Two wordings side by side.

use inquit::{Alteration, AlterationKind, Comparison, Confidence, Fidelity};
use inquit_io::ToHtml;
use pyo3::prelude::*;

use crate::kinds::Member;
use crate::many::Many;
use crate::newtype::newtype;
use crate::number::{Count, Degree};
use crate::text::Text;
use crate::value::{Argument, Arguments, Value, repr};
use crate::work::on_text;

newtype! {
    /// One difference between a variant and its reference.
    ///
    /// ``reference`` and ``variant`` are ranges that count words: what stands between white space,
    /// without quotation marks around it.
    ///
    /// >>> import inquit
    /// >>> inquit.compare("We will never sell.", "We will not sell.").alterations[0]
    /// Alteration(AlterationKind.SUBSTITUTE, (2, 3), (2, 3), 'never', 'not', in_marks=True)
    PyAlteration(Alteration) as "Alteration", hashed by reference, variant, reference_text;
    new (kind, reference, variant, reference_text, variant_text, *, in_marks = false) (
        kind: Member<AlterationKind>,
        reference: (Count<usize>, Count<usize>),
        variant: (Count<usize>, Count<usize>),
        reference_text: Text,
        variant_text: Text,
        in_marks: bool,
    ) {
        Alteration {
            kind: kind.0,
            reference: reference.0.0..reference.1.0,
            variant: variant.0.0..variant.1.0,
            reference_text: reference_text.0.into(),
            variant_text: variant_text.0.into(),
            in_marks,
        }
    }
    match (&'static str, &'static str, &'static str, &'static str, &'static str) =
        ("kind", "reference", "variant", "reference_text", "variant_text");
    fields {
        /// What was done.
        Positional kind: Member<AlterationKind> = |it| Member(it.kind);
        /// The words of the reference, the first and one past the last; none where words were added.
        Positional reference: (usize, usize) = |it| (it.reference.start, it.reference.end);
        /// The words of the variant; none where words were left out.
        Positional variant: (usize, usize) = |it| (it.variant.start, it.variant.end);
        /// The words of the reference with a space between them.
        Positional reference_text: String = |it| it.reference_text.to_string();
        /// The words of the variant with a space between them.
        Positional variant_text: String = |it| it.variant_text.to_string();
        /// Whether the change is inside the quotation marks of the variant.
        Optional in_marks: bool = |it| it.in_marks;
    }
    more {
        /// What notebooks show.
        fn _repr_html_(&self) -> String {
            self.0.to_html()
        }
    }
}

/// What a variant made of a reference. Made by :func:`compare`.
///
/// >>> import inquit
/// >>> found = inquit.Comparison("We will never sell the old ferry.", "never sell the … ferry")
/// >>> [str(alteration.kind) for alteration in found.alterations]
/// ['truncate', 'ellipsis_fill', 'punctuation']
/// >>> found.fidelity, found.replayed
/// (Fidelity.MARKED, 'never sell the … ferry')
#[pyclass(module = "inquit", name = "Comparison", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyComparison {
    reference: String,
    variant: String,
    mixed: bool,
    found: Found,
}

/// A comparison, which its wordings tell apart from others.
#[derive(Clone, Eq, PartialEq)]
struct Found(Comparison);

impl std::hash::Hash for Found {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.shared_permille().hash(state);
    }
}

impl Value for PyComparison {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("reference"),
        Argument::Positional("variant"),
        Argument::Optional("mixed"),
    ];
}

#[pymethods]
impl PyComparison {
    #[new]
    #[pyo3(signature = (reference, variant, *, mixed = false))]
    fn py_new(
        py: Python<'_>,
        reference: Text,
        variant: Text,
        mixed: bool,
    ) -> PyResult<PyComparison> {
        compare(py, reference, variant, mixed)
    }

    /// The one wording.
    #[getter]
    fn reference(&self) -> &str {
        &self.reference
    }

    /// The other wording.
    #[getter]
    fn variant(&self) -> &str {
        &self.variant
    }

    /// Whether only parts of the variant stand in quotation marks, which are part of it.
    #[getter]
    fn mixed(&self) -> bool {
        self.mixed
    }

    /// What was altered, in order.
    #[getter]
    fn alterations(&self) -> Many<PyAlteration> {
        self.found.0.alterations().iter().cloned().map(PyAlteration).collect()
    }

    /// How true the variant is.
    #[getter]
    fn fidelity(&self) -> Member<Fidelity> {
        Member(self.found.0.fidelity())
    }

    /// How much of the variant is in the reference, from 0 to 1; words of the grammar count less.
    #[getter]
    fn shared(&self) -> Degree {
        Degree(Confidence::from_permille(self.found.0.shared_permille()))
    }

    /// The words of the variant with a space between them, made of those of the reference and the
    /// alterations.
    #[getter]
    fn replayed(&self) -> String {
        self.found.0.replayed(&self.reference)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("reference", "variant")
    }
}

/// Holds a wording against another one, word by word.
///
/// Words that mean the same in print are aligned, however they are spelled: names of one place or
/// organisation, contractions, numbers, British and American spelling. With ``mixed=True`` only parts of
/// the variant stand in quotation marks, which are part of it.
///
/// >>> import inquit
/// >>> found = inquit.compare("It does not rain in the US.", "It doesn’t rain in the United States.")
/// >>> [(str(it.kind), it.variant_text) for it in found.alterations]
/// [('contraction', 'doesn’t'), ('substitute', 'United States.')]
#[pyfunction]
#[pyo3(signature = (reference, variant, *, mixed = false))]
pub(crate) fn compare(
    py: Python<'_>,
    reference: Text,
    variant: Text,
    mixed: bool,
) -> PyResult<PyComparison> {
    let (reference, variant) = (reference.0, variant.0);
    on_text(py, reference.len() + variant.len(), move || {
        let compare = if mixed { inquit::compare_mixed } else { inquit::compare };
        let found = Found(compare(&reference, &variant));
        PyComparison { reference, variant, mixed, found }
    })
}
