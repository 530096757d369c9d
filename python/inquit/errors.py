"""The exceptions of inquit; each is an :class:`InquitError`, and so a :class:`ValueError`.

>>> import inquit
>>> try:
...     inquit.Document("a1", "far too long", max_document=4)
... except inquit.InquitError as error:
...     print(error.document, error)
a1 document `a1` has 12 bytes, more than the limit of 4; split it or raise the limit, `max_document`
"""

from __future__ import annotations

__all__ = [
    "ArtefactError",
    "DictionaryError",
    "DocumentTypeError",
    "InquitError",
    "InvalidTextError",
    "RecordError",
    "TooLargeError",
    "UnknownNameError",
]


class InquitError(ValueError):
    """Any error of this package; the message says what to do about it.

    >>> import inquit
    >>> try:
    ...     inquit.annotate_all(["fine", "a lone surrogate: \\ud800"])
    ... except inquit.InquitError as error:
    ...     print(error.document, error.index, error.offset)
    1 1 18
    """

    document: str | None
    """The id of the document at fault."""
    index: int | None
    """The place of the document in a batch, counted from 0."""
    offset: int | None
    """The place in the text, in code points."""

    def __init__(
        self,
        message: str,
        *,
        document: str | None = None,
        index: int | None = None,
        offset: int | None = None,
    ) -> None:
        super().__init__(message)
        self.document = document
        self.index = index
        self.offset = offset


class TooLargeError(InquitError):
    """A text is larger than the limit, or the limit larger than can be."""


class InvalidTextError(InquitError):
    """A ``str`` holds a lone surrogate, which is no character, at ``offset``."""


class DocumentTypeError(InquitError, TypeError):
    """What was given for a document is neither a ``str`` nor a ``Document``."""


class DictionaryError(InquitError):
    """The entities of a dictionary have an empty or a double id, or an empty alias; or a row of a file
    of entities is none, and the message names it."""


class ArtefactError(InquitError):
    """A file is no compiled dictionary, is damaged, or was written by a newer version."""


class UnknownNameError(InquitError):
    """A name, such as that of an ``EntityKind``, is not a known one."""


class RecordError(InquitError):
    """A line of JSON is not a record of ``inquit extract``, or does not hold the text."""
