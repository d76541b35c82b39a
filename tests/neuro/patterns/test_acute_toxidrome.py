"""Acute cholinergic or anticholinergic toxicity (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import chapter

test_acute_toxidrome = chapter(
    "acute_toxidrome",
    fires={
        "cholinergic signs with fasciculations": "cholinergic_signs; fasciculations left hand",
        "cholinergic signs with weakness of any kind": "cholinergic_signs; proximal_weakness both hip",
        "cholinergic signs with cramps": "cholinergic_signs; cramps left calf",
        "anticholinergic signs with fasciculations": "anticholinergic_signs; fasciculations left hand",
        "anticholinergic signs with weakness, no drug on record": "anticholinergic_signs; weakness left arm",
        "both recorded 28 days ago": "cholinergic_signs recorded=28; weakness left arm recorded=28",
    },
    silent={
        "anticholinergic signs with cramps": "anticholinergic_signs; cramps left calf",
        "cholinergic signs alone": "cholinergic_signs",
        "a drug and twitching, without its signs": "medication anticholinergic; fasciculations left hand",
        "weakness recorded 29 days ago": "cholinergic_signs; weakness left arm recorded=29",
        "poisoning recorded 29 days ago": "cholinergic_signs recorded=29; weakness left arm",
        "weakness that was looked for and is not there": "cholinergic_signs; no weakness generalised",
    },
)
