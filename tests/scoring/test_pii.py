"""Personal data in text: what is found, what is left alone, and that the place is right."""

from __future__ import annotations

import random
from itertools import pairwise

import phonenumbers
import pytest

from scoring import pii
from scoring.pii import detect

FOUND = [
    ("iban", "Maak het over naar NL91 ABNA 0417 1643 00 aub", "NL91 ABNA 0417 1643 00"),
    ("iban", "mijn rekening: be68539007547034, dank", "be68539007547034"),
    ("iban", "Refund to GB29NWBK60161331926819 please", "GB29NWBK60161331926819"),
    ("email", "Mail me op joris_v.b@voorbeeld.be.", "joris_v.b@voorbeeld.be"),
    ("email", "ik zit op joris apenstaartje voorbeeld punt nl", "joris apenstaartje voorbeeld punt nl"),
    ("email", "write to kim [at] example [dot] org", "kim [at] example [dot] org"),
    ("bsn", "burgerservicenummer klopt niet: 111 222 333", "111 222 333"),
    ("national_number", "mijn rijksregisternr 85.07.30-033.28", "85.07.30-033.28"),
    ("national_number", "My NI number is QQ 12 34 56 C", "QQ 12 34 56 C"),
    ("card", "De kaart 5555 5555 5555 4444 is geweigerd", "5555 5555 5555 4444"),
    ("birth_date", "Zij is geboren op 4 juli 1988", "4 juli 1988"),
    ("birth_date", "DOB: 12/11/79 if you need it", "12/11/79"),
    ("phone", "Bel gerust 0478 12 34 56", "0478 12 34 56"),
    ("phone", "ring me on 07700 900123", "07700 900123"),
    ("phone", "0031 6 23 45 67 89 is mijn nummer", "0031 6 23 45 67 89"),
    ("phone", "(0)6 23456789", "(0)6 23456789"),
    ("postcode", "in 6811 KV is geen stroom", "6811 KV"),
    ("postcode", "No water at M14 5TQ since noon", "M14 5TQ"),
    ("address", "Ik woon Tulpenlaan 18a", "Tulpenlaan 18a"),
    ("address", "we're at 7 Wharf Terrace", "7 Wharf Terrace"),
    ("plate", "mijn auto RX-482-P staat er nog", "RX-482-P"),
    ("reference", "klantnr. 2209871 wacht al weken", "2209871"),
    ("reference", "policy number: HX-2231-7", "HX-2231-7"),
    ("id_document", "paspoortnummer NX8R2K4L1", "NX8R2K4L1"),
    ("secret", "wachtwoord: Lente2024!", "Lente2024!"),
    ("number", "het gaat om 7718290014", "7718290014"),
    ("reference", "klantnummer acht acht een twee, klopt dat", "acht acht een twee"),
    ("reference", "my account number is eight eight one two", "eight eight one two"),
    ("secret", "klantwachtwoord Regenboog7, doe maar", "Regenboog7"),
    ("secret", "memorable word is Marmalade", "Marmalade"),
    ("secret", "key safe by the shed, code 4410", "4410"),
]  # fmt: skip

CLEAN = [
    "Woensdag 14 oktober tussen 9.00 en 12.30 uur komt de monteur langs.",
    "Al 45 minuten in de wacht, 3e keer deze week, sinds 2018 klant!",
    "De laptop kost 1299 euro en heeft 512 GB, na 1 jaar nog 2000 MB vrij.",
    "Bel onze klantenservice op 0800-1234 of 0900 9292.",
    "In de Kerkstraat ligt al weken een losse tegel.",
    "Het seizoen 2025-2026 begint op 1 september.",
    "Onze KvK-inschrijving is 12345678.",
    "Artikelnummer 87168001 is uitverkocht.",
    "Train 1402 left at 5.10 PM from platform 3, 25 minutes late.",
    "Our helpline 0800 1111 is open from 9 to 5.",
    "The 65 inch set was £1,299.00 on 24-11-2026.",
    "Wandelpad 12 km, fietspad 8 km.",
    "Een, twee, drie, klaar: zo simpel is het.",
    "One or two of our engineers visit three or four homes a day.",
    "Wijzig je wachtwoord in de app, onder Profiel.",
    "Change your password today and use the code SPRING24 for a discount.",
]


@pytest.mark.parametrize(("kind", "text", "value"), FOUND, ids=lambda v: v[:30])
def test_personal_data_is_found_with_its_kind_and_place(kind, text, value):
    hit = next((d for d in detect(text) if d.kind == kind), None)
    assert hit is not None, detect(text)
    assert hit.text == value
    assert text[hit.start : hit.end] == value


@pytest.mark.parametrize("text", CLEAN)
def test_ordinary_numbers_and_streets_are_left_alone(text):
    assert detect(text) == ()


def test_a_nine_digit_number_without_cue_is_no_citizen_number():
    assert [d.kind for d in detect("bestelling: zie 111222333")] == ["number"]


def test_the_house_may_give_its_own_numbers_and_mail():
    own = ("030-2345678", "netwijs.example")
    text = "Bel 030-2345678 of mail naar hulp@netwijs.example"
    assert detect(text, own) == ()
    assert {d.kind for d in detect(text)} == {"phone", "email"}


def test_places_count_code_points_not_bytes():
    text = "😡😡 bel 06-12345678 é"
    (hit,) = detect(text)
    assert text[hit.start : hit.end] == "06-12345678"


def test_finds_do_not_overlap():
    hits = detect("Klantnr 40718823, Lijsterstraat 214, 3514 AB, geb. 03-11-1978, 06-12345678")
    assert [h.kind for h in hits] == ["reference", "address", "postcode", "birth_date", "phone"]
    assert all(a.end <= b.start for a, b in pairwise(hits))


def test_an_empty_text_holds_nothing():
    assert detect("") == ()


SHAPES = ("06-12345678", "020 1234567", "(020) 123 45 67", "0032 2 123 45 67", "09/225.12.34", "016/23.45.67",
          "+31 6 12 34 56 78", "+44 (0)20 7946 0018", "07700 900123", "0474 12 34 56")  # fmt: skip


def test_no_number_that_the_library_would_find_is_passed_over_unseen():
    """The library is slow, so it is only asked where enough digits stand together."""
    rng, found = random.Random(7), 0
    for _ in range(1500):
        shape = rng.choice(SHAPES)
        number = "".join(c if rng.random() > 0.15 else rng.choice("0123456789 -./()x") for c in shape)
        text = f"bel {number} of {rng.choice(SHAPES)[: rng.randint(0, 20)]}, dag 12-3"
        for region in pii.REGIONS:
            matcher = phonenumbers.PhoneNumberMatcher(text, region, leniency=phonenumbers.Leniency.VALID)
            if any(phonenumbers.number_type(m.number) in pii._PRIVATE_NUMBERS for m in matcher):
                found += 1
                assert pii._PERHAPS_PHONE.search(text), text
    assert found > 500
