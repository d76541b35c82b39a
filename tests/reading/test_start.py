"""Reading is ready at the first call."""

from __future__ import annotations

from cds_service.evidence import Entry, Evidence
from cds_service.knowledge.terminology import Terminology
from cds_service.reading.read import read_case
from cds_service.reading.shapes import SHAPES
from cds_service.reading.valid import MODELS
from cds_service.reading.warm_up import ONE_OF_EACH, warm_up
from tests.reading.builders import TODAY, loinc, observation, own


def test_one_resource_of_each_type_is_validated_at_start() -> None:
    warm_up()
    assert {one["resourceType"] for one in ONE_OF_EACH} == set(MODELS) == set(SHAPES)


def test_two_thousand_laboratory_values_hide_no_finding(terminology: Terminology) -> None:
    """What they cost is measured by ``make bench``."""
    values = [
        observation(loinc("2339-0"), id=str(number), valueQuantity={"value": 90, "code": "mg/dL"})
        for number in range(2000)
    ]
    findings = [observation(own("clonus"), id=f"f{number}") for number in range(12)]
    evidence = Evidence("p", "", tuple(Entry(one) for one in [*values, *findings]))
    assert len(read_case(evidence, terminology, TODAY).findings) == 12
