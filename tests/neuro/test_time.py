"""Chapter 4. Time: course, newness, acuteness, tempo (knowledge base 3.2, N4)."""

from __future__ import annotations

import pytest

from tests.neuro.told import rule
from tests.spec.tiny import table


@table(
    {
        "progressive_course": "yes",
        "progressive_course; nonprogressive_course": "yes",
        "nonprogressive_course": "no",
        "fluctuating_course; atrophy": "unknown",
        "atrophy": "unknown",
        "weakness left hand; no weakness left hand recorded=60": "yes",
        "nonprogressive_course; weakness left hand; no weakness left hand recorded=60": "yes",
        "progressive_course recorded=366; atrophy": "unknown",
    }
)
def test_course(record: str, result: str) -> None:
    """Recorded, or derived from serial examinations (4.4); progressive wins."""
    assert [word for word in ("yes", "no", "unknown") if rule(f"course_{word}", record)] == [result]


@table(
    {
        "weakness left hand onset=28": "yes",
        "weakness left hand onset=29": "no",
        "weakness left hand": "yes",
        "weakness left hand; weakness left hand recorded=29": "no",
        "weakness left hand; weakness left arm recorded=29": "yes",
    }
)
def test_new(record: str, result: str) -> None:
    """By the onset, else by the oldest positive record of the same sign, site and side."""
    assert rule("some: {of: weakness, new: 28, recorded: {exactly: 0}}", record) == (result == "yes")


@table(
    {
        "weakness left hand onset=7": "yes",
        "weakness left hand onset=8": "no",
        "weakness left hand": "no",
        "weakness left hand recorded=2; no weakness left hand recorded=9": "yes",
        "weakness left hand recorded=2; no weakness left arm recorded=9": "yes",
        "weakness left hand recorded=2; no weakness left hand recorded=10": "no",
        "weakness left hand recorded=8; no weakness left hand recorded=9": "no",
        "weakness left hand recorded=2; no weakness right hand recorded=9": "no",
    }
)
def test_fresh(record: str, result: str) -> None:
    """Dated, or recorded within 7 days and explicitly absent at most 7 days before that record."""
    assert rule("some: {of: weakness, fresh: 7}", record) == (result == "yes")


def acute(sign: str, rest: str = "") -> bool:
    return rule(f"some: {{of: {sign.split()[0]}, is: acute}}", f"{sign}; {rest}")


@pytest.mark.parametrize(
    ("sign", "rest", "result"),
    [
        # 1. Sudden onset or rapid progression decides at once.
        ("weakness left leg onset=100", "rapid_progression", True),
        ("weakness left leg onset=100", "sudden_onset", True),
        # 2. Then an explicit onset, whatever the course.
        ("weakness left leg onset=28", "nonprogressive_course", True),
        ("weakness left leg onset=29", "progressive_course", False),
        # 3. First recorded more than 28 days ago, there or at a place that contains it.
        ("weakness left leg", "weakness left leg recorded=29", False),
        ("weakness left foot", "weakness left leg recorded=29", False),
        # 4. Sphincter and cord signs: acute unless the course is no.
        ("urinary_retention", "", True),
        ("urinary_retention", "progressive_course", True),
        ("urinary_retention", "nonprogressive_course", False),
        ("bladder_dysfunction", "on record multiple_sclerosis", False),
        ("bladder_dysfunction onset=5", "on record multiple_sclerosis", True),
        ("saddle_anaesthesia", "on record multiple_sclerosis", True),
        ("bladder_dysfunction", "weakness left leg onset=29", False),
        ("bladder_dysfunction", "weakness left leg onset=29; weakness right leg", True),
        ("bladder_dysfunction", "weakness left leg onset=29; fever", True),
        ("bladder_dysfunction", "weakness left leg onset=29; on record sle", True),
        ("bladder_dysfunction", "weakness left arm onset=29", True),
        ("urinary_retention", "on record spinal_cord_injury", False),
        ("urinary_retention", "on record spinal_cord_injury; weakness left leg", True),
        ("urinary_retention", "on record spinal_cord_injury; weakness left leg onset=29", False),
        # 5. Anything else: only while the course is not known, not in a known lesion, not found beside a dated history.
        ("weakness left leg", "", True),
        ("weakness left leg", "progressive_course", False),
        ("weakness left leg", "on record multiple_sclerosis", False),
        ("extensor_plantar left", "weakness left leg onset=29", False),
        ("extensor_plantar left", "weakness left arm onset=29", True),
        ("extensor_plantar left", "bladder_dysfunction onset=29", False),
        ("weakness left leg", "weakness right leg onset=29", True),
    ],
)
def test_acute(sign: str, rest: str, result: bool) -> None:
    """The first line that applies decides."""
    assert acute(sign, rest) is result


RAPID = {
    # (a) dated 14
    "weakness both leg onset=14": True,
    "weakness left arm onset=14; weakness right arm onset=3": True,
    "weakness both leg onset=15": False,
    "weakness left leg onset=14; weakness right arm onset=14": False,
    "weakness both leg onset=14; nonprogressive_course": False,
    "weakness both leg onset=14; on record als": True,
    # (b) dated 28 with a companion
    "weakness both leg onset=28; areflexia left knee_reflex": True,
    "weakness both leg onset=28; flaccidity left leg": True,
    "weakness both leg onset=28; dysphagia": True,
    "weakness both leg onset=28; ptosis": True,
    "weakness both leg onset=28; orthopnoea": True,
    "weakness both leg onset=28; lmn_facial_weakness both face": True,
    "weakness both leg onset=28; lmn_facial_weakness left face": False,
    "weakness both leg onset=28; weakness left arm onset=28": True,
    "weakness both leg onset=28; weakness left arm": False,
    "weakness both leg onset=28; areflexia left knee_reflex; on record als": False,
    # (c) power fell within 28 days
    "weakness both leg grade=MRC:3; no weakness both leg recorded=28": True,
    "weakness both leg; no weakness both leg recorded=28; ptosis": True,
    "weakness both leg; no weakness both leg recorded=28; areflexia left knee_reflex": True,
    "weakness both leg; no weakness both leg recorded=28; areflexia left biceps_reflex": False,
    "weakness both leg; no weakness both leg recorded=28; bladder_dysfunction": True,
    "weakness both leg; no weakness both leg recorded=28": False,
    "weakness both leg grade=MRC:3; no weakness both leg recorded=29": False,
    "weakness both leg recorded=28 grade=MRC:3; no weakness both leg recorded=56": True,
    "weakness both leg recorded=29 grade=MRC:3; no weakness both leg recorded=50": False,
    "muscle_power both biceps grade=MRC:3; muscle_power both biceps grade=MRC:4 recorded=10": True,
    "muscle_power both biceps grade=MRC:3; muscle_power both biceps grade=MRC:4- recorded=10": False,
    "weakness both leg grade=MRC:3; no weakness both leg recorded=14; on record als": True,
    "weakness both leg grade=MRC:3; no weakness both leg recorded=15; on record als": False,
    # An older finding never cancels it.
    "weakness both leg onset=14; weakness left arm recorded=100": True,
    # N4: without a place
    "weakness generalised; rapid_progression; areflexia both knee_reflex": True,
    "weakness generalised; rapid_progression; dysphagia": True,
    "weakness generalised; rapid_progression": False,
    "weakness generalised onset=14; areflexia both knee_reflex": True,
    "weakness generalised onset=14; areflexia both ankle_reflex": False,
    "weakness generalised onset=14; dysphagia onset=14": True,
    "weakness generalised onset=14; dysphagia": False,
    "distal_weakness onset=14; areflexia both knee_reflex": True,
    "weakness onset=14; areflexia both knee_reflex": False,
    "weakness generalised onset=14; areflexia both knee_reflex; on record multiple_sclerosis": False,
}


@pytest.mark.parametrize(("record", "result"), RAPID.items())
def test_rapid_bilateral_weakness(record: str, result: bool) -> None:
    assert rule("rapid_bilateral_weakness", record) is result
