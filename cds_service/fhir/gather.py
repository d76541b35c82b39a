"""From a hook request to the evidence: what was sent, and what is missing.

Prefetch comes first; what it does not answer would be fetched next (not in this version, so it counts as not
obtainable); what is missing then decides between an answer and 412.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cds_service.evidence import Evidence
from cds_service.fhir.prefetch import ABSENT, KeyAnswer, PrefetchKey, bundle_entries, judge


@dataclass(frozen=True, slots=True)
class Gathered:
    """The evidence of one call, and in words what is missing from it.

    ``missing`` names required keys that were not answered: then there can be no answer. ``cut_short`` names required
    keys that were read in part: then there can be cards, but no empty list (contract, "never silence from half a
    record"). Both are ``""`` where every required key was read whole.
    """

    evidence: Evidence
    missing: str = ""
    cut_short: str = ""


def gather(
    patient_id: str,
    prefetch: Mapping[str, Any],
    keys: Sequence[PrefetchKey],
    *,
    fhir_server: str = "",
    draft_orders: Any = None,
) -> Gathered:
    """The evidence of a call whose prefetch was asked for with ``keys``.

    A value is read for what it holds, whatever its key, so entries of keys that were never asked for count too.
    """
    answers = {name: judge(value, number) for number, (name, value) in enumerate(prefetch.items(), start=1)}
    asked = [(key, answers.get(key.name, ABSENT)) for key in keys]
    required = [(key, answer) for key, answer in asked if key.required]
    evidence = Evidence(
        patient_id=patient_id,
        fhir_server=fhir_server,
        entries=tuple(entry for answer in answers.values() for entry in answer.entries),
        draft_orders=bundle_entries(draft_orders, bundle=0),
        not_looked_at=tuple(key.name for key, answer in asked if answer.is_missing),
        truncated=tuple(key.name for key, answer in asked if answer.is_in_part),
    )
    return Gathered(
        evidence,
        missing=" ".join(_missing_in_words(key, answer) for key, answer in required if answer.is_missing),
        cut_short=" ".join(_part_in_words(key, answer) for key, answer in required if answer.is_in_part),
    )


def _missing_in_words(key: PrefetchKey, answer: KeyAnswer) -> str:
    return (
        f'Prefetch key "{key.name}" {answer.reason}, and this service could not fetch it: send the result of '
        f"{key.template} (null or an empty Bundle where there is nothing)."
    )


def _part_in_words(key: PrefetchKey, answer: KeyAnswer) -> str:
    return (
        f'Prefetch key "{key.name}" {answer.reason}, and this service could not fetch the rest. Nothing was found in '
        f"the part that was sent, which does not mean that there is nothing: send all of {key.template}."
    )
