"""One value of every class, twice over: made anew at each call, so that equality means something."""

import datetime
import json
from typing import Any

import inquit

RICH_TEXT = (
    "Fünf 🙂 Häfen\n\n“We won’t sail,” Ada Okoro may not have told the Gull, Reuters reported "
    "in a note, “says Zoë, 🙂 ‘ever’.” Ms Okoro"
)


def rich() -> inquit.Annotations:
    """Annotations in which every layer and every attribute holds something."""

    def at(words: str, nth: int = 0) -> list[int]:
        start = -1
        for _ in range(nth + 1):
            start = RICH_TEXT.index(words, start + 1)
        return [start, start + len(words)]

    def place(words: str, nth: int = 0) -> dict[str, Any]:
        start, end = at(words, nth)
        return {"start": start, "end": end}

    okoro, gull = {"id": "Q7", "name": "Ada Okoro"}, {"id": "Q8", "name": "The Gull"}
    quote: dict[str, Any] = {
        "id": "a1#q1",
        "parent": None,
        "kind": "mixed",
        "text": "",
        "content": [at("We won’t sail,"), at("says Zoë, 🙂 ‘ever’.")],
        "marked": [at("We won’t sail,"), at("says Zoë, 🙂 ‘ever’.")],
        "cue": at("told"),
        "source": at("Ada Okoro"),
        "source_kind": "named",
        "speakers": [okoro],
        "addressees": [gull | place("the Gull")],
        "relays": [{"id": None, "name": "Reuters"} | place("Reuters")],
        "medium": at("in a note"),
        "about": ["Q7", "Q8"],
        "class": "speech",
        "negated": True,
        "modal": True,
        "block": 1,
        "origin": "rule",
        "confidence": 0.931,
    }
    inner = quote | {
        "id": "a1#q2",
        "parent": "a1#q1",
        "kind": "direct",
        "content": [at("ever")],
        "marked": [at("ever")],
        "cue": at("says"),
        "source": None,
        "source_kind": "none",
        "speakers": [],
        "class": "attitude",
        "negated": False,
        "modal": False,
    }
    mention = {"text": "", "form": "name", "origin": "model", "confidence": 0.5}
    record = {
        "schema": 1,
        "inquit": inquit.__version__,
        "id": "a1",
        "outlet": "The Gull",
        "url": "https://gull.example/1",
        "title": "Five",
        "language": "en",
        "published": "2026-11-02",
        "text": RICH_TEXT,
        "blocks": [
            {"kind": "headline"} | place("Fünf 🙂 Häfen"),
            {"kind": "paragraph", "start": 15, "end": len(RICH_TEXT)},
        ],
        "sentences": [at("Fünf 🙂 Häfen"), [15, len(RICH_TEXT)]],
        "entities": [
            okoro | {"kind": "person", "external": {"wikidata": "Q7"}},
            gull | {"kind": None, "external": {}},
        ],
        "mentions": [
            mention
            | place("Ada Okoro")
            | {"entity": "Q7", "candidates": ["Q7", "Q9"], "scores": [0.75, 0.25]},
            mention | place("the Gull") | {"entity": "Q8", "candidates": [], "scores": []},
        ],
        "quotes": [quote, inner],
        "warnings": [
            {"code": "unclosed-mark", "message": "not closed"} | place("🙂", 1),
            {"code": "no-text", "message": "no words", "start": None, "end": None},
        ],
    }
    entity = inquit.Entity("Q7", "Ada Okoro", kind="person", aliases=["Okoro"], prior=3)
    return inquit.Annotations.from_json(json.dumps(record), entities=[entity])


def samples() -> dict[str, Any]:
    """A value of each class of values, by the name of the class."""
    span = inquit.Span(2, 7, "Okoro", byte_start=5, byte_end=10)
    entity = inquit.Entity(
        "Q7",
        "Ada Okoro",
        kind="person",
        aliases=["Okoro", inquit.Alias("ADA", "acronym")],
        external={"wikidata": "Q7", "viaf": "12"},
        prior=3,
    )
    participant = inquit.Participant(span, entity)
    dictionary = inquit.Dictionary([entity, inquit.Entity("Q8", "Größe GmbH")])
    annotator = inquit.Annotator(dictionary=dictionary)
    document = inquit.Document(
        "a1",
        "“Ünd nun 🙂?” said Ms Okoro. She 'left'.",
        outlet="The Gull",
        url="https://gull.example/1",
        title="“Quoted”",
        published="2026-11-02",
        language="en",
    )
    failure = inquit.InquitError("bad", document="a2", index=1, offset=5)
    alteration = inquit.Alteration("substitute", (2, 3), (2, 4), "niemals", "nicht 🙂", in_marks=True)
    member = inquit.Member(
        "a1",
        "a1#q1",
        "Ünd nun 🙂?",
        relation="direct",
        spans=[(1, 11)],
        byte_spans=[(3, 17)],
        outlet="The Gull",
        published="2026-11-02",
        about=["Q7"],
    )
    variant = inquit.Variant(
        member, confidence=0.93, fidelity="unmarked", alterations=[alteration]
    )
    utterance = inquit.Utterance(
        "u1", member, story="s1", speaker="Q7", speaker_name="Ada Okoro", variants=[variant]
    )
    linked = inquit.LinkedDocument(
        "a1", outlet="The Gull", title="“Quoted”", url="https://gull.example/1", published="2026-11-02"
    )
    shared = inquit.SharedEntity("Q7", "Ada Okoro", kind="person", members=[("a1", "a1#e1")])
    story = inquit.Story("s1", ["a1", "a2"])
    duplicate = inquit.Duplicate(["a1", "a2"], "a2", containment=0.97, agency="Reuters")
    placed = inquit.Placed("a1#q1", "u1", byte_spans=[(3, 17)], is_new=True)
    return {
        "Added": inquit.Added(
            "s1",
            placed=[placed],
            merged_utterances=[("u1", "u2")],
            merged_stories=[("s1", "s3")],
            duplicates=["a0"],
        ),
        "Alias": inquit.Alias("WHO", inquit.CaseRule.ACRONYM),
        "Alteration": alteration,
        "Annotations": rich(),
        "Annotator": annotator,
        "Atlas": inquit.Atlas(),
        "Author": inquit.Author(span, role=span, outlet=span),
        "Batch": inquit.Batch([rich()], [failure]),
        "Block": inquit.Block("headline", span),
        "Comparison": inquit.Comparison("We will never sell.", "“will” not sell", mixed=True),
        "DateMention": inquit.DateMention(
            span, datetime.date(2024, 3, 1), datetime.date(2024, 3, 31)
        ),
        "Dictionary": dictionary,
        "Document": document,
        "Duplicate": duplicate,
        "Entity": entity,
        "Event": inquit.Event(
            "u1",
            "a1",
            "Ünd nun?",
            fidelity="verbatim",
            published="2026-11-02",
            outlet="The Gull",
            speaker="Q7",
            about=["Q8"],
        ),
        "Excerpt": inquit.Excerpt(
            "u1", "a2", printed=3, words=5, fidelity="marked", outlet="The Gull", left_out=["und so"]
        ),
        "LinkedDocument": linked,
        "Links": inquit.Links(
            documents=[linked],
            entities=[shared],
            utterances=[utterance],
            stories=[story],
            duplicates=[duplicate],
        ),
        "Marked": inquit.Marked(span, span, depth=1, closed=False, continued=True),
        "Match": inquit.Match(span, ["Q7", "Q8"]),
        "Matcher": inquit.Matcher(dictionary),
        "Matches": inquit.Matches(inquit.Matcher(dictionary), ["Ada Okoro", None, document], [failure]),
        "Member": member,
        "Mention": inquit.Mention(
            span,
            entity,
            form="name",
            origin="dictionary",
            confidence=0.25,
            candidates=["Q7", "Q8"],
            scores=[0.75, 0.25],
        ),
        "OutletRow": inquit.OutletRow(
            "The Gull", reports=9, alone=1, verbatim=4, marked=3, unmarked=2, paraphrase=1
        ),
        "Participant": participant,
        "Placed": placed,
        "Quote": inquit.Quote(
            "a1#q1",
            "mixed",
            "Okoro Okoro",
            [span, span],
            marked=[span],
            cue=span,
            source=span,
            source_kind="named",
            speakers=[entity],
            addressees=[participant],
            relays=[inquit.Participant(span)],
            medium=span,
            about=[entity],
            cue_class="speech",
            negated=True,
            modal=True,
            parent="a1#q0",
            block=2,
            origin="rule",
            confidence=0.93,
        ),
        "SharedEntity": shared,
        "Span": span,
        "Story": story,
        "TextWarning": inquit.TextWarning("unclosed-mark", "a mark is not closed", span),
        "Token": inquit.Token(span, "word"),
        "Utterance": utterance,
        "Variant": variant,
        "Verified": inquit.Verified(
            "Ünd nun?",
            "altered",
            utterance="u1",
            speaker="Q7",
            speaker_name="Ada Okoro",
            sources=[member],
            alterations=[alteration],
        ),
    }
