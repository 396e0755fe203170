"""Sentence vectors: prepared ones are complete and the same as the encoder's own."""

from __future__ import annotations

import numpy as np
import pytest

from scoring import meaning
from scoring.lexicon import load, topics


def lists():
    return [
        (f"{topic}.{lang}:{name}", items)
        for topic, lang in topics()
        for name, items in load(topic, lang).items()
    ]


def is_prepared(text: str) -> bool:
    return meaning.key(text) in meaning.prepared()


def test_most_example_lists_are_prepared():
    assert sum(any(map(is_prepared, items)) for _, items in lists()) > 50


@pytest.mark.parametrize(("name", "items"), lists(), ids=lambda v: v if isinstance(v, str) else "")
def test_a_list_is_prepared_whole_or_not_at_all(name, items):
    """A new example without its vector would be encoded at each start: run `python -m simulator vectors`."""
    done = [item for item in items if is_prepared(item)]
    # A sentence may stand in a list of patterns and in a list of examples.
    assert len(done) == len(items) or len(done) <= len(items) / 2


def test_a_prepared_vector_is_the_encoders_own():
    texts = [t for _, items in lists() for t in items if is_prepared(t)][::200]
    assert len(texts) > 3
    for text in texts:
        assert np.allclose(meaning.prepared()[meaning.key(text)], meaning.encode(text), atol=2e-3)


def test_paraphrases_are_nearer_than_strangers():
    post = "Ik zit al drie dagen zonder internet."
    assert meaning.similarity(post, "Mijn internet doet het al drie dagen niet.") > meaning.similarity(
        post, "Wat een mooie foto van de optocht!"
    )


@pytest.mark.parametrize("text", ["", "🙂", "...", "12:30"])
def test_a_text_without_letters_is_like_nothing(text):
    assert meaning.similarity(text, "Hallo") == 0.0
    assert meaning.best_similarity(text, ("Hallo", "Dag")) == 0.0
