"""`python -m simulator <command>`: check scenarios, score replies, migrate the database."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from simulator.i18n import LANGUAGES, as_lang
from simulator.setting_sources import SettingsError
from simulator.store_commands import add_store_commands

_PROCESSES_MOST = 61
"""As many as one Python program can wait for on every system (concurrent.futures)."""
_REPLIES_MOST = 1_000_000_000


def main(arguments: list[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: Words after the program's name; those of the process when left out.

    Returns:
        Exit status: 0 all well, 1 faults found, 2 could not run.
    """
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except SettingsError as error:
        print(f"webcare simulator: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Who reads has enough, as `head` has; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as error:
        # A file that is not there or may not be written; commands that can say more do so themselves.
        print(f"webcare simulator: {error.filename or 'file'}: {error.strerror or error}", file=sys.stderr)
        return 2
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="simulator", description="The webcare simulator's commands.")
    commands = parser.add_subparsers(required=True, metavar="command")
    check = commands.add_parser("check", help="check scenarios and prove their golden replies")
    check.add_argument(
        "paths",
        type=Path,
        nargs="*",
        default=[Path("scenarios")],
        metavar="PATH",
        help="folders of collections or organisations, or scenario files; default: scenarios",
    )
    check.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the messages")
    check.add_argument("--only", default="", help="check only scenarios whose id begins with this")
    check.add_argument("--format", choices=("text", "json", "sarif"), default="text", help="default: text")
    check.add_argument("--no-golden", action="store_true", help="do not score the golden replies")
    check.add_argument(
        "--verbose", action="store_true", help="show info too, and the findings of golden replies out of band"
    )
    check.add_argument("--scores", action="store_true", help="show what each golden reply scores")
    check.add_argument("--strict", action="store_true", help="warnings count as faults")
    check.add_argument("--no-cache", action="store_true", help="check unchanged files again too")
    check.add_argument(
        "--processes", type=_from_one_to(_PROCESSES_MOST), help="default: one for each processor"
    )
    check.add_argument("--watch", action="store_true", help="check again whenever a file changes")
    check.set_defaults(run=_check)
    new = commands.add_parser("new", help="make a commented template that passes the check")
    new.add_argument("what", choices=("scenario", "organisation"))
    new.add_argument("name", metavar="ID", help="for a scenario: ORGANISATION/ID")
    new.add_argument("--folder", type=Path, default=Path("scenarios"), help="default: scenarios")
    new.add_argument("--lang", choices=LANGUAGES, default="nl", help="language of house and comments")
    new.set_defaults(run=_new)
    schema = commands.add_parser("schema", help="write the JSON Schemas for editors beside the scenarios")
    schema.add_argument("folder", type=Path, nargs="?", default=Path("scenarios"), help="default: scenarios")
    schema.set_defaults(run=_schema)
    scoring = commands.add_parser("score", help="score replies from a file of JSON lines")
    scoring.add_argument("cases", type=Path, help="one JSON object a line; see docs/scoring-contract.md")
    scoring.set_defaults(run=_score)
    again = commands.add_parser("rescore", help="score every stored reply again and compare; changes nothing")
    again.add_argument(
        "--out", type=Path, help="file for the scorecards, one a line; default: standard output"
    )
    again.add_argument(
        "--limit", type=_from_one_to(_REPLIES_MOST), help="only so many replies, the oldest first"
    )
    again.add_argument("--processes", type=_from_one_to(_PROCESSES_MOST), default=2, help="default: 2")
    again.set_defaults(run=_rescore)
    serve = commands.add_parser("serve", help="serve the app, set up by the settings; docs/operations.md")
    serve.set_defaults(run=_serve)
    migrate = commands.add_parser("migrate", help="bring the database to this version")
    migrate.set_defaults(run=_migrate)
    recount = commands.add_parser(
        "recount", help="count the teams' figures anew from the replies, once after an upgrade"
    )
    recount.set_defaults(run=_recount)
    admin = commands.add_parser("admin", help="make the first administrator and print his invitation link")
    admin.add_argument("email", metavar="EMAIL")
    admin.add_argument("--lang", choices=LANGUAGES, default="nl", help="language of the names below")
    admin.add_argument("--employer", default="", help="who you all work for; made when it is not there")
    admin.add_argument("--team", default="", help="the team that he administers; made likewise")
    admin.add_argument(
        "--url", default="http://localhost:8501", help="the app's address; default: this machine"
    )
    admin.set_defaults(run=_admin)
    add_store_commands(commands)
    _privacy_commands(commands)
    vectors = commands.add_parser("vectors", help="for developers: encode the word lists after changing them")
    vectors.add_argument("folder", type=Path, nargs="?", default=Path("scenarios"), help="default: scenarios")
    vectors.set_defaults(run=_vectors)
    return parser


def _privacy_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    erase = commands.add_parser(
        "erase", help="remove a person for good; tells what goes unless --yes is given"
    )
    erase.add_argument(
        "--user", required=True, metavar="ID", help="the person's id, as the audit trail has it"
    )
    erase.add_argument("--yes", action="store_true", help="really remove")
    erase.set_defaults(run=_erase)
    keep = commands.add_parser(
        "retention",
        help="remove what is older than each employer's term; tells what goes unless --run is given",
    )
    keep.add_argument("--employer", default="", metavar="ID", help="only this employer; default: all")
    keep.add_argument("--run", dest="really", action="store_true", help="really remove")
    keep.set_defaults(run=_retention)
    pack = commands.add_parser(
        "privacy-pack", help="write model texts for works council, data protection assessment and employees"
    )
    pack.add_argument("folder", type=Path, metavar="OUT_DIR")
    pack.add_argument("--lang", choices=LANGUAGES, help="one language; default: both")
    pack.add_argument("--employer", default="", metavar="ID", help="needed when there are several")
    pack.set_defaults(run=_privacy_pack)


def _from_one_to(most: int) -> Callable[[str], int]:
    """Reads a whole number of a command line."""

    def read(word: str) -> int:
        if not (word.isascii() and word.isdigit() and len(word) <= len(str(most)) and 1 <= int(word) <= most):
            raise argparse.ArgumentTypeError(f"{word!r} is no whole number from 1 to {most}")
        return int(word)

    return read


def _check(options: argparse.Namespace) -> int:
    from simulator.check_command import Wanted, check, watch

    wanted = Wanted(
        paths=tuple(options.paths),
        lang=as_lang(options.lang),
        form=options.format,
        only=options.only,
        golden=not options.no_golden,
        verbose=options.verbose,
        scores=options.scores,
        strict=options.strict,
        cached=not options.no_cache,
        processes=options.processes or os.cpu_count() or 1,
    )
    return watch(wanted) if options.watch else check(wanted)


def _new(options: argparse.Namespace) -> int:
    from simulator.casebook.templates import TemplateError, new_organisation, new_scenario

    make = new_scenario if options.what == "scenario" else new_organisation
    try:
        for path in make(options.folder, options.name, as_lang(options.lang)):
            print(path)
    except TemplateError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _schema(options: argparse.Namespace) -> int:
    from simulator.casebook.json_schema import write_schemas

    for path in write_schemas(options.folder):
        print(path)
    return 0


def _score(options: argparse.Namespace) -> int:
    from simulator.score_lines import score_file

    return score_file(options.cases, sys.stdout)


def _rescore(options: argparse.Namespace) -> int:
    from simulator.rescore_report import rescore_store
    from simulator.settings import from_environment

    url = from_environment().database_url
    if options.out is None:
        return rescore_store(url, sys.stdout, options.limit, options.processes)
    try:
        with options.out.open("w", encoding="utf-8", newline="\n") as out:
            return rescore_store(url, out, options.limit, options.processes)
    except OSError as error:
        print(f"{options.out}: {error.strerror}", file=sys.stderr)
        return 2


def _recount(_options: argparse.Namespace) -> int:
    from simulator.figures import recount
    from simulator.settings import from_environment
    from simulator.store.engine import open_store
    from simulator.store.migrate import upgrade

    store = open_store(from_environment().database_url)
    upgrade(store)
    print(recount(store))
    store.close()
    return 0


def _serve(_options: argparse.Namespace) -> int:
    from simulator.serve_command import serve

    return serve()


def _migrate(_options: argparse.Namespace) -> int:
    from simulator.store.faults import StoreUnavailableError
    from simulator.store.migrate import upgrade

    try:
        print(upgrade())
    except StoreUnavailableError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def _admin(options: argparse.Namespace) -> int:
    from simulator.admin_command import make_administrator

    lang = as_lang(options.lang)
    return make_administrator(options.email, options.employer, options.team, lang, options.url)


def _erase(options: argparse.Namespace) -> int:
    from simulator.privacy_commands import erase_person
    from simulator.settings import from_environment

    return erase_person(from_environment().database_url, options.user, sys.stdout, really=options.yes)


def _retention(options: argparse.Namespace) -> int:
    from simulator.privacy_commands import keep_to_terms
    from simulator.settings import from_environment

    url = from_environment().database_url
    return keep_to_terms(url, options.employer, sys.stdout, really=options.really)


def _privacy_pack(options: argparse.Namespace) -> int:
    from simulator.privacy_commands import write_pack
    from simulator.settings import from_environment

    lang = as_lang(options.lang) if options.lang else None
    try:
        url = from_environment().database_url
        return write_pack(url, options.folder, lang, options.employer, sys.stdout)
    except OSError as error:
        print(f"{options.folder}: {error.strerror}", file=sys.stderr)
        return 2


def _vectors(options: argparse.Namespace) -> int:
    from simulator.prepare_vectors import write_vectors

    print(write_vectors(options.folder))
    return 0
