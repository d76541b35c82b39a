"""Reading values: units, limits, flags, and values that are a sign (clinical text 2.5 to 2.8; labs.csv)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from cds_service.knowledge.terminology import Terminology
from cds_service.neuro.case import Case
from tests.reading.builders import (
    Json,
    coding,
    concept,
    condition,
    icd,
    loinc,
    observation,
    own,
    read,
    verification,
    without,
)

UCUM = "http://unitsofmeasure.org"
FLAGS = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation"


def quantity(value: float, unit: str, **members: Any) -> Json:
    """A quantity with a UCUM code."""
    return {"value": value, "unit": unit, "system": UCUM, "code": unit, **members}


def value(
    code: str,
    amount: float,
    unit: str,
    /,
    low: float | None = None,
    high: float | None = None,
    flag: str = "",
    **members: Any,
) -> Json:
    """A laboratory Observation with its own limits or flag."""
    limits = {name: quantity(limit, unit) for name, limit in (("low", low), ("high", high)) if limit is not None}
    extra: Json = {"referenceRange": [limits]} if limits else {}
    extra |= {"interpretation": [concept(coding(FLAGS, flag))]} if flag else {}
    return observation(loinc(code), valueQuantity=quantity(amount, unit), **{**extra, **members})


def fields(case: Case) -> dict[str, str]:
    """Every result as text."""
    return {result.field: _text(result.value) for result in case.results}


def _text(amount: Decimal | str) -> str:
    return f"{amount.normalize():f}" if isinstance(amount, Decimal) else amount


CK, TSH, FT4, T3_FREE, T3_TOTAL = "2157-6", "3016-3", "14920-3", "14928-6", "14930-2"
K, CA, CA_IONISED, MG, FVC, FVC_L, FVC_PREDICTED = (
    "2823-3",
    "2000-8",
    "1995-0",
    "2601-3",
    "19872-1",
    "19868-9",
    "19869-7",
)

VALUES: list[tuple[str, list[Json], dict[str, str]]] = [
    ("CK by its own limit", [value(CK, 2800, "U/L", high=200)], {"ck_x_uln": "14", "ck_flag": "high"}),
    ("CK inside its limit", [value(CK, 100, "U/L", high=200)], {"ck_x_uln": "0.5", "ck_flag": "normal"}),
    ("CK by its flag alone has no ratio", [value(CK, 500, "U/L", flag="H")], {"ck_flag": "high"}),
    ("CK without either is said, never guessed", [value(CK, 500, "U/L")], {"ck_flag": "unknown"}),
    ("CK in another unit is not classified", [value(CK, 500, "ng/mL", high=200)], {}),
    ("an isoenzyme is no CK", [value("13969-1", 500, "U/L", high=200)], {}),
    ("a limit of nothing divides nothing", [value(CK, 500, "U/L", high=0)], {"ck_flag": "high"}),
    ("TSH low", [value(TSH, 0.01, "m[IU]/L", low=0.4, high=4.0)], {"tsh": "low"}),
    ("TSH high", [value(TSH, 9, "m[IU]/L", low=0.4, high=4.0)], {"tsh": "high"}),
    ("TSH normal", [value(TSH, 0.4, "m[IU]/L", low=0.4, high=4.0)], {"tsh": "normal"}),
    ("TSH: limits before the flag", [value(TSH, 0.01, "m[IU]/L", low=0.4, high=4.0, flag="N")], {"tsh": "low"}),
    ("TSH by its flag", [value(TSH, 0.01, "m[IU]/L", flag="LL")], {"tsh": "low"}),
    ("TSH flagged abnormal has no direction", [value(TSH, 0.01, "m[IU]/L", flag="A")], {}),
    ("TSH without either", [value(TSH, 0.01, "m[IU]/L")], {}),
    (
        "a limit is the number that it names",
        [
            observation(
                loinc(TSH),
                valueQuantity=quantity(0.01, "m[IU]/L", comparator="<"),
                referenceRange=[{"low": quantity(0.4, "m[IU]/L")}],
            )
        ],
        {"tsh": "low"},
    ),
    (
        "a printed unit, where no code is there",
        [observation(loinc(TSH), valueQuantity={"value": 9, "unit": "mU/L"}, referenceRange=[{"high": {"value": 4}}])],
        {"tsh": "high"},
    ),
    (
        "limits in another unit are none",
        [observation(loinc(TSH), valueQuantity=quantity(9, "m[IU]/L"), referenceRange=[{"high": quantity(4, "g/L")}])],
        {},
    ),
    (
        "limits that differ are none",
        [
            observation(
                loinc(TSH),
                valueQuantity=quantity(9, "m[IU]/L"),
                referenceRange=[{"high": quantity(4, "m[IU]/L")}, {"high": quantity(12, "m[IU]/L")}],
            )
        ],
        {},
    ),
    (
        "of several ranges the normal one",
        [
            observation(
                loinc(TSH),
                valueQuantity=quantity(9, "m[IU]/L"),
                referenceRange=[
                    {"high": quantity(4, "m[IU]/L")},
                    {"high": quantity(12, "m[IU]/L"), "type": concept(coding("x", "therapeutic"))},
                ],
            )
        ],
        {"tsh": "high"},
    ),
    (
        "free T3 before total T3 of the day",
        [value(T3_TOTAL, 3, "nmol/L", high=2), {**value(T3_FREE, 4, "pmol/L", high=6), "id": "free"}],
        {"t3": "normal"},
    ),
    ("potassium as a number", [value(K, 2.1, "mmol/L")], {"k_mmol": "2.1", "k_flag": "low"}),
    ("potassium in milliequivalents", [value(K, 6.5, "meq/L")], {"k_mmol": "6.5", "k_flag": "high"}),
    ("potassium in mg/dL is converted", [value("22760-3", 20, "mg/dL")], {"k_mmol": "5.116", "k_flag": "normal"}),
    ("potassium by its own limits", [value(K, 5.1, "mmol/L", low=3.5, high=5.0)], {"k_mmol": "5.1", "k_flag": "high"}),
    ("potassium in urine is none", [value("2828-2", 2, "mmol/L")], {}),
    (
        "calcium: the flag before the limits",
        [value(CA, 2.1, "mmol/L", low=2.0, high=2.6, flag="L")],
        {"ca_flag": "low"},
    ),
    ("calcium by its limits", [value(CA, 2.8, "mmol/L", low=2.0, high=2.6)], {"ca_flag": "high"}),
    (
        "calcium flagged abnormal, by its limits",
        [value(CA, 2.8, "mmol/L", low=2.0, high=2.6, flag="A")],
        {"ca_flag": "high"},
    ),
    ("calcium without either", [value(CA, 1.2, "mmol/L")], {}),
    (
        "ionised calcium before total",
        [value(CA, 1.9, "mmol/L", flag="L"), {**value(CA_IONISED, 1.2, "mmol/L", flag="N"), "id": "ionised"}],
        {"ca_flag": "normal"},
    ),
    ("magnesium", [value(MG, 0.5, "mmol/L", flag="L")], {"mg_flag": "low"}),
    ("FVC in percent", [value(FVC, 74, "%")], {"fvc_pct": "74"}),
    ("FVC as a ratio", [value(FVC, 0.74, "1")], {"fvc_pct": "74"}),
    ("litres alone are no percent", [value(FVC_L, 2.5, "L")], {}),
    (
        "litres with the predicted value of the day",
        [value(FVC_L, 2000, "mL"), {**value(FVC_PREDICTED, 4, "L"), "id": "predicted"}],
        {"fvc_pct": "50"},
    ),
    (
        "a predicted value of another day is none",
        [value(FVC_L, 2, "L"), {**value(FVC_PREDICTED, 4, "L", effectiveDateTime="2026-11-01"), "id": "predicted"}],
        {},
    ),
    ("the best of a day", [value(FVC, 60, "%"), {**value(FVC, 66, "%"), "id": "again"}], {"fvc_pct": "66"}),
    (
        "SNIP: the sign does not matter",
        [observation(own("snip_cmh2o"), valueQuantity=quantity(-38, "cm[H2O]"))],
        {"snip_cmh2o": "38"},
    ),
    (
        "vital capacity by weight",
        [value("19866-3", 1.2, "L"), {**value("29463-7", 80, "kg", effectiveDateTime="2026-10-01"), "id": "weight"}],
        {"vc_ml_kg": "15"},
    ),
    ("a weight alone is no result", [value("29463-7", 80, "kg")], {}),
    (
        "a component",
        [observation(concept(text="panel"), component=[{"code": loinc(K), "valueQuantity": quantity(2.4, "mmol/L")}])],
        {"k_mmol": "2.4", "k_flag": "low"},
    ),
    ("two years old", [value(FVC, 60, "%", effectiveDateTime="2024-11-20")], {"fvc_pct": "60"}),
    ("a day older", [value(FVC, 60, "%", effectiveDateTime="2024-11-19")], {}),
]


@pytest.mark.parametrize(("sent", "expected"), [row[1:] for row in VALUES], ids=[row[0] for row in VALUES])
def test_values(terminology: Terminology, sent: list[Json], expected: dict[str, str]) -> None:
    assert fields(read(terminology, *sent)) == expected


def test_every_day_of_a_serial_value_is_read(terminology: Terminology) -> None:
    sent = [{**value(FVC, 70 - day, "%", effectiveDateTime=f"2026-11-0{day}"), "id": str(day)} for day in (1, 2, 3)]
    days = {str(result.day): _text(result.value) for result in read(terminology, *sent).results}
    assert days == {"2026-11-01": "69", "2026-11-02": "68", "2026-11-03": "67"}


def test_else_the_newest_that_can_be_classified(terminology: Terminology) -> None:
    older = {**value(TSH, 0.01, "m[IU]/L", low=0.4, effectiveDateTime="2026-11-01"), "id": "older"}
    unclassified = value(TSH, 2, "m[IU]/L", effectiveDateTime="2026-11-10")
    assert [(r.value, str(r.day)) for r in read(terminology, older, unclassified).results] == [("low", "2026-11-01")]
    newer = value(TSH, 2, "m[IU]/L", low=0.4, effectiveDateTime="2026-11-10")
    assert [(r.value, str(r.day)) for r in read(terminology, older, newer).results] == [("normal", "2026-11-10")]


@pytest.mark.parametrize(("hour", "expected"), [("08", "low"), ("12", "high")])
def test_of_one_day_the_latest(terminology: Terminology, hour: str, expected: str) -> None:
    morning = value(K, 6.0, "mmol/L", effectiveDateTime="2026-11-10T10:00:00Z")
    other = {**value(K, 2.0, "mmol/L", effectiveDateTime=f"2026-11-10T{hour}:00:00Z"), "id": "other"}
    latest = "low" if hour == "12" else "high"
    assert fields(read(terminology, morning, other))["k_flag"] == latest
    assert expected != latest


LUNG_DISEASE = condition(icd("J44.9"))
SATURATION, PACO2 = "59408-5", "2019-8"

SIGNS: list[tuple[str, list[Json], list[tuple[str, bool]]]] = [
    ("94 %", [value(SATURATION, 94, "%")], [("hypoxia", True)]),
    ("95 %", [value(SATURATION, 95, "%")], [("hypoxia", False)]),
    ("0.93 as a ratio", [value(SATURATION, 0.93, "1")], [("hypoxia", True)]),
    ("93 % with chronic lung disease", [value(SATURATION, 93, "%"), LUNG_DISEASE], [("hypoxia", False)]),
    ("93 % with another disease", [value(SATURATION, 93, "%"), condition(icd("E11.9"))], [("hypoxia", True)]),
    (
        "93 % with a suspected lung disease",
        [value(SATURATION, 93, "%"), {**LUNG_DISEASE, "verificationStatus": verification("provisional")}],
        [("hypoxia", True)],
    ),
    ("92 % with chronic lung disease", [value(SATURATION, 92, "%"), LUNG_DISEASE], [("hypoxia", True)]),
    ("6.0 kPa", [value(PACO2, 6.0, "kPa")], [("hypercapnia", False)]),
    ("6.1 kPa", [value(PACO2, 6.1, "kPa")], [("hypercapnia", True)]),
    ("45 mmHg", [value(PACO2, 45, "mm[Hg]")], [("hypercapnia", False)]),
    ("46 mmHg", [value(PACO2, 46, "mm[Hg]")], [("hypercapnia", True)]),
    ("venous", [value("2021-4", 60, "mm[Hg]")], []),
    ("after exercise", [value("59412-7", 85, "%")], []),
    ("no unit", [observation(loinc(SATURATION), valueQuantity={"value": 90})], []),
]


@pytest.mark.parametrize(("sent", "expected"), [row[1:] for row in SIGNS], ids=[row[0] for row in SIGNS])
def test_values_that_are_a_sign(terminology: Terminology, sent: list[Json], expected: list[tuple[str, bool]]) -> None:
    assert [(finding.sign, finding.present) for finding in read(terminology, *sent).findings] == expected


def test_a_value_that_cannot_be_read_is_counted_and_the_next_one_is_read(terminology: Terminology) -> None:
    broken = {
        **value(K, 2.0, "mmol/L", effectiveDateTime="2026-11-18"),
        "id": "broken",
        "valueQuantity": {"value": "2.0"},
    }
    case = read(terminology, broken, value(K, 4.0, "mmol/L"))
    assert fields(case) == {"k_mmol": "4", "k_flag": "normal"}
    assert [unread.reason for unread in case.not_understood] == ["value is not number"]


def test_a_member_takes_the_time_of_its_panel(terminology: Terminology) -> None:
    panel = observation(loinc("24323-8"), hasMember=[{"reference": "Observation/k"}], effectiveDateTime="2026-11-09")
    member = {**without(value(K, 4.0, "mmol/L"), "effectiveDateTime"), "id": "k"}
    assert {str(result.day) for result in read(terminology, panel, member).results} == {"2026-11-09"}
