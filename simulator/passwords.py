"""Which passwords are good enough, and how they are kept: argon2id with the library's own settings."""

from __future__ import annotations

import secrets
import threading
import unicodedata
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

LEAST, MOST = 12, 200
_SIGNS_LEAST = 5
_LIST = """
123456789012 1234567890123 12345678901234 0123456789012 1q2w3e4r5t6y qwertyuiopas qwertyuiop123
qwerty123456 azertyuiopqs password1234 password12345 passw0rd1234 wachtwoord12 wachtwoord123
wachtwoord1234 wachtwoord2026 welkom123456 welkom012345 welkomwelkom welcome12345 iloveyou1234
letmeinplease administrator administrator1 abcdefghijkl abcdefghijklm abc123abc123 changemenow1
geheim123456 geheimgeheim lentelente12 zomerzomer12 winterwinter trustno1trustno1
correcthorsebatterystaple webcare12345 webcaresimulator webcare-simulator
"""
_COMMON = frozenset(_LIST.split())
_hasher = PasswordHasher()
# Each check takes 64 MiB and a tenth of a second; a crowd at the door must not take the whole machine.
_door = threading.Semaphore(2)


class WeakPasswordError(ValueError):
    """The password is not good enough; `why` is "short", "long", "common" or "yours"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def check_new(password: str, *about: str) -> None:
    """Stop at a password that is easy to guess.

    Args:
        password: As typed.
        *about: What others know of the person: name, e-mail address.

    Raises:
        WeakPasswordError: When it is.
    """
    tidy = _same(password)
    if len(tidy) < LEAST:
        raise WeakPasswordError("short")
    if len(tidy) > MOST:
        raise WeakPasswordError("long")
    plain = _bare(tidy)
    if plain in {_bare(word) for word in _known(about)}:
        raise WeakPasswordError("yours")
    if plain in {_bare(word) for word in _COMMON} or len(set(plain)) < _SIGNS_LEAST:
        raise WeakPasswordError("common")


def hashed_password(password: str) -> str:
    """What is kept of a password."""
    with _door:
        return _hasher.hash(_same(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether a password is the one that is kept; without one it takes just as long to say no."""
    with _door:
        try:
            return _hasher.verify(kept or _nobodys(), _same(password)[: 2 * MOST]) and kept is not None
        except (Argon2Error, InvalidHashError):
            return False


def is_old(kept: str) -> bool:
    """Whether a password is kept in a weaker way than new ones."""
    return _hasher.check_needs_rehash(kept)


@lru_cache(maxsize=1)
def _nobodys() -> str:
    return _hasher.hash(secrets.token_urlsafe(16))


def _same(password: str) -> str:
    """The same text whichever keyboard made its accents."""
    return unicodedata.normalize("NFKC", password)


def _bare(word: str) -> str:
    return "".join(sign for sign in word.casefold() if sign.isalnum())


def _known(about: tuple[str, ...]) -> set[str]:
    known = {word for word in about if word}
    parts = {part for word in known for part in (word, word.split("@")[0])}
    return parts | {part * 2 for part in parts}
