"""How the reply is worded: the address form of the house, plain language, no official language."""

from __future__ import annotations

import re

from scoring import lexicon
from scoring import text as cut
from scoring.criteria import tone_moves
from scoring.model import Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import Span

# --- address form ----------------------------------------------------------------------------------------------

_FORMS = {
    # "17 u" and "15.45 u" are hours; "U" as a letter or in "u." is rare enough to leave.
    "u": re.compile(r"(?<!\d )(?<![\d'])(?<!\w)(?:u|uw|uzelf|uwe)(?!['\w])"),
    "je": re.compile(r"(?<!\w)(?:je|jij|jou|jouw|jezelf|jouwe)(?!\w)"),
    "ge": re.compile(r"(?<!\w)(?:ge|gij|gijle|gulle|gulder|moogt|zijt|kunde|hebde|zijde|wilde ge)(?!\w)"),
}
_MIXED = 0.3
"""Strength when the right form is used and the wrong one slips in: one slip is a small thing, yet never full."""
_THIRD_PERSON = re.compile(
    r"(?<!\w)(?:the (?:customer|subscriber|account holder|passenger|client|cardholder|resident|tenant) "
    r"(?:is|must|has to|will|should)|"
    # "This one is hand wash only" speaks of a thing; the impersonal "one" is told to do something.
    r"one is (?:\w+ly )?(?:requested|asked|advised|required|expected|reminded|urged|"
    r"invited|obliged|referred|able|free)|"
    r"(?<!this )(?<!that )(?<!the )(?<!which )(?<!each )(?<!every )one (?:must|should|ought to|may wish to)|"
    r"(?:supply|enter|provide|use|check|of|to|with|in|from|for|on|contact|submit) one's|"
    r"dear (?:sir|madam|customer|sir/madam)|to whom it may concern)(?!\w)"
)


def right_register(reading: Reading, situation: Situation) -> list[Sighting]:
    """The form of address that the house prescribes; no address at all is fine."""
    voice = cut.fold(tone_moves.own_voice(reading))
    if situation.lang == "en":
        wrong = _THIRD_PERSON.search(cut.fold(reading.body))
        return [_address("impersonal", wrong, 0.01)] if wrong else [Sighting("met")]
    wanted = situation.rules.address_form
    generic = [m.span() for m in lexicon.pattern("tone", "nl", "generic_je").finditer(voice)]
    found = {form: [m for m in rx.finditer(voice) if not _inside(m, generic)] for form, rx in _FORMS.items()}
    if found["ge"]:
        return [_address("ge", found["ge"][0], 0.01)]
    if wanted not in ("u", "je"):
        both = found["u"] and found["je"]
        return (
            [_address("mixed", min(found["u"], found["je"], key=len)[0], _MIXED)]
            if both
            else [Sighting("met")]
        )
    other = found["je" if wanted == "u" else "u"]
    if not other:
        return [Sighting("met")]
    right = len(found[wanted])
    code, strength = ("mixed", _MIXED) if right else ("wrong_form", 0.01)
    return [_address(code, other[0], strength, wanted)]


def _inside(match: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(a <= match.start() < b for a, b in spans)


def _address(code: str, match: re.Match[str], strength: float, wanted: str = "") -> Sighting:
    return Sighting(
        code, match.start(), match.end(), strength, (("words", match.group()), ("wanted", wanted))
    )


# --- plain language --------------------------------------------------------------------------------------------

_FROM_WORDS = 12
"""Readability of shorter texts is noise (measured: "Ja dat kan" scores 127 on a scale to 100)."""
_LIX = (40.0, 60.0)
"""Good replies lie at 18-34, templates at 41-43, official prose at 80 (notes on language libraries)."""
_EASE = (55.0, 25.0)
"""Flesch: good replies lie at 72-98, templates at 59-75, official prose under 0; Douma calls 60-70 normal."""
_VOWELS = {
    "nl": re.compile(r"[aeou]i|aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ij|ei|ui|au|ou|[aeiouy]"),
    "en": re.compile(r"[aeiouy]+"),
}


def syllables(word: str, lang: str) -> int:
    """Syllables of a word by its vowel groups.

    textstat hyphenates for this, which is wrong for Dutch ("avond" would have one), and downloads a dictionary
    for English.

    >>> [syllables(w, "nl") for w in ("avond", "idee", "geïnformeerd", "monteur")]
    [2, 2, 4, 2]
    >>> [syllables(w, "en") for w in ("engineer", "time", "table", "sorted")]
    [3, 1, 2, 2]
    """
    if lang == "nl":
        # A diaeresis starts a new syllable, so the accents must be looked at before they go.
        split = re.sub(r"([ëïöü])", r" \1", word.lower())
        return max(1, sum(len(_VOWELS["nl"].findall(cut.fold(p))) for p in split.split()))
    low = cut.fold(word)
    count = len(_VOWELS["en"].findall(low))
    if low.endswith("e") and not low.endswith(("le", "ee")) and count > 1:
        count -= 1
    if low.endswith("ed") and not low.endswith(("ted", "ded")) and count > 1:
        count -= 1
    return max(1, count)


def flesch(text: str, lang: str) -> float:
    """Reading ease of running text: Flesch for English, Douma's version for Dutch."""
    counted = [w.text for w in cut.words(text) if w.text[0].isalpha()]
    number = max(1, len([s for s in cut.sentences(text) if len(cut.words(s.text)) > 1]))
    length = len(counted) / number
    weight = sum(syllables(w, lang) for w in counted) / max(1, len(counted))
    if lang == "nl":
        return 206.835 - 0.93 * length - 77 * weight
    return 206.835 - 1.015 * length - 84.6 * weight


def plain_language(reading: Reading, situation: Situation) -> list[Sighting]:
    """Short words and sentences, by two measures that err in different ways."""
    from textstat.backend.metrics import lix

    text = re.sub(r"\s+", " ", tone_moves.own_voice(reading)).strip(" ,")
    if len(cut.words(text)) < _FROM_WORDS:
        return [Sighting("met")]
    by_lix = _between(float(lix(text)), *_LIX)
    by_ease = _between(flesch(text, situation.lang), *_EASE)
    strength = (by_lix + by_ease) / 2
    if strength >= 0.9:
        return [Sighting("met")]
    longest = max(cut.sentences(tone_moves.own_voice(reading)), key=lambda s: len(s.text))
    return [
        Sighting("partly" if strength >= 0.5 else "hard", longest.start, longest.end, max(strength, 0.01))
    ]


def _between(value: float, good: float, bad: float) -> float:
    """1 at `good` or better, 0 at `bad` or worse, straight in between."""
    return min(1.0, max(0.0, (value - bad) / (good - bad)))


# --- official language -----------------------------------------------------------------------------------------


def officialese(reading: Reading, _situation: Situation) -> list[Sighting]:
    """Words of letters and forms; the repeat rule of the engine keeps a whole letter of them at one and a half."""
    spans: list[Span] = tone_moves.hits(reading, "tone_words", "officialese")
    return [Sighting("flagged", s.start, s.end, params=(("words", s.text),)) for s in spans]


CRITERIA = (
    Criterion(
        "tone.right_register", Dimension.TONE, Kind.EXPECTED, 25, "T2", right_register,
        source="T2: je or u as the house says, never mixed",
    ),
    Criterion(
        "tone.plain_language", Dimension.TONE, Kind.EXPECTED, 10, "T1", plain_language,
        source="T1; LIX (Björnsson 1968), Flesch 1948 and Douma 1960; small weight: it only separates official prose",
    ),
    Criterion(
        "tone.officialese", Dimension.TONE, Kind.FAULT, 25, "T1", officialese,
        source="T1: social media is talk, not a letter",
    ),
)  # fmt: skip
