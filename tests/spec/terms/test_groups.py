"""Groups of signs and of conditions: a name stands for its members, groups in groups too."""

from __future__ import annotations

from tests.spec.tiny import parser, refusal, yaml_of


def test_a_group_of_signs() -> None:
    assert parser().sign_keys(yaml_of("[motor_sign, clonus]")) == {"weakness", "areflexia", "clonus"}


def test_a_group_of_conditions() -> None:
    assert parser().condition_keys(yaml_of("[any_stroke, cancer]")) == {"old_stroke", "new_stroke", "cancer"}


def test_a_group_of_signs_is_no_group_of_conditions() -> None:
    assert refusal(parser().condition_keys, "motor_sign") == '1: no condition is called "motor_sign".'
