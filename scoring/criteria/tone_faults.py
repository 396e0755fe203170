"""Faults of tone: what makes a customer feel pushed away (defensive, blaming, mocking, rude, joking at the wrong time).

Each fault has two detectors. Patterns (lexicon/tone_faults.*) are precise and name the very words; sentence meaning
(tone_moves) sees other wordings but must be clearly stronger than any friendly reading before it accuses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from scoring import lexicon
from scoring import text as cut
from scoring.criteria import tone_moves
from scoring.criteria.tone_moves import Piece
from scoring.model import Dimension, Situation
from scoring.moves import FRIENDLY, UNFRIENDLY
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import Span

_TOPIC = "tone_faults"
_FROM, _SURE = 0.62, 0.85
"""Probability of an unfriendly reading from which a piece is looked at, and from which it counts fully. Of the
sentences of left-out replies above them 77 % and 91 % were labelled unfriendly (`python -m benchmarks.fit_moves`), so
below _SURE a piece counts in part and is told as uncertain."""
_OWN = 0.50
"""Least unfriendly reading that a piece has by itself: company alone accuses nobody."""
_CUED = 0.45
"""_FROM where a cue stands in the piece: a word that hostile sentences often have and friendly ones now and then
("you should have", "rules", "tja"). Neither the cue nor the meaning would do alone."""
_LIKELY = 0.25
"""Least value for a pattern that is ambiguous by itself."""
_EXCUSES = {
    "dismissive": re.compile(
        r"\b(?:geen probleem|no problem|no harm|no trouble|ook ons probleem)\b"
        r"|\b(?:leave to us|laat u aan ons|laat je aan ons)\b"
        r"|\b(?:we|i|wij|ik) (?:\w+ ){0,2}(?:zoek|regel|pak|los|sort|fix|look into)\w*\b"
    ),
    "irritated": re.compile(r"\b(?:sorry|excuses|apolog\w+|spijt|dank\w*|thanks?|thank you)\b"),
    "blame": re.compile(
        r"\b(?:niets|niks|geen|niet|nooit) (?:\w+ ){0,3}(?:verkeerd|fout|schuld|aan (?:jou|je|u))\b"
        r"|\bnothing wrong\b|(?:\bnot|n't) (?:\w+ ){0,3}(?:fault|doing|mistake|wrong)\b|\b(?:did|done) nothing\b"
    ),
    "sarcastic": re.compile(
        r"\bhow (?:clever|smart|kind|thoughtful) of you\b|\bwat (?:slim|knap|lief) (?:van|dat)\b"
    ),
    "rude": re.compile(
        r"\bons probleem\b|\bniet kwalijk\b|\b(?:sorry|excuses|excuus|apolog\w+|forgive|vergeef)\b"
    ),
    "lecturing": re.compile(
        r"\b(?:volgende keer|voortaan|next time|in future|from now on)\b.{0,30}\b(?:wij|we|ik|we'll|i'll|i)\b"
    ),
}
"""What turns the meaning round: to the encoder "you did nothing wrong" is near to "you did it wrong"."""
_MEANT = 0.65
"""Most strength of an accusation by meaning alone: less sure than one by the words, so it costs a little less."""
_SURELY = 0.4
"""Strength below which a sighting is told as uncertain: meaning alone, and not clearly."""

Find = Callable[[Reading, Situation], list[Sighting]]


def serious(situation: Situation) -> bool:
    """Whether the customer is angry, worried or complains: no place for jokes."""
    return situation.complaint or situation.emotion in ("strong", "mild")


def _sentence_at(reading: Reading, span: Span) -> Piece | None:
    holding = [p for p in tone_moves.pieces(reading) if p.span.start <= span.start < p.span.end]
    return min(holding, key=lambda p: p.span.end - p.span.start, default=None)


_DENIED = re.compile(
    r"(?:n't|\b(?:not|no|never|needn't|without|cannot|nothing|niet|geen|nooit|zonder|hoef\w*|niets))(?: \w+){0,2} $"
)


def _by_words(reading: Reading, key: str) -> list[Span]:
    """Places of a list of patterns; "no need to wait" is no order to wait."""
    voice = tone_moves.folded_voice(reading)
    return [
        s
        for s in tone_moves.hits(reading, _TOPIC, key)
        if not _DENIED.search(voice[max(0, s.start - 30) : s.start])
    ]


def _sentence_of(piece: Piece, reading: Reading) -> Piece:
    sentences = (p for p in tone_moves.pieces(reading) if p.whole)
    return next((p for p in sentences if p.span.start <= piece.span.start < p.span.end), piece)


def _meant_well(piece: Piece, reading: Reading) -> bool:
    """Whether a piece, or the sentence that it is a clause of, does something friendly before all else.

    A clause alone says little: "dan ga ik ermee aan de slag" sounds curt only without what it follows.
    """
    whole = next(
        (p for p in tone_moves.pieces(reading) if p.whole and p.span.start <= piece.span.start < p.span.end),
        piece,
    )
    likeliest = [max(p.moves, key=lambda m: p.moves[m]) for p in (piece, whole)]
    return any(m in FRIENDLY for m in likeliest) or (likeliest[1] == "neutral" and not piece.whole)


@lru_cache(maxsize=512)
def by_meaning(reading: Reading, move: str) -> tuple[tuple[Span, float], ...]:
    """Pieces whose likeliest unfriendly reading is this move, with the strength of the accusation, 0-1."""
    lang, found = reading.situation.lang, []
    for piece in tone_moves.pieces(reading):
        if max(UNFRIENDLY, key=lambda m: piece.moves[m]) != move:
            continue
        if sum(piece.moves[m] for m in UNFRIENDLY) < _OWN or _meant_well(piece, reading):
            continue
        if move == "rude" and piece.asks:
            continue  # short questions are as near to curt orders as to kind ones
        if (excuse := _EXCUSES.get(move)) and excuse.search(_sentence_of(piece, reading).folded):
            continue
        cued = move in _WITH_CUES and tone_moves.matches(_TOPIC, lang, f"{move}_cue", piece.folded)
        if piece.unfriendly >= (_CUED if cued else _FROM):
            found.append((piece.span, _MEANT * min(1.0, piece.unfriendly / _SURE)))
    return tuple(found)


_WITH_CUES = ("defensive", "blame", "dismissive", "lecturing", "sarcastic", "rude")


def _fault(key: str, move: str, *, code: str = "flagged") -> Find:
    def find(reading: Reading, _situation: Situation) -> list[Sighting]:
        spans = [(s, 1.0) for s in _by_words(reading, key)]
        return sightings([*spans, *by_meaning(reading, move)], code)

    return find


def sightings(spans: Sequence[tuple[Span, float]], code: str = "flagged") -> list[Sighting]:
    """Sightings in order of place; of overlapping ones the strongest, and the shortest of equals, stays."""
    kept: list[tuple[Span, float]] = []
    for span, strength in sorted(spans, key=lambda s: (-s[1], s[0].end - s[0].start)):
        if all(span.end <= k.start or span.start >= k.end for k, _ in kept):
            kept.append((span, strength))
    ordered = sorted(kept, key=lambda s: s[0].start)
    return [
        Sighting(code, s.start, s.end, v, (("words", s.text),), uncertain=v < _SURELY) for s, v in ordered
    ]


defensive = _fault("defensive", "defensive")
blames = _fault("blame", "blame")
lecturing = _fault("lecturing", "lecturing")
dismissive = _fault("dismissive", "dismissive")
rude = _fault("rude", "rude")
_OWN_DEED = re.compile(
    r"\b(?:dat|that) (?:we|wij|ik|ons|onze|mijn|our|my|i|no one|niemand)\b|\b(?:we|i) (?:kept|didn't|should)\b"
    # What befell the customer is a fact, not his view of it.
    r"|\b(?:meegemaakt|meemaken|overkomen is|is overkomen|moest\w*|hebt? moeten|gewacht|doorstaan)\b"
    r"|\b(?:go|went|gone|been) through\b|\bhappened to\b|\b(?:had|have) to\b|\byou were left\b"
)


_REGRET = re.compile(r"\b(?:sorry|spijt|jammer|betreur|excus|vervelend|pity|shame|regret|apolog|unfortunate)")


def non_apology(reading: Reading, _situation: Situation) -> list[Sighting]:
    """Regret over the customer's feeling instead of over what we did."""
    spans = [(s, 1.0) for s in _by_words(reading, "non_apology")]
    # "Sorry that we ..." names our own deed: a real apology, however near it is in meaning.
    meant = [
        (span, strength)
        for span, strength in by_meaning(reading, "non_apology")
        if _REGRET.search(cut.fold(span.text))
        and not _OWN_DEED.search(reading.folded[span.start : span.end + 60])
    ]
    return sightings([*spans, *meant])


def sarcastic(reading: Reading, situation: Situation) -> list[Sighting]:
    """Mockery; praise and thanks count as such only where there is nothing to praise."""
    spans = list(by_meaning(reading, "sarcastic"))
    praise = lexicon.pattern(_TOPIC, situation.lang, "sarcastic_praise")
    for span in _by_words(reading, "sarcastic"):
        piece = _sentence_at(reading, span)
        if praise.fullmatch(cut.fold(span.text)):
            bitter = piece is not None and max(piece.moves["sarcastic"], piece.moves["blame"]) >= _LIKELY
            if not (situation.complaint and situation.emotion == "strong" and bitter):
                continue
        spans.append((span, 1.0))
    return sightings(spans)


_SMILEY = re.compile(r"(?<!\w)[:;=]-?[)DpP](?!\w)")


def misplaced_humour(reading: Reading, situation: Situation) -> list[Sighting]:
    """Laughter, jokes and emoji towards somebody who is angry or worried; emoji where the house forbids them."""
    out = _emoji(reading, situation)
    if not serious(situation) or "tone.humour_joins_in" in situation.expected:
        return out
    spans = [(s, 1.0) for s in tone_moves.hits(reading, "tone", "laughs")]
    spans += [(s, 1.0) for s in _by_words(reading, "flippant")]
    spans += by_meaning(reading, "flippant")
    return sightings(spans, "joke") + out


@lru_cache(maxsize=64)
def emojis(body: str) -> tuple[Mapping[str, Any], ...]:
    """The emoji of a text: "emoji", "match_start" and "match_end" of each."""
    import emoji

    return () if body.isascii() else tuple(emoji.emoji_list(body))


def _emoji(reading: Reading, situation: Situation) -> list[Sighting]:
    rule, hot = situation.rules.emoji, serious(situation)
    jolly = {e.strip("\ufe0f") for e in lexicon.examples("tone_words", situation.lang, "jolly_emoji")}
    found = [(Span(e["emoji"], e["match_start"], e["match_end"])) for e in emojis(reading.body)]
    found += [Span(m.group(), m.start(), m.end()) for m in _SMILEY.finditer(reading.body)]
    spans = []
    for span in found:
        laughs = span.text.strip("\ufe0f") in jolly or span.text.isascii()
        forbidden = rule == "no" or (rule == "not_on_complaints" and hot and situation.complaint)
        if hot and laughs:
            spans.append((span, 0.7))
        elif forbidden:
            spans.append((span, 0.5))
    return sightings(spans, "emoji")[:1]


_SHOUT = re.compile(r"!(?:\s?!){2,}")
_CAPITALS = re.compile(r"(?<![\w^#@'’-])[A-ZÀ-Ý]{2,}(?![\w'’-])")


def shouting(reading: Reading, situation: Situation) -> list[Sighting]:
    """Words in capitals that are no abbreviation, and rows of exclamation marks."""
    voice = tone_moves.own_voice(reading)
    spans = [(Span(m.group(), m.start(), m.end()), 1.0) for m in _SHOUT.finditer(voice)]
    loud = [Span(m.group(), m.start(), m.end()) for m in _CAPITALS.finditer(voice)]
    words = [s for s in loud if _is_word(s.text, situation)]
    # Two loud words are a raised voice; a single one is stress on a word, worth a small remark.
    strength = 1.0 if len(words) > 1 else 0.4
    return sightings([*spans, *((s, strength) for s in words)])


def _is_word(token: str, situation: Situation) -> bool:
    import simplemma

    low = token.lower()
    if len(low) <= 3 and low not in (
        "dan",
        "dat",
        "wij",
        "nee",
        "wel",
        "nu",
        "niet",
        "not",
        "you",
        "our",
        "no",
    ):
        return False
    if (
        low in lexicon.examples("tone_words", situation.lang, "capitals_fine")
        or low in situation.organisation.lower()
    ):
        return False
    return bool(simplemma.is_known(low, lang=situation.lang))


def _criterion(name: str, weight: float, principle: str, find: Find, source: str) -> Criterion:
    return Criterion(f"tone.{name}", Dimension.TONE, Kind.FAULT, weight, principle, find, source=source)


def attacks(reading: Reading, situation: Situation) -> list[Sighting]:
    """Sightings that are sure enough to change how the rest of the reply is read."""
    found = (rude, sarcastic, blames, defensive, dismissive, lecturing)
    return [
        s for find in found for s in find(reading, situation) if not s.uncertain and s.strength >= _ATTACKS
    ]


_ATTACKS = 0.55
"""Strength from which a sighting counts as an attack there: by words, or by meaning and clearly."""
irritated = _fault("impatient", "irritated")
others_blamed = _fault("ill_of_others", "others_blamed")


CRITERIA = (
    _criterion("irritated", 30, "T3", irritated, "T3: no irritation, also on the fifth message"),
    _criterion("speaks_ill", 25, "T3", others_blamed, "R6; aimed at others it still sounds unkind"),
    _criterion("defensive", 30, "T3", defensive, "T3: no public argument, show the will to solve it"),
    _criterion(
        "blames_customer", 40, "T3", blames, "T3; weighs more than defending: it is aimed at the person"
    ),
    _criterion("non_apology", 30, "T3", non_apology, "Davidow 2003: an apology takes the responsibility"),
    _criterion("dismissive", 40, "T7", dismissive, "T7: attentiveness weighs most (Davidow 2000)"),
    _criterion("lecturing", 30, "T3", lecturing, "T3: no irritation, no lessons"),
    _criterion("sarcastic", 60, "T3", sarcastic, "T3: the rating guide gives mockery 1 of 5"),
    _criterion("rude", 70, "T3", rude, "T3: the rating guide gives a rude reply 1 of 5"),
    _criterion(
        "misplaced_humour", 35, "T5", misplaced_humour, "T5: humour only where it fits the conversation"
    ),
    _criterion("shouting", 15, "T3", shouting, "T3: capitals read as shouting"),
)
