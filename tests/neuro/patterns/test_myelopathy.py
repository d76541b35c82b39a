"""Spinal cord pattern, not acute (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

FEATURES = [
    "atrophy left hand",
    "inverted_supinator_reflex left brachioradialis_reflex",
    "lhermitte_sign",
    "neck_pain",
    "suspended_dissociated_sensory_loss",
    "vibration_proprioception_loss both foot",
    "sensory_loss left hand",
    "paraesthesia left forearm",
    "sensory_loss abdomen",
    "sensory_loss both leg",
    "bladder_dysfunction onset=100",
    "urinary_urgency",
    "bowel_dysfunction onset=100",
    "urinary_retention onset=100",
]

test_myelopathy = chapter(
    "myelopathy",
    fires={
        f"upper motor neuron legs with {feature}": f"extensor_plantar left onset=100; {feature}" for feature in FEATURES
    }
    | {
        "an inverted supinator jerk with another sign": (
            "inverted_supinator_reflex left brachioradialis_reflex; hyperreflexia left triceps_reflex"
        ),
        "a sensory level that is not acute": "sensory_level grade=T8 onset=100",
        "a child": "extensor_plantar left; neck_pain; age 10",
    },
    silent={
        "no cord feature": "extensor_plantar left",
        "one foot numb is no cord feature": "extensor_plantar left; sensory_loss left foot",
        "upper motor neuron arms only": "hyperreflexia left biceps_reflex; neck_pain",
        "an inverted supinator jerk alone": "inverted_supinator_reflex left brachioradialis_reflex; neck_pain",
        "upper motor neuron face": "extensor_plantar left; neck_pain; brisk_jaw_jerk",
        "lower motor neuron tongue": "extensor_plantar left; neck_pain; tongue_atrophy",
        "the acute cord syndrome fires": "extensor_plantar left; weakness both leg; urinary_retention",
        "lupus: its pattern speaks": "extensor_plantar left onset=100; neck_pain; on record sle",
        "explained by an old cord injury": (
            "extensor_plantar left; neck_pain; nonprogressive_course; on record spinal_cord_injury recorded=900"
        ),
    },
    unknown={"an upper motor neuron sign without a place": "spasticity; neck_pain"},
)


def test_names_the_level() -> None:
    def level(record: str) -> str:
        return card("myelopathy", record).localization[0].text

    assert level("extensor_plantar left; neck_pain") == "cervical cord"
    assert level("sensory_level grade=T8 onset=100") == "thoracic cord"
    assert (
        level("extensor_plantar left; vibration_proprioception_loss both foot; no weakness both arm") == "thoracic cord"
    )
    assert level("extensor_plantar left; vibration_proprioception_loss both foot") == "spinal cord, level undetermined"


def test_asks_for_the_spine_of_the_level() -> None:
    def spine(record: str) -> set[str]:
        return {asked.action for asked in card("myelopathy", record).asked if asked.action.startswith("mri")}

    assert spine("extensor_plantar left; neck_pain") == {"mri_cervical_spine"}
    assert spine("extensor_plantar left onset=100; lhermitte_sign; on record cancer recorded=900") == {
        "mri_whole_spine"
    }
    assert spine("sensory_level grade=T8 onset=100") == {"mri_whole_spine"}
