"""Bite or sting with neuromuscular signs (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import chapter

SIGNS = [
    "fasciculations left hand",
    "tongue_fasciculations",
    "myokymia_limb left leg",
    "cramps left calf",
    "distal_weakness both foot",
    "ptosis",
    "diplopia",
    "cholinergic_signs",
    "choking",
]

test_envenomation = chapter(
    "envenomation",
    fires={f"a bite with {sign}": f"recent_bite_sting; {sign}" for sign in SIGNS}
    | {"a bite 7 days ago": "recent_bite_sting recorded=7; ptosis"},
    silent={
        "a bite 8 days ago": "recent_bite_sting recorded=8; ptosis",
        "a bite with tingling": "recent_bite_sting; paraesthesia left hand",
        "a bite with an upper motor neuron sign only": "recent_bite_sting; extensor_plantar left",
        "a sign without a bite": "ptosis; weakness left arm",
    },
)
