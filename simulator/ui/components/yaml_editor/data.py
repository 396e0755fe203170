"""What the app tells the YAML editor."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict

Severity = Literal["error", "warning", "info"]


class Diagnosis(TypedDict):
    """One fault; lines and columns count from 1, columns in code points; an end before its begin means a point."""

    line: int
    column: int
    end_line: int
    end_column: int
    severity: Severity
    code: str
    message: str
    mend: str


class Jump(TypedDict):
    """Where to put the cursor, once for each id."""

    id: str
    line: int
    column: int


class Replacement(TypedDict):
    """A whole new text, put in once for each id as one step that can be undone."""

    id: str
    text: str


class YamlEditorData(TypedDict):
    """What the editor shows.

    ``slot`` names the document; ``seq`` numbers the server's copy in ``text``, ``saved_seq`` is the last number it
    stored, ``checked_seq`` the number of the text that ``diagnostics`` are about. What the server changes of its
    own accord belongs in ``replace``; a copy with a higher ``seq`` is shown too, but never over unsaved typing.
    Labels, with what is filled in: editor, loading, list, none, checking, more {n}, line {n}, error, warning, info,
    error_one, error_other, warning_one, warning_other, info_one, info_other (each {n}), mend, saving, saved {time},
    saved_before, saved_here, read_only, offline, too_long {n}, keys, keys_mac, special {code}, find, find_next,
    find_previous, match_case, by_word, replace, replace_one, replace_all, close, current_match, on_line,
    replaced_line {n}, replaced_matches {n}, selection_deleted, locale.
    """

    slot: str
    text: str
    seq: int
    saved_seq: int
    diagnostics: Sequence[Diagnosis]
    checked_seq: int
    read_only: bool
    goto: Jump | None
    replace: Replacement | None
    labels: dict[str, str]
    lang: str
    dark: NotRequired[bool]
