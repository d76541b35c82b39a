"""Reading orders and results of actions (contract, Orders and results; orders.csv). The day is 2026-11-20."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cds_service.knowledge.done_when import parse_done_when
from cds_service.knowledge.terminology import CANONICAL_BASE, Terminology
from cds_service.neuro.case import Case
from cds_service.reading.settling import settled_day
from tests.reading.builders import Json, concept, loinc, observation, read, resource, snomed, without

EMG, REFERRAL = snomed("42803009"), snomed("183521007")
SODIUM, POTASSIUM, CALCIUM, MAGNESIUM = "2951-2", "2823-3", "17861-6", "19123-9"


def request(code: Json, /, **members: Any) -> Json:
    """An active order of ten days ago."""
    return resource(
        "ServiceRequest", **{"status": "active", "intent": "order", "code": code, "authoredOn": "2026-11-10", **members}
    )


def orders(case: Case) -> list[tuple[str, str, str, str]]:
    """Action, member, status and day of everything on record."""
    return [(order.action, order.member, order.status, order.day.isoformat()) for order in case.orders]


REQUESTS: list[tuple[str, dict[str, Any], list[tuple[str, str]]]] = [
    ("active", {}, [("requested", "2026-11-10")]),
    ("a plan is as good as an order", {"intent": "plan"}, [("requested", "2026-11-10")]),
    ("an option is none", {"intent": "option"}, []),
    ("a proposal waits", {"intent": "proposal"}, [("draft", "2026-11-10")]),
    ("a draft waits", {"status": "draft"}, [("draft", "2026-11-10")]),
    ("on hold waits", {"status": "on-hold"}, [("draft", "2026-11-10")]),
    ("completed is done", {"status": "completed"}, [("resulted", "2026-11-10")]),
    (
        "done on the day of its occurrence",
        {"status": "completed", "occurrenceDateTime": "2026-11-15"},
        [("resulted", "2026-11-15")],
    ),
    ("revoked is declined", {"status": "revoked"}, [("declined", "2026-11-10")]),
    ("do not perform is declined", {"doNotPerform": True}, [("declined", "2026-11-10")]),
    ("entered in error", {"status": "entered-in-error"}, []),
    ("unknown", {"status": "unknown"}, []),
    ("an open order is dated when it was written", {"occurrenceDateTime": "2026-12-24"}, [("requested", "2026-11-10")]),
    (
        "else by its occurrence, ahead is today",
        {"authoredOn": None, "occurrenceDateTime": "2026-12-24"},
        [("requested", "2026-11-20")],
    ),
    ("undated settles nothing", {"authoredOn": None}, []),
    ("done in the future is not", {"status": "completed", "occurrenceDateTime": "2026-12-24"}, []),
]


@pytest.mark.parametrize(("members", "expected"), [row[1:] for row in REQUESTS], ids=[row[0] for row in REQUESTS])
def test_what_a_request_comes_to(
    terminology: Terminology, members: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    case = read(terminology, request(EMG, **members))
    assert orders(case) == [("emg_ncs", "", status, day) for status, day in expected]


DONE: list[tuple[str, Json, list[tuple[str, str]]]] = [
    (
        "a report",
        resource("DiagnosticReport", status="final", code=loinc("18749-2"), effectiveDateTime="2026-11-02"),
        [("emg_ncs", "2026-11-02")],
    ),
    (
        "a report by its issue",
        resource("DiagnosticReport", status="amended", code=loinc("18749-2"), issued="2026-11-03T10:00:00Z"),
        [("emg_ncs", "2026-11-03")],
    ),
    (
        "a preliminary report",
        resource("DiagnosticReport", status="preliminary", code=loinc("18749-2"), effectiveDateTime="2026-11-02"),
        [],
    ),
    (
        "a procedure",
        resource(
            "Procedure", status="completed", code=EMG, performedPeriod={"start": "2026-11-01", "end": "2026-11-04"}
        ),
        [("emg_ncs", "2026-11-04")],
    ),
    (
        "a procedure in progress",
        resource("Procedure", status="in-progress", code=EMG, performedDateTime="2026-11-01"),
        [],
    ),
    (
        "a laboratory value",
        observation(loinc("2157-6"), valueQuantity={"value": 90, "code": "U/L"}),
        [("ck", "2026-11-17")],
    ),
    ("without a value nothing was done", observation(loinc("2157-6")), []),
    ("nor where the value is absent", observation(loinc("2157-6"), dataAbsentReason={"text": "haemolysed"}), []),
    ("a preliminary value", observation(loinc("2157-6"), status="preliminary", valueInteger=1), []),
    ("a code that is too broad settles nothing", request(snomed("15220000")), []),
]


@pytest.mark.parametrize(("done", "expected"), [row[1:] for row in DONE], ids=[row[0] for row in DONE])
def test_what_was_done(terminology: Terminology, done: Json, expected: list[tuple[str, str]]) -> None:
    assert orders(read(terminology, done)) == [(action, "", "resulted", day) for action, day in expected]


def values(*tests: tuple[str, str]) -> list[Json]:
    """Laboratory values by code and day."""
    return [
        {**observation(loinc(code), valueQuantity={"value": 1}, effectiveDateTime=day), "id": f"{code}-{day}"}
        for code, day in tests
    ]


def composites(case: Case) -> list[tuple[str, str]]:
    """Status and day of composites that are settled as a whole."""
    return [(order.status, order.day.isoformat()) for order in case.orders if not order.member]


def test_members_of_several_days_settle_on_the_oldest(terminology: Terminology) -> None:
    sent = values((SODIUM, "2026-11-10"), (POTASSIUM, "2026-11-12"), (CALCIUM, "2026-11-01"), (MAGNESIUM, "2026-11-12"))
    case = read(terminology, *sent)
    assert composites(case) == [("resulted", "2026-11-01")]
    assert {order.member for order in case.orders} == {"", "sodium", "potassium", "calcium", "magnesium"}


def test_of_each_member_the_newest_counts(terminology: Terminology) -> None:
    sent = values((SODIUM, "2026-11-10"), (POTASSIUM, "2026-11-12"), (CALCIUM, "2026-11-01"), (MAGNESIUM, "2026-11-12"))
    assert composites(read(terminology, *sent, *values((CALCIUM, "2026-11-11")))) == [("resulted", "2026-11-10")]


def test_a_missing_member_leaves_the_composite_open(terminology: Terminology) -> None:
    case = read(terminology, *values((SODIUM, "2026-11-10"), (POTASSIUM, "2026-11-12"), (CALCIUM, "2026-11-01")))
    assert composites(case) == []


def test_an_order_of_the_missing_member_makes_the_composite_requested(terminology: Terminology) -> None:
    done = values((SODIUM, "2026-11-10"), (POTASSIUM, "2026-11-12"), (CALCIUM, "2026-11-11"))
    assert composites(read(terminology, *done, request(loinc(MAGNESIUM), authoredOn="2026-11-13"))) == [
        ("requested", "2026-11-10")
    ]


@pytest.mark.parametrize("drafted", [True, False], ids=["in this call", "on record"])
def test_a_composite_that_a_draft_completes_is_a_draft(terminology: Terminology, drafted: bool) -> None:
    done = values((SODIUM, "2026-11-10"), (POTASSIUM, "2026-11-12"), (CALCIUM, "2026-11-11"))
    draft = request(loinc(MAGNESIUM), status="draft", authoredOn="2026-11-20")
    case = read(terminology, *done, drafts=(draft,)) if drafted else read(terminology, *done, draft)
    assert composites(case) == [("draft", "2026-11-10")]
    assert [order.this_call for order in case.orders if not order.member] == [drafted]


def test_one_code_may_be_several_members(terminology: Terminology) -> None:
    case = read(terminology, *values(("24323-8", "2026-11-10"), (MAGNESIUM, "2026-11-10")))
    assert ("electrolytes_ca_mg", "", "resulted", "2026-11-10") in orders(case)
    assert ("fbc_renal_liver_crp", "liver", "resulted", "2026-11-10") in orders(case)


def test_a_component_is_a_member(terminology: Terminology) -> None:
    parts = [{"code": loinc(code), "valueQuantity": {"value": 1}} for code in (SODIUM, POTASSIUM, CALCIUM, MAGNESIUM)]
    assert composites(read(terminology, observation(concept(text="panel"), component=parts))) == [
        ("resulted", "2026-11-17")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", 3),
        ("a & b", 3),
        ("b | a", 5),
        ("a & (b | c)", 3),
        ("(b & c) | a", 5),
        ("b & d", None),
        ("d | b", 5),
        ("d", None),
    ],
)
def test_the_day_on_which_members_settle(text: str, expected: int | None) -> None:
    """Here a was done on the 3rd, b on the 5th and c on the 9th; d was not."""
    days = {"a": date(2026, 11, 3), "b": date(2026, 11, 5), "c": date(2026, 11, 9)}
    day = settled_day(parse_done_when(text), days)
    assert (day.day if day else None) == expected


def canonical(action: str, version: str = "2026.11.0") -> list[str]:
    """Our own canonical, as a suggestion that was accepted carries it."""
    return [f"{CANONICAL_BASE}/ActivityDefinition/{action}|{version}"]


OWN_SUGGESTIONS: list[tuple[str, Json, list[tuple[str, str]]]] = [
    (
        "whatever its code",
        request(concept(text="bloods"), instantiatesCanonical=canonical("myositis_panel")),
        [("myositis_panel", "")],
    ),
    (
        "of another version too",
        request(EMG, instantiatesCanonical=canonical("rns_sfemg", "2020.1.0")),
        [("emg_ncs", ""), ("rns_sfemg", "")],
    ),
    (
        "one of several of a composite settles its member",
        request(loinc(SODIUM), instantiatesCanonical=canonical("electrolytes_ca_mg")),
        [("electrolytes_ca_mg", "sodium")],
    ),
    ("no action of ours", request(concept(text="x"), instantiatesCanonical=canonical("nonsense")), []),
    (
        "of another publisher",
        request(concept(text="x"), instantiatesCanonical=["https://other.example/ActivityDefinition/ck"]),
        [],
    ),
    (
        "an urgent referral by its canonical",
        request(REFERRAL, instantiatesCanonical=canonical("neurology_referral_urgent")),
        [("neurology_referral_urgent", "")],
    ),
]


@pytest.mark.parametrize(
    ("sent", "expected"), [row[1:] for row in OWN_SUGGESTIONS], ids=[row[0] for row in OWN_SUGGESTIONS]
)
def test_our_own_suggestion_comes_back(terminology: Terminology, sent: Json, expected: list[tuple[str, str]]) -> None:
    assert [(order.action, order.member) for order in read(terminology, sent).orders] == expected


@pytest.mark.parametrize(
    ("priority", "action"),
    [
        ("urgent", "neurology_referral_urgent"),
        ("asap", "neurology_referral_urgent"),
        ("stat", "neurology_referral_urgent"),
        ("routine", "neurology_referral_routine"),
        (None, "neurology_referral_routine"),
    ],
)
def test_the_priority_tells_an_urgent_referral_from_a_routine_one(
    terminology: Terminology, priority: str | None, action: str
) -> None:
    (order,) = read(terminology, request(REFERRAL, priority=priority)).orders
    assert (order.action, order.urgent) == (action, action.endswith("urgent"))


def test_drafts_of_the_call_count_today(terminology: Terminology) -> None:
    draft = without(request(EMG, status="draft"), "authoredOn")
    (order,) = read(terminology, drafts=(draft,)).orders
    assert (order.action, order.status, order.day, order.this_call) == ("emg_ncs", "draft", date(2026, 11, 20), True)


def test_drafts_of_another_patient_are_not_read(terminology: Terminology) -> None:
    case = read(terminology, drafts=(request(EMG, status="draft", subject={"reference": "Patient/q"}),))
    assert (case.orders, len(case.not_understood)) == ((), 1)


def test_of_the_same_kind_the_newest_counts(terminology: Terminology) -> None:
    older = {**request(EMG, authoredOn="2026-01-01"), "id": "older"}
    assert orders(read(terminology, older, request(EMG))) == [("emg_ncs", "", "requested", "2026-11-10")]
