"""Documents together: the cases of tests/pairs, which Rust runs as well, and what Python adds."""

import copy
import json
import pickle
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

import inquit

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PAIRS = Path(__file__).parents[2] / "tests" / "pairs"
ONE = "“The ferry should never have left port,” said Ada Okoro."
OTHER = "Ada Okoro said: “The ferry … never have left port.”"


def cases(name: str) -> list[Any]:
    content = tomllib.loads((PAIRS / f"{name}.toml").read_text("utf-8"))
    return [pytest.param(case, id=case["name"]) for case in content["case"]]


@pytest.mark.parametrize("case", cases("alterations"))
def test_alterations(case: dict[str, Any]) -> None:
    found = inquit.compare(case["reference"], case["variant"], mixed=case.get("mixed", False))
    alterations = [[it.kind, it.reference_text, it.variant_text] for it in found.alterations]
    assert (alterations, found.fidelity) == (case["alterations"], case["fidelity"])


def together(links: inquit.Links, pair: list[list[str]]) -> bool:
    """Whether two places, each a document and words of a quote, are in one utterance."""
    places = [
        {it.id for it in links for member in it.members if member.document == id and words in member.text}
        for id, words in pair
    ]
    assert all(places), pair
    return bool(places[0] & places[1])


@pytest.mark.parametrize("case", cases("links"))
def test_links(case: dict[str, Any]) -> None:
    documents = [
        inquit.Document(it["id"], it["text"], published=it.get("published")) for it in case["documents"]
    ]
    links = inquit.link(documents)
    for expected in (True, False):
        for pair in case.get("together" if expected else "apart", []):
            assert together(links, pair) is expected, pair
    if "stories" in case:
        assert [list(story.documents) for story in links.stories] == case["stories"]
    if "duplicates" in case:
        assert [list(copies.documents) for copies in links.duplicates] == case["duplicates"]


def linker() -> inquit.Linker:
    linker = inquit.Linker()
    linker.add_all([inquit.Document("a", ONE, outlet="The Gull"), inquit.Document("b", OTHER)])
    return linker


def test_one_by_one_is_the_same_as_at_once() -> None:
    documents = [inquit.Document(str(at), text) for at, text in enumerate([ONE, OTHER, ONE, "It rained."])]
    one_by_one = inquit.Linker()
    added = [one_by_one.add(document) for document in documents]
    for threads in (1, 2, 7):
        batch = inquit.Linker()
        assert batch.add_all(documents, threads=threads) == tuple(added)
        assert batch.links() == one_by_one.links() == inquit.link(documents, threads=threads)
        assert batch.to_bytes() == one_by_one.to_bytes()
    assert [it.is_new for it in added[0].placed + added[1].placed] == [True, False]
    assert added[2].placed[0].utterance == added[0].placed[0].utterance
    assert len(one_by_one) == 4


def test_annotations_are_taken_as_they_are() -> None:
    found = [inquit.annotate(inquit.Document(id, text)) for id, text in (("a", ONE), ("b", OTHER))]
    links = inquit.link(found)
    assert links == inquit.link([found[0].document, found[1].document])
    assert inquit.Linker().add(found[0]).story == "s1"
    assert inquit.link([]).utterances == ()


def test_the_id_of_a_text_is_its_place() -> None:
    linker = inquit.Linker()
    linker.add(ONE)
    linker.add_all([OTHER, inquit.Document("own", "It rained.")])
    linker.add("It snowed.")
    assert [it.id for it in linker.links().documents] == ["0", "1", "own", "3"]


def test_options() -> None:
    dated = [
        inquit.Document("a", ONE, published="2025-03-01"),
        inquit.Document("b", OTHER, published="2025-03-05"),
    ]
    assert len(inquit.link(dated)) == 1
    assert len(inquit.link(dated, days=2)) == 2
    assert len(inquit.link(dated, classes=[])) == 0
    assert len(inquit.link(dated, classes=["speech", inquit.CueClass.ATTITUDE])) == 1
    assert len(inquit.link(dated, annotator=inquit.Annotator(mode="rules"))) == 1
    with pytest.raises(inquit.UnknownNameError):
        inquit.Linker(classes=["shouting"])
    with pytest.raises(inquit.InquitError):
        inquit.Linker(days=-1)


BAD = [inquit.Document("a", ONE), None, inquit.Document("a", OTHER), "lone \udc00", OTHER]


def test_bad_documents() -> None:
    linker = inquit.Linker()
    with pytest.raises(inquit.DocumentTypeError) as caught:
        linker.add_all(BAD)  # type: ignore[arg-type]
    assert (caught.value.index, len(linker)) == (1, 0)
    with pytest.raises(inquit.InquitError, match="two documents have the id `a`") as repeated:
        linker.add_all(BAD[:1] + BAD[2:3])  # type: ignore[arg-type]
    assert (repeated.value.index, len(linker)) == (1, 1)
    failures: list[inquit.InquitError] = []
    linker = inquit.Linker()
    added = linker.add_all(BAD, on_error=failures.append)  # type: ignore[arg-type]
    assert (len(added), len(linker), len(failures)) == (2, 2, 3)
    assert sorted(it.index for it in failures if it.index is not None) == [1, 2, 3]
    assert len(inquit.Linker().add_all(BAD, on_error="skip")) == 2  # type: ignore[arg-type]
    before = linker.links()
    with pytest.raises(inquit.InquitError, match="two documents have the id `a`"):
        linker.add(inquit.Document("a", "It rained."))
    assert linker.links() == before


def test_what_an_iterable_raises_is_raised() -> None:
    def texts() -> Any:
        yield ONE
        raise RuntimeError("mine")

    with pytest.raises(RuntimeError, match="mine"):
        inquit.link(texts(), on_error="skip")
    with pytest.raises(TypeError):
        inquit.link(ONE)
    with pytest.raises(TypeError):
        inquit.Linker().add(5)  # type: ignore[arg-type]


def test_links_are_what_the_command_prints() -> None:
    links = linker().links()
    record = links.to_dict()
    assert json.loads(links.to_json()) == record
    assert list(record) == ["entities", "utterances", "stories", "duplicates"]
    (utterance,) = links
    assert record["utterances"][0]["id"] == utterance.id
    variant = utterance.variants[0]
    written = record["utterances"][0]["variants"][0]
    assert [[it["kind"], it["variant_text"]] for it in written["ops"]] == [
        [it.kind, it.variant_text] for it in variant.alterations
    ]
    start, end = utterance.reference.spans[0]
    assert ONE[start:end] == utterance.reference.text
    start, end = utterance.reference.byte_spans[0]
    assert ONE.encode()[start:end].decode() == utterance.reference.text


def test_tables() -> None:
    links = linker().links()
    rows = links.rows()
    assert [(row["document"], row["is_reference"], row["fidelity"]) for row in rows] == [
        ("a", True, "verbatim"),
        ("b", False, "marked"),
    ]
    assert rows[0]["speaker"] == "Ada Okoro"
    assert [(it.document, it.left_out) for it in links.excerpts()] == [("b", ("should",))]
    assert [(it.outlet, it.reports) for it in links.outlets()] == [("The Gull", 1), ("b", 1)]
    assert [it.document for it in links.timeline(links.stories[0].id)] == ["a", "b"]
    assert links.timeline("nowhere") == []


def test_properties_are_those_of_the_links() -> None:
    it = linker()
    links = it.links()
    assert it.links() is links
    assert (it.utterances, it.stories, it.duplicates) == (links.utterances, links.stories, links.duplicates)
    it.add("It rained.")
    assert it.links() is not links
    assert len(links.documents) == 2


def test_verify() -> None:
    it = linker()

    def verdict(words: str, speaker: str | None = None) -> inquit.Verdict:
        (verified,) = it.verify(words, speaker=speaker)
        return verified.verdict

    assert verdict("The ferry should never have left port.") is inquit.Verdict.VERBATIM
    assert verdict("The ferry should not have left port.") is inquit.Verdict.ALTERED
    assert verdict("The ferry should never have left port.", "Lois Lane") is inquit.Verdict.OTHER_SPEAKER
    assert verdict("Nobody answered a single letter.") is inquit.Verdict.ABSENT
    assert it.verify("...") == ()
    assert it.verify("The ferry should never have left port.")[0].sources[0].document == "a"


def test_a_linker_is_kept(tmp_path: Path) -> None:
    it = linker()
    path = tmp_path / "corpus.linker"
    it.save(path)
    opened = inquit.Linker.open(str(path), annotator=inquit.Annotator(mode="rules"))
    for again in (opened, pickle.loads(pickle.dumps(it)), copy.deepcopy(it), inquit.Linker.from_bytes(it.to_bytes())):
        assert again.links() == it.links()
        assert again.add("It rained.").story == "s3"
        assert len(it) == 2
    assert path.read_bytes() == it.to_bytes()
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(inquit.ArtefactError, match="corpus.linker"):
        inquit.Linker.open(path)
    with pytest.raises(FileNotFoundError):
        inquit.Linker.open(tmp_path / "none")
    with pytest.raises(inquit.ArtefactError):
        inquit.Linker.from_bytes(b"words")


def test_a_linker_changes_and_is_no_value() -> None:
    one, other = linker(), linker()
    assert one != other
    assert len({one, other}) == 2
    assert repr(one) == "<Linker of 2 documents>"
    assert len(inquit.Linker()) == 0
    with pytest.raises(AttributeError):
        one.anything = 1  # type: ignore[attr-defined]


def test_threads_share_a_linker() -> None:
    it = inquit.Linker(annotator=inquit.Annotator(mode="rules"))

    def work(number: int) -> None:
        for at in range(25):
            it.add(inquit.Document(f"{number}-{at}", ONE))
            assert len(it.links().utterances) == 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(it) == 100
    assert len(it.links()[0].variants) == 99


NASTY = "<script>alert('&')</script>"


def test_html() -> None:
    text = f"“{NASTY} We will never sell it,” said Clark Kent {NASTY}. Kent said: “We will not sell it.”"
    documents = [inquit.Document(id, text, title=NASTY, outlet=NASTY) for id in ("a", "b")]
    links = inquit.link(documents)
    found = inquit.annotate(documents[0])
    alteration = inquit.compare(f"We will {NASTY} sell.", "We will not sell.").alterations[0]
    page = links.to_html(title=NASTY, stories=1, utterances=1, reports=1, rows=1)
    assert page.startswith("<!DOCTYPE html>")
    assert page == links.to_html(title=NASTY, stories=1, utterances=1, reports=1, rows=1)
    for html in (page, found._repr_html_(), found[0]._repr_html_(), alteration._repr_html_(), links[0]._repr_html_()):
        assert "<script" not in html
        assert "&lt;script&gt;" in html
    assert "<del" in alteration._repr_html_()
    assert "and " in page and " more" in page
    assert "said" in found[0]._repr_html_()
