"""Personalisation: written by a person, to this person, about this case."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring import address, content, lexicon, meaning, templates
from scoring import text as cut
from scoring.criteria import points, tone_faults
from scoring.model import Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting

_ENOUGH_DETAILS = 6.0
"""Own details that make a reply about this case and no other; chosen with the next four on the reference ratings."""
_FROM_FACTS = 0.5
"""A word from the case file shows that somebody looked, but says less to the customer than his own words."""
_NEAR, _CLOSE = 0.18, 0.45
"""Likeness to the customer's message: other people's messages reach .08, standard replies .19, answers .35 and up."""
_STEEP = 1.4
"""Makes the first details count less than the next: one or two of them fit other customers too."""
_COPIED = 0.45
"""Lowest copy .50 against highest original .11 in triples, .86 against .61 in words (docs/scoring.md)."""
_ECHO_WORDS = 8
"""A run of the customer's own words as long as this is copying, not referring."""


def _shows_name(situation: Situation) -> bool:
    return bool(situation.customer.name or situation.customer.handle)


def _greets_by_name(reading: Reading, situation: Situation) -> list[Sighting]:
    name = address.name_of(situation.customer, situation.lang)
    out = []
    for word in cut.words(reading.text):
        if not (name.is_first(word.text) or name.is_last(word.text) or name.is_slip(word.text)):
            continue
        titled = _title_before(reading, word.start)
        if address.is_everyday_word(word.text, situation.lang) and not _as_name(reading, word):
            continue  # a customer called Will or Roos: "will" and "roos" are words first
        if name.is_first(word.text) or (name.is_last(word.text) and titled):
            out.append(Sighting("met", word.start, word.end))
        elif name.is_slip(word.text):
            out.append(Sighting("misspelt", word.start, word.end, 0.6, (("name", word.text),)))
        else:
            out.append(Sighting("last_name_only", word.start, word.end, 0.6, (("name", word.text),)))
    out += _last_name_of_several_words(reading, name)
    out += _by_handle(reading, situation, name)
    return sorted(out, key=lambda s: -s.strength)[:1]


def _as_name(reading: Reading, word: cut.Span) -> bool:
    if _title_before(reading, word.start) or any(
        c.span.start <= word.start < c.span.end for c in address.called(reading)
    ):
        return True
    greeting = lexicon.pattern("address", reading.situation.lang, "greetings").pattern
    if re.search(rf"{greeting}[ ,]+$", reading.folded[: word.start]):
        return True
    starts = any(s.start == word.start for s in reading.sentences)
    return word.text[0].isupper() and not starts


def _title_before(reading: Reading, start: int) -> bool:
    lang = reading.situation.lang
    title, particle = (lexicon.pattern("address", lang, key).pattern for key in ("titles", "particles"))
    return re.search(rf"{title}\s+(?:[a-z]\.?\s+)*(?:{particle}\s+)*$", reading.folded[:start]) is not None


def _last_name_of_several_words(reading: Reading, name: address.Name) -> list[Sighting]:
    if " " not in name.last:
        return []
    at = reading.folded.find(cut.fold(name.last))
    if at < 0:
        return []
    return [Sighting("met" if _title_before(reading, at) else "last_name_only", at, at + len(name.last), 1.0)]


def _by_handle(reading: Reading, situation: Situation, name: address.Name) -> list[Sighting]:
    out = []
    handle = situation.customer.handle.lstrip("@")
    if handle and (m := re.search(rf"@?{re.escape(cut.fold(handle))}(?!\w)", reading.folded)):
        # Where a handle is all that the customer shows, it is the right way to address him.
        out.append(Sighting("handle", m.start(), m.end(), 0.5 if situation.customer.name else 1.0))
    for place in address.called(reading):
        if not place.titled and name.may_be(place.word):
            known = bool(situation.customer.name)
            out.append(Sighting("short_form", place.span.start, place.span.end, 0.7 if known else 1.0))
    return out


def _wrong_name(reading: Reading, situation: Situation) -> list[Sighting]:
    name = address.name_of(situation.customer, situation.lang)
    others = _words_of((*situation.posts, *situation.history, *situation.facts, *situation.other_people))
    bystanders = _words_of(situation.bystanders)
    out = []
    for place in address.called(reading):
        word = place.word
        if name.may_be(word) or cut.fold(word) in cut.fold(name.last).split():
            continue
        if cut.fold(word) in {cut.fold(w) for n in situation.customer.other_names for w in n.split()}:
            continue  # a leak perhaps, but no mistake
        if cut.fold(word) in bystanders:
            continue  # somebody else who takes part is spoken to
        if not place.greeted and cut.fold(word) in others:
            continue  # talked about rather than addressed
        if place.titled and not name.last and not place.greeted:
            continue  # we do not know the last name, so we cannot say that it is wrong
        right = situation.customer.name or situation.customer.handle
        params = (("name", place.span.text), ("right", right))
        out.append(Sighting("flagged", place.span.start, place.span.end, params=params))
    return out


@lru_cache(maxsize=1024)
def _words_of(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(cut.fold(w.text) for t in texts for w in cut.words(t))


def _is_signed(situation: Situation) -> bool:
    return situation.rules.signature != "none"


def signature(reading: Reading, situation: Situation) -> list[Sighting]:
    """Sees the signature that the house prescribes, or another form of one."""
    wanted = situation.rules.signature
    initials = reading.signature if reading.signature and not _placeholder(reading.signature.text) else None
    person = address.sign_off(reading)
    two_names = person is not None and " " in person.text
    params = (("wanted", wanted),)
    if wanted == "initials":
        right, other = initials, person
    elif wanted == "full_name":
        right, other = (person if two_names else None), (person or initials)
    else:
        right, other = person, initials
    if right:
        return [Sighting("met", right.start, right.end, params=params)]
    if other:
        return [Sighting("other_form", other.start, other.end, 0.35, params)]
    return []


def _placeholder(signature: str) -> bool:
    """True for "^XX" as it stands in a standard reply: nobody signed."""
    return re.sub(r"\W", "", signature).upper() in ("XX", "XXX")


def _case_details(reading: Reading, situation: Situation) -> list[Sighting]:
    lang = situation.lang
    text = _without_echo(address.core(reading), situation)
    skip = content.subjects(f"{situation.organisation} {situation.customer.name}", lang)
    mine = [t for t in content.wanted(text, lang) if not skip.has(t)]
    own_words = content.subjects(" ".join((*situation.posts, *situation.history)), lang)
    case_file = content.subjects(" ".join(situation.facts), lang)
    told = [t for t in mine if own_words.has(t)]
    from_facts = [t for t in mine if case_file.has(t) and t not in told]
    details = len(told) + _FROM_FACTS * min(len(from_facts), 5)
    lexical = min(1.0, max(0.0, details - 0.5) / _ENOUGH_DETAILS)  # the topic word alone is not a detail
    near = _near(reading, situation)
    sense = min(1.0, max(0.0, (near - _NEAR) / (_CLOSE - _NEAR)))
    strength = 0.85 * (0.55 * lexical + 0.45 * sense) ** _STEEP + 0.15 * _answered(reading, situation, told)
    # The words of a standard reply are there for everybody: they tell nothing about this customer.
    strength *= 1 - _taken(templates.closest(reading))
    if not told and not from_facts and strength < 0.3:
        return []
    named = ", ".join(dict.fromkeys(t.span.text for t in (*told, *from_facts)))
    first = next(iter((*told, *from_facts)), None)
    code = "met" if strength >= 0.7 else "partly"
    start, end = (first.span.start, first.span.end) if first else (None, None)
    return [Sighting(code, start, end, strength, (("details", _short(named)),))]


def _near(reading: Reading, situation: Situation) -> float:
    """How near the reply as a whole is to the customer's words: the mean of its sentences, which are known anyway."""
    return meaning.nearness(tuple(s.text for s in reading.sentences), situation.posts)


def _answered(reading: Reading, situation: Situation, told: list[content.Term]) -> float:
    """Share of the customer's sentences that some piece of the reply goes into: nothing he said is passed over."""
    theirs = [
        s for p in situation.posts[-1:] for s in cut.sentences(p) if content.terms(s.text, situation.lang)
    ]
    if not theirs or not reading.pieces:
        return 0.0 if theirs else 1.0
    near = meaning.similarities(tuple(p.text for p in reading.pieces), tuple(s.text for s in theirs)).max(
        axis=0
    )
    seen = 0
    for sentence, value in zip(theirs, near, strict=True):
        words = content.subjects(sentence.text, situation.lang)
        seen += bool(value >= _CLOSE) or any(words.has(t) for t in told)
    return seen / len(theirs)


def _answers_this_case(reading: Reading, _situation: Situation) -> list[Sighting]:
    """How much of what this case asks is gone into: the mean over the scenario's own expectations."""
    found = points.covered(reading)
    strength = sum(s for _, s, _ in found) / len(found)
    best = max(found, key=lambda f: f[1])[2]
    code = "met" if strength >= 0.7 else "partly"
    return [Sighting(code, best.start if best else None, best.end if best else None, strength)]


def _against_person(reading: Reading, situation: Situation) -> list[Sighting]:
    """Words aimed at the customer instead of written for him: the strongest of the attacks on his person."""
    attacks = [
        sighting
        for find in (tone_faults.rude, tone_faults.sarcastic, tone_faults.blames, tone_faults.lecturing)
        for sighting in find(reading, situation)
    ]
    strongest = max(attacks, key=lambda s: s.strength, default=None)
    if strongest is None:
        return []
    return [Sighting("flagged", strongest.start, strongest.end, strongest.strength, strongest.params)]


def _short(names: str) -> str:
    return ", ".join(names.split(", ")[:4])


def _without_echo(text: str, situation: Situation) -> str:
    """The text with long runs of the customer's own words blanked: copying them shows no attention."""
    words = cut.words(text)
    mine = [cut.fold(w.text) for w in words]
    for post in situation.posts:
        theirs = [cut.fold(w.text) for w in cut.words(post)]
        runs = {tuple(theirs[i : i + _ECHO_WORDS]) for i in range(len(theirs) - _ECHO_WORDS + 1)}
        for i in range(len(words) - _ECHO_WORDS + 1):
            if tuple(mine[i : i + _ECHO_WORDS]) in runs:
                start, end = words[i].start, words[i + _ECHO_WORDS - 1].end
                text = text[:start] + " " * (end - start) + text[end:]
    return text


def _own_voice(reading: Reading, situation: Situation) -> list[Sighting]:
    for key, code, strength in (
        ("self", "met", 1.0),
        ("persons", "met", 0.8),
        ("self_plural", "we_only", 0.5),
    ):
        if m := lexicon.pattern("address", situation.lang, key).search(cut.fold(reading.body)):
            return [Sighting(code, m.start(), m.end(), strength)]
    return []


def _robot_phrases(reading: Reading, situation: Situation) -> list[Sighting]:
    lang = situation.lang
    out = [
        Sighting("flagged", m.start(), m.end(), strength, (("phrase", reading.text[m.start() : m.end()]),))
        for key, strength in (("robot", 1.0), ("worn", 0.5))
        for m in lexicon.pattern("personalisation", lang, key).finditer(reading.folded)
    ]
    filler, other = (lexicon.examples("personalisation", lang, k) for k in ("filler", "not_filler"))
    for sentence in reading.sentences:
        if any(s.start < sentence.end and (s.end or 0) > sentence.start for s in out if s.start is not None):
            continue
        # High and clear: a sentence that merely thanks is no filler.
        if (
            meaning.best_similarity(sentence.text, filler) > 0.72
            and meaning.margin(sentence.text, filler, other) > 0.2
        ):
            out.append(Sighting("flagged", sentence.start, sentence.end, 0.8, (("phrase", sentence.text),)))
    return out


def _like_standard_reply(reading: Reading, _situation: Situation) -> list[Sighting]:
    copy = templates.closest(reading)
    taken = _taken(copy)
    if copy is None or not taken:
        return []
    strength = min(1.0, 0.5 + (taken - _COPIED))
    params = (("standard", copy.source.id),)
    return [Sighting("flagged", copy.start, copy.end, strength, params)]


def _taken(copy: templates.Copy | None) -> float:
    """Share of a reply that is a standard reply's, 0-1; 0 below what is a copy."""
    if copy is None:
        return 0.0
    taken = max(copy.of_reply, copy.alike if copy.alike >= 0.8 else 0.0)
    return taken if taken >= _COPIED else 0.0


_P = Dimension.PERSONALISATION

CRITERIA = (
    Criterion(
        id="personalisation.greets_by_name",
        dimension=_P,
        kind=Kind.EXPECTED,
        weight=25,
        principle="P1",
        find=_greets_by_name,
        applies=_shows_name,
        source="van Hooijdonk & Liebrecht 2018: addressing the customer",
    ),
    Criterion(
        id="personalisation.case_details",
        dimension=_P,
        kind=Kind.EXPECTED,
        weight=45,
        principle="P1",
        find=_case_details,
        applies=lambda s: bool(s.post),
        source="Packard & Berger 2021: concrete words of the customer's own case",
    ),
    Criterion(
        id="personalisation.answers_this_case",
        dimension=_P,
        kind=Kind.EXPECTED,
        weight=30,
        principle="P4",
        find=_answers_this_case,
        applies=lambda s: any(not p.forbidden for p in s.points),
        needs_text=True,
        source="P4; Packard & Berger 2021: raters' marks follow what is answered (docs/scoring.md)",
    ),
    Criterion(
        id="personalisation.signature",
        dimension=_P,
        kind=Kind.EXPECTED,
        weight=18,
        principle="P3",
        find=signature,
        applies=_is_signed,
        source="P3: a person answers, not the organisation",
    ),
    Criterion(
        id="personalisation.own_voice",
        dimension=_P,
        kind=Kind.EXPECTED,
        weight=10,
        principle="P5",
        find=_own_voice,
        source="Packard, Moore & McFerran 2018: 'I' rather than 'we'",
    ),
    Criterion(
        id="personalisation.wrong_name",
        dimension=_P,
        kind=Kind.FAULT,
        weight=75,
        principle="P1",
        find=_wrong_name,
        applies=_shows_name,
        source="rating guide: a wrong name is the lowest level",
    ),
    Criterion(
        id="personalisation.against_person",
        dimension=_P,
        kind=Kind.FAULT,
        weight=25,
        principle="P1",
        find=_against_person,
        source="P1: written for this person, not against; raters give such replies 2 of 5 here",
    ),
    Criterion(
        id="personalisation.robot_phrases",
        dimension=_P,
        kind=Kind.FAULT,
        weight=20,
        principle="P2",
        find=_robot_phrases,
        source="P2: nobody should feel a robot is behind it",
    ),
    Criterion(
        id="personalisation.like_standard_reply",
        dimension=_P,
        kind=Kind.FAULT,
        weight=30,
        principle="P2",
        find=_like_standard_reply,
        source="P1, P2; thresholds measured on template copies (docs/scoring.md)",
    ),
)
