"""Dictionaries as files: saved, opened, mapped, damaged."""

import pickle
from pathlib import Path

import pytest

import inquit

DICTIONARY = inquit.Dictionary(
    [
        inquit.Entity("Q1", "Žofín", aliases=["ZF"], external={"wikidata": "Q1"}, prior=3),
        inquit.Entity("Q2", "Port", kind="place"),
        inquit.Entity("Q3", "Port"),
    ]
)
TEXT = "ŽOFÍN, Zofin, Port."


def found(dictionary: inquit.Dictionary) -> list[tuple[str, tuple[str, ...]]]:
    return [(match.text, match.candidates) for match in inquit.Matcher(dictionary).find(TEXT)]


@pytest.mark.parametrize("mapped", [False, True])
def test_what_is_saved_is_opened(tmp_path: Path, mapped: bool) -> None:
    path = tmp_path / "watch.inquit"
    for given in (path, str(path)):
        DICTIONARY.save(given)
        opened = inquit.Dictionary.open(given, mapped=mapped)
        opened.verify()
        assert (opened, hash(opened), list(opened)) == (DICTIONARY, hash(DICTIONARY), list(DICTIONARY))
        assert found(opened) == [("ŽOFÍN", ("Q1",)), ("Port", ("Q2", "Q3"))]
    assert path.read_bytes() == DICTIONARY.to_bytes() == opened.to_bytes()
    assert inquit.Dictionary.from_bytes(path.read_bytes()) == DICTIONARY
    assert [it.name for it in tmp_path.iterdir()] == ["watch.inquit"]


def test_accents_are_folded_when_that_is_asked_for(tmp_path: Path) -> None:
    folding = inquit.Dictionary(list(DICTIONARY), fold_accents=True)
    assert folding != DICTIONARY
    for same in (folding, pickle.loads(pickle.dumps(folding)), inquit.Dictionary.from_bytes(folding.to_bytes())):
        assert [text for text, _ in found(same)] == ["ŽOFÍN", "Zofin", "Port"]
    path = tmp_path / "watch.csv"
    path.write_text("Žofín\n", encoding="utf-8")
    assert len(found(inquit.Dictionary.from_csv(path))) == 1
    assert len(found(inquit.Dictionary.from_csv(path, fold_accents=True))) == 2


def test_no_altered_byte_goes_unseen(tmp_path: Path) -> None:
    data = DICTIONARY.to_bytes()
    path = tmp_path / "watch.inquit"
    for at in range(0, len(data), 7):
        altered = bytearray(data)
        altered[at] ^= 0x10
        with pytest.raises(inquit.ArtefactError):
            inquit.Dictionary.from_bytes(bytes(altered))
        path.write_bytes(altered)
        try:
            mapped = inquit.Dictionary.open(path, mapped=True)
        except inquit.ArtefactError:
            continue
        found(mapped)
        with pytest.raises(inquit.ArtefactError, match="watch.inquit` is damaged"):
            mapped.verify()
    for length in range(0, len(data), 11):
        with pytest.raises(inquit.ArtefactError):
            inquit.Dictionary.from_bytes(data[:length])


@pytest.mark.parametrize("mapped", [False, True])
def test_other_files_are_refused(tmp_path: Path, mapped: bool) -> None:
    path = tmp_path / "watch.inquit"
    newer = bytearray(DICTIONARY.to_bytes())
    newer[12] += 1
    for content, message in (
        (b"name,kind\n", "is not an inquit dictionary"),
        (b"", "is not an inquit dictionary"),
        (newer, "format 2, and this version of inquit knows formats up to 1"),
    ):
        path.write_bytes(content)
        with pytest.raises(inquit.ArtefactError, match=message):
            inquit.Dictionary.open(path, mapped=mapped)
    with pytest.raises(FileNotFoundError, match="none.inquit"):
        inquit.Dictionary.open(tmp_path / "none.inquit", mapped=mapped)
    with pytest.raises(OSError, match="none/watch.inquit"):
        DICTIONARY.save(tmp_path / "none" / "watch.inquit")
    with pytest.raises(TypeError):
        inquit.Dictionary.from_bytes("text")  # type: ignore[arg-type]
