"""The words of the commands about the whole database, for `simulator.cli`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_store_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `backup`, `restore`, `transfer`, `export` and `doctor`.

    Args:
        commands: Where argparse keeps commands.
    """
    backup = commands.add_parser("backup", help="write all data to one new file while people work")
    backup.add_argument("file", type=Path, metavar="FILE")
    backup.add_argument("--verify", action="store_true", help="write nothing: check that the backup is whole")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="put a backup into the database, all of it or nothing")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--replace", action="store_true", help="remove what is in the database first")
    restore.set_defaults(run=_restore)
    move = commands.add_parser("transfer", help="copy the whole installation into another, empty database")
    move.add_argument(
        "source", metavar="FROM", help="address of the database, or env:NAME of a variable with it"
    )
    move.add_argument("target", metavar="TO", help="likewise; must be empty")
    move.set_defaults(run=_transfer)
    export = commands.add_parser(
        "export", help="write what was published in the app back to a folder, for git"
    )
    export.add_argument("folder", type=Path, nargs="?", default=Path("scenarios"), help="default: scenarios")
    export.add_argument("--dry-run", action="store_true", help="tell which files would change; write nothing")
    export.set_defaults(run=_export)
    doctor = commands.add_parser("doctor", help="check the data and the installation, and say what to do")
    doctor.add_argument("--format", choices=("text", "json"), default="text", help="default: text")
    doctor.add_argument("--replay", action="store_true", help="score every stored reply again as well")
    doctor.add_argument("--verbose", action="store_true", help="show the checks that found nothing too")
    doctor.set_defaults(run=_doctor)


def _url() -> str:
    from simulator.settings import from_environment

    return from_environment().database_url


def _backup(options: argparse.Namespace) -> int:
    from simulator.backup_command import make_backup, verify_backup

    if options.verify:
        return verify_backup(options.file, sys.stdout)
    return make_backup(_url(), options.file, sys.stdout)


def _restore(options: argparse.Namespace) -> int:
    from simulator.backup_command import restore_backup

    return restore_backup(_url(), options.file, sys.stdout, replace=options.replace)


def _transfer(options: argparse.Namespace) -> int:
    from simulator.backup_command import move

    return move(options.source, options.target, sys.stdout)


def _export(options: argparse.Namespace) -> int:
    from simulator.export_command import export

    return export(_url(), options.folder, sys.stdout, sys.stderr, dry_run=options.dry_run)


def _doctor(options: argparse.Namespace) -> int:
    from simulator.doctor_command import examine

    return examine(sys.stdout, form=options.format, replay=options.replay, verbose=options.verbose)
