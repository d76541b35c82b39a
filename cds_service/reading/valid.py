"""One resource at a time: checked by hand, then by fhir.resources, and only where its code matters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from fhir.resources.R4B.condition import Condition
from fhir.resources.R4B.diagnosticreport import DiagnosticReport
from fhir.resources.R4B.familymemberhistory import FamilyMemberHistory
from fhir.resources.R4B.medication import Medication
from fhir.resources.R4B.medicationrequest import MedicationRequest
from fhir.resources.R4B.observation import Observation
from fhir.resources.R4B.procedure import Procedure
from fhir.resources.R4B.servicerequest import ServiceRequest
from pydantic import BaseModel, ValidationError

from cds_service.reading.shapes import SHAPES, WrongShape, kept

MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "Observation": Observation,
    "Condition": Condition,
    "DiagnosticReport": DiagnosticReport,
    "Procedure": Procedure,
    "ServiceRequest": ServiceRequest,
    "MedicationRequest": MedicationRequest,
    "Medication": Medication,
    "FamilyMemberHistory": FamilyMemberHistory,
}
_WHEN: Final = ("effectiveDateTime", "effectivePeriod", "effectiveInstant")


class Unreadable(Exception):
    """A resource that cannot be read. The message says why, without its content."""


def valid(resource: Mapping[str, Any]) -> dict[str, Any]:
    """The members of ``resource`` that reading looks at, as plain values of the right JSON types.

    Unknown members, and members that nobody reads, are left out before validating. Dates stay as written.
    Raises Unreadable where a member has the wrong type, where fhir.resources (R4B) refuses what is left, and for a
    modifier extension: it may turn the meaning round, and FHIR asks not to read past one that is not understood.
    """
    kind = str(resource.get("resourceType"))
    if resource.get("modifierExtension"):
        raise Unreadable("it has a modifier extension")
    try:
        copy = kept(resource, SHAPES[kind])
        if any(name in copy for name in _WHEN):
            copy.pop("issued", None)
        MODELS[kind].model_validate(copy)
    except WrongShape as error:
        raise Unreadable(str(error)) from error
    except ValidationError as error:
        raise Unreadable(f"it is no valid {kind}: {_places(error)}") from error
    except (KeyError, RecursionError, ValueError, TypeError, ArithmeticError) as error:
        raise Unreadable(f"it is no valid {kind}") from error
    return copy


def _places(error: ValidationError) -> str:
    places = {".".join(str(step) for step in detail["loc"]) or "its members" for detail in error.errors()}
    return ", ".join(sorted(places))
