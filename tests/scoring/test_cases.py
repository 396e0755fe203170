"""The scoring contract: plain JSON in, a row out; what is no case is refused in plain words."""

from __future__ import annotations

import json

import pytest

from scoring import Action, Dimension, score
from scoring.cases import read_case, scorecard_row

CASE = {
    "id": "slot-1",
    "lang": "nl",
    "region": "BE",
    "organisation": {
        "name": "Fietspunt Leieoever",
        "sector": "fietsverhuur",
        "protocol": {
            "address_form": "je",
            "signature": "voornaam onder het bericht",
            "private_channel": "DM",
            "never_in_public": ["telefoonnummer"],
            "standard_replies": [{"when": "vraag naar de huurprijs", "text": "Alle prijzen staan op leieoever.example."}],
            "do_not_promise": ["een nieuwe fiets"],
            "house_rules": ["Geen emoji bij klachten."],
        },
    },
    "channel": "facebook",
    "public": True,
    "customer": {"name": "Tine Claeys", "handle": "Tine Claeys", "history": "Huurt sinds mei."},
    "kind": "angry repeat complainer",
    "post": "Al de tweede huurfiets met een kapot slot, en niemand die opneemt!!",
    "facts": ["Het slot wordt vandaag vervangen door de hersteldienst."],
    "must": [
        "Erken dat een tweede kapot slot vervelend is.",
        "Vraag het telefoonnummer via DM.",
        "Noem een moment waarop zij weer iets hoort.",
        "Zeg dat de hersteldienst het slot vervangt.",
        "Je-vorm, voornaam en ondertekening.",
    ],
    "must_not": ["Een nieuwe fiets beloven."],
    "reply": {"rid": "a", "text": "Dag Tine, alweer een kapot slot! Stuur je me een DM? Groetjes, Joke"},
}  # fmt: skip


def without(key):
    return {k: v for k, v in CASE.items() if k != key}


def test_a_case_tells_who_where_and_by_which_rules():
    reply, situation = read_case(CASE)
    assert reply.text.startswith("Dag Tine")
    assert (situation.lang, situation.region, situation.public) == ("nl", "BE", True)
    assert situation.rules.signature == "first_name"
    assert situation.customer.name == "Tine Claeys"
    assert situation.history == ("Huurt sinds mei.",)
    assert (situation.emotion, situation.complaint) == ("strong", True)
    assert not situation.rules.standard_replies[0].allowed


def test_expectations_are_read_from_the_sentences():
    _, situation = read_case(CASE)
    assert {
        "tone.acknowledges_emotion",
        "protocol.moves_to_private",
        "protocol.time_indication",
    } <= situation.expected
    asked = [p.say for p in situation.points if not p.forbidden]
    assert "Zeg dat de hersteldienst het slot vervangt." in asked
    assert "Je-vorm, voornaam en ondertekening." not in asked
    assert [p.say for p in situation.points if p.forbidden] == CASE["must_not"]


def test_the_least_that_is_a_case():
    reply, situation = read_case({"lang": "en", "reply": {"text": ""}})
    assert situation.points == ()
    assert not score(reply, situation).passed


def test_action_and_clock_are_taken_over():
    timed = {"text": "x", "action": "pass_on", "elapsed_seconds": 30, "target_seconds": 60.5}
    reply, _ = read_case({**CASE, "reply": timed})
    assert (reply.action, reply.elapsed_seconds, reply.target_seconds) == (Action.PASS_ON, 30.0, 60.5)


@pytest.mark.parametrize(
    ("obj", "names"),
    [
        ([], "object"),
        ("text", "object"),
        ({}, "lang"),
        ({**CASE, "lang": "fr"}, "lang"),
        (without("reply"), "reply"),
        ({**CASE, "reply": {"rid": "a"}}, "text"),
        ({**CASE, "reply": {"text": 3}}, "text"),
        ({**CASE, "reply": {"text": "x", "action": "shout"}}, "action"),
        ({**CASE, "reply": {"text": "x", "elapsed_seconds": "soon"}}, "elapsed_seconds"),
        ({**CASE, "reply": {"text": "x", "elapsed_seconds": -1}}, "elapsed_seconds"),
        ({**CASE, "must": [1]}, "must"),
        ({**CASE, "facts": {"a": 1}}, "facts"),
        ({**CASE, "public": "yes"}, "public"),
        ({**CASE, "customer": []}, "customer"),
        ({**CASE, "organisation": {"protocol": {"standard_replies": ["x"]}}}, "standard_replies"),
    ],
)
def test_what_is_no_case_is_refused_by_name(obj, names):
    with pytest.raises(ValueError, match=names):
        read_case(obj)


def test_a_row_has_the_contracts_form():
    reply, situation = read_case(CASE)
    row = json.loads(json.dumps(scorecard_row("slot-1", "a", score(reply, situation))))
    assert list(row) == ["id", "rid", "scores", "passed", "critical", "findings", "scorer_version", "rubric"]
    assert set(row["scores"]) == {*(d.value for d in Dimension), "total"}
    assert row["scores"]["speed"] is None
    for finding in row["findings"]:
        assert set(finding) == {"criterion", "dimension", "start", "end", "effect", "critical", "principle"}
        assert (finding["start"] is None) == (finding["end"] is None)
