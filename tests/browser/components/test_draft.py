"""What the browser sends is checked before anyone uses it."""

import pytest

from simulator.ui.components.reply_form import MAX_TEXT, Draft, parse_draft

GOOD = {"slot": "a1-t2", "seq": 3, "text": "Hoi 😀", "action": "reply_public"}


def test_a_sound_draft_is_taken_over():
    assert parse_draft({**GOOD, "send": "extra"}) == Draft("a1-t2", 3, "Hoi 😀", "reply_public")


@pytest.mark.parametrize(
    "change",
    [
        {"slot": ""},
        {"slot": 7},
        {"slot": "x" * 201},
        {"seq": "3"},
        {"seq": True},
        {"seq": -1},
        {"seq": 2**53},
        {"seq": 1.5},
        {"text": None},
        {"text": ["a"]},
        {"action": None},
        {"action": "x" * 201},
    ],
    ids=str,
)
def test_an_odd_draft_is_refused(change):
    assert parse_draft({**GOOD, **change}) is None


@pytest.mark.parametrize("value", [None, "text", 5, [], {}, {"slot": "a"}])
def test_something_else_is_refused(value):
    assert parse_draft(value) is None


def test_text_is_made_fit_for_a_database():
    draft = parse_draft({**GOOD, "text": "a\x00b\ud83d" + "é" * MAX_TEXT})
    assert draft is not None
    assert draft.text.startswith("ab?é")
    assert len(draft.text) < MAX_TEXT
    draft.text.encode()
