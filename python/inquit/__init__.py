"""Who said what, about whom: quotations, their sources and speakers in news text.

>>> import inquit
>>> found = inquit.annotate("“We can do this,” said Ms Okoro. She had said so before.")
>>> quote = found.quotes[0]
>>> quote.text, quote.cue.text, quote.source.text
('We can do this,', 'said', 'Ms Okoro')
>>> found.document.text[quote.start:quote.end]
'We can do this,'

:func:`annotate` takes a text or a :class:`Document` and gives :class:`Annotations`;
:func:`annotate_all` does so for many, over several threads. An :class:`Annotator` of your own knows
the entities of a :class:`Dictionary`.

``start`` and ``end`` count code points, as ``str`` does; ``byte_start`` and ``byte_end`` count bytes
of UTF-8. Everything is immutable, can be compared, hashed and pickled, and is safe to share between
threads. Errors are :class:`InquitError`, a :class:`ValueError`.
"""

from inquit._native import (
    Alias,
    Annotations,
    Annotator,
    Atlas,
    Author,
    Batch,
    Block,
    DateMention,
    Dictionary,
    Document,
    Entity,
    Marked,
    Match,
    Matcher,
    Matches,
    Mention,
    Participant,
    Quote,
    Span,
    TextWarning,
    Token,
    __version__,
    annotate,
    annotate_all,
    pair_marks,
    tokenize,
)
from inquit.errors import (
    ArtefactError,
    DictionaryError,
    DocumentTypeError,
    InquitError,
    InvalidTextError,
    RecordError,
    TooLargeError,
    UnknownNameError,
)
from inquit.kinds import (
    BlockKind,
    CaseRule,
    CueClass,
    EntityKind,
    MentionForm,
    Mode,
    OffsetUnit,
    Origin,
    QuoteKind,
    SourceKind,
    TokenKind,
    WarningCode,
)

__all__ = [
    "Alias",
    "Annotations",
    "Annotator",
    "ArtefactError",
    "Atlas",
    "Author",
    "Batch",
    "Block",
    "BlockKind",
    "CaseRule",
    "CueClass",
    "DateMention",
    "Dictionary",
    "DictionaryError",
    "Document",
    "DocumentTypeError",
    "Entity",
    "EntityKind",
    "InquitError",
    "InvalidTextError",
    "Marked",
    "Match",
    "Matcher",
    "Matches",
    "Mention",
    "MentionForm",
    "Mode",
    "OffsetUnit",
    "Origin",
    "Participant",
    "Quote",
    "QuoteKind",
    "RecordError",
    "SourceKind",
    "Span",
    "TextWarning",
    "Token",
    "TokenKind",
    "TooLargeError",
    "UnknownNameError",
    "WarningCode",
    "__version__",
    "annotate",
    "annotate_all",
    "pair_marks",
    "tokenize",
]
