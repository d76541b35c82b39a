"""What counts as explicitly normal power: of the whole body, or of both sides (3.4, localization and not counted)."""

from __future__ import annotations

from tests.patterns.asking import beside, localization, shown


@beside(
    "hyporeflexia both knee_reflex",
    {
        "": "insufficient_data",
        "no weakness generalised": "",
        "no weakness both arm; no weakness both leg": "",
        "no weakness left arm; no weakness right arm; no weakness both leg": "",
        "no weakness both leg": "insufficient_data",
        "no weakness both arm; no weakness left leg": "insufficient_data",
        "no weakness both hand; no weakness both foot": "insufficient_data",
    },
)
def test_symmetric_reduced_reflexes_with_normal_power_are_no_sign_to_localize(record: str, result: str) -> None:
    assert shown(record) == result


@beside(
    "urinary_retention; weakness both leg; hyperreflexia left knee_reflex",
    {
        "": "spinal cord",
        "no weakness left arm": "spinal cord",
        "no weakness both arm": "spinal cord | thoracic cord",
        "no weakness left arm; no weakness right arm": "spinal cord | thoracic cord",
    },
)
def test_the_thoracic_cord_is_named_when_both_arms_are_normal(record: str, result: str) -> None:
    assert localization("acute_cord_syndrome", record) == result
