"""A workshop in which everything that somebody can type is hostile: scenario, names, replies, comments, titles."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, select, update

from scoring import Action
from scoring.serial import from_json
from simulator import accounts, practice
from simulator.accounts import Role, User
from simulator.casebook.library import load_library
from simulator.practice import Mode
from simulator.store import people, tables
from simulator.store.engine import Store, open_store
from tests.conftest import COLLECTION
from tests.hostile import OUT, TEXTS

SCENARIO = "internet-drie-dagen"
PATH = f"netwijs/{SCENARIO}.yaml"
NAME = f"![{{}}]({OUT}/n)<b>:red[\u202ez"
"""A hostile name within the length of names; the braces make room for a letter."""
MIX = "\n\n".join(
    text for name, text in TEXTS.items() if name not in ("nul", "long", "template") and "cell" not in name
)
LONG = MIX + TEXTS["long"]
LINE = " ".join(MIX.split())
_NO_BRACES = re.sub("[{}]", "", LINE)
"""Braces name variables in a scenario."""


@dataclass
class Office:
    """What the test needs: a sign-in secret of each role, and the queries of pages that need one."""

    tokens: dict[Role, str]
    queries: dict[str, list[str]]


def poison_collection(folder: Path) -> Path:
    """Copy the small collection, with hostile text in each kind of place."""
    shutil.copytree(COLLECTION, folder)
    file = folder / PATH
    text = file.read_text(encoding="utf-8")
    evil = json.dumps(_NO_BRACES, ensure_ascii=True)
    for plain in (
        "Boze herhaalklager zonder internet",
        "ongeduldig",
        'text: "Hier hetzelfde liedje gehad 🙄"',
        'text: "Beloofd: de monteur komt dinsdag."',
        "Erken dat de monteur dinsdag niet is gekomen.",
    ):
        assert plain in text, plain
        key = plain.split(":")[0] + ": " if plain.startswith("text:") else ""
        text = text.replace(plain, key + evil, 1)
    block = _NO_BRACES.replace("\n", " ")
    text = text.replace("    Je werkt bij Netwijs.", f"    {block} Je werkt bij Netwijs.", 1)
    text = text.replace("      Al {dagen} dagen", f"      {block} Al {{dagen}} dagen", 1)
    text = text.replace("max_chars: 280", "max_chars: 5000")
    file.write_text(text, encoding="utf-8")
    return folder


def make(database: Path, collection: Path) -> Office:
    """Fill the app's database."""
    store = open_store(f"sqlite:///{database}")
    now = datetime.now(UTC) - timedelta(hours=2)
    case = load_library(collection).cases[SCENARIO]
    signed = {role: accounts.sign_in(store, NAME.format(role[-2:]), role, "nl", now, 14) for role in Role}
    users = {role: user for role, (user, _) in signed.items()}
    trainee = users[Role.TRAINEE]
    done = [
        _reply(store, trainee, case, now + timedelta(minutes=n), text)
        for n, text in enumerate((LONG[:9900], MIX))
    ]
    open_attempt = practice.start(store, trainee, case, Mode.PRACTICE, now, clock_on=False)
    with store.write() as connection:
        turns = {
            a: connection.scalar(select(tables.turns.c.id).where(tables.turns.c.attempt_id == a))
            for a in done
        }
        ids = _rows(connection, users, turns[done[0]], turns[done[1]], done[0], now)
        connection.execute(update(tables.teams).values(name=NAME.format("team") + " ploeg"))
        connection.execute(update(tables.employers).values(name=NAME.format("baas") + " zaak"))
    store.close()
    return Office(
        {role: token for role, (_, token) in signed.items()},
        {
            "practise": [f"attempt={done[0]}", f"attempt={open_attempt}", f"scenario={SCENARIO}"],
            "compare": [f"scenario={SCENARIO}&turn=opening"],
            "review_reply": [f"turn={turns[done[0]]}"],
            "disputes": ["", f"dispute={ids['dispute']}"],
            "calibration": ["", f"round={ids['round']}"],
            "team": ["", f"person={trainee.id}"],
            "write": [f"path={PATH}"],
            "verify": [f"code={ids['code']}"],
        },
    )


def _reply(store: Store, who: User, case, at: datetime, text: str) -> str:
    attempt = practice.start(store, who, case, Mode.PRACTICE, at, clock_on=False, seed=0)
    practice.submit(store, who, attempt, 1, text, Action.REPLY_PUBLIC, at + timedelta(seconds=50))
    return attempt


def _rows(
    connection, users: dict[Role, User], reviewed: str, disputed: str, attempt: str, now: datetime
) -> dict[str, str]:
    """Rows with words of people, as the services store them."""
    lead, trainee = users[Role.LEAD].id, users[Role.TRAINEE].id
    cards = tables.scorecards.c
    card = {
        turn: connection.scalar(select(cards.id).where(cards.turn_id == turn))
        for turn in (reviewed, disputed)
    }

    def add(table, **values):
        connection.execute(insert(table).values(**values))

    add(tables.reviews, id="review-1", turn_id=reviewed, scorecard_id=card[reviewed], reviewer_id=lead, at=now,
        outcome="adjusted", blind=False, comment=LONG[:20_000], compliment=True)  # fmt: skip
    add(tables.review_marks, review_id="review-1", start=0, end=30, comment=MIX)
    add(
        tables.adjustments,
        review_id="review-1",
        name="tone",
        automatic=50.0,
        adjusted=70.0,
        reason="other",
        words=MIX,
    )
    add(tables.final_scores, turn_id=reviewed, review_id="review-1", passed=True, total=70.0, speed=None, tone=70.0,
        personalisation=70.0, protocol=70.0, at=now)  # fmt: skip
    for number, turn, outcome in ((1, disputed, None), (2, reviewed, "accepted")):
        finding = from_json(connection.scalar(select(cards.content).where(cards.turn_id == turn))).findings[0]
        add(tables.disputes, id=f"dispute-{number}", turn_id=turn, scorecard_id=card[turn], team_id=people.WORKSHOP,
            user_id=trainee, criterion=finding.criterion, code=finding.code, start=finding.start, end=finding.end,
            reason="other", words=MIX, created_at=now, outcome=outcome, comment=MIX if outcome else "",
            decided_by=lead if outcome else None, decided_at=now if outcome else None)  # fmt: skip
    add(tables.proposals, id="proposal-1", dispute_id="dispute-2", employer_id=people.WORKSHOP, scenario_id=SCENARIO,
        criterion="tone.acknowledges_emotion", example=MIX, counts=True, proposed_by=lead, proposed_at=now)  # fmt: skip
    add(tables.assignments, id="assignment-1", team_id=people.WORKSHOP, user_id=trainee, scenario_id=SCENARIO,
        given_by=lead, given_at=now, due_at=now + timedelta(days=3), note=MIX)  # fmt: skip
    add(
        tables.calibrations,
        id="round-1",
        employer_id=people.WORKSHOP,
        title=LINE[:120],
        created_by=lead,
        created_at=now,
    )
    add(tables.calibration_items, calibration_id="round-1", turn_id=reviewed, number=1)
    add(tables.calibration_members, calibration_id="round-1", user_id=lead)
    add(tables.learning_paths, id="path-1", employer_id=people.WORKSHOP, title=LINE[:120],
        scenarios=json.dumps([SCENARIO]), pass_total=60, created_by=lead, created_at=now, archived=False)  # fmt: skip
    done = {"scenario_id": SCENARIO, "title": LINE, "version": 1, "content_hash": "x", "mode": "practice", "total": 80.0,
            "finished_at": now.isoformat(), "rubrics": ["x"], "scorer_versions": ["2"]}  # fmt: skip
    content = {"name": LINE[:40], "path": LINE[:120], "pass_total": 60, "lang": "nl", "scenarios": [done]}
    add(tables.certificates, code="ABCD2345EFGH6789", user_id=trainee, path_id="path-1", issued_at=now,
        content=json.dumps(content))  # fmt: skip
    return {"dispute": "dispute-1", "round": "round-1", "code": "ABCD2345EFGH6789", "attempt": attempt}
