"""The steps of a good answer: next step, time, explanation, asking on, handing over, closing. On request, mostly.

A step is seen by its meaning: nearer to example sentences that do it than to look-alikes that do not. Patterns settle
the clear cases, and a vague wording ("we kijken ernaar", "soon") earns a small part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from scoring import lexicon, meaning, templates
from scoring import text as cut
from scoring.criteria import personalisation
from scoring.model import Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting, always
from scoring.text import Span

_LIKE, _CLEARLY = 0.4, 0.06
"""Similarity to an example, and lead over the nearest look-alike, from which a sentence does the step: the middle of
the gap between the examples that were held back (tests/scoring/examples/process.yaml) and their near-misses."""
_HINT = -0.08
"""With a telling pattern the meaning need only not contradict it."""
_VAGUE = 0.2
"""What a vague wording earns: it says that something follows, not what or when (S2)."""
_OPPOSED = -0.2
"""Lead from which a sentence speaks against the step even though it names another party's link or account."""
_TOO_SHORT = 3

Find = Callable[[Reading, Situation], Sequence[Sighting]]


def _pieces(reading: Reading) -> tuple[Span, ...]:
    clauses = [
        c
        for s in reading.sentences
        for c in cut.clauses(s)
        if c.text != s.text and len(cut.words(c.text)) > _TOO_SHORT
    ]
    return tuple(s for s in (*reading.sentences, *clauses) if len(cut.words(s.text)) >= _TOO_SHORT)


def _judge(piece: Span, lang: str, step: str) -> tuple[float, float]:
    """Similarity of a piece to the step's examples, and its lead over the look-alikes."""
    like = meaning.best_similarity(piece.text, lexicon.examples("process", lang, step))
    unlike = meaning.best_similarity(piece.text, lexicon.examples("process", lang, f"{step}_not"))
    return like, like - unlike


def _step(
    step: str,
    *,
    hint: str = "",
    sure: str = "",
    against: str = "",
    needs: str = "",
    question: bool | None = None,
) -> Find:
    """A finder for a step that stands in process.<lang>.yaml.

    Args:
        step: Name of the example sentences.
        hint: Name of the patterns that settle it, if any.
        against: Name of patterns that rule a sentence out.
        sure: Name of patterns that are the step itself, whatever the rest of the sentence is about.
        needs: Name of patterns without which meaning alone does not count: the act itself, not its subject.
        question: True when only questions count, False when they do not count.
    """

    def find(reading: Reading, situation: Situation) -> list[Sighting]:
        best: Sighting | None = None
        for piece in _pieces(reading):
            folded = cut.fold(piece.text)
            if question is not None and _asks(reading, piece) is not question:
                continue
            if against and lexicon.pattern("process", situation.lang, against).search(folded):
                continue
            if needs and not lexicon.pattern("process", situation.lang, needs).search(folded):
                continue
            if sure and lexicon.pattern("process", situation.lang, sure).search(folded):
                return [Sighting("met", piece.start, piece.end)]
            like, lead = _judge(piece, situation.lang, step)
            hinted = bool(hint) and bool(lexicon.pattern("process", situation.lang, hint).search(folded))
            strength = _strength(like, lead, hinted)
            if strength > (best.strength if best else 0.0):
                best = Sighting("met" if strength > 0.6 else "partly", piece.start, piece.end, strength)
        return [best] if best else []

    return find


def _strength(like: float, lead: float, hinted: bool) -> float:
    if hinted and lead >= _HINT:
        return 1.0
    if like >= _LIKE and lead >= _CLEARLY:
        return 1.0
    if like >= _LIKE - 0.06 and lead >= _CLEARLY / 2:
        return 0.6
    return 0.0


def _asks(reading: Reading, piece: Span) -> bool:
    return reading.text[piece.start : piece.end + 2].rstrip().endswith("?") or "?" in piece.text


_next_step_clear = _step("next_step", hint="next_step_words", against="vague_step_words")


def _next_step(reading: Reading, situation: Situation) -> list[Sighting]:
    clear = list(_next_step_clear(reading, situation))
    if clear:
        return clear
    vague = lexicon.pattern("process", situation.lang, "vague_step_words").search(reading.folded)
    return [Sighting("vague", vague.start(), vague.end(), _VAGUE)] if vague else []


def _time_indication(reading: Reading, situation: Situation) -> list[Sighting]:
    lang, out = situation.lang, []
    for sentence in reading.sentences:
        folded = cut.fold(sentence.text)
        for clear in lexicon.pattern("process", lang, "time_words").finditer(folded):
            if not _looks_ahead(sentence, clear.start(), lang):
                continue
            start = sentence.start + clear.start()
            out.append(Sighting("met", start, sentence.start + clear.end(), 1.0))
        vague = lexicon.pattern("process", lang, "vague_time_words").search(folded)
        if vague:
            out.append(
                Sighting("vague", sentence.start + vague.start(), sentence.start + vague.end(), _VAGUE)
            )
    return sorted(out, key=lambda s: -s.strength)[:1]


def _looks_ahead(sentence: Span, at: int, lang: str) -> bool:
    """Whether the time in a sentence says when something follows, not when something was or what the hours are."""
    around = [c for c in cut.clauses(sentence) if c.start - sentence.start <= at < c.end - sentence.start]
    past = lexicon.pattern("process", lang, "past_words")
    if any(past.search(cut.fold(piece.text)) for piece in (around or [sentence])):
        return False
    coming = lexicon.pattern("process", lang, "coming_words").search(cut.fold(sentence.text))
    enough = _HINT if coming else 0.0
    return any(_judge(piece, lang, "time")[1] >= enough for piece in (sentence, *around))


def _no_signature(reading: Reading, situation: Situation) -> list[Sighting]:
    if any(s.code == "met" for s in personalisation.signature(reading, situation)):
        return []
    return [Sighting("flagged", params=(("wanted", situation.rules.signature),))]


_corrects_clear = _step("corrects_calmly", hint="corrects_calmly_words", against="harsh_words")


def _corrects(reading: Reading, situation: Situation) -> list[Sighting]:
    if lexicon.pattern("process", situation.lang, "harsh_words").search(reading.folded):
        return []
    # "Dat klopt niet" about what is going round, without a harsh word: that is all that it takes.
    plain = lexicon.pattern("process", situation.lang, "plain_corrections").search(reading.folded)
    if plain:
        return [Sighting("met", plain.start(), plain.end())]
    return list(_corrects_clear(reading, situation))


_refers = _step("refers_to_right_party", hint="refers_to_right_party_words")


def _refers_to_right_party(reading: Reading, situation: Situation) -> list[Sighting]:
    found = list(_refers(reading, situation))
    if any(s.strength == 1.0 for s in found):
        return found
    for contact in _other_contacts(reading.text, situation):
        sentence = next((s for s in reading.sentences if s.start <= contact.start <= s.end), None)
        if sentence and _judge(sentence, situation.lang, "refers_to_right_party")[1] < _OPPOSED:
            continue
        return [Sighting("met", contact.start, contact.end)]
    return found


def _other_contacts(text: str, situation: Situation) -> list[Span]:
    """Links and mentions that are not the house's own, nor of anybody who takes part: another party is named."""
    own = {_letters(c) for c in (*situation.rules.own_contacts, situation.organisation)}
    people = {_letters(n) for n in (situation.customer.handle, *situation.bystanders)}
    out = []
    for m in sorted((m for rx in (cut.URL, cut.MENTION) for m in rx.finditer(text)), key=lambda m: m.start()):
        name = _letters(m.group().split("/")[0] if "://" not in m.group() else m.group())
        if m.group()[0] == "#" or name in people or any(o and (o in name or name in o) for o in own):
            continue
        out.append(Span(m.group(), m.start(), m.end()))
    return out


def _letters(contact: str) -> str:
    return re.sub(r"[^a-z0-9]", "", cut.fold(contact).removeprefix("https://").removeprefix("www."))


def _best_action(reading: Reading, situation: Situation) -> list[Sighting]:
    params = (("action", reading.action.value), ("best", situation.best_actions[0].value))
    if reading.action in situation.best_actions:
        return [Sighting("met", params=params)]
    if reading.action in situation.allowed_actions:
        return [Sighting("allowed", strength=0.6, params=params)]
    return [Sighting("missing", strength=0.0, params=params)]


def _leans_on_template(reading: Reading, _situation: Situation) -> list[Sighting]:
    copy = templates.closest(reading, allowed=False)
    # All of it, with own words round it: less than the gate, more than a borrowed phrase.
    if copy is None or copy.of_source < 0.75 or copy.of_reply < 0.4:
        return []
    return [Sighting("flagged", copy.start, copy.end, params=(("standard", copy.source.id),))]


def _asked(name: str, weight: float, principle: str, find: Find, source: str) -> Criterion:
    return Criterion(
        id=f"protocol.{name}",
        dimension=Dimension.PROTOCOL,
        kind=Kind.EXPECTED,
        weight=weight,
        principle=principle,
        find=find,
        applies=always,
        on_request=True,
        source=source,
    )


_EINWILLER = "Einwiller & Steilen 2015: corrective action appeases, asking for information does not"

CRITERIA = (
    _asked("next_step", 25, "P1", _next_step, _EINWILLER),
    _asked("time_indication", 18, "S2", _time_indication, "S2: say when the answer comes"),
    _asked(
        "says_seen", 12, "S2", _step("says_seen", hint="says_seen_words"), "S2: say at once that it was seen"
    ),
    _asked(
        "explains",
        18,
        "T6",
        _step("explains", hint="explains_words", against="asks_data_words"),
        "T6; Davidow 2003: credibility",
    ),
    _asked(
        "asks_on",
        20,
        "P4",
        _step("asks_on", hint="asks_on_words", against="asks_on_against", question=True),
        "P4: the question behind the question",
    ),
    _asked(
        "passes_on_inside",
        12,
        "C4",
        _step(
            "passes_on_inside",
            hint="passes_on_inside_words",
            sure="passes_on_inside_sure",
            needs="passes_on_inside_acts",
            against="customer_tells",
        ),
        "C4, R9: pass insights on",
    ),
    _asked(
        "closes_in_public",
        20,
        "R4",
        _step(
            "closes_in_public",
            hint="closes_in_public_words",
            question=False,
            against="closes_in_public_against",
        ),
        "R4; Hogreve 2019: observers see it solved",
    ),
    _asked(
        "invites_contact",
        12,
        "C3",
        _step("invites_contact", hint="invites_contact_words"),
        "C3; van Hooijdonk & Liebrecht 2018: dialogue",
    ),
    _asked(
        "refers_to_right_party",
        25,
        "R9",
        _refers_to_right_party,
        "R9: know who answers",
    ),
    _asked("corrects_calmly", 25, "T6", _corrects, "T6: explanation earns understanding"),
    Criterion(
        id="protocol.best_action",
        dimension=Dimension.PROTOCOL,
        kind=Kind.EXPECTED,
        weight=55,
        principle="R10",
        find=_best_action,
        applies=lambda s: bool(s.best_actions),
        internal_too=True,
        source="R10: choose the channel that fits",
    ),
    Criterion(
        id="protocol.leans_on_template",
        dimension=Dimension.PROTOCOL,
        kind=Kind.FAULT,
        weight=35,
        principle="P2",
        find=_leans_on_template,
        applies=lambda s: any(not r.allowed for r in s.rules.standard_replies),
        source="P2: only where the protocol permits",
    ),
    Criterion(
        id="protocol.no_signature",
        dimension=Dimension.PROTOCOL,
        kind=Kind.FAULT,
        weight=6,
        principle="R1",
        find=_no_signature,
        applies=lambda s: s.rules.signature != "none",
        source="R1: the house decides on the signature; small, personalisation counts it as well",
    ),
)
