"""Scorers to stand beside ours: the length of the reply, keywords, and sentiment lexicons."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from benchmarks.ratings import Rated

KEYWORDS = {
    "nl": r"\b(?:sorry|excuses|vervelend|begrijp\w*|bedankt|dank\w*|graag|helpen|help|dm|privébericht|hoi|beste|dag|"
    r"vandaag|morgen|uur|oplossing|groet\w*)\b|\^",
    "en": r"\b(?:sorry|apolog\w+|understand|thanks?|please|help|dm|message|hi|dear|today|tomorrow|hours?|"
    r"solution|regards)\b|\^",
}
"""What a keyword scorer would count as polite, personal and active."""


def length(rated: Rated) -> float:
    """Characters of the reply."""
    return float(len(rated.reply.text))


def keywords(rated: Rated) -> float:
    """How many different keywords the reply has."""
    found = re.findall(KEYWORDS[rated.situation.lang], rated.reply.text.lower())
    return float(len(set(found)))


@lru_cache(maxsize=2)
def _sentiment(lang: str) -> Callable[[str], float]:
    analyser: Any
    if lang == "en":
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

        analyser = SentimentIntensityAnalyzer()
        return lambda text: float(analyser.polarity_scores(text)["compound"])
    from textblob_nl import PatternAnalyzer

    analyser = PatternAnalyzer()
    return lambda text: float(analyser.analyze(text)[0])


def sentiment(rated: Rated) -> float:
    """VADER's compound score for English, the Dutch pattern lexicon's polarity for Dutch; -1 to 1."""
    return _sentiment(rated.situation.lang)(rated.reply.text)


BASELINES: dict[str, Callable[[Rated], float]] = {
    "length alone": length,
    "keywords": keywords,
    "VADER / pattern-nl": sentiment,
}
