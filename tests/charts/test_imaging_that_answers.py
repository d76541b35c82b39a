"""Which imaging answers an emergency (D7): a lumbar study does not show the cord, and leaves a cord card as it is."""

from __future__ import annotations

from tests.patterns.asking import beside, highest


@beside(
    "urinary_retention; weakness both leg; hyperreflexia left knee_reflex",
    {
        "order mri_whole_spine resulted": "info",
        "order mri_cervical_spine resulted": "info",
        "order mri_lumbar_spine resulted": "critical",
        "order mri_brain_wo resulted": "critical",
    },
)
def test_of_an_acute_cord(record: str, result: str) -> None:
    assert highest(record) == result


@beside(
    "on record sle; spasticity both leg; sensory_level",
    {"order mri_whole_spine resulted": "info", "order mri_lumbar_spine resulted": "critical"},
)
def test_of_a_lupus_myelitis(record: str, result: str) -> None:
    assert highest(record) == result


@beside(
    "urinary_retention; back_pain",
    {
        "order mri_lumbar_spine resulted": "info",
        "order mri_whole_spine resulted": "info",
        "order mri_cervical_spine resulted": "critical",
        "order mri_lumbar_spine resulted day=1": "critical",
    },
)
def test_of_a_cauda_equina(record: str, result: str) -> None:
    assert highest(record) == result
