"""Writing tables as CSV, Excel and JSON, row by row, so that no spreadsheet program reads a text as a formula.

A text that a spreadsheet would take for a formula gets an apostrophe before it; `original` takes it away again.
JSON has no formulas: texts stand there as they are.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

Value = str | int | float | bool | datetime | None


class Form(StrEnum):
    """How a table is written; the value is what the user chooses by."""

    CSV = "csv"
    SEMICOLON = "csv-semicolon"
    """For spreadsheets set to Dutch or French: semicolons between the cells, a comma in numbers."""
    EXCEL = "xlsx"
    JSON = "json"

    @property
    def ending(self) -> str:
        """Ending of the file's name, without point."""
        return self.value.split("-")[0]

    @property
    def media_type(self) -> str:
        """Media type of the file."""
        return _MEDIA[self.ending]


_MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True)
class Table:
    """What is written.

    Attributes:
        name: Name of the sheet, in words of our own.
        columns: Meaning of each column by its name, in order.
        rows: The cells of each row, in the order of the columns; read once.
        about: Facts of the whole table, e.g. when it was made, by name.
    """

    name: str
    columns: Mapping[str, str]
    rows: Iterable[tuple[Value, ...]]
    about: Mapping[str, Value]


# Signs that begin a formula, and their full-width, small and raised forms, which some programs take for the same.
_STARTS = "=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−"
# What a program may skip before it looks: white space, control signs, signs without width or of direction, quotation
# marks.
_SKIPPED = "'\\s\x01-\x1f\x7f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\""
_LEAD = re.compile(f"[{_SKIPPED}]*")
_START = re.compile(f"[{_STARTS}]")
_UNWANTED = re.compile("[\x00\ud800-\udfff]")
_SPLITS = {",": ";\t\n\r", ";": ",\t\n\r", "": ""}
"""Where a program that was told another sign than ours between the cells would begin a new cell."""
_CELL_MOST = 32_767
"""Signs in a cell of Excel."""
_SHEET_MOST = 1_000_000
"""Rows in a sheet of Excel, rounded down."""


def tidy(text: str) -> str:
    """A text without what no file can hold: NUL and halves of surrogate pairs."""
    return _UNWANTED.sub("", text)


def neutral(text: str, delimiter: str = "") -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before each place that looks like one.

    Args:
        text: Any text; NUL and halves of surrogate pairs are left out.
        delimiter: Sign between the cells of a CSV file. Opened with another sign, the file falls apart at other
            places, so what stands after those gets an apostrophe too. "" for other forms.
    """
    text = tidy(text)
    if delimiter:
        text = _runs(delimiter).sub(lambda run: _split(delimiter).sub(r"\g<0>'", run.group()), text)
    return f"'{text}" if _looks(text) else text


def original(cell: str, delimiter: str = "") -> str:
    """The text that `neutral` was given, for those who read an export back.

    Args:
        cell: What `neutral` gave.
        delimiter: As `neutral` was given it.
    """
    text = cell[1:] if _looks(cell) else cell
    if not delimiter:
        return text
    return _runs(delimiter).sub(
        lambda run: re.sub(f"({_split(delimiter).pattern})'", r"\1", run.group()), text
    )


def _looks(text: str) -> bool:
    lead = _LEAD.match(text)
    before = lead.group() if lead else ""
    return "\t" in before or "\r" in before or bool(_START.match(text, len(before)))


@cache
def _split(delimiter: str) -> re.Pattern[str]:
    return re.compile(f"[{_SPLITS[delimiter]}]")


@cache
def _runs(delimiter: str) -> re.Pattern[str]:
    """Runs of what may be skipped or split at, before the start of a formula; linear in the length of the text."""
    signs = _SKIPPED + _SPLITS[delimiter]
    return re.compile(f"(?<![{signs}])[{signs}]++(?=[{_STARTS}])")


def write(form: Form, table: Table, out: BinaryIO) -> None:
    """Write a table.

    Args:
        form: How.
        table: What.
        out: A file that is open for writing.
    """
    if form is Form.JSON:
        _json(table, out)
    elif form is Form.EXCEL:
        _excel(table, out)
    else:
        _csv(table, out, ";" if form is Form.SEMICOLON else ",")


def _csv(table: Table, out: BinaryIO, delimiter: str) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerow(table.columns)
    writer.writerows([_csv_cell(value, delimiter) for value in row] for row in table.rows)
    text.flush()
    text.detach()


def _csv_cell(value: Value, delimiter: str) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return neutral(value, delimiter)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    written = str(value)
    return written.replace(".", ",") if delimiter == ";" else written


def _json(table: Table, out: BinaryIO) -> None:
    def put(text: str) -> None:
        out.write(text.encode("utf-8"))

    about = {key: _json_value(value) for key, value in table.about.items()}
    columns = {name: tidy(meaning) for name, meaning in table.columns.items()}
    head = {"table": table.name, "about": about, "columns": columns}
    put(json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "rows": [')
    for number, row in enumerate(table.rows):
        values = dict(zip(table.columns, map(_json_value, row), strict=True))
        put((",\n  " if number else "\n  ") + json.dumps(values, ensure_ascii=False))
    put("\n ]\n}\n")


def _json_value(value: Value) -> str | int | float | bool | None:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return tidy(value) if isinstance(value, str) else value


def _excel(table: Table, out: BinaryIO) -> None:
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "remove_timezone": True,
    }
    # Rows wait in files until the end; in a folder of their own they go, whatever happens.
    with tempfile.TemporaryDirectory() as folder:
        book = xlsxwriter.Workbook(out, {**options, "tmpdir": folder})
        try:
            moment = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
            head = book.add_format({"bold": True})
            _sheets(book, table, head, moment)
            _about_sheet(book, table, head, moment)
        finally:
            book.close()


def _sheets(book: xlsxwriter.Workbook, table: Table, head: Format, moment: Format) -> None:
    """The rows, in as many sheets as they need."""
    sheet, line = _sheet(book, table.name, list(table.columns), head), 0
    for number, row in enumerate(table.rows):
        if number and number % _SHEET_MOST == 0:
            name = f"{table.name} {number // _SHEET_MOST + 1}"
            sheet, line = _sheet(book, name, list(table.columns), head), 0
        line += 1
        _put(sheet, line, row, moment)


def _sheet(book: xlsxwriter.Workbook, name: str, columns: list[str], head: Format) -> Worksheet:
    sheet = book.add_worksheet(name[:31])
    for place, column in enumerate(columns):
        sheet.set_column(place, place, max(12, len(column) + 2))
        sheet.write_string(0, place, column, head)
    sheet.freeze_panes(1, 0)
    return sheet


def _about_sheet(book: xlsxwriter.Workbook, table: Table, head: Format, moment: Format) -> None:
    sheet = _sheet(book, "about", ["column", "meaning"], head)
    sheet.set_column(1, 1, 90)
    facts: list[tuple[Value, ...]] = [*table.columns.items(), *table.about.items()]
    for line, row in enumerate(facts, 1):
        _put(sheet, line, row, moment)


def _put(sheet: Worksheet, line: int, row: tuple[Value, ...], moment: Format) -> None:
    for place, value in enumerate(row):
        if isinstance(value, str):
            # Always as text: xlsxwriter's own `write` guesses.
            sheet.write_string(line, place, neutral(value)[:_CELL_MOST])
        elif isinstance(value, bool):
            sheet.write_boolean(line, place, value)
        elif isinstance(value, datetime):
            sheet.write_datetime(line, place, value.astimezone(UTC), moment)
        elif value is not None:
            sheet.write_number(line, place, value)
