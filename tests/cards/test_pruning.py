"""Nothing empty leaves the service; what is false or zero is a value."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cds_service.cards.pruning import pruned
from tests.cards.shape import empties

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
)


@pytest.mark.parametrize(
    ("given_value", "left"),
    [
        ({"a": None, "b": "", "c": [], "d": {}, "e": 1}, {"e": 1}),
        ({"a": {"b": {"c": None}}, "d": 1}, {"d": 1}),
        ({"a": [None, "", {"b": []}, 2]}, {"a": [2]}),
        ({"no": False, "none": 0}, {"no": False, "none": 0}),
        ({"pair": ("x", "")}, {"pair": ["x"]}),
    ],
)
def test_empty_members_are_left_out_at_any_depth(given_value: Any, left: Any) -> None:
    assert pruned(given_value) == left


@given(json_values)
def test_nothing_empty_is_left_inside(value: Any) -> None:
    left = pruned(value)
    inner = left.values() if isinstance(left, dict) else left if isinstance(left, list) else ()
    assert [path for one in inner for path in empties(one)] == []
