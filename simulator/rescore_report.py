"""`simulator rescore`: the new scorecards to a file, the progress and the comparison to standard error."""

from __future__ import annotations

import sys
import time
from contextlib import closing
from typing import TextIO

from tqdm import tqdm

from simulator.rescore import Lost, Rescored, Summary, rescore, submitted
from simulator.store.engine import Store, is_there, open_store
from simulator.store.migrate import current_version, newest_version

_WHY = {
    Lost.GONE: "the version it was answered in is not in the store",
    Lost.UNREADABLE: "this program cannot read version {version}, in which it was answered",
}


def rescore_store(url: str, out: TextIO, limit: int | None, processes: int) -> int:
    """Score the replies of a store again.

    Args:
        url: The database.
        out: Where the scorecards go, one a line.
        limit: At most so many replies; all when left out.
        processes: How many processes share the work.

    Returns:
        0 when every reply was scored, 1 when some could not be, 2 when there is no database of this version.
    """
    if not is_there(url):
        _tell("there is no database yet; start the app or run `python -m simulator migrate`")
        return 2
    with closing(open_store(url)) as store:
        if current_version(store) != newest_version():
            _tell("the database is of another version; run `python -m simulator migrate` first")
            return 2
        summary, seconds = _rescore(store, out, limit, processes)
    _tell(_in_words(summary, seconds))
    return 1 if summary.lost else 0


def _rescore(store: Store, out: TextIO, limit: int | None, processes: int) -> tuple[Summary, float]:
    begin = time.perf_counter()
    summary = Summary()
    keys = submitted(store, limit)
    # Without a terminal there is nothing to draw a bar on; `disable=None` sees to that.
    with tqdm(total=len(keys), unit=" replies", file=sys.stderr, disable=None) as bar:
        for reply in rescore(store, keys, processes):
            summary.add(reply)
            if reply.lost:
                bar.write(_lost(reply, reply.lost), file=sys.stderr)
            else:
                out.write(reply.line + "\n")
            bar.update()
    return summary, time.perf_counter() - begin


def _lost(reply: Rescored, why: Lost) -> str:
    reason = _WHY[why].format(version=reply.version)
    return f"not scored: {reply.scenario_id}, attempt {reply.attempt_id}, reply {reply.number}: {reason}"


def _in_words(summary: Summary, seconds: float) -> str:
    lines = [
        f"{summary.scored} replies scored again in {seconds:.1f} s ({summary.scored / seconds:.1f} a second)",
        f"{summary.differ} differ from the stored scorecard; {summary.other_rubric} were stored by another rubric",
        f"{summary.cross} cross the pass line: {summary.now_pass} now pass, {summary.no_longer_pass} no longer do",
    ]
    if summary.lost:
        lines.append(f"{summary.lost} not scored: their scenario version is no longer available")
    return "\n".join(lines)


def _tell(text: str) -> None:
    sys.stderr.write(text + "\n")
