"""The entities that the library brings along, and what a name of several of them means."""

import json
import pickle

import pytest

import inquit


def test_names_of_one_thing_lead_to_one_entity() -> None:
    atlas = inquit.Atlas()
    states = atlas.find("UK")
    assert states is not None
    assert (states.id, states.name, states.kind) == ("Q145", "United Kingdom", "place")
    assert states.external == {"wikidata": "Q145"}
    assert "Britain" in [alias.text for alias in states.aliases]
    assert atlas.find("the United Kingdom") == states
    assert atlas.find("British") is None
    assert atlas.find("") is None


def test_it_is_a_collection() -> None:
    atlas = inquit.Atlas()
    entities = list(atlas)
    assert len(entities) == len(atlas) == len({entity.id for entity in entities})
    assert all(entity in atlas and atlas[entity.id] == entity for entity in entities[:20])
    assert "Q145" in atlas
    assert "Q0" not in atlas
    assert atlas.get("Q0") is None
    with pytest.raises(KeyError, match="Q0"):
        atlas["Q0"]
    with pytest.raises(TypeError):
        inquit.Atlas("x")  # type: ignore[call-arg]


def test_all_are_one() -> None:
    assert pickle.loads(pickle.dumps(inquit.Atlas())) == inquit.Atlas()
    assert len({inquit.Atlas(), inquit.Atlas()}) == 1


def test_its_entities_make_a_dictionary() -> None:
    dictionary = inquit.Dictionary(inquit.Atlas())
    assert len(dictionary) == len(inquit.Atlas())
    found = inquit.Matcher(dictionary).find("The US and us")
    assert [match.text for match in found] == ["US"]


def test_mentions_of_an_ambiguous_name_have_candidates_with_scores() -> None:
    text = "He won Florida and Ohio. Georgia voted late."
    found = inquit.annotate(text)
    georgia = next(mention for mention in found.mentions if mention.text == "Georgia")
    assert georgia.entity.external == {"wikidata": "Q1428"}
    assert georgia.candidates == ("Q1428", "Q230")
    assert georgia.scores == (0.9, 0.1)
    assert sum(georgia.scores) == 1
    record = json.loads(found.to_json(with_text=True))
    mention = next(it for it in record["mentions"] if it["text"] == "Georgia")
    assert (mention["candidates"], mention["scores"]) == (["Q1428", "Q230"], [0.9, 0.1])
    mention["scores"] = [1]
    with pytest.raises(inquit.RecordError, match="2 candidates and 1 scores"):
        inquit.Annotations.from_json(json.dumps(record))
