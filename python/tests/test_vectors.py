"""The cases of tests/vectors and the articles of tests/articles, which Rust runs as well.

The README of the vectors has the format.
"""

import sys
from pathlib import Path
from typing import Any

import pytest

import inquit

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TESTS = Path(__file__).parents[2] / "tests"

CASE_KEYS = {"name", "text", "why", "dictionary", "metadata"}
# Blocks of what an article itself says, not of who wrote or passed it on.
OWN_BLOCKS = {"headline", "standfirst", "heading", "paragraph", "caption"}
MENTION_KEYS = {"text", "entity", "id", "form", "origin", "candidates", "scores"}
QUOTE_KEYS = {
    "kind",
    "content",
    "marked",
    "cue",
    "source",
    "source_kind",
    "speaker",
    "class",
    "negated",
    "parent",
}


def cases() -> list[Any]:
    """Every case of every file, under the name of the file and its own."""
    parameters = []
    for file in sorted(TESTS.glob("vectors/*.toml")):
        content = tomllib.loads(file.read_text("utf-8"))
        assert content.keys() == {"case"}, file
        parameters += [pytest.param(it, id=f"{file.stem}-{it['name']}") for it in content["case"]]
    return parameters


def articles() -> list[Any]:
    """Every article with its answer sheet, as a case under its name."""
    parameters = []
    for file in sorted(TESTS.glob("articles/*.toml")):
        # As in a file, not as Python reads a text: no newline is translated.
        text = file.with_suffix(".txt").read_bytes().decode()
        case = tomllib.loads(file.read_text("utf-8")) | {"name": file.stem, "text": text}
        parameters.append(pytest.param(case, id=file.stem))
    return parameters


def text_of(span: inquit.Span | None) -> str:
    return "" if span is None else span.text


def quote_of(found: inquit.Annotations, quote: inquit.Quote) -> dict[str, Any]:
    """A quote in the words of a case."""
    parents = [other for other in found if other.id == quote.parent]
    return {
        "kind": quote.kind,
        "content": [span.text for span in quote.content],
        "marked": [span.text for span in quote.marked],
        "cue": text_of(quote.cue),
        "source": text_of(quote.source),
        "source_kind": quote.source_kind,
        "speaker": quote.speaker.name if quote.speaker else "",
        "class": quote.cue_class,
        "negated": quote.negated,
        "parent": parents[0].content[0].text if parents else "",
    }


def dictionary_of(entries: list[dict[str, Any]]) -> inquit.Dictionary:
    entities = []
    for entry in entries:
        assert entry.keys() <= {"id", "name", "aliases", "case", "kind", "prior"}, entry
        rule = entry.get("case", "first-letter")
        aliases = [(alias, rule) for alias in [entry["name"], *entry.get("aliases", [])]]
        kind, prior = entry.get("kind"), entry.get("prior", 0)
        entities.append(
            inquit.Entity(entry["id"], entry["name"], kind=kind, aliases=aliases, prior=prior)
        )
    return inquit.Dictionary(entities)


def mention_of(mention: inquit.Mention) -> dict[str, Any]:
    entity = mention.entity
    return {
        "text": mention.text,
        "entity": entity.name,
        "id": entity.id,
        "form": mention.form,
        "origin": mention.origin,
        "candidates": list(mention.candidates),
        "scores": list(mention.scores),
    }


class Checker:
    """A case against what is found in its text: a method for each key that expects something."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.case = case
        self.dictionary = dictionary_of(case.get("dictionary", []))
        annotator = inquit.Annotator(dictionary=self.dictionary if self.dictionary else None)
        document = inquit.Document(case["name"], case["text"], **case.get("metadata", {}))
        self.found = annotator.annotate(document)

    def quotes(self, expected: list[dict[str, Any]]) -> None:
        found = [quote_of(self.found, quote) for quote in self.found]
        assert all(quote.keys() <= QUOTE_KEYS for quote in expected)
        assert len(found) == len(expected), found
        given = [
            {key: quote[key] for key in wanted}
            for quote, wanted in zip(found, expected, strict=True)
        ]
        assert given == expected

    def sentences(self, expected: list[str]) -> None:
        assert [span.text for span in self.found.sentences] == expected

    def inner_sentences(self, expected: list[str]) -> None:
        inner = self.found.inner_sentences(self.found[0]) if len(self.found) else ()
        assert [span.text for span in inner] == expected

    def blocks(self, expected: list[list[str]]) -> None:
        assert [[block.kind, block.text] for block in self.found.blocks] == expected

    def mentions(self, expected: list[dict[str, Any]]) -> None:
        assert all({"text"} <= mention.keys() <= MENTION_KEYS for mention in expected)
        found = [mention_of(mention) for mention in self.found.mentions]
        rest = iter(found)
        for wanted in expected:
            assert any(wanted.items() <= mention.items() for mention in rest), (wanted, found)

    def names(self, expected: list[list[str]]) -> None:
        own = [block for block in self.found.blocks if block.kind in OWN_BLOCKS]
        found = [
            [mention.text, mention.entity.name, mention.form]
            for mention in self.found.mentions
            if mention.form != "pronoun"
            and any(it.start <= mention.start and mention.end <= it.end for it in own)
        ]
        assert found == expected

    def tokens(self, expected: list[str]) -> None:
        assert [token.text for token in inquit.tokenize(self.case["text"])] == expected

    def marked(self, expected: list[str]) -> None:
        outermost = [it for it in inquit.pair_marks(self.case["text"]) if it.depth == 0]
        assert [it.inner.text for it in outermost] == expected

    def authors(self, expected: list[list[str]]) -> None:
        found = [
            [it.name.text, text_of(it.role), text_of(it.outlet)] for it in self.found.authors
        ]
        assert found == expected

    def published(self, expected: str) -> None:
        assert (self.found.published or "") == expected

    def dates(self, expected: list[list[str]]) -> None:
        found = [[it.text, it.first.isoformat(), it.last.isoformat()] for it in self.found.dates]
        assert found == expected

    def warnings(self, expected: list[str]) -> None:
        assert [warning.code for warning in self.found.warnings] == expected

    def matches(self, expected: list[dict[str, Any]]) -> None:
        assert self.dictionary, "matches without a dictionary"
        found = inquit.Matcher(self.dictionary).find(self.case["text"])
        given = [{"text": it.text, "candidates": list(it.candidates)} for it in found]
        assert given == expected


@pytest.mark.parametrize("case", cases() + articles())
def test_case(case: dict[str, Any]) -> None:
    checker = Checker(case)
    expectations = case.keys() - CASE_KEYS
    assert expectations, "the case expects nothing"
    for key in sorted(expectations):
        check = getattr(checker, key, None)
        assert check is not None, f"unknown key `{key}`"
        check(case[key])


def test_there_are_cases() -> None:
    assert len(cases()) >= 150
    assert len(articles()) >= 5
