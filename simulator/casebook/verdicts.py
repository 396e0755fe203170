"""What a scenario's own golden replies prove, and what they show to measure nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from scoring import Reply, default_rubric
from simulator.casebook.diagnostics import Keys
from simulator.casebook.difficulty import check_readability
from simulator.casebook.document import Document
from simulator.casebook.library import Case
from simulator.casebook.proof import GoldenResult, Proof, likely_posts, prove_all
from simulator.casebook.schema import Condition, PointSpec, Scenario, Turn
from simulator.casebook.situation import situation_for
from simulator.casebook.variants import filled
from simulator.conversation import flagged_names, met_names, react
from simulator.scorer import score

CLOSEST = 15
"""Points by which replies of different quality should at least differ: less is within what one wording more or less
moves a score (docs/scoring.md, "Repeated wordings")."""
_RANK = {"poor": 0, "fair": 1, "good": 2}
_OWN = frozenset({"protocol.own_points", "protocol.forbidden_points"})
_LEAST = {"good": 1, "poor": 1}
"""Golden replies of each quality that a turn needs before it proves anything."""


def check_proof(case: Case, document: Document) -> Proof:
    """Score the golden replies and note what they do not prove.

    Args:
        case: A usable case.
        document: Where its scenario was read from; what is seen is added.

    Returns:
        The scorecards, for showing.
    """
    proof = prove_all(case)
    for result in proof.golden:
        _check_band(result, document)
    for number, turn in enumerate(case.scenario.turns):
        mine = [r for r in proof.golden if r.golden.turn == turn.id]
        way: Keys = ("turns", number)
        _check_enough(turn, mine, way, document)
        _check_expectations(turn, mine, way, document)
        _check_distance(mine, document)
        _check_reached(turn, mine, case.scenario, way, document)
        _check_phrasings(case, turn, way, document)
    for (turn_id, variant), card in proof.models.items():
        if not card.passed:
            by = ", ".join(card.decided_by) or "-"
            words = {"turn": turn_id, "variant": variant, "total": _number(card.total), "by": by}
            document.add_at("G009", ("debrief", "model", turn_id), **words)
    check_readability(case.scenario, document)
    return proof


def _check_band(result: GoldenResult, document: Document) -> None:
    way = ("golden", result.number - 1)
    words = {
        "number": result.number,
        "label": result.golden.label,
        "turn": result.golden.turn,
        "variant": result.variant,
        "total": _number(result.scorecard.total),
        "low": result.golden.band[0],
        "high": result.golden.band[1],
    }
    if not result.total_in_band:
        document.add_at("G001", way, **words)
    elif not result.verdict_fits:
        by = ", ".join(result.scorecard.decided_by) or "-"
        document.add_at("G002", way, **words, by=by)


def _check_enough(turn: Turn, mine: list[GoldenResult], way: Keys, document: Document) -> None:
    for label, least in _LEAST.items():
        have = len({r.number for r in mine if r.golden.label == label})
        if have < least:
            document.add_at("G008", way, turn=turn.id, label=label, have=have)


def _check_expectations(turn: Turn, mine: list[GoldenResult], way: Keys, document: Document) -> None:
    """An expectation that every reply meets, or none, measures nothing."""
    answers = [r for r in mine if r.golden.action.reaches_customer and r.golden.text.strip()]
    if len({r.number for r in answers}) < 2:
        return
    names = [(("expect", n), name) for n, name in enumerate(turn.expect)]
    names += [(("points", n), p.id) for n, p in enumerate(turn.points) if p.say]
    met = [met_names(r.scorecard) for r in answers]
    for here, name in names:
        count = sum(name in one for one in met)
        if count == 0:
            document.add_at("G003", (*way, *here), name=name)
        elif count == len(met):
            document.add_at("G004", (*way, *here), name=name)
    flagged = [flagged_names(r.scorecard) for r in mine]
    for n, point in enumerate(turn.points):
        if point.avoid and not any(point.id in one for one in flagged):
            document.add_at("G003", (*way, "points", n), name=point.id)


def _check_distance(mine: list[GoldenResult], document: Document) -> None:
    """Replies of different quality whose mean totals lie too near: the worse one is told."""
    totals: dict[int, list[float]] = defaultdict(list)
    label = {r.number: r.golden.label for r in mine}
    for result in mine:
        totals[result.number].append(result.scorecard.total or 0.0)
    means = {number: sum(values) / len(values) for number, values in totals.items()}
    for better, worse in product(means, means):
        if _RANK[label[better]] > _RANK[label[worse]] and means[better] - means[worse] < CLOSEST:
            words = {
                "number": worse,
                "label": label[worse],
                "other": better,
                "other_label": label[better],
                "total": _number(means[worse]),
                "other_total": _number(means[better]),
            }
            document.add_at("G005", ("golden", worse - 1), **words)
            return


def _check_reached(
    turn: Turn, mine: list[GoldenResult], scenario: Scenario, way: Keys, document: Document
) -> None:
    reached = {react(turn, r.golden.action, r.scorecard, scenario.start).index for r in mine}
    for number, reaction in enumerate(turn.reactions):
        if mine and number not in reached and not _goes_without_saying(reaction.when):
            document.add_at("G010", (*way, "reactions", number), number=number + 1)


def _goes_without_saying(when: Condition | None) -> bool:
    """True for what every scenario has: the shock at a critical fault, and being left without an answer."""
    return when is not None and (
        bool(when.critical) or (bool(when.action) and not any(a.reaches_customer for a in when.action))
    )


def _check_phrasings(case: Case, turn: Turn, way: Keys, document: Document) -> None:
    """A phrasing that does not count for its own point, or a wording that is not enough and yet counts."""
    ready = Case(case.organisation, filled(case.scenario, 0), case.knowledge)
    spec = ready.scenario.turn(turn.id)
    for number, point in enumerate(spec.points):
        for key, wanted, code in (("phrasings", True, "G006"), ("not_enough", False, "G007")):
            for place, counts in _counted(ready, spec, point, getattr(point, key)):
                if counts is not wanted:
                    here = (*way, "points", number, key, place)
                    document.add_in(code, here, point=point.id, what=getattr(point, key)[place])


def _counted(
    ready: Case, turn: Turn, point: PointSpec, wordings: tuple[str, ...]
) -> Iterator[tuple[int, bool]]:
    """Whether each wording, sent as a reply, counts for its point."""
    situation = situation_for(ready, turn, likely_posts(ready.scenario, turn))
    whole = default_rubric()
    rubric = replace(whole, criteria=tuple(c for c in whole.criteria if c.id in _OWN), prepare=None)
    for place, words in enumerate(wordings):
        card = score(Reply(words, turn.actions.best[0]), situation, rubric)
        names = flagged_names(card) if point.avoid else met_names(card)
        yield place, point.id in names


def _number(total: float | None) -> str:
    return "-" if total is None else f"{total:.1f}"
