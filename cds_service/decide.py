"""The pipeline, and nothing else: from the evidence of one call to its cards.

    evidence               fhir/gather.py            what the EHR sent: parsed FHIR, not yet read
      └ case               reading/read.py           findings present or absent (not recorded is no finding), diagnoses
         └ reasoning       neuro/reasoning.py        signs by region and side; each pattern yes, no or unknown, and why
            └ recommendations  neuro/recommendations/    what to suggest, in which order; what is done already
               └ cards     cards/build.py            the same in the terms of CDS Hooks

Every step is a function of values and of the content that clinicians wrote (``fhir_mappings/``): no clock, network,
disk, environment or log. The day that rules count from comes in as ``as_of``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from cds_service.cards.build import build_cards
from cds_service.evidence import Call, Evidence
from cds_service.knowledge.model import Knowledge
from cds_service.neuro.case import Case
from cds_service.neuro.outcome import Reasoning
from cds_service.neuro.reasoning import once_actions_are_known, reason
from cds_service.neuro.recommendations import Recommendations, recommend
from cds_service.reading.patient import silent_reason
from cds_service.reading.read import read


@dataclass(frozen=True, slots=True)
class Decision:
    """What each step gave. ``silent`` says in words why there is no card whatever was found, else ``""``."""

    case: Case
    reasoning: Reasoning
    recommendations: Recommendations
    cards: list[dict[str, Any]]
    silent: str = ""


def decide(evidence: Evidence, knowledge: Knowledge, as_of: date, call: Call, *, explain: bool = False) -> Decision:
    """The cards for one call, with everything that led to them; ``explain`` adds why each pattern held or did not.

    Cards speak about living patients: for a Patient who is deceased, inactive or replaced there are none (contract).
    """
    case = read(evidence, knowledge, as_of)
    reasoning = reason(case, knowledge, as_of, explain=explain)
    recommendations = recommend(reasoning, case, knowledge, as_of)
    silent = silent_reason(evidence, as_of) or ""
    cards = [] if silent else build_cards(recommendations, reasoning, case, knowledge, call, as_of)
    reasoning = once_actions_are_known(reasoning, knowledge.clinical, recommendations.nothing_remains)
    return Decision(case, reasoning, recommendations, cards, silent)
