//! Enums of the core as the string enums of `inquit/kinds.py`.

use pyo3::Borrowed;
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDict;
use pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};

use crate::errors::{Place, to_py};
use crate::text::Text;

/// An enum of the core that has a class of the same name in `inquit/kinds.py`.
pub(crate) trait Kind: Copy + Eq + 'static {
    const CLASS: &'static str;
    const VARIANTS: &'static [Self];
    fn name(self) -> &'static str;
    fn parse(name: &str) -> Result<Self, inquit::Error>;
    /// The members of the Python class, in the order of `VARIANTS`.
    fn members() -> &'static PyOnceLock<Vec<Py<PyAny>>>;
}

macro_rules! kinds {
    ($($enum:ident),+ $(,)?) => {
        $(
            impl Kind for inquit::$enum {
                const CLASS: &'static str = stringify!($enum);
                const VARIANTS: &'static [Self] = inquit::$enum::ALL;

                fn name(self) -> &'static str {
                    self.as_str()
                }

                fn parse(name: &str) -> Result<Self, inquit::Error> {
                    name.parse()
                }

                fn members() -> &'static PyOnceLock<Vec<Py<PyAny>>> {
                    static MEMBERS: PyOnceLock<Vec<Py<PyAny>>> = PyOnceLock::new();
                    &MEMBERS
                }
            }
        )+

        /// The names that each enum of the core has, by the name of the enum.
        #[pyfunction]
        pub(crate) fn kind_names(py: Python<'_>) -> PyResult<KindNames<'_>> {
            let names = PyDict::new(py);
            $(names.set_item(stringify!($enum), names_of::<inquit::$enum>())?;)+
            Ok(KindNames(names))
        }
    };
}

kinds!(
    AlterationKind,
    BlockKind,
    CaseRule,
    CueClass,
    EntityKind,
    Fidelity,
    MentionForm,
    Mode,
    OffsetUnit,
    Origin,
    QuoteKind,
    SourceKind,
    TokenKind,
    Verdict,
    WarningCode,
);

fn names_of<K: Kind>() -> Vec<&'static str> {
    K::VARIANTS.iter().map(|kind| kind.name()).collect()
}

/// What `kind_names` returns.
pub(crate) struct KindNames<'py>(Bound<'py, PyDict>);

impl<'py> IntoPyObject<'py> for KindNames<'py> {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = std::convert::Infallible;
    const OUTPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("builtins", "dict"),
        type_hint_identifier!("builtins", "str"),
        type_hint_subscript!(
            type_hint_identifier!("builtins", "list"),
            type_hint_identifier!("builtins", "str")
        )
    );

    fn into_pyobject(self, _: Python<'py>) -> Result<Self::Output, Self::Error> {
        Ok(self.0)
    }
}

/// A member of such an enum: takes the member or its name, gives the member.
#[derive(Clone, Copy, Eq, Hash, PartialEq)]
pub(crate) struct Member<K>(pub(crate) K);

impl<'py, K: Kind> FromPyObject<'_, 'py> for Member<K> {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        type_hint_identifier!("inquit.kinds", K::CLASS),
        type_hint_identifier!("builtins", "str")
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Member<K>> {
        let Text(name) = object.extract()?;
        K::parse(&name).map(Member).map_err(|error| to_py(object.py(), &error, Place::default()))
    }
}

impl<'py, K: Kind> IntoPyObject<'py> for Member<K> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    const OUTPUT_TYPE: PyStaticExpr = type_hint_identifier!("inquit.kinds", K::CLASS);

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let class = || py.import("inquit.kinds")?.getattr(K::CLASS);
        let members = K::members().get_or_try_init(py, || {
            let class = class()?;
            let member = |kind: &K| class.call1((kind.name(),)).map(Bound::unbind);
            K::VARIANTS.iter().map(member).collect::<PyResult<_>>()
        })?;
        let known = K::VARIANTS.iter().position(|&kind| kind == self.0);
        match known.and_then(|at| members.get(at)) {
            Some(member) => Ok(member.bind(py).clone()),
            None => class()?.call1((self.0.name(),)),
        }
    }
}
