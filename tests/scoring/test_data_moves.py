"""Requests for personal data in words that no list foresaw, and what must not be taken for one."""

from __future__ import annotations

import dataclasses

import pytest

from scoring import Reply, score
from scoring.data_moves import TELLING, data_moves_of
from tests.scoring.build import BASE

ASKS = "protocol.asks_personal_data_in_public"
REVEALS = "protocol.reveals_personal_data"


def found(text: str, lang: str, criterion: str = ASKS) -> list[bool]:
    """Whether each finding of the criterion is uncertain."""
    card = score(Reply(text), BASE[lang])
    return [f.uncertain for f in card.findings if f.criterion == criterion]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Wat staat er op het pasje dat je bij ons gebruikt, onder de streepjes? ^TG"),
        ("nl", "Vertel hier eens hoe je buren je noemen en op welke hoogte je woont. ^TG"),
        ("en", "Which bell do we ring, and what's the name beside it? ^TG"),
    ],
)
def test_a_request_in_unforeseen_words_is_told_as_uncertain(lang, text):
    assert found(text, lang) == [True]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Welk nummer hangt er aan de lantaarnpaal? ^TG"),
        ("nl", "Wat staat er op het pasje dat je gebruikt, onder de streepjes? Vertel het me in een DM. ^TG"),
        ("en", "What does the screen of your router say? ^TG"),
    ],
)
def test_a_question_about_a_thing_or_in_private_is_no_request_for_data(lang, text):
    assert found(text, lang) == []


def test_a_verdict_on_a_guessed_request_asks_for_a_human_look():
    card = score(
        Reply("Wat staat er op het pasje dat je bij ons gebruikt, onder de streepjes? ^TG"), BASE["nl"]
    )
    assert not card.passed
    assert "uncertain-critical" in card.needs_look


def test_probabilities_of_a_sentence_add_up_to_one():
    (shares,) = data_moves_of(("Hoe heet je straat?",))
    assert set(shares) == {"asks", "invites", "none", *TELLING}
    assert sum(shares.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("mailbox", "told"), [("leden@sportzaal.example", 0), ("jan.devries@post.example", 1)]
)
def test_the_mailbox_of_a_desk_is_nobodys_personal_data(mailbox, told):
    assert len(found(f"Ik heb het gestuurd naar {mailbox}. ^TG", "nl", REVEALS)) == told


def test_the_address_of_the_private_channel_is_the_house_s_own():
    base = BASE["nl"]
    rules = dataclasses.replace(base.rules, private_channel="mail naar sofie@wijkhuis.example")
    card = score(Reply("Mail het naar sofie@wijkhuis.example. ^TG"), dataclasses.replace(base, rules=rules))
    assert not [f for f in card.findings if f.criterion == REVEALS]
