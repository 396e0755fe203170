"""What a team does beside practising, on top of `tests.demo`: reviews, disputes, assignments, calibration, paths.

Everything goes through the services, so that each page has something to show; all words are made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from scoring import Action
from simulator import (
    assignments,
    calibration,
    certificates,
    dispute_decisions,
    disputes,
    employer,
    example,
    looks,
    paths,
    practice,
    proposals,
    review,
    undo,
)
from simulator.accounts import User
from simulator.casebook.library import Case, Library
from simulator.casebook.variants import choose, fill, filled
from simulator.disputes import Outcome, Reason
from simulator.practice import Mode
from simulator.review import Judgement, SpanComment
from simulator.run import Run, load_run
from simulator.store.engine import Store
from tests.demo import Demo

ANGRY = "herhaalklager-zonder-internet"
UNCLEAR = "Hoi {voornaam}, wat vervelend. We kijken ernaar en komen erop terug. ^SV"
OWN_WORDS = "Ik zoek het voor je uit."
"""Takes the case over, in words that no phrasing foresaw."""
DISPUTED = f"Hoi {{voornaam}}, wat vervelend dat er niemand kwam. {OWN_WORDS} ^SV"
BASICS = ("merci-aan-de-chauffeur", "fiets-op-de-tram")
PRIVACY = ("klantnummer-op-facebook", "trein-van-een-ander", "een-brief-op-de-verkeerde-naam")


@dataclass(frozen=True)
class Team:
    """Ids by which pages are opened.

    Attributes:
        reviewed: An attempt of the first trainee with a reply that his lead reviewed.
        to_review: A turn that waits for the lead.
        waiting: A dispute that waits for the lead.
        decided: A dispute that was accepted.
        open_round: A calibration round in which the lead still has to judge.
        closed_round: One that is closed.
        code: The certificate of the first trainee.
    """

    reviewed: str
    to_review: str
    waiting: str
    decided: str
    open_round: str
    closed_round: str
    code: str


def fill_team(store: Store, library: Library, demo: Demo, now: datetime) -> Team:
    """Let the leads and the trainer of a filled workshop do their work of the last days.

    Args:
        store: The database.
        library: The collection.
        demo: Its people, from `tests.demo.fill`.
        now: This moment.
    """
    first, second, third = demo.trainees[:3]
    case = library.cases[ANGRY]
    _change_settings(store, demo.admin, now - timedelta(days=12))
    _give(store, library, demo, now)
    closed, opened = _rounds(store, demo, now)
    code = _paths(store, library, demo, now)
    at = now - timedelta(days=3)
    angry = _say(store, first, case, DISPUTED, at)
    decided = _accepted(store, demo, angry, at)
    _again(store, first, angry, now - timedelta(days=2, hours=20))
    reviewed = _say(store, first, library.cases["de-bus-komt-nooit"], UNCLEAR, now - timedelta(days=2))
    _review(store, demo.lead, reviewed, now - timedelta(days=1))
    why = "De klant weet zelf ook wel dat er niemand kwam. Moet ik dat dan herhalen?"
    at = now - timedelta(hours=20)
    unclear = _say(store, second, case, UNCLEAR, at)
    waiting = _dispute(store, unclear, second, "gemiste-afspraak", Reason.RULE_WRONG, why, at)
    asked = _say(store, third, case, DISPUTED, now - timedelta(hours=5))
    looks.ask(store, third, asked.attempt.id, asked.turns[0].id, now - timedelta(hours=4))
    return Team(reviewed.attempt.id, asked.turns[0].id, waiting, decided, opened, closed, code)


def _say(store: Store, who: User, case: Case, text: str, at: datetime) -> Run:
    """Answer the first message of a scenario."""
    variant = choose(case.scenario, practice.next_seed(store, who, case.scenario.id))
    attempt = practice.start(store, who, case, Mode.PRACTICE, at - timedelta(minutes=4), clock_on=True)
    practice.submit(store, who, attempt, 1, fill(text, variant), Action.REPLY_PUBLIC, at)
    return load_run(store, who, attempt)


def _play(store: Store, who: User, case: Case, at: datetime) -> None:
    """Practise a scenario to its end with its best golden replies."""
    attempt = practice.start(store, who, case, Mode.PRACTICE, at, clock_on=True, seed=0)
    scenario = filled(case.scenario, 0)
    for number in range(1, len(scenario.turns) + 1):
        moment = at + timedelta(minutes=4 * number)
        if practice.go_on(store, who, attempt, moment) < number:
            return
        turn = load_run(store, who, attempt).turn(number)
        best = max((g for g in scenario.golden if g.turn == turn.turn_id), key=lambda g: g.band[0])
        practice.submit(
            store, who, attempt, number, best.text, Action(best.action), moment + timedelta(seconds=90)
        )


def _review(store: Store, lead: User, run: Run, at: datetime) -> None:
    turn = run.turns[0]
    opened = review.open_reply(store, lead, turn.id, at)
    start = opened.text.index("We kijken ernaar")
    mark = SpanComment(
        start, start + len("We kijken ernaar"), "Wat doe je precies, en wanneer hoort hij dat?"
    )
    judgement = Judgement(
        review.Outcome.AGREED, "Vriendelijk begin. Zeg de volgende keer erbij wat jij gaat doen.", (mark,)
    )
    review.submit_review(store, lead, turn.id, opened.card_id, judgement, at)


def _again(store: Store, who: User, run: Run, at: datetime) -> None:
    """Try the first message once more, better."""
    attempt = practice.retry(store, who, run.attempt.id, 1, at - timedelta(minutes=3))
    scenario = filled(run.case.scenario, run.attempt.seed)
    best = max((g for g in scenario.golden if g.turn == scenario.turns[0].id), key=lambda g: g.band[0])
    practice.submit(store, who, attempt, 1, best.text, Action(best.action), at)


def _accepted(store: Store, demo: Demo, run: Run, at: datetime) -> str:
    """A dispute that the lead agreed with; the trainers get an example of it."""
    who, lead = demo.trainees[0], demo.lead
    words = "Ik schrijf dat ik het uitzoek. Dan neem ik het toch over?"
    key = _dispute(store, run, who, "ik-neem-het-over", Reason.MISREAD, words, at + timedelta(hours=1))
    comment = "Klopt. Je neemt het over, alleen in andere woorden. Goed gezien."
    dispute_decisions.decide(store, lead, key, Outcome.ACCEPTED, comment, at + timedelta(hours=2))
    text = run.answers[run.turns[0].id].text
    proposals.propose(store, lead, key, example.choices(text).index(OWN_WORDS), at + timedelta(hours=3))
    return key


def _dispute(store: Store, run: Run, who: User, point: str, reason: Reason, words: str, at: datetime) -> str:
    """Dispute what was found of one of the scenario's own points."""
    found = undo.disputable(run.scorecards[run.turns[0].id])
    finding = next(f for f in found if undo.point_of(f) == point)
    return disputes.dispute(store, who, run.attempt.id, 1, undo.key_of(finding), reason, words, at)


def _give(store: Store, library: Library, demo: Demo, now: datetime) -> None:
    """One assignment that is late, and one that nearly everybody still has to do."""
    people = [trainee.id for trainee in demo.trainees]
    late, due = [library.cases["dreigt-met-advocaat"]], now - timedelta(days=1)
    assignments.assign(store, demo.lead, "workshop", late, people[1:3], now - timedelta(days=9), due_at=due)
    cases = [library.cases[key] for key in PRIVACY[:2]]
    at, due = now - timedelta(days=8), now + timedelta(days=3)
    note = "Lees eerst het protocol over klantgegevens."
    assignments.assign(store, demo.lead, "workshop", cases, people, at, due_at=due, note=note)
    _play(store, demo.trainees[4], cases[0], now - timedelta(days=7))


def _rounds(store: Store, demo: Demo, now: datetime) -> tuple[str, str]:
    """A closed calibration round with the scores of both leads, and an open one in which one lead began."""
    lead, other = demo.lead, demo.second_lead
    at = now - timedelta(days=6)
    found = [c.turn_id for c in calibration.candidates(store, lead, at, days=90)]
    closed = calibration.open_round(store, lead, "November", None, found[:4], [other.id], at)
    for who, shift in ((lead, 0), (other, 10)):
        for number in range(1, 5):
            _judge(store, who, closed, number, 50 + 10 * number - shift, at + timedelta(hours=1))
        calibration.finish(store, who, closed, at + timedelta(hours=2))
    opened = calibration.open_round(
        store, lead, "December", now + timedelta(days=7), found[4:7], [other.id], now - timedelta(days=1)
    )
    _judge(store, other, opened, 1, 70, now)
    return closed, opened


def _judge(store: Store, who: User, round_id: str, number: int, score: int, at: datetime) -> None:
    names = calibration.item(store, who, round_id, number).names
    values = {**dict.fromkeys(names.dimensions, score), "passed": int(score >= 65)}
    for name, value in values.items():
        calibration.judge(store, who, round_id, number, name, value, at)
    calibration.settle(store, who, round_id, number, at)


def _paths(store: Store, library: Library, demo: Demo, now: datetime) -> str:
    """Two learning paths; the first trainee has done the first one."""
    published = {c.scenario.id for c in library.published}
    begun = now - timedelta(weeks=2)
    basics = paths.make(store, demo.trainer, "Eerste week webcare", BASICS, 65, published, begun)
    paths.make(store, demo.lead, "Gegevens van klanten", PRIVACY, 75, published, begun)
    for days, key in enumerate(BASICS):
        _play(store, demo.trainees[0], library.cases[key], now - timedelta(days=6 - days))
    return certificates.issue(store, demo.trainees[0], basics, library.cases, now - timedelta(days=4)).code


def _change_settings(store: Store, admin: User, at: datetime) -> None:
    before = employer.settings_of(store, admin.employer_id)
    employer.change(store, admin, before.model_copy(update={"dispute_days": 21, "sample_share": 0.1}), at)
