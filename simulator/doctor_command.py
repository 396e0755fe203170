"""`simulator doctor`: looks at the data and the installation, says what it means and what to do."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from typing import TextIO

from simulator.ops import data_checks, installation_checks, replay
from simulator.ops.findings import Finding, Level, status_of, write_json, write_text
from simulator.settings import Settings, from_environment
from simulator.store.engine import is_there, open_store
from simulator.store.faults import StoreUnavailableError

_PROCESSES = 2


def examine(out: TextIO, *, form: str, replay: bool, verbose: bool) -> int:
    """Run all checks; nothing is changed.

    Args:
        out: Where to tell it.
        form: "text" or "json".
        replay: Whether every stored reply is scored again too.
        verbose: Whether the text names the checks that found nothing.

    Returns:
        Exit status: 0 all well, 1 something found.

    Raises:
        SettingsError: When the settings cannot be read at all; the command ends with status 2 then.
    """
    findings = look(from_environment(), datetime.now(UTC), again=replay)
    if form == "json":
        write_json(findings, out)
    else:
        write_text(findings, out, verbose=verbose)
    return status_of(findings)


def look(settings: Settings, now: datetime, *, again: bool = False) -> list[Finding]:
    """All findings.

    Args:
        settings: Of the installation.
        now: This moment.
        again: Whether every stored reply is scored again too.
    """
    checks = installation_checks
    findings = [checks.look_at_settings(settings), *checks.look_at_place(settings)]
    findings.append(checks.look_at_scenarios(settings.scenarios))
    findings.append(checks.look_at_models())
    if not is_there(settings.database_url):
        return [*findings, Finding("database", Level.ERROR, "there is no database yet", "start the app")]
    with closing(open_store(settings.database_url, settings.limits)) as store:
        answers = checks.look_at_database(store, settings.database_url)
        findings.append(answers)
        if answers.level is Level.ERROR:
            return findings
        try:
            findings.append(checks.look_at_clock(store))
            pragmas = checks.look_at_pragmas(store)
            findings += [pragmas] if pragmas else []
            findings += data_checks.look_at_data(store, now)
            findings += [replay.look_at_scores(store, _PROCESSES)] if again else []
        except StoreUnavailableError as error:
            findings.append(Finding("database", Level.ERROR, str(error), "look at the server, and try again"))
    return findings
