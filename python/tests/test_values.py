"""What every class promises: it prints, compares, hashes, copies and pickles as a value."""

import copy
import datetime
import inspect
import pickle
from collections.abc import Callable
from typing import Any

import pytest
from samples import samples

import inquit

CLASSES = sorted(samples())
#: Those whose ``repr`` is no call of the class: they hold too much to print.
ABRIDGED = {"Annotations", "Annotator", "Batch", "Dictionary", "Links", "Matcher", "Matches"}


def public_classes() -> list[type]:
    """Every class of the package but enums, exceptions and the linker, which changes."""
    members = (getattr(inquit, name) for name in inquit.__all__ if name != "Linker")
    return [it for it in members if inspect.isclass(it) and not issubclass(it, (str, ValueError))]


def test_every_class_has_a_sample() -> None:
    assert CLASSES == sorted(it.__name__ for it in public_classes())


@pytest.mark.parametrize("name", CLASSES)
def test_equal_values_are_equal_and_hash_alike(name: str) -> None:
    value, twin = samples()[name], samples()[name]
    assert value is not twin
    assert value == twin
    assert not value != twin
    assert hash(value) == hash(twin)
    assert value != name
    others = [other for other in samples().values() if type(other) is not type(value)]
    assert len(others) == len(CLASSES) - 1
    assert all(value != other for other in others)


@pytest.mark.parametrize("name", CLASSES)
@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_pickling(name: str, protocol: int) -> None:
    value = samples()[name]
    again = pickle.loads(pickle.dumps(value, protocol))
    assert type(again) is type(value)
    assert again == value
    assert repr(again) == repr(value)


@pytest.mark.parametrize("name", CLASSES)
@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy])
def test_copying(name: str, copied: Callable[[Any], Any]) -> None:
    value = samples()[name]
    assert copied(value) == value


@pytest.mark.parametrize("name", [name for name in CLASSES if name not in ABRIDGED])
def test_repr_is_the_call_that_makes_it(name: str) -> None:
    value = samples()[name]
    assert repr(value).startswith(f"{name}(")
    assert eval(repr(value), vars(inquit) | {"datetime": datetime}) == value


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Annotations", "<Annotations of 'a1': "),
        ("Annotator", "Annotator(dictionary=<Dictionary of 2 entities>)"),
        ("Batch", "<Batch of 1 annotations, 1 failures>"),
        ("Dictionary", "<Dictionary of 2 entities>"),
        ("Links", "<Links of 1 documents: 1 utterances, 1 stories, 1 duplicates>"),
        ("Matcher", "<Matcher for 2 entities>"),
        ("Matches", "<Matches in 3 texts: 2 matches>"),
    ],
)
def test_repr_of_what_holds_much(name: str, expected: str) -> None:
    assert repr(samples()[name]).startswith(expected)


@pytest.mark.parametrize("name", CLASSES)
def test_values_cannot_be_changed(name: str) -> None:
    value = samples()[name]
    with pytest.raises(AttributeError):
        value.anything = 1
    properties = [it for it in dir(type(value)) if inspect.isdatadescriptor(getattr(type(value), it))]
    public = [it for it in properties if not it.startswith("_")]
    assert public or name == "Dictionary"
    for attribute in public:
        with pytest.raises(AttributeError):
            setattr(value, attribute, getattr(value, attribute))


@pytest.mark.parametrize("name", CLASSES)
def test_classes_are_final(name: str) -> None:
    with pytest.raises(TypeError):
        type("Sub", (getattr(inquit, name),), {})


@pytest.mark.parametrize(
    "name", [name for name in CLASSES if hasattr(getattr(inquit, name), "__match_args__")]
)
def test_match_args_are_the_positional_arguments(name: str) -> None:
    cls = getattr(inquit, name)
    value = samples()[name]
    args, kwargs = value.__getnewargs_ex__()
    assert len(args) <= len(cls.__match_args__)
    values = [getattr(value, attribute) for attribute in cls.__match_args__]
    rest = {key: given for key, given in kwargs.items() if key not in cls.__match_args__}
    assert cls(*values, **rest) == value


def test_matching() -> None:
    match samples()["Quote"]:
        case inquit.Quote(kind=inquit.QuoteKind.MIXED, speaker=inquit.Entity("Q7", name)):
            assert name == "Ada Okoro"
        case _:
            pytest.fail("no match")


def test_every_difference_tells() -> None:
    span = inquit.Span(0, 1, "a", byte_start=0, byte_end=1)
    assert span != inquit.Span(0, 1, "b", byte_start=0, byte_end=1)
    assert span != inquit.Span(0, 1, "a", byte_start=0, byte_end=2)
    assert inquit.Document("a", "text") != inquit.Document("a", "text", outlet="")
    assert inquit.Entity("a", "b") != inquit.Entity("a", "b", aliases=["c"])
    assert inquit.Annotator() != samples()["Annotator"]
    found = inquit.annotate("“No,” said Mr Kent.")
    assert found != inquit.annotate("“No,” said Mr Kent!")


def test_empty_strings_stay() -> None:
    document = inquit.Document("", "", outlet="", title="")
    again = pickle.loads(pickle.dumps(document))
    assert (again.id, again.text, again.outlet, again.title, again.url) == ("", "", "", "", None)
    assert repr(document) == "Document('', '', outlet='', title='')"


def test_spans_sort_by_place() -> None:
    spans = [inquit.Span(at, 9, "x", byte_start=at, byte_end=9) for at in (5, 1, 3)]
    assert [span.start for span in sorted(spans)] == [1, 3, 5]


def test_long_texts_are_not_printed() -> None:
    document = inquit.Document("a1", "é" * 5000)
    assert repr(document) == "<Document 'a1': 5000 characters>"


def test_documents_beyond_the_default_limit_pickle() -> None:
    document = inquit.Document("a1", "x" * (17 << 20), max_document=1 << 30)
    assert pickle.loads(pickle.dumps(document)) == document
    found = inquit.annotate(document)
    assert pickle.loads(pickle.dumps(found)) == found


def test_aliases() -> None:
    entity = inquit.Entity("Q1", "Who", aliases=["WHO", ("who", "any"), inquit.Alias("Wh", "exact")])
    assert entity.aliases == (
        inquit.Alias("Who"),
        inquit.Alias("WHO"),
        inquit.Alias("who", inquit.CaseRule.ANY),
        inquit.Alias("Wh", inquit.CaseRule.EXACT),
    )
    assert repr(entity) == (
        "Entity('Q1', 'Who', aliases=('WHO', ('who', CaseRule.ANY), ('Wh', CaseRule.EXACT)))"
    )
    ruled = inquit.Entity("Q1", "Who", aliases=[("Who", "exact")])
    assert [alias.case_rule for alias in ruled.aliases] == [inquit.CaseRule.EXACT]
    assert pickle.loads(pickle.dumps(ruled)) == ruled


def test_external_is_a_copy() -> None:
    entity = inquit.Entity("Q1", "Who", external={"wikidata": "Q1"})
    entity.external["wikidata"] = "changed"
    assert entity.external == {"wikidata": "Q1"}


def test_subclasses_of_str_are_strings() -> None:
    class Text(str):
        def __str__(self) -> str:
            raise RuntimeError("not to be called")

        def __len__(self) -> int:
            return 0

    assert inquit.Document(Text("a1"), Text("text")) == inquit.Document("a1", "text")
    assert inquit.annotate(Text("“No,” said Mr Kent."))[0].text == "No,"
