"""Which changes of a content file are tried: the table of a small pattern."""

from __future__ import annotations

from pathlib import Path

from tests.mutation.mutants import mutant_at, places_of

PATTERN = """\
title: left alone
tier: 3
fires:
  all:
    - {age: {more_than: 45}}
    - {some: {of: weakness, region: arm}}
suggest:
  - must: [ck]
references: [R1]
"""
CHANGES = [
    "4 all -> any",
    "5 drop {age: {more_than: 45}}",
    "5 negate {age: {more_than: 45}}",
    "5 more_than -> less_than",
    "5 number 45 -> 46",
    "5 number 45 -> 44",
    "6 drop {some: {of: weakness, region: arm}}",
    "6 negate {some: {of: weakness, region: arm}}",
    "6 some -> none",
    "6 drop of: weakness",
    "6 drop region: arm",
    "6 arm -> leg",
    "8 drop must: [ck]",
    "8 must -> may",
    "8 drop ck",
]


def test_every_clause_number_member_and_operator_and_no_word(tmp_path: Path) -> None:
    file = tmp_path / "patterns" / "small.yaml"
    file.parent.mkdir()
    file.write_text(PATTERN, encoding="utf-8")
    mutants = [mutant_at(place, tmp_path) for place in places_of(file, tmp_path)]
    assert [mutant.name for mutant in mutants if mutant] == [f"patterns/small.yaml:{change}" for change in CHANGES]


def test_a_mutant_is_the_file_with_one_change(tmp_path: Path) -> None:
    file = tmp_path / "small.yaml"
    file.write_text("fires: {any: [{age: {at_least: 16}}]}\n", encoding="utf-8")
    changed = {
        mutant.change: mutant.text for place in places_of(file, tmp_path) if (mutant := mutant_at(place, tmp_path))
    }
    assert changed["number 16 -> 17"] == "fires: {any: [{age: {at_least: 17}}]}\n"
    assert changed["negate {age: {at_least: 16}}"] == "fires: {any: [{not: {age: {at_least: 16}}}]}\n"
