"""Replies that game a scorer fail; short, quoting or permitted replies are never taken for them.

Plain tricks, tried in every situation, stay under 40 in total. The inputs of adversarial.yaml are each written for
one situation: none may pass, none may take long, and in every situation an honest reply does pass.
"""

from __future__ import annotations

import dataclasses
import time
from collections import Counter
from pathlib import Path

import pytest
import yaml

from scoring import (
    Action,
    Customer,
    Dimension,
    HouseRules,
    Point,
    PrivateFact,
    Reply,
    StandardReply,
    default_rubric,
    score,
)
from scoring.rubric import Kind
from simulator.warm_up import warm_up
from tests.scoring.build import BASE

CEILING = 40
SECONDS = 1.0
LONGEST = 60
"""Longest time for one reply: a trainee who pastes a whole book may not hold up the others."""
HANGS = 20
"""Seconds after which one input is given up, so that it fails alone."""
GATES = {c.id for c in default_rubric().criteria if c.kind is Kind.GATE}


def case(lang, base, **changes):
    bare = {"points": (), "history": (), "facts": ()}
    return dataclasses.replace(BASE[lang], **{**bare, **base, **changes})


NL = {
    "internet": dataclasses.replace(
        BASE["nl"], expected=frozenset({"protocol.next_step", "protocol.time_indication"}),
        points=(Point("monteur", "Zeg dat je een nieuwe monteur regelt.", ("Ik vraag een nieuwe monteur voor je aan.",)),),
    ),
    "swimming": case(
        "nl", {}, organisation="Zwembad De Waterval", channel="facebook", emotion="mild", max_chars=None,
        rules=HouseRules(
            address_form="u",
            standard_replies=(StandardReply("tijden", "Fijn dat u bij ons wilt komen zwemmen. Onze openingstijden en tarieven vindt u op dewaterval.example. Tot ziens in het zwembad!"),),
        ),
        customer=Customer("Mirjam Tol", "Mirjam Tol"),
        posts=("Sta ik hier met drie kleine kinderen voor een dichte deur, terwijl de site zegt dat het recreatiebad open is. Kon daar geen briefje hangen? Jammer van mijn vrije middag.",),
        expected=frozenset({"protocol.explains"}),
    ),
    "bakery": case(
        "nl", {}, organisation="Bakkerij Van Loo", region="BE", channel="instagram", emotion="positive", complaint=False, max_chars=None,
        rules=HouseRules(
            address_form="je",
            standard_replies=(StandardReply("dank", "Wat een leuke foto! Bedankt om ons te taggen, we delen hem graag op ons profiel. Tot gauw in een van onze winkels!"),),
        ),
        customer=Customer("Elke Wouters", "@elkebakt"),
        posts=("De verjaardagstaart met de dinosaurus was een schot in de roos @bakkerijvanloo, onze Fons wou er eerst niet van eten omdat hij te schoon was. Dikke merci aan de bakker!",),
    ),
    "bank": case(
        "nl", {}, organisation="Bank Duinrand", channel="whatsapp", public=False, emotion="strong", max_chars=None,
        rules=HouseRules(
            address_form="u", signature="first_name",
            standard_replies=(StandardReply("pas", "Bent u uw pas kwijt? Blokkeer hem direct in de app onder Instellingen. Een nieuwe pas hebt u binnen vijf werkdagen in huis."),),
        ),
        customer=Customer("Harrie Smulders", "Harrie"),
        posts=("Mijn pas is ingeslikt door de automaat in Vught en ik kan niet bij mijn geld. Morgen moet ik mijn huur betalen, ik word er zenuwachtig van.",),
        expected=frozenset({"protocol.next_step"}),
    ),
    "confidential": case(
        "nl", {}, organisation="Gemeente Duinmeer", emotion="mild", max_chars=None,
        rules=HouseRules(
            address_form="u", private_channel="privébericht",
            never_in_public=("dossiernummer", "adres", "geboortedatum", "inkomen en schulden"),
            not_to_promise=("dat een aanvraag wordt toegekend",),
            standard_replies=(StandardReply("bellen", "Bedankt voor uw bericht. Via sociale media behandelen wij geen aanvragen. U kunt ons op werkdagen bellen tussen 9 en 17 uur."),),
        ),
        customer=Customer(
            "Nadia Bouzid", "@nadiabz",
            private=(
                PrivateFact("file_number", "BB-20417"), PrivateFact("address", "Wilgenlaan 8"),
                PrivateFact("date_of_birth", "14-03-1979"), PrivateFact("financial_status", "schulden bij de woningstichting"),
            ),
        ),
        kind="confidential_in_public",
        posts=("@gemeenteduinmeer mijn aanvraag voor bijzondere bijstand ligt er nu al zes weken en ik hoor niets. Staat die van mij er nog tussen? Zoek maar even op, mijn naam hebben jullie.",),
        expected=frozenset({"protocol.moves_to_private"}),
    ),
    "outage": case(
        "nl", {}, organisation="Vonkstroom", emotion="mild", max_chars=None,
        rules=HouseRules(
            address_form="je",
            standard_replies=(StandardReply("storing", "Er is een storing in uw buurt. De actuele storingen vindt u op vonkstroom.example/kaart. Wij vragen om uw begrip."),),
        ),
        customer=Customer("Bram Aerts", "@bram_aerts"),
        kind="outage",
        posts=("Heel de Kastanjelaan zit sinds half acht zonder stroom @vonkstroom, wat is er aan de hand en hoe lang gaat dit duren? Vriezer vol eten hier.",),
        facts=("Bij werk aan de weg is een kabel geraakt; monteurs zijn bezig.", "Hersteltijd onbekend; om tien uur volgt nieuws."),
        expected=frozenset({"protocol.explains", "protocol.time_indication"}),
    ),
    "question": case(
        "nl", {}, organisation="Bibliotheek Zuiderhof", channel="facebook", emotion="none", complaint=False, max_chars=None,
        rules=HouseRules(
            address_form="je",
            standard_replies=(StandardReply("uren", "Bedankt voor je vraag. Al onze openingsuren vind je op zuiderhof.example. Graag tot ziens in de bibliotheek!"),),
        ),
        customer=Customer("Tom Verhagen", "Tom Verhagen"),
        kind="simple_question",
        posts=("Zijn jullie op tweede paasdag ook open? En kan ik dan mijn boeken inleveren?",),
        facts=("Op tweede paasdag is de bibliotheek dicht.", "De inleverbus naast de ingang is altijd open."),
        points=(Point("dicht", "Zeg dat de bibliotheek op tweede paasdag dicht is.", ("Op tweede paasdag zijn we gesloten.",)),),
    ),
}  # fmt: skip
EN = {
    "broadband": dataclasses.replace(
        BASE["en"], expected=frozenset({"protocol.next_step", "protocol.time_indication"}),
        points=(Point("engineer", "Say that you arrange another engineer.", ("I'll book another engineer for you.",)),),
    ),
    "swimming": case(
        "en", {}, organisation="Riverside Pool", channel="facebook", emotion="mild", max_chars=None,
        rules=HouseRules(
            address_form="you",
            standard_replies=(StandardReply("hours", "Great that you'd like to come swimming. Our opening hours and prices are on riversidepool.example. See you at the pool!"),),
        ),
        customer=Customer("Miriam Todd", "Miriam Todd"),
        posts=("Standing here with three small children in front of a closed door while your site says the fun pool is open. Couldn't you put up a note? Shame about my afternoon off.",),
        expected=frozenset({"protocol.explains"}),
    ),
    "bakery": case(
        "en", {}, organisation="Fenwick Bakery", channel="instagram", emotion="positive", complaint=False, max_chars=None,
        rules=HouseRules(
            address_form="you",
            standard_replies=(StandardReply("thanks", "What a lovely photo! Thanks for tagging us, we'd love to share it on our page. See you soon in one of our shops!"),),
        ),
        customer=Customer("Ellie Waters", "@elliebakes"),
        posts=("The dinosaur birthday cake was a hit @fenwickbakery, our Finn wouldn't eat it at first because it was too pretty. Huge thanks to the baker!",),
    ),
    "bank": case(
        "en", {}, organisation="Dunes Bank", channel="whatsapp", public=False, emotion="strong", max_chars=None,
        rules=HouseRules(
            address_form="you", signature="first_name",
            standard_replies=(StandardReply("card", "Lost your card? Block it at once in the app under Settings. You'll have a new card at home within five working days."),),
        ),
        customer=Customer("Harry Small", "Harry"),
        posts=("The machine in Whitby swallowed my card and I can't get at my money. I have to pay my rent tomorrow and I'm getting nervous.",),
        expected=frozenset({"protocol.next_step"}),
    ),
    "confidential": case(
        "en", {}, organisation="Marsh End Council", emotion="mild", max_chars=None,
        rules=HouseRules(
            address_form="you", private_channel="DM",
            never_in_public=("file number", "address", "date of birth", "income and debts"),
            not_to_promise=("that a claim will be approved",),
            standard_replies=(StandardReply("ring", "Thank you for your message. We do not deal with claims on social media. You can ring us on weekdays between 9 and 5."),),
        ),
        customer=Customer(
            "Nadia Iqbal", "@nadiaiq",
            private=(
                PrivateFact("file_number", "CT-20417"), PrivateFact("address", "8 Willow Lane"),
                PrivateFact("date_of_birth", "14 March 1979"), PrivateFact("financial_status", "rent arrears since the summer"),
            ),
        ),
        kind="confidential_in_public",
        posts=("@marshendcouncil my claim for council tax support has been with you for six weeks and I hear nothing. Is mine still in the pile? Just look me up, you've got my name.",),
        expected=frozenset({"protocol.moves_to_private"}),
    ),
    "outage": case(
        "en", {}, organisation="Brightline Power", emotion="mild", max_chars=None,
        rules=HouseRules(
            address_form="you",
            standard_replies=(StandardReply("outage", "There is a power cut in your area. Current power cuts are shown on brightline.example/map. We ask for your patience."),),
        ),
        customer=Customer("Ben Archer", "@ben_archer"),
        kind="outage",
        posts=("The whole of Chestnut Avenue has been without power since half seven @brightline, what's going on and how long will this take? Freezer full of food here.",),
        facts=("A cable was hit during roadworks; engineers are working on it.", "Repair time not known; news follows at ten."),
        expected=frozenset({"protocol.explains", "protocol.time_indication"}),
    ),
    "question": case(
        "en", {}, organisation="Southfield Library", channel="facebook", emotion="none", complaint=False, max_chars=None,
        rules=HouseRules(
            address_form="you",
            standard_replies=(StandardReply("hours", "Thanks for your question. All our opening hours are on southfield.example. We hope to see you at the library!"),),
        ),
        customer=Customer("Tom Varley", "Tom Varley"),
        kind="simple_question",
        posts=("Are you open on Easter Monday as well? And could I return my books then?",),
        facts=("The library is closed on Easter Monday.", "The return box next to the entrance is always open."),
        points=(Point("closed", "Say that the library is closed on Easter Monday.", ("We're closed on Easter Monday.",)),),
    ),
}  # fmt: skip
SITUATIONS = {f"nl-{k}": s for k, s in NL.items()} | {f"en-{k}": s for k, s in EN.items()}

WRITTEN = yaml.load(
    Path(__file__).with_name("adversarial.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
)
DECENT = {
    "nl-internet": "Wat vervelend dat je al drie dagen zonder internet zit.",
    "nl-confidential": "Dank u voor uw vraag.",
    "nl-bakery": "Dank je wel voor je bericht.",
    "nl-outage": "Vervelend dat jullie zonder stroom zitten.",
    "nl-question": "Dank je wel voor je vraag.",
    "en-broadband": "How annoying to be without broadband for three days.",
    "en-confidential": "Thank you for your question.",
    "en-bakery": "Thank you for your message.",
    "en-outage": "Annoying that you're without power.",
    "en-question": "Thanks for your question.",
}
"""A sentence that belongs in a good reply and is none by itself."""

KEYWORDS = {
    "nl": [
        "sorry vervelend begrijp DM morgen excuses dank",
        "excuses, begrip, DM, morgen, oplossing, collega, bedankt, fijne dag",
        "Sorry! Vervelend! Begrijpelijk! DM! Morgen! Excuses! Bedankt!",
        "excuses en begrip en oplossing en DM en morgen en geduld en bedankt",
    ],
    "en": [
        "sorry annoying understand DM tomorrow apologies thanks",
        "apologies, empathy, DM, tomorrow, solution, colleague, thanks, happy day",
        "Sorry! Annoying! Understandable! DM! Tomorrow! Apologies! Thanks!",
        "apologies and empathy and solution and DM and tomorrow and patience and thanks",
    ],
}
RUDE = {
    "nl": [
        "Sorry, wat vervelend, ik begrijp het en morgen hoor je meer via DM, maar hou nu je kop, sukkel.",
        "Excuses voor het wachten, ik zoek het vandaag uit. En leer eens lezen, idioot.",
    ],
    "en": [
        "Sorry, how annoying, I understand and you'll hear more by DM tomorrow, but shut up now, you moron.",
        "Apologies for the wait, I'll find out today. And learn to read, idiot.",
    ],
}
FOREIGN = {
    "nl": [
        "I'm so sorry about this, I understand how annoying it is. I'll ring my colleague today and let you know by five.",
        "Es tut mir leid, das ist wirklich ärgerlich. Ich kläre das heute und melde mich bis fünf Uhr bei Ihnen.",
    ],
    "en": [
        "Het spijt me heel erg, ik begrijp hoe vervelend dit is. Ik bel vandaag mijn collega en laat het je voor vijf uur weten.",
        "Es tut mir leid, das ist wirklich ärgerlich. Ich kläre das heute und melde mich bis fünf Uhr bei Ihnen.",
    ],
}


def dressed(text, situation):
    """The text with the customer's name in front and a signature behind: the cheapest disguise."""
    hello = "Hoi" if situation.lang == "nl" else "Hi"
    name = situation.customer.name.split()[0]
    close = (
        " ^TG"
        if situation.rules.signature == "initials"
        else ("\nGroet, Karin" if situation.lang == "nl" else "\nRegards, Karen")
    )
    return f"{hello} {name}, {text}{close}"


def dressed_up(text, key):
    """As `dressed`, with a decent sentence before the text: the start and end that a hurried reader looks at."""
    return dressed(f"{DECENT[key]} {text}", SITUATIONS[key])


def edited(text):
    """The text with two of its words changed."""
    words = text.split()
    words[2], words[-3] = "heel" if "ij" in text else "quite", "graag" if "ij" in text else "gladly"
    return " ".join(words)


def turned(text):
    """The post seen from the other side: "my" becomes "your"."""
    pairs = {
        "mijn": "jouw",
        "ik": "je",
        "my": "your",
        "I": "you",
        "our": "your",
        "onze": "jullie",
        "me": "je",
    }
    return " ".join(pairs.get(w, w) for w in text.split())


def attacks():
    """Every plain trick in every situation, bare and dressed."""
    for key, situation in SITUATIONS.items():
        template, post = situation.rules.standard_replies[0].text, situation.post
        wordings = {
            "blank": ["", "  \n", "..."],
            "echo": [post, turned(post), post.split("!")[0] if "!" in post[:60] else post.split(".")[0]],
            "keywords": KEYWORDS[situation.lang],
            "template": [template, edited(template), " ".join(reversed([s.strip() + "." for s in template.rstrip(".!").split(".") if s.strip()])) if template.count(".") == 2 else template],
            "rude": RUDE[situation.lang],
            "language": FOREIGN[situation.lang],
            "gibberish": ["asdf qwer zxcv hjkl asdf", "sorry sorry sorry sorry sorry sorry sorry"],
        }  # fmt: skip
        for kind, texts in wordings.items():
            for number, text in enumerate(texts):
                yield pytest.param(situation, text, id=f"{key}-{kind}-{number}")
                yield pytest.param(situation, dressed(text, situation), id=f"{key}-{kind}-{number}-dressed")


@pytest.mark.parametrize(("situation", "text"), list(attacks()))
def test_gaming_scores_under_the_ceiling(situation, text):
    card = score(Reply(text), situation)
    assert card.total is not None
    assert card.total < CEILING, [(f.criterion, f.code, f.effect) for f in card.findings]
    assert not card.passed


def text_of(written):
    """The text of an input: as written, or a piece of text repeated up to a length."""
    if "text" in written:
        return written["text"]
    piece, length = written["repeat"]["of"], int(written["repeat"]["length"])
    return (piece * (length // len(piece) + 1))[:length]


def inputs():
    """The inputs of adversarial.yaml, each bare and, where that makes sense, dressed up."""
    for written in WRITTEN["inputs"]:
        key, text = f"{written['lang']}-{written['situation']}", text_of(written)
        yield pytest.param(key, text, id=written["id"])
        if written.get("dressed") != "no":
            yield pytest.param(key, dressed_up(text, key), id=f"{written['id']}-dressed")


def inputs_longest_first():
    """The same; time grows with length, so that after the longest the rest is left to the long run."""
    longest_first = sorted(inputs(), key=lambda one: -len(one.values[1]))
    for number, one in enumerate(longest_first):
        marks = [pytest.mark.long] if number >= LONGEST else []
        yield pytest.param(*one.values, id=one.id, marks=marks)


@pytest.fixture(scope="module")
def warm():
    """Everything loaded, and every situation's own phrasings known, before a clock runs."""
    warm_up()
    for situation in SITUATIONS.values():
        score(Reply(situation.rules.standard_replies[0].text), situation)
        score(Reply(situation.post), situation)


def seconds_for(text, situation):
    """How long scoring one reply takes."""
    begin = time.perf_counter()
    score(Reply(text), situation)
    return time.perf_counter() - begin


def test_the_inputs_are_distinct_and_of_both_languages():
    ids = [w["id"] for w in WRITTEN["inputs"]]
    texts = [text_of(w) for w in WRITTEN["inputs"]]
    assert len(texts) >= 100
    assert not [i for i, n in Counter(ids).items() if n > 1]
    assert not [t for t, n in Counter(texts).items() if n > 1]
    dutch = sum(w["lang"] == "nl" for w in WRITTEN["inputs"])
    assert 0.4 <= dutch / len(ids) <= 0.6


@pytest.mark.timeout(HANGS)
@pytest.mark.parametrize(("key", "text"), list(inputs()))
def test_an_adversarial_reply_does_not_pass(key, text):
    card = score(Reply(text), SITUATIONS[key])
    seen = [(f.criterion, f.code, f.effect) for f in card.findings if f.effect]
    assert not card.passed, f"{card.total} {text[:300]!r} {seen}"


@pytest.mark.timeout(HANGS)
@pytest.mark.parametrize(("key", "text"), list(inputs_longest_first()))
def test_an_adversarial_reply_is_scored_within_a_second(key, text, warm):
    # A busy machine is slow once, slow scoring twice; the space makes it a text that no cache knows.
    took = seconds_for(text, SITUATIONS[key])
    if took >= SECONDS:
        took = min(took, seconds_for(f"{text} ", SITUATIONS[key]))
    assert took < SECONDS


@pytest.mark.parametrize(("key", "text"), list(WRITTEN["honest"].items()), ids=list(WRITTEN["honest"]))
def test_an_honest_reply_passes_where_the_tricks_do_not(key, text):
    card = score(Reply(text), SITUATIONS[key])
    assert card.passed, f"{card.total} {[(f.criterion, f.code, f.effect) for f in card.findings if f.effect]}"


def test_every_situation_of_the_inputs_has_its_honest_reply():
    assert {f"{w['lang']}-{w['situation']}" for w in WRITTEN["inputs"]} == set(WRITTEN["honest"])


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_no_reply_where_one_is_due_scores_nothing(situation):
    assert score(Reply("", Action.LEAVE), situation).total == 0


CONTROLS = [
    ("nl-internet", "Ja hoor Sanne, dat kan! ^TG"),
    ("nl-internet", "Hoi Sanne, drie dagen geen internet en dinsdag geen monteur, dat is fout van ons. Ik bel nu de planning en laat je om vier uur weten hoe het staat. ^TG"),
    ("nl-internet", "'Dit kost me klanten', schrijf je, en daar heb je gelijk in. Ik regel vandaag een nieuwe monteur. ^TG"),
    ("nl-internet", "Sorry Sanne! Ik zit erbovenop. ^TG"),
    ("nl-swimming", "Mevrouw Tol, wat jammer van uw middag! Het recreatiebad moest dicht door een lekkage, en dat had op de deur en de site moeten staan. ^TG"),
    ("nl-swimming", "Dank voor de tip van dat briefje, we hangen er meteen een op. ^TG"),
    ("nl-bakery", "Te schoon om op te eten, dat horen we niet elke dag! Groetjes aan Fons 🦕 ^KD"),
    ("nl-bakery", "Merci Elke! 🥰 ^KD"),
    ("nl-bakery", "Haha, wat schattig, die Fons! De bakker bloost ervan, Elke. ^KD"),
    ("nl-bank", "Goedemiddag meneer Smulders, wat naar, zo vlak voor de huur. Ik kijk nu met u mee. Groet, Karin"),
    ("en-broadband", "Sure Hannah, you can! ^TG"),
    ("en-broadband", "Hi Hannah, three days without broadband and no engineer on Tuesday, that's our fault. I'm ringing the planners and will tell you by four how it stands. ^TG"),
    ("en-broadband", "'I'm losing clients', you write, and you're right to say so. I'm booking another engineer today. ^TG"),
    ("en-broadband", "Sorry Hannah! I'm on it. ^TG"),
    ("en-swimming", "What a shame about your afternoon, Miriam! The fun pool had to close because of a leak, and that should have been on the door and the site. ^TG"),
    ("en-swimming", "Thanks for the tip about a note, we're putting one up now. ^TG"),
    ("en-bakery", "Too pretty to eat, we don't hear that every day! Say hello to Finn 🦕 ^KD"),
    ("en-bakery", "Aw thanks Ellie! 🥰 ^KD"),
    ("en-bakery", "Haha, bless him! The baker is blushing, Ellie. ^KD"),
    ("en-bank", "Good afternoon Harry, how worrying, right before the rent. I'm looking at it with you now. Regards, Karen"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "text"), CONTROLS)
def test_honest_replies_meet_no_gate(key, text):
    seen = {f.criterion for f in score(Reply(text), SITUATIONS[key]).findings}
    assert not seen & GATES


@pytest.mark.parametrize("key", ["nl-bakery", "en-bakery"])
def test_a_permitted_standard_reply_meets_no_gate(key):
    situation = SITUATIONS[key]
    permitted = dataclasses.replace(situation.rules.standard_replies[0], allowed=True)
    rules = dataclasses.replace(situation.rules, standard_replies=(permitted,))
    situation = dataclasses.replace(situation, rules=rules)
    seen = {f.criterion for f in score(Reply(dressed(permitted.text, situation)), situation).findings}
    assert not seen & GATES
    assert "personalisation.like_standard_reply" in seen


def test_leaving_a_message_that_may_be_left_is_no_gate():
    situation = dataclasses.replace(BASE["nl"], best_actions=(Action.LEAVE,))
    card = score(Reply("", Action.LEAVE), situation)
    assert card.total == 100
    assert card.passed


def test_an_otherwise_good_reply_with_the_wrong_name_is_not_personal():
    for lang, text in (
        ("nl", "Hoi Sandra, drie dagen zonder internet terwijl je thuis werkt en dinsdag geen monteur: dat spijt me. Ik bel nu de planning. ^TG"),
        ("en", "Hi Heather, three days without broadband while you work from home and no engineer on Tuesday: I'm sorry. I'm ringing the planners. ^TG"),
    ):  # fmt: skip
        personal = score(Reply(text), BASE[lang]).value_of(Dimension.PERSONALISATION)
        assert personal is not None
        assert personal < CEILING
