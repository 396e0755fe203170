"""The data that goes into scoring and comes out: plain frozen values, no behaviour beyond derived facts.

Words follow docs/architecture.md: a *reply* is judged in a *situation* and yields a *scorecard* of *findings*.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Dimension(StrEnum):
    """The four things a reply is scored on."""

    SPEED = "speed"
    TONE = "tone"
    PERSONALISATION = "personalisation"
    PROTOCOL = "protocol"


class Action(StrEnum):
    """What the trainee does with a message."""

    REPLY_PUBLIC = "reply_public"
    REPLY_PRIVATE = "reply_private"
    PASS_ON = "pass_on"  # nosec B105  # noqa: S105 no password
    INTERNAL_NOTE = "internal_note"
    LEAVE = "leave_unanswered"

    @property
    def reaches_customer(self) -> bool:
        """True when the customer reads the text."""
        return self in (Action.REPLY_PUBLIC, Action.REPLY_PRIVATE)


class Verdict(StrEnum):
    """Passed or not; kept apart from the score (design decision 3)."""

    PASSED = "passed"
    NOT_PASSED = "not_passed"


@dataclass(frozen=True, slots=True)
class Reply:
    """What the trainee sent.

    Attributes:
        text: The text as typed; offsets of findings count its Unicode code points.
        action: What was done; None means "a reply on the channel the message came in on".
        elapsed_seconds: From showing the message to submit, minus pauses; None when not measured.
        target_seconds: The response target of this message; None when the clock is off.
    """

    text: str
    action: Action | None = None
    elapsed_seconds: float | None = None
    target_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class StandardReply:
    """A standard text of the house, and whether it may be used in this situation."""

    id: str
    text: str
    when: str = ""
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class HouseRules:
    """The parts of an organisation's protocol that scoring looks at.

    Attributes:
        address_form: "u" or "je" in Dutch, "you" in English, "" when the house does not say.
        signature: "initials" (^TG), "first_name", "full_name" or "none".
        private_channel: How the house names it, e.g. "DM" or "privébericht".
        never_in_public: Kinds of personal data in words, e.g. "klantnummer".
        not_to_promise: What may not be promised, in words.
        standard_replies: The house's standard texts.
        own_contacts: The house's own public numbers, sites and addresses: never personal data.
        emoji: "yes", "no" or "not_on_complaints".
        pass_mark: Lowest total (0-100) that passes.
    """

    address_form: str = ""
    signature: str = "initials"
    private_channel: str = "DM"
    never_in_public: tuple[str, ...] = ()
    not_to_promise: tuple[str, ...] = ()
    standard_replies: tuple[StandardReply, ...] = ()
    own_contacts: tuple[str, ...] = ()
    emoji: str = "not_on_complaints"
    pass_mark: int = 65


@dataclass(frozen=True, slots=True)
class PrivateFact:
    """Something on the customer's card that never stands in public, e.g. kind="postcode", value="1234 AB"."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Customer:
    """The customer as the employee sees him.

    Attributes:
        name: The name that the customer shows on the channel ("" when he shows none).
        handle: E.g. "@sanne_vd".
        other_names: Names that only the card holds (legal name, partner); using one in public is a leak.
        private: Private data on the card.
    """

    name: str = ""
    handle: str = ""
    other_names: tuple[str, ...] = ()
    private: tuple[PrivateFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """A scenario's own expectation: a sentence, with phrasings that count as meeting it.

    Attributes:
        id: Known within its turn.
        say: The expectation as a trainer wrote it.
        phrasings: Example wordings that meet it (for a forbidden point: that break it).
        not_enough: Wordings that look like it but do not count.
        weight: 1 (small), 2 (normal) or 3 (essential).
        forbidden: True when the reply must *not* say this.
        pattern: A regular expression of an expert that counts as a phrasing does; "" for none.
    """

    id: str
    say: str
    phrasings: tuple[str, ...] = ()
    not_enough: tuple[str, ...] = ()
    weight: int = 2
    forbidden: bool = False
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """All that scoring may know of the case.

    Attributes:
        lang: "nl" or "en": the language the customer writes and expects.
        region: "NL", "BE", "UK", ...
        organisation: The organisation's name.
        rules: The house protocol.
        channel: "x", "facebook", "instagram", "whatsapp", "chat", "email" or "review".
        public: True when the message came in on a public channel.
        max_chars: Limit of one message in characters, or None.
        max_parts: How many messages one reply may be split into.
        customer: The customer.
        kind: Kind of case, e.g. "angry_repeat_complainer".
        emotion: "none", "positive", "mild" or "strong" negative feeling in the message to be answered.
        complaint: True when the customer complains (emoji, humour and standard replies are judged by it).
        posts: The customer's messages, oldest first; the last one is to be answered.
        history: Earlier contacts, in words.
        facts: What is true in this case, in words.
        points: The scenario's own expectations of this turn.
        expected: Ids of built-in criteria that this turn asks for.
        best_actions: The action(s) that count as the best choice; empty: not scored.
        allowed_actions: Actions that are acceptable but not the best.
        other_people: Names of third parties and colleagues that may not be named in full.
        bystanders: Names and handles of others who take part in public: they may be spoken to by name.
    """

    lang: str
    region: str = ""
    organisation: str = ""
    rules: HouseRules = field(default_factory=HouseRules)
    channel: str = "x"
    public: bool = True
    max_chars: int | None = None
    max_parts: int = 1
    customer: Customer = field(default_factory=Customer)
    kind: str = ""
    emotion: str = "none"
    complaint: bool = False
    posts: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()
    expected: frozenset[str] = frozenset()
    best_actions: tuple[Action, ...] = ()
    allowed_actions: tuple[Action, ...] = ()
    other_people: tuple[str, ...] = ()
    bystanders: tuple[str, ...] = ()

    @property
    def post(self) -> str:
        """The message to be answered."""
        return self.posts[-1] if self.posts else ""

    def action_of(self, reply: Reply) -> Action:
        """The reply's action, with the channel's own way of answering as default."""
        if reply.action is not None:
            return reply.action
        return Action.REPLY_PUBLIC if self.public else Action.REPLY_PRIVATE

    def is_public(self, reply: Reply) -> bool:
        """True when the text of this reply can be read by others than the customer."""
        return self.public and self.action_of(reply) is Action.REPLY_PUBLIC


Params = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a criterion saw, and what it cost or earned.

    Attributes:
        criterion: Id of the criterion, e.g. "tone.acknowledges_emotion".
        dimension: Where the points go.
        code: Which of the criterion's remarks this is, e.g. "met", "missing", "flagged".
        start: First code point of the words it is about; None for an absence.
        end: One past the last code point; None for an absence.
        effect: Points (0-100 scale of the dimension) taken off, <= 0.
        earned: Points that were at stake here and were kept, >= 0.
        critical: True when this alone means "not passed".
        principle: Id in the principles list, e.g. "T3".
        params: Words for the message, made into text at display time.
        uncertain: True when there were signs for and against: a person should look.
    """

    criterion: str
    dimension: Dimension
    code: str
    start: int | None
    end: int | None
    effect: float
    earned: float
    critical: bool
    principle: str
    params: Params = ()
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """Score of one dimension; value None means *unscored*, with the reason as a code."""

    dimension: Dimension
    value: float | None
    unscored_because: str = ""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The judgement of one reply.

    Attributes:
        dimensions: All four, in the order of Dimension.
        total: Weighted mean of the scored dimensions, 0-100, or None when none was scored.
        verdict: Passed or not.
        decided_by: Criteria of the critical findings; empty when the total decided.
        findings: All findings, critical first, then by place in the text.
        rubric: Fingerprint of the rubric.
        scorer_version: Version of this package's behaviour.
        needs_look: Why a person should look at it, as codes; empty when the scorer is sure enough.
    """

    dimensions: tuple[DimensionScore, ...]
    total: float | None
    verdict: Verdict
    decided_by: tuple[str, ...]
    findings: tuple[Finding, ...]
    rubric: str
    scorer_version: str
    needs_look: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """True when the verdict is passed."""
        return self.verdict is Verdict.PASSED

    def value_of(self, dimension: Dimension) -> float | None:
        """Score of one dimension, or None when unscored."""
        return next(d.value for d in self.dimensions if d.dimension == dimension)
