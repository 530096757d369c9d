"""What type checkers see: checked by mypy, never run."""

from typing_extensions import assert_type

import inquit


def of_one(text: str) -> str | None:
    found = inquit.annotate(text)
    assert_type(found, inquit.Annotations)
    assert_type(found.quotes, tuple[inquit.Quote, ...])
    assert_type(found[0], inquit.Quote)
    for quote in found:
        assert_type(quote.kind, inquit.QuoteKind)
        assert_type(quote.cue, inquit.Span | None)
        assert_type(quote.speakers, tuple[inquit.Entity, ...])
        assert_type(quote.confidence, float)
        match quote:
            case inquit.Quote(speaker=inquit.Entity(name=name)):
                assert_type(name, str)
                return name
    return None


def of_many(texts: list[str | inquit.Document]) -> list[str]:
    batch = inquit.annotate_all(texts, threads=2, on_error="skip")
    assert_type(batch, inquit.Batch)
    assert_type(batch.failures, tuple[inquit.InquitError, ...])
    return [str(row["speaker"]) for row in batch.rows()]


def with_a_dictionary() -> list[inquit.Match]:
    kent = inquit.Entity("e1", "Clark Kent", kind="person", aliases=["Kent", ("CK", "acronym")])
    lane = inquit.Entity("e2", "Lois Lane", kind=inquit.EntityKind.PERSON)
    dictionary = inquit.Dictionary([kent, lane])
    assert_type(list(dictionary), list[inquit.Entity])
    inquit.Annotator(dictionary=dictionary).annotate(inquit.Document("a1", "", language="en"))
    return inquit.Matcher(dictionary).find("Clark Kent")


def linked(texts: list[str | inquit.Document | inquit.Annotations]) -> list[str]:
    linker = inquit.Linker(days=3, classes=["speech"])
    assert_type(linker.add_all(texts, threads=2), tuple[inquit.Added, ...])
    for utterance in linker.links():
        assert_type(utterance, inquit.Utterance)
        assert_type(utterance.variants[0].fidelity, inquit.Fidelity)
        match utterance:
            case inquit.Utterance(speaker_name=str(name), reference=inquit.Member(text=text)):
                return [name, text]
    return [verified.verdict for verified in linker.verify("No.", speaker="Kent")]


def mistakes() -> None:
    inquit.Anotator()  # type: ignore[attr-defined]
    inquit.annotate(5)  # type: ignore[arg-type]
    inquit.annotate(b"text")  # type: ignore[arg-type]
    inquit.Document("a1")  # type: ignore[call-arg]
    inquit.annotate_all([], on_error="ignore")  # type: ignore[arg-type]
    inquit.annotate("").quotes = ()  # type: ignore[misc]
    inquit.annotate("")["a1#q1"]  # type: ignore[index]
