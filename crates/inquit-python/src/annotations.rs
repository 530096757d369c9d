//! What was found in one document.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use inquit::{Annotations, EntityId, OffsetUnit, RecordOptions};
use inquit_io::ToHtml;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString, PyType};

use crate::author::PyAuthor;
use crate::dates::PyDateMention;
use crate::document::{PyBlock, PyDocument};
use crate::entity::PyEntity;
use crate::errors::{InquitError, Place, exception, to_py};
use crate::found::Found;
use crate::json::{JsonDict, JsonDicts, unwritable};
use crate::kinds::Member;
use crate::mention::PyMention;
use crate::quote::PyQuote;
use crate::span::PySpan;
use crate::text::{Text, repr_of};
use crate::tuple::{CachedTuple, Index, Items, IteratorOf, TupleOf};
use crate::value::Reduced;
use crate::warning::PyWarning;
use crate::work::on_text;

/// What was found in one document.
///
/// It is a sequence of its quotes: ``for quote in annotations``, ``len(annotations)``,
/// ``annotations[0]``. The other layers are attributes. Made by :meth:`Annotator.annotate`.
///
/// >>> import inquit
/// >>> found = inquit.annotate("“No,” said Mr Kent.")
/// >>> [quote.text for quote in found]
/// ['No,']
/// >>> row = found.rows()[0]
/// >>> row["text"], row["source"], row["start"], row["end"]
/// ('No,', 'Mr Kent', 1, 4)
#[pyclass(module = "inquit", name = "Annotations", frozen, sequence, eq, hash)]
pub(crate) struct PyAnnotations {
    found: Arc<Found>,
    blocks: CachedTuple<PyBlock>,
    sentences: CachedTuple<PySpan>,
    entities: CachedTuple<PyEntity>,
    mentions: CachedTuple<PyMention>,
    quotes: CachedTuple<PyQuote>,
    warnings: CachedTuple<PyWarning>,
    dates: CachedTuple<PyDateMention>,
    authors: CachedTuple<PyAuthor>,
}

impl PyAnnotations {
    pub(crate) fn new(annotations: Annotations) -> PyAnnotations {
        PyAnnotations {
            found: Arc::new(Found::new(annotations)),
            blocks: CachedTuple::new(),
            sentences: CachedTuple::new(),
            entities: CachedTuple::new(),
            mentions: CachedTuple::new(),
            quotes: CachedTuple::new(),
            warnings: CachedTuple::new(),
            dates: CachedTuple::new(),
            authors: CachedTuple::new(),
        }
    }

    pub(crate) fn annotations(&self) -> &Annotations {
        self.found.annotations()
    }

    /// The annotations, shared.
    pub(crate) fn found(&self) -> Arc<Found> {
        Arc::clone(&self.found)
    }

    /// Makes something of the annotations without the GIL.
    fn make<T: Send + 'static>(
        &self,
        py: Python<'_>,
        make: impl FnOnce(&Annotations) -> T + Send + 'static,
    ) -> PyResult<T> {
        let found = Arc::clone(&self.found);
        on_text(py, found.document().text().len(), move || make(found.annotations()))
    }
}

impl PartialEq for PyAnnotations {
    fn eq(&self, other: &PyAnnotations) -> bool {
        self.annotations() == other.annotations()
    }
}

impl Eq for PyAnnotations {}

impl Hash for PyAnnotations {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.found.document().hash(state);
    }
}

#[pymethods]
impl PyAnnotations {
    /// Annotations from a line that ``to_json`` wrote with ``with_text=True``, or ``inquit extract``
    /// with ``--with-text``. ``offsets`` says in what its offsets count.
    ///
    /// A record holds no aliases of entities. ``entities``, such as a :class:`Dictionary`, gives
    /// those back.
    ///
    /// >>> import inquit
    /// >>> found = inquit.annotate("“No,” said Mr Kent.")
    /// >>> inquit.Annotations.from_json(found.to_json(with_text=True)) == found
    /// True
    #[classmethod]
    #[pyo3(signature = (
        line, *, offsets = Member(OffsetUnit::CodePoint), entities = Items(Vec::new())
    ))]
    fn from_json(
        _class: &Bound<'_, PyType>,
        py: Python<'_>,
        line: Text,
        offsets: Member<OffsetUnit>,
        entities: Items<PyEntity>,
    ) -> PyResult<PyAnnotations> {
        on_text(py, line.0.len(), move || {
            let annotations = Annotations::from_json(&line.0, offsets.0)?;
            let entities = entities.0.iter().map(|entity| inquit::Entity::clone(&entity.0));
            Ok(PyAnnotations::new(annotations.with_entities(entities)))
        })?
        .map_err(|error| to_py(py, &error, Place::default()))
    }

    /// The document.
    #[getter]
    fn document(&self) -> PyDocument {
        PyDocument(self.found.document().clone())
    }

    /// Its blocks, in order, covering all its text but white space.
    #[getter]
    fn blocks<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyBlock>> {
        self.blocks.get(py, || {
            let blocks = self.annotations().blocks().iter();
            TupleOf::new(py, blocks.map(|&block| PyBlock::new(self.found.document(), block)))
        })
    }

    /// Its sentences, in order; a quotation and the words that report it are one.
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PySpan>> {
        self.sentences.get(py, || {
            let sentences = self.annotations().sentences().iter();
            TupleOf::new(py, sentences.map(|&span| PySpan::new(self.found.document(), span)))
        })
    }

    /// Every entity that a mention refers to, in order of id.
    #[getter]
    fn entities<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyEntity>> {
        self.entities.get(py, || TupleOf::new(py, self.found.entities().to_vec()))
    }

    /// Every resolved mention, in order of its start.
    #[getter]
    fn mentions<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyMention>> {
        self.mentions.get(py, || {
            let mentions = self.annotations().mentions().iter();
            TupleOf::new(py, mentions.map(|mention| PyMention::new(&self.found, mention)))
        })
    }

    /// Every quote, in order of its content.
    #[getter]
    fn quotes<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyQuote>> {
        self.quotes.get(py, || {
            let quotes = self.annotations().quotes().iter();
            TupleOf::new(py, quotes.map(|quote| PyQuote::new(&self.found, quote)))
        })
    }

    /// What is odd about the text.
    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyWarning>> {
        self.warnings.get(py, || {
            let warnings = self.annotations().warnings().iter();
            TupleOf::new(py, warnings.map(|it| PyWarning::new(self.found.document(), it)))
        })
    }

    /// When the document was published, as its metadata or else a line of it says, in the form of
    /// ISO 8601; `None` where neither does.
    ///
    /// >>> import inquit
    /// >>> inquit.annotate("Posted 20/09/2015 19:18").published
    /// '2015-09-20T19:18'
    #[getter]
    fn published(&self) -> Option<String> {
        self.annotations().published().map(|it| it.to_string())
    }

    /// Who wrote the document, as its bylines say, in order: names, roles and outlets apart.
    #[getter]
    fn authors<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyAuthor>> {
        self.authors.get(py, || {
            let authors = self.annotations().authors().into_iter();
            TupleOf::new(py, authors.map(|it| PyAuthor::new(self.found.document(), it)))
        })
    }

    /// The days that the sentences mean ("on Saturday", "last week", "Sept. 19"), in order. Those
    /// that depend on the day of publication are left out where that is not known.
    #[getter]
    fn dates<'py>(&self, py: Python<'py>) -> PyResult<TupleOf<'py, PyDateMention>> {
        self.dates.get(py, || {
            let dates = self.annotations().dates().into_iter();
            TupleOf::new(py, dates.map(|it| PyDateMention::new(self.found.document(), it)))
        })
    }

    /// The entity with this id, or `None` if no mention refers to it.
    #[pyo3(signature = (id, /))]
    fn entity(&self, id: Text) -> Option<PyEntity> {
        self.found.find_entity(&id.0.into()).cloned()
    }

    /// The quotes of each speaker, in order of the first. A quote of two speakers is one of each;
    /// quotes without a known speaker are left out.
    ///
    /// >>> import inquit
    /// >>> text = "“No,” said Mr Kent. “Why?” asked Ms Lane. Kent said it was late."
    /// >>> found = inquit.annotate(text)
    /// >>> {speaker.name: len(quotes) for speaker, quotes in found.by_speaker()}
    /// {'Kent': 2, 'Lane': 1}
    fn by_speaker<'py>(&self, py: Python<'py>) -> PyResult<Vec<(PyEntity, TupleOf<'py, PyQuote>)>> {
        let speakers = self.annotations().by_speaker().into_iter();
        let with_quotes = |(speaker, quotes): (&inquit::Entity, Vec<&inquit::Quote>)| {
            let quotes = quotes.into_iter().map(|quote| PyQuote::new(&self.found, quote));
            Ok((self.found.entity(speaker.id()), TupleOf::new(py, quotes)?))
        };
        speakers.map(with_quotes).collect()
    }

    /// The quotes that speak about the entity with this id, in order.
    #[pyo3(signature = (id, /))]
    fn about<'py>(&self, py: Python<'py>, id: Text) -> PyResult<TupleOf<'py, PyQuote>> {
        let id = id.0.into();
        let quotes = self.annotations().about(&id);
        TupleOf::new(py, quotes.map(|quote| PyQuote::new(&self.found, quote)).collect::<Vec<_>>())
    }

    /// Who spoke about whom, and in how many quotes, the most frequent first; nobody about
    /// themselves.
    ///
    /// >>> import inquit
    /// >>> text = "“Lois Lane knows,” said Clark Kent. Kent said Lane was late."
    /// >>> [(who.name, whom.name, n) for who, whom, n in inquit.annotate(text).who_about_whom()]
    /// [('Clark Kent', 'Lois Lane', 2)]
    fn who_about_whom(&self) -> Vec<(PyEntity, PyEntity, usize)> {
        let pairs = self.annotations().who_about_whom().into_iter();
        let entity = |id: &EntityId| self.found.entity(id);
        pairs.map(|it| (entity(&it.speaker), entity(&it.about), it.quotes)).collect()
    }

    /// Who spoke to whom, and in how many quotes, the most frequent first. Those spoken to whom the
    /// text does not name, such as "reporters", are left out.
    ///
    /// >>> import inquit
    /// >>> text = "“No,” Clark Kent told Lois Lane. “Why not?” Lane asked reporters."
    /// >>> [(who.name, whom.name, n) for who, whom, n in inquit.annotate(text).who_to_whom()]
    /// [('Clark Kent', 'Lois Lane', 1)]
    fn who_to_whom(&self) -> Vec<(PyEntity, PyEntity, usize)> {
        let pairs = self.annotations().who_to_whom().into_iter();
        let entity = |id: &EntityId| self.found.entity(id);
        pairs.map(|it| (entity(&it.speaker), entity(&it.addressee), it.quotes)).collect()
    }

    /// The sentences inside the content of one of these quotes. Unlike ``sentences``, these also end
    /// inside quotation marks.
    ///
    /// >>> import inquit
    /// >>> found = inquit.annotate("“It rained. We stayed,” said Mr Kent.")
    /// >>> [sentence.text for sentence in found.inner_sentences(found[0])]
    /// ['It rained.', 'We stayed,']
    #[pyo3(signature = (quote, /))]
    fn inner_sentences<'py>(
        &self,
        py: Python<'py>,
        quote: &Bound<'py, PyQuote>,
    ) -> PyResult<TupleOf<'py, PySpan>> {
        let id = quote.get().id();
        let quotes = self.annotations().quotes();
        let ours = quotes.iter().find(|ours| ours.id() == id);
        let Some(ours) = ours.filter(|ours| PyQuote::new(&self.found, ours) == *quote.get()) else {
            let message = format!("quote `{id}` is not one of these annotations");
            return Err(exception::<InquitError>(py, message, Place::default()));
        };
        let sentences = self.annotations().inner_sentences(ours);
        TupleOf::new(py, sentences.iter().map(|&span| PySpan::new(self.found.document(), span)))
    }

    /// One flat dict a quote, for tables: ``pandas.DataFrame(annotations.rows())``.
    ///
    /// Offsets count code points; the names and ids of several speakers are joined by ``"; "``.
    pub(crate) fn rows<'py>(&self, py: Python<'py>) -> PyResult<JsonDicts<'py>> {
        let json = self.make(py, |annotations| serde_json::to_string(&annotations.rows()))?;
        JsonDicts::read(py, &json.map_err(|error| unwritable(py, &error))?)
    }

    /// The record that ``inquit extract`` prints, as a dict. See :meth:`to_json`.
    #[pyo3(signature = (*, offsets = Member(OffsetUnit::CodePoint), with_text = false))]
    fn to_dict<'py>(
        &self,
        py: Python<'py>,
        offsets: Member<OffsetUnit>,
        with_text: bool,
    ) -> PyResult<JsonDict<'py>> {
        JsonDict::read(py, &self.to_json(py, offsets, with_text)?)
    }

    /// The record that ``inquit extract`` prints, as a line of JSON without its newline.
    ///
    /// ``offsets`` says in what offsets count: ``"codepoint"``, ``"byte"`` or ``"utf16"``;
    /// ``with_text`` adds the text of the document, so that :meth:`from_json` can read it back.
    ///
    /// >>> import inquit
    /// >>> record = inquit.annotate("“No,” said Mr Kent.").to_dict()
    /// >>> list(record)[:4], record["quotes"][0]["content"]
    /// (['schema', 'inquit', 'id', 'outlet'], [[1, 4]])
    #[pyo3(signature = (*, offsets = Member(OffsetUnit::CodePoint), with_text = false))]
    fn to_json(
        &self,
        py: Python<'_>,
        offsets: Member<OffsetUnit>,
        with_text: bool,
    ) -> PyResult<String> {
        let options = RecordOptions { offsets: offsets.0, with_text };
        self.make(py, move |it| it.to_json(options))
    }

    /// What notebooks show: the title of the document and its quotes.
    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.make(py, ToHtml::to_html)
    }

    fn __len__(&self) -> usize {
        self.annotations().quotes().len()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, index: Index) -> PyResult<Bound<'py, PyQuote>> {
        self.quotes(py)?.item(index)
    }

    fn __iter__<'py>(&self, py: Python<'py>) -> PyResult<IteratorOf<'py, PyQuote>> {
        self.quotes(py)?.try_iter()
    }

    fn __repr__(&self, py: Python<'_>) -> PyResult<String> {
        let annotations = self.annotations();
        let id = repr_of(&PyString::new(py, annotations.document().id()))?;
        Ok(format!(
            "<Annotations of {id}: {} quotes, {} mentions, {} entities>",
            annotations.quotes().len(),
            annotations.mentions().len(),
            annotations.entities().len(),
        ))
    }

    fn __reduce__<'py>(slf: &Bound<'py, Self>) -> PyResult<Reduced<'py>> {
        let py = slf.py();
        let options = PyDict::new(py);
        options.set_item("offsets", Member(OffsetUnit::Byte))?;
        options.set_item("entities", slf.getattr("entities")?)?;
        let from_json = slf.get_type().getattr("from_json")?;
        let restore =
            py.import("functools")?.getattr("partial")?.call((from_json,), Some(&options))?;
        let line = slf.get().to_json(py, Member(OffsetUnit::Byte), true)?;
        Reduced::new(restore, (line,))
    }
}
