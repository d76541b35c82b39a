"""The code tables: strict to read, and true to their own rules (fhir_mappings/terminology/README.md)."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from cds_service.errors import ContentError
from cds_service.knowledge.check_digits import is_loinc, is_sctid
from cds_service.knowledge.code_systems import ICD_10_CM
from cds_service.knowledge.load_terminology import load_terminology
from cds_service.knowledge.locate import content_folder
from cds_service.knowledge.terminology import Terminology


def broken(folder: Path, file: str, old: str, new: str) -> list[str]:
    """What is said when the first ``old`` of one table of a copy of the content becomes ``new``."""
    copy = folder / "fhir_mappings"
    shutil.copytree(content_folder(), copy)
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ContentError) as refused:
        load_terminology(copy)
    return [str(fault) for fault in refused.value.faults]


FAULTS: list[tuple[str, str, str, str, str]] = [
    (
        "an unknown column",
        "terminology/findings.csv",
        "laterality",
        "lateralty",
        'fhir_mappings/terminology/findings.csv:1: no column is called "lateralty". Did you mean "laterality"?',
    ),
    (
        "a value outside a closed list",
        "terminology/findings.csv",
        ",present,finding,",
        ",presnt,finding,",
        'fhir_mappings/terminology/findings.csv:2: "presnt" is no value of polarity: present, absent, by-value. '
        'Did you mean "present"?',
    ),
    (
        "a wrong check digit",
        "terminology/findings.csv",
        ",86854008,",
        ",86854009,",
        'fhir_mappings/terminology/findings.csv:2: "86854009" is no SNOMED CT code: its check digit or form is wrong',
    ),
    (
        "a wrong LOINC check digit",
        "terminology/labs.csv",
        ",2157-6,",
        ",2157-7,",
        'fhir_mappings/terminology/labs.csv:2: "2157-7" is no LOINC code: its check digit or form is wrong',
    ),
    (
        "a row that stands twice",
        "terminology/icd_limb_side_exceptions.csv",
        "S42.018",
        "S42.017",
        "fhir_mappings/terminology/icd_limb_side_exceptions.csv:3: this row stands here twice (first on line 2)",
    ),
    (
        "a cell too many",
        "terminology/project-codesystem.csv",
        "sign,yes",
        "sign,yes,",
        "fhir_mappings/terminology/project-codesystem.csv:2: 6 cells where the header has 5",
    ),
    (
        "blanks round a value",
        "terminology/conditions.csv",
        ",als,,,,als,",
        ", als,,,,als,",
        "fhir_mappings/terminology/conditions.csv:2: condition has blanks round its value",
    ),
    (
        "a broken expression",
        "terminology/orders.csv",
        "(caspr2 & lgi1) | vgkc_complex",
        "(caspr2 & lgi1 | vgkc_complex",
        "",
    ),
    ("an unknown reading rule", "reading.yaml", "results_kept_days", "results_kept_day", "fhir_mappings/reading.yaml"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_faults_are_said_with_file_line_and_the_nearest_right_answer(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    faults = broken(tmp_path, file, old, new)
    assert any(fault.startswith(said or f"fhir_mappings/{file}") for fault in faults), faults


def test_a_missing_table_is_said(tmp_path: Path) -> None:
    copy = tmp_path / "fhir_mappings"
    shutil.copytree(content_folder(), copy)
    (copy / "terminology" / "labs.csv").unlink()
    with pytest.raises(ContentError, match=r"labs\.csv:0: the file is missing"):
        load_terminology(copy)


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("86854008", True),
        ("86854080", False),
        ("108691000119102", True),
        ("12345", False),
        ("8685400x", False),
        ("", False),
    ],
)
def test_check_digit_of_snomed_ct(code: str, right: bool) -> None:
    assert is_sctid(code) is right


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("2157-6", True),
        ("2157-5", False),
        ("LA9634-2", True),
        ("LA18459-0", True),
        ("LA9634-3", False),
        ("2157", False),
        ("-6", False),
    ],
)
def test_check_digit_of_loinc(code: str, right: bool) -> None:
    assert is_loinc(code) is right


def test_within_one_context_a_body_code_has_one_site(terminology: Terminology) -> None:
    places = Counter((row.system_uri, row.code, row.context) for row in terminology.tables.sites)
    assert [place for place, count in places.items() if count > 1] == []


def test_an_action_has_one_primary_code_a_system(terminology: Terminology) -> None:
    primary = Counter((row.action, row.system_uri) for row in terminology.tables.orders if row.primary == "yes")
    assert [action for action, count in primary.items() if count > 1] == []


def test_done_when_names_members_that_rows_give(terminology: Terminology) -> None:
    given = {(row.action, member) for row in terminology.tables.orders for member in row.members}
    named = {(action, member) for action, done in terminology.done_when.items() for member in done.members}
    assert named - given == set()


def test_the_project_has_a_code_for_every_key(terminology: Terminology) -> None:
    kinds = terminology.project
    own_signs = {key for key, kind in kinds.items() if kind == "sign"}
    own_sites = {key for key, kind in kinds.items() if kind in ("site", "muscle", "reflex")}
    assert terminology.keys.signs - own_signs == set()
    assert terminology.keys.sites - own_sites == set()


def test_scores_stay_within_the_maximum_of_their_item(terminology: Terminology) -> None:
    rows = [row for row in terminology.tables.nihss if row.score]
    assert [row for row in rows if int(row.score) > int(row.item_max)] == []


def test_the_maximum_of_an_item_is_the_same_in_both_tables(terminology: Terminology) -> None:
    asked = {row.code: row.nihss_maximum for row in terminology.tables.findings if row.nihss_maximum is not None}
    assert asked == {code: terminology.nihss[code].maximum for code in asked}


def test_a_code_means_what_it_begins_with_too(terminology: Terminology) -> None:
    found = {diagnosis.condition for diagnosis in terminology.conditions.rows((ICD_10_CM, "E11.42"))}
    assert found == {"diabetes", "diabetic_neuropathy"}
    assert terminology.conditions.rows((ICD_10_CM, "E1")) == ()
    assert terminology.conditions.rows(("urn:other", "E11.42")) == ()


def test_every_key_that_the_tables_use_is_known_by_kind(terminology: Terminology) -> None:
    keys = terminology.keys
    assert {"hyperreflexia", "tendon_reflex", "family_history_mnd", "clonus_unsustained"} <= keys.signs
    assert {"deltoid", "knee_reflex", "unspecified", "systemic"} <= keys.sites
    assert {"ck_x_uln", "k_mmol", "k_flag", "ca_flag", "fvc_pct"} <= keys.result_fields
    assert "" not in keys.signs | keys.sites | keys.conditions | keys.actions | keys.medications | keys.result_fields
