"""Sentence vectors: prepared ones are complete and the same as the encoder's own."""

from __future__ import annotations

import numpy as np
import pytest

from scoring import Reply, meaning, score
from scoring.lexicon import load, topics
from scoring.serial import to_json
from tests.scoring.build import situation


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


def test_a_scorecard_does_not_depend_on_what_was_scored_before():
    """Sentences are encoded in batches, whose company changes the last bits: none of it may reach a score."""
    asked = ["tone.acknowledges_emotion", "protocol.next_step", "protocol.time_indication"]
    case = situation("nl", expected=asked)
    text = "Wat een ellende, drie dagen offline. Ik bel de planning nu. Voor vijf uur hoor je van me. ^TG"
    first = to_json(score(Reply(text), case))
    meaning._alone.cache_clear()
    for other in (
        "Ik bel de planning nu.",
        "Voor vijf uur hoor je van me. Wat een ellende, drie dagen offline.",
        "Dag!",
    ):
        score(Reply(other), situation("nl"))
        score(Reply(other), case)
    assert to_json(score(Reply(text), case)) == first


def test_half_a_surrogate_pair_is_read_like_a_question_mark():
    assert (meaning.encode("Dag \ud800 Sanne") == meaning.encode("Dag ? Sanne")).all()
