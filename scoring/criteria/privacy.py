"""Privacy: personal matters go to a private channel, and nothing about a customer is asked or told in the open."""

from __future__ import annotations

import re

from scoring import meaning
from scoring.asking import (
    asks_for_data,
    blank,
    is_binding,
    private_cue,
    request_in,
    sent_to_private,
    warns,
)
from scoring.criteria.tone_moves import pieces, plain
from scoring.data_moves import data_moves_of
from scoring.file_leaks import told_from_file
from scoring.leaks import leaks
from scoring.lexicon import examples, pattern
from scoring.model import Action, Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import Span, fold, words

_TOPIC = "privacy"
_MOVE_ALIKE, _MOVE_MARGIN = 0.6, 0.15
_SMALL_TALK = 0.62
_LEARNT_QUESTION, _LEARNT = 0.6, 0.75
"""Probability from which the learnt model's reading of a sentence as a request is told, as uncertain."""
_ON_TOPIC = 0.33
"""Cosines: a sentence this near to a fact of the case speaks of it (own and other topics part at .20-.33,
docs/dependencies.md); the others were set on the development replies."""
_NAME = (
    r"(?-i:[A-Z][\w'’-]+|[A-Z]\.)(?: ?(?-i:[A-Z])\.)*(?: (?:van|de|der|den|ter|ten|te|el|al|ben|von|da|le|la))*"
    r"(?: (?!I(?!\w))(?-i:[A-Z])[\w'’-]+)"
)


_PARTICLES = frozenset(
    ["van", "de", "der", "den", "ter", "ten", "te", "el", "al", "ben", "von", "da", "le", "la"]
)


def _asks(reading: Reading, _situation: Situation) -> list[Sighting]:
    known = asks_for_data(reading)
    guessed = [
        s
        for s in _asks_in_other_words(reading)
        if not any(k.start < s.end and s.start < k.end for k in known)
    ]
    return [
        Sighting("asks", s.start, s.end, params=(("words", s.text),), uncertain=s in guessed)
        for s in (*known, *guessed)
    ]


def _asks_in_other_words(reading: Reading) -> list[Span]:
    """Sentences that the learnt model reads as a request, and that nothing sends to a private channel."""
    lang = reading.situation.lang
    mine = [p.span for p in pieces(reading) if p.whole]
    out = []
    for span, share in zip(mine, data_moves_of(tuple(plain(s.text) for s in mine)), strict=True):
        at = [i for i, s in enumerate(reading.sentences) if s.start < span.end and span.start < s.end]
        text = reading.folded[span.start : span.end]
        # "Tell me here" is about what the sentence before it asks.
        asked = reading.folded[reading.sentences[max(0, at[0] - 1)].start if at else span.start : span.end]
        harmless = warns(text, lang) or pattern(_TOPIC, lang, "public_object").search(asked)
        least = _LEARNT_QUESTION if "?" in text else _LEARNT
        if share["asks"] >= least and not harmless and not any(sent_to_private(reading, i) for i in at):
            out.append(span)
    return out


def _reveals(reading: Reading, _situation: Situation) -> list[Sighting]:
    return [Sighting(code, s.start, s.end, params=(("words", s.text),)) for code, s in leaks(reading)]


def _names(reading: Reading, situation: Situation) -> list[Sighting]:
    """Others by name, in public; anywhere when the reply also tells about their health or money."""
    found = [("tells_about", s) for s in _told(reading, situation)]
    if reading.public:
        known, cued = _known_names(reading, situation), _cued_names(reading, situation)
        found += [("names", s) for s in (*known, *cued) if _is_full(s.text)]
        found += [("surname", s) for s in cued if not _is_full(s.text)]
    out: list[Sighting] = []
    for code, s in found:
        if not any(o.start is not None and s.start < (o.end or 0) and o.start < s.end for o in out):
            strength = 0.6 if code == "surname" else 1.0
            out.append(Sighting(code, s.start, s.end, strength, params=(("name", s.text),)))
    return out


def _is_full(name: str) -> bool:
    """A first name or initial with a surname; "Van Brakel" is a surname alone."""
    return sum(part[0].isupper() and fold(part) not in _PARTICLES for part in name.split()) >= 2


def _known_names(reading: Reading, situation: Situation) -> list[Span]:
    out = []
    for name in situation.other_people:
        if len(name.split()) >= 2:
            m = re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", reading.folded)
            if m:
                out.append(Span(reading.text[m.start() : m.end()], m.start(), m.end()))
    return out


def _cued_names(reading: Reading, situation: Situation) -> list[Span]:
    """Names after a role ("collega Jan de Boer") or before a department ("Petra Jonkers van de planning")."""
    roles = pattern(_TOPIC, situation.lang, "role").pattern
    departments = pattern(_TOPIC, situation.lang, "department").pattern
    after_role = re.compile(rf"{roles}\s+(?P<name>{_NAME})", re.IGNORECASE)
    of_department = re.compile(
        rf"\b(?:van|door|bij|met|aan|naar|of|by|to|with|from|for)\s(?P<name>{_NAME})\s"
        rf"(?:van|bij|in|from|at|of)(?:\s(?:de|het|the))?\s{departments}",
        re.IGNORECASE,
    )
    out: list[Span] = []
    for rx in (after_role, of_department):
        out.extend(
            Span(m.group("name"), m.start("name"), m.end("name"))
            for m in rx.finditer(reading.text)
            if not _is_ours_or_customer(m.group("name"), situation)
        )
    return out


def _is_ours_or_customer(name: str, situation: Situation) -> bool:
    """The customer's own name, or a first name with the house's name ("Ingrid van Netwijs")."""
    parts = fold(name).split()
    customer = fold(situation.customer.name).split()
    return (
        any(p in customer for p in parts if p not in _PARTICLES)
        or parts[-1] in fold(situation.organisation).split()
    )


def _told(reading: Reading, situation: Situation) -> list[Span]:
    """Another person than the customer, with something about health or money in the same sentence."""
    roles = re.compile(
        pattern(_TOPIC, situation.lang, "role").pattern + r"\s+(?P<name>(?-i:[A-Z])[\w'’-]+)", re.IGNORECASE
    )
    out = []
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        private = any(
            pattern(_TOPIC, situation.lang, key).search(text) for key in ("health_words", "debt_words")
        )
        for m in roles.finditer(reading.text, sentence.start, sentence.end):
            name = fold(m.group("name"))
            if private and name not in fold(f"{situation.customer.name} {situation.post}"):
                out.append(Span(m.group("name"), m.start("name"), m.end("name")))
    return out


def _confirms(reading: Reading, _situation: Situation) -> list[Sighting]:
    """Something from the file that the customer did not say himself."""
    return [
        Sighting("confirms", s.start, s.end, params=(("words", s.text),)) for s in told_from_file(reading)
    ]


def _asks_secret(reading: Reading, situation: Situation) -> list[Sighting]:
    """Citizen numbers, passwords, codes and identity papers; only a public body may ask the first, in private."""
    lang = situation.lang
    lawful = not reading.public and bool(
        pattern(_TOPIC, lang, "government").search(fold(situation.organisation))
    )
    out = []
    for sentence in reading.sentences:
        found = request_in(reading, sentence, pattern(_TOPIC, lang, "secret"))
        if found is None:
            continue
        text = reading.folded[sentence.start : sentence.end]
        if lawful:
            text = blank(text, "citizen_number", lang)
        named = pattern(_TOPIC, lang, "secret").search(text)
        if named:
            start, end = sentence.start + named.start(), sentence.start + named.end()
            out.append(Sighting("asks_bsn", start, end, params=(("words", reading.text[start:end]),)))
    return out


def _asks_removal(reading: Reading, situation: Situation) -> list[Sighting]:
    """A request to take the post away or change it, or word that it was hidden."""
    lang = situation.lang
    for sentence in reading.sentences:
        raw = reading.folded[sentence.start : sentence.end]
        text = blank(raw, "other_objects", lang)
        taken = any(pattern(_TOPIC, lang, key).search(text) for key in ("hidden_words", "remove_words"))
        named = pattern(_TOPIC, lang, "post_words").search(text)
        # "Haal 'm weg" is about the post unless the sentence names something else ("verwijder de app").
        meant = text == raw and pattern(_TOPIC, lang, "post_pronouns").search(text)
        if (taken and (named or meant)) or (named and pattern(_TOPIC, lang, "edit_words").search(text)):
            return [Sighting("met", sentence.start, sentence.end)]
    return []


def _moves(reading: Reading, situation: Situation) -> list[Sighting]:
    """An invitation to a private channel, or an answer given there; a channel "for anything else" is half a move."""
    if situation.public and reading.action is Action.REPLY_PRIVATE:
        return [Sighting("met")]
    best: list[Sighting] = []
    for sentence in reading.sentences:
        cue = private_cue(reading, sentence)
        if cue and len(words(sentence.text)) >= 3:
            if is_binding(reading, sentence):
                return [Sighting("met", cue.start, cue.end)]
            best = [Sighting("partly", cue.start, cue.end, 0.3)]
    return best or _moves_in_other_words(reading, situation.lang)


def _moves_in_other_words(reading: Reading, lang: str) -> list[Sighting]:
    like, unlike = examples(_TOPIC, lang, "moves_like"), examples(_TOPIC, lang, "moves_unlike")
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        if pattern(_TOPIC, lang, "no_private").search(text) or pattern(_TOPIC, lang, "public_strong").search(
            text
        ):
            continue
        if (
            meaning.best_similarity(sentence.text, like) >= _MOVE_ALIKE
            and meaning.margin(sentence.text, like, unlike) >= _MOVE_MARGIN
        ):
            return [Sighting("met", sentence.start, sentence.end, 0.8)]
    return []


def _in_public(situation: Situation) -> bool:
    """Asked in the open: an answer in private keeps it from all who read along."""
    return situation.public


def _answers(reading: Reading, situation: Situation) -> list[Sighting]:
    """A sentence that tells something about the matter, here; invitations, thanks and references do not count."""
    if not reading.public:
        return []
    lang = situation.lang
    matter = (*situation.facts, *(p.say for p in situation.points if not p.forbidden))
    for sentence in reading.sentences:
        text = reading.folded[sentence.start : sentence.end]
        if len(words(text)) < 4 or "?" in text or private_cue(reading, sentence):
            continue
        if pattern(_TOPIC, lang, "refer_only").search(text):
            continue
        talk = meaning.best_similarity(sentence.text, examples(_TOPIC, lang, "small_talk"))
        near = meaning.best_similarity(sentence.text, matter) if matter else _ON_TOPIC
        if near >= max(_ON_TOPIC, talk) or (talk < 0.4 and near >= _ON_TOPIC - 0.08):
            return [Sighting("met", sentence.start, sentence.end)]
    return []


CRITERIA = (
    Criterion(
        id="protocol.asks_personal_data_in_public", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=80,
        principle="R2", find=_asks, critical_codes=frozenset({"asks"}), private_too=False,
        source="R2; AVG art. 5(1)(c) and 32: no personal data asked where others read along",
    ),
    Criterion(
        id="protocol.reveals_personal_data", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=80,
        principle="R2", find=_reveals, critical_codes=frozenset({"reveals", "reveals_other"}), private_too=False,
        source="R2: also what the customer made public himself is not repeated",
    ),
    Criterion(
        id="protocol.names_third_party", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=40,
        principle="R7", find=_names, critical_codes=frozenset({"names", "tells_about"}),
        source="R7; colleagues sign with initials (P3)",
    ),
    Criterion(
        id="protocol.confirms_customer", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=30,
        principle="R2", find=_confirms, critical_codes=frozenset({"confirms"}), private_too=False,
        source="R2: what is in a file, and that there is one, stays between house and customer",
    ),
    Criterion(
        id="protocol.asks_bsn", dimension=Dimension.PROTOCOL, kind=Kind.FAULT, weight=80,
        principle="R7", find=_asks_secret, critical_codes=frozenset({"asks_bsn"}),
        source="UAVG art. 46: outside government a BSN only where a law says so; consent does not help",
    ),
    Criterion(
        id="protocol.asks_removal", dimension=Dimension.PROTOCOL, kind=Kind.EXPECTED, weight=30,
        principle="R2", find=_asks_removal, on_request=True,
    ),
    Criterion(
        id="protocol.moves_to_private", dimension=Dimension.PROTOCOL, kind=Kind.EXPECTED, weight=30,
        principle="R2", find=_moves, on_request=True,
    ),
    Criterion(
        id="protocol.answers_in_public", dimension=Dimension.PROTOCOL, kind=Kind.EXPECTED, weight=30,
        principle="R3", find=_answers, on_request=True, applies=_in_public,
    ),
)  # fmt: skip
