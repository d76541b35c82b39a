"""What the engine says: candidates and what they explain, equals said to be equal, examinations that separate."""

from __future__ import annotations

from cds_service.knowledge.model import Knowledge
from cds_service.neuro.localization.engine import Localized, localize
from cds_service.neuro.outcome import Localization
from tests.examination import case_of, view_of

FOOT_DROP = """
    weakness tibialis_anterior left
    weakness extensor_hallucis_longus left
"""
LITTLE_FINGER = """
    weakness first_dorsal_interosseous right
    weakness abductor_digiti_minimi right
    nerve_territory_sensory_loss hand right ulnar
"""


def located(examination: str, knowledge: Knowledge) -> Localized:
    return localize(view_of(case_of(examination), knowledge), knowledge.clinical)


def sites(localized: Localized) -> list[str]:
    return [candidate.site for candidate in localized.candidates]


def signs(ids: tuple[str, ...], examination: str, knowledge: Knowledge) -> set[tuple[str, str]]:
    """Sign and site of findings by their ids."""
    facts = {fact.id: (fact.sign, fact.site) for fact in view_of(case_of(examination), knowledge).facts}
    return {facts[key] for key in ids}


def test_one_added_normal_muscle_changes_the_order_and_is_shown_against(knowledge: Knowledge) -> None:
    sensation = "dermatomal_sensory_loss foot left L5\nweakness fibularis_longus left\n"
    before = located(FOOT_DROP + sensation, knowledge)
    spared = FOOT_DROP + sensation + "no weakness tibialis_posterior left\nno weakness gluteus_medius left\n"
    after = {candidate.site: candidate for candidate in located(spared, knowledge).candidates}
    assert sites(before)[0] == "root_l5"
    assert signs(after["root_l5"].against, spared, knowledge) == {
        ("weakness", "tibialis_posterior"),
        ("weakness", "gluteus_medius"),
    }
    one = LITTLE_FINGER + "no weakness fdp_little right\n"
    assert (sites(located(LITTLE_FINGER, knowledge))[0], sites(located(one, knowledge))[0]) == (
        "ulnar_nerve_elbow",
        "ulnar_nerve_wrist",
    )


def test_a_candidate_tells_what_it_explains_and_what_it_leaves(knowledge: Knowledge) -> None:
    examination = LITTLE_FINGER + "weakness quadriceps right\n"
    first = located(examination, knowledge).candidates[0]
    assert signs(first.unexplained, examination, knowledge) == {("weakness", "quadriceps")}
    assert signs(first.explains, examination, knowledge) == {
        ("weakness", "first_dorsal_interosseous"),
        ("weakness", "abductor_digiti_minimi"),
        ("nerve_territory_sensory_loss", "hand"),
    }


def test_equal_candidates_are_said_to_be_equal(knowledge: Knowledge) -> None:
    texts = {candidate.site: candidate.text for candidate in located(LITTLE_FINGER, knowledge).candidates}
    assert texts["ulnar_nerve_elbow"] == (
        "right ulnar nerve at the elbow; as likely as right ulnar nerve at the wrist, distal to the forearm muscles"
    )
    assert "as likely as right ulnar nerve at the elbow" in texts["ulnar_nerve_wrist"]


def test_the_separating_examination_is_computed_from_the_leading_candidates(knowledge: Knowledge) -> None:
    separators = located(LITTLE_FINGER, knowledge).separators
    assert separators[0].startswith(
        "test right flexor digitorum profundus, little finger (little finger tip flexion): weak in right ulnar nerve "
        "at the elbow"
    )
    tested = LITTLE_FINGER + "weakness fdp_little right\n"
    assert not any("little finger tip flexion" in text for text in located(tested, knowledge).separators)


def test_l5_root_and_fibular_nerve_are_separated_by_what_the_nerve_spares(knowledge: Knowledge) -> None:
    examination = FOOT_DROP + "weakness fibularis_longus left\n"
    localized = located(examination, knowledge)
    assert set(sites(localized)) >= {"root_l5", "common_fibular_nerve"}
    root, nerve = "left L5 root", "left common fibular nerve at the fibular head"
    assert any(is_split(text, root, nerve) for text in localized.separators)


def is_split(text: str, one: str, other: str) -> bool:
    """Whether the sentence has the two candidates on different sides of its comma."""
    found, _, spared = text.rpartition(", ")
    return (
        (one in found) != (one in spared)
        and (other in found) != (other in spared)
        and (one in found) == (other in spared)
    )


def test_the_other_side_is_the_other_candidate(knowledge: Knowledge) -> None:
    mirrored = LITTLE_FINGER.replace("right", "left")
    ours, theirs = located(LITTLE_FINGER, knowledge), located(mirrored, knowledge)
    assert [(one.site, one.side) for one in ours.candidates] == [
        (one.site, {"left": "right"}.get(one.side, one.side)) for one in theirs.candidates
    ]


def test_without_a_side_none_is_told(knowledge: Knowledge) -> None:
    first = located(LITTLE_FINGER.replace(" right", ""), knowledge).candidates[0]
    assert (first.side, first.text.split(";")[0]) == ("", "ulnar nerve at the elbow")


def test_fasciculations_or_pain_alone_point_nowhere(knowledge: Knowledge) -> None:
    nowhere = Localized()
    assert located("fasciculations calf left\nfasciculations hand right\n", knowledge) == nowhere
    assert located("back_pain trunk\nneck_pain neck\n", knowledge) == nowhere
    assert located("no weakness generalised bilateral\n", knowledge) == nowhere


def test_the_order_of_the_record_changes_nothing(knowledge: Knowledge) -> None:
    lines = [line for line in (LITTLE_FINGER + FOOT_DROP).splitlines() if line.strip()]
    there, back = located("\n".join(lines), knowledge), located("\n".join(reversed(lines)), knowledge)
    assert there == back
    assert isinstance(there.candidates[0], Localization)
