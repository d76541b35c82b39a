"""``among``: active positives (said without it), explicit negatives, both, or positives past their window."""

from __future__ import annotations

from tests.spec.tiny import rules, selection

RECORD = (
    "weakness left hand; no weakness left foot; weakness right foot recorded=300; weakness right hand recorded=never"
)


@rules(
    {
        "{of: weakness}": "1",
        "{of: weakness, among: active}": "1",
        "{of: weakness, among: absent}": "2",
        "{of: weakness, among: recorded}": "1, 2",
        "{of: weakness, among: stale}": "3",
        "{among: absent}": "2",
        "{of: [weakness, atrophy], among: absent}": "2",
    }
)
def test_kinds_of_record(rule: str, result: str) -> None:
    assert selection(rule, RECORD) == result


def test_what_a_newer_record_replaced_is_not_stale() -> None:
    assert selection("{of: weakness, among: stale}", "weakness hand recorded=300; no weakness hand recorded=2") == ""
