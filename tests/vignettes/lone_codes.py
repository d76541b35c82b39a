"""What a single coded statement gives: every finding code of the tables, alone in a record.

Run by hand, ``python -m tests.vignettes.lone_codes`` prints how many codes, each a lone positive Observation of today,
show each pattern, and with which indicator.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.vignettes.answer import RATIONALE
from tests.vignettes.routes import TODAY, decide_on

FINDINGS = Path(__file__).parents[2] / "fhir_mappings" / "terminology" / "findings.csv"
PATIENT = "synthetic-lone-code"
BORN = TODAY - timedelta(days=365 * 60 + 200)
PRESENT = {"coding": [{"system": "http://snomed.info/sct", "code": "52101004"}]}
_CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical"
_VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status"

Coding = tuple[str, str]


@cache
def finding_codes() -> tuple[Coding, ...]:
    """Every code of findings.csv that is switched on, once."""
    with FINDINGS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["verified"] == "yes"]
    return tuple(sorted({(row["system_uri"], row["code"]) for row in rows}))


def examined_today(coding: Coding) -> dict[str, Any]:
    """The code as an Observation of today that says present."""
    return {**_resource("Observation", coding), "status": "final", "effectiveDateTime": f"{TODAY}",
            "valueCodeableConcept": PRESENT}  # fmt: skip


def on_the_problem_list(coding: Coding, recorded: date) -> dict[str, Any]:
    """The code as an active, confirmed Condition that says nothing but when it was recorded."""
    return {
        **_resource("Condition", coding),
        "clinicalStatus": {"coding": [{"system": _CLINICAL, "code": "active"}]},
        "verificationStatus": {"coding": [{"system": _VERIFICATION, "code": "confirmed"}]},
        "recordedDate": recorded.isoformat(),
    }


def cards_of_a_lone(resource: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The cards for a patient of sixty with nothing else on record."""
    patient = {"resourceType": "Patient", "id": PATIENT, "gender": "female", "birthDate": BORN.isoformat()}
    listed = {"resourceType": "Bundle", "type": "searchset", "entry": [{"resource": resource}]}
    key = "observations" if resource["resourceType"] == "Observation" else "conditions"
    request = {
        "hookInstance": "00000000-0000-4000-8000-000000000000",
        "context": {"userId": "Practitioner/1", "patientId": PATIENT},
        "prefetch": {"patient": patient, "observations": None, "conditions": None, key: listed},
    }
    return decide_on(request, TODAY).cards


def table() -> str:
    """Codes per pattern and indicator, as a Markdown table; a code with several cards counts in each."""
    counts: Counter[tuple[str, str]] = Counter()
    for coding in finding_codes():
        cards = cards_of_a_lone(examined_today(coding))
        shown = {(card["extension"][RATIONALE]["pattern"], card["indicator"]) for card in cards}
        counts.update(shown or {("(no card)", "")})
    rows = [f"| {pattern} | {indicator} | {count} |" for (pattern, indicator), count in sorted(counts.items())]
    head = [f"{len(finding_codes())} codes, each alone as a positive Observation of today:", ""]
    return "\n".join([*head, "| pattern | indicator | codes |", "| --- | --- | --- |", *rows])


def _resource(kind: str, coding: Coding) -> dict[str, Any]:
    system, code = coding
    return {
        "resourceType": kind,
        "id": "lone",
        "code": {"coding": [{"system": system, "code": code}]},
        "subject": {"reference": f"Patient/{PATIENT}"},
    }


if __name__ == "__main__":
    print(table())
