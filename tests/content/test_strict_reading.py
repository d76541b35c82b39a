"""What cannot be read: YAML that means something else than it looks like, and names that there are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.broken import told

PATTERN = "patterns/umn_only.yaml"
REFUSED = {
    "no YAML": (PATTERN, "tier: 2", "tier: [2", "this is no YAML"),
    "a key that stands twice": (PATTERN, "tier: 2", "tier: 2\ntier: 3", 'the key "tier" stands here twice'),
    "an alias": (PATTERN, "tier: 2", "tier: &two 2\ndifferential: *two", "aliases (& and *) are not allowed"),
    "a pattern without a member": (
        PATTERN,
        "wrong:",
        "wrongs:",
        'no member is called "wrongs" here. Did you mean "wrong"?',
    ),
    "an unknown sign": (
        "patterns/envenomation.yaml",
        "recent_bite_sting",
        "recent_bite_stung",
        'no sign, group or selection is called "recent_bite_stung". Did you mean "recent_bite_sting"?',
    ),
    "an unknown action": (
        PATTERN,
        "b12_copper",
        "b12_coper",
        'no action is called "b12_coper". Did you mean "b12_copper"?',
    ),
    "an unknown region": (
        PATTERN,
        "within: [thoracic",
        "within: [toracic",
        'no region is called "toracic". Did you mean "thoracic"?',
    ),
    "an unknown condition": (
        "terms/known_disease.yaml",
        "{on_record: end_of_life}",
        "{on_record: end_of_live}",
        'no condition is called "end_of_live". Did you mean "end_of_life"?',
    ),
    "an unknown result": (
        "terms/emergency.yaml",
        "field: k_mmol",
        "field: k_mol",
        'no result is called "k_mol". Did you mean "k_mmol"?',
    ),
    "an unknown class": (
        "terms/regions.yaml",
        "class: UMN",
        "class: UNM",
        'no class is called "UNM". Did you mean "UMN"?',
    ),
    "no number": ("precedence.yaml", "days: 28", "days: some", '"some" is not a number'),
    "a sign of no class": ("signs/nmj.yaml", "class: NMJ", "class: NJM", "class: Input should be"),
    "a term that is also a sign": (
        "terms/motor.yaml",
        "\nlimb_motor_sign:",
        "\nweakness:\n  {condition: always, references: [PC]}\nlimb_motor_sign:",
        '"weakness" is both a term and a sign: rename the term',
    ),
    "terms that use each other": (
        "terms/motor.yaml",
        "condition: {age: {at_least: 16",
        "condition: {any: [adult]}\n  references: [N5]\nother:\n  condition: {age: {at_least: 16",
        "terms may not use themselves",
    ),
    "a pattern that the order does not name": (
        "precedence.yaml",
        "    acute_toxidrome, envenomation, acute_hemi",
        "    envenomation, acute_hemi",
        'the order does not name the pattern "acute_toxidrome"',
    ),
    "an order with an unknown pattern": (
        "precedence.yaml",
        "fires: [lmn_multi_region]",
        "fires: [lmn_multi_regions]",
        'no pattern is called "lmn_multi_regions". Did you mean "lmn_multi_region"?',
    ),
}


@pytest.mark.parametrize(("name", "before", "after", "sentence"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, name: str, before: str, after: str, sentence: str) -> None:
    said = told(tmp_path, name, before, after)
    assert any(line.startswith(f"{name}: ") and sentence in line for line in said), said
