"""A patient with a hand, a foot and a tongue that do not work, and the cards about that patient."""

from __future__ import annotations

from typing import Any

from cds_service.cards.build import build_cards
from cds_service.evidence import Call
from cds_service.neuro.case import Case, CodedEvidence, Grade, OrderOnRecord, Patient, Side
from cds_service.neuro.outcome import FiredPattern, Localization, ReadFinding, Reasoning
from cds_service.neuro.recommendations import recommend
from tests.cards.content import StandInKnowledge
from tests.recommendations.builders import TODAY, days_ago, pattern

CALL = Call(
    hook_instance="d1577c69-dfbe-44ad-ba6d-3e05e953b2ea",
    service_id="motor-neuron-signs",
    patient_id="pat-1",
    public_url="https://cds.example.org",
    user_id="Practitioner/1",
    encounter_id="enc-1",
)
SNOMED_CT = "http://snomed.info/sct"
RATIONALE = "org.motor-neuron-signs.rationale"


def seen(
    key: str,
    sign: str,
    site: str,
    side: Side,
    *,
    sign_class: str = "LMN",
    region: str = "cervical",
    days: int = 3,
    onset: int | None = None,
    grade: str = "",
    **more: Any,
) -> ReadFinding:
    """A finding of that many days ago; ``grade`` is written ``MRC:3``."""
    scale, _, value = grade.rpartition(":")
    defaults: dict[str, Any] = {
        "present": True, "source": "examined", "active": True,
        "evidence": (CodedEvidence(f"Observation/{key}", SNOMED_CT, "88092000", "as recorded"),),
    }  # fmt: skip
    return ReadFinding(
        id=key, sign=sign, sign_class=sign_class, site=site, side=side, region=region, recorded=days_ago(days),
        onset=None if onset is None else days_ago(onset), grade=Grade(scale, value) if grade else None,
        **(defaults | more),
    )  # fmt: skip


WEAK: dict[str, Any] = {"sign_class": "neutral-motor"}
FINDINGS = (
    seen("f1", "tongue_atrophy", "tongue", Side.BILATERAL, region="bulbar", onset=240),
    seen("f2", "dysarthria", "unspecified", Side.UNKNOWN, sign_class="bulbar", region="bulbar", onset=240),
    seen("f3", "weakness", "abductor_pollicis_brevis", Side.RIGHT, grade="MRC:3", onset=150, **WEAK),
    seen("f4", "weakness", "extensor_digitorum", Side.RIGHT, grade="MRC:4", onset=150, **WEAK),
    seen("f5", "atrophy", "abductor_pollicis_brevis", Side.RIGHT),
    seen("f6", "hyperreflexia", "biceps_reflex", Side.RIGHT, sign_class="UMN", grade="NINDS:4"),
    seen("f7", "extensor_plantar", "plantar", Side.LEFT, sign_class="UMN", region="lumbosacral", days=120,
         source="problem", evidence=(CodedEvidence("Condition/f7", SNOMED_CT, "1", "Babinski"),)),
    seen("f8", "sensory_loss", "generalised", Side.BILATERAL, sign_class="sensory", region="", present=False),
)  # fmt: skip

MIXED = pattern(
    "mixed_multi_region",
    must="neurology_referral_urgent emg_ncs mri_brain_wo ck electrolytes_ca_mg mri_cervical_spine",
    may="infection_serology",
    used=("f1", "f3", "f4", "f5", "f6", "f7"),
    localization=(
        Localization(
            "anterior horn cell and corticospinal tract, several regions; bulbar",
            site="motor_neurons",
            explains=("f1", "f5", "f6"),
            unexplained=("f2",),
        ),
    ),
    differential="ALS; cervical myelopathy with or without lumbar stenosis; hyperthyroidism",
    wrong="diabetic ankle areflexia counted with weak legs plus a brisk arm reflex",
    references=("S0", "R1"),
    lines=("Course not recorded: handled as progressive.",),
)
BULBAR = pattern(
    "bulbar_motor_syndrome", order=2, must="neurology_referral_urgent emg_ncs swallow_assessment", used=("f1", "f2"),
    localization=(Localization("bulbar, upper and lower motor neuron"),),
)  # fmt: skip
EMERGENCY = pattern(
    "acute_cord_syndrome", "critical", tier=0, must="mri_whole_spine emergency_now", may="spinal_team_referral",
    used=("f7",),
)  # fmt: skip


def cards_of(
    *patterns: FiredPattern,
    findings: tuple[ReadFinding, ...] = FINDINGS,
    orders: tuple[OrderOnRecord, ...] = (),
    call: Call = CALL,
    knowledge: StandInKnowledge | None = None,
    not_recorded: tuple[str, ...] = (),
    if_nothing_remains: FiredPattern | None = None,
    **record: Any,
) -> list[dict[str, Any]]:
    """The cards for these patterns; ``record`` are further members of the Case."""
    knowledge = knowledge or StandInKnowledge()
    case = Case(patient=Patient(age_months=63 * 12, sex="male"), orders=orders, **record)
    reasoning = Reasoning(
        findings=findings, shown=patterns, not_recorded=not_recorded, if_nothing_remains=if_nothing_remains
    )
    recommendations = recommend(reasoning, case, knowledge, TODAY)
    return build_cards(recommendations, reasoning, case, knowledge, call, TODAY)


def resources_of(card: dict[str, Any]) -> list[dict[str, Any]]:
    """The draft resources of all suggestions of one card."""
    return [action["resource"] for suggestion in card.get("suggestions", []) for action in suggestion["actions"]]
