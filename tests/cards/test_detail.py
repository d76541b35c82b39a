"""The detail: sections in the order of W4, emergencies with the action first (W5), readable at a glance."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cds_service.neuro.case import CodedEvidence, Grade, NotUnderstood, Side
from cds_service.neuro.outcome import Answer, FiredPattern, ReadFinding
from tests.cards.builders import BULBAR, EMERGENCY, FINDINGS, MIXED, cards_of, seen
from tests.recommendations.builders import days_ago, on_record, pattern


def detail_of(*patterns: FiredPattern, card: int = 0, **situation: Any) -> str:
    """The detail of one of the cards."""
    return str(cards_of(*patterns, **situation)[card]["detail"])


def lines_under(heading: str, detail: str) -> list[str]:
    """The list under a heading of the detail."""
    _, _, rest = detail.partition(f"**{heading}**\n\n")
    return rest.split("\n\n")[0].splitlines()


def test_sections_stand_in_the_fixed_order() -> None:
    detail = detail_of(
        MIXED, not_recorded=("tone",), orders=(on_record("ck", "resulted", 3),), truncated=("observations",)
    )  # fmt: skip
    headings = ["Findings match", "Triggered by", "Localises to", "Could also be:", "Not recorded:", "Suggested",
                "Consider", "Already requested", "Why:", "Limits"]  # fmt: skip
    places = [detail.index(f"**{heading}") for heading in headings]
    assert places == sorted(places)


def test_sections_with_nothing_to_say_are_left_out() -> None:
    detail = detail_of(pattern("umn_only"))
    assert [
        heading for heading in ("Triggered", "Localises", "Could", "Suggested", "Consider", "Why") if heading in detail
    ] == []


def test_an_emergency_starts_with_the_action() -> None:
    assert detail_of(EMERGENCY).splitlines()[0] == "**Do now:** Call the emergency or on-call team now; MRI whole spine"


def test_palliative_care_on_record_puts_the_goals_first() -> None:
    line = "Palliative care on record: goals of care first."
    detail = detail_of(replace(EMERGENCY, indicator="warning", goals_first=True, lines=(line, "Course not recorded.")))
    assert detail.splitlines()[0] == f"**{line}**"
    assert detail.count(line) == 1


def test_an_answered_emergency_starts_with_what_answers_it_and_suggests_nothing() -> None:
    answer = Answer("MRI whole spine resulted", days_ago(2), (CodedEvidence("DiagnosticReport/1"),))
    answered = replace(EMERGENCY, indicator="info", answer=answer, withheld=True)
    detail = detail_of(answered)
    assert detail.splitlines()[0] == "**In progress:** MRI whole spine resulted, 2026-11-18"
    assert "Suggested" not in detail
    assert "Do now" not in detail


@pytest.mark.parametrize(
    ("findings", "line"),
    [
        ((FINDINGS[0],), "**tongue atrophy**: tongue, both sides, 2026-11-17, since 2026-03-25"),
        ((FINDINGS[1],), "**dysarthria**: 2026-11-17, since 2026-03-25"),
        (
            FINDINGS[2:4],
            "**weakness**: right abductor pollicis brevis (MRC 3), right extensor digitorum (MRC 4), "
            "2026-11-17, since 2026-06-23",
        ),
        ((FINDINGS[6],), "**extensor plantar**: left plantar, 2026-07-23 (problem list; 120 days ago)"),
        ((replace(FINDINGS[5], recorded=None),), "**hyperreflexia**: right biceps reflex (NINDS 4), undated"),
        (
            (seen("f1", "sensory_level", "unspecified", Side.UNKNOWN, grade="T10"),),
            "**sensory level**: T10, 2026-11-17",
        ),
        (
            (seen("f1", "extensor_plantar", "plantar", Side.LEFT, grade="PLANTAR:extensor"),),
            "**extensor plantar**: left plantar, 2026-11-17",
        ),
        ((seen("f1", "weakness", "unspecified", Side.LEFT),), "**weakness**: left side, 2026-11-17"),
        (
            (seen("f1", "atrophy", "hand", Side.LEFT), seen("f3", "atrophy", "hand", Side.LEFT, days=30)),
            "**atrophy**: left hand, 2026-11-17; left hand, 2026-10-21",
        ),
        (
            (seen("f1", "weakness", "arm", Side.UNKNOWN, notes=("side: two that contradict each other",)),),
            "**weakness**: arm, 2026-11-17 (side: two that contradict each other)",
        ),
        (
            (
                seen("f1", "weakness", "arm", Side.LEFT, present=False),
                seen("f3", "atrophy", "hand", Side.RIGHT, present=False),
            ),
            "**Looked for and absent**: weakness (left arm), atrophy (right hand), 2026-11-17",
        ),
    ],
)  # fmt: skip
def test_a_finding_is_said_with_place_side_grade_date_and_age(findings: tuple[ReadFinding, ...], line: str) -> None:
    used = tuple(finding.id for finding in findings)
    assert lines_under("Triggered by", detail_of(pattern(used=used), findings=findings)) == [f"- {line}"]


def test_many_findings_are_cut_to_what_can_be_read_at_a_glance() -> None:
    many = tuple(seen(f"f{n}", f"sign {n}", "hand", Side.LEFT) for n in range(20))
    many += tuple(seen(f"g{n}", "sign 0", f"muscle {n}", Side.LEFT) for n in range(20))
    lines = lines_under("Triggered by", detail_of(pattern(used=tuple(f.id for f in many)), findings=many))
    assert len(lines) == 9
    assert lines[-1] == "- and 12 more"
    assert "and 15 more" in lines[0]


def test_only_findings_that_the_card_rests_on_are_named() -> None:
    assert len(lines_under("Triggered by", detail_of(pattern(used=("f5",))))) == 1


def test_a_place_says_what_it_does_not_explain_and_what_speaks_against_it() -> None:
    place = replace(MIXED.localization[0], text="cervical cord", unexplained=("f1", "f2"), against=("f8",))
    assert lines_under("Localises to", detail_of(replace(MIXED, localization=(place,)))) == [
        "- cervical cord; does not explain: tongue atrophy (tongue, both sides), dysarthria; "
        "speaks against: sensory loss (generalised, both sides)"
    ]


def test_the_second_card_points_to_what_the_first_suggests_already() -> None:
    first, second = (detail_of(MIXED, BULBAR, card=card) for card in (0, 1))
    assert "- **EMG and nerve conduction**" in lines_under("Suggested", first)
    assert lines_under("Suggested", second) == [
        "- **Swallow assessment**",
        "- On the card above: Urgent neurology referral, EMG and nerve conduction",
    ]


def test_a_pattern_without_a_card_is_a_line_on_the_first_and_its_action_says_for_whom() -> None:
    patterns = [pattern(f"p{n}", order=n, must=must) for n, must in enumerate(["ck", "fvc", "emg_ncs", "tsh_ft4"])]
    first, last = (detail_of(*patterns, card=card) for card in (0, 2))
    assert lines_under("Also matched", first) == ["- **Title of p3**: Summary of p3"]
    assert "- **Thyroid (TSH, free T4)**: for: Title of p3" in last
    assert "Also matched" not in last


@pytest.mark.parametrize(
    ("order", "heading", "line"),
    [
        (("ck", "requested", 3), "Already requested", "- **Creatine kinase (CK)**: requested on 2026-11-17"),
        (("ck", "resulted", 3), "Already requested", "- **Creatine kinase (CK)**: resulted on 2026-11-17"),
        (("ck", "draft", 1), "Already requested", "- **Creatine kinase (CK)**: draft waiting since 2026-11-19"),
        (("ck", "declined", 3), "Consider", "- **Creatine kinase (CK)**: declined on 2026-11-17"),
    ],
)
def test_what_is_on_record_is_said_with_its_date(order: Any, heading: str, line: str) -> None:
    detail = detail_of(pattern("umn_only", must="ck fvc"), orders=(on_record(*order),))
    assert lines_under(heading, detail) == [line]


def test_an_order_of_this_very_call_is_said_as_such() -> None:
    detail = detail_of(pattern("umn_only", must="ck"), orders=(on_record("ck", "draft", 0, this_call=True),))
    assert lines_under("Already requested", detail) == ["- **Creatine kinase (CK)**: among the orders being signed now"]


def test_an_old_order_beside_an_emergency_is_printed_and_does_not_replace_the_suggestion() -> None:
    detail = detail_of(EMERGENCY, orders=(on_record("mri_whole_spine", "requested", 5),))
    assert "- **MRI whole spine**" in lines_under("Suggested", detail)
    assert lines_under("Already requested", detail) == [
        "- **MRI whole spine**: requested on 2026-11-15; does not replace it here"
    ]


@pytest.mark.parametrize(
    ("missing", "said"), [((), ""), (("tone", "plantar responses"), "; not recorded: tone, plantar responses")]
)
def test_advice_says_what_is_advised_and_names_what_is_missing(missing: tuple[str, ...], said: str) -> None:
    detail = detail_of(pattern("insufficient_data", "info", must="complete_exam"), not_recorded=missing)
    assert lines_under("Suggested", detail) == [
        f"- **Complete the examination**: Examine and record the missing parts{said}"
    ]


def test_what_could_not_be_seen_of_the_record_is_said_in_words() -> None:
    odd = NotUnderstood("Observation/9", "http://snomed.info/sct", "1", "<script>", "no meaning here")
    detail = detail_of(
        MIXED, not_looked_at=("medications", "familyHistory"), truncated=("observations",), not_understood=(odd, odd)
    )  # fmt: skip
    assert lines_under("Limits", detail)[2:5] == [
        "- Could not be looked at: medications, family history.",
        "- Read only in part: observations.",
        "- Recorded statements that had no meaning here and were not used: 2.",
    ]
    assert "script" not in detail


HOSTILE = "<img src=x onerror=alert(1)> **now** [x](http://evil.example)\n# Heading"


def test_nothing_from_the_record_is_alive_on_the_card() -> None:
    hostile = seen("f1", "weakness", "arm", Side.LEFT, notes=(HOSTILE,))
    hostile = replace(hostile, grade=Grade("MRC", HOSTILE), evidence=(CodedEvidence("Observation/1", display=HOSTILE),))
    card = cards_of(
        replace(MIXED, used=("f1",), lines=(HOSTILE,), title=HOSTILE, differential=HOSTILE, wrong=HOSTILE),
        findings=(hostile,),
        not_recorded=(HOSTILE,),
        not_looked_at=(HOSTILE,),
    )[0]
    assert "<img" not in card["detail"]
    assert "[x]" not in card["detail"]
    assert "http://evil" not in card["detail"]
    assert "**now**" not in card["detail"]
    assert "\n# " not in card["detail"]
