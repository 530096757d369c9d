"""Bad input: always an exception of ours, or a plain TypeError, that says what is wrong."""

import pickle
from typing import Any

import pytest

import inquit

HIGH, LOW = "\ud83d", "\ude42"


def test_exceptions_are_value_errors() -> None:
    classes = [getattr(inquit, name) for name in inquit.__all__ if name.endswith("Error")]
    assert len(classes) == 8
    for cls in classes:
        assert issubclass(cls, inquit.InquitError)
        assert issubclass(cls, ValueError)
        error = cls("bad", document="a1", index=2, offset=3)
        again = pickle.loads(pickle.dumps(error))
        assert (str(again), again.document, again.index, again.offset) == ("bad", "a1", 2, 3)


@pytest.mark.parametrize("text", [f"ab{HIGH}c", f"ab{LOW}c", f"ab{LOW}{HIGH}", f"ab{HIGH}"])
def test_lone_surrogates(text: str) -> None:
    with pytest.raises(inquit.InvalidTextError, match="code point 2") as caught:
        inquit.Document("a1", text)
    assert (caught.value.document, caught.value.offset) == ("a1", 2)
    assert "`a1`" in str(caught.value)
    with pytest.raises(inquit.InvalidTextError) as caught:
        inquit.annotate(text)
    assert (caught.value.document, caught.value.offset) == ("text", 2)
    # The advice of the message helps.
    assert inquit.annotate(text.encode("utf-8", "replace").decode()).document.text[2] == "?"


def test_a_pair_of_surrogates_is_no_character_either() -> None:
    with pytest.raises(inquit.InvalidTextError):
        inquit.Document("a1", HIGH + LOW)
    assert inquit.Document("a1", "🙂").text == "🙂"


@pytest.mark.parametrize(
    "call",
    [
        lambda s: inquit.Document(s, "text"),
        lambda s: inquit.Document("a1", "text", outlet=s),
        lambda s: inquit.Entity(s, "name"),
        lambda s: inquit.Entity("e1", s),
        lambda s: inquit.Entity("e1", "name", aliases=[s]),
        lambda s: inquit.Entity("e1", "name", aliases=[(s, "any")]),
        lambda s: inquit.Entity("e1", "name", external={s: "x"}),
        lambda s: inquit.Entity("e1", "name", external={"x": s}),
        lambda s: inquit.Entity("e1", "name", kind=s),
        lambda s: inquit.Alias(s),
        lambda s: inquit.tokenize(s),
        lambda s: inquit.pair_marks(s),
        lambda s: inquit.Matcher(inquit.Dictionary([])).find(s),
        lambda s: inquit.Dictionary([]).get(s),
        lambda s: inquit.annotate("").entity(s),
        lambda s: inquit.Annotations.from_json(s),
        lambda s: inquit.annotate_all([], on_error=s),
    ],
)
def test_lone_surrogates_anywhere(call: Any) -> None:
    with pytest.raises(inquit.InvalidTextError) as caught:
        call("x\udc00")
    assert caught.value.offset == 1
    str(caught.value).encode()


@pytest.mark.parametrize("value", [None, b"text", bytearray(b"text"), 5, 1.5, ["text"], object()])
def test_what_is_no_document(value: Any) -> None:
    for call in (inquit.annotate, inquit.tokenize, inquit.Annotator().annotate):
        with pytest.raises(inquit.DocumentTypeError, match=type(value).__name__) as caught:
            call(value)
        assert isinstance(caught.value, TypeError)
    with pytest.raises(TypeError):
        inquit.Document("a1", value)
    with pytest.raises(TypeError):
        inquit.Document(value, "text")


def test_limits() -> None:
    with pytest.raises(inquit.TooLargeError, match="`a1` has 12 bytes") as caught:
        inquit.Document("a1", "far too long", max_document=4)
    assert caught.value.document == "a1"
    with pytest.raises(inquit.TooLargeError):
        inquit.Document("a1", "x" * ((16 << 20) + 1))
    with pytest.raises(inquit.TooLargeError):
        inquit.annotate("x" * ((16 << 20) + 1))
    with pytest.raises(inquit.TooLargeError):
        inquit.Document("a1", "", max_document=1 << 40)


@pytest.mark.parametrize(
    "number", [-1, 1 << 200, -(1 << 200), 10**5000], ids=["negative", "large", "low", "huge"]
)
def test_numbers_out_of_range(number: int) -> None:
    for call in (
        lambda: inquit.Document("a1", "", max_document=number),
        lambda: inquit.annotate_all([], threads=number),
        lambda: inquit.Span(number, 0, "", byte_start=0, byte_end=0),
        lambda: inquit.Entity("e1", "name", prior=number),
    ):
        with pytest.raises(inquit.InquitError, match="out of range"):
            call()


@pytest.mark.parametrize("confidence", [-0.1, 1.1, float("nan"), float("inf")])
def test_confidence_out_of_range(confidence: float) -> None:
    span = inquit.Span(0, 0, "", byte_start=0, byte_end=0)
    entity = inquit.Entity("e1", "name")
    with pytest.raises(inquit.InquitError, match="from 0 to 1"):
        inquit.Mention(span, entity, form="name", origin="rule", confidence=confidence)


def test_confidence_has_three_digits() -> None:
    span = inquit.Span(0, 0, "", byte_start=0, byte_end=0)
    entity = inquit.Entity("e1", "name")
    for permille in range(1001):
        value = inquit.Mention(
            span, entity, form="name", origin="rule", confidence=permille / 1000
        ).confidence
        assert value == permille / 1000


def test_unknown_names() -> None:
    for kind in inquit.EntityKind:
        with pytest.raises(inquit.UnknownNameError, match=kind.value):
            inquit.Entity("e1", "name", kind="persn")
    with pytest.raises(inquit.UnknownNameError, match="codepoint, byte, utf16"):
        inquit.annotate("").to_json(offsets="chars")
    with pytest.raises(inquit.InquitError, match="raise, skip"):
        inquit.annotate_all([], on_error="ignore")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        inquit.Entity("e1", "name", kind=5)  # type: ignore[arg-type]


def test_dictionaries() -> None:
    for entities in (
        [inquit.Entity("", "name")],
        [inquit.Entity("e1", "")],
        [inquit.Entity("e1", "name", aliases=[" "])],
        [inquit.Entity("e1", "name"), inquit.Entity("e1", "other")],
    ):
        with pytest.raises(inquit.DictionaryError):
            inquit.Dictionary(entities)
    with pytest.raises(TypeError):
        inquit.Dictionary(["e1"])  # type: ignore[list-item]


def test_one_string_is_no_list() -> None:
    for call in (
        lambda: inquit.annotate_all("some text"),
        lambda: inquit.annotate_all(b"some text"),  # type: ignore[arg-type]
        lambda: inquit.Entity("e1", "Clark Kent", aliases="Kent"),
        lambda: inquit.Match(inquit.Span(0, 0, "", byte_start=0, byte_end=0), "e1"),
    ):
        with pytest.raises(TypeError, match="put it in a list"):
            call()


def test_options_are_keywords() -> None:
    for call in (
        lambda: inquit.Document("a1", "text", "outlet"),  # type: ignore[call-arg]
        lambda: inquit.Annotator(inquit.Dictionary([])),  # type: ignore[call-arg]
        lambda: inquit.annotate_all([], 2),  # type: ignore[call-arg]
    ):
        with pytest.raises(TypeError, match="positional"):
            call()
