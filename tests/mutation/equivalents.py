"""Mutants that no patient can tell from the shipped content, each with the reason; found among survivors by reading."""

from __future__ import annotations

from tests.mutation.mutants import Mutant

REASONS = {
    ("patterns/bulbar_motor_syndrome.yaml", "jaw_or_affect", "drop jaw_or_affect"): (
        "a brisk jaw jerk or pseudobulbar affect makes the bulbar region UMN_any, and then the clause with_limb holds"
    ),
    ("patterns/hemifacial_spasm.yaml", "has_side", "drop has_side"): (
        "a palsy without a side is on no finding's side in any case"
    ),
    ("patterns/infection_risk_lmn.yaml", "indicator", "drop {is: info}"): (
        "information is what a pattern is where no row says otherwise"
    ),
    ("patterns/hirayama_pattern.yaml", "fires", "drop bulbar_lmn_sign"): (
        "such a sign makes the bulbar region LMN-positive, and the pattern asks for the cervical region alone"
    ),
    ("patterns/eyelid_twitch_benign.yaml", "suggest", "number 16 -> 15"): (
        "under 16 the pattern does not fire by its own clause"
    ),
    ("patterns/respiratory_insufficiency_mnd.yaml", "any/1/all", "number 50 -> 49"): (
        "below 50 another clause holds already"
    ),
    ("precedence.yaml", "specific_first/6/silences/0", "drop umn_only"): (
        "umn_only does not fire beside myelopathy, a brain or a lupus pattern by its own text"
    ),
    ("terms/known_disease.yaml", "explained_by_known_lesion", "drop bulbar_lmn_sign"): (
        "such a sign makes the bulbar region LMN-positive, which another clause of P6 forbids"
    ),
    ("terms/syndromes.yaml", "ck_over_25", "drop age: {at_most: 90}"): (
        "the newest result counts, and the pattern itself asks for one of 90 days"
    ),
}
"""By file, a part of the way to the place, and the beginning of the change."""


def reason_for(mutant: Mutant) -> str:
    """Why the mutant is equivalent, empty where it is not known to be."""
    return next(
        (
            why
            for (file, where, change), why in REASONS.items()
            if file == mutant.file and where in mutant.where and mutant.change.startswith(change)
        ),
        "",
    )
