"""What two texts are both about: the quick way of asking gives what comparing each word with each other one gives."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from scoring.content import Term, same, shared, subjects, terms
from scoring.text import Span

WORDS = st.sampled_from(
    [
        "pillen", "bloeddrukpillen", "bloed", "druk", "monteur", "monteurs", "internet", "internetstoring", "storing",
        "stor", "trein", "treinen", "treinkaartje", "kaart", "kaartje", "12", "twaalf", "bus", "busbaan", "baan", "baa",
    ]
)  # fmt: skip
STEMS = st.text("abe", max_size=9)


@settings(deadline=None)
@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=8))
@example(["bloeddrukpillen"], ["pillen"])
@example(["stor"], ["internetstoring"])
def test_a_subject_is_shared_when_some_word_of_the_other_text_is_the_same(mine, others):
    about, other = terms(" ".join(mine), "nl"), terms(" ".join(others), "nl")
    asked = subjects(" ".join(others), "nl")
    found = {t.key for t in about if any(same(t, o) for o in other)}
    assert {t.key for t in about if asked.has(t)} == found
    assert {t.key for t in shared(about, other)} <= found


@given(STEMS, st.lists(STEMS, min_size=1, max_size=5))
@example("abeab", ["abeabbbb"])
@example("abeabbbb", ["bbbb"])
def test_parts_of_compounds_are_found_whatever_the_stems(mine, others):
    term, *rest = (Term(f"{s}.", s, Span(s, 0, len(s))) for s in (mine, *others))
    assert bool(shared((term,), tuple(rest))) == any(same(term, other) for other in rest)
