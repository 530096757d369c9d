"""
Native part of inquit. Import from ``inquit``.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from inquit.errors import InquitError
from inquit.kinds import AlterationKind, BlockKind, CaseRule, CueClass, EntityKind, Fidelity, MentionForm, Mode, OffsetUnit, Origin, QuoteKind, SourceKind, TokenKind, Verdict, WarningCode
from os import PathLike
from pathlib import Path
from typing import Any, Final, Literal, SupportsIndex, final

__all__ = ["__version__", "Added", "Alias", "Alteration", "Annotations", "Annotator", "Batch", "Block", "Comparison", "DateMention", "Dictionary", "Document", "Duplicate", "Entity", "Event", "Excerpt", "LinkedDocument", "Linker", "Links", "Marked", "Match", "Matcher", "Matches", "Member", "Mention", "OutletRow", "Participant", "Placed", "Quote", "SharedEntity", "Span", "Story", "TextWarning", "Token", "Utterance", "Variant", "Verified", "annotate", "annotate_all", "cli_main", "compare", "kind_names", "link", "pair_marks", "tokenize"]

__version__: Final[str]

@final
class Added:
    """
    What became of a document that was added to a :class:`Linker`.

    >>> import inquit
    >>> linker = inquit.Linker()
    >>> linker.add("“We will never sell the ferry,” said Clark Kent.").story
    's1'
    >>> added = linker.add("Clark Kent said: “We will never sell the ferry.”")
    >>> [placed.is_new for placed in added.placed]
    [False]
    """
    __match_args__: Final[tuple[str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, story: str, *, placed: Iterable[Placed] = ..., merged_utterances: Iterable[tuple[str, str]] = ..., merged_stories: Iterable[tuple[str, str]] = ..., duplicates: Iterable[str] = ...) -> Added: ...
    def __repr__(self, /) -> str: ...
    @property
    def duplicates(self, /) -> tuple[str, ...]:
        """
        The ids of documents added before that it is a copy of, or they of it.
        """
    @property
    def merged_stories(self, /) -> tuple[tuple[str, str], ...]:
        """
        Stories that turned out to be one: the id that is left, and the one that is no longer given.
        """
    @property
    def merged_utterances(self, /) -> tuple[tuple[str, str], ...]:
        """
        Utterances that turned out to be one: the id that is left, and the one that is no longer given.
        """
    @property
    def placed(self, /) -> tuple[Placed, ...]:
        """
        Where each sentence of its quotes went, in order.
        """
    @property
    def story(self, /) -> str:
        """
        The id of the story it belongs to.
        """

@final
class Alias:
    """
    A name by which a dictionary knows an entity.

    ``case_rule`` says how the letter case of a text may differ from it.

    >>> import inquit
    >>> inquit.Alias("WHO", "acronym")
    Alias('WHO', CaseRule.ACRONYM)
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str, case_rule: CaseRule | str = ...) -> Alias: ...
    def __repr__(self, /) -> str: ...
    @property
    def case_rule(self, /) -> CaseRule:
        """
        How the letter case of a text may differ from it.
        """
    @property
    def text(self, /) -> str:
        """
        The name as written.
        """

@final
class Alteration:
    """
    One difference between a variant and its reference.

    ``reference`` and ``variant`` are ranges that count words: what stands between white space,
    without quotation marks around it.

    >>> import inquit
    >>> inquit.compare("We will never sell.", "We will not sell.").alterations[0]
    Alteration(AlterationKind.SUBSTITUTE, (2, 3), (2, 3), 'never', 'not', in_marks=True)
    """
    __match_args__: Final[tuple[str, str, str, str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, kind: AlterationKind | str, reference: tuple[int, int], variant: tuple[int, int], reference_text: str, variant_text: str, *, in_marks: bool = False) -> Alteration: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        What notebooks show.
        """
    @property
    def in_marks(self, /) -> bool:
        """
        Whether the change is inside the quotation marks of the variant.
        """
    @property
    def kind(self, /) -> AlterationKind:
        """
        What was done.
        """
    @property
    def reference(self, /) -> tuple[int, int]:
        """
        The words of the reference, the first and one past the last; none where words were added.
        """
    @property
    def reference_text(self, /) -> str:
        """
        The words of the reference with a space between them.
        """
    @property
    def variant(self, /) -> tuple[int, int]:
        """
        The words of the variant; none where words were left out.
        """
    @property
    def variant_text(self, /) -> str:
        """
        The words of the variant with a space between them.
        """

@final
class Annotations:
    """
    What was found in one document.

    It is a sequence of its quotes: ``for quote in annotations``, ``len(annotations)``,
    ``annotations[0]``. The other layers are attributes. Made by :meth:`Annotator.annotate`.

    >>> import inquit
    >>> found = inquit.annotate("“No,” said Mr Kent.")
    >>> [quote.text for quote in found]
    ['No,']
    >>> row = found.rows()[0]
    >>> row["text"], row["source"], row["start"], row["end"]
    ('No,', 'Mr Kent', 1, 4)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getitem__(self, index: SupportsIndex, /) -> Quote: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Quote]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, ...]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        What notebooks show: the title of the document and its quotes.
        """
    def about(self, id: str, /) -> tuple[Quote, ...]:
        """
        The quotes that speak about the entity with this id, in order.
        """
    @property
    def blocks(self, /) -> tuple[Block, ...]:
        """
        Its blocks, in order, covering all its text but white space.
        """
    def by_speaker(self, /) -> list[tuple[Entity, tuple[Quote, ...]]]:
        """
        The quotes of each speaker, in order of the first. A quote of two speakers is one of each;
        quotes without a known speaker are left out.

        >>> import inquit
        >>> text = "“No,” said Mr Kent. “Why?” asked Ms Lane. Kent said it was late."
        >>> found = inquit.annotate(text)
        >>> {speaker.name: len(quotes) for speaker, quotes in found.by_speaker()}
        {'Kent': 2, 'Lane': 1}
        """
    @property
    def dates(self, /) -> tuple[DateMention, ...]:
        """
        The days that the sentences mean ("on Saturday", "last week", "Sept. 19"), in order. Those
        that depend on the day of publication are left out where that is not known.
        """
    @property
    def document(self, /) -> Document:
        """
        The document.
        """
    @property
    def entities(self, /) -> tuple[Entity, ...]:
        """
        Every entity that a mention refers to, in order of id.
        """
    def entity(self, id: str, /) -> Entity | None:
        """
        The entity with this id, or `None` if no mention refers to it.
        """
    @classmethod
    def from_json(cls, /, line: str, *, offsets: OffsetUnit | str = ..., entities: Iterable[Entity] = ...) -> Annotations:
        """
        Annotations from a line that ``to_json`` wrote with ``with_text=True``, or ``inquit extract``
        with ``--with-text``. ``offsets`` says in what its offsets count.

        A record holds no aliases of entities. ``entities``, such as a :class:`Dictionary`, gives
        those back.

        >>> import inquit
        >>> found = inquit.annotate("“No,” said Mr Kent.")
        >>> inquit.Annotations.from_json(found.to_json(with_text=True)) == found
        True
        """
    def inner_sentences(self, quote: Quote, /) -> tuple[Span, ...]:
        """
        The sentences inside the content of one of these quotes. Unlike ``sentences``, these also end
        inside quotation marks.

        >>> import inquit
        >>> found = inquit.annotate("“It rained. We stayed,” said Mr Kent.")
        >>> [sentence.text for sentence in found.inner_sentences(found[0])]
        ['It rained.', 'We stayed,']
        """
    @property
    def mentions(self, /) -> tuple[Mention, ...]:
        """
        Every resolved mention, in order of its start.
        """
    @property
    def published(self, /) -> str | None:
        """
        When the document was published, as its metadata or else a line of it says, in the form of
        ISO 8601; `None` where neither does.

        >>> import inquit
        >>> inquit.annotate("Posted 20/09/2015 19:18").published
        '2015-09-20T19:18'
        """
    @property
    def quotes(self, /) -> tuple[Quote, ...]:
        """
        Every quote, in order of its content.
        """
    def rows(self, /) -> list[dict[str, Any]]:
        """
        One flat dict a quote, for tables: ``pandas.DataFrame(annotations.rows())``.

        Offsets count code points; the names and ids of several speakers are joined by ``"; "``.
        """
    @property
    def sentences(self, /) -> tuple[Span, ...]:
        """
        Its sentences, in order; a quotation and the words that report it are one.
        """
    def to_dict(self, /, *, offsets: OffsetUnit | str = ..., with_text: bool = False) -> dict[str, Any]:
        """
        The record that ``inquit extract`` prints, as a dict. See :meth:`to_json`.
        """
    def to_json(self, /, *, offsets: OffsetUnit | str = ..., with_text: bool = False) -> str:
        """
        The record that ``inquit extract`` prints, as a line of JSON without its newline.

        ``offsets`` says in what offsets count: ``"codepoint"``, ``"byte"`` or ``"utf16"``;
        ``with_text`` adds the text of the document, so that :meth:`from_json` can read it back.

        >>> import inquit
        >>> record = inquit.annotate("“No,” said Mr Kent.").to_dict()
        >>> list(record)[:4], record["quotes"][0]["content"]
        (['schema', 'inquit', 'id', 'outlet'], [[1, 4]])
        """
    @property
    def warnings(self, /) -> tuple[TextWarning, ...]:
        """
        What is odd about the text.
        """
    def who_about_whom(self, /) -> list[tuple[Entity, Entity, int]]:
        """
        Who spoke about whom, and in how many quotes, the most frequent first; nobody about
        themselves.

        >>> import inquit
        >>> text = "“Lois Lane knows,” said Clark Kent. Kent said Lane was late."
        >>> [(who.name, whom.name, n) for who, whom, n in inquit.annotate(text).who_about_whom()]
        [('Clark Kent', 'Lois Lane', 2)]
        """

@final
class Annotator:
    """
    Finds who said what about whom. Immutable; shared freely between threads.

    ``dictionary`` holds entities to find by their aliases, which win over names found by rule.
    ``mode`` says how thoroughly quotes are looked for, by default :attr:`Mode.FULL`.
    ``attribution_model`` is the file of a model in place of the one that the package brings along,
    ``names_model`` the same for names. Quotes less sure than ``min_confidence`` are left out.

    >>> import inquit
    >>> annotator = inquit.Annotator(mode="fast", min_confidence=0.2)
    >>> found = annotator.annotate(inquit.Document("a1", "“No,” said Mr Kent."))
    >>> found.quotes[0].source.text
    'Mr Kent'
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, dictionary: Dictionary | None = None, mode: Mode | str | None = None, attribution_model: str | PathLike[str] | None = None, names_model: str | PathLike[str] | None = None, min_confidence: float = ...) -> Annotator: ...
    def __repr__(self, /) -> str: ...
    def annotate(self, document: Document | str, /) -> Annotations:
        """
        Annotates a document. A ``str`` is a document of the id ``"text"``.
        """
    def annotate_all(self, documents: Iterable[Document | str], /, *, threads: int = ..., on_error: Literal["raise", "skip"] = ...) -> Batch:
        """
        Annotates documents over several threads; the results stand in the order of the documents.

        Takes any iterable of :class:`Document` and ``str``; the id of a ``str`` is its place among
        the documents, ``"0"`` for the first. ``threads`` is the number of threads, 0 for one a core;
        the results are the same for any number.

        A bad document, such as one that is too large or no string, raises an :class:`InquitError`
        that names it. With ``on_error="skip"`` it is left out, and the error is one of
        :attr:`Batch.failures`. What the iterable itself raises is raised in either case.

        >>> import inquit
        >>> texts = ["“No,” said Mr Kent.", None, "“Yes,” said Ms Lane."]
        >>> batch = inquit.Annotator().annotate_all(texts, on_error="skip")
        >>> [(found.document.id, found[0].text) for found in batch]
        [('0', 'No,'), ('2', 'Yes,')]
        >>> print(batch.failures[0])
        document 1 is of type `NoneType`; expected a str or a Document
        """
    @property
    def attribution_model(self, /) -> Path | None:
        """
        The file of the model of attributions, if it is not the one that the package brings along.
        """
    @property
    def dictionary(self, /) -> Dictionary | None:
        """
        The dictionary, if it has one.
        """
    @property
    def min_confidence(self, /) -> float:
        """
        Quotes less sure than this are left out.
        """
    @property
    def mode(self, /) -> Mode | None:
        """
        How thoroughly quotes are looked for, if that was said.
        """
    @property
    def names_model(self, /) -> Path | None:
        """
        The file of the model of names, if it is not the one that the package brings along.
        """

@final
class Batch:
    """
    What was found in many documents: a sequence of :class:`Annotations`, in the order of the
    documents.

    ``failures`` holds an exception for each document that was skipped; its ``index`` is the place
    of the document among all that were given.

    >>> import inquit
    >>> batch = inquit.annotate_all(["“No,” said Mr Kent.", b"bytes"], on_error="skip")
    >>> batch
    <Batch of 1 annotations, 1 failures>
    >>> batch.failures[0].index
    1
    """
    def __eq__(self, other: object, /) -> bool:
        """
        Exceptions are equal here when they print the same.
        """
    def __getitem__(self, index: SupportsIndex, /) -> Annotations: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Annotations]: ...
    def __len__(self, /) -> int: ...
    def __new__(cls, /, annotations: Iterable[Annotations], failures: Iterable[InquitError] = ...) -> Batch: ...
    def __repr__(self, /) -> str: ...
    @property
    def annotations(self, /) -> tuple[Annotations, ...]:
        """
        The annotations as a tuple.
        """
    @property
    def failures(self, /) -> tuple[InquitError, ...]:
        """
        An exception for each document that was skipped, in the order of the documents.
        """
    def rows(self, /) -> list[dict[str, Any]]:
        """
        One flat dict a quote, of all documents: ``pandas.DataFrame(batch.rows())``.

        See :meth:`Annotations.rows`.
        """

@final
class Block:
    """
    A stretch of a document of one kind, normally whole lines.

    >>> import inquit
    >>> block = inquit.annotate("“No,” said Mr Kent.").blocks[0]
    >>> block.kind, block.start, block.end
    (BlockKind.PARAGRAPH, 0, 19)
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, kind: BlockKind | str, span: Span) -> Block: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int:
        """
        One past its last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int:
        """
        Its first byte of UTF-8.
        """
    @property
    def end(self, /) -> int:
        """
        One past its last code point.
        """
    @property
    def kind(self, /) -> BlockKind:
        """
        What it is.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands, without white space at either end.
        """
    @property
    def start(self, /) -> int:
        """
        Its first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The text it covers.
        """

@final
class Comparison:
    """
    What a variant made of a reference. Made by :func:`compare`.

    >>> import inquit
    >>> found = inquit.Comparison("We will never sell the old ferry.", "never sell the … ferry")
    >>> [str(alteration.kind) for alteration in found.alterations]
    ['truncate', 'ellipsis_fill', 'punctuation']
    >>> found.fidelity, found.replayed
    (Fidelity.MARKED, 'never sell the … ferry')
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, reference: str, variant: str, *, mixed: bool = False) -> Comparison: ...
    def __repr__(self, /) -> str: ...
    @property
    def alterations(self, /) -> tuple[Alteration, ...]:
        """
        What was altered, in order.
        """
    @property
    def fidelity(self, /) -> Fidelity:
        """
        How true the variant is.
        """
    @property
    def mixed(self, /) -> bool:
        """
        Whether only parts of the variant stand in quotation marks, which are part of it.
        """
    @property
    def reference(self, /) -> str:
        """
        The one wording.
        """
    @property
    def replayed(self, /) -> str:
        """
        The words of the variant with a space between them, made of those of the reference and the
        alterations.
        """
    @property
    def shared(self, /) -> float:
        """
        How much of the variant is in the reference, from 0 to 1; words of the grammar count less.
        """
    @property
    def variant(self, /) -> str:
        """
        The other wording.
        """

@final
class DateMention:
    """
    Words that mean a day or a stretch of days.

    >>> import inquit
    >>> article = inquit.Document("a1", "It rained on Saturday.", published="2015-09-20")
    >>> date = inquit.annotate(article).dates[0]
    >>> date.text, date.first
    ('Saturday', datetime.date(2015, 9, 19))
    """
    __match_args__: Final[tuple[str, str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, span: Span, first: date, last: date) -> DateMention: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int:
        """
        One past their last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int:
        """
        Their first byte of UTF-8.
        """
    @property
    def end(self, /) -> int:
        """
        One past their last code point.
        """
    @property
    def first(self, /) -> date:
        """
        The first day that they mean.
        """
    @property
    def last(self, /) -> date:
        """
        The last day that they mean; the first one too, where they mean one day.
        """
    @property
    def span(self, /) -> Span:
        """
        The words.
        """
    @property
    def start(self, /) -> int:
        """
        The first code point of the words.
        """
    @property
    def text(self, /) -> str:
        """
        The words as a text.
        """

@final
class Dictionary:
    """
    Entities and their aliases, compiled once to be found in text.

    Iterates its entities in the order given; ``dictionary[id]`` is the one with an id.

    >>> import inquit
    >>> dictionary = inquit.Dictionary([
    ...     inquit.Entity("Q567", "Angela Merkel", aliases=["Merkel"]),
    ...     inquit.Entity("Q183", "Germany"),
    ... ])
    >>> len(dictionary), "Q183" in dictionary, dictionary["Q183"].name
    (2, True, 'Germany')
    """
    def __contains__(self, key: Entity | str, /) -> bool: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getitem__(self, id: str, /) -> Entity: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Entity]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, entities: Iterable[Entity], *, fold_accents: bool = False) -> Dictionary: ...
    def __reduce__(self, /) -> tuple[Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @classmethod
    def from_bytes(cls, data: bytes | bytearray, /) -> Dictionary:
        """
        A dictionary of the bytes that :meth:`to_bytes` gave, all of which are verified.
        """
    @classmethod
    def from_csv(cls, path: str | PathLike[str], /, *, fold_accents: bool = False, on_error: Literal["raise", "skip"] | Callable[[InquitError], object] = ...) -> Dictionary:
        """
        A dictionary of a table, CSV or TSV, also compressed with gzip or bzip2.

        The first row names the columns if one of them is ``name``; else they are ``name``, ``kind``
        and ``aliases``. Others that are known are ``id``, ``prior``, ``case_rule``, ``wikidata`` and,
        for the id in any other catalogue, ``external:`` and its name. Aliases have ``|`` between
        them. An entity without an id has that of Wikidata, else its name. A short word of capitals,
        such as ``WHO``, is found in capitals only, unless a case rule is given.

        A bad row raises a :class:`DictionaryError` that names its line. With ``on_error="skip"`` it is
        left out, and so it is where ``on_error`` is a callable, which is given the exception.

        >>> import inquit, pathlib, tempfile
        >>> path = pathlib.Path(tempfile.mkdtemp(), "watch.csv")
        >>> _ = path.write_text("name,kind,aliases\\nAda Okoro,person,Okoro\\nPort,harbour,\\n")
        >>> failures = []
        >>> dictionary = inquit.Dictionary.from_csv(path, on_error=failures.append)
        >>> list(dictionary)
        [Entity('Ada Okoro', 'Ada Okoro', kind=EntityKind.PERSON, aliases=('Okoro',))]
        >>> print(str(failures[0]).partition("watch.csv")[2])
        :3: unknown entity kind `harbour`; expected one of person, organization, place, group, event, work
        """
    @classmethod
    def from_jsonl(cls, path: str | PathLike[str], /, *, fold_accents: bool = False, on_error: Literal["raise", "skip"] | Callable[[InquitError], object] = ...) -> Dictionary:
        """
        A dictionary of lines of JSON, also compressed: objects with a ``name`` and any of ``id``,
        ``kind``, ``aliases``, ``case_rule``, ``external`` and ``prior``, as for :class:`Entity`. An alias
        is a string, or an object with ``text`` and ``case_rule``. See :meth:`from_csv` for the rest.
        """
    @classmethod
    def from_skos(cls, path: str | PathLike[str], /, *, languages: Iterable[str] = ..., fold_accents: bool = False, on_error: Literal["raise", "skip"] | Callable[[InquitError], object] = ...) -> Dictionary:
        """
        A dictionary of a SKOS vocabulary in Turtle or JSON-LD, also compressed: ``prefLabel``,
        ``altLabel`` and ``hiddenLabel`` in ``languages`` or without one, and ``exactMatch`` as the id in
        another catalogue. The IRI of a concept is its id. See :meth:`from_csv` for ``on_error``.
        """
    @classmethod
    def from_wikidata(cls, path: str | PathLike[str], /, *, languages: Iterable[str] = ..., min_sitelinks: int = ..., fold_accents: bool = False, on_error: Literal["raise", "skip"] | Callable[[InquitError], object] = ...) -> Dictionary:
        """
        A dictionary of a JSON dump of Wikidata, or of lines out of one, also compressed.

        Labels and aliases are those in ``languages``, the preferred one first, and in ``mul`` ("all
        languages"). The kind comes from a table of classes; the number of sitelinks is the prior, and
        items with fewer than ``min_sitelinks`` are left out, as are those without a label and pages
        about Wikimedia itself. See :meth:`from_csv` for ``on_error``.
        """
    def get(self, /, id: str) -> Entity | None:
        """
        The entity with this id, or `None`.
        """
    @classmethod
    def open(cls, path: str | PathLike[str], /, *, mapped: bool = False) -> Dictionary:
        """
        Opens a dictionary that :meth:`save` or ``inquit dictionary build`` wrote.

        All of it is read and verified: a file that is damaged, of another kind or of a newer version
        is an :class:`ArtefactError`. With ``mapped=True`` it is mapped into memory instead, open at
        once and shared with other processes that map it; only its head is verified then, and
        :meth:`verify` does the rest. A mapped file may be replaced, but must not be changed or cut.

        >>> import inquit, pathlib, tempfile
        >>> path = pathlib.Path(tempfile.mkdtemp(), "watch.inquit")
        >>> inquit.Dictionary([inquit.Entity("Q183", "Germany")]).save(path)
        >>> inquit.Dictionary.open(path, mapped=True)
        <Dictionary of 1 entities>
        """
    def save(self, path: str | PathLike[str], /) -> None:
        """
        Writes it to a file, which :meth:`open` reads back. Whoever opens the path finds what was
        there before or all of the dictionary, even if writing fails half-way.
        """
    def to_bytes(self, /) -> bytes:
        """
        The bytes of its file: the same for the same entities, on every machine.
        """
    def verify(self, /) -> None:
        """
        Verifies all of it, which :meth:`open` has done unless it was mapped. Damage is an
        :class:`ArtefactError`.
        """

@final
class Document:
    """
    One article: an id, its untouched text, and what else is known of it.

    A text of more than ``max_document`` bytes of UTF-8, by default 16 MiB, is a
    :class:`TooLargeError`; nothing is ever cut. ``title`` is not part of the text and is not
    searched. ``published`` is by preference written as in RFC 3339, ``language`` as in BCP 47.

    >>> import inquit
    >>> inquit.Document("a1", "“No,” said Mr Kent.", outlet="The Daily Planet")
    Document('a1', '“No,” said Mr Kent.', outlet='The Daily Planet')
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, text: str, *, outlet: str | None = None, url: str | None = None, title: str | None = None, published: str | None = None, language: str | None = None, max_document: int | None = None) -> Document: ...
    def __repr__(self, /) -> str: ...
    @property
    def id(self, /) -> str:
        """
        The id.
        """
    @property
    def language(self, /) -> str | None:
        """
        Its language, as given.
        """
    @property
    def outlet(self, /) -> str | None:
        """
        The outlet that published it.
        """
    @property
    def published(self, /) -> str | None:
        """
        Its date or time of publication, as given.
        """
    @property
    def text(self, /) -> str:
        """
        The text, as given.
        """
    @property
    def title(self, /) -> str | None:
        """
        A title given beside the text.
        """
    @property
    def url(self, /) -> str | None:
        """
        Its address.
        """

@final
class Duplicate:
    """
    Documents that are copies of one text, or of parts of it.

    >>> import inquit
    >>> inquit.Duplicate(["a1", "a2"], "a2", containment=0.97, agency="Reuters").fullest
    'a2'
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, documents: Iterable[str], fullest: str, *, containment: float, agency: str | None = None) -> Duplicate: ...
    def __repr__(self, /) -> str: ...
    @property
    def agency(self, /) -> str | None:
        """
        The news agency that one of them credits.
        """
    @property
    def containment(self, /) -> float:
        """
        How much of a copy is in another one, of the copy with least of it, from 0 to 1.
        """
    @property
    def documents(self, /) -> tuple[str, ...]:
        """
        Their ids, in the order in which they were added.
        """
    @property
    def fullest(self, /) -> str:
        """
        The id of the longest.
        """

@final
class Entity:
    """
    A thing in the world that text can refer to.

    ``name`` is its first alias. Each of ``aliases`` is an :class:`Alias`, a ``str``, or a ``str`` and
    a case rule; ``external`` holds its ids in other catalogues; among entities that share an alias,
    one of a larger ``prior`` comes first.

    >>> import inquit
    >>> merkel = inquit.Entity("Q567", "Angela Merkel", kind="person", aliases=["Merkel"])
    >>> merkel.kind
    EntityKind.PERSON
    >>> [alias.text for alias in merkel.aliases]
    ['Angela Merkel', 'Merkel']
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, name: str, *, kind: EntityKind | str | None = None, aliases: Iterable[Alias | str | tuple[str, CaseRule | str]] = ..., external: Mapping[str, str] | None = None, prior: int = ...) -> Entity: ...
    def __repr__(self, /) -> str: ...
    @property
    def aliases(self, /) -> tuple[Alias, ...]:
        """
        Every alias, the preferred name first.
        """
    @property
    def external(self, /) -> dict[str, str]:
        """
        Its ids in other catalogues, as a new dict.
        """
    @property
    def id(self, /) -> str:
        """
        The id.
        """
    @property
    def kind(self, /) -> EntityKind | None:
        """
        What it is, if known.
        """
    @property
    def name(self, /) -> str:
        """
        The preferred name.
        """
    @property
    def prior(self, /) -> int:
        """
        Its weight among entities that share an alias; larger comes first.
        """

@final
class Event:
    """
    A report of something said, on a line of time. Made by :meth:`Links.timeline`.

    >>> import inquit
    >>> event = inquit.Event("u1", "a1", "No.", fidelity="verbatim", published="2025-03-01")
    >>> event.published, event.fidelity
    ('2025-03-01', Fidelity.VERBATIM)
    """
    __match_args__: Final[tuple[str, str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, utterance: str, document: str, text: str, *, fidelity: Fidelity | str, published: str | None = None, outlet: str | None = None, speaker: str | None = None, about: Iterable[str] = ...) -> Event: ...
    def __repr__(self, /) -> str: ...
    @property
    def about(self, /) -> tuple[str, ...]:
        """
        The ids of whom and what it is about.
        """
    @property
    def document(self, /) -> str:
        """
        The id of the document.
        """
    @property
    def fidelity(self, /) -> Fidelity:
        """
        How true they are to the fullest wording.
        """
    @property
    def outlet(self, /) -> str | None:
        """
        The outlet, where it is known.
        """
    @property
    def published(self, /) -> str | None:
        """
        When the document was published, as ISO 8601.
        """
    @property
    def speaker(self, /) -> str | None:
        """
        The id of who said it, where the documents tell.
        """
    @property
    def text(self, /) -> str:
        """
        The words of this report.
        """
    @property
    def utterance(self, /) -> str:
        """
        The id of the utterance.
        """

@final
class Excerpt:
    """
    What one report made of an utterance. Made by :meth:`Links.excerpts`.

    >>> import inquit
    >>> links = inquit.link([
    ...     "“We will never sell the old ferry to anybody,” said Clark Kent.",
    ...     "Clark Kent said: “We will never sell the old ferry.”",
    ... ])
    >>> [(it.document, it.printed, it.words, it.left_out) for it in links.excerpts()]
    [('1', 7, 9, ('to anybody,',))]
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, utterance: str, document: str, *, printed: int, words: int, fidelity: Fidelity | str, outlet: str | None = None, left_out: Iterable[str] = ...) -> Excerpt: ...
    def __repr__(self, /) -> str: ...
    @property
    def document(self, /) -> str:
        """
        The id of the document.
        """
    @property
    def fidelity(self, /) -> Fidelity:
        """
        How true the rest is.
        """
    @property
    def left_out(self, /) -> tuple[str, ...]:
        """
        What it left out, stretch by stretch.
        """
    @property
    def outlet(self, /) -> str | None:
        """
        The outlet, where it is known.
        """
    @property
    def printed(self, /) -> int:
        """
        Words of the fullest wording that it printed.
        """
    @property
    def utterance(self, /) -> str:
        """
        The id of the utterance.
        """
    @property
    def words(self, /) -> int:
        """
        Words of the fullest wording.
        """

@final
class LinkedDocument:
    """
    What is known of a document beside what it says.

    >>> import inquit
    >>> article = inquit.Document("a1", "Ferry sold\\n\\nIt was sold on Saturday.", outlet="The Gull")
    >>> inquit.link([article]).documents[0]
    LinkedDocument('a1', outlet='The Gull', title='Ferry sold')
    """
    __match_args__: Final[tuple[str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, *, outlet: str | None = None, title: str | None = None, url: str | None = None, published: str | None = None) -> LinkedDocument: ...
    def __repr__(self, /) -> str: ...
    @property
    def id(self, /) -> str:
        """
        Its id.
        """
    @property
    def outlet(self, /) -> str | None:
        """
        The outlet, where it is known.
        """
    @property
    def published(self, /) -> str | None:
        """
        When it was published, as ISO 8601.
        """
    @property
    def title(self, /) -> str | None:
        """
        Its title as metadata have it, else its headline.
        """
    @property
    def url(self, /) -> str | None:
        """
        Its address.
        """

@final
class Linker:
    """
    Links what documents report: quotes of the same words to utterances, documents of one event to
    stories, copies to each other, people of one name to one person.

    Documents come one at a time or in batches, in any order; each is linked at once with those before
    it. Ids that were given out stay valid: an utterance or a story can turn out to be another one, which
    :class:`Added` reports, but never falls apart. ``days`` may lie between the first report of an
    utterance and another one, 7 if left out; quotes of these ``classes`` are linked, speech and writing
    if left out. Documents are annotated by ``annotator``, unless they come as :class:`Annotations`.

    Unlike all other classes this one changes; it may be shared between threads.

    >>> import inquit
    >>> linker = inquit.Linker(days=3)
    >>> _ = linker.add(inquit.Document("a", "“We will never sell the old ferry,” said Clark Kent."))
    >>> added = linker.add(inquit.Document("b", "Clark Kent said: “We will never sell the … ferry.”"))
    >>> added.placed[0].utterance
    'u1'
    >>> linker.utterances[0].variants[0].fidelity
    Fidelity.MARKED
    >>> linker
    <Linker of 2 documents>
    """
    def __bool__(self, /) -> bool:
        """
        A linker without documents is one as well.
        """
    def __len__(self, /) -> int: ...
    def __new__(cls, /, *, days: int | None = None, classes: Iterable[CueClass | str] | None = None, annotator: Annotator | None = None) -> Linker: ...
    def __reduce__(self, /) -> tuple[Any, ...]: ...
    def __repr__(self, /) -> str: ...
    def add(self, document: Document | str | Annotations, /) -> Added:
        """
        Adds a document, and tells what became of its quotes. The id of a ``str`` is its place among all
        documents, ``"0"`` for the first. An id that is there already is an :class:`InquitError`, and
        nothing is changed.
        """
    def add_all(self, documents: Iterable[Document | str | Annotations], /, *, threads: int = ..., on_error: Literal["raise", "skip"] | Callable[[InquitError], object] = ...) -> tuple[Added, ...]:
        """
        Adds documents as an iterable gives them, annotated over several threads, and tells what became of
        each. ``threads`` is the number of threads, 0 for one a core; the result is the same for any.

        A bad document, or one with an id that is there already, raises an :class:`InquitError`; some of
        those before it are added by then. With ``on_error="skip"`` it is left out, and so it is where ``on_error`` is a
        callable, which is given the exception. When it is interrupted, those added so far stay.

        >>> import inquit
        >>> linker = inquit.Linker()
        >>> failures = []
        >>> added = linker.add_all(["“We will never sell,” said Clark Kent.", None], on_error=failures.append)
        >>> len(added), len(linker), failures[0].index
        (1, 1, 1)
        """
    @property
    def duplicates(self, /) -> tuple[Duplicate, ...]:
        """
        The copies of :meth:`links`.
        """
    @classmethod
    def from_bytes(cls, data: bytes | bytearray, /, *, annotator: Annotator | None = None) -> Linker:
        """
        A linker of the bytes that :meth:`to_bytes` gave, all of which are verified.
        """
    def links(self, /) -> Links:
        """
        Everything found so far. Takes as long as there are reports, but is kept until the next document.
        """
    @classmethod
    def open(cls, path: str | PathLike[str], /, *, annotator: Annotator | None = None) -> Linker:
        """
        Opens a file that :meth:`save` wrote; documents added from now on are linked as if it had never
        been away. A file that is damaged, of another kind or of a newer version is an
        :class:`ArtefactError`.
        """
    def save(self, path: str | PathLike[str], /) -> None:
        """
        Writes everything to a file, which :meth:`open` reads back. Whoever opens the path finds what was
        there before or all of the linker, even if writing fails half-way or the process is killed.

        >>> import inquit, pathlib, tempfile
        >>> path = pathlib.Path(tempfile.mkdtemp(), "week.linker")
        >>> linker = inquit.Linker()
        >>> _ = linker.add("“We will never sell,” said Clark Kent.")
        >>> linker.save(path)
        >>> inquit.Linker.open(path)
        <Linker of 1 documents>
        """
    @property
    def stories(self, /) -> tuple[Story, ...]:
        """
        The stories of :meth:`links`.
        """
    def to_bytes(self, /) -> bytes:
        """
        The bytes of its file: the same for the same documents in the same order, on every machine.
        """
    @property
    def utterances(self, /) -> tuple[Utterance, ...]:
        """
        The utterances of :meth:`links`.
        """
    def verify(self, words: str, /, *, speaker: str | None = None) -> tuple[Verified, ...]:
        """
        What the documents say of a quotation, sentence by sentence. With a ``speaker``, by name or id,
        whether it was them; a family name stands for all who bear it.

        >>> import inquit
        >>> linker = inquit.Linker()
        >>> _ = linker.add("“We will never sell the old ferry,” said Clark Kent.")
        >>> linker.verify("We will never sell the old ferry.", speaker="Lois Lane")[0].verdict
        Verdict.OTHER_SPEAKER
        """

@final
class Links:
    """
    Everything a :class:`Linker` has found: a sequence of :class:`Utterance`. Made by :func:`link` and
    :meth:`Linker.links`.

    >>> import inquit
    >>> links = inquit.link([
    ...     "“We will never sell the old ferry,” said Clark Kent.",
    ...     "Clark Kent said: “We will never sell the ferry.”",
    ... ])
    >>> links
    <Links of 2 documents: 1 utterances, 1 stories, 0 duplicates>
    >>> [(row["document"], row["fidelity"]) for row in links.rows()]
    [('0', 'verbatim'), ('1', 'unmarked')]
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getitem__(self, index: SupportsIndex, /) -> Utterance: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Utterance]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, documents: Iterable[LinkedDocument], entities: Iterable[SharedEntity], utterances: Iterable[Utterance], stories: Iterable[Story], duplicates: Iterable[Duplicate]) -> Links: ...
    def __repr__(self, /) -> str: ...
    @property
    def documents(self, /) -> tuple[LinkedDocument, ...]:
        """
        The documents, in the order in which they were added.
        """
    @property
    def duplicates(self, /) -> tuple[Duplicate, ...]:
        """
        Documents with the same text, or parts of it.
        """
    @property
    def entities(self, /) -> tuple[SharedEntity, ...]:
        """
        The entities that documents share, in order of the first mention.
        """
    def excerpts(self, /) -> list[Excerpt]:
        """
        What each report made of the utterances that several documents report: how much it printed and
        what it left out. Reports in other words are left out.
        """
    def outlets(self, /) -> list[OutletRow]:
        """
        How each outlet quotes, in order of its name.
        """
    def rows(self, /) -> list[dict[str, Any]]:
        """
        One flat dict a report, for tables: ``pandas.DataFrame(links.rows())``. The fullest wording of
        each utterance comes first, then its variants. Offsets count code points.
        """
    @property
    def stories(self, /) -> tuple[Story, ...]:
        """
        Documents by event, in order of the first; each document is in one.
        """
    def timeline(self, story: str, /) -> list[Event]:
        """
        Every report of what was said in the story with this id, in order of publication; those of
        documents without a date come last.
        """
    def to_dict(self, /) -> dict[str, Any]:
        """
        The object that ``inquit link`` prints, as a dict.
        """
    def to_html(self, /, *, title: str | None = None, stories: int = ..., utterances: int = ..., reports: int = ..., rows: int = ...) -> str:
        """
        The page that ``inquit report`` writes: one HTML file without scripts that asks for nothing from
        anywhere. It shows so many ``stories``, so many ``utterances`` of each, so many ``reports`` of each
        of these and so many ``rows`` of a table, and counts what it does not show.

        >>> import inquit
        >>> page = inquit.link(["“<b>No</b>, not today,” said Clark Kent."]).to_html(title="A day")
        >>> "<title>A day</title>" in page, "&lt;b&gt;No&lt;/b&gt;" in page, "<b>" in page
        (True, True, False)
        """
    def to_json(self, /) -> str:
        """
        The object that ``inquit link`` prints, as JSON on one line.
        """
    @property
    def utterances(self, /) -> tuple[Utterance, ...]:
        """
        What was said, in order of the first report.
        """

@final
class Marked:
    """
    A stretch of text between quotation marks. Made by :func:`pair_marks`.
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, span: Span, inner: Span, *, depth: int = ..., closed: bool = True, continued: bool = False) -> Marked: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int:
        """
        One past its last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int:
        """
        Its first byte of UTF-8.
        """
    @property
    def closed(self, /) -> bool:
        """
        Whether a mark closes it; otherwise it runs to the end of its paragraph, or to the mark that
        opens the next.
        """
    @property
    def continued(self, /) -> bool:
        """
        Whether the next paragraph goes on with it.
        """
    @property
    def depth(self, /) -> int:
        """
        How many marked stretches it stands in.
        """
    @property
    def end(self, /) -> int:
        """
        One past its last code point.
        """
    @property
    def inner(self, /) -> Span:
        """
        What stands between the marks, without white space at either end.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands, marks included.
        """
    @property
    def start(self, /) -> int:
        """
        Its first code point, that of the opening mark.
        """
    @property
    def text(self, /) -> str:
        """
        The text it covers, marks included.
        """

@final
class Match:
    """
    A hit of a :class:`Matcher`: where an alias stands, and the ids of the entities it may name, in
    order of prior.
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, span: Span, candidates: Iterable[str]) -> Match: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int:
        """
        One past its last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int:
        """
        Its first byte of UTF-8.
        """
    @property
    def candidates(self, /) -> tuple[str, ...]:
        """
        The ids of the entities it may name, in order of prior; never empty.
        """
    @property
    def end(self, /) -> int:
        """
        One past its last code point.
        """
    @property
    def span(self, /) -> Span:
        """
        Where the alias stands, without a possessive ending.
        """
    @property
    def start(self, /) -> int:
        """
        Its first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The alias as it is written in the text.
        """

@final
class Matcher:
    """
    Finds the aliases of a dictionary in text. Shared freely between threads.

    >>> import inquit
    >>> matcher = inquit.Matcher(inquit.Dictionary([inquit.Entity("Q183", "Germany")]))
    >>> matcher.find("Germany's neighbours")
    [Match(Span(0, 7, 'Germany', byte_start=0, byte_end=7), ('Q183',))]
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs__(self, /) -> tuple[Dictionary]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, dictionary: Dictionary) -> Matcher: ...
    def __repr__(self, /) -> str: ...
    @property
    def dictionary(self, /) -> Dictionary:
        """
        The dictionary it searches for.
        """
    def find(self, text: Document | str, /) -> list[Match]:
        """
        Every match in a text or document, left to right, none overlapping: at each place the longest
        alias that begins and ends at the edge of a word.
        """
    def find_batch(self, texts: Iterable[Document | str], /, *, on_error: Literal["raise", "skip"] = ...) -> Matches:
        """
        The matches in many texts, as :class:`Matches`: lists of :class:`Match`, and beside them
        columns of numbers, for ``numpy``, ``pandas``, ``polars`` and ``pyarrow``.

        Takes any iterable of ``str`` and :class:`Document`. A bad text, such as one that is too large
        or no string, raises an :class:`InquitError` that names it. With ``on_error="skip"`` nothing
        is found in it, and the error is one of :attr:`Matches.failures`.

        >>> import inquit
        >>> matcher = inquit.Matcher(inquit.Dictionary([inquit.Entity("Q183", "Germany")]))
        >>> found = matcher.find_batch(["Où? Germany.", "Nowhere."])
        >>> [[match.text for match in matches] for matches in found]
        [['Germany'], []]
        >>> list(found.start), list(found.byte_start)
        ([4], [5])
        """

@final
class Matches:
    """
    The matches in many texts: a sequence with a list of :class:`Match` for each text, and all of them
    as columns of numbers, a row for each match. Made by :meth:`Matcher.find_batch`.

    A column is a :class:`memoryview` of unsigned numbers of 32 bits over immutable ``bytes``: what
    takes a buffer reads it without copying, as ``numpy.asarray(found.start)`` and
    ``pyarrow.py_buffer(found.start)`` do, and ``list(found.start)`` copies it.

    ``failures`` holds an exception for each text that was skipped; its ``index`` is the place of the
    text among all that were given.

    >>> import inquit
    >>> matcher = inquit.Matcher(inquit.Dictionary([
    ...     inquit.Entity("Q183", "Germany"),
    ...     inquit.Entity("Q90", "Paris"),
    ...     inquit.Entity("Q830149", "Paris"),
    ... ]))
    >>> found = matcher.find_batch(["No country.", "Germany, Paris"])
    >>> found
    <Matches in 2 texts: 2 matches>
    >>> list(found.document), list(found.start), list(found.end)
    ([1, 1], [0, 9], [7, 14])
    >>> ids = [entity.id for entity in matcher.dictionary]
    >>> [ids[number] for number in found.entity]
    ['Q183', 'Q90']
    >>> list(found.candidates), list(found.candidate_offsets)
    ([0, 1, 2], [0, 1, 3])
    """
    def __eq__(self, other: object, /) -> bool:
        """
        Exceptions are equal here when they print the same.
        """
    def __getitem__(self, index: SupportsIndex, /) -> list[Match]: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[list[Match]]: ...
    def __len__(self, /) -> int: ...
    def __new__(cls, /, matcher: Matcher, texts: Iterable[Document | str | None], failures: Iterable[InquitError] = ...) -> Matches:
        """
        Finds the matches anew; ``None`` stands for a text that was skipped.
        """
    def __reduce__(self, /) -> tuple[Any, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> memoryview:
        """
        One past its last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> memoryview:
        """
        Its first byte of UTF-8.
        """
    @property
    def candidate_offsets(self, /) -> memoryview:
        """
        Where the candidates of each match begin among ``candidates``, and, one more, where those of
        the last end.
        """
    @property
    def candidates(self, /) -> memoryview:
        """
        All entities that each match may name, in order of prior, as such numbers: one match after
        the other.
        """
    @property
    def document(self, /) -> memoryview:
        """
        The number of the text of each match, from 0.
        """
    @property
    def end(self, /) -> memoryview:
        """
        One past its last code point.
        """
    @property
    def entity(self, /) -> memoryview:
        """
        The first of the entities it may name, as its number in the order of the dictionary, from 0.
        """
    @property
    def failures(self, /) -> tuple[InquitError, ...]:
        """
        An exception for each text that was skipped, in the order of the texts.
        """
    @property
    def start(self, /) -> memoryview:
        """
        The first code point of each match.
        """

@final
class Member:
    """
    A part of a quote: a report of an utterance.

    ``spans`` count code points, so that ``document.text[start:end]`` is a part of the words;
    ``byte_spans`` count bytes of UTF-8.

    >>> import inquit
    >>> links = inquit.link(["“We will never sell,” said Clark Kent."])
    >>> member = links[0].reference
    >>> member.document, member.quote, member.text, member.spans
    ('0', '0#q1', 'We will never sell,', ((1, 20),))
    """
    __match_args__: Final[tuple[str, str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, document: str, quote: str, text: str, *, relation: QuoteKind | str, spans: Iterable[tuple[int, int]], byte_spans: Iterable[tuple[int, int]], outlet: str | None = None, published: str | None = None, about: Iterable[str] = ...) -> Member: ...
    def __repr__(self, /) -> str: ...
    @property
    def about(self, /) -> tuple[str, ...]:
        """
        The ids of the entities it speaks about.
        """
    @property
    def byte_spans(self, /) -> tuple[tuple[int, int], ...]:
        """
        The same in bytes of UTF-8.
        """
    @property
    def document(self, /) -> str:
        """
        The id of the document.
        """
    @property
    def outlet(self, /) -> str | None:
        """
        The outlet, where it is known.
        """
    @property
    def published(self, /) -> str | None:
        """
        When it was published, as ISO 8601.
        """
    @property
    def quote(self, /) -> str:
        """
        The id of the quote.
        """
    @property
    def relation(self, /) -> QuoteKind:
        """
        How much of it stands in quotation marks.
        """
    @property
    def spans(self, /) -> tuple[tuple[int, int], ...]:
        """
        The part of the content of the quote, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """

@final
class Mention:
    """
    A span that refers to an entity. A name leaves out titles and honorifics, which are mentions of
    their own.

    >>> import inquit
    >>> span = inquit.Span(5, 9, "Kent", byte_start=5, byte_end=9)
    >>> kent = inquit.Entity("e1", "Clark Kent", kind="person")
    >>> mention = inquit.Mention(span, kent, form="name", origin="rule", confidence=0.9)
    >>> mention.text, mention.entity.name, mention.form
    ('Kent', 'Clark Kent', MentionForm.NAME)
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, span: Span, entity: Entity, *, form: MentionForm | str, origin: Origin | str, confidence: float, candidates: Iterable[str] = ...) -> Mention: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int:
        """
        One past its last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int:
        """
        Its first byte of UTF-8.
        """
    @property
    def candidates(self, /) -> tuple[str, ...]:
        """
        The ids of all entities it may refer to, best first, where a dictionary names several.
        """
    @property
    def confidence(self, /) -> float:
        """
        How sure that is, from 0 to 1 with three digits.
        """
    @property
    def end(self, /) -> int:
        """
        One past its last code point.
        """
    @property
    def entity(self, /) -> Entity:
        """
        The entity it refers to.
        """
    @property
    def form(self, /) -> MentionForm:
        """
        How it refers.
        """
    @property
    def origin(self, /) -> Origin:
        """
        What found it.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands.
        """
    @property
    def start(self, /) -> int:
        """
        Its first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The words that refer.
        """

@final
class OutletRow:
    """
    How an outlet quotes. Made by :meth:`Links.outlets`.

    >>> import inquit
    >>> inquit.link(["“We will never sell,” said Clark Kent."]).outlets()
    [OutletRow('0', reports=1, alone=1, verbatim=1)]
    """
    __match_args__: Final[tuple[str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, outlet: str, *, reports: int = ..., alone: int = ..., verbatim: int = ..., marked: int = ..., unmarked: int = ..., paraphrase: int = ...) -> OutletRow: ...
    def __repr__(self, /) -> str: ...
    @property
    def alone(self, /) -> int:
        """
        Utterances that no other outlet reported.
        """
    @property
    def marked(self, /) -> int:
        """
        Reports in which changes are marked.
        """
    @property
    def outlet(self, /) -> str:
        """
        The outlet, or the id of a document whose outlet is not known.
        """
    @property
    def paraphrase(self, /) -> int:
        """
        Reports in other words.
        """
    @property
    def reports(self, /) -> int:
        """
        Reports of utterances.
        """
    @property
    def unmarked(self, /) -> int:
        """
        Reports in which words inside quotation marks were changed, and nothing says so.
        """
    @property
    def verbatim(self, /) -> int:
        """
        Reports that give the same words as the fullest wording, or are that wording.
        """

@final
class Participant:
    """
    Somebody in a quote who is not its speaker: addressed by it, or passing it on.

    >>> import inquit
    >>> span = inquit.Span(9, 16, "Reuters", byte_start=9, byte_end=16)
    >>> inquit.Participant(span).entity is None
    True
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, span: Span, entity: Entity | None = None) -> Participant: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int:
        """
        One past their last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int:
        """
        Their first byte of UTF-8.
        """
    @property
    def end(self, /) -> int:
        """
        One past their last code point.
        """
    @property
    def entity(self, /) -> Entity | None:
        """
        The entity, where the words were resolved to one.
        """
    @property
    def span(self, /) -> Span:
        """
        The words that name them.
        """
    @property
    def start(self, /) -> int:
        """
        The first code point of the words.
        """
    @property
    def text(self, /) -> str:
        """
        The words.
        """

@final
class Placed:
    """
    Where a part of a quote went.

    >>> import inquit
    >>> inquit.Linker().add("“We will never sell,” said Clark Kent.").placed[0].utterance
    'u1'
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, quote: str, utterance: str, *, byte_spans: Iterable[tuple[int, int]], is_new: bool = False) -> Placed: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_spans(self, /) -> tuple[tuple[int, int], ...]:
        """
        The part of its content, in bytes of UTF-8.
        """
    @property
    def is_new(self, /) -> bool:
        """
        Whether the utterance began with it.
        """
    @property
    def quote(self, /) -> str:
        """
        The id of the quote.
        """
    @property
    def utterance(self, /) -> str:
        """
        The id of the utterance it belongs to.
        """

@final
class Quote:
    """
    One attribution of words, or of their sense, to a source.

    ``start`` and ``end`` are those of the whole content, in code points; a quotation split by its
    cue has several spans in between.

    >>> import inquit
    >>> quote = inquit.annotate("“No,” said Mr Kent.").quotes[0]
    >>> quote.kind, quote.text, quote.cue.text, quote.source.text
    (QuoteKind.DIRECT, 'No,', 'said', 'Mr Kent')
    >>> match quote:
    ...     case inquit.Quote(kind=inquit.QuoteKind.DIRECT, source=inquit.Span(text=source)):
    ...         print(source)
    Mr Kent
    """
    __match_args__: Final[tuple[str, str, str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, kind: QuoteKind | str, text: str, content: Iterable[Span], *, source_kind: SourceKind | str, cue_class: CueClass | str, block: int, origin: Origin | str, confidence: float, marked: Iterable[Span] = ..., cue: Span | None = None, source: Span | None = None, speakers: Iterable[Entity] = ..., addressees: Iterable[Participant] = ..., relays: Iterable[Participant] = ..., medium: Span | None = None, about: Iterable[Entity] = ..., negated: bool = False, modal: bool = False, parent: str | None = None) -> Quote: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        What notebooks show: the words and who said them.
        """
    @property
    def about(self, /) -> tuple[Entity, ...]:
        """
        The entities inside the content, in order of their first mention.
        """
    @property
    def addressees(self, /) -> tuple[Participant, ...]:
        """
        Who was spoken to.
        """
    @property
    def block(self, /) -> int:
        """
        The place, among the blocks of the document, of the one in which it begins.
        """
    @property
    def byte_end(self, /) -> int:
        """
        One past the last byte of UTF-8 of the content.
        """
    @property
    def byte_start(self, /) -> int:
        """
        The first byte of UTF-8 of the content.
        """
    @property
    def confidence(self, /) -> float:
        """
        How sure that is, from 0 to 1 with three digits.
        """
    @property
    def content(self, /) -> tuple[Span, ...]:
        """
        What was said, in order, without outer quotation marks.
        """
    @property
    def cue(self, /) -> Span | None:
        """
        The words that report: "said", "according to".
        """
    @property
    def cue_class(self, /) -> CueClass:
        """
        What the cue says that the source did.
        """
    @property
    def end(self, /) -> int:
        """
        One past the last code point of the content.
        """
    @property
    def id(self, /) -> str:
        """
        An id of the form ``document#q1``, valid for this output of this version.
        """
    @property
    def kind(self, /) -> QuoteKind:
        """
        How much of it stands in quotation marks.
        """
    @property
    def marked(self, /) -> tuple[Span, ...]:
        """
        The words inside quotation marks, in order.
        """
    @property
    def medium(self, /) -> Span | None:
        """
        Where it was said, where the text tells: "in an interview with CBS News".
        """
    @property
    def modal(self, /) -> bool:
        """
        Whether the cue is only possible or wanted: "may say".
        """
    @property
    def negated(self, /) -> bool:
        """
        Whether the cue is denied: "did not say".
        """
    @property
    def origin(self, /) -> Origin:
        """
        What found it.
        """
    @property
    def parent(self, /) -> str | None:
        """
        The id of the quote inside which this one stands.
        """
    @property
    def relays(self, /) -> tuple[Participant, ...]:
        """
        Who passed it on, such as a news agency.
        """
    @property
    def source(self, /) -> Span | None:
        """
        The words that name who said it.
        """
    @property
    def source_kind(self, /) -> SourceKind:
        """
        How those words name them.
        """
    @property
    def speaker(self, /) -> Entity | None:
        """
        The first of the speakers, if any; there is seldom more than one.
        """
    @property
    def speakers(self, /) -> tuple[Entity, ...]:
        """
        Who said it; empty where the text does not tell.
        """
    @property
    def start(self, /) -> int:
        """
        The first code point of the content.
        """
    @property
    def text(self, /) -> str:
        """
        What was said as one string, the spans of its content joined by a space.
        """

@final
class SharedEntity:
    """
    An entity across documents.

    >>> import inquit
    >>> links = inquit.link(["“No,” said Clark Kent.", "“Why not?” asked Clark Kent."])
    >>> [(entity.name, len(entity.members)) for entity in links.entities]
    [('Clark Kent', 2)]
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, name: str, *, kind: EntityKind | str | None = None, members: Iterable[tuple[str, str]] = ...) -> SharedEntity: ...
    def __repr__(self, /) -> str: ...
    @property
    def id(self, /) -> str:
        """
        Its id in a dictionary, or one made for these documents.
        """
    @property
    def kind(self, /) -> EntityKind | None:
        """
        What it is, if known.
        """
    @property
    def members(self, /) -> tuple[tuple[str, str], ...]:
        """
        The documents that name it, and its id in each.
        """
    @property
    def name(self, /) -> str:
        """
        Its name.
        """

@final
class Span:
    """
    A part of the text of a document.

    ``start`` and ``end`` count code points, as ``str`` does, so that ``document.text[start:end]`` is
    ``text``. ``byte_start`` and ``byte_end`` count bytes of UTF-8.

    >>> import inquit
    >>> document = inquit.Document("a1", "“No,” said Mr Kent.")
    >>> span = inquit.annotate(document).quotes[0].content[0]
    >>> span
    Span(1, 4, 'No,', byte_start=3, byte_end=6)
    >>> document.text[span.start:span.end]
    'No,'
    """
    __match_args__: Final[tuple[str, str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start: int, end: int, text: str, *, byte_start: int, byte_end: int) -> Span: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int:
        """
        One past the last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int:
        """
        The first byte of UTF-8.
        """
    @property
    def end(self, /) -> int:
        """
        One past the last code point.
        """
    @property
    def start(self, /) -> int:
        """
        The first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The text it covers.
        """

@final
class Story:
    """
    Documents about one event.

    >>> import inquit
    >>> inquit.link(["“No,” said Clark Kent."]).stories
    (Story('s1', ('0',)),)
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, documents: Iterable[str]) -> Story: ...
    def __repr__(self, /) -> str: ...
    @property
    def documents(self, /) -> tuple[str, ...]:
        """
        The ids of its documents, in the order in which they were added.
        """
    @property
    def id(self, /) -> str:
        """
        Its id.
        """

@final
class TextWarning:
    """
    Something odd about a text, which was annotated all the same. (``Warning`` is the name of a
    Python exception.)

    >>> import inquit
    >>> inquit.TextWarning("no-text", "the document has no words").code
    WarningCode.NO_TEXT
    """
    __match_args__: Final[tuple[str, str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, code: WarningCode | str, message: str, span: Span | None = None) -> TextWarning: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int | None:
        """
        One past its last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int | None:
        """
        Its first byte of UTF-8.
        """
    @property
    def code(self, /) -> WarningCode:
        """
        What it is about.
        """
    @property
    def end(self, /) -> int | None:
        """
        One past its last code point.
        """
    @property
    def message(self, /) -> str:
        """
        The same in words.
        """
    @property
    def span(self, /) -> Span | None:
        """
        Where in the text, if at one place.
        """
    @property
    def start(self, /) -> int | None:
        """
        The first code point of that place.
        """

@final
class Token:
    """
    A word, a number or a punctuation mark. Made by :func:`tokenize`.
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, span: Span, kind: TokenKind | str) -> Token: ...
    def __repr__(self, /) -> str: ...
    @property
    def byte_end(self, /) -> int:
        """
        One past its last byte of UTF-8.
        """
    @property
    def byte_start(self, /) -> int:
        """
        Its first byte of UTF-8.
        """
    @property
    def end(self, /) -> int:
        """
        One past its last code point.
        """
    @property
    def kind(self, /) -> TokenKind:
        """
        What it is.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands.
        """
    @property
    def start(self, /) -> int:
        """
        Its first code point.
        """
    @property
    def text(self, /) -> str:
        """
        The text it covers.
        """

@final
class Utterance:
    """
    One thing once said, and how it was reported.

    >>> import inquit
    >>> utterance = inquit.link(["“We will never sell,” said Clark Kent."])[0]
    >>> utterance.speaker_name, utterance.reference.text, utterance.variants
    ('Clark Kent', 'We will never sell,', ())
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, id: str, reference: Member, *, story: str, speaker: str | None = None, speaker_name: str | None = None, variants: Iterable[Variant] = ...) -> Utterance: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        What notebooks show: the fullest wording, and what each report made of it.
        """
    @property
    def id(self, /) -> str:
        """
        Its id.
        """
    @property
    def members(self, /) -> tuple[Member, ...]:
        """
        All reports, the fullest wording first.
        """
    @property
    def reference(self, /) -> Member:
        """
        The fullest direct wording; an indirect one where there is no other.
        """
    @property
    def speaker(self, /) -> str | None:
        """
        The id of who said it, where the documents tell.
        """
    @property
    def speaker_name(self, /) -> str | None:
        """
        The name of the speaker.
        """
    @property
    def story(self, /) -> str:
        """
        The id of the story of its first report.
        """
    @property
    def variants(self, /) -> tuple[Variant, ...]:
        """
        The other reports, in the order in which they were added.
        """

@final
class Variant:
    """
    Another report of an utterance.

    >>> import inquit
    >>> links = inquit.link([
    ...     "“We will never sell the old ferry,” said Clark Kent.",
    ...     "Clark Kent said: “We will not sell the old ferry.”",
    ... ])
    >>> variant = links[0].variants[0]
    >>> variant.fidelity, [it.variant_text for it in variant.alterations if it.kind == "substitute"]
    (Fidelity.UNMARKED, ['not'])
    """
    __match_args__: Final[tuple[str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, member: Member, *, confidence: float, fidelity: Fidelity | str, alterations: Iterable[Alteration] = ...) -> Variant: ...
    def __repr__(self, /) -> str: ...
    @property
    def alterations(self, /) -> tuple[Alteration, ...]:
        """
        What it made of the words of the reference; nothing for an indirect one.
        """
    @property
    def confidence(self, /) -> float:
        """
        How sure it is that it reports this utterance, from 0 to 1.
        """
    @property
    def fidelity(self, /) -> Fidelity:
        """
        How true it is to the reference.
        """
    @property
    def member(self, /) -> Member:
        """
        Where it stands.
        """

@final
class Verified:
    """
    What the documents say of a sentence of a quotation. Made by :meth:`Linker.verify`.

    >>> import inquit
    >>> linker = inquit.Linker()
    >>> _ = linker.add("“We will never sell the ferry,” said Clark Kent.")
    >>> linker.verify("We will not sell the ferry.")[0].verdict
    Verdict.ALTERED
    """
    __match_args__: Final[tuple[str, str]]
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[Any, ...], dict[str, Any]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, text: str, verdict: Verdict | str, *, utterance: str | None = None, speaker: str | None = None, speaker_name: str | None = None, sources: Iterable[Member] = ..., alterations: Iterable[Alteration] = ...) -> Verified: ...
    def __repr__(self, /) -> str: ...
    @property
    def alterations(self, /) -> tuple[Alteration, ...]:
        """
        What the sentence made of the words of the first source.
        """
    @property
    def sources(self, /) -> tuple[Member, ...]:
        """
        Where those words stand, the nearest first.
        """
    @property
    def speaker(self, /) -> str | None:
        """
        The id of who said that, where the documents tell.
        """
    @property
    def speaker_name(self, /) -> str | None:
        """
        The name of whoever said that.
        """
    @property
    def text(self, /) -> str:
        """
        The sentence.
        """
    @property
    def utterance(self, /) -> str | None:
        """
        The id of the utterance whose words it comes nearest to.
        """
    @property
    def verdict(self, /) -> Verdict:
        """
        What the documents say of it.
        """

def annotate(document: Document | str, /) -> Annotations:
    """
    Annotates a document with an :class:`Annotator` of all defaults.

    A ``str`` is a document of the id ``"text"``.

    >>> import inquit
    >>> inquit.annotate("“No,” said Mr Kent.").quotes[0].text
    'No,'
    """

def annotate_all(documents: Iterable[Document | str], /, *, threads: int = ..., on_error: Literal["raise", "skip"] = ...) -> Batch:
    """
    Annotates documents over several threads with an :class:`Annotator` of all defaults.

    See :meth:`Annotator.annotate_all`.

    >>> import inquit
    >>> batch = inquit.annotate_all(["“No,” said Mr Kent.", "“Yes,” said Ms Lane."])
    >>> [row["source"] for row in batch.rows()]
    ['Mr Kent', 'Ms Lane']
    """

def cli_main(argv: Iterable[str], /) -> int:
    """
    Runs the command ``inquit`` with these arguments, the first of which is the name of the program,
    on the streams of the process. Returns the exit code.
    """

def compare(reference: str, variant: str, *, mixed: bool = False) -> Comparison:
    """
    Holds a wording against another one, word by word.

    Words that mean the same in print are aligned, however they are spelled: names of one place or
    organisation, contractions, numbers, British and American spelling. With ``mixed=True`` only parts of
    the variant stand in quotation marks, which are part of it.

    >>> import inquit
    >>> found = inquit.compare("It does not rain in the US.", "It doesn’t rain in the United States.")
    >>> [(str(it.kind), it.variant_text) for it in found.alterations]
    [('contraction', 'doesn’t'), ('substitute', 'United States.')]
    """

def kind_names() -> dict[str, list[str]]:
    """
    The names that each enum of the core has, by the name of the enum.
    """

def link(documents: Iterable[Document | str | Annotations], /, *, days: int | None = None, classes: Iterable[CueClass | str] | None = None, annotator: Annotator | None = None, threads: int = ..., on_error: Literal["raise", "skip"] | Callable[[InquitError], object] = ...) -> Links:
    """
    Links documents, over several threads: :meth:`Linker.add_all` and :meth:`Linker.links` in one call.

    Takes any iterable of :class:`Document`, ``str`` and :class:`Annotations`; the id of a ``str`` is its
    place. See :class:`Linker` for ``days``, ``classes`` and ``annotator``.

    >>> import inquit
    >>> links = inquit.link(["“We will never sell,” said Clark Kent.", "It rained."])
    >>> [utterance.speaker_name for utterance in links]
    ['Clark Kent']
    """

def pair_marks(text: Document | str, /) -> list[Marked]:
    """
    The quotation marks of a text, paired: every marked stretch, in order of its start.

    >>> import inquit
    >>> [marked.inner.text for marked in inquit.pair_marks("“No,” she said. 'It isn't true.'")]
    ['No,', "It isn't true."]
    """

def tokenize(text: Document | str, /) -> list[Token]:
    """
    Splits a text into tokens.

    Possessive and contracted endings are tokens of their own; hyphenated words are one;
    abbreviations, initials and numbers keep their stops. Every character that is not white space is
    in exactly one token.

    >>> import inquit
    >>> [token.text for token in inquit.tokenize("Mr. Kerry's plan didn't cost $1,000.")]
    ['Mr.', 'Kerry', "'s", 'plan', 'did', "n't", 'cost', '$', '1,000', '.']
    """
