"""Files of 200 to 256 KB, for the time that the checker takes: long, wide, full of faults, or plain rubbish."""

from __future__ import annotations

import random

from tests.casebook.fuzz_mutations import HOSTILE, NASTY, Seed

LEAST, MOST = 200 * 1024, 256 * 1024


def big_file(rng: random.Random, seed: Seed) -> tuple[str, bytes]:
    """Make a big file.

    Returns:
        What sort of file it is, and its bytes.
    """
    size = rng.randint(LEAST, MOST)
    name = rng.choice(tuple(_SORTS))
    data = _SORTS[name](rng, seed, size).encode("utf-8", "replace")
    return name, data[:MOST]


def _filled(piece: str, size: int) -> str:
    return piece * (size // max(1, len(piece.encode())))


def _many_turns(rng: random.Random, seed: Seed, size: int) -> str:
    """The turns of a scenario over and over: as many values as a real file of this size would have."""
    head, _, rest = seed.text.partition("turns:\n")
    body, _, tail = rest.partition("\ngolden:")
    return head + "turns:\n" + _filled(body + "\n", size - len(seed.text.encode())) + "golden:" + tail


def _long_text(rng: random.Random, seed: Seed, size: int) -> str:
    lines = _filled(
        "      Al drie dagen geen internet @netwijs! 9:30 #schandalig 🙄\n", size - len(seed.text.encode())
    )
    return seed.text.replace("post: |\n", "post: |\n" + lines, 1)


def _one_line(rng: random.Random, seed: Seed, size: int) -> str:
    return (
        seed.text + "extra: " + _filled(rng.choice(("a", "woord ", "06-1234 ", "a@b.nl ", "#x", "\\")), size)
    )


def _free_list(seed: Seed) -> str:
    """A list that the seed does not have yet."""
    return next(
        (key for key in ("people", "facts", "knowledge", "standard_replies") if key not in seed.value), "more"
    )


def _short_items(rng: random.Random, seed: Seed, size: int) -> str:
    return (
        seed.text
        + f"{_free_list(seed)}:\n"
        + _filled(rng.choice(("- a\n", "- a: b\n", "-\n", "- [a, b, c]\n")), size)
    )


def _flow(rng: random.Random, seed: Seed, size: int) -> str:
    return (
        seed.text
        + f"{_free_list(seed)}: ["
        + _filled(rng.choice(("a, ", "{a: b}, ", "[], ", "'', ", "[", "{")), size)
        + "]"
    )


def _faulty(rng: random.Random, seed: Seed, size: int) -> str:
    """The same trap on thousands of lines."""
    value = rng.choice((*HOSTILE[:60], "'t is zo", "@naam", "a: b: c", "tekst #hashtag", '"a\\q"'))
    return seed.text + "".join(f"k{n}: {value}\n" for n in range(size // (len(value.encode()) + 9)))


def _nasty(rng: random.Random, seed: Seed, size: int) -> str:
    return "".join(rng.choices(NASTY, k=size // 2))


def _one_nasty(rng: random.Random, seed: Seed, size: int) -> str:
    return "a: " + _filled(rng.choice(NASTY), size)


def _broken_at_end(rng: random.Random, seed: Seed, size: int) -> str:
    return _many_turns(rng, seed, size) + rng.choice(
        ("\nx: 'y", "\nx: [", "\n\tx", "\n: : :", "\nx: @y", "\n- a")
    )


def _broken_in_places(rng: random.Random, seed: Seed, size: int) -> str:
    lines = _many_turns(rng, seed, size).split("\n")
    for _ in range(rng.randint(2, 60)):
        at = rng.randrange(len(lines))
        lines[at] = lines[at].split(":")[0] + ": " + rng.choice(HOSTILE[:90])
    return "\n".join(lines)


def _comments(rng: random.Random, seed: Seed, size: int) -> str:
    return seed.text + _filled(rng.choice(("#\n", "# uitleg\n", "\n", "  #hashtag\n", " \n")), size)


def _unknown_keys(rng: random.Random, seed: Seed, size: int) -> str:
    return seed.text + "".join(f"sleutel{n}: x\n" for n in range(size // 16))


_SORTS = {
    "many turns": _many_turns, "long text": _long_text, "one line": _one_line, "short items": _short_items,
    "flow": _flow, "faulty lines": _faulty, "nasty signs": _nasty, "one nasty sign": _one_nasty,
    "broken at the end": _broken_at_end, "broken in places": _broken_in_places, "comments": _comments,
    "unknown keys": _unknown_keys,
}  # fmt: skip
"""What sorts there are."""
