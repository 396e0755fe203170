"""Format 1 of protocols and scenarios as typed models; docs/scenario-format.md explains each field.

Files are read as text throughout (see reader.py), so these models convert: "3" becomes 3 where a number is asked.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import (
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError

from scoring import Action
from simulator.casebook.schema_types import DIGITS, Id, Percent, Strict, Text

Language = Literal["nl", "en"]
Emotion = Literal["none", "positive", "mild", "strong"]
ChannelName = Literal["x", "facebook", "instagram", "whatsapp", "chat", "email", "review"]
END = "end"
MOST_VERSIONS = 99_999
MOST_PATTERNS = 5
"""Regular expressions in one turn: each search may take 15 ms."""


class Kind(StrEnum):
    """Kinds of case that the collection covers."""

    ANGRY_REPEAT_COMPLAINER = "angry_repeat_complainer"
    CONFIDENTIAL_IN_PUBLIC = "confidential_in_public"
    CUSTOMER_PUBLISHES_DATA = "customer_publishes_data"
    SIMPLE_QUESTION = "simple_question"
    QUESTION_BEHIND_QUESTION = "question_behind_question"
    COMPLIMENT = "compliment"
    COMMUNITY_MOMENT = "community_moment"
    OUTAGE = "outage"
    UNJUSTIFIED_COMPLAINT = "unjustified_complaint"
    PERSISTENT_COMPLAINER = "persistent_complainer"
    TROLL = "troll"
    LEGAL_THREAT = "legal_threat"
    FALSE_RUMOUR = "false_rumour"
    JOURNALIST = "journalist"
    VULNERABLE_CUSTOMER = "vulnerable_customer"
    COMPLAINT_ABOUT_COLLEAGUE = "complaint_about_colleague"
    OUTSIDE_MANDATE = "outside_mandate"
    NO_ANSWER_YET = "no_answer_yet"
    PUBLIC_FOLLOW_UP = "public_follow_up"
    NEEDS_NO_ANSWER = "needs_no_answer"
    HUMOUR = "humour"
    WRONG_ORGANISATION = "wrong_organisation"


class Bilingual(Strict):
    """A text in both interface languages."""

    nl: Text
    en: Text

    def in_language(self, lang: str) -> str:
        """The text in a language."""
        return self.en if lang == "en" else self.nl


class ByChannel(Strict):
    """A house rule with exceptions per channel."""

    default: str
    x: str | None = None
    facebook: str | None = None
    instagram: str | None = None
    whatsapp: str | None = None
    chat: str | None = None
    email: str | None = None
    review: str | None = None

    def on(self, channel: str) -> str:
        """The rule on a channel."""
        own: str | None = getattr(self, channel, None)
        return self.default if own is None else own


class StandardText(Strict):
    """A standard reply, and the kinds of case in which the house permits it."""

    id: Id
    title: Text
    text: Text
    when: Text
    allowed_kinds: tuple[Kind, ...] = ()


class PassOn(Strict):
    """To whom something is passed on, and what."""

    to: Text
    what: Text


class Signature(Strict):
    """How a reply is signed."""

    style: Literal["initials", "first_name", "full_name", "none"]
    example: str


class Organisation(Strict):
    """A fictional employer: house style and rules (`protocol.yaml`)."""

    format: Literal["1"]
    id: Id
    name: Text
    sector: Bilingual
    about: Bilingual
    country: Literal["NL", "BE", "UK"]
    language: Language
    government: bool = False
    address_form: ByChannel
    signature: Signature
    response_minutes: ByChannel
    private_channel: ByChannel
    never_in_public: tuple[Text, ...]
    not_to_promise: tuple[Text, ...]
    standard_replies: tuple[StandardText, ...] = ()
    pass_on: tuple[PassOn, ...] = ()
    not_answered: tuple[Text, ...] = ()
    tone_words: tuple[Text, ...] = ()
    emoji: Literal["yes", "no", "not_on_complaints"] = "not_on_complaints"
    own_contacts: tuple[Text, ...] = ()
    jargon: tuple[Text, ...] = ()
    house_rules: tuple[Text, ...] = ()
    pass_mark: Percent = 65


class ChannelUse(Strict):
    """Where the conversation takes place."""

    name: ChannelName
    public: bool
    max_chars: Annotated[int, Field(ge=20, le=10000), DIGITS] | None = None
    max_parts: Annotated[int, Field(ge=1, le=5), DIGITS] = 1


class CardLine(Strict):
    """A line on the customer card; `private` names the kind of personal data when it may not be public."""

    label: Text
    value: Text
    private: str = ""


class CustomerSpec(Strict):
    """The customer, as shown in public and as the employee knows him."""

    name: str
    handle: str = ""
    traits: tuple[Text, ...] = ()
    card: tuple[CardLine, ...] = ()
    other_names: tuple[Text, ...] = ()


class Contact(Strict):
    """An earlier contact."""

    when: Text
    channel: Text
    text: Text


class Clock(Strict):
    """Seconds to aim for, and seconds after which the time is up."""

    target: Annotated[int, Field(ge=20, le=3600), DIGITS]
    budget: Annotated[int, Field(ge=20, le=7200), DIGITS]

    @model_validator(mode="after")
    def _budget_not_below_target(self) -> Clock:
        if self.budget < self.target:
            raise PydanticCustomError("S015", "budget is below target")
        return self


class State(Strict):
    """Mood and trust of the customer (0 worst, 100 best) and visibility of the thread (0-100)."""

    mood: Percent = 50
    trust: Percent = 50
    visibility: Percent = 10


class Effects(Strict):
    """How a reaction moves the state, in points."""

    mood: Annotated[int, Field(ge=-100, le=100), DIGITS] = 0
    trust: Annotated[int, Field(ge=-100, le=100), DIGITS] = 0
    visibility: Annotated[int, Field(ge=-100, le=100), DIGITS] = 0


class Bystander(Strict):
    """Somebody else who reacts in public."""

    who: Text
    handle: str = ""
    text: Text


class Writer(Strict):
    """Somebody else than the customer who writes a message: one of the many in a crisis."""

    name: Text
    handle: str = ""


class Story(Strict):
    """A scenario's place in a story that runs over several scenarios with the same customer."""

    id: Id
    part: Annotated[int, Field(ge=1, le=9), DIGITS]
    of: Annotated[int, Field(ge=2, le=9), DIGITS]

    @model_validator(mode="after")
    def _part_within(self) -> Story:
        if self.part > self.of:
            raise PydanticCustomError("S019", "the part is beyond the end")
        return self


class ActionChoice(Strict):
    """Which actions are best and which acceptable, and why."""

    best: tuple[Action, ...] = Field(min_length=1)
    allowed: tuple[Action, ...] = ()
    reason: Text


class PointSpec(Strict):
    """A scenario's own expectation: `say` what should be in the reply, or `avoid` what should not.

    `pattern` is a regular expression for experts: words that count as a phrasing does.
    """

    id: Id
    say: Text | None = None
    avoid: Text | None = None
    phrasings: tuple[Text, ...] = ()
    not_enough: tuple[Text, ...] = ()
    pattern: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] = ""
    weight: Literal["small", "normal", "essential"] = "normal"

    @model_validator(mode="after")
    def _one_of_say_and_avoid(self) -> PointSpec:
        if (self.say is None) == (self.avoid is None):
            raise PydanticCustomError("S016", "give either say or avoid")
        return self


Comparison = Annotated[str, StringConstraints(pattern=r"^\s*(>=|<=|<|>)\s*\d{1,3}\s*$")]


class Condition(Strict):
    """When a reaction follows: every key that is given must hold.

    `met`: all of these criteria or points are met. `missing`: at least one of these is not met. `flagged`: at least
    one of these faults is seen. `critical`: there is a critical finding. `action`: the action is one of these.
    `total`, `tone`, `personalisation`, `protocol`: a comparison such as ">= 70". `any_of`: one of these holds.
    """

    met: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    flagged: tuple[str, ...] = ()
    critical: bool | None = None
    passed: bool | None = None
    action: tuple[Action, ...] = ()
    total: Comparison | None = None
    tone: Comparison | None = None
    personalisation: Comparison | None = None
    protocol: Comparison | None = None
    any_of: tuple[Condition, ...] = ()


class Reaction(Strict):
    """What the customer does next. The first reaction whose condition holds is taken; the last is `otherwise`."""

    when: Condition | None = None
    otherwise: bool = False
    post: str = ""
    bystanders: tuple[Bystander, ...] = ()
    effects: Effects = Effects()
    next: str = END

    @model_validator(mode="after")
    def _when_or_otherwise(self) -> Reaction:
        if (self.when is None) != self.otherwise:
            raise PydanticCustomError("S017", "give either when or otherwise: true")
        return self


class Turn(Strict):
    """One customer message and what a good answer to it holds."""

    id: Id
    sender: Literal["customer", "colleague"] = "customer"
    by: Writer | None = None
    post: str = ""
    bystanders: tuple[Bystander, ...] = ()
    public: bool | None = None
    emotion: Emotion
    complaint: bool
    target: Annotated[int, Field(ge=20, le=3600), DIGITS] | None = None
    actions: ActionChoice
    expect: tuple[str, ...] = ()
    points: tuple[PointSpec, ...] = ()
    reactions: tuple[Reaction, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _few_patterns(self) -> Turn:
        if sum(bool(p.pattern) for p in self.points) > MOST_PATTERNS:
            raise PydanticCustomError("X005", "too many patterns")
        return self


class Golden(Strict):
    """A reply that the author puts in with the band (lowest and highest total) that it must get."""

    turn: str
    label: Literal["good", "fair", "poor"]
    action: Action
    text: str = ""
    band: tuple[Percent, Percent]

    @field_validator("band")
    @classmethod
    def _low_to_high(cls, band: tuple[int, int]) -> tuple[int, int]:
        if band[0] > band[1]:
            raise PydanticCustomError("S018", "the band runs from low to high")
        return band


class Debrief(Strict):
    """What the trainee sees after his own try: a model answer per turn, and what to take along."""

    model: dict[str, Text]
    lessons: tuple[Text, ...] = Field(min_length=1)


class Scenario(Strict):
    """One practice case."""

    format: Literal["1"]
    id: Id
    version: Annotated[int, Field(ge=1, le=MOST_VERSIONS), DIGITS]
    status: Literal["draft", "published", "archived"]
    language: Language
    title: Bilingual
    briefing: Bilingual
    kind: Kind
    difficulty: Annotated[int, Field(ge=1, le=5), DIGITS]
    principles: tuple[str, ...] = Field(min_length=1)
    channel: ChannelUse
    customer: CustomerSpec
    history: tuple[Contact, ...] = ()
    clock: Clock | None
    variants: tuple[dict[str, str], ...] = ()
    start: State = State()
    facts: tuple[Text, ...] = ()
    people: tuple[Text, ...] = ()
    knowledge: tuple[str, ...] = ()
    standard_replies: tuple[str, ...] = ()
    story: Story | None = None
    turns: tuple[Turn, ...] = Field(min_length=1)
    golden: tuple[Golden, ...] = ()
    debrief: Debrief

    @field_validator("clock", mode="before")
    @classmethod
    def _clock_may_be_off(cls, value: object) -> object:
        return None if value == "off" else value

    def turn(self, turn_id: str) -> Turn:
        """The turn with this id.

        Raises:
            KeyError: When there is no such turn.
        """
        for turn in self.turns:
            if turn.id == turn_id:
                return turn
        raise KeyError(turn_id)
