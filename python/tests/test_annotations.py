"""Annotations: offsets, sequence, tables and JSON."""

import json
from typing import Any

import pytest
from samples import RICH_TEXT, rich

import inquit


def spanned(found: inquit.Annotations) -> list[Any]:
    """Everything in annotations that has offsets."""
    things: list[Any] = [*found.blocks, *found.sentences, *found.mentions]
    for quote in found.quotes:
        things += [*quote.content, *quote.marked, *quote.addressees, *quote.relays]
        things += [span for span in (quote.cue, quote.source, quote.medium) if span is not None]
    return things + [warning.span for warning in found.warnings if warning.span is not None]


def test_offsets_slice_the_text(found: inquit.Annotations) -> None:
    text = found.document.text
    data = text.encode()
    things = spanned(found)
    assert len(things) > 12
    for thing in things:
        assert text[thing.start : thing.end] == thing.text
        assert data[thing.byte_start : thing.byte_end].decode() == thing.text
        assert thing.text


def test_offsets_of_a_quote_are_those_of_its_content(found: inquit.Annotations) -> None:
    for quote in found:
        assert (quote.start, quote.byte_start) == (quote.content[0].start, quote.content[0].byte_start)
        assert (quote.end, quote.byte_end) == (quote.content[-1].end, quote.content[-1].byte_end)
        assert quote.text == " ".join(span.text for span in quote.content)


def test_quotes_of_the_annotator() -> None:
    found = inquit.annotate("🙂 “We can do this,” said Ms Okoro. “Zoë can, too 🙂,” she added.")
    assert [quote.text for quote in found] == ["We can do this,", "Zoë can, too 🙂,"]
    assert [quote.kind for quote in found] == [inquit.QuoteKind.DIRECT] * 2
    assert [quote.id for quote in found] == ["text#q1", "text#q2"]


def test_every_attribute_of_a_quote() -> None:
    found = rich()
    first, second = found
    okoro = found.entity("Q7")
    assert okoro is not None
    assert okoro.prior == 3
    assert [alias.text for alias in okoro.aliases] == ["Ada Okoro", "Okoro"]
    assert (first.id, first.kind, first.cue_class) == ("a1#q1", "mixed", inquit.CueClass.SPEECH)
    start = RICH_TEXT.index("told")
    byte_start = len(RICH_TEXT[:start].encode())
    assert first.cue == inquit.Span(
        start, start + 4, "told", byte_start=byte_start, byte_end=byte_start + 4
    )
    assert first.source == found.mentions[0].span
    assert first.medium is not None
    assert first.medium.text == "in a note"
    assert (first.speaker, first.speakers) == (okoro, (okoro,))
    assert [(it.text, it.entity and it.entity.id) for it in first.addressees] == [("the Gull", "Q8")]
    assert [(it.text, it.entity) for it in first.relays] == [("Reuters", None)]
    assert [entity.id for entity in first.about] == ["Q7", "Q8"]
    assert (first.negated, first.modal, first.block, first.origin) == (True, True, 1, "rule")
    assert (first.confidence, first.parent, second.parent) == (0.931, None, "a1#q1")
    assert (second.source, second.speaker, second.speakers) == (None, None, ())
    assert (second.source_kind, second.cue_class) == ("none", "attitude")


def test_every_attribute_of_a_mention_and_a_warning() -> None:
    found = rich()
    mention = found.mentions[0]
    assert (mention.text, mention.entity, mention.candidates) == (
        "Ada Okoro",
        found.entity("Q7"),
        ("Q7", "Q9"),
    )
    assert mention.scores == (0.75, 0.25)
    assert (mention.form, mention.origin, mention.confidence) == ("name", "model", 0.5)
    placed, unplaced = found.warnings
    assert (placed.code, placed.message) == (inquit.WarningCode.UNCLOSED_MARK, "not closed")
    assert placed.span is not None
    assert (placed.start, placed.end) == (placed.span.start, placed.span.end)
    assert (unplaced.span, unplaced.start, unplaced.byte_end) == (None, None, None)


def test_it_is_a_sequence_of_its_quotes(found: inquit.Annotations) -> None:
    assert len(found) == 2
    assert list(found) == list(found.quotes)
    assert found[0] is found.quotes[0]
    assert found[-1] is found.quotes[1]
    assert found[1] in found
    assert list(reversed(found)) == [found[1], found[0]]
    for index in (2, -3, 10**30):
        with pytest.raises(IndexError):
            found[index]
    with pytest.raises(TypeError):
        found["a1#q1"]  # type: ignore[index]


def test_layers_are_made_once(found: inquit.Annotations) -> None:
    for layer in ("blocks", "sentences", "entities", "mentions", "quotes", "warnings"):
        assert isinstance(getattr(found, layer), tuple)
        assert getattr(found, layer) is getattr(found, layer)


def test_entities_are_those_of_mentions() -> None:
    found = rich()
    assert len(found.entities) == 2
    assert {mention.entity for mention in found.mentions} == set(found.entities)
    for entity in found.entities:
        assert found.entity(entity.id) == entity
    assert found.entity("nobody") is None


def test_inner_sentences() -> None:
    found = inquit.annotate("“It rained 🙂. We stayed,” said Mr Kent. “We liked it,” he added.")
    inner = [[span.text for span in found.inner_sentences(quote)] for quote in found]
    assert inner == [["It rained 🙂.", "We stayed,"], ["We liked it,"]]
    other = inquit.annotate("“No,” said Mr Kent.")
    assert other[0].id == found[0].id
    with pytest.raises(inquit.InquitError, match="text#q1"):
        found.inner_sentences(other[0])


def test_rows_are_flat(found: inquit.Annotations) -> None:
    rows = found.rows()
    assert len(rows) == 2
    for row, quote in zip(rows, found, strict=True):
        assert all(value is None or type(value) in (str, int, bool) for value in row.values())
        assert (row["document"], row["outlet"], row["quote"]) == ("a1", "The Gull", quote.id)
        assert (row["start"], row["end"], row["text"]) == (quote.start, quote.end, quote.text)
        assert row["confidence_permille"] == round(quote.confidence * 1000)
    assert rows[0].keys() == rows[1].keys()


def test_record(found: inquit.Annotations) -> None:
    record = found.to_dict()
    assert record == json.loads(found.to_json())
    assert (record["schema"], record["inquit"], record["id"]) == (1, inquit.__version__, "a1")
    assert "text" not in record
    assert found.to_dict(with_text=True)["text"] == found.document.text
    quote = record["quotes"][0]
    assert quote["content"] == [[span.start, span.end] for span in found[0].content]
    assert quote["class"] == found[0].cue_class == "speech"


@pytest.mark.parametrize("offsets", list(inquit.OffsetUnit))
def test_record_and_back(found: inquit.Annotations, offsets: inquit.OffsetUnit) -> None:
    line = found.to_json(offsets=offsets, with_text=True)
    again = inquit.Annotations.from_json(line, offsets=offsets, entities=found.entities)
    assert again == found
    assert again.to_json(with_text=True) == found.to_json(with_text=True)


def test_units_of_offsets(found: inquit.Annotations) -> None:
    text = found.document.text
    by_unit = {unit: found.to_dict(offsets=unit)["quotes"] for unit in ("codepoint", "byte", "utf16")}
    for at, quote in enumerate(found):
        for unit, encoding in (("byte", "utf-8"), ("utf16", "utf-16-le")):
            width = 2 if unit == "utf16" else 1
            start, end = by_unit[unit][at]["content"][0]
            cut = text.encode(encoding)[start * width : end * width]
            assert cut.decode(encoding) == quote.content[0].text
    assert by_unit["codepoint"] != by_unit["utf16"] != by_unit["byte"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": 2}, "schema"),
        ({"text": None}, "text"),
        ({"sentences": [[0, 10**6]]}, "0..1000000"),
        ({"sentences": [[5, 2]]}, "5..2"),
        ({"sentences": [[-1, 2]]}, "invalid value"),
        ({"blocks": []}, "block"),
        ({"blocks": [{"kind": "poem", "start": 0, "end": 1}]}, "poem"),
        ({"entities": []}, "entity `Q7`"),
        ({"entities": [{"id": "Q7", "name": "a", "external": {}}] * 2}, "twice"),
        ({"mentions": [{"start": 0}]}, "missing field"),
        ({"quotes": 5}, "invalid type"),
    ],
)
def test_records_that_are_wrong(change: dict[str, Any], message: str) -> None:
    line = json.dumps(rich().to_dict(with_text=True) | change)
    with pytest.raises(inquit.RecordError, match=message):
        inquit.Annotations.from_json(line)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"parent": "a1#q9"}, "a1#q9"),
        ({"content": []}, "no content"),
        ({"block": 7}, "no block"),
        ({"confidence": 1.5}, "1.5"),
        ({"cue": [0, 900]}, "0..900"),
        ({"class": "song"}, "song"),
        ({"speakers": [{"name": "nobody"}]}, "missing field"),
    ],
)
def test_quotes_of_a_record_that_are_wrong(change: dict[str, Any], message: str) -> None:
    record = rich().to_dict(with_text=True)
    record["quotes"][0] |= change
    with pytest.raises(inquit.RecordError, match=message):
        inquit.Annotations.from_json(json.dumps(record))


@pytest.mark.parametrize("line", ["", "{", "[]", "null", '{"schema":1}', "[" * 100_000])
def test_lines_that_are_no_record(line: str) -> None:
    with pytest.raises(inquit.RecordError):
        inquit.Annotations.from_json(line)


def test_offsets_inside_a_character_are_refused() -> None:
    for unit, inside in (("byte", [0, 2]), ("utf16", [0, 6])):
        record = rich().to_dict(with_text=True, offsets=unit)
        line = json.dumps(record | {"sentences": [inside]})
        with pytest.raises(inquit.RecordError, match=f"0..{inside[1]}"):
            inquit.Annotations.from_json(line, offsets=unit)


def test_dictionary_as_a_collection() -> None:
    kent, lane = inquit.Entity("e1", "Clark Kent"), inquit.Entity("e2", "Lois Lane")
    dictionary = inquit.Dictionary(iter([kent, lane]))
    assert (len(dictionary), list(dictionary)) == (2, [kent, lane])
    assert dictionary["e2"] == lane
    assert dictionary.get("e3") is None
    assert "e1" in dictionary
    assert kent in dictionary
    assert inquit.Entity("e1", "Somebody else") not in dictionary
    with pytest.raises(KeyError, match="e3"):
        dictionary["e3"]


def test_matches_slice_the_text() -> None:
    text = "Zoë 🙂 met Clark Kent and CLARK KENT."
    matcher = inquit.Matcher(inquit.Dictionary([inquit.Entity("e1", "Clark Kent")]))
    matches = matcher.find(text)
    assert [match.text for match in matches] == ["Clark Kent", "CLARK KENT"]
    for match in matches:
        assert text[match.start : match.end] == match.text
        assert text.encode()[match.byte_start : match.byte_end].decode() == match.text
        assert match.candidates == ("e1",)
    assert matcher.find(inquit.Document("a1", text)) == matches


def test_tokens_slice_the_text() -> None:
    text = "Zoë’s 🙂 “naïve” plan"
    things: list[Any] = [*inquit.tokenize(text), *inquit.pair_marks(text)]
    for thing in things:
        assert text[thing.start : thing.end] == thing.text
        assert text.encode()[thing.byte_start : thing.byte_end].decode() == thing.text
    assert [token.text for token in inquit.tokenize(text)][:2] == ["Zoë", "’s"]
    (marked,) = inquit.pair_marks(text)
    assert (marked.text, marked.inner.text, marked.closed) == ("“naïve”", "naïve", True)
