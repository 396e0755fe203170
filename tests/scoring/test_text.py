"""Properties that hold for any text: places lie inside it, scores stay in range and add up, faults never help."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import Dimension, Reply, score
from scoring import text as cut
from tests.scoring.build import BASE, reading

_BITS = st.sampled_from(
    [
        "Hoi Sanne,",
        "Hi Hannah,",
        "mevrouw De Vries",
        "drie dagen",
        "internet",
        "monteur",
        "dinsdag",
        "sorry",
        "DM",
        "morgen voor 12 uur",
        "^TG",
        "(1/2)",
        "\n",
        "😡",
        "👩‍👩‍👧",
        "é",
        "İstanbul",
        "ﬁ",
        "ß",
        "…",
        "?!",
        "@netwijs",
        "https://netwijs.example/x?y=1",
        "17.00",
        "€ 1.140,-",
        "'t",
        "’s",
        "\u200b",
        "\t",
        "zo snel mogelijk.",
        "Ik bel je.",
        "I'll call.",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.one_of(_BITS, st.text(max_size=12)), max_size=14).map(" ".join),
)
# A first encounter with a sentence takes tens of milliseconds, more on a busy machine: no deadline.
RELAXED = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@given(TEXTS)
@settings(RELAXED, max_examples=300)
def test_pieces_lie_where_they_say(text):
    read = reading(text)
    for span in (*cut.sentences(text), *cut.words(text)):
        assert text[span.start : span.end] == span.text
    for span in (*read.sentences, *read.words):
        assert read.body[span.start : span.end] == span.text
    for sentence in read.sentences:
        assert all(sentence.start <= c.start <= c.end <= sentence.end for c in cut.clauses(sentence))


@given(TEXTS)
@settings(RELAXED, max_examples=300)
def test_folding_and_masking_keep_the_length(text):
    assert len(cut.fold(text)) == len(text)
    assert len(reading(text).body) == len(text)


@given(TEXTS, st.sampled_from(["nl", "en"]))
@RELAXED
def test_scores_hold_together(text, lang):
    situation = dataclasses.replace(
        BASE[lang], expected=frozenset({"protocol.next_step", "protocol.time_indication"})
    )
    card = score(Reply(text), situation)
    assert card == score(Reply(text), situation)
    for finding in card.findings:
        assert (finding.start is None) == (finding.end is None)
        if finding.start is not None and finding.end is not None:
            assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.effect <= 0
        assert finding.earned >= 0
    for part in card.dimensions:
        if part.value is None:
            assert part.unscored_because
            continue
        assert 0 <= part.value <= 100
        left = 100 + sum(f.effect for f in card.findings if f.dimension is part.dimension)
        assert part.value == pytest.approx(min(100, max(0, left)), abs=0.06)
    assert card.total is None or 0 <= card.total <= 100


GOOD = {
    "nl": "Hoi Sanne, drie dagen zonder internet en dinsdag geen monteur: dat spijt me. Ik bel de planning en laat je voor vijf uur weten hoe het staat. ^TG",
    "en": "Hi Hannah, three days without broadband and no engineer on Tuesday: I'm sorry. I'm ringing the planners and will tell you by five how it stands. ^TG",
}
FAULTS = {
    "nl": [
        ("personalisation.wrong_name", lambda t: t.replace("Hoi Sanne", "Hoi Sandra")),
        (
            "personalisation.robot_phrases",
            lambda t: t.replace(" ^TG", " Uw bericht is voor ons belangrijk. ^TG"),
        ),
        ("tone", lambda t: t.replace(" ^TG", " En hou verder je kop, idioot. ^TG")),
        ("protocol", lambda t: t.replace(" ^TG", " Zet hieronder je klantnummer en geboortedatum. ^TG")),
        ("personalisation.signature", lambda t: t.replace(" ^TG", "")),
    ],
    "en": [
        ("personalisation.wrong_name", lambda t: t.replace("Hi Hannah", "Hi Heather")),
        (
            "personalisation.robot_phrases",
            lambda t: t.replace(" ^TG", " Your feedback is very important to us. ^TG"),
        ),
        ("tone", lambda t: t.replace(" ^TG", " Now shut up, you idiot. ^TG")),
        ("protocol", lambda t: t.replace(" ^TG", " Post your account number and date of birth below. ^TG")),
        ("personalisation.signature", lambda t: t.replace(" ^TG", "")),
    ],
}


@pytest.mark.parametrize(
    ("lang", "where", "spoil"), [(lang, w, f) for lang, faults in FAULTS.items() for w, f in faults]
)
def test_adding_a_fault_lowers_its_dimension_and_never_raises_the_total(lang, where, spoil):
    good, bad = (score(Reply(t), BASE[lang]) for t in (GOOD[lang], spoil(GOOD[lang])))
    dimension = Dimension(where.split(".")[0])
    # A dimension that only faults could touch is unscored while there is none.
    assert (bad.value_of(dimension) or 0) < (good.value_of(dimension) or 100)
    assert bad.total < good.total


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Om 17.00 uur bel ik. Tot dan!", 2),
        ("Mevr. De Vries, dat klopt.", 1),
        ("Sorry… Ik zoek het uit", 2),
        ("Eerste regel\nTweede regel", 2),
        ("It's Mr. Price, e.g. at 5pm today.", 1),
        ("", 0),
    ],
)
def test_sentences_are_cut_where_a_reader_would(text, parts):
    assert len(cut.sentences(text)) == parts


def test_the_signature_is_no_sentence():
    read = reading("Ik zoek het uit. ^TG (2/2)")
    assert [s.text for s in read.sentences] == ["Ik zoek het uit."]
    assert read.signature is not None
    assert read.signature.text == "^TG"
