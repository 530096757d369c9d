"""The package as it is installed."""

import importlib.metadata
from pathlib import Path

import pytest

import inquit

PYTHON = Path(__file__).parents[1]
LICENCES = ["LICENSE-APACHE", "LICENSE-MIT"]


def test_version() -> None:
    assert importlib.metadata.version("inquit") == inquit.__version__


@pytest.mark.parametrize("name", LICENCES)
def test_licences_are_those_of_the_project(name: str) -> None:
    text = (PYTHON.parent / name).read_bytes()
    assert (PYTHON / name).read_bytes() == text
    files = importlib.metadata.files("inquit") or []
    installed = [file for file in files if file.name == name]
    assert [file.read_binary() for file in installed] == [text]


def test_it_is_typed() -> None:
    folder = Path(inquit.__file__).parent
    assert (folder / "py.typed").exists()
    assert (folder / "_native.pyi").exists()


def test_everything_public_is_listed() -> None:
    public = {name for name, value in vars(inquit).items() if not name.startswith("_")}
    modules = {"errors", "kinds"}
    assert public - modules == {name for name in inquit.__all__ if name != "__version__"}
    assert inquit.__all__ == sorted(inquit.__all__)
