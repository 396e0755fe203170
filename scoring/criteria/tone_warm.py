"""What a warm reply does: it sees the feeling, apologises, thanks, laughs along, stays calm, sounds like a person."""

from __future__ import annotations

import re

from scoring import address, content
from scoring import text as cut
from scoring.criteria import points, tone_faults, tone_insult
from scoring.criteria.tone_moves import Piece, matches, pieces
from scoring.model import Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import Span

_TOPIC = "tone"
_CLEAR = 0.50
"""Probability of a friendly move that counts fully without a pattern: set on the development ratings only."""
_SOME = 0.30
"""Value that supports a pattern, or earns a part by itself."""
_OWN_FACTS = 2
"""Facts of the customer's message that a sentence must share to mirror it; one word may be chance."""


def _best(found: list[Sighting]) -> list[Sighting]:
    return sorted(found, key=lambda s: -s.strength)[:1]


def _seen(code: str, span: Span, strength: float = 1.0) -> Sighting:
    return Sighting(code, span.start, span.end, strength, (("words", span.text),))


# --- the feeling -----------------------------------------------------------------------------------------------


def acknowledges_emotion(reading: Reading, situation: Situation) -> list[Sighting]:
    """Names or mirrors what this customer goes through; stock sympathy counts partly."""
    empty = tone_faults.non_apology(reading, situation)
    found = []
    for piece in pieces(reading):
        if any(s.start is not None and piece.span.start <= s.start < piece.span.end for s in empty):
            continue
        strength = _sympathy(piece, situation)
        if strength > 0:
            found.append(_seen("met" if strength >= 1 else "partly", piece.span, strength))
    return _best(found)


def _sympathy(piece: Piece, situation: Situation) -> float:
    lang = situation.lang
    keys = ("feeling", "understands", "sympathy", "trouble", "formula", "same_feeling", "wish", "unwanted")
    has = {k: matches(_TOPIC, lang, k, piece.folded) for k in keys}
    if piece.asks or matches(_TOPIC, lang, "instructs", piece.folded):
        return 0.0
    facts = len(_shared_facts(piece.span.text, situation))
    value = max(piece.moves["empathy"], 0.0)
    if has["formula"] and facts == 0 and value < _CLEAR:
        return 0.5
    if has["same_feeling"]:
        return 1.0
    if has["understands"] and has["wish"] and not has["feeling"]:
        # "You don't want to wait any longer" is how he feels; "you'd like a lower price" is only what he asks.
        return 1.0 if has["unwanted"] else 0.8 if facts and has["trouble"] else 0.5
    mirrored = facts >= _OWN_FACTS and (has["feeling"] or (has["trouble"] and value >= _SOME / 2))
    named = has["feeling"] and (has["understands"] or has["sympathy"])
    if has["understands"] and piece.whole and value >= _SOME / 2 and has["trouble"]:
        return 1.0
    if mirrored or named or value >= _CLEAR or (has["understands"] and (facts or value >= _SOME)):
        return 1.0
    if has["feeling"] and (facts or value >= _SOME / 2):
        return 0.8
    if value >= _SOME and (facts or has["trouble"] or has["sympathy"]):
        return 0.6
    return 0.5 if has["formula"] else 0.0


def _shared_facts(text: str, situation: Situation) -> list[content.Term]:
    lang = situation.lang
    told = content.terms(" ".join(situation.posts), lang)
    return content.shared(content.terms(text, lang), told)


# --- apology and thanks ----------------------------------------------------------------------------------------


def apologises(reading: Reading, situation: Situation) -> list[Sighting]:
    """Says sorry for what we did, or owns up in other words."""
    lang, empty = situation.lang, tone_faults.non_apology(reading, situation)
    found = []
    for piece in pieces(reading):
        if any(s.start is not None and piece.span.start <= s.start < piece.span.end for s in empty):
            continue
        if matches(_TOPIC, lang, "sorry_not", piece.folded):
            continue
        said = matches(_TOPIC, lang, "sorry", piece.folded)
        owned = matches(_TOPIC, lang, "owns_up", piece.folded) and not piece.asks
        stock = said and not owned and matches(_TOPIC, lang, "formula", piece.folded)
        if stock:
            found.append(_seen("partly", piece.span, 0.6))
        elif said or owned or piece.moves["apology"] >= _CLEAR + 0.1:
            found.append(_seen("met", piece.span))
    return _best(found)


def thanks(reading: Reading, situation: Situation) -> list[Sighting]:
    """Thanks for the compliment, the report or the tip; stock thanks for a message or patience hardly counts."""
    lang = situation.lang
    found = []
    for piece in pieces(reading):
        stock = matches(_TOPIC, lang, "thanks_formula", piece.folded)
        if stock and not matches(_TOPIC, lang, "thanks_more", piece.folded):
            found.append(_seen("partly", piece.span, 0.4))
        elif not piece.asks and (
            matches(_TOPIC, lang, "thanks", piece.folded) or piece.moves["thanks"] >= _CLEAR
        ):
            found.append(_seen("met", piece.span))
    return _best(found)


# --- humour ----------------------------------------------------------------------------------------------------


def humour_joins_in(reading: Reading, situation: Situation) -> list[Sighting]:
    """Plays along with the customer's joke: laughter alone counts partly, a joke on his own subject fully."""
    lang, found = situation.lang, []
    for piece in pieces(reading):
        shared = bool(_shared_facts(piece.span.text, situation))
        laughs = matches(_TOPIC, lang, "laughs", piece.folded) or _laughing(piece.span.text, lang)
        plays = matches(_TOPIC, lang, "plays_along", piece.folded)
        value = piece.moves["humour"]
        # Irony on the customer's own joke reads as sarcasm when it stands alone.
        ironic = piece.is_mostly("sarcastic") and value >= _SOME / 3
        playful = ironic or value >= _SOME / 2
        jokes = laughs or plays or ironic or (shared and piece.is_mostly("humour", "flippant"))
        if value >= _CLEAR or (playful and jokes) or (plays and shared):
            found.append(_seen("met", piece.span))
        elif laughs or (playful and piece.is_mostly("humour", "flippant")):
            found.append(_seen("partly", piece.span, 0.6))
    return _best(found)


def _laughing(text: str, lang: str) -> bool:
    from scoring import lexicon

    return any(e in text for e in lexicon.examples("tone_words", lang, "jolly_emoji"))


# --- calm ------------------------------------------------------------------------------------------------------

_CALM = ("boundary", "offers", "understands", "wishes", "interest", "sorry", "thanks")
"""One friendly or holding sign besides the absence of heat: a bare fact may be calm, it may also be curt."""


def stays_calm(reading: Reading, situation: Situation) -> list[Sighting]:
    """Does not hit back, and shows where the line is or keeps the door open."""
    insult = tone_insult.CRITERIA[0].find(reading, situation)
    for first in (*insult, *tone_faults.attacks(reading, situation)):
        # Barely above nothing, so that the remark can point at the words that strike back.
        return [Sighting("drawn_in", first.start, first.end, 0.01, first.params)]
    lang = situation.lang
    for piece in pieces(reading):
        held = max(piece.moves[m] for m in ("boundary", *_WARM_MOVES, "apology")) >= _SOME
        if held or any(matches(_TOPIC, lang, key, piece.folded) for key in _CALM):
            return [_seen("met", piece.span)]
    return [Sighting("partly", strength=0.7)]


# --- warmth ----------------------------------------------------------------------------------------------------

_BY_SIGNS = {0: 0.0, 1: 0.45}
"""Two different signs make a voice; one alone may be a habit. More than two earn nothing more."""
_STIFF = 0.3
"""What the formulas of a letter take off when little warmth stands beside them."""
_SIGNS = ("wishes", "offers", "interest")
_FELT = ("sorry", "understands", "owns_up", "thanks", "feeling", "same_feeling")
_WARM_MOVES = ("warm", "thanks", "empathy", "humour")


def warmth(reading: Reading, situation: Situation) -> list[Sighting]:
    """A human voice: counts different signs (greeting, wish, offer, interest, feeling), never their number."""
    lang, signs = situation.lang, {}
    printed = " ".join(_squeezed(s.text) for s in situation.rules.standard_replies if not s.allowed)
    for piece in pieces(reading):
        # What stands in a standard text, or on any letter, is nobody's voice.
        if _squeezed(piece.span.text) in printed or matches(_TOPIC, lang, "stock", piece.folded):
            continue
        for key in _SIGNS:
            if key not in signs and matches(_TOPIC, lang, key, piece.folded):
                signs[key] = piece.span
        felt = max(piece.moves[m] for m in _WARM_MOVES) >= _CLEAR
        if felt or _owned_or_felt(piece, lang):
            signs.setdefault("feeling", piece.span)
    if name := _name(reading, situation):
        signs["name"] = name
    if smile := _smile(reading, situation):
        signs["smile"] = smile
    stiff = matches(_TOPIC, lang, "courtesy", reading.folded)
    if tone_faults.attacks(reading, situation):
        signs = dict(list(signs.items())[:1])
    strength = _BY_SIGNS.get(len(signs), 1.0) - (_STIFF if stiff and len(signs) < len(_SIGNS) else 0)
    if strength <= 0:
        return [Sighting("partly", strength=0.2)] if stiff else []
    first = min(signs.values(), key=lambda s: s.start)
    return [_seen("met" if strength >= 1 else "partly", first, strength)]


def _squeezed(text: str) -> str:
    return " ".join(w.text for w in cut.words(cut.fold(text)))


def _owned_or_felt(piece: Piece, lang: str) -> bool:
    """Says sorry or that he understands, and not in the words of a form letter."""
    if matches(_TOPIC, lang, "formula", piece.folded):
        return False
    return any(matches(_TOPIC, lang, key, piece.folded) for key in _FELT)


def _name(reading: Reading, situation: Situation) -> Span | None:
    called = address.called(reading)
    if called:
        return next((c for c in called if c.greeted), called[0]).span
    first = situation.customer.name.split(" ")[0]
    at = re.search(rf"(?<!\w){re.escape(cut.fold(first))}(?!\w)", reading.folded) if first else None
    return Span(reading.text[at.start() : at.end()], at.start(), at.end()) if at else None


def _smile(reading: Reading, situation: Situation) -> Span | None:
    """A friendly emoji, where the customer is not upset."""
    if tone_faults.serious(situation) or situation.rules.emoji == "no":
        return None
    found = tone_faults.emojis(reading.body)
    return Span(found[0]["emoji"], found[0]["match_start"], found[0]["match_end"]) if found else None


# --- the reply as a whole ----------------------------------------------------------------------------------------

_CHILLY = 0.6
"""Mean probability of an unfriendly reading at which nothing of a friendly voice is left."""


def friendly_voice(reading: Reading, _situation: Situation) -> list[Sighting]:
    """How friendly the sentences sound together; the least friendly one is shown when they do not."""
    whole = [p for p in pieces(reading) if p.whole]
    if not whole:
        return []
    cold = sum(p.unfriendly for p in whole) / len(whole)
    strength = max(0.01, 1 - cold / _CHILLY)
    if strength >= _GOOD:
        return [Sighting("met", strength=strength)]
    coldest = max(whole, key=lambda p: p.unfriendly)
    return [_seen("partly", coldest.span, strength)]


def attentive(reading: Reading, _situation: Situation) -> list[Sighting]:
    """Goes into what this customer needs: who passes over it sounds cold, however polite the words are."""
    found = points.covered(reading)
    strength = sum(s for _, s, _ in found) / len(found)
    return [Sighting("met" if strength >= _GOOD else "partly", strength=max(0.01, strength))]


_GOOD = 0.7
"""Strength from which it is told as done well."""


CRITERIA = (
    Criterion(
        "tone.friendly_voice", Dimension.TONE, Kind.EXPECTED, 30, "T7", friendly_voice,
        source="T7; sentences of 500 rated replies, labelled where they stand (benchmarks/sentences)",
    ),
    Criterion(
        "tone.attentive", Dimension.TONE, Kind.EXPECTED, 25, "T7", attentive, needs_text=True,
        applies=lambda s: any(not p.forbidden for p in s.points),
        source="Davidow 2000: attentiveness weighs most; raters' tone follows what is answered (docs/scoring.md)",
    ),
    Criterion(
        "tone.acknowledges_emotion", Dimension.TONE, Kind.EXPECTED, 35, "T3", acknowledges_emotion, on_request=True,
        source="T3; Davidow 2000: attentiveness weighs most of the six sides of complaint handling",
    ),
    Criterion(
        "tone.apologises", Dimension.TONE, Kind.EXPECTED, 25, "T3", apologises, on_request=True,
        source="T3; Davidow 2003: apology is one of the six sides of complaint handling",
    ),
    Criterion(
        "tone.thanks", Dimension.TONE, Kind.EXPECTED, 30, "C1", thanks, on_request=True,
        source="C1; Einwiller & Steilen 2015: thanking appeases, asking for information does not",
    ),
    Criterion(
        "tone.humour_joins_in", Dimension.TONE, Kind.EXPECTED, 30, "T5", humour_joins_in, on_request=True,
        source="T5; humour is a part of the conversational human voice (van Hooijdonk & Liebrecht 2018)",
    ),
    Criterion(
        "tone.stays_calm", Dimension.TONE, Kind.EXPECTED, 25, "T4", stays_calm, on_request=True,
        source="T4: stay calm, do not be drawn in, know when to stop",
    ),
    Criterion(
        "tone.warmth", Dimension.TONE, Kind.EXPECTED, 25, "T7", warmth,
        source="T7; invitational rhetoric (van Hooijdonk & Liebrecht 2018)",
    ),
)  # fmt: skip
