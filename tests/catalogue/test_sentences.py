"""The sentences that a reviewer reads: where the words are right, the meaning was read right."""

from __future__ import annotations

import pytest

from tests.catalogue.rules import condition_words, finding_test_words, selection_words, shipped, words

CONDITIONS = [
    ("{some: {of: weakness_family, at: arm, dated: 14}}",
     "some finding: weakness of any kind, in the arm, begun 14 days ago or less, by a stated onset"),
    ("{none: [fever, spinal_trauma]}", "no finding: spinal trauma or fever"),
    ("{recorded: [atrophy, split_hand]}", "some finding: wasting or split hand, present or absent"),
    ("{absent: {of: weakness, regions_of: fasciculations}}",
     "examined and absent: weakness, in the whole region of every: fasciculations"),
    ("{absent: {of: weakness, at: arm}}", "examined and absent: weakness, in the arm"),
    ("{only: {of: bulbar_symptom, are: {sign: dysphagia}}}",
     "every finding (if any) of: a bulbar symptom, is dysphagia"),
    ("{count: {of: bulbar_symptom, distinct: sign, at_least: 2}}",
     "at least 2 different signs among: a bulbar symptom"),
    ("{both_sides: {of: reflex_loss, at: ankle_reflex}}",
     "on both sides: reduced or absent reflexes, at the ankle reflex"),
    ("{one_side: fever}", "on one side at most: fever"),
    ("{regions: {union: [umn_any, lmn_positive], at_least: 2}}",
     "at least 2 regions with upper motor neuron signs or lower motor neuron signs"),
    ("{regions: {both: [umn_any, lmn_positive], exactly: 1}}",
     "exactly 1 region with both upper motor neuron signs and lower motor neuron signs"),
    ("{regions: {union: [umn_any], exactly: 0}}", "no region with upper motor neuron signs"),
    ("{regions: {union: [lmn_positive], are: [cervical]}}",
     "lower motor neuron signs: in cervical region (arms), and in no other region"),
    ("{umn_any: [cervical, bulbar]}", "upper motor neuron signs in the bulbar region or cervical region (arms)"),
    ('{age: {at_least: 16, unknown_counts: "yes"}}', "age: 16 years or older, or not known"),
    ("{age: {at_most: 70}}", "age: younger than 71 years"),
    ('{age: {less_than: 24, months: "yes"}}', "age: younger than 24 months"),
    ("{on_record: [known_mnd, sle]}", "on record: confirmed motor neuron disease or systemic lupus erythematosus"),
    ("{not: {on_record: known_mnd}}", "not on record: confirmed motor neuron disease"),
    ("{medication: {any_of: [botulinum_toxin], ended: {at_most: 183}}}",
     "medicine on record: botulinum toxin, or ended 183 days ago or less"),
    ('{result: {field: k_mmol, age: {at_most: 2}, less_than: "2.5"}}',
     "potassium: less than 2.5 mmol/L, in a result at most 2 days old"),
    ("{not: {result: {field: ck_x_uln, age: {at_most: 90}, at_least: 10, days: 2}}}",
     "not: CK: 10 times its upper limit or more, on 2 different days or more, in a result at most 90 days old"),
    ("{focal: {limb: arm}}", "the motor signs are confined to one arm"),
    ("{order: {any_of: [fvc], status: [requested, resulted], age: {at_most: 2}}}",
     "requested or resulted, 2 days ago or less: Vital capacity (FVC, SNIP)"),
    ("{not: {pattern: [root_lesion, plexopathy]}}", 'no pattern fires: "root lesion" or "plexopathy"'),
    ("{shown: {tiers: [2, 3, 4]}}", "a pattern is shown: any of tier 2, 3 or 4"),
    ('{pattern: {critical: "yes"}}', "a pattern fires: any, with the indicator critical"),
    ("{clause: {pattern: sle_myelopathy, held: not_acute}}", '"cord signs in lupus" fires by its clause (not acute)'),
    ("[tempo_stated, {some: fever}]", "sudden onset or rapid progression is recorded; and some finding: fever"),
]  # fmt: skip

FINDING_TESTS = [
    ("{recorded: {at_most: 1}}", "recorded 1 day ago or less"),
    ("{onset: {at_most: 28}}", "begun 28 days ago or less (by a stated onset)"),
    ("{not: {onset: stated}}", "without a stated onset"),
    ("{duration: {more_than: 30}}", "known for more than 30 days"),
    ("{recorded_or_begun: {at_least: 180}}", "recorded or begun 180 days ago or more"),
    ("{first_recorded: {after: {condition: recent_stroke, by: -1}}}",
     "first recorded 1 day before the day of recent stroke or later"),
    ("{region: [cervical, lumbosacral]}", "in the cervical region (arms) or lumbosacral region (legs)"),
    ("{in_regions: lmn_positive}", "in a region with lower motor neuron signs"),
    ('{has_region: "no"}', "without a stated region"),
    ("{side: left-or-unknown}", "on the left or of unknown side"),
    ("{at: [arm, trunk]}", "in the arm or trunk"),
    ("{at_exactly: generalised}", "recorded for exactly this place: whole body"),
    ('{grade: {scale: MRC, at_least: "4-"}}', "graded MRC 4- or higher"),
    ("{grade: {levels: [T2, T12]}}", "with a level from T2 to T12"),
    ('{recorded_as_bilateral: "no"}', "not recorded as on both sides"),
    ("{earlier: {says: {better_by: 1}, scale: MRC, before: {at_least: 14}}}",
     "where an earlier record of the same, at least 14 days before it, says that it was a full grade better (MRC)"),
    ("{absent_here: atrophy}", "where this was examined and is absent: wasting"),
    ("{beside: {of: reflex_loss, same: [region, side]}}",
     "beside reduced or absent reflexes (of the same region and side where both are known)"),
    ("{beside: {of: weakness_family, same: [limb], side: other}}",
     "beside weakness of any kind (of the same limb, on the other side)"),
    ("{on_other_side_of: stroke_sequelae}", "on the side opposite to: old stroke with deficit"),
    ("{when: {some: fever}}", "provided that there is fever"),
    ("{not: {when: {some: fever}}}", "unless there is fever"),
    ("{not: {sign: ptosis}}", "other than ptosis"),
    ("{weight: [S, M]}", "of strong or moderate weight"),
    ("{not: {is: acute}}", "that is not acute"),
    ("{not: {is: belongs_to_recent_stroke}}", "not one that belongs to a recent stroke"),
    ("{any: [{source: examined}, {recent: 28}]}", "either examined; or recorded or begun 28 days ago or less"),
    ("{not: {any: [{source: examined}, {side: unknown}]}}", "neither examined nor of unknown side"),
]  # fmt: skip

SELECTIONS = [
    ("[ptosis, diplopia, bulbar_symptom]", "a bulbar symptom, ptosis or diplopia"),
    ("{class: bulbar, region: bulbar}", "any bulbar finding, in the bulbar region"),
    ("{of: sphincter_or_cord_sign, is: acute}", "a sphincter or cord sign that is acute"),
    ("{of: cord_limb_sign, sign: falls}", "a limb motor sign that is not only an old problem entry, namely falls"),
    ("{of: weakness, among: absent}", "weakness, examined and absent"),
    ("{among: stale}", "any finding, past its window"),
]


@pytest.mark.parametrize(("rule", "sentence"), CONDITIONS)
def test_a_condition_is_a_statement(rule: str, sentence: str) -> None:
    assert condition_words(rule) == [sentence]


@pytest.mark.parametrize(("rule", "sentence"), FINDING_TESTS)
def test_a_finding_test_follows_its_noun(rule: str, sentence: str) -> None:
    assert finding_test_words(rule) == [sentence]


@pytest.mark.parametrize(("rule", "sentence"), SELECTIONS)
def test_a_selection_is_a_noun(rule: str, sentence: str) -> None:
    assert selection_words(rule) == [sentence]


def test_what_is_joined_becomes_a_list_where_a_line_would_be_misread() -> None:
    assert condition_words("{any: [{all: [tempo_stated, cord_feature]}, {none: fever}]}") == [
        "any of these:",
        "  sudden onset or rapid progression is recorded; and a cord feature",
        "  no finding: fever",
    ]


def test_named_clauses_keep_a_line_each() -> None:
    assert condition_words("{any: {early: tempo_stated, not_late: cord_feature}}") == [
        "any of these:",
        "  (early) sudden onset or rapid progression is recorded",
        "  (not late) a cord feature",
    ]


def test_the_opposite_of_a_list_is_said_of_the_list() -> None:
    assert condition_words("{not: {all: [tempo_stated, cord_feature]}}")[0] == "not all of these:"
    assert condition_words("{not: {any: [tempo_stated, cord_feature]}}")[0] == "none of these:"


@pytest.mark.parametrize(
    ("pattern", "lines"),
    [
        (
            "mixed_same_region",
            [
                "all of these:",
                "  16 years or older (an unknown age counts)",
                "  exactly 1 region with upper motor neuron signs or lower motor neuron signs",
                "  exactly 1 region with both upper motor neuron signs and lower motor neuron signs",
                "  not on record: confirmed motor neuron disease",
                "  not: a known cord lesion explains the signs",
            ],
        ),
        (
            "progression_detected",
            [
                "all of these:",
                "  16 years or older (an unknown age counts)",
                "  not on record: confirmed motor neuron disease",
                "  examinations show that it became worse",
            ],
        ),
    ],
)
def test_a_pattern_reads_like_this(pattern: str, lines: list[str]) -> None:
    assert words(shipped().clinical.patterns[pattern].fires) == lines
