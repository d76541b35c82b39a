"""Random patients: findings that meet in wards and clinics, of every age of record, with and without diagnoses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from cds_service.neuro.case import Case, CodedEvidence, ConditionOnRecord, Finding, Grade, Patient, Result, Side
from tests.vignettes.routes import TODAY, shipped_knowledge

CLINICAL = shipped_knowledge().clinical

LIMB_SITES = ("arm", "leg", "hand", "foot", "shoulder", "hip", "triceps", "first_dorsal_interosseous", "quadriceps")
REFLEXES = ("biceps_reflex", "triceps_reflex", "knee_reflex", "ankle_reflex")
PLACES = {
    "weakness": (*LIMB_SITES, "face", "generalised", "unspecified"),
    "proximal_weakness": ("arm", "leg", "unspecified"),
    "distal_weakness": ("arm", "leg", "unspecified"),
    "atrophy": LIMB_SITES,
    "fasciculations": (*LIMB_SITES, "eyelid", "trunk"),
    "spasticity": ("arm", "leg"),
    "flaccidity": ("arm", "leg"),
    "hyperreflexia": REFLEXES,
    "hyporeflexia": REFLEXES,
    "areflexia": (*REFLEXES, "generalised"),
    "sensory_loss": ("hand", "foot", "leg", "trunk"),
    "paraesthesia": ("hand", "foot"),
    "vibration_proprioception_loss": ("foot",),
    "stocking_glove_loss": ("foot",),
    "radicular_pain": ("arm", "leg"),
    "myalgia": ("thigh",),
    "cramps": ("calf",),
    "muscle_stiffness": ("leg",),
}
"""Signs with the places where they are found; every other sign is recorded without a place."""

UNPLACED = (
    "extensor_plantar", "clonus", "hoffmann_sign", "brisk_jaw_jerk", "spastic_dysarthria", "central_facial_weakness",
    "lmn_facial_weakness", "tongue_atrophy", "tongue_fasciculations", "perioral_fasciculations", "dysarthria",
    "dysphagia", "choking", "vocal_fold_palsy", "head_drop", "gait_disturbance", "falls", "fatigue", "ataxia",
    "fatigability", "ptosis", "diplopia", "back_pain", "neck_pain", "bladder_dysfunction", "bowel_dysfunction",
    "urinary_urgency", "facial_myokymia", "hemifacial_spasm", "eyelid_twitch", "facial_contracture", "weak_cough",
    "orthopnoea", "morning_headache", "weight_loss", "progressive_course", "nonprogressive_course",
    "fluctuating_course", "gynaecomastia", "motor_delay", "acute_chest_infection", "hemisensory_loss",
)  # fmt: skip
EMERGENCIES = (
    "sudden_onset", "rapid_progression", "saddle_anaesthesia", "urinary_retention", "dyspnoea_rest",
    "paradoxical_breathing", "airway_risk", "cholinergic_signs", "anticholinergic_signs", "aphasia",
    "visual_field_loss", "recent_bite_sting", "dark_urine", "spinal_trauma", "sensory_level", "fever", "hypoxia",
    "hypercapnia", "reduced_consciousness",
)  # fmt: skip
"""The red flags of knowledge.md 3.4."""

SIGNS = (*sorted(PLACES), *UNPLACED, *EMERGENCIES)
MRC = tuple(Grade("MRC", value) for value in ("2", "3", "4-", "4", "4+"))
SETTLED = ("end_of_life", "palliative_care", "recent_stroke")
ACUTE = (
    "guillain_barre", "cord_compression", "acute_myelitis", "acute_cord_lesion", "cauda_equina",
    "critical_illness_neuromyopathy",
)  # fmt: skip
"""Diagnoses whose own sentences take cards away: the tables of patterns and ``test_exceptions`` tell of them."""

DIAGNOSES = tuple(sorted(set(CLINICAL.conditions) - {*SETTLED, *ACUTE}))


def days(most: int) -> st.SearchStrategy[date]:
    """A day of the last ``most`` days."""
    return st.integers(0, most).map(lambda ago: TODAY - timedelta(days=ago))


def finding_of(
    sign: str,
    *,
    present: st.SearchStrategy[bool],
    recorded: st.SearchStrategy[date],
    onset: st.SearchStrategy[date | None] | None = None,
) -> st.SearchStrategy[Finding]:
    """A finding of one sign in a place where it is found."""
    drawn = st.builds(
        Finding,
        sign=st.just(sign),
        present=present,
        site=st.sampled_from(PLACES.get(sign, ("unspecified",))),
        side=st.sampled_from([Side.LEFT, Side.LEFT, Side.RIGHT, Side.BILATERAL, Side.BILATERAL, Side.UNKNOWN]),
        recorded=recorded,
        onset=st.none() | st.none() | days(60) if onset is None else onset,
        grade=st.none() | st.sampled_from(MRC) if sign == "weakness" else st.none(),
        source=st.sampled_from(["examined", "examined", "examined", "problem"]),
    )
    return drawn.map(_without_contradiction)


def _without_contradiction(finding: Finding) -> Finding:
    """No grade and no onset of what is absent, no absent problem, and nothing recorded before it began."""
    if not finding.present:
        return replace(finding, grade=None, onset=None, source="examined")
    if finding.onset and finding.recorded and finding.onset > finding.recorded:
        return replace(finding, onset=finding.recorded)
    return finding


_recorded = days(20) | days(20) | days(250)
_findings = st.sampled_from(SIGNS).flatmap(
    lambda sign: finding_of(sign, present=st.sampled_from([True, True, True, False]), recorded=_recorded)
)
_conditions = st.builds(
    ConditionOnRecord,
    key=st.sampled_from(DIAGNOSES),
    side=st.sampled_from(Side),
    recorded=days(400),
    history=st.booleans(),
)
_results = st.builds(
    Result,
    field=st.sampled_from(["ck_x_uln", "fvc_pct", "k_mmol"]),
    value=st.sampled_from([Decimal(text) for text in ("2.4", "4", "12", "30", "45", "70", "95")]),
    day=days(30),
)


def numbered(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each finding from a statement and a resource of its own."""
    return tuple(
        replace(finding, statement=f"s{number}", evidence=(CodedEvidence(f"Observation/{number}"),))
        for number, finding in enumerate(findings)
    )


patients: st.SearchStrategy[Case] = st.builds(
    Case,
    patient=st.builds(
        Patient,
        st.sampled_from([None, 8 * 12, 20 * 12, 40 * 12, 60 * 12, 80 * 12]),
        st.sampled_from(["male", "female"]),
    ),
    findings=st.lists(_findings, min_size=1, max_size=6).map(numbered),
    conditions=st.lists(_conditions, max_size=1).map(tuple),
    results=st.lists(_results, max_size=1).map(tuple),
)


def _core(*findings: tuple[str, str, Side, int]) -> list[Finding]:
    """Findings of today that began so many days ago."""
    return [
        Finding(sign, True, site, side, TODAY, TODAY - timedelta(days=began)) for sign, site, side, began in findings
    ]


EMERGENCY_CORES = (
    _core(
        ("weakness", "arm", Side.LEFT, 0), ("weakness", "leg", Side.LEFT, 0),
        ("sudden_onset", "unspecified", Side.UNKNOWN, 0),
    ),
    _core(("weakness", "leg", Side.BILATERAL, 5), ("areflexia", "knee_reflex", Side.BILATERAL, 5)),
    _core(
        ("weakness", "leg", Side.BILATERAL, 5), ("extensor_plantar", "unspecified", Side.BILATERAL, 5),
        ("sensory_level", "trunk", Side.UNKNOWN, 5),
    ),
    _core(("urinary_retention", "unspecified", Side.UNKNOWN, 2), ("weakness", "leg", Side.LEFT, 2)),
    _core(("ptosis", "unspecified", Side.BILATERAL, 3), ("dysphagia", "unspecified", Side.UNKNOWN, 3)),
    _core(("paradoxical_breathing", "unspecified", Side.UNKNOWN, 3), ("head_drop", "unspecified", Side.UNKNOWN, 3)),
    _core(("cholinergic_signs", "unspecified", Side.UNKNOWN, 1), ("fasciculations", "arm", Side.LEFT, 1)),
    _core(("recent_bite_sting", "unspecified", Side.UNKNOWN, 1), ("diplopia", "unspecified", Side.UNKNOWN, 1)),
)  # fmt: skip
"""One textbook emergency for each pattern of tier 0 but lupus."""

emergency_patients: st.SearchStrategy[Case] = st.builds(
    lambda case, core: replace(case, findings=numbered([*case.findings, *core])),
    patients,
    st.sampled_from(EMERGENCY_CORES),
)


def with_finding(case: Case, finding: Finding) -> Case:
    """The same patient with one more finding."""
    return replace(case, findings=numbered([*case.findings, finding]))


def without_finding(case: Case, finding: Finding) -> Case:
    """The same patient without one finding."""
    return replace(case, findings=numbered([other for other in case.findings if other is not finding]))


def signs_recorded(case: Case, *, present: bool) -> frozenset[str]:
    """The signs of which the patient has a positive (or a negative) record."""
    return frozenset(finding.sign for finding in case.findings if finding.present is present)


def has_diagnosis(case: Case, *keys: str) -> bool:
    """Whether one of the diagnoses is on record."""
    return any(condition.key in keys for condition in case.conditions)
