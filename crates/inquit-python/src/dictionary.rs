//! Dictionaries.

use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;

use inquit::{Dictionary, Entity, EntityId};
use inquit_io::{EntityFormat, EntityOptions};
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyType};

use crate::entity::{EntityKey, PyEntity};
use crate::errors::{Place, to_py};
use crate::feed::OnError;
use crate::load::{OnRow, load};
use crate::number::Count;
use crate::text::Text;
use crate::tuple::{Items, IteratorOf, TupleOf};
use crate::value::Reduced;
use crate::work::long;

/// Entities and their aliases, compiled once to be found in text.
///
/// Iterates its entities in the order given; ``dictionary[id]`` is the one with an id.
///
/// >>> import inquit
/// >>> dictionary = inquit.Dictionary([
/// ...     inquit.Entity("Q567", "Angela Merkel", aliases=["Merkel"]),
/// ...     inquit.Entity("Q183", "Germany"),
/// ... ])
/// >>> len(dictionary), "Q183" in dictionary, dictionary["Q183"].name
/// (2, True, 'Germany')
#[pyclass(module = "inquit", name = "Dictionary", frozen, mapping, eq, hash, from_py_object)]
#[derive(Clone)]
pub(crate) struct PyDictionary(pub(crate) Dictionary);

impl PartialEq for PyDictionary {
    fn eq(&self, other: &PyDictionary) -> bool {
        self.0.as_bytes() == other.0.as_bytes()
    }
}

impl Eq for PyDictionary {}

impl Hash for PyDictionary {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let first = self.0.id(0).unwrap_or_default();
        (self.0.as_bytes().len(), first).hash(state);
    }
}

fn wrapped(entity: Entity) -> PyEntity {
    PyEntity(Arc::new(entity))
}

#[pymethods]
impl PyDictionary {
    #[new]
    #[pyo3(signature = (entities, *, fold_accents = false))]
    fn py_new(
        py: Python<'_>,
        entities: Items<PyEntity>,
        fold_accents: bool,
    ) -> PyResult<PyDictionary> {
        let entities = entities.0.into_iter().map(|entity| Entity::clone(&entity.0));
        let entities: Vec<Entity> = entities.collect();
        let builder = Dictionary::builder().fold_accents(fold_accents);
        finished(py, long(py, move |_| builder.compile(entities))?)
    }

    /// Opens a dictionary that :meth:`save` or ``inquit dictionary build`` wrote.
    ///
    /// All of it is read and verified: a file that is damaged, of another kind or of a newer version
    /// is an :class:`ArtefactError`. With ``mapped=True`` it is mapped into memory instead, open at
    /// once and shared with other processes that map it; only its head is verified then, and
    /// :meth:`verify` does the rest. A mapped file may be replaced, but must not be changed or cut.
    ///
    /// >>> import inquit, pathlib, tempfile
    /// >>> path = pathlib.Path(tempfile.mkdtemp(), "watch.inquit")
    /// >>> inquit.Dictionary([inquit.Entity("Q183", "Germany")]).save(path)
    /// >>> inquit.Dictionary.open(path, mapped=True)
    /// <Dictionary of 1 entities>
    #[classmethod]
    #[pyo3(signature = (path, /, *, mapped = false))]
    fn open(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        mapped: bool,
    ) -> PyResult<PyDictionary> {
        let open = if mapped { Dictionary::open_mapped } else { Dictionary::open };
        finished(py, long(py, move |_| open(path))?)
    }

    /// A dictionary of the bytes that :meth:`to_bytes` gave, all of which are verified.
    #[classmethod]
    #[pyo3(signature = (data, /))]
    fn from_bytes(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        data: PyBackedBytes,
    ) -> PyResult<PyDictionary> {
        finished(py, long(py, move |_| Dictionary::from_bytes(data.to_vec()))?)
    }

    /// The bytes of its file: the same for the same entities, on every machine.
    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, self.0.as_bytes())
    }

    /// Writes it to a file, which :meth:`open` reads back. Whoever opens the path finds what was
    /// there before or all of the dictionary, even if writing fails half-way.
    #[pyo3(signature = (path, /))]
    fn save(&self, py: Python<'_>, path: PathBuf) -> PyResult<()> {
        let dictionary = self.0.clone();
        long(py, move |_| dictionary.save(path))?
            .map_err(|error| to_py(py, &error, Place::default()))
    }

    /// Verifies all of it, which :meth:`open` has done unless it was mapped. Damage is an
    /// :class:`ArtefactError`.
    fn verify(&self, py: Python<'_>) -> PyResult<()> {
        let dictionary = self.0.clone();
        long(py, move |_| dictionary.verify())?.map_err(|error| to_py(py, &error, Place::default()))
    }

    /// A dictionary of a table, CSV or TSV, also compressed with gzip or bzip2.
    ///
    /// The first row names the columns if one of them is ``name``; else they are ``name``, ``kind``
    /// and ``aliases``. Others that are known are ``id``, ``prior``, ``case_rule``, ``wikidata`` and,
    /// for the id in any other catalogue, ``external:`` and its name. Aliases have ``|`` between
    /// them. An entity without an id has that of Wikidata, else its name. A short word of capitals,
    /// such as ``WHO``, is found in capitals only, unless a case rule is given.
    ///
    /// A bad row raises a :class:`DictionaryError` that names its line. With ``on_error="skip"`` it is
    /// left out, and so it is where ``on_error`` is a callable, which is given the exception.
    ///
    /// >>> import inquit, pathlib, tempfile
    /// >>> path = pathlib.Path(tempfile.mkdtemp(), "watch.csv")
    /// >>> _ = path.write_text("name,kind,aliases\nAda Okoro,person,Okoro\nPort,harbour,\n")
    /// >>> failures = []
    /// >>> dictionary = inquit.Dictionary.from_csv(path, on_error=failures.append)
    /// >>> list(dictionary)
    /// [Entity('Ada Okoro', 'Ada Okoro', kind=EntityKind.PERSON, aliases=('Okoro',))]
    /// >>> print(str(failures[0]).partition("watch.csv")[2])
    /// :3: unknown entity kind `harbour`; expected one of person, organization, place, group, event, work
    #[classmethod]
    #[pyo3(signature = (path, /, *, fold_accents = false, on_error = OnRow::As(OnError::Raise)))]
    fn from_csv(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        fold_accents: bool,
        on_error: OnRow<'_>,
    ) -> PyResult<PyDictionary> {
        let options = EntityOptions::new().with_format(EntityFormat::Csv);
        load(py, path, options, fold_accents, &on_error).map(PyDictionary)
    }

    /// A dictionary of lines of JSON, also compressed: objects with a ``name`` and any of ``id``,
    /// ``kind``, ``aliases``, ``case_rule``, ``external`` and ``prior``, as for :class:`Entity`. An alias
    /// is a string, or an object with ``text`` and ``case_rule``. See :meth:`from_csv` for the rest.
    #[classmethod]
    #[pyo3(signature = (path, /, *, fold_accents = false, on_error = OnRow::As(OnError::Raise)))]
    fn from_jsonl(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        fold_accents: bool,
        on_error: OnRow<'_>,
    ) -> PyResult<PyDictionary> {
        let options = EntityOptions::new().with_format(EntityFormat::Jsonl);
        load(py, path, options, fold_accents, &on_error).map(PyDictionary)
    }

    /// A dictionary of a JSON dump of Wikidata, or of lines out of one, also compressed.
    ///
    /// Labels and aliases are those in ``languages``, the preferred one first, and in ``mul`` ("all
    /// languages"). The kind comes from a table of classes; the number of sitelinks is the prior, and
    /// items with fewer than ``min_sitelinks`` are left out, as are those without a label and pages
    /// about Wikimedia itself. See :meth:`from_csv` for ``on_error``.
    #[classmethod]
    #[pyo3(signature = (
        path, /, *, languages = Items(vec![Text("en".to_owned())]), min_sitelinks = Count(0),
        fold_accents = false, on_error = OnRow::As(OnError::Raise)
    ))]
    fn from_wikidata(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        languages: Items<Text>,
        min_sitelinks: Count<u32>,
        fold_accents: bool,
        on_error: OnRow<'_>,
    ) -> PyResult<PyDictionary> {
        let options = EntityOptions::new()
            .with_format(EntityFormat::Wikidata)
            .with_languages(languages.0.into_iter().map(|language| language.0))
            .with_min_sitelinks(min_sitelinks.0);
        load(py, path, options, fold_accents, &on_error).map(PyDictionary)
    }

    /// A dictionary of a SKOS vocabulary in Turtle or JSON-LD, also compressed: ``prefLabel``,
    /// ``altLabel`` and ``hiddenLabel`` in ``languages`` or without one, and ``exactMatch`` as the id in
    /// another catalogue. The IRI of a concept is its id. See :meth:`from_csv` for ``on_error``.
    #[classmethod]
    #[pyo3(signature = (
        path, /, *, languages = Items(vec![Text("en".to_owned())]),
        fold_accents = false, on_error = OnRow::As(OnError::Raise)
    ))]
    fn from_skos(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        path: PathBuf,
        languages: Items<Text>,
        fold_accents: bool,
        on_error: OnRow<'_>,
    ) -> PyResult<PyDictionary> {
        let options = EntityOptions::new()
            .with_format(EntityFormat::Skos)
            .with_languages(languages.0.into_iter().map(|language| language.0));
        load(py, path, options, fold_accents, &on_error).map(PyDictionary)
    }

    /// The entity with this id, or `None`.
    fn get(&self, id: Text) -> Option<PyEntity> {
        self.0.get(&id.0.into()).map(wrapped)
    }

    fn __getitem__(&self, id: Text) -> PyResult<PyEntity> {
        let id = EntityId::from(id.0);
        self.0.get(&id).map(wrapped).ok_or_else(|| PyKeyError::new_err(id.to_string()))
    }

    fn __contains__(&self, key: EntityKey) -> bool {
        match key {
            EntityKey::Entity(entity) => self.0.get(entity.0.id()).as_ref() == Some(&*entity.0),
            EntityKey::Id(id) => self.0.get(&id).is_some(),
        }
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<IteratorOf<'py, PyEntity>> {
        self.entities(py)?.try_iter()
    }

    fn __repr__(&self) -> String {
        format!("<Dictionary of {} entities>", self.0.len())
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let restore = slf.get_type().getattr("from_bytes")?;
        Reduced::new(restore, (slf.get().to_bytes(slf.py()),))
    }
}

fn finished(
    py: Python<'_>,
    dictionary: Result<Dictionary, inquit::Error>,
) -> PyResult<PyDictionary> {
    dictionary.map(PyDictionary).map_err(|error| to_py(py, &error, Place::default()))
}

impl PyDictionary {
    fn entities<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyEntity>> {
        let entities: Vec<PyEntity> = self.0.iter().map(wrapped).collect();
        TupleOf::new(py, entities)
    }
}
