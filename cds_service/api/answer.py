"""From a checked hook request to its cards, or to the reason why there can be no answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from cds_service.api.hook_request import HookRequest
from cds_service.decide import Decision, decide
from cds_service.errors import RequestError
from cds_service.evidence import Call
from cds_service.fhir.gather import NOTHING_FETCHED, Fetched, Gathered, gather
from cds_service.fhir.prefetch import PrefetchKey
from cds_service.fhir.reader import FhirReader
from cds_service.knowledge.model import Knowledge


def gather_for(request: HookRequest, keys: Sequence[PrefetchKey], fetched: Fetched = NOTHING_FETCHED) -> Gathered:
    """The evidence of ``request``, asked for with ``keys``, with what was fetched besides."""
    return gather(
        request.patient_id,
        request.prefetch,
        keys,
        fhir_server=request.fhir_server,
        draft_orders=request.draft_orders,
        fetched=fetched,
    )


def call_of(request: HookRequest, service_id: str, public_url: str) -> Call:
    """What the cards need to know of the request."""
    return Call(
        hook_instance=request.hook_instance,
        service_id=service_id,
        patient_id=request.patient_id,
        public_url=public_url,
        user_id=request.user_id,
        encounter_id=request.encounter_id,
    )


def cards_for(gathered: Gathered, decision: Decision) -> list[dict[str, Any]]:
    """The cards of the decision. Raises RequestError (412) where no card would be silence about what was not seen."""
    if decision.silent:
        return []
    refusal = gathered.missing or ("" if decision.cards else gathered.cut_short)
    if refusal:
        raise RequestError(412, refusal, code="incomplete")
    return decision.cards


async def answer(
    request: HookRequest,
    service_id: str,
    knowledge: Knowledge,
    keys: Sequence[PrefetchKey],
    reader: FhirReader,
    public_url: str,
    as_of: date,
) -> list[dict[str, Any]]:
    """The cards for ``request``: none where its reader is the patient. Raises RequestError (412)."""
    if request.user_is_patient:
        return []
    fetched = await reader.fetch(
        request.patient_id, request.prefetch, keys, request.fhir_server, request.fhir_authorization
    )
    gathered = gather_for(request, keys, fetched)
    decision = decide(gathered.evidence, knowledge, as_of, call_of(request, service_id, public_url))
    return cards_for(gathered, decision)
