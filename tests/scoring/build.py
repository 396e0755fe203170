"""Situations for tests from a few words: a base case per language, with what a test wants different."""

from __future__ import annotations

import dataclasses
from typing import Any

from scoring.model import (
    Action,
    Customer,
    HouseRules,
    Point,
    PrivateFact,
    Reply,
    Situation,
    StandardReply,
)
from scoring.reading import Reading

BASE: dict[str, Situation] = {
    "nl": Situation(
        lang="nl",
        region="NL",
        organisation="Netwijs",
        rules=HouseRules(
            address_form="je",
            signature="initials",
            private_channel="DM",
            never_in_public=("klantnummer", "adres", "telefoonnummer", "e-mailadres", "geboortedatum"),
            not_to_promise=("een schadevergoeding", "een vaste dag voor de monteur"),
            standard_replies=(
                StandardReply(
                    "storing",
                    "Wat vervelend dat je een storing hebt. Kijk op netwijs.example/storing voor de laatste stand "
                    "van zaken. We werken hard aan een oplossing.",
                ),
            ),
            own_contacts=("netwijs.example", "0800-0101"),
        ),
        channel="x",
        public=True,
        max_chars=280,
        max_parts=2,
        customer=Customer(
            name="Sanne de Vries",
            handle="@sanne_vd",
            private=(PrivateFact("customer_number", "88124471"), PrivateFact("postcode", "3521 AB")),
        ),
        kind="angry_repeat_complainer",
        emotion="strong",
        complaint=True,
        posts=(
            "Al drie dagen geen internet @netwijs! Twee keer gebeld, monteur kwam dinsdag niet opdagen. "
            "Ik werk thuis, dit kost me klanten. #schandalig",
        ),
        history=("Belde maandag en woensdag; de afspraak van dinsdag is niet doorgegaan.",),
    ),
    "en": Situation(
        lang="en",
        region="UK",
        organisation="Netwise",
        rules=HouseRules(
            address_form="you",
            signature="initials",
            private_channel="DM",
            never_in_public=("account number", "address", "phone number", "email address", "date of birth"),
            not_to_promise=("compensation", "a fixed day for the engineer"),
            standard_replies=(
                StandardReply(
                    "outage",
                    "Sorry to hear you're having trouble. Please check netwise.example/status for the latest updates. "
                    "We're working hard to fix this.",
                ),
            ),
            own_contacts=("netwise.example", "0800 555 0101"),
        ),
        channel="x",
        public=True,
        max_chars=280,
        max_parts=2,
        customer=Customer(
            name="Hannah Price",
            handle="@hannah_p",
            private=(PrivateFact("customer_number", "88124471"), PrivateFact("postcode", "LS6 2AB")),
        ),
        kind="angry_repeat_complainer",
        emotion="strong",
        complaint=True,
        posts=(
            "Three days without broadband @netwise! Rang you twice, your engineer never turned up on Tuesday. "
            "I work from home and I'm losing clients. #shambles",
        ),
        history=("Rang on Monday and Wednesday; the visit on Tuesday did not happen.",),
    ),
}

_TUPLES = {"posts", "history", "facts", "other_people", "bystanders"}


def situation(lang: str, **changes: Any) -> Situation:
    """The base case of a language with changes; values are plain text and lists, as read from YAML.

    Besides the fields of Situation: `post` (the message), `rules`, `customer` (mappings of changes),
    `points` (list of mappings), `private` (mapping kind -> value).
    """
    base = BASE[lang]
    out: dict[str, Any] = {}
    rules: dict[str, Any] = {}
    customer: dict[str, Any] = {}
    for key, value in changes.items():
        match key:
            case "post":
                out["posts"] = (value,)
            case "rules":
                rules |= {k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}
            case "customer":
                customer |= {k: tuple(v) if isinstance(v, list) else v for k, v in value.items()}
            case "private":
                customer["private"] = tuple(PrivateFact(k, v) for k, v in value.items())
            case "points":
                out["points"] = tuple(_point(p) for p in value)
            case "expected":
                out["expected"] = frozenset(value)
            case "best_actions" | "allowed_actions":
                out[key] = tuple(Action(a) for a in value)
            case "public" | "complaint":
                out[key] = value in (True, "true")
            case "max_chars" | "max_parts":
                out[key] = int(value)
            case _ if key in _TUPLES:
                out[key] = tuple(value)
            case _:
                out[key] = value
    if "standard_replies" in rules:
        rules["standard_replies"] = tuple(_standard(s) for s in rules["standard_replies"])
    if rules:
        out["rules"] = dataclasses.replace(base.rules, **rules)
    if customer:
        out["customer"] = dataclasses.replace(base.customer, **customer)
    return dataclasses.replace(base, **out)


def _point(raw: dict[str, Any]) -> Point:
    fields = {**raw, "weight": int(raw.get("weight", 2)), "forbidden": raw.get("forbidden") in (True, "true")}
    for key in ("phrasings", "not_enough"):
        fields[key] = tuple(raw.get(key, ()))
    return Point(**fields)


def _standard(raw: dict[str, Any]) -> StandardReply:
    return StandardReply(raw["id"], raw["text"], raw.get("when", ""), raw.get("allowed") in (True, "true"))


def reading(text: str, lang: str = "nl", action: str | None = None, **changes: Any) -> Reading:
    """A reading of a text in the base case of a language, with changes."""
    return Reading(Reply(text, Action(action) if action else None), situation(lang, **changes))
