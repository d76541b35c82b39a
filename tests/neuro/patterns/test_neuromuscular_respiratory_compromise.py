"""Neuromuscular signs with respiratory compromise: N and R of knowledge base 3.4, from different statements."""

from __future__ import annotations

from tests.neuro.told import chapter

test_n_the_neuromuscular_sign = chapter(
    "neuromuscular_respiratory_compromise",
    fires={
        f"N is {sign}": f"{sign}; dyspnoea_rest"
        for sign in (
            "weakness left arm",
            "weakness neck",
            "weakness diaphragm_muscle",
            "split_hand left hand",
            "head_drop",
            "fatigability",
            "diplopia",
            "tongue_weakness",
            "tongue_atrophy",
            "tongue_fasciculations",
            "fasciculations left leg",
            "areflexia left knee_reflex",
            "dysphagia; dysarthria",
            "weakness left arm problem recorded=28",
        )
    }
    | {"in myasthenia any new motor sign": "ptosis; dyspnoea_rest; on record myasthenia_gravis"}
    | {"in motor neuron disease too": "weakness generalised; dyspnoea_rest; on record als"},
    silent={
        "generalised weakness": "weakness generalised; dyspnoea_rest",
        "weakness without a place, beside a place": "weakness generalised; fatigue; dyspnoea_rest",
        "ptosis": "ptosis; dyspnoea_rest",
        "one bulbar symptom": "dysphagia; dyspnoea_rest",
        "ankle jerks": "areflexia both ankle_reflex; dyspnoea_rest",
        "an entry of 29 days": "weakness left arm problem recorded=29; dyspnoea_rest",
        "one-sided weakness of an old stroke": (
            "weakness left arm; dyspnoea_rest; on record stroke_sequelae left recorded=900"
        ),
        "nothing but breathlessness": "dyspnoea_rest; orthopnoea",
    },
    unknown={"weakness without a place": "weakness; dyspnoea_rest"},
)

test_r_the_respiratory_sign = chapter(
    "neuromuscular_respiratory_compromise",
    fires={
        "paradoxical breathing": "weakness left arm; paradoxical_breathing",
        "airway at risk": "weakness left arm; airway_risk",
        "breathless at rest": "weakness left arm; dyspnoea_rest",
        "breathless at rest for 2 days in motor neuron disease": (
            "weakness left arm; dyspnoea_rest recorded=2; on record als"
        ),
        "breathless lying flat": "weakness left arm; orthopnoea",
        "high carbon dioxide": "weakness left arm; hypercapnia",
        "high carbon dioxide, lung disease, fatigability": "fatigability; hypercapnia; on record chronic_lung_disease",
        "low oxygen, rapid": "weakness left arm; hypoxia; rapid_progression",
        "low oxygen in myasthenia": "ptosis; hypoxia; on record myasthenia_gravis",
        "vital capacity under 20 mL/kg": "weakness left arm; result vc_ml_kg 19",
        "FVC under half": "weakness left arm; result fvc_pct 49 day=28",
        "myasthenia: swallowing with a weak cough": "dysphagia; weak_cough; on record myasthenia_gravis",
        "myasthenia: chest infection does not explain": (
            "ptosis; dyspnoea_rest; acute_chest_infection; on record myasthenia_gravis"
        ),
    },
    silent={
        "breathless at rest for 3 days in motor neuron disease": (
            "weakness left arm; dyspnoea_rest recorded=3; on record als"
        ),
        "breathless at rest with a chest infection": "weakness left arm; dyspnoea_rest; acute_chest_infection",
        "breathless lying flat with heart failure": "weakness left arm; orthopnoea; on record heart_failure",
        "breathless lying flat with lung disease": "weakness left arm; orthopnoea; on record chronic_lung_disease",
        "breathless lying flat in motor neuron disease": "weakness left arm; orthopnoea; on record als",
        "chronic high carbon dioxide": "weakness left arm; hypercapnia flag=chronic",
        "high carbon dioxide in motor neuron disease": "weakness left arm; hypercapnia; on record als",
        "high carbon dioxide, lung disease, a weak arm": (
            "weakness left arm; hypercapnia; on record chronic_lung_disease"
        ),
        "low oxygen": "weakness left arm; hypoxia",
        "low oxygen, sudden": "weakness left arm; hypoxia; sudden_onset",
        "low oxygen, rapid, chest infection": "weakness left arm; hypoxia; rapid_progression; acute_chest_infection",
        "FVC of half": "weakness left arm; result fvc_pct 50",
        "FVC 29 days old": "weakness left arm; result fvc_pct 40 day=29",
        "FVC with heart failure": "weakness left arm; result fvc_pct 40; on record heart_failure",
        "breathless on exertion": "weakness left arm; dyspnoea_exertion",
        "one statement gave both": "weakness diaphragm_muscle statement=a; dyspnoea_rest statement=a",
    },
)
