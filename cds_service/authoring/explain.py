"""``cds explain``: how one hook request is reasoned about, in words for people and in JSON for programs."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

import orjson

from cds_service.api.answer import call_of, cards_for, gather_for
from cds_service.api.hook_request import HookRequest, parse_json_object, read_hook_request
from cds_service.api.services import SERVICES, Service
from cds_service.authoring.explanation import in_words
from cds_service.authoring.render import render
from cds_service.cards.rationale import findings_of
from cds_service.decide import Decision, decide
from cds_service.fhir.prefetch import KEYS
from cds_service.knowledge.model import Knowledge
from cds_service.settings import Settings

_READER_IS_PATIENT = "the user is the patient or a related person, and cards speak to clinicians"


def explain(text: str, knowledge: Knowledge, settings: Settings, as_of: date, *, as_json: bool = False) -> str:
    """What the service makes of the hook request in ``text``, counted from ``as_of``; relative dates are filled in.

    Raises RequestError where the service would refuse the call, and ValueError for a relative date that is none.
    """
    request, service = _request(render(text, as_of) if "{{today" in text else text)
    gathered = gather_for(request, KEYS[settings.prefetch])
    call = call_of(request, service.id, settings.public_url)
    decision = decide(gathered.evidence, knowledge, as_of, call, explain=True)
    if request.user_is_patient:
        decision = replace(decision, cards=[], silent=_READER_IS_PATIENT)
    cards_for(gathered, decision)
    return _as_json(decision, knowledge, as_of) if as_json else in_words(decision, knowledge, as_of)


def _request(text: str) -> tuple[HookRequest, Service]:
    document = parse_json_object(text.encode())
    service = next((one for one in SERVICES if one.hook == document.get("hook")), SERVICES[0])
    return read_hook_request(document, service.hook), service


def _as_json(decision: Decision, knowledge: Knowledge, as_of: date) -> str:
    explained: dict[str, Any] = {
        "contentVersion": knowledge.manifest.version,
        "asOf": as_of.isoformat(),
        "findings": findings_of(decision.reasoning),
        "notUnderstood": [asdict(one) for one in decision.case.not_understood],
        "patterns": [
            {"pattern": outcome.pattern, "result": outcome.result, "because": list(outcome.because)}
            for outcome in decision.reasoning.outcomes
        ],
        "cards": decision.cards,
    }
    return orjson.dumps(explained, option=orjson.OPT_INDENT_2).decode()
