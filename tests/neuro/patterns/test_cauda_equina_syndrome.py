"""Cauda equina syndrome (knowledge base 3.4)."""

from __future__ import annotations

from tests.neuro.told import chapter

test_cauda_equina_syndrome = chapter(
    "cauda_equina_syndrome",
    fires={
        "a saddle is sign and companion": "saddle_anaesthesia",
        "numbness of the perineum is a saddle": "sensory_loss perineum",
        "retention and back pain": "urinary_retention; back_pain",
        "bladder and radicular pain": "bladder_dysfunction; radicular_pain",
        "bowel and a weak foot": "bowel_dysfunction; weakness left foot",
        "sexual dysfunction and a lost ankle jerk": "sexual_dysfunction; areflexia left ankle_reflex",
        "bladder and a flaccid leg": "bladder_dysfunction; flaccidity left leg",
        "bladder and severe back pain": "bladder_dysfunction; back_pain grade=severe",
        "bladder and back pain, rapid": "bladder_dysfunction; back_pain; rapid_progression",
        "bladder with onset and back pain": "bladder_dysfunction onset=5; back_pain",
        "an upper motor neuron sign elsewhere": "saddle_anaesthesia; brisk_jaw_jerk",
        "weakness without a place beside pain": "urinary_retention; weakness left; neck_pain",
    },
    silent={
        "urgency is no bladder sign": "urinary_urgency; radicular_pain",
        "undated bladder with back pain only": "bladder_dysfunction; back_pain",
        "bladder for two months": "bladder_dysfunction onset=60; radicular_pain",
        "retention alone": "urinary_retention",
        "pain known from an old entry": "urinary_retention; back_pain problem recorded=60",
        "the cord syndrome fires": "saddle_anaesthesia; extensor_plantar left",
        "an arm is weak: the cord syndrome": "bladder_dysfunction; weakness left hand; radicular_pain",
    },
    unknown={
        "weakness without a place, no pain": "urinary_retention; weakness",
        "not progressive; an onset would decide": "bladder_dysfunction; radicular_pain; nonprogressive_course",
    },
)
