"""Dictionaries from the files that people have."""

import bz2
import gzip
import json
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import inquit

OKORO = inquit.Entity("Q7", "Ada Okoro", kind="person", aliases=["Okoro"], external={"wikidata": "Q7"})

CSV = "name,kind,aliases,wikidata\nAda Okoro,person,Okoro,Q7\n"
JSONL = json.dumps(
    {"id": "Q7", "name": "Ada Okoro", "kind": "person", "aliases": ["Okoro"], "external": {"wikidata": "Q7"}}
)
WIKIDATA = "[\n%s,\n]\n" % json.dumps(
    {
        "type": "item",
        "id": "Q7",
        "labels": {"en": {"language": "en", "value": "Ada Okoro"}},
        "aliases": {"en": [{"language": "en", "value": "Okoro"}]},
        "claims": {"P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}, "rank": "normal"}]},
        "sitelinks": {},
    }
)
SKOS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://a.example/7> skos:prefLabel "Ada Okoro"@en, "Ada d’Okoro"@fr ; skos:altLabel "Okoro" .
"""

READERS: list[tuple[str, str, Callable[..., inquit.Dictionary]]] = [
    ("watch.csv", CSV, inquit.Dictionary.from_csv),
    ("watch.tsv", CSV.replace(",", "\t"), inquit.Dictionary.from_csv),
    ("watch.jsonl", JSONL, inquit.Dictionary.from_jsonl),
    ("dump.json", WIKIDATA, inquit.Dictionary.from_wikidata),
]


@pytest.mark.parametrize(("name", "text", "reader"), READERS)
@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
def test_each_format_plain_and_compressed(
    tmp_path: Path,
    name: str,
    text: str,
    reader: Callable[..., inquit.Dictionary],
    pack: Callable[[bytes], bytes],
) -> None:
    path = tmp_path / name
    path.write_bytes(pack(text.encode()))
    for given in (path, str(path)):
        dictionary = reader(given)
        assert list(dictionary) == [OKORO]
        assert pickle.loads(pickle.dumps(dictionary)) == dictionary
    assert [match.text for match in inquit.Matcher(dictionary).find("OKORO’s hat")] == ["OKORO"]


def test_skos_in_both_its_forms(tmp_path: Path) -> None:
    turtle = tmp_path / "ports.ttl"
    turtle.write_text(SKOS, encoding="utf-8")
    (entity,) = inquit.Dictionary.from_skos(turtle)
    assert entity == inquit.Entity("http://a.example/7", "Ada Okoro", aliases=["Okoro"])
    (entity,) = inquit.Dictionary.from_skos(turtle, languages=["fr", "en"])
    assert [alias.text for alias in entity.aliases] == ["Ada d’Okoro", "Ada Okoro", "Okoro"]
    other = tmp_path / "ports.json"
    label = "http://www.w3.org/2004/02/skos/core#prefLabel"
    other.write_text(json.dumps([{"@id": "http://a.example/7", label: "Ada Okoro"}]))
    assert [entity.name for entity in inquit.Dictionary.from_skos(other)] == ["Ada Okoro"]


def test_what_is_wanted_of_wikidata(tmp_path: Path) -> None:
    path = tmp_path / "dump.json"
    path.write_text(WIKIDATA)
    with pytest.raises(inquit.DictionaryError, match="dump.json: holds no entities; "):
        inquit.Dictionary.from_wikidata(path, min_sitelinks=1)
    with pytest.raises(inquit.DictionaryError, match="dump.json: holds no entities; "):
        inquit.Dictionary.from_wikidata(path, languages=("de",))
    with pytest.raises(TypeError, match="put it in a list"):
        inquit.Dictionary.from_wikidata(path, languages="en")


def test_bad_rows_are_raised_skipped_or_handed_over(tmp_path: Path) -> None:
    path = tmp_path / "watch.csv"
    path.write_text(CSV + "Port,harbour\nAda Okoro,person,,Q7\nGull\n")
    with pytest.raises(inquit.DictionaryError, match=r"watch.csv:3: unknown entity kind `harbour`"):
        inquit.Dictionary.from_csv(path)
    names = ["Ada Okoro", "Gull"]
    assert [entity.name for entity in inquit.Dictionary.from_csv(path, on_error="skip")] == names
    failures: list[inquit.InquitError] = []
    dictionary = inquit.Dictionary.from_csv(path, on_error=failures.append)
    assert [entity.name for entity in dictionary] == names
    assert [str(it).partition("watch.csv:")[2][:20] for it in failures] == [
        "3: unknown entity ki",
        "4: entity `Q7` is gi",
    ]

    def refuse(error: inquit.InquitError) -> None:
        raise LookupError(error)

    with pytest.raises(LookupError):
        inquit.Dictionary.from_csv(path, on_error=refuse)
    with pytest.raises(TypeError, match='neither "raise", "skip" nor a callable'):
        inquit.Dictionary.from_csv(path, on_error=5)  # type: ignore[arg-type]
    with pytest.raises(inquit.InquitError, match="unknown on_error `warn`; expected one of raise, skip"):
        inquit.Dictionary.from_csv(path, on_error="warn")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no entities; check its format"),
        (b"name\nBj\xf6rn\n", ":2: invalid UTF-8 at byte 7; save the text as UTF-8"),
        (b'name\n"Port\n', ":2: a quotation mark is not closed"),
        (b"name,name\n", ":1: the column `name` is named twice"),
        (b"a,person,b,c\n", ":1: the row has 4 fields, but there are 3 columns"),
    ],
)
def test_bad_files_are_named(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "watch.csv"
    path.write_bytes(content)
    with pytest.raises(inquit.DictionaryError) as raised:
        inquit.Dictionary.from_csv(path)
    assert str(raised.value).startswith(str(path))
    assert message in str(raised.value)


def test_what_the_system_refuses_is_an_error_of_the_system(tmp_path: Path) -> None:
    for reader in (inquit.Dictionary.from_csv, inquit.Dictionary.from_skos):
        with pytest.raises(FileNotFoundError, match="none.csv` does not exist"):
            reader(tmp_path / "none.csv")
        with pytest.raises(IsADirectoryError, match="cannot be read"):
            reader(tmp_path)
    path = tmp_path / "cut.csv.gz"
    path.write_bytes(gzip.compress(CSV.encode() * 99)[:-9])
    with pytest.raises(OSError, match="cut.csv.gz: cannot be read"):
        inquit.Dictionary.from_csv(path, on_error="skip")
