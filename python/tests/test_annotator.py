"""The settings of an annotator."""

import pickle
from pathlib import Path

import pytest

import inquit

TEXT = "Fishermen worry that the new wall will drive the herring away. “No,” said Mr Kent."

# That "dispute" reports, only the model sees; the fast mode looks there because of "warned".
DISPUTED = (
    "Few fishermen dispute that the new wall will drive the herring away, and the owner warned of "
    "worse to come. “No,” said Mr Kent."
)


def texts(annotator: inquit.Annotator, text: str = TEXT) -> list[str]:
    return [quote.text for quote in annotator.annotate(text)]


@pytest.mark.parametrize("mode", [inquit.Mode.FULL, "fast"])
def test_the_model_finds_what_the_rules_do_not(mode: inquit.Mode | str) -> None:
    disputed = "the new wall will drive the herring away"
    assert disputed not in texts(inquit.Annotator(mode="rules"), DISPUTED)
    assert disputed in texts(inquit.Annotator(mode=mode), DISPUTED)


def test_the_least_confidence_leaves_out_the_rest() -> None:
    annotator = inquit.Annotator(mode="full")
    degrees = sorted(quote.confidence for quote in annotator.annotate(TEXT))
    assert degrees[0] < degrees[1]
    surer = inquit.Annotator(mode="full", min_confidence=degrees[1])
    assert [quote.confidence for quote in surer.annotate(TEXT)] == degrees[1:]


def test_settings_are_kept() -> None:
    annotator = inquit.Annotator(mode="fast", min_confidence=0.25)
    assert (annotator.mode, annotator.min_confidence) == (inquit.Mode.FAST, 0.25)
    assert annotator.attribution_model is None
    assert annotator.names_model is None
    assert annotator == inquit.Annotator(mode=inquit.Mode.FAST, min_confidence=0.25)
    assert annotator != inquit.Annotator(mode="fast")
    again = pickle.loads(pickle.dumps(annotator))
    assert again == annotator
    assert texts(again) == texts(annotator)
    assert repr(annotator) == "Annotator(dictionary=None, mode=Mode.FAST, min_confidence=0.25)"


def test_what_is_no_model_is_an_error_that_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "kent.model"
    with pytest.raises(FileNotFoundError, match="kent.model"):
        inquit.Annotator(attribution_model=path)
    with pytest.raises(FileNotFoundError, match="kent.model"):
        inquit.Annotator(names_model=path)
    path.write_text("not a model")
    with pytest.raises(inquit.InquitError, match="kent.model"):
        inquit.Annotator(attribution_model=path)


def test_what_is_no_mode_is_an_error() -> None:
    with pytest.raises(inquit.InquitError, match="thorough"):
        inquit.Annotator(mode="thorough")
    with pytest.raises(inquit.InquitError, match="1.5"):
        inquit.Annotator(min_confidence=1.5)


def test_a_text_in_another_language_is_annotated_with_a_warning() -> None:
    text = "Der Minister sagte am Montag in der Stadt, dass die neue Brücke bald offen sei. " * 3
    codes = [warning.code for warning in inquit.annotate(text).warnings]
    assert codes == [inquit.WarningCode.NOT_ENGLISH]
