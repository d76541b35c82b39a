"""Examples of a pattern: a short record, and what the pattern makes of it (knowledge.md N8). ``cds check`` runs them.

Days are counted back from the day of the rehearsal: ``recorded: 3`` is three days ago. What is left out is not
recorded, but for ``recorded`` of findings and results: that is today.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from cds_service.knowledge.content_model import ContentModel

Days = Annotated[int, Field(ge=0, le=36_500)]
SideWord = Literal["left", "right", "both", "unknown"]
ResultWord = Literal["yes", "no", "unknown"]


class ExampleGrade(ContentModel):
    """A grade of a scale; without a scale a bare text such as a spinal level."""

    value: str
    scale: str = ""


class ExampleFinding(ContentModel):
    """A sign with its place. ``present`` no: looked for and not there; ``problem``: from the problem list."""

    sign: str
    present: bool = True
    site: str = ""
    side: SideWord = "unknown"
    grade: ExampleGrade | None = None
    recorded: Days = 0
    onset: Days | None = None
    problem: bool = False


class ExampleCondition(ContentModel):
    """A confirmed diagnosis on record; ``history`` where it is only known as past."""

    key: str
    side: SideWord = "unknown"
    recorded: Days | None = None
    onset: Days | None = None
    history: bool = False


class ExampleResult(ContentModel):
    """A result: a number in the unit of its field, or ``low``, ``normal`` or ``high``."""

    field: str
    value: Annotated[str, Field(pattern=r"^(\d+(\.\d+)?|low|normal|high)$")]
    recorded: Days = 0


class Given(ContentModel):
    """The record of an example. ``age`` in years, or ``age_months``; ``medications`` are still taken."""

    findings: tuple[ExampleFinding, ...] = ()
    conditions: tuple[ExampleCondition, ...] = ()
    medications: tuple[str, ...] = ()
    results: tuple[ExampleResult, ...] = ()
    age: Annotated[int, Field(ge=0, le=120)] | None = None
    age_months: Annotated[int, Field(ge=0, le=1440)] | None = None
    sex: Literal["female", "male", ""] = ""

    @property
    def months(self) -> int | None:
        """The age in months, None where it is not known."""
        return self.age * 12 if self.age is not None else self.age_months


class Example(ContentModel):
    """A record, and the result of the pattern's own rule on it, before another pattern silences it."""

    given: Given
    result: ResultWord
