"""`simulator erase`, `retention` and `privacy-pack`: what whoever runs the server does with personal data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from simulator import erasure, retention
from simulator.i18n import Lang
from simulator.store.engine import Store, is_there, open_store
from simulator.store.migrate import upgrade


def erase_person(url: str, user_id: str, out: TextIO, *, really: bool) -> int:
    """Erase a person, or without `really` tell what that would remove.

    Args:
        url: SQLAlchemy URL of the database.
        user_id: Who.
        out: Where to tell it; names are not told.
        really: Whether to do it.

    Returns:
        Exit status: 0 done, 2 could not.
    """
    store = _open(url, out)
    if store is None:
        return 2
    try:
        if really:
            done = erasure.erase_as_operator(store, user_id, datetime.now(UTC))
            _table(out, "removed", done.removed)
            out.write(
                "" if done.swept else "the log could not be emptied: somebody is reading; run VACUUM later\n"
            )
            return 0
        plan = erasure.plan_as_operator(store, user_id)
        _table(out, "would be removed", plan.removed)
        _table(out, "would stay without the person", plan.kept)
        _table(out, "texts of others with the name, taken out", plan.named)
        _table(out, "texts of others with this word, which stay", plan.perhaps_named)
        out.write("dry run: nothing was changed; add --yes to erase\n")
    except erasure.UnknownPersonError:
        out.write(f"there is no person with id {user_id}\n")
        return 2
    finally:
        store.close()
    return 0


def keep_to_terms(url: str, employer_id: str, out: TextIO, *, really: bool) -> int:
    """Remove what is older than the employers' terms, or without `really` tell what that would be.

    Args:
        url: SQLAlchemy URL of the database.
        employer_id: One employer, "" for all.
        out: Where to tell it.
        really: Whether to do it.

    Returns:
        Exit status: 0 done, 2 could not.
    """
    store = _open(url, out)
    if store is None:
        return 2
    try:
        chosen = [one for one in retention.employers(store) if employer_id in ("", one[0])]
        if not chosen:
            out.write(f"there is no employer {employer_id}\n")
            return 2
        now = datetime.now(UTC)
        for key, name in chosen:
            plan = retention.plan(store, key, now)
            term = "no term" if plan.days is None else f"{plan.days} days"
            out.write(f"{name} ({key}): {term}\n")
            if plan.attempts.oldest and plan.attempts.newest:
                first, last = plan.attempts.oldest, plan.attempts.newest
                out.write(f"  attempts: {plan.attempts.number}, begun {first:%Y-%m-%d} to {last:%Y-%m-%d}\n")
            if really:
                _table(out, "  removed", retention.run(store, key, now))
            else:
                _table(out, "  would be removed", plan.removed)
        out.write("" if really else "dry run: nothing was changed; add --run to remove\n")
    finally:
        store.close()
    return 0


def write_pack(url: str, folder: Path, lang: Lang | None, employer_id: str, out: TextIO) -> int:
    """Write the model texts for works council and data protection assessment.

    Args:
        url: SQLAlchemy URL of the database.
        folder: Where to; made when it is not there.
        lang: One language; both when left out.
        employer_id: The employer; may be "" when there is only one.
        out: Where to tell it.

    Returns:
        Exit status: 0 done, 2 could not.
    """
    from simulator.privacy_pack import make_pack

    store = _open(url, out)
    if store is None:
        return 2
    try:
        there = retention.employers(store)
        chosen = [one for one in there if employer_id in ("", one[0])]
        if len(chosen) != 1:
            names = ", ".join(key for key, _ in there) or "none"
            out.write(f"name one employer with --employer; there are: {names}\n")
            return 2
        for name, text in make_pack(store, chosen[0][0], lang, datetime.now(UTC)).items():
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(text, encoding="utf-8", newline="\n")
            out.write(f"{path}\n")
    finally:
        store.close()
    return 0


def _open(url: str, out: TextIO) -> Store | None:
    if not is_there(url):
        out.write("there is no database yet; start the app or run `python -m simulator migrate`\n")
        return None
    store = open_store(url)
    upgrade(store)
    return store


def _table(out: TextIO, title: str, numbers: Mapping[str, int]) -> None:
    if numbers:
        out.write(f"{title}: {sum(numbers.values())}\n")
        out.writelines(f"    {name}: {number}\n" for name, number in sorted(numbers.items()))
