"""Format 1 of protocols and scenarios as typed models; docs/scenario-format.md explains each field.

Files are read as text throughout (see reader.py), so these models convert: "3" becomes 3 where a number is asked.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator, model_validator

from scoring import Action

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]{1,63}$")]
"""Lower case letters, digits and dashes: an id never is a path."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000)]
Percent = Annotated[int, Field(ge=0, le=100)]
Language = Literal["nl", "en"]
Emotion = Literal["none", "positive", "mild", "strong"]
ChannelName = Literal["x", "facebook", "instagram", "whatsapp", "chat", "email", "review"]
END = "end"


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


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Bilingual(_Model):
    """A text in both interface languages."""

    nl: Text
    en: Text

    def in_language(self, lang: str) -> str:
        """The text in a language."""
        return self.en if lang == "en" else self.nl


class ByChannel(_Model):
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


class StandardText(_Model):
    """A standard reply, and the kinds of case in which the house permits it."""

    id: Id
    title: Text
    text: Text
    when: Text
    allowed_kinds: tuple[Kind, ...] = ()


class PassOn(_Model):
    """To whom something is passed on, and what."""

    to: Text
    what: Text


class Signature(_Model):
    """How a reply is signed."""

    style: Literal["initials", "first_name", "full_name", "none"]
    example: str


class Organisation(_Model):
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


class ChannelUse(_Model):
    """Where the conversation takes place."""

    name: ChannelName
    public: bool
    max_chars: Annotated[int, Field(ge=20, le=10000)] | None = None
    max_parts: Annotated[int, Field(ge=1, le=5)] = 1


class CardLine(_Model):
    """A line on the customer card; `private` names the kind of personal data when it may not be public."""

    label: Text
    value: Text
    private: str = ""


class CustomerSpec(_Model):
    """The customer, as shown in public and as the employee knows him."""

    name: str
    handle: str = ""
    traits: tuple[Text, ...] = ()
    card: tuple[CardLine, ...] = ()
    other_names: tuple[Text, ...] = ()


class Contact(_Model):
    """An earlier contact."""

    when: Text
    channel: Text
    text: Text


class Clock(_Model):
    """Seconds to aim for, and seconds after which the time is up."""

    target: Annotated[int, Field(ge=20, le=3600)]
    budget: Annotated[int, Field(ge=20, le=7200)]

    @model_validator(mode="after")
    def _budget_not_below_target(self) -> Clock:
        if self.budget < self.target:
            raise ValueError("budget is below target")
        return self


class State(_Model):
    """Mood and trust of the customer (0 worst, 100 best) and visibility of the thread (0-100)."""

    mood: Percent = 50
    trust: Percent = 50
    visibility: Percent = 10


class Effects(_Model):
    """How a reaction moves the state, in points."""

    mood: Annotated[int, Field(ge=-100, le=100)] = 0
    trust: Annotated[int, Field(ge=-100, le=100)] = 0
    visibility: Annotated[int, Field(ge=-100, le=100)] = 0


class Bystander(_Model):
    """Somebody else who reacts in public."""

    who: Text
    handle: str = ""
    text: Text


class ActionChoice(_Model):
    """Which actions are best and which acceptable, and why."""

    best: tuple[Action, ...] = Field(min_length=1)
    allowed: tuple[Action, ...] = ()
    reason: Text


class PointSpec(_Model):
    """A scenario's own expectation: `say` what should be in the reply, or `avoid` what should not."""

    id: Id
    say: Text | None = None
    avoid: Text | None = None
    phrasings: tuple[Text, ...] = ()
    not_enough: tuple[Text, ...] = ()
    weight: Literal["small", "normal", "essential"] = "normal"

    @model_validator(mode="after")
    def _one_of_say_and_avoid(self) -> PointSpec:
        if (self.say is None) == (self.avoid is None):
            raise ValueError("give either say or avoid")
        return self


Comparison = Annotated[str, StringConstraints(pattern=r"^\s*(>=|<=|<|>)\s*\d{1,3}\s*$")]


class Condition(_Model):
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


class Reaction(_Model):
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
            raise ValueError("give either when or otherwise: true")
        return self


class Turn(_Model):
    """One customer message and what a good answer to it holds."""

    id: Id
    sender: Literal["customer", "colleague"] = "customer"
    post: str = ""
    bystanders: tuple[Bystander, ...] = ()
    public: bool | None = None
    emotion: Emotion
    complaint: bool
    target: Annotated[int, Field(ge=20, le=3600)] | None = None
    actions: ActionChoice
    expect: tuple[str, ...] = ()
    points: tuple[PointSpec, ...] = ()
    reactions: tuple[Reaction, ...] = Field(min_length=1)


class Golden(_Model):
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
            raise ValueError("the band runs from low to high")
        return band


class Debrief(_Model):
    """What the trainee sees after his own try: a model answer per turn, and what to take along."""

    model: dict[str, Text]
    lessons: tuple[Text, ...] = Field(min_length=1)


class Scenario(_Model):
    """One practice case."""

    format: Literal["1"]
    id: Id
    version: Annotated[int, Field(ge=1)]
    status: Literal["draft", "published", "archived"]
    language: Language
    title: Bilingual
    briefing: Bilingual
    kind: Kind
    difficulty: Annotated[int, Field(ge=1, le=5)]
    principles: tuple[str, ...] = Field(min_length=1)
    channel: ChannelUse
    customer: CustomerSpec
    history: tuple[Contact, ...] = ()
    clock: Clock | None
    variants: tuple[dict[str, str], ...] = ()
    start: State = State()
    facts: tuple[Text, ...] = ()
    people: tuple[Text, ...] = ()
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
