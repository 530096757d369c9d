"""Batches: order, threads, bad documents, iterables of all kinds."""

import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator

import pytest

import inquit

TEXTS = [f"“Number {n}, 🙂,” said Mr Kent. “We know,” Ms Lane said." * (n % 7 + 1) for n in range(200)]


def documents() -> list[inquit.Document]:
    return [inquit.Document(f"d{n}", text) for n, text in enumerate(TEXTS)]


@pytest.mark.parametrize("threads", [0, 1, 2, 7, 10**6])
def test_results_are_the_same_for_any_number_of_threads(threads: int) -> None:
    one_by_one = [inquit.annotate(document) for document in documents()]
    batch = inquit.annotate_all(documents(), threads=threads)
    assert list(batch) == one_by_one
    assert batch.failures == ()


def test_it_is_a_sequence() -> None:
    batch = inquit.annotate_all(TEXTS)
    assert len(batch) == len(TEXTS)
    assert [found.document.text for found in batch] == TEXTS
    assert batch.annotations == tuple(batch)
    assert batch[-1] is batch[199]
    assert batch.rows() == [row for found in batch for row in found.rows()]
    with pytest.raises(IndexError):
        batch[200]


def test_the_id_of_a_text_is_its_place() -> None:
    batch = inquit.annotate_all(["a", inquit.Document("own", "b"), "c"])
    assert [found.document.id for found in batch] == ["0", "own", "2"]
    assert inquit.annotate("a").document.id == "text"


@pytest.mark.parametrize("empty", [[], (), {}, iter(()), (text for text in TEXTS[:0])])
def test_nothing(empty: Iterable[str]) -> None:
    batch = inquit.annotate_all(empty)
    assert (len(batch), batch.rows()) == (0, [])


def test_any_iterable() -> None:
    expected = list(inquit.annotate_all(TEXTS[:3]))
    mapping = dict.fromkeys(TEXTS[:3])
    for iterable in (tuple(TEXTS[:3]), iter(TEXTS[:3]), (t for t in TEXTS[:3]), mapping, mapping.keys()):
        assert list(inquit.annotate_all(iterable)) == expected
    with pytest.raises(TypeError):
        inquit.annotate_all(5)  # type: ignore[arg-type]


BAD = ["fine", None, "lone \udc00", "x" * ((16 << 20) + 1), "“Yes,” said Ms Lane.", 5]


def test_a_bad_document_raises() -> None:
    for at in (1, 2, 3, 5):
        with pytest.raises(inquit.InquitError, match=str(at)) as caught:
            inquit.annotate_all(["fine"] * at + [BAD[at]])  # type: ignore[list-item]
        assert caught.value.index == at


def test_a_bad_document_is_skipped() -> None:
    batch = inquit.annotate_all(BAD, on_error="skip")  # type: ignore[arg-type]
    assert [found.document.id for found in batch] == ["0", "4"]
    assert [failure.index for failure in batch.failures] == [1, 2, 3, 5]
    assert [type(failure) for failure in batch.failures] == [
        inquit.DocumentTypeError,
        inquit.InvalidTextError,
        inquit.TooLargeError,
        inquit.DocumentTypeError,
    ]
    assert [failure.document for failure in batch.failures] == [None, "2", "3", None]
    assert batch.failures[1].offset == 5
    assert repr(batch) == "<Batch of 2 annotations, 4 failures>"


def test_what_an_iterable_raises_is_raised() -> None:
    class OwnError(Exception):
        pass

    def texts(error: BaseException) -> Iterator[str]:
        yield "fine"
        raise error

    errors = [OwnError("mine"), ValueError("plain"), KeyboardInterrupt(), inquit.InquitError("ours")]
    for error in errors:
        with pytest.raises(type(error)) as caught:
            inquit.annotate_all(texts(error))
        assert caught.value is error
        with pytest.raises(type(error)) as caught:
            inquit.annotate_all(texts(error), on_error="skip")
        assert caught.value is error


def test_a_list_that_changes_meanwhile() -> None:
    texts = list(TEXTS)
    stop = threading.Event()

    def rotate() -> None:
        while not stop.is_set():
            texts.append(texts.pop(0))

    thread = threading.Thread(target=rotate)
    thread.start()
    try:
        for _ in range(20):
            assert {found.document.text for found in inquit.annotate_all(texts)} <= set(TEXTS)
    finally:
        stop.set()
        thread.join()


def test_an_iterable_that_empties_its_own_list() -> None:
    texts = list(TEXTS)

    def take() -> Iterator[str]:
        for text in texts:
            yield text
            texts.pop()

    assert [found.document.text for found in inquit.annotate_all(take())] == TEXTS[:100]


def test_an_iterable_is_taken_in_parts() -> None:
    taken = 0

    def texts() -> Iterator[str | None]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield "x" * (1 << 20)
        yield None

    with pytest.raises(inquit.DocumentTypeError):
        inquit.annotate_all(texts())  # type: ignore[arg-type]
    assert taken == 100


def test_threads_share_an_annotator() -> None:
    entity = inquit.Entity("e1", "Clark Kent", aliases=["Kent"])
    annotator = inquit.Annotator(dictionary=inquit.Dictionary([entity]))
    expected = [annotator.annotate(document) for document in documents()]
    results: dict[int, list[inquit.Annotations]] = {}
    gate = threading.Barrier(8)

    def work(number: int) -> None:
        gate.wait()
        results[number] = [annotator.annotate(document) for document in documents()]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [results[number] for number in range(8)] == [expected] * 8


def test_threads_share_annotations() -> None:
    found = inquit.annotate(TEXTS[6])
    gate = threading.Barrier(8)
    layers: list[tuple[inquit.Quote, ...]] = []

    def work() -> None:
        gate.wait()
        layers.append(found.quotes)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(layer is layers[0] for layer in layers)


@pytest.mark.parametrize("work", ["annotate", "annotate_all", "find", "find_batch"])
def test_other_threads_go_on(work: str) -> None:
    text = "“No,” said Mr Kent.\n\n" * 100_000
    document = inquit.Document("a1", text)
    matcher = inquit.Matcher(inquit.Dictionary([inquit.Entity("e1", "Clark Kent")]))
    calls: dict[str, Callable[[], object]] = {
        "annotate": lambda: inquit.annotate(document),
        "annotate_all": lambda: inquit.annotate_all([document], threads=1),
        "find": lambda: [matcher.find(document) for _ in range(50)],
        "find_batch": lambda: matcher.find_batch([document] * 50),
    }
    done = threading.Event()
    steps: list[float] = []

    def count() -> None:
        while not done.is_set():
            steps.append(time.monotonic())
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    start = time.monotonic()
    calls[work]()
    end = time.monotonic()
    done.set()
    thread.join()
    during = sum(start < step < end for step in steps)
    # A step takes a millisecond and a bit; the machine may be busy with other things.
    assert during >= 1 + (end - start) * 100


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_fork_after_use() -> None:
    inquit.annotate_all(TEXTS, threads=2)
    context = multiprocessing.get_context("fork")
    with context.Pool(2) as pool:
        found = pool.map(inquit.annotate, documents()[:20], chunksize=5)
        batches = pool.map(inquit.annotate_all, [documents()[:20]] * 2)
    assert found == [inquit.annotate(document) for document in documents()[:20]]
    assert [list(batch) for batch in batches] == [found, found]


def test_spawned_processes() -> None:
    annotator = inquit.Annotator(dictionary=inquit.Dictionary([inquit.Entity("e1", "Kent")]))
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        (found,) = pool.map(annotator.annotate, documents()[:1])
    assert found == annotator.annotate(documents()[0])


def test_nothing_leaks() -> None:
    resource = pytest.importorskip("resource", reason="needs the memory of the process")

    def peak() -> int:
        # Kilobytes; macOS counts bytes.
        kilobytes: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return kilobytes >> (10 if sys.platform == "darwin" else 0)

    def round_trip() -> None:
        found = inquit.annotate(TEXTS[6])
        assert found.rows() and found.quotes and repr(found[0]) and found.to_dict()
        with pytest.raises(inquit.InquitError):
            inquit.annotate("lone \udc00")

    for _ in range(300):
        round_trip()
    before = peak()
    for _ in range(3000):
        round_trip()
    assert peak() - before < 5 << 10
