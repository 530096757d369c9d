"""Finding names in many texts: lists of matches, and the columns beside them."""

import gc
import sys
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterable
from typing import Literal

import numpy
import pytest

import inquit

DICTIONARY = inquit.Dictionary(
    [
        inquit.Entity("Q1", "Ada Okoro", aliases=["Okoro"]),
        inquit.Entity("Q2", "Port"),
        inquit.Entity("Q3", "Port", prior=5),
        inquit.Entity("Q4", "Žofín"),
    ]
)
MATCHER = inquit.Matcher(DICTIONARY)
TEXTS: list[str | inquit.Document] = [
    "Ada Okoro saw the Port.",
    "",
    "🙂 Žofín 🙂 Port, Okoro’s Port",
    inquit.Document("d", "Nobody."),
    inquit.Document("e", "É. Okoro"),
]


def text_of(text: str | inquit.Document) -> str:
    return text if isinstance(text, str) else text.text


def test_a_batch_finds_what_find_finds() -> None:
    found = MATCHER.find_batch(TEXTS)
    assert list(found) == [MATCHER.find(text) for text in TEXTS]
    assert (len(found), found.failures) == (5, ())
    assert [len(matches) for matches in found] == [2, 0, 4, 0, 1]
    assert found[2] == found[-3] == MATCHER.find(TEXTS[2])
    for index in (5, -6, 10**30):
        with pytest.raises(IndexError):
            found[index]


def test_columns_say_what_matches_say() -> None:
    found = MATCHER.find_batch(TEXTS)
    ids = [entity.id for entity in DICTIONARY]
    rows = [(number, match) for number, matches in enumerate(found) for match in matches]
    columns = zip(found.document, found.start, found.end, found.byte_start, found.byte_end, strict=True)
    assert list(columns) == [
        (number, match.start, match.end, match.byte_start, match.byte_end) for number, match in rows
    ]
    assert [ids[number] for number in found.entity] == [match.candidates[0] for _, match in rows]
    ends = list(found.candidate_offsets)
    assert (ends[0], ends[-1], len(ends)) == (0, len(found.candidates), len(rows) + 1)
    several = [tuple(ids[number] for number in found.candidates[a:b]) for a, b in zip(ends, ends[1:])]
    assert several == [match.candidates for _, match in rows]
    assert ("Q3", "Q2") in several


def test_spans_slice_the_text() -> None:
    found = MATCHER.find_batch(TEXTS)
    for text, matches in zip(TEXTS, found, strict=True):
        for match in matches:
            text = text_of(text)
            assert text[match.start : match.end] == match.text == match.span.text
            assert text.encode()[match.byte_start : match.byte_end].decode() == match.text
            assert match.span.byte_end == match.byte_end


def test_numpy_reads_columns_where_they_lie() -> None:
    column = MATCHER.find_batch(TEXTS).end
    assert (column.format, column.itemsize, column.readonly) == ("I", 4, True)
    array = numpy.asarray(column)
    assert (array.dtype.name, array.tolist()) == ("uint32", list(column))
    assert numpy.shares_memory(array, numpy.frombuffer(column, dtype=numpy.uint32))
    with pytest.raises(ValueError):
        array[0] = 1


def test_nothing_found_and_nothing_given() -> None:
    for texts, length in ((["Nobody.", ""], 2), ([], 0)):
        found = MATCHER.find_batch(texts)
        assert len(found) == length
        assert list(found.start) == list(found.candidates) == []
        assert list(found.candidate_offsets) == [0]
        assert [matches for matches in found if matches] == []


def test_any_iterable_of_texts() -> None:
    expected = MATCHER.find_batch(TEXTS)
    iterables: list[Iterable[str | inquit.Document]] = [tuple(TEXTS), iter(TEXTS), (it for it in TEXTS)]
    for iterable in iterables:
        assert MATCHER.find_batch(iterable) == expected
    assert len(MATCHER.find_batch(dict.fromkeys(["Port", "Okoro"]))) == 2

    class Text(str):
        def __str__(self) -> str:
            raise RuntimeError("not to be called")

    assert [match.text for match in MATCHER.find(Text("Port"))] == ["Port"]
    bad: list[Callable[[], object]] = [
        lambda: MATCHER.find_batch("Port"),
        lambda: MATCHER.find_batch(b"Port"),  # type: ignore[arg-type]
        lambda: MATCHER.find_batch(5),  # type: ignore[arg-type]
    ]
    for call in bad:
        with pytest.raises(TypeError):
            call()


MODES: list[Literal["raise", "skip"]] = ["raise", "skip"]


def test_what_an_iterable_raises_is_raised() -> None:
    def texts() -> Iterable[str]:
        yield "Port"
        raise LookupError("no more")

    for on_error in MODES:
        with pytest.raises(LookupError, match="no more"):
            MATCHER.find_batch(texts(), on_error=on_error)


BAD: list[tuple[object, type[inquit.InquitError], str]] = [
    (None, inquit.DocumentTypeError, "document 1 is of type `NoneType`"),
    (b"Port", inquit.DocumentTypeError, "document 1 is of type `bytes`"),
    ("a \udc00", inquit.InvalidTextError, "document `1` has the lone surrogate"),
    ("x" * ((16 << 20) + 1), inquit.TooLargeError, "document `1` has 16777217 bytes"),
]


@pytest.mark.parametrize(("bad", "error", "message"), BAD)
def test_a_bad_text_is_raised_or_skipped(
    bad: str, error: type[inquit.InquitError], message: str
) -> None:
    with pytest.raises(error, match=message) as raised:
        MATCHER.find_batch(["Port", bad, "Okoro"])
    assert raised.value.index == 1
    found = MATCHER.find_batch(["Port", bad, "Okoro"], on_error="skip")
    assert [len(matches) for matches in found] == [1, 0, 1]
    assert list(found.document) == [0, 2]
    assert [(type(it), it.index) for it in found.failures] == [(error, 1)]
    with pytest.raises(inquit.InquitError, match="unknown on_error `null`; expected one of raise, skip"):
        MATCHER.find_batch([], on_error="null")  # type: ignore[arg-type]


def test_documents_beyond_the_default_limit_are_searched() -> None:
    document = inquit.Document("long", "x " * (9 << 20) + "Port", max_document=1 << 30)
    assert [match.text for match in MATCHER.find_batch([document])[0]] == ["Port"]
    assert [match.start for match in MATCHER.find(document)] == [18 << 20]


def test_texts_are_not_copied_and_are_let_go() -> None:
    texts = ["Port " + "x" * (1 << 20) for _ in range(20)]
    before = [sys.getrefcount(text) for text in texts]
    tracemalloc.start()
    found = MATCHER.find_batch(texts)
    match = found[3][0]
    assert tracemalloc.get_traced_memory()[1] < 1 << 20
    tracemalloc.stop()
    del found
    gc.collect()
    after = [sys.getrefcount(text) for text in texts]
    before[3] += 1
    assert after == before
    assert match.text == "Port"


def test_other_threads_run_meanwhile() -> None:
    text = "Ada Okoro saw nothing of the port. " * 2000
    steps = 0
    done = threading.Event()

    def count() -> None:
        nonlocal steps
        while not done.is_set():
            steps += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    start = time.monotonic()
    before = steps
    found = MATCHER.find_batch([text] * 300)
    passed, elapsed = steps - before, time.monotonic() - start
    done.set()
    thread.join()
    assert len(found.start) == 300 * 2000
    # A thread that is kept waiting takes no more than a step or two.
    assert passed >= 5, (passed, elapsed)
