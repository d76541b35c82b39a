"""JSON Schema of the content files, so that an editor underlines a mistake while it is made.

Tables come from the models that load them. Terms and patterns come from the closed lists of words that the parser
knows and from the keys of the content, so that a wrong sign, term or operator is refused, and the right ones are
offered. What only the loader can tell (arguments of a term, kinds of terms that fit) is left to ``cds check``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, get_args

from pydantic import BaseModel

from cds_service.knowledge.actions import Action
from cds_service.knowledge.clinical import (
    ConditionContent,
    RegionContent,
    ResultContent,
    ScaleContent,
    SignContent,
    SiteContent,
)
from cds_service.knowledge.examples import Example
from cds_service.knowledge.model import Clinical, Knowledge
from cds_service.knowledge.parse_conditions import CONDITIONS
from cds_service.knowledge.parse_patterns import MEMBERS, REQUIRED
from cds_service.knowledge.parse_tests import TESTS
from cds_service.knowledge.patterns import IndicatorWord, Stage, ValueKind
from cds_service.knowledge.vocabulary import TERM_KINDS

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TABLES: dict[str, tuple[type[BaseModel], str]] = {
    "signs": (SignContent, "Signs by key: signs/*.yaml"),
    "anatomy": (SiteContent, "Sites, muscles and reflexes by key: anatomy/*.yaml"),
    "regions": (RegionContent, "Regions by key, rostral first: regions.yaml"),
    "conditions": (ConditionContent, "Diagnoses by key: conditions.yaml"),
    "results": (ResultContent, "Results by key: results.yaml"),
    "actions": (Action, "Actions by key: actions/*.yaml"),
}


def schemas(knowledge: Knowledge) -> dict[str, Schema]:
    """Every schema by the name of its file."""
    tables = {name: _table(model, title) for name, (model, title) in _TABLES.items()}
    return tables | {
        "scales": _table(ScaleContent, "Scales by raw sign and scale: scales.yaml", levels=2),
        "terms": _terms(knowledge),
        "patterns": _pattern(knowledge),
    }


def _table(model: type[BaseModel], title: str, levels: int = 1) -> Schema:
    schema = _as_written(model.model_json_schema(by_alias=True))
    definitions = schema.pop("$defs", {})
    for _ in range(levels):
        schema = {"type": "object", "minProperties": 1, "additionalProperties": schema}
    return {"$schema": DIALECT, "title": title, **schema, "$defs": definitions}


def _as_written(schema: Any) -> Any:
    """The schema of what stands in the file: yes and no are words there, and docstrings stay with the code."""
    if isinstance(schema, list):
        return [_as_written(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "boolean":
        return {"enum": ["yes", "no", True, False]}
    if isinstance(schema.get("description"), str):
        schema = {key: value for key, value in schema.items() if key != "description"}
    return {key: _as_written(value) for key, value in schema.items()}


# ---- the rule language ----


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list_of(schema: Schema) -> Schema:
    return {"type": "array", "items": schema, "minItems": 1}


def _one_or_several(keys: Iterable[str]) -> Schema:
    word = {"enum": sorted(keys)}
    return {"anyOf": [word, _list_of(word)]}


def _closed(members: dict[str, Any], **more: Any) -> Schema:
    return {"type": "object", "properties": members, "additionalProperties": False, **more}


def _language(knowledge: Knowledge) -> dict[str, Schema]:
    """The three kinds of expression, with every word and name that may stand in them."""
    clinical = knowledge.clinical
    groups = _named(clinical, "signs")
    named = _named(clinical, "test", "first")
    tests: Schema = {word: {} for word in (*TESTS, *named)}
    tests |= {"any": _list_of(_ref("test")), "all": _list_of(_ref("test")), "not": _ref("test")}
    tests |= {"sign": _ref("signs"), "absent_here": _ref("signs"), "region": _regions(clinical)}
    tests |= {"when": _ref("condition")}
    selections: Schema = {name: {} for name in _named(clinical, "selection")}
    filters: Schema = {"of": _ref("selection"), "except": _ref("selection"), "among": {}}
    selected = [*clinical.signs, *groups, *selections, "$of", "$companion"]
    return {
        "signs": _one_or_several([*clinical.signs, *groups]),
        "test": {"anyOf": [_word(named), _list_of(_ref("test")), _closed(tests)]},
        "selection": {
            "anyOf": [_word(selected), _list_of(_ref("selection")), _closed({**tests, **selections, **filters})]
        },
        "condition": _condition(clinical),
    }


def _condition(clinical: Clinical) -> Schema:
    named = _named(clinical, "condition")
    words: dict[str, Any] = {**{word: {} for word in CONDITIONS}, **{name: {} for name in named}}
    clauses = {"type": "object", "additionalProperties": _ref("condition"), "minProperties": 1}
    several = {"anyOf": [_list_of(_ref("condition")), clauses]}
    words |= {"all": several, "any": several, "not": _ref("condition")}
    words |= {word: _ref("selection") for word in ("some", "none", "both_sides", "one_side")}
    words |= {"recorded": _ref("signs")}
    one = _closed(words, minProperties=1, maxProperties=1)
    return {"anyOf": [_word(["always", *named]), _list_of(_ref("condition")), one]}


def _word(names: Collection[str]) -> Schema:
    return {"enum": sorted(names)}


def _regions(clinical: Clinical) -> Schema:
    return _one_or_several([*clinical.anatomy.regions, "$region"])


def _named(clinical: Clinical, *kinds: str) -> list[str]:
    return [term.name for term in clinical.terms.values() if term.kind in kinds]


# ---- terms and patterns ----

_WORDS: Schema = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}


def _terms(knowledge: Knowledge) -> Schema:
    clinical = knowledge.clinical
    row = _closed({"when": _ref("test"), "then": {"enum": ["yes", "no"]}}, required=["then"])
    kinds = {
        "signs": _ref("signs"),
        "conditions": _one_or_several([*clinical.conditions, *_named(clinical, "conditions")]),
        "selection": _ref("selection"),
        "test": _ref("test"),
        "first": _list_of(row),
        "condition": _ref("condition"),
    }
    one_kind = {"oneOf": [{"required": [kind]} for kind in TERM_KINDS]}
    members = {**kinds, "text": {"type": "string"}, "parameters": _WORDS, "references": _WORDS}
    term = _closed(members, required=["references"], **one_kind)
    title = "Terms by name: terms/*.yaml"
    by_name = {"type": "object", "additionalProperties": term}
    return {"$schema": DIALECT, "title": title, **by_name, "$defs": _language(knowledge)}


def _pattern(knowledge: Knowledge) -> Schema:
    condition, selection = _ref("condition"), _ref("selection")
    text = {"type": "string"}
    row = {"anyOf": [text, _closed({"when": condition, "text": text, "signs": selection})]}
    choice = {"anyOf": [row, _list_of(row)]}
    indicator = {"enum": list(get_args(IndicatorWord))}
    actions = _one_or_several(knowledge.actions.actions)
    yes_no = {"enum": ["yes", "no"]}
    asked = {"must": actions, "may": actions, "when": condition, "note": text, "despite_result": yes_no}
    value = {"type": "object", "propertyNames": {"enum": [*get_args(ValueKind), "otherwise"]}}
    known: dict[str, Any] = {
        "title": text,
        "tier": {"type": "integer", "minimum": 0, "maximum": 5},
        "stage": {"enum": list(get_args(Stage))},
        "indicator": {"anyOf": [indicator, _list_of(_closed({"when": condition, "is": indicator}, required=["is"]))]},
        "counting": _ref("test"),
        "fires": condition,
        "needs": _list_of(_closed({"when": condition, "used": _ref("test")}, required=["when", "used"])),
        "localization": {"type": "array", "items": choice},
        "suggest": {"type": "array", "items": _closed(asked, anyOf=[{"required": ["must"]}, {"required": ["may"]}])},
        "values": {"type": "object", "additionalProperties": value},
        "summary": choice,
        "lines": _list_of(row),
        "uses_dropped": yes_no,
        "differential": text,
        "wrong": text,
        "references": _WORDS,
        "examples": _list_of(_ref(Example.__name__)),
    }
    members = {member: known.get(member, {}) for member in MEMBERS}
    closed = _closed(members, required=list(REQUIRED))
    definitions = {**_language(knowledge), **_examples(knowledge)}
    return {"$schema": DIALECT, "title": "One pattern: patterns/<key>.yaml", **closed, "$defs": definitions}


def _examples(knowledge: Knowledge) -> dict[str, Schema]:
    """What an example is made of, with the keys that it may name; a number may stand without quotes."""
    clinical, terminology = knowledge.clinical, knowledge.terminology.keys
    example = _as_written(Example.model_json_schema())
    definitions: dict[str, Schema] = example.pop("$defs")
    keys: dict[str, Schema] = {
        "sign": _word(clinical.signs),
        "site": _word(clinical.anatomy.sites),
        "key": _word(clinical.conditions),
        "field": _word(clinical.results),
        "medications": _list_of(_word(terminology.medications)),
        "value": {"type": ["string", "number"]},
    }
    for definition in definitions.values():
        properties = definition["properties"]
        properties |= {member: keys[member] for member in properties if member in keys}
    return definitions | {Example.__name__: example}
