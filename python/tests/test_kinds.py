"""The enums of strings: the same in Python as in Rust."""

import copy
import json
import pickle
from enum import Enum

import pytest

import inquit
from inquit import _native, kinds

ENUMS = [getattr(kinds, name) for name in kinds.__all__]


def test_members_are_those_of_the_core() -> None:
    in_python = {cls.__name__: [member.value for member in cls] for cls in ENUMS}
    assert in_python == _native.kind_names()


def test_every_enum_is_exported() -> None:
    members = [getattr(inquit, name) for name in inquit.__all__]
    exported = [it for it in members if isinstance(it, type) and issubclass(it, Enum)]
    assert exported == ENUMS


@pytest.mark.parametrize("member", [member for cls in ENUMS for member in cls])
def test_a_member_is_its_string(member: inquit.EntityKind) -> None:
    cls = type(member)
    assert isinstance(member, str)
    assert member == member.value
    assert hash(member) == hash(member.value)
    assert str(member) == f"{member}" == member.value
    assert json.dumps(member) == json.dumps(member.value)
    assert cls(member.value) is member
    assert pickle.loads(pickle.dumps(member)) is member
    assert copy.deepcopy(member) is member
    assert eval(repr(member), vars(inquit)) is member


def test_names_and_members_are_both_taken() -> None:
    for kind in inquit.EntityKind:
        by_name = inquit.Entity("e1", "name", kind=kind.value)
        assert by_name == inquit.Entity("e1", "name", kind=kind)
        assert by_name.kind is kind
