"""The names that inquit gives to kinds of things, as enums of strings.

A member is a ``str``; where a member is asked for, its value does as well.

>>> import inquit
>>> inquit.EntityKind.PERSON == "person"
True
>>> inquit.Entity("Q1", "Clark Kent", kind="person").kind
EntityKind.PERSON
>>> [kind.value for kind in inquit.QuoteKind]
['direct', 'mixed', 'indirect']
"""

from enum import Enum

__all__ = [
    "AlterationKind",
    "BlockKind",
    "CaseRule",
    "CueClass",
    "EntityKind",
    "Fidelity",
    "MentionForm",
    "Mode",
    "OffsetUnit",
    "Origin",
    "QuoteKind",
    "SourceKind",
    "TokenKind",
    "Verdict",
    "WarningCode",
]


class _Name(str, Enum):
    """A string that prints as such, and as the member in a ``repr``."""

    def __str__(self) -> str:
        return str(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


class AlterationKind(_Name):
    """How words of a variant differ from those of the reference."""

    SUBSTITUTE = "substitute"
    """Words were put in place of others: "IS" for "ISIL"."""
    DELETE = "delete"
    """Words inside were left out, and nothing says so."""
    INSERT = "insert"
    """Words were added, and nothing says so."""
    PUNCTUATION = "punctuation"
    """The same words with other punctuation, letter case or typography."""
    CONTRACTION = "contraction"
    """The same words contracted or in full: "doesn't" for "does not"."""
    TRUNCATE = "truncate"
    """Words at the beginning or the end were left out."""
    ELLIPSIS_FILL = "ellipsis_fill"
    """Words were left out with an ellipsis in their place, or stand in place of one."""
    EDITORIAL_INSERT = "editorial_insert"
    """Words in brackets were added, or stand in place of others."""
    MOVED_OUT_OF_MARKS = "moved_out_of_marks"
    """The same words, but outside the quotation marks."""


class BlockKind(_Name):
    """What a block of a document is."""

    HEADLINE = "headline"
    """The title of the article."""
    STANDFIRST = "standfirst"
    """The sentence under the title that sums the article up."""
    DATELINE = "dateline"
    """Where, and often when, the report was written: "WASHINGTON (AP) —"."""
    TIMESTAMP = "timestamp"
    """When the article was published or changed."""
    BYLINE = "byline"
    """Who wrote it."""
    PARAGRAPH = "paragraph"
    """Running text."""
    HEADING = "heading"
    """A heading between paragraphs."""
    CAPTION = "caption"
    """The text under a picture."""
    CREDIT = "credit"
    """Who else is to be thanked for text or picture: "Additional reporting by Reuters"."""
    FURNITURE = "furniture"
    """Text of the site, not of the article: "Read more", sign-ups, share lines."""
    RELATED = "related"
    """The headline of another story."""


class CaseRule(_Name):
    """How the letter case of a text may differ from that of an alias."""

    EXACT = "exact"
    """Not at all."""
    FIRST_LETTER = "first-letter"
    """Only after the first letter of each word, which is the default: ``Kerry`` finds ``KERRY``, never
    ``kerry``."""
    ACRONYM = "acronym"
    """The text must be in capitals throughout: ``WHO``, never ``Who`` or ``who``."""
    ANY = "any"
    """In any way."""


class CueClass(_Name):
    """What a cue says that the source did."""

    SPEECH = "speech"
    """Speak: "said", "told", "according to"."""
    WRITING = "writing"
    """Write: "wrote", "tweeted"."""
    ATTITUDE = "attitude"
    """Think or feel: "believes", "fears"."""
    INTENTION = "intention"
    """Mean to do: "plans", "vowed"."""


class EntityKind(_Name):
    """What an entity is."""

    PERSON = "person"
    """A human being."""
    ORGANIZATION = "organization"
    """A company, party, agency, court, team."""
    PLACE = "place"
    """A country, town, region, building."""
    GROUP = "group"
    """People taken together: a people, a faith, a movement."""
    EVENT = "event"
    """A war, an election, a summit."""
    WORK = "work"
    """A book, a film, a law, a broadcast."""


class Fidelity(_Name):
    """How true the words of a variant are to those of the reference, from the truest on."""

    VERBATIM = "verbatim"
    """The same words, or a stretch of them; punctuation and letter case may differ."""
    MARKED = "marked"
    """What was changed is marked as such, by an ellipsis, by brackets, or by standing outside the
    quotation marks."""
    UNMARKED = "unmarked"
    """Words inside the quotation marks were changed, and nothing says so."""
    PARAPHRASE = "paraphrase"
    """The sense, in words of the one who reports."""


class MentionForm(_Name):
    """How a mention refers to its entity."""

    NAME = "name"
    """By its name or a part of it."""
    ALIAS = "alias"
    """By another name it has."""
    TITLE = "title"
    """By an office or honorific: "the secretary of state", "Mr"."""
    NOMINAL = "nominal"
    """By a description: "the company"."""
    PRONOUN = "pronoun"
    """By a pronoun."""
    DEMONYM = "demonym"
    """By the adjective or noun of a place: "Russian"."""


class Mode(_Name):
    """How thoroughly quotes are looked for."""

    FULL = "full"
    """By rules and by the model of attributions. The default."""
    FAST = "fast"
    """The same, but the model reads only sentences that the rules do not surely read: faster, less exact."""
    RULES = "rules"
    """By rules alone: quotations and plainly reported speech; several times as fast."""


class OffsetUnit(_Name):
    """In what the offsets of a record count."""

    CODE_POINT = "codepoint"
    """Unicode code points, as in Python. The default."""
    BYTE = "byte"
    """UTF-8 bytes, as in Rust."""
    UTF16 = "utf16"
    """UTF-16 code units, as in Java and JavaScript."""


class Origin(_Name):
    """What found a mention or a quote."""

    DICTIONARY = "dictionary"
    """A dictionary."""
    MODEL = "model"
    """A trained model."""
    RULE = "rule"
    """A rule."""
    COREFERENCE = "coreference"
    """The resolution of references inside the document."""


class QuoteKind(_Name):
    """How much of a quote stands in quotation marks."""

    DIRECT = "direct"
    """All of it."""
    MIXED = "mixed"
    """A part of it."""
    INDIRECT = "indirect"
    """Nothing of it."""


class SourceKind(_Name):
    """How a text names the source of a quote."""

    NAMED = "named"
    """By a name."""
    PRONOUN = "pronoun"
    """By a pronoun."""
    DESCRIBED = "described"
    """By a description: "a police officer"."""
    DOCUMENT = "document"
    """It is a text: "the report"."""
    NONE = "none"
    """It names none."""


class TokenKind(_Name):
    """What a token is."""

    WORD = "word"
    """A word: "Kerry", "well-known", "U.S.", "Mr."."""
    CLITIC = "clitic"
    """What is left of a word after an apostrophe: "'s", "n't", "’ll"."""
    NUMBER = "number"
    """A number: "1,000", "3.5", "19:18", "90s"."""
    ADDRESS = "address"
    """An address on the web or of a mailbox, a handle ("@name") or a tag ("#name")."""
    QUOTATION_MARK = "quotation-mark"
    """A character, or a run of them, that could open or close a quotation."""
    PUNCTUATION = "punctuation"
    """Any other punctuation mark or symbol."""


class Verdict(_Name):
    """What the documents say of a quotation, from the best on."""

    VERBATIM = "verbatim"
    """They print these words in quotation marks."""
    ALTERED = "altered"
    """They print nearly these words in quotation marks."""
    OTHER_SPEAKER = "other_speaker"
    """They print these words, or nearly these, but somebody else said them."""
    ELSEWHERE = "elsewhere"
    """They print these words, or nearly these, but in no quotation marks."""
    ABSENT = "absent"
    """They print no such words."""


class WarningCode(_Name):
    """What a warning is about."""

    UNCLOSED_MARK = "unclosed-mark"
    """A quotation mark opens and none closes it."""
    NUL_CHARACTER = "nul-character"
    """The text holds a NUL character."""
    NO_TEXT = "no-text"
    """The document has no words."""
    AMBIGUOUS_DATE = "ambiguous-date"
    """A date of a time stamp may mean one of two days."""
    IMPOSSIBLE_DATE = "impossible-date"
    """A date is no day of the calendar."""
    NOT_ENGLISH = "not-english"
    """The text does not look like English, the language that is understood."""
