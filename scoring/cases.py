"""The scoring contract: one case with one reply as plain JSON values in, a row of scores and findings out.

A case tells in plain sentences what a reply must do. Scenarios of the simulator say it by criterion; here it is read
from the sentences, so that cases written elsewhere can be scored by the same criteria.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from scoring import content, lexicon, meaning
from scoring import text as cut
from scoring.criteria import CRITERIA
from scoring.model import (
    Action,
    Customer,
    Dimension,
    HouseRules,
    Point,
    Reply,
    Scorecard,
    Situation,
    StandardReply,
)

_CHANNEL_LIMITS = {"x": (280, 2), "twitter": (280, 2)}
"""Characters of one message and the number of messages that a reply may be split into."""
_PASS_MARK = 62
"""Where a score is read as mark 4 of 5, "would let it go out": 1 + round(62.5 / 25)."""
_WHEN_LIKE = 0.35
"""Likeness of "when" to the customer's post from which a standard reply is meant for it."""
_OUTCRY = re.compile(r"[!?]{2,}|\b[A-Z]{4,}\b|😡|🤬|😤|💀|🤡")
_PHONE = re.compile(r"(?<!\w)(?:\+\d{1,3}[\s-]?)?(?:\(?0\d{2,4}\)?[\s-]?)\d[\d\s-]{4,10}\d(?!\w)")


def read_case(obj: Mapping[str, Any]) -> tuple[Reply, Situation]:
    """Read one case with its reply.

    Args:
        obj: A line of the contract, as parsed JSON.

    Returns:
        The reply and its situation.

    Raises:
        ValueError: When the object is no such case; the message says what is wrong.
    """
    if not isinstance(obj, Mapping):
        raise ValueError("a case must be an object")
    lang = obj.get("lang")
    if lang not in ("nl", "en"):
        raise ValueError('"lang" must be "nl" or "en"')
    return _reply(_part(obj, "reply")), _situation(obj, lang)


def scorecard_row(case_id: str, rid: str, scorecard: Scorecard) -> dict[str, Any]:
    """A scorecard in the contract's form, ready for JSON."""
    scores: dict[str, float | None] = {d.value: scorecard.value_of(d) for d in Dimension}
    return {
        "id": case_id,
        "rid": rid,
        "scores": {**scores, "total": scorecard.total},
        "passed": scorecard.passed,
        "critical": list(scorecard.decided_by),
        "findings": [
            {
                "criterion": f.criterion,
                "dimension": f.dimension.value,
                "start": f.start,
                "end": f.end,
                "effect": f.effect,
                "critical": f.critical,
                "principle": f.principle,
            }
            for f in scorecard.findings
        ],
        "scorer_version": scorecard.scorer_version,
        "rubric": scorecard.rubric,
    }


def _part(obj: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = obj.get(key, {} if key != "reply" else None)
    if not isinstance(value, Mapping):
        raise ValueError(f'"{key}" must be an object')
    return value


def _text(obj: Mapping[str, Any], key: str, default: str = "") -> str:
    value = obj.get(key, default)
    if value is None:
        return default
    if not isinstance(value, str):
        raise ValueError(f'"{key}" must be text')
    return value


def _texts(obj: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = obj.get(key) or ()
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, Sequence) or not all(isinstance(v, str) for v in value):
        raise ValueError(f'"{key}" must be a list of texts')
    return tuple(value)


def _seconds(obj: Mapping[str, Any], key: str) -> float | None:
    value = obj.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < float("inf"):
        raise ValueError(f'"{key}" must be a number of seconds, zero or more')
    return float(value)


def _action(value: object) -> Action | None:
    if value is None:
        return None
    try:
        return Action(value)  # type: ignore[arg-type]
    except ValueError:
        raise ValueError(f'"action" must be one of {", ".join(a.value for a in Action)}') from None


def _reply(obj: Mapping[str, Any]) -> Reply:
    if not isinstance(obj.get("text"), str):
        raise ValueError('"reply.text" must be text')
    return Reply(
        text=obj["text"],
        action=_action(obj.get("action")),
        elapsed_seconds=_seconds(obj, "elapsed_seconds"),
        target_seconds=_seconds(obj, "target_seconds"),
    )


def _situation(obj: Mapping[str, Any], lang: str) -> Situation:
    organisation, customer = _part(obj, "organisation"), _part(obj, "customer")
    public = obj.get("public", True)
    if not isinstance(public, bool):
        raise ValueError('"public" must be true or false')
    kind, post, channel = _text(obj, "kind"), _text(obj, "post"), _text(obj, "channel", "x")
    must, must_not = _texts(obj, "must"), _texts(obj, "must_not")
    max_chars, max_parts = _CHANNEL_LIMITS.get(channel.lower(), (None, 1))
    emotion = _emotion(kind, post, lang)
    calm = frozenset({"tone.stays_calm"} if _is(kind, "trolling", lang) else ())
    facts = _texts(obj, "facts")
    asked = [_asks(m, lang) for m in must]
    expected = (
        frozenset(c for ids in asked for c in ids)
        | _from_must_not(must_not, lang)
        | _from_emotion(emotion)
        | calm
    )
    return Situation(
        lang=lang,
        region=_text(obj, "region"),
        organisation=_text(organisation, "name"),
        rules=_rules(_part(organisation, "protocol"), post, kind, must_not, facts, lang),
        channel=channel.lower(),
        public=public,
        max_chars=max_chars,
        max_parts=max_parts,
        customer=Customer(name=_text(customer, "name"), handle=_text(customer, "handle")),
        kind=kind,
        emotion=emotion,
        complaint=emotion == "strong" or not (_is(kind, "even", lang) or _is(kind, "trolling", lang)),
        posts=(post,) if post else (),
        history=_texts(customer, "history"),
        facts=facts,
        points=(
            *_points(must, asked, _text(customer, "name"), lang),
            *(Point(f"must_not_{i}", say, forbidden=True) for i, say in enumerate(must_not, 1)),
        ),
        expected=expected,
        best_actions=tuple(a for v in _texts(obj, "best_actions") if (a := _action(v))),
        allowed_actions=tuple(a for v in _texts(obj, "allowed_actions") if (a := _action(v))),
    )


# --- the house ---------------------------------------------------------------------------------------------------


def _rules(
    protocol: Mapping[str, Any],
    post: str,
    kind: str,
    must_not: tuple[str, ...],
    facts: tuple[str, ...],
    lang: str,
) -> HouseRules:
    replies = protocol.get("standard_replies") or ()
    if not isinstance(replies, Sequence) or not all(isinstance(r, Mapping) for r in replies):
        raise ValueError('"standard_replies" must be a list of objects')
    house = _texts(protocol, "house_rules")
    everything = " ".join(
        (*house, *facts, *(_text(r, "text") for r in replies), _text(protocol, "escalate_to"))
    )
    return HouseRules(
        pass_mark=_PASS_MARK,
        address_form=_text(protocol, "address_form"),
        signature=_signature(_text(protocol, "signature", "^XX")),
        private_channel=_text(protocol, "private_channel", "DM"),
        never_in_public=_texts(protocol, "never_in_public"),
        not_to_promise=_texts(protocol, "do_not_promise"),
        standard_replies=tuple(
            StandardReply(
                id=str(i),
                text=_text(r, "text"),
                when=_text(r, "when"),
                allowed=_permitted(_text(r, "when"), post, kind, (*house, *must_not), lang),
            )
            for i, r in enumerate(replies, 1)
        ),
        own_contacts=tuple(m.group() for rx in (cut.URL, _PHONE) for m in rx.finditer(everything)),
        emoji="no"
        if any(re.search(r"(?:geen|nooit|no) emoji(?:'s|s)?[.!]?$", cut.fold(h)) for h in house)
        else "not_on_complaints",
    )


def _signature(wanted: str) -> str:
    folded = cut.fold(wanted)
    if not folded or folded in ("none", "geen", "niet", "no"):
        return "none"
    if "^" in wanted or "initia" in folded:
        return "initials"
    if re.search(r"full|volledige|voor- en achternaam|first and last", folded):
        return "full_name"
    return "first_name"


def _permitted(when: str, post: str, kind: str, rules: tuple[str, ...], lang: str) -> bool:
    """Whether a standard reply is meant for this post: a plain question or compliment that its "when" describes."""
    if not (_is(kind, "asking", lang) or _is(kind, "praising", lang)) or _is(kind, "behind", lang):
        return False
    forbids = lexicon.pattern("cases", lang, "no_standard")
    if any(
        forbids.search(cut.fold(r)) and not re.search(r"\b(?:mag|may|fine|ok)\b", cut.fold(r)) for r in rules
    ):
        return False
    return meaning.similarity(when, post) >= _WHEN_LIKE


# --- the customer ------------------------------------------------------------------------------------------------


def _is(kind: str, group: str, lang: str) -> bool:
    return lexicon.pattern("cases", lang, group).search(cut.fold(kind).replace("_", " ")) is not None


def _emotion(kind: str, post: str, lang: str) -> str:
    if _is(kind, "praising", lang):
        return "positive"
    if _is(kind, "trolling", lang):
        return "none"
    if _is(kind, "angry", lang) or _is(kind, "distressed", lang):
        return "strong"
    outcry = len(_OUTCRY.findall(post))
    if not _is(kind, "even", lang):
        return "strong" if outcry else "mild"
    return "strong" if outcry >= 3 else "mild" if _is(kind, "behind", lang) else "none"


# --- what the reply must do ----------------------------------------------------------------------------------------


def _known() -> frozenset[str]:
    return frozenset(c.id for c in CRITERIA if c.on_request)


def _asks(must: str, lang: str) -> tuple[str, ...]:
    """The built-in criteria that a sentence asks for."""
    folded = cut.fold(must)
    if lexicon.pattern("cases", lang, "negative").search(folded):
        return ()
    return tuple(
        key
        for key in lexicon.load("cases", lang)
        if "." in key and key in _known() and lexicon.pattern("cases", lang, key).search(folded)
    )


def _from_emotion(emotion: str) -> frozenset[str]:
    """What a good answer to such a feeling has, whether or not the case says so."""
    asks = {
        "strong": {"tone.acknowledges_emotion"},
        "mild": {"tone.acknowledges_emotion"},
        "positive": {"tone.thanks"},
    }
    return frozenset(asks.get(emotion, set())) & _known()


def _from_must_not(must_not: tuple[str, ...], lang: str) -> frozenset[str]:
    keep_public = lexicon.pattern("cases", lang, "no_private")
    # "Don't tell her to DM again" is about asking twice, not about the channel.
    again = re.compile(r"\b(?:again|opnieuw|nog een keer|nogmaals|weer|any other)\b")
    if any(keep_public.search(cut.fold(m)) and not again.search(cut.fold(m)) for m in must_not):
        return frozenset({"protocol.answers_in_public"}) & _known()
    return frozenset()


def _points(must: tuple[str, ...], asked: list[tuple[str, ...]], name: str, lang: str) -> list[Point]:
    """The sentences that ask to say something; style alone (address form, signature) has criteria of its own."""
    out = []
    who = content.subjects(name, lang)
    style, negative = (lexicon.pattern("cases", lang, key) for key in ("style", "negative"))
    for number, (say, ids) in enumerate(zip(must, asked, strict=True), 1):
        folded = cut.fold(say)
        if negative.search(folded):
            out.append(Point(f"must_{number}", say, forbidden=True))
            continue
        rest = content.terms(style.sub(" ", folded), lang, generic=True)
        if style.search(folded) and len([t for t in rest if not who.has(t)]) <= 1:
            continue
        out.append(Point(f"must_{number}", say, weight=1 if ids else 2))
    return out
