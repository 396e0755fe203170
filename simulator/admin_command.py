"""`python -m simulator admin EMAIL`: the first administrator of an installation with local accounts."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

from simulator.i18n import Lang, t
from simulator.people_admin import INVITATION_LASTS
from simulator.settings import from_environment
from simulator.sign_in import first_administrator
from simulator.store.engine import open_store
from simulator.store.migrate import upgrade


def make_administrator(email: str, employer: str, team: str, lang: Lang, url: str) -> int:
    """Make somebody administrator and print the link by which he chooses a password.

    Args:
        email: His address.
        employer: Name of the employer; "" for the catalogue's.
        team: Name of the team; "" for the catalogue's.
        lang: Language of the catalogue's names.
        url: Address of the app, without a slash at its end.

    Returns:
        Exit status.
    """
    store = open_store(from_environment().database_url)
    names = (
        employer.strip() or t("people-first-employer", lang),
        team.strip() or t("people-first-team", lang),
    )
    try:
        upgrade(store)
        token = first_administrator(store, email, *names, datetime.now(UTC), INVITATION_LASTS)
    except ValueError as error:
        print(error, file=sys.stderr)  # noqa: T201 a command talks
        return 2
    finally:
        store.close()
    print(f"{url.rstrip('/')}/welcome?token={token}")  # noqa: T201
    return 0
