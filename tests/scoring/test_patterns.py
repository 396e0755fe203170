"""Patterns of experts: Unicode words, and no pattern, however evil, that takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import Point, Reply, Situation, patterns, score

EVIL = [
    r"(a+)+$",
    r"(\w+\s?)*$",
    r"^(([a-z])+.)+[A-Z]([a-z])+$",
    r"(?:(?:a?){50}){50}a{50}",
    r"(a|aa)+$",
    r"([a-zA-Z]+)*$",
    r"(a(?R)?b)",
    r"(\w+\s?)+klaar$",
    r"\b(?:we|wij)\b.*\b(?:gaan|zullen)\b.*\b(?:oplossen|regelen)\b",
    r"(.*)(.*)(.*)(.*)(.*)[0-9]x",
]
TEXTS = [
    "a" * 4999 + "!",
    "dit is een heel gewone zin " * 185,
    "wij gaan " * 555,
    " " * 5000,
    "we zwemmen " * 450,
]


@pytest.mark.parametrize("pattern", EVIL)
def test_an_evil_pattern_is_refused_when_it_is_checked(pattern):
    assert patterns.problem(pattern, ("we zijn klaar",)) in ("slow", "empty")


@pytest.mark.parametrize(
    ("pattern", "why"),
    [("(", "compile"), ("[a", "compile"), ("a*", "empty"), ("", "empty"), ("sorry|excuses", "")],
)
def test_a_pattern_is_told_what_is_wrong_with_it(pattern, why):
    assert patterns.problem(pattern) == why


@pytest.mark.parametrize("pattern", EVIL)
def test_no_search_takes_long_even_if_nobody_checked(pattern):
    for text in TEXTS:
        best = min(_seconds(pattern, text) for _ in range(3))
        assert best < 0.1


def _seconds(pattern: str, text: str) -> float:
    begun = time.thread_time()
    patterns.find(pattern, text)
    return time.thread_time() - begun


def test_one_scoring_spends_little_on_five_evil_patterns():
    """What five of the worst add to scoring a reply of 5,000 characters, measured beside the same without them."""
    reply = Reply(TEXTS[1][:5000])
    costs = []
    for chosen in ((), tuple(EVIL[:5])):
        points = tuple(Point(f"p{n}", "Zeg iets.", pattern=p) for n, p in enumerate(chosen or ("",) * 5))
        situation = Situation(lang="nl", posts=("Hallo",), points=points)
        score(reply, situation)
        begun = time.thread_time()
        score(reply, situation)
        costs.append(time.thread_time() - begun)
    assert costs[1] - costs[0] < 0.1 * 5


@pytest.mark.parametrize(("pattern", "text", "found"), [
    (r"\bprivébericht\b", "Stuur een Privébericht.", "Privébericht"),
    (r"één\w*", "Op éénentwintig mei", "éénentwintig"),
    (r"(?<=tot )\w+", "tot donderdag", "donderdag"),
])  # fmt: skip
def test_words_are_those_of_dutch(pattern, text, found):
    start, end = patterns.find(pattern, text)
    assert text[start:end] == found


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=40), st.text(max_size=200))
def test_no_pattern_raises(pattern, text):
    patterns.find(pattern, text)
    assert patterns.problem(pattern) in ("", "compile", "empty", "slow")


def test_a_pattern_counts_for_its_point_on_the_very_words():
    situation = Situation(
        lang="nl", posts=("Wanneer hoor ik iets?",), points=(Point("dag", "Noem de dag.", pattern=r"\bdonderdag\b"),)
    )  # fmt: skip
    card = score(Reply("Dag Sanne, je hoort donderdag van ons. ^SV"), situation)
    (finding,) = [f for f in card.findings if dict(f.params).get("point") == "dag"]
    assert (finding.code, finding.effect) == ("met", 0)
    assert "Dag Sanne, je hoort donderdag van ons. ^SV"[finding.start : finding.end] == "donderdag"


def test_a_pattern_of_what_must_not_be_said_flags_it():
    point = Point("bellen", "Stuur niemand naar de telefoon.", forbidden=True, pattern=r"\bbel(?:len)?\b")
    situation = Situation(lang="nl", posts=("Help!",), points=(point,))
    card = score(Reply("Bel ons maar even."), situation)
    assert "protocol.forbidden_points" in {f.criterion for f in card.findings}
