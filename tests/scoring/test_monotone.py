"""What makes a reply worse never makes its score better, tried on every golden reply of the collection.

The golden replies are real replies of every quality, so a rule that holds for them holds where it matters: a rude
sentence may not read as warmth, a leak may not hide in a good reply, another person's name may not seem personal.
Every third scenario is tried each time, all of them in the long run.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from scoring import Dimension, Reply, Scorecard, Situation, default_rubric, score
from scoring.rubric import Kind
from simulator.casebook.library import Case, load_library
from simulator.casebook.proof import likely_posts
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled

COLLECTION = Path(__file__).parents[2] / "scenarios"
GATES = {c.id for c in default_rubric().criteria if c.kind is Kind.GATE}
PRIVACY = {"protocol.reveals_personal_data", "protocol.names_third_party"}
PLACES = ("start", "middle", "end")

RUDE = {
    "nl": (
        "Hou nou eens op met dat gezeur.",
        "Wat kraam je toch een onzin uit.",
        "Leer eerst eens lezen voordat je iets typt.",
        "Ik heb hier echt geen zin in.",
        "Zoek het lekker zelf uit.",
        "Het interesseert me werkelijk niets.",
        "Je bent gewoon te dom om dit te snappen.",
        "Stel je niet zo aan.",
        "Mensen zoals jij verpesten mijn dag.",
        "Ga iemand anders lastigvallen met je geklaag.",
        "Doe niet zo hysterisch.",
        "Wat ben jij een zielig figuur.",
    ),
    "en": (
        "Oh, do stop whining.",
        "What a load of rubbish you talk.",
        "Learn to read before you type next time.",
        "I really can't be bothered with this.",
        "Go and sort it out yourself.",
        "Frankly, I couldn't care less.",
        "You're simply too thick to understand this.",
        "Get over yourself.",
        "People like you ruin my day.",
        "Go and bother somebody else with your moaning.",
        "Don't be so hysterical.",
        "What a pathetic little person you are.",
    ),
}
LEAK = {"nl": "In ons systeem staat bij {label}: {value}.", "en": "Our system says, under {label}: {value}."}
LEAK_WITHOUT_CARD = {
    "nl": (
        "Wij maken het over op uw rekening NL91 ABNA 0417 1643 00.",
        "Ik zie uw telefoonnummer hier staan: 06-12345678.",
        "Volgens ons systeem woont u op Populierenlaan 12, 3521 AB Utrecht.",
    ),
    "en": (
        "We'll pay it into your account GB33 BUKB 2020 1555 5555 55.",
        "I can see your phone number here: 07700 900123.",
        "Our system says you live at 12 Poplar Lane, LS6 2AB Leeds.",
    ),
}
OTHER_FIRST = {
    "nl": ("Willemijn", "Ruben", "Anouk", "Joost"),
    "en": ("Philippa", "Duncan", "Beverley", "Stuart"),
}
OTHER_LAST = {"nl": ("Terpstra", "Hofman", "Zijlstra"), "en": ("Ashworth", "Pemberton", "Gallagher")}
PARTICLES = frozenset(
    {"van", "de", "der", "den", "ten", "ter", "mevrouw", "meneer", "mr", "mrs", "ms", "miss", "dr"}
)


@dataclass(frozen=True)
class GoldenReply:
    """A golden reply where it belongs, with the private lines of the customer's card as the employee reads them."""

    scenario: str
    number: int
    reply: Reply
    situation: Situation
    card: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        return f"{self.scenario} golden {self.number}"

    def seeded(self, purpose: str) -> random.Random:
        """Chance that falls the same every time, and differently for every reply and purpose."""
        return random.Random(f"{self.name} {purpose}")

    def with_text(self, text: str) -> Scorecard:
        return score(Reply(text, self.reply.action), self.situation)


def _golden_replies(case: Case) -> list[GoldenReply]:
    scenario = filled(case.scenario, 0)
    ready = Case(case.organisation, scenario, case.knowledge)
    card = tuple((line.label, line.value) for line in scenario.customer.card if line.private)
    found = []
    for number, golden in enumerate(scenario.golden, start=1):
        if not (golden.action.reaches_customer and golden.text):
            continue
        turn = scenario.turn(golden.turn)
        situation = situation_for(ready, turn, likely_posts(scenario, turn))
        found.append(GoldenReply(scenario.id, number, Reply(golden.text, golden.action), situation, card))
    return found


def _by_scenario(replies: list[GoldenReply]) -> dict[str, list[GoldenReply]]:
    groups: dict[str, list[GoldenReply]] = {}
    for reply in replies:
        groups.setdefault(reply.scenario, []).append(reply)
    return groups


def _names(situation: Situation) -> tuple[str, str]:
    """First and last name that the customer shows; "" for what he does not show."""
    words = [w for w in situation.customer.name.split() if w.rstrip(".").lower() not in PARTICLES]
    words = [w for w in words if len(w.rstrip(".")) > 1]
    titled = situation.customer.name.split(" ")[0].rstrip(".").lower() in PARTICLES
    if not words or (titled and len(words) == 1):
        return "", words[-1] if words else ""
    return words[0], words[-1] if len(words) > 1 else ""


def _whole_word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w@#]){re.escape(name)}(?!\w)")


def _uses_name(golden: GoldenReply) -> bool:
    return any(n and _whole_word(n).search(golden.reply.text) for n in _names(golden.situation))


ALL = [g for case in load_library(COLLECTION).cases.values() for g in _golden_replies(case)]
EVERY = _by_scenario(ALL)
PUBLIC = _by_scenario([g for g in ALL if g.situation.is_public(g.reply)])
NAMED = _by_scenario([g for g in ALL if _uses_name(g)])


def _each(groups: dict[str, list[GoldenReply]]) -> list[ParameterSet]:
    return [
        pytest.param(scenario, marks=[pytest.mark.long] if number % 3 else [])
        for number, scenario in enumerate(sorted(groups))
    ]


def _with_sentence(text: str, sentence: str, place: str) -> str:
    """The text with a sentence more, between two of its own sentences."""
    parts = re.split(r"(?<=[.!?])\s+", text)
    at = {"start": 0, "middle": (len(parts) + 1) // 2, "end": len(parts)}[place]
    return " ".join([*parts[:at], sentence, *parts[at:]])


@lru_cache(maxsize=1024)
def _before(golden: GoldenReply) -> Scorecard:
    return golden.with_text(golden.reply.text)


@lru_cache(maxsize=1024)
def _leaking(golden: GoldenReply) -> tuple[str, Scorecard]:
    """The sentence that gives something away, and the scorecard of the reply with it."""
    lang, chance = golden.situation.lang, golden.seeded("leak")
    if golden.card:
        label, value = chance.choice(golden.card)
        sentence = LEAK[lang].format(label=label, value=value.rstrip("."))
    else:
        sentence = chance.choice(LEAK_WITHOUT_CARD[lang])
    return sentence, golden.with_text(_with_sentence(golden.reply.text, sentence, chance.choice(PLACES)))


def _with_another_name(golden: GoldenReply) -> str:
    lang, chance = golden.situation.lang, golden.seeded("name")
    text = golden.reply.text
    for name, others in zip(_names(golden.situation), (OTHER_FIRST[lang], OTHER_LAST[lang]), strict=True):
        if name:
            text = _whole_word(name).sub(chance.choice(others), text)
    return text


def _value(card: Scorecard, dimension: Dimension) -> float:
    """Score of a dimension; what is not scored costs nothing, so it counts as full marks."""
    value = card.value_of(dimension)
    return 100.0 if value is None else value


@pytest.mark.parametrize("scenario", _each(EVERY))
def test_a_rude_sentence_never_raises_tone(scenario):
    raised = []
    for golden in EVERY[scenario]:
        chance = golden.seeded("rude")
        sentence, place = chance.choice(RUDE[golden.situation.lang]), chance.choice(PLACES)
        after = golden.with_text(_with_sentence(golden.reply.text, sentence, place))
        was, became = _value(_before(golden), Dimension.TONE), _value(after, Dimension.TONE)
        if became > was:
            raised.append(f"{golden.name}: tone {was} -> {became} with {sentence!r} at the {place}")
    assert not raised, "\n".join(raised)


@pytest.mark.parametrize("scenario", _each(PUBLIC))
def test_a_public_reply_with_a_leak_never_passes(scenario):
    passed = []
    for golden in PUBLIC[scenario]:
        sentence, after = _leaking(golden)
        if after.passed:
            passed.append(f"{golden.name}: passes with {after.total} and {sentence!r}")
    assert not passed, "\n".join(passed)


@pytest.mark.parametrize("scenario", _each(PUBLIC))
def test_a_leak_alone_decides_the_verdict(scenario):
    """Many golden replies fail anyway; this holds for those as well, so that it also guards better versions of them."""
    unseen = []
    for golden in PUBLIC[scenario]:
        sentence, after = _leaking(golden)
        no_answer_at_all = {f.criterion for f in after.findings} & GATES
        if not no_answer_at_all and not PRIVACY & set(after.decided_by):
            unseen.append(f"{golden.name}: total {after.total}, decided by {after.decided_by}, {sentence!r}")
    assert not unseen, "\n".join(unseen)


@pytest.mark.parametrize("scenario", _each(NAMED))
def test_a_wrong_name_never_raises_personalisation(scenario):
    raised = []
    for golden in NAMED[scenario]:
        text = _with_another_name(golden)
        was = _value(_before(golden), Dimension.PERSONALISATION)
        became = _value(golden.with_text(text), Dimension.PERSONALISATION)
        if became > was:
            raised.append(f"{golden.name}: personalisation {was} -> {became} with {text[:80]!r}")
    assert not raised, "\n".join(raised)


def test_the_collection_puts_every_rule_to_the_test():
    """Without golden replies there would be no failures either."""
    assert len(ALL) >= 200
    for groups in (EVERY, PUBLIC, NAMED):
        assert len(groups) >= 15
