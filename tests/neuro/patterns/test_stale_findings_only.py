"""Only old motor findings on record (knowledge base 3.4, 4.2)."""

from __future__ import annotations

from tests.neuro.told import chapter

test_stale_findings_only = chapter(
    "stale_findings_only",
    fires={
        "weakness of 181 days": "weakness left hand recorded=181",
        "a plantar response of 730 days": "extensor_plantar left recorded=730",
        "beside a negative of today": "weakness left hand recorded=181; no atrophy left hand",
        "beside a sensory sign of today": "weakness left hand recorded=181; paraesthesia left hand",
    },
    silent={
        "180 days": "weakness left hand recorded=180",
        "731 days": "weakness left hand recorded=731",
        "an active sign": "weakness left hand recorded=181; atrophy left foot",
        "an old sensory sign": "sensory_loss left hand recorded=181",
        "an old negative": "no weakness left hand recorded=181",
        "normal since": "weakness left hand recorded=181; no weakness left hand recorded=5",
    },
)
