"""Loading the language models before the first reply, so that the first trainee does not wait for them."""

from __future__ import annotations

import gc

from scoring import Reply, Situation, score

_SEARCH_AFTER = (10_000, 20, 20)
"""New objects before a search of the young ones, and such searches before one of the older. Drawing one page makes
some thousands, so that with Python's own 700 each page was searched many times while it was still in use."""
_REPLIES = {
    "nl": (
        "Alweer die rode lamp op mijn kastje!",
        "Wat vervelend dat je al drie dagen zonder internet zit, Sanne. Ik zoek het vandaag voor je uit. ^TG",
    ),
    "en": (
        "That red light on my box again!",
        "So sorry you have been without broadband for three days, Hannah. I will look into it today. ^TG",
    ),
}


def warm_up() -> None:
    """Score one reply in each language: that loads every model and compares every example once."""
    from scoring import default_rubric

    everything = frozenset(c.id for c in default_rubric().criteria)
    for lang, (post, text) in _REPLIES.items():
        situation = Situation(lang=lang, expected=everything, emotion="strong", complaint=True, posts=(post,))
        score(Reply(text), situation)


def keep_for_good() -> None:
    """Have Python's search for garbage leave alone what is there now: models, modules and catalogues stay anyway.

    A whole search stops all threads, and with two hundred windows open half of its quarter of a second went into these.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_SEARCH_AFTER)
