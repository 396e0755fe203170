"""The gate for insults and heavy hostility: such a reply is no answer, whatever polite words stand round it."""

from __future__ import annotations

import re
from functools import lru_cache

from scoring import lexicon
from scoring import text as cut
from scoring.criteria import tone_moves
from scoring.model import Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import Span

_TOPIC = "tone_words"
_MASKED = re.compile(r"(?<!\w)[a-z]+[*#@$%!]+[a-z*#@$%!]*[a-z](?!\w)|(?<!\w)[a-z][*#]{2,}(?!\w)")
_ABOUT_US = re.compile(r"\b(?:ons|onze|mij|noem\w*|us|our|call\w*|wij zijn|we are|geen|not)\b[^.!?]{0,30}$")
_ADDRESSED = {
    "nl": r"(?:wat een|jij|gij|(?:je|u|jij) bent (?:echt )?(?:een|ne|nen)|"
    r"(?:stomme?|domme?|vuile?|ouwe?|echte|zielige?|onnozele?|luie?)|zo'n|"
    r"(?:ge|gij) zijt (?:toch )?(?:ne|nen|een)|(?:doe|wees) niet zo'n)\s+",
    "en": r"(?:what an?|you(?: \w+)?|you(?:'re| are) (?:\w+ )?an?|you (?:people|lot|guys|two) are|"
    r"(?:stupid|silly|total|complete|utter|sad|pathetic|little)|such an?)\s+",
}
_ENDING = {"nl": r"(?:s|en|n|e|je|jes|tje)?", "en": r"(?:s|es)?"}


@lru_cache(maxsize=4)
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What is an insult by itself, and what is one only when said to somebody."""
    lists = lexicon.load(_TOPIC, lang)
    plain = "|".join(
        re.escape(w).replace(r"\ ", r"\s+") for w in sorted(lists["insults"], key=len, reverse=True)
    )
    prefix, person = "|".join(lists["prefixes"]), "|".join(lists["persons"])
    joint = "" if lang == "nl" else r"\s+"
    vague = "|".join(
        re.escape(w).replace(r"\ ", r"\s+") for w in sorted(lists["ambiguous"], key=len, reverse=True)
    )
    end = _ENDING[lang]
    certain = rf"(?<!\w)(?:(?:{plain}){end}|(?:{prefix}){joint}(?:{person}){end})(?!\w)"
    # A vague word also counts when it is thrown after a comma and closes the sentence: ", muts!"
    directed = (
        rf"(?<!\w)(?:{_ADDRESSED[lang]}(?:{vague}){end}(?!\w)|(?<=, )(?:{vague}){end}(?=\s*(?:[.!?]|$)))"
    )
    return re.compile(certain), re.compile(directed)


@lru_cache(maxsize=4)
def _all_insults(lang: str) -> frozenset[str]:
    lists = lexicon.load(_TOPIC, lang)
    built = {p + w for p in lists["prefixes"] for w in lists["persons"]}
    swear = {
        "kut",
        "klote",
        "kanker",
        "tering",
        "lul",
        "fuck",
        "fucking",
        "shit",
        "cunt",
        "dick",
        "twat",
        "wanker",
        "godverdomme",
    }
    return frozenset(built | {w for w in lists["insults"] if " " not in w} | swear)


def _insult(reading: Reading, situation: Situation) -> list[Sighting]:
    voice = tone_moves.own_voice(reading)
    folded = cut.fold(voice)
    found = _spelt_out(folded, situation) + _masked(folded, situation.lang)
    found += [m.span() for m in lexicon.pattern(_TOPIC, situation.lang, "insult_phrases").finditer(folded)]
    for start, end in sorted(found):
        return [_sighting("insult", voice, start, end)]
    for m in lexicon.pattern(_TOPIC, situation.lang, "hostile").finditer(folded):
        if not _reported(folded, m.start()):
            return [_sighting("hostile", voice, m.start(), m.end())]
    return []


def _sighting(code: str, voice: str, start: int, end: int) -> Sighting:
    span = Span(voice[start:end].strip(), start, end)
    return Sighting(code, span.start, span.end, params=(("words", span.text),))


def _spelt_out(folded: str, situation: Situation) -> list[tuple[int, int]]:
    harmless = lexicon.examples(_TOPIC, situation.lang, "harmless")
    out: list[tuple[int, int]] = []
    for pattern in _patterns(situation.lang):
        found = [m for m in pattern.finditer(folded) if not _reported(folded, m.start())]
        out += [m.span() for m in found if m.group() not in harmless]
    return out


def _reported(folded: str, start: int) -> bool:
    """True when the word is about us or repeats what the customer calls us: "dat je ons hufters noemt"."""
    return _ABOUT_US.search(folded[max(0, start - 45) : start]) is not None


def _masked(folded: str, lang: str) -> list[tuple[int, int]]:
    out = []
    for m in _MASKED.finditer(folded):
        shape = re.compile("".join("." if c in "*#@$%!" else c for c in m.group()))
        loose = re.compile(re.sub(r"[*#@$%!]+", "[a-z]+", m.group()))
        if any(shape.fullmatch(w) or loose.fullmatch(w) for w in _all_insults(lang)):
            out.append(m.span())
    return out


CRITERIA = (
    Criterion(
        id="tone.insult",
        dimension=Dimension.TONE,
        kind=Kind.GATE,
        weight=0,
        principle="T3",
        find=_insult,
        critical_codes=frozenset({"insult", "hostile"}),
        source="T3; scorecards of Zendesk QA and MaestroQA: an insult fails the reply whatever the rest earns",
    ),
)
