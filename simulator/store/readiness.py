"""Whether the database can be worked with now: it answers in time, and is at the version that this program needs."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLateError
from enum import StrEnum

from sqlalchemy import create_engine
from sqlalchemy.engine import make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from simulator.store.engine import Store, is_there, open_store
from simulator.store.migrate import current_version, newest_version


class Problem(StrEnum):
    """What keeps the database from being used; the words tell a stranger nothing."""

    NONE = ""
    ABSENT = "the database is not there"
    SILENT = "the database does not answer"
    VERSION = "the database is not at the version of this program"


class Readiness:
    """Asks the database, on a connection of its own, so that a full pool does not count as ready or as broken.

    Args:
        url: SQLAlchemy URL.
        seconds: How long it may take.
    """

    def __init__(self, url: str, seconds: float) -> None:
        self._url = url
        self._seconds = seconds
        self._wanted = newest_version()
        self._asking: Future[Problem] | None = None
        self._lock = threading.Lock()

    def problem(self) -> Problem:
        """What keeps it from being used, `NONE` when nothing does; never takes much longer than `seconds`.

        However many ask, and however long a dead database takes, one question is open at a time.
        """
        with self._lock:
            if self._asking is None or self._asking.done():
                self._asking = Future()
                # Not an executor's thread: Python waits for those when it ends, and this one may hang.
                threading.Thread(
                    target=self._ask, args=(self._asking,), daemon=True, name="readiness"
                ).start()
            asked = self._asking
        try:
            return asked.result(self._seconds)
        except TooLateError:
            return Problem.SILENT

    def _ask(self, answer: Future[Problem]) -> None:
        try:
            found = self._look()
        except Exception:  # whatever a driver raises, the database cannot be used
            found = Problem.SILENT
        answer.set_result(found)

    def _look(self) -> Problem:
        if not is_there(self._url):
            return Problem.ABSENT
        store = _opened(self._url, self._seconds)
        try:
            return Problem.NONE if current_version(store) == self._wanted else Problem.VERSION
        except SQLAlchemyError:
            return Problem.SILENT
        finally:
            store.close()


def fault_of(url: str) -> str:
    """Why no database can be opened under an address, "" when one might be; never tells the address itself.

    Args:
        url: SQLAlchemy URL.
    """
    try:
        create_engine(url, poolclass=NullPool).dispose()
    except ImportError as error:
        return f'its driver {error.name} is not installed; PostgreSQL needs the extra "postgres"'
    except (SQLAlchemyError, ValueError):
        return "it is no address such as postgresql+psycopg://user@host/name"
    return ""


def _opened(url: str, seconds: float) -> Store:
    parsed = make_url(url)
    if parsed.get_backend_name() != "postgresql":
        return open_store(url)
    limits = {
        "connect_timeout": max(2, round(seconds)),  # the least that libpq takes
        "options": f"-c statement_timeout={round(seconds * 1000)}",
    }
    return Store(create_engine(url, poolclass=NullPool, hide_parameters=True, connect_args=limits))
