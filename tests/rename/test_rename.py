"""With every key of the medicine renamed in a copy of the content, the answers are the same in the new names."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from cds_service.authoring.rehearse import rehearsed
from cds_service.authoring.render import load_fixture
from cds_service.knowledge.load import load_knowledge
from cds_service.knowledge.locate import content_folder
from cds_service.knowledge.model import Knowledge
from cds_service.neuro.reasoning import reason
from cds_service.neuro.recommendations import recommend
from tests.rename.renamer import renamed, renamed_codes, renamed_copy
from tests.vignettes.answer import answer_of_cards, answer_of_core, misses
from tests.vignettes.case_of import case_of
from tests.vignettes.routes import TODAY, decide_on, shipped_knowledge, within
from tests.vignettes.vignette import VIGNETTES, Vignette, vignette_of

PREFIX = "renamed_"

every_vignette = pytest.mark.parametrize("vignette", within(shipped_knowledge()), ids=lambda vignette: vignette.name)


def names_of(knowledge: Knowledge) -> Mapping[str, str]:
    """A new name for every key of the medicine."""
    clinical = knowledge.clinical
    keys = {
        *clinical.signs,
        *clinical.anatomy.sites,
        *clinical.conditions,
        *clinical.patterns,
        *knowledge.actions.actions,
        *knowledge.terminology.keys.medications,
    }
    return {key: f"{PREFIX}{key}" for key in sorted(keys)}


NAMES = names_of(shipped_knowledge())


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The renamed content."""
    target = tmp_path_factory.mktemp("renamed") / "fhir_mappings"
    return load_knowledge(renamed_copy(content_folder(), target, NAMES))


def test_no_old_key_is_left(knowledge: Knowledge) -> None:
    assert {key for key in names_of(knowledge) if not key.startswith(PREFIX)} == set()
    assert set(names_of(knowledge)) == set(NAMES.values())


def test_the_examples_inside_the_content_hold_in_the_new_names(knowledge: Knowledge) -> None:
    expected = {
        (key, number): example.result
        for key, pattern in knowledge.clinical.patterns.items()
        for number, example in enumerate(pattern.examples)
    }
    found = {
        (key, number): rehearsed(knowledge.clinical.patterns[key].examples[number], knowledge).get(key, "no")
        for key, number in expected
    }
    assert found == expected
    assert len(found) > len(knowledge.clinical.patterns)


@every_vignette
def test_the_renamed_findings_give_the_renamed_answer(vignette: Vignette, knowledge: Knowledge) -> None:
    other = _renamed_vignette(vignette)
    case = case_of(other, TODAY)
    reasoning = reason(case, knowledge, TODAY)
    assert misses(answer_of_core(reasoning, recommend(reasoning, case, knowledge, TODAY)), other.expected) == []


@every_vignette
def test_the_same_fhir_gives_cards_in_the_new_names(vignette: Vignette, knowledge: Knowledge) -> None:
    """Standard codes stay what they are; only those of the project's own CodeSystem are keys."""
    own = f"{knowledge.manifest.canonical_base}/CodeSystem/motor-exam"
    request = renamed_codes(load_fixture(vignette.request_path, TODAY), NAMES, own)
    cards = decide_on(request, TODAY, knowledge).cards
    assert misses(answer_of_cards(cards), _renamed_vignette(vignette).expected) == []


def _renamed_vignette(vignette: Vignette) -> Vignette:
    rows = json.loads((VIGNETTES / "expected.json").read_text(encoding="utf-8"))
    return vignette_of(renamed(next(row for row in rows if row["id"] == vignette.id), NAMES))
