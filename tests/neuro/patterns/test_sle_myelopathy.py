"""Cord signs in lupus (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import card, chapter

LUPUS = "on record sle recorded=900"

test_sle_myelopathy = chapter(
    "sle_myelopathy",
    fires={
        "firm signs of the legs": f"extensor_plantar left; {LUPUS}",
        "firm by two moderate signs": f"hyperreflexia left biceps_reflex; hoffmann_sign left; {LUPUS}",
        "one moderate sign with weakness": f"hyperreflexia left knee_reflex; weakness left arm; {LUPUS}",
        "one moderate sign with a sensory sign": f"hyperreflexia left knee_reflex; paraesthesia left foot; {LUPUS}",
        "one moderate sign with a sphincter sign": f"hyperreflexia left knee_reflex; bowel_dysfunction; {LUPUS}",
        "a sensory level": f"sensory_level grade=T8; {LUPUS}",
        "leg weakness with bladder": f"weakness left leg; bladder_dysfunction; {LUPUS}",
        "signs that began long ago": f"extensor_plantar left onset=400; {LUPUS}",
    },
    silent={
        "no lupus": "extensor_plantar left",
        "lupus only suspected": "extensor_plantar left; on record sle provisional",
        "one moderate sign": f"hyperreflexia left knee_reflex; {LUPUS}",
        "leg weakness": f"weakness left leg; {LUPUS}",
        "arm weakness with bladder": f"weakness left arm; bladder_dysfunction; {LUPUS}",
        "firm signs of the face": f"brisk_jaw_jerk; {LUPUS}",
        "explained by an old stroke": (
            f"extensor_plantar left; nonprogressive_course; on record stroke_sequelae left recorded=900; {LUPUS}"
        ),
    },
    unknown={"a strong sign without a place": f"spasticity left; {LUPUS}"},
)


def test_is_an_emergency_only_while_acute() -> None:
    assert card("sle_myelopathy", f"extensor_plantar left; {LUPUS}").indicator == "critical"
    assert card("sle_myelopathy", f"extensor_plantar left onset=400; {LUPUS}").indicator == "warning"
    assert card("sle_myelopathy", f"extensor_plantar left recorded=29; {LUPUS}").indicator == "warning"


def test_emergency_actions_go_with_the_emergency() -> None:
    acute = {asked.action for asked in card("sle_myelopathy", f"extensor_plantar left; {LUPUS}").asked}
    calm = {asked.action for asked in card("sle_myelopathy", f"extensor_plantar left onset=400; {LUPUS}").asked}
    assert acute - calm == {"emergency_now"}
