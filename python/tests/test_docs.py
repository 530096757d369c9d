"""Every example in a docstring or the README runs."""

import doctest
import types
from pathlib import Path
from typing import Any

import inquit
import inquit.errors
import inquit.kinds


def run(test: doctest.DocTest) -> int:
    runner = doctest.DocTestRunner(verbose=False)
    results = runner.run(test)
    assert results.failed == 0, f"{test.name}: see the output"
    return results.attempted


def test_docstrings() -> None:
    finder = doctest.DocTestFinder()
    modules = [inquit, inquit.errors, inquit.kinds]
    public: list[Any] = [getattr(inquit, name) for name in inquit.__all__]
    attempted = 0
    for thing in modules + public:
        name = getattr(thing, "__name__", "value")
        # Of a module only its own text: what it exports is in the list itself.
        recursive = not isinstance(thing, types.ModuleType)
        finder = doctest.DocTestFinder(recurse=recursive)
        # The module is not asked for: classes say `inquit`, but come from `inquit._native`.
        for test in finder.find(thing, name, module=False, globs={}):
            attempted += run(test)
    assert attempted > 60


def test_every_public_thing_is_explained() -> None:
    for name in inquit.__all__:
        thing = getattr(inquit, name)
        if isinstance(thing, str):
            continue
        assert thing.__doc__, name
        for attribute, value in vars(thing).items() if isinstance(thing, type) else ():
            if not attribute.startswith("_") and (callable(value) or hasattr(value, "__get__")):
                assert value.__doc__, f"{name}.{attribute}"


def test_readme() -> None:
    readme = Path(__file__).parents[1] / "README.md"
    # Python's own marks around the examples would end up in their output.
    text = readme.read_text("utf-8").replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, "README.md", str(readme), 0)
    assert run(test) >= 6
