"""The focal algorithm of one limb, step by step (knowledge.md 1.7)."""

from __future__ import annotations

import pytest

from cds_service.knowledge.model import Knowledge
from cds_service.neuro.localization.focal import Focal, affected_muscles, focal
from tests.examination import case_of, view_of


def focus(examination: str, knowledge: Knowledge) -> Focal:
    view = view_of(case_of(examination), knowledge)
    facts = [fact for group in view.active.values() for fact in group]
    negatives = [fact for group in view.absent.values() for fact in group]
    return focal(facts, negatives, knowledge.clinical.anatomy)


def weak(*muscles: str, side: str = "left") -> str:
    return "".join(f"weakness {muscle} {side}\n" for muscle in muscles)


@pytest.mark.parametrize(
    ("examination", "confined"),
    [
        (weak("triceps"), True),
        (weak("triceps") + weak("biceps", side="right"), False),
        (weak("triceps") + weak("quadriceps"), False),
        (weak("triceps") + "fasciculations calf left", False),
        (weak("triceps") + "flaccidity leg left", False),
        (weak("triceps") + "weakness hand", True),  # unknown side may be this one
        (weak("triceps") + "weakness", False),  # no place: it may be anywhere
        (weak("triceps") + "weakness face left", False),
        (weak("triceps") + "sensory_loss foot right", True),  # not a motor sign
        ("sensory_loss hand left", False),
    ],
)
def test_confined_to_one_limb_on_one_side(examination: str, confined: bool, knowledge: Knowledge) -> None:
    assert focus(examination, knowledge).confined is confined


@pytest.mark.parametrize(
    ("muscles", "roots", "nerve", "trunk", "plexus_parts"),
    [
        (("triceps", "flexor_carpi_radialis", "extensor_digitorum"), ("C7",), "", "", ("middle trunk",)),
        (
            ("first_dorsal_interosseous", "abductor_digiti_minimi"),
            ("T1",),
            "ulnar",
            "ulnar",
            ("lower trunk", "medial cord"),
        ),
        (
            ("flexor_pollicis_longus", "fdp_index"),
            ("C8",),
            "anterior interosseous",
            "median",
            ("lower trunk", "medial cord"),
        ),
        (("tibialis_anterior", "fibularis_longus"), ("L5",), "common fibular", "sciatic", ("sacral",)),
        (("tibialis_anterior", "tibialis_posterior"), ("L4", "L5"), "sciatic", "sciatic", ("sacral",)),
        (("infraspinatus", "flexor_pollicis_longus"), (), "", "", ()),
        (("serratus_anterior", "triceps"), ("C6", "C7"), "", "", ()),
    ],
)
def test_candidates_are_what_all_muscles_share(
    muscles: tuple[str, ...],
    roots: tuple[str, ...],
    nerve: str,
    trunk: str,
    plexus_parts: tuple[str, ...],
    knowledge: Knowledge,
) -> None:
    found = focus(weak(*muscles), knowledge)
    assert (set(found.root_candidates), found.nerve, found.trunk) == (set(roots), nerve, trunk)
    assert set(found.plexus_candidates) == set(plexus_parts)


def test_a_root_must_be_main_for_one_of_the_muscles(knowledge: Knowledge) -> None:
    """C8 is common to all three and main for none."""
    found = focus(weak("extensor_digitorum", "first_dorsal_interosseous", "triceps"), knowledge)
    assert found.root_candidates == ()


def test_a_lost_reflex_adds_its_muscle(knowledge: Knowledge) -> None:
    found = focus(weak("flexor_carpi_radialis") + "areflexia triceps_reflex left", knowledge)
    assert found.muscles == ("flexor_carpi_radialis", "triceps")
    assert found.root == "C7"


def test_coarse_sites_add_no_muscle(knowledge: Knowledge) -> None:
    found = focus("weakness hand left\natrophy forearm left\n", knowledge)
    assert (found.confined, found.muscles, found.has_weak_muscle) == (True, (), False)


def test_wasting_alone_is_no_weak_muscle(knowledge: Knowledge) -> None:
    assert not focus("atrophy triceps left", knowledge).has_weak_muscle
    assert focus(weak("triceps"), knowledge).has_weak_muscle


def test_a_normal_muscle_weakens_a_candidate_and_does_not_delete_it(knowledge: Knowledge) -> None:
    found = focus(weak("tibialis_anterior", "fibularis_longus") + "no weakness tibialis_posterior left", knowledge)
    assert found.root == "L5"
    assert set(found.against) == {"L5", "sciatic"}


L5_FOOT = weak("tibialis_anterior")
C7_ARM = weak("triceps", "flexor_carpi_radialis")


@pytest.mark.parametrize(
    ("examination", "satisfied"),
    [
        (C7_ARM, True),  # two trunk nerves
        (L5_FOOT, False),
        (L5_FOOT + "dermatomal_sensory_loss foot left L5", True),
        (L5_FOOT + "dermatomal_sensory_loss foot left l 5", True),
        (L5_FOOT + "dermatomal_sensory_loss foot left S1", False),
        (L5_FOOT + "dermatomal_sensory_loss foot right L5", False),
        (L5_FOOT + "dermatomal_sensory_loss foot left", False),
        (L5_FOOT + "radicular_pain leg left L4", True),
        (L5_FOOT + "radicular_pain unspecified left L4", True),
        (weak("gastrocnemius") + "areflexia ankle_reflex left\ndermatomal_sensory_loss foot left S2", True),
    ],
)
def test_root_is_satisfied(examination: str, satisfied: bool, knowledge: Knowledge) -> None:
    assert focus(examination, knowledge).satisfied_root is satisfied


@pytest.mark.parametrize(
    ("examination", "satisfied"),
    [
        (weak("first_dorsal_interosseous", "abductor_digiti_minimi"), True),
        (weak("first_dorsal_interosseous"), False),
        (weak("first_dorsal_interosseous") + "nerve_territory_sensory_loss hand left ulnar", True),
        (weak("first_dorsal_interosseous") + "nerve_territory_sensory_loss hand left median", False),
        (C7_ARM, False),
    ],
)
def test_nerve_is_satisfied(examination: str, satisfied: bool, knowledge: Knowledge) -> None:
    assert focus(examination, knowledge).satisfied_nerve is satisfied


@pytest.mark.parametrize(
    ("muscles", "plexus", "satisfied"),
    [
        (("infraspinatus", "flexor_pollicis_longus"), "brachial", True),
        (("iliopsoas", "gastrocnemius"), "lumbosacral", True),
        (("triceps", "flexor_carpi_radialis"), "brachial", False),  # a root explains both
        (("first_dorsal_interosseous", "fdp_little"), "brachial", False),  # one nerve
    ],
)
def test_plexus_is_satisfied(muscles: tuple[str, ...], plexus: str, satisfied: bool, knowledge: Knowledge) -> None:
    found = focus(weak(*muscles), knowledge)
    assert (found.plexus, found.satisfied_plexus) == (plexus, satisfied)


def test_one_muscle_without_sensory_sign_cannot_be_told(knowledge: Knowledge) -> None:
    assert focus(L5_FOOT, knowledge).inseparable
    assert not focus(L5_FOOT + "radicular_pain leg left L5", knowledge).inseparable


def test_the_sensory_root_is_printed_first(knowledge: Knowledge) -> None:
    muscles = weak("tibialis_anterior", "tibialis_posterior")
    assert focus(muscles + "dermatomal_sensory_loss lower_leg left L4", knowledge).root == "L4"
    assert focus(muscles, knowledge).root == "L5"


def test_territories_of_several_nerves_are_listed(knowledge: Knowledge) -> None:
    sensory = "nerve_territory_sensory_loss hand left ulnar\nnerve_territory_sensory_loss hand left median\n"
    assert focus(weak("first_dorsal_interosseous") + sensory, knowledge).sensory_nerves == ("median", "ulnar")


def test_affected_muscles_of_the_whole_body_with_their_findings(knowledge: Knowledge) -> None:
    view = view_of(case_of(weak("triceps") + "atrophy triceps left\nweakness quadriceps right"), knowledge)
    facts = [fact for group in view.active.values() for fact in group]
    muscles = affected_muscles(facts, knowledge.clinical.anatomy)
    assert {muscle: len(ids) for muscle, ids in muscles.items()} == {"quadriceps": 1, "triceps": 2}
