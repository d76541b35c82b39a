"""From a hook request to the evidence: what was sent, what was fetched, and what is missing. Pure.

Prefetch comes first; what it does not answer is fetched (``fhir/reader.py``); what is then missing decides between an
answer and 412.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cds_service.evidence import Entry, Evidence
from cds_service.fhir.prefetch import ABSENT, KeyAnswer, PrefetchKey, bundle_entries, judge, not_fetched


@dataclass(frozen=True, slots=True)
class Fetched:
    """What was read from the FHIR server: ``answers`` to keys, each with what was sent of it, and ``medications``
    that requests refer to. ``why_not`` says, as the end of a sentence, why the others were not read."""

    answers: Mapping[str, KeyAnswer] = field(default_factory=dict)
    medications: tuple[Entry, ...] = ()
    why_not: str = "it does not read FHIR servers here"


NOTHING_FETCHED = Fetched()


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


def sent_answers(prefetch: Mapping[str, Any]) -> dict[str, KeyAnswer]:
    """What the caller sent for each key, asked for or not."""
    return {name: judge(value, number) for number, (name, value) in enumerate(prefetch.items(), start=1)}


def to_fetch(sent: Mapping[str, KeyAnswer], keys: Sequence[PrefetchKey]) -> list[tuple[PrefetchKey, KeyAnswer]]:
    """The keys that are worth a query, with what was sent of them: not sent, or sent without the pages that follow.

    An error that the caller reports in place of a result is not asked for again (conformance Q-4, N-6).
    """
    asked = [(key, sent.get(key.name, ABSENT)) for key in keys]
    return [(key, answer) for key, answer in asked if answer.given == "absent" or answer.next_url]


def gather(
    patient_id: str,
    prefetch: Mapping[str, Any],
    keys: Sequence[PrefetchKey],
    *,
    fhir_server: str = "",
    draft_orders: Any = None,
    fetched: Fetched = NOTHING_FETCHED,
) -> Gathered:
    """The evidence of a call whose prefetch was asked for with ``keys``.

    A value is read for what it holds, whatever its key, so entries of keys that were never asked for count too.
    """
    answers = sent_answers(prefetch)
    answers |= {key.name: _unfetched(answer, fetched.why_not) for key, answer in to_fetch(answers, keys)}
    answers |= fetched.answers
    asked = [(key, answers[key.name]) for key in keys]
    required = [(key, answer) for key, answer in asked if key.required]
    evidence = Evidence(
        patient_id=patient_id,
        fhir_server=fhir_server,
        entries=(*(entry for answer in answers.values() for entry in answer.entries), *fetched.medications),
        draft_orders=bundle_entries(draft_orders, bundle=0),
        not_looked_at=tuple(key.name for key, answer in asked if answer.is_missing),
        truncated=tuple(key.name for key, answer in asked if answer.is_in_part),
    )
    return Gathered(
        evidence,
        missing=" ".join(_missing_in_words(key, answer) for key, answer in required if answer.is_missing),
        cut_short=" ".join(_part_in_words(key, answer) for key, answer in required if answer.is_in_part),
    )


def _unfetched(sent: KeyAnswer, why: str) -> KeyAnswer:
    return KeyAnswer("in part" if sent.is_in_part else "failed", sent.entries, not_fetched(sent, why))


def _missing_in_words(key: PrefetchKey, answer: KeyAnswer) -> str:
    return (
        f'Prefetch key "{key.name}" {answer.reason}. Send the result of {key.template} '
        "(null or an empty Bundle where there is nothing)."
    )


def _part_in_words(key: PrefetchKey, answer: KeyAnswer) -> str:
    return (
        f'Prefetch key "{key.name}" {answer.reason}. Nothing was found in the part that was read, which does not mean '
        f"that there is nothing: send all of {key.template}."
    )
