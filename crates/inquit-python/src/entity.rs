//! Entities and their aliases.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use inquit::{Alias, CaseRule, Entity, EntityId, EntityKind};
use pyo3::inspect::PyStaticExpr;
use pyo3::prelude::*;
use pyo3::types::{PyMapping, PyString, PyTuple};
use pyo3::{Borrowed, type_hint_identifier, type_hint_subscript, type_hint_union};

use crate::kinds::Member;
use crate::number::Count;
use crate::text::Text;
use crate::tuple::{Items, TupleOf};
use crate::value::{Argument, Arguments, Value, repr};

/// A name by which a dictionary knows an entity.
///
/// ``case_rule`` says how the letter case of a text may differ from it.
///
/// >>> import inquit
/// >>> inquit.Alias("WHO", "acronym")
/// Alias('WHO', CaseRule.ACRONYM)
#[pyclass(module = "inquit", name = "Alias", frozen, eq, hash)]
#[derive(Clone, Eq, Hash, PartialEq)]
pub(crate) struct PyAlias(Alias);

impl Value for PyAlias {
    const ARGUMENTS: &'static [Argument] =
        &[Argument::Positional("text"), Argument::Positional("case_rule")];
}

#[pymethods]
impl PyAlias {
    #[new]
    #[pyo3(signature = (text, case_rule = Member(CaseRule::FirstLetter)))]
    fn py_new(text: Text, case_rule: Member<CaseRule>) -> PyAlias {
        PyAlias(Alias { text: text.0.into(), case_rule: case_rule.0 })
    }

    /// The name as written.
    #[getter]
    fn text(&self) -> &str {
        &self.0.text
    }

    /// How the letter case of a text may differ from it.
    #[getter]
    fn case_rule(&self) -> Member<CaseRule> {
        Member(self.0.case_rule)
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("text", "case_rule")
    }
}

/// What stands for an alias: an `Alias`, its text, or its text and case rule.
struct AliasInput(Alias);

impl<'py> FromPyObject<'_, 'py> for AliasInput {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_union!(
        <PyAlias as pyo3::PyTypeInfo>::TYPE_HINT,
        Text::INPUT_TYPE,
        type_hint_subscript!(
            type_hint_identifier!("builtins", "tuple"),
            Text::INPUT_TYPE,
            <Member<CaseRule> as FromPyObject>::INPUT_TYPE
        )
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<AliasInput> {
        if let Ok(alias) = object.cast::<PyAlias>() {
            return Ok(AliasInput(alias.get().0.clone()));
        }
        let (Text(text), Member(case_rule)) = if object.is_instance_of::<PyString>() {
            (object.extract()?, Member(CaseRule::FirstLetter))
        } else {
            object.extract()?
        };
        Ok(AliasInput(Alias { text: text.into(), case_rule }))
    }
}

/// A thing in the world that text can refer to.
///
/// ``name`` is its first alias. Each of ``aliases`` is an :class:`Alias`, a ``str``, or a ``str`` and
/// a case rule; ``external`` holds its ids in other catalogues; among entities that share an alias,
/// one of a larger ``prior`` comes first.
///
/// >>> import inquit
/// >>> merkel = inquit.Entity("Q567", "Angela Merkel", kind="person", aliases=["Merkel"])
/// >>> merkel.kind
/// EntityKind.PERSON
/// >>> [alias.text for alias in merkel.aliases]
/// ['Angela Merkel', 'Merkel']
#[pyclass(module = "inquit", name = "Entity", frozen, eq, hash, from_py_object)]
#[derive(Clone, Eq, PartialEq)]
pub(crate) struct PyEntity(pub(crate) Arc<Entity>);

impl Hash for PyEntity {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.id().hash(state);
        self.0.name().hash(state);
    }
}

impl Value for PyEntity {
    const ARGUMENTS: &'static [Argument] = &[
        Argument::Positional("id"),
        Argument::Positional("name"),
        Argument::Optional("kind"),
        Argument::Optional("aliases"),
        Argument::Optional("external"),
        Argument::Optional("prior"),
    ];

    /// Aliases in their shortest form: without the name, which is one by itself, and as a `str`
    /// where the case rule is the default.
    fn argument<'py>(slf: &Bound<'py, Self>, name: &str) -> PyResult<Bound<'py, PyAny>> {
        if name != "aliases" {
            return slf.getattr(name);
        }
        let py = slf.py();
        let entity = &slf.get().0;
        let mut shortest = Vec::new();
        for alias in entity.aliases() {
            if alias.case_rule != CaseRule::FirstLetter {
                let rule = Member(alias.case_rule);
                shortest.push((&*alias.text, rule).into_pyobject(py)?.into_any());
            } else if *alias.text != *entity.name() {
                shortest.push(PyString::new(py, &alias.text).into_any());
            }
        }
        Ok(PyTuple::new(py, shortest)?.into_any())
    }
}

#[pymethods]
impl PyEntity {
    #[new]
    #[pyo3(signature = (
        id, name, *, kind = None, aliases = Items(Vec::new()), external = None, prior = Count(0)
    ))]
    fn py_new(
        id: Text,
        name: Text,
        kind: Option<Member<EntityKind>>,
        aliases: Items<AliasInput>,
        external: Option<Catalogues>,
        prior: Count<u32>,
    ) -> PyEntity {
        let mut entity = Entity::new(id.0, name.0).with_prior(prior.0);
        if let Some(Member(kind)) = kind {
            entity = entity.with_kind(kind);
        }
        for AliasInput(alias) in aliases.0 {
            entity = entity.with_alias_case(alias.text, alias.case_rule);
        }
        for (catalogue, id) in external.into_iter().flat_map(|it| it.0) {
            entity = entity.with_external(catalogue, id);
        }
        PyEntity(Arc::new(entity))
    }

    /// The id.
    #[getter]
    fn id(&self) -> &str {
        self.0.id().as_str()
    }

    /// The preferred name.
    #[getter]
    fn name(&self) -> &str {
        self.0.name()
    }

    /// What it is, if known.
    #[getter]
    fn kind(&self) -> Option<Member<EntityKind>> {
        self.0.kind().map(Member)
    }

    /// Every alias, the preferred name first.
    #[getter]
    fn aliases<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyAlias>> {
        TupleOf::new(py, self.0.aliases().iter().cloned().map(PyAlias))
    }

    /// Its ids in other catalogues, as a new dict.
    #[getter]
    fn external(&self) -> BTreeMap<&str, &str> {
        self.0.external().collect()
    }

    /// Its weight among entities that share an alias; larger comes first.
    #[getter]
    fn prior(&self) -> u32 {
        self.0.prior()
    }

    fn __repr__(slf: &Bound<'_, Self>) -> PyResult<String> {
        repr(slf)
    }

    fn __getnewargs_ex__<'py>(slf: &Bound<'py, Self>) -> PyResult<Arguments<'py>> {
        Arguments::of(slf)
    }

    #[classattr]
    fn __match_args__() -> (&'static str, &'static str) {
        ("id", "name")
    }
}

/// An entity, or its id.
pub(crate) enum EntityKey {
    Entity(PyEntity),
    Id(EntityId),
}

impl<'py> FromPyObject<'_, 'py> for EntityKey {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr =
        type_hint_union!(<PyEntity as pyo3::PyTypeInfo>::TYPE_HINT, Text::INPUT_TYPE);

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<EntityKey> {
        if let Ok(entity) = object.cast::<PyEntity>() {
            return Ok(EntityKey::Entity(entity.get().clone()));
        }
        let Text(id) = object.extract()?;
        Ok(EntityKey::Id(id.into()))
    }
}

/// Ids in other catalogues, by the name of the catalogue.
struct Catalogues(BTreeMap<String, String>);

impl<'py> FromPyObject<'_, 'py> for Catalogues {
    type Error = PyErr;
    const INPUT_TYPE: PyStaticExpr = type_hint_subscript!(
        type_hint_identifier!("collections.abc", "Mapping"),
        Text::INPUT_TYPE,
        Text::INPUT_TYPE
    );

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Catalogues> {
        let mut ids = BTreeMap::new();
        for item in object.cast::<PyMapping>()?.items()? {
            let (Text(catalogue), Text(id)) = item.extract()?;
            ids.insert(catalogue, id);
        }
        Ok(Catalogues(ids))
    }
}
