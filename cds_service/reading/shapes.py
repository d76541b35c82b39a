"""The members that reading looks at, and their JSON types.

fhir.resources coerces (``valueBoolean: "yes"`` becomes True, a number becomes a date of 1970, a string that looks like
JSON becomes an element). So every member is checked here by hand before it is validated, and only these members are
kept: what nobody reads can neither lose an entry nor change it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

Shape = Mapping[str, Any]
"""Member name to ``TEXT`` …, to the Shape of an element, or to a list with the Shape of its elements."""

TEXT: Final = "text"
NUMBER: Final = "number"
INTEGER: Final = "integer"
BOOLEAN: Final = "true or false"

CODING: Final[Shape] = {"system": TEXT, "code": TEXT, "display": TEXT}
CONCEPT: Final[Shape] = {"coding": [CODING], "text": TEXT}
SITE_CONCEPT: Final[Shape] = {**CONCEPT, "extension": [{"url": TEXT, "valueCodeableConcept": CONCEPT}]}
REFERENCE: Final[Shape] = {"reference": TEXT}
PERIOD: Final[Shape] = {"start": TEXT, "end": TEXT}
QUANTITY: Final[Shape] = {"value": NUMBER, "comparator": TEXT, "unit": TEXT, "system": TEXT, "code": TEXT}
RANGE: Final[Shape] = {"low": QUANTITY, "high": QUANTITY}
RATIO: Final[Shape] = {"numerator": QUANTITY, "denominator": QUANTITY}

ANSWER: Final[Shape] = {
    "valueBoolean": BOOLEAN,
    "valueCodeableConcept": CONCEPT,
    "valueDateTime": TEXT,
    "valueInteger": INTEGER,
    "valuePeriod": PERIOD,
    "valueQuantity": QUANTITY,
    "valueRange": RANGE,
    "valueRatio": RATIO,
    "valueString": TEXT,
    "valueTime": TEXT,
    "dataAbsentReason": CONCEPT,
    "interpretation": [CONCEPT],
    "referenceRange": [{**RANGE, "type": CONCEPT, "appliesTo": [CONCEPT], "age": RANGE, "text": TEXT}],
}
_RESOURCE: Final[Shape] = {"resourceType": TEXT, "id": TEXT}
OBSERVATION: Final[Shape] = {
    **_RESOURCE,
    **ANSWER,
    "status": TEXT,
    "code": CONCEPT,
    "subject": REFERENCE,
    "focus": [REFERENCE],
    "effectiveDateTime": TEXT,
    "effectivePeriod": PERIOD,
    "effectiveInstant": TEXT,
    "issued": TEXT,
    "bodySite": SITE_CONCEPT,
    "method": CONCEPT,
    "hasMember": [REFERENCE],
    "component": [{**ANSWER, "code": CONCEPT}],
}
CONDITION: Final[Shape] = {
    **_RESOURCE,
    "clinicalStatus": CONCEPT,
    "verificationStatus": CONCEPT,
    "code": CONCEPT,
    "bodySite": [SITE_CONCEPT],
    "subject": REFERENCE,
    "onsetDateTime": TEXT,
    "onsetAge": QUANTITY,
    "onsetPeriod": PERIOD,
    "onsetRange": RANGE,
    "recordedDate": TEXT,
    "evidence": [{"code": [CONCEPT]}],
}
DIAGNOSTIC_REPORT: Final[Shape] = {
    **_RESOURCE,
    "status": TEXT,
    "code": CONCEPT,
    "subject": REFERENCE,
    "effectiveDateTime": TEXT,
    "effectivePeriod": PERIOD,
    "issued": TEXT,
    "result": [REFERENCE],
    "conclusionCode": [CONCEPT],
}
PROCEDURE: Final[Shape] = {
    **_RESOURCE,
    "status": TEXT,
    "code": CONCEPT,
    "subject": REFERENCE,
    "performedDateTime": TEXT,
    "performedPeriod": PERIOD,
    "bodySite": [SITE_CONCEPT],
}
SERVICE_REQUEST: Final[Shape] = {
    **_RESOURCE,
    "status": TEXT,
    "intent": TEXT,
    "priority": TEXT,
    "doNotPerform": BOOLEAN,
    "instantiatesCanonical": [TEXT],
    "code": CONCEPT,
    "subject": REFERENCE,
    "occurrenceDateTime": TEXT,
    "occurrencePeriod": PERIOD,
    "authoredOn": TEXT,
}
MEDICATION_REQUEST: Final[Shape] = {
    **_RESOURCE,
    "status": TEXT,
    "intent": TEXT,
    "doNotPerform": BOOLEAN,
    "medicationCodeableConcept": CONCEPT,
    "medicationReference": REFERENCE,
    "subject": REFERENCE,
    "authoredOn": TEXT,
    "dosageInstruction": [{"route": CONCEPT}],
    "dispenseRequest": {"validityPeriod": PERIOD},
}
MEDICATION: Final[Shape] = {**_RESOURCE, "code": CONCEPT, "form": CONCEPT}
FAMILY_MEMBER_HISTORY: Final[Shape] = {
    **_RESOURCE,
    "status": TEXT,
    "patient": REFERENCE,
    "date": TEXT,
    "relationship": CONCEPT,
    "condition": [{"code": CONCEPT}],
}
SHAPES: Final[Mapping[str, Shape]] = {
    "Observation": OBSERVATION,
    "Condition": CONDITION,
    "DiagnosticReport": DIAGNOSTIC_REPORT,
    "Procedure": PROCEDURE,
    "ServiceRequest": SERVICE_REQUEST,
    "MedicationRequest": MEDICATION_REQUEST,
    "Medication": MEDICATION,
    "FamilyMemberHistory": FAMILY_MEMBER_HISTORY,
}

_TYPES: Final[Mapping[str, tuple[type, ...]]] = {
    TEXT: (str,),
    NUMBER: (int, float),
    INTEGER: (int,),
    BOOLEAN: (bool,),
}


class WrongShape(Exception):
    """A member has another JSON type than FHIR gives it. The message names the member."""


def kept(element: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
    """A copy of ``element`` with the members of ``shape`` only. ``null`` and empty lists are as good as missing.

    Raises WrongShape for a member of another JSON type. Its depth is that of ``shape``, whatever the element holds.
    """
    copy: dict[str, Any] = {}
    for name, kind in shape.items():
        value = element.get(name)
        if value is None or value == []:
            continue
        copy[name] = _checked(name, value, kind)
    if shape.get("valueString") is TEXT:
        _check_answer(element, copy, shape)
    return copy


def _checked(name: str, value: Any, kind: Any) -> Any:
    if isinstance(kind, str):
        if not isinstance(value, _TYPES[kind]) or (kind is not BOOLEAN and isinstance(value, bool)):
            raise WrongShape(f"{name} is not {kind}")
        return value
    if isinstance(kind, list):
        if not isinstance(value, list):
            raise WrongShape(f"{name} is not a list")
        return [_checked(name, element, kind[0]) for element in value]
    if not isinstance(value, Mapping):
        raise WrongShape(f"{name} is not an element")
    return kept(value, kind)


def _check_answer(element: Mapping[str, Any], copy: dict[str, Any], shape: Shape) -> None:
    """A value of a type that nobody reads is no missing value; a value with only an extension is one."""
    answered = any(name.startswith("value") for name in copy)
    for name, value in element.items():
        if value is None or name in shape:
            continue
        if name.startswith("value"):
            raise WrongShape(f"{name} is not read")
        if name.startswith("_value") and not answered:
            copy.setdefault("dataAbsentReason", {"text": "no value"})
