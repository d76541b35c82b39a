"""Documents that are nearly FHIR: most members as they should be, now and then one of another type or meaning."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.vignettes.lone_codes import finding_codes
from tests.vignettes.routes import TODAY

PATIENT = "p"

Document = st.SearchStrategy[Any]

_junk: Document = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "code", "coding"]), inner),
    max_leaves=6,
)


def _mostly(right: Document) -> Document:
    """The right thing nine times out of ten."""
    return st.integers(0, 9).flatmap(lambda number: _junk if number == 9 else right)


def _some(right: Document) -> Document:
    return st.lists(_mostly(right), max_size=2)


def _object(needed: dict[str, Document], further: dict[str, Document]) -> Document:
    return st.fixed_dictionaries(needed, optional={name: _mostly(value) for name, value in further.items()})


def _one_of(**members: Document) -> Document:
    """Exactly one of the members: a choice such as value[x]."""
    choices = [st.fixed_dictionaries({name: _mostly(value)}) for name, value in members.items()]
    return st.one_of(st.just({}), *choices)


_codings = st.sampled_from(finding_codes()).map(lambda pair: {"system": pair[0], "code": pair[1]})
_concept = _object({"coding": st.lists(_codings, min_size=1, max_size=2)}, {"text": st.sampled_from(["left", "NINDS"])})
_words = st.sampled_from(["3+", "4-/5", "1+", "present", "flexor", "T10", "2 - drift", "", "5/5 6/6", "NaN", "-0"])
_days = st.sampled_from(
    [TODAY.isoformat(), f"{TODAY}T10:00:00Z", "2026", "2026-05", "2026-13-40", "0000", "9999-12-31"]
)
_quantity = _object(
    {"value": st.integers(-9, 9) | st.floats()}, {"unit": st.just("mmol/L"), "comparator": st.just("<")}
)
_subject = st.just({"reference": f"Patient/{PATIENT}"})
_references = st.sampled_from(["#c1", "Observation/o1", "Patient/q", "urn:uuid:1", ""]).map(
    lambda to: {"reference": to}
)
_answer = _one_of(
    valueCodeableConcept=_concept,
    valueString=_words,
    valueInteger=st.integers(-2, 9),
    valueBoolean=st.booleans(),
    valueQuantity=_quantity,
    dataAbsentReason=_concept,
)
_time = _one_of(effectiveDateTime=_days, issued=_days, effectivePeriod=_object({}, {"start": _days, "end": _days}))
_component = st.builds(lambda code, answer: {"code": code, **answer}, _mostly(_concept), _answer)


def _resource(kind: str, needed: dict[str, Document], further: dict[str, Document], *choices: Document) -> Document:
    base = {"id": st.sampled_from(["o1", "c1", "o2"]), **{name: _mostly(value) for name, value in needed.items()}}
    return st.builds(
        lambda body, *chosen: {"resourceType": kind, **body, **{k: v for choice in chosen for k, v in choice.items()}},
        _object(base, further),
        *choices,
    )


_status = st.sampled_from(["final", "final", "amended", "entered-in-error"])
_observation = _resource(
    "Observation",
    {"status": _status, "code": _concept, "subject": _subject},
    {
        "bodySite": _concept,
        "method": _concept,
        "component": _some(_component),
        "hasMember": _some(_references),
        "interpretation": _some(_concept),
        "referenceRange": _some(_object({}, {"low": _quantity, "high": _quantity})),
        "focus": _some(_subject),
    },
    _answer,
    _time,
)
_condition = _resource(
    "Condition",
    {"code": _concept, "subject": _subject},
    {
        "clinicalStatus": st.just({"coding": [{"code": "active"}]}),
        "bodySite": _some(_concept),
        "onsetDateTime": _days,
        "recordedDate": _days,
        "evidence": _some(_object({}, {"code": _some(_concept)})),
    },
)
_report = _resource(
    "DiagnosticReport",
    {"status": _status, "code": _concept, "subject": _subject},
    {"result": _some(_references), "conclusionCode": _some(_concept)},
    _time,
)
_order = _resource(
    "ServiceRequest",
    {"status": st.just("active"), "intent": st.just("order"), "code": _concept, "subject": _subject},
    {"authoredOn": _days, "instantiatesCanonical": st.lists(_words, max_size=1)},
)
_person = _resource("Patient", {}, {"birthDate": _days, "gender": st.just("other"), "deceasedDateTime": _days})
_medicine = _resource(
    "MedicationRequest",
    {"status": st.just("active"), "intent": st.just("order"), "subject": _subject},
    {"authoredOn": _days},
    _one_of(medicationCodeableConcept=_concept, medicationReference=_references),
)

nearly_fhir: Document = st.builds(
    lambda resource, contained: {**resource, "contained": contained} if contained else resource,
    st.one_of(_observation, _observation, _observation, _condition, _report, _order, _person, _medicine),
    st.just([]) | st.lists(_mostly(_observation), max_size=2),
)
