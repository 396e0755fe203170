"""`simulator score`: replies as JSON lines in, scorecards as JSON lines out, in order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TextIO

from scoring import score
from scoring.cases import read_case, scorecard_row


def score_file(cases: Path, out: TextIO) -> int:
    """Score each line of a file.

    Args:
        cases: File of JSON lines, see docs/scoring-contract.md.
        out: Where the rows go.

    Returns:
        0 when every line was scored, 1 when some were not, 2 when the file cannot be read.
    """
    try:
        lines = cases.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        out.write(json.dumps({"error": f"{cases.name}: {error}"}, ensure_ascii=False) + "\n")
        return 2
    faults = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
            reply, situation = read_case(case)
            row = scorecard_row(case["id"], case["reply"]["rid"], score(reply, situation))
        except (ValueError, KeyError, TypeError) as error:
            faults += 1
            row = {"line": number, "error": str(error)}
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return 1 if faults else 0
