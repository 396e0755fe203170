"""Replies that game a scorer stay under 40 in total; short, quoting or permitted replies are never taken for them."""

from __future__ import annotations

import dataclasses

import pytest

from scoring import (
    Action,
    Customer,
    Dimension,
    HouseRules,
    Point,
    Reply,
    StandardReply,
    default_rubric,
    score,
)
from scoring.rubric import Kind
from tests.scoring.build import BASE

CEILING = 40
GATES = {c.id for c in default_rubric().criteria if c.kind is Kind.GATE}


def case(lang, base, **changes):
    return dataclasses.replace(BASE[lang], points=(), history=(), facts=(), **{**base, **changes})


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
}  # fmt: skip
SITUATIONS = {f"nl-{k}": s for k, s in NL.items()} | {f"en-{k}": s for k, s in EN.items()}

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


@pytest.mark.parametrize(("situation", "text"), attacks())
def test_gaming_scores_under_the_ceiling(situation, text):
    card = score(Reply(text), situation)
    assert card.total is not None
    assert card.total < CEILING, [(f.criterion, f.code, f.effect) for f in card.findings]
    assert not card.passed


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
