"""Writing in the app: nothing typed is lost, nothing is overwritten in silence, only trainers may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from simulator import accounts, authoring
from simulator.accounts import NotAllowedError, Role
from simulator.casebook.tree import Tree, read_folder
from tests.conftest import COLLECTION

PATH = "netwijs/korte-klok.yaml"


@pytest.fixture
def folder() -> Tree:
    return read_folder(COLLECTION)


@pytest.fixture
def tess(store, now):
    return accounts.sign_in(store, "Tess", Role.TRAINER, "nl", now, 14)[0]


@pytest.fixture
def bram(store, now):
    return accounts.sign_in(store, "Bram", Role.TRAINER, "nl", now, 14)[0]


def opened(store, user, folder, now):
    return authoring.open_text(store, user, folder, PATH, now)


def type_(store, user, folder, now, text):
    seq = opened(store, user, folder, now).seq + 1
    authoring.keep_copy(store, user, PATH, seq, text, now)


def test_a_text_of_the_folder_opens_as_it_stands(store, tess, folder, now):
    there = opened(store, tess, folder, now)
    assert there.text == folder.files[PATH].decode()
    assert (there.base, there.unsaved) == (0, False)


def test_what_is_typed_is_there_after_opening_again(store, tess, folder, now):
    type_(store, tess, folder, now, "half een zin")
    assert opened(store, tess, folder, now).text == "half een zin"


def test_an_older_version_of_a_copy_changes_nothing(store, tess, folder, now):
    opened(store, tess, folder, now)
    authoring.keep_copy(store, tess, PATH, 9, "nieuw", now)
    authoring.keep_copy(store, tess, PATH, 8, "oud", now)
    assert opened(store, tess, folder, now).text == "nieuw"


def test_a_colleague_sees_what_was_saved_and_not_what_was_typed(store, tess, bram, folder, now):
    type_(store, tess, folder, now, "getypt")
    assert opened(store, bram, folder, now).text != "getypt"
    authoring.save(store, tess, PATH, "bewaard", 0, now)
    assert opened(store, bram, folder, now).text == "bewaard"


def test_saving_from_an_old_revision_is_refused_with_both_texts(store, tess, bram, folder, now):
    authoring.save(store, tess, PATH, "van Tess", 0, now)
    with pytest.raises(authoring.StaleError) as refused:
        authoring.save(store, bram, PATH, "van Bram", 0, now)
    error = refused.value
    assert (error.mine, error.theirs, error.who, error.revision) == ("van Bram", "van Tess", "Tess", 1)


def test_a_changed_copy_keeps_its_base_when_a_colleague_saves(store, tess, bram, folder, now):
    type_(store, bram, folder, now, "van Bram")
    authoring.save(store, tess, PATH, "van Tess", 0, now)
    there = opened(store, bram, folder, now)
    assert (there.text, there.base, there.newest, there.behind) == ("van Bram", 0, 1, True)
    assert there.newest_by == "Tess"


def test_an_unchanged_copy_follows_what_a_colleague_saved(store, tess, bram, folder, now):
    before = opened(store, bram, folder, now)
    authoring.save(store, tess, PATH, "van Tess", 0, now)
    there = opened(store, bram, folder, now)
    assert (there.text, there.base) == ("van Tess", 1)
    assert there.seq > before.seq


def test_saving_the_same_text_again_makes_no_revision(store, tess, now):
    assert authoring.save(store, tess, PATH, "een", 0, now) == 1
    assert authoring.save(store, tess, PATH, "een", 1, now) == 1


def test_after_saving_the_copy_starts_from_what_was_saved(store, tess, folder, now):
    type_(store, tess, folder, now, "mijn tekst")
    authoring.save(store, tess, PATH, "mijn tekst", 0, now)
    there = opened(store, tess, folder, now)
    assert (there.text, there.base, there.unsaved) == ("mijn tekst", 1, False)


def test_starting_over_puts_back_what_was_saved(store, tess, folder, now):
    type_(store, tess, folder, now, "weg ermee")
    there = authoring.start_over(store, tess, folder, PATH, now)
    assert there.text == folder.files[PATH].decode()


def test_nothing_can_be_created_over_what_is_there(store, tess, folder, now):
    with pytest.raises(authoring.ExistsError):
        authoring.create(store, tess, folder, PATH, "x", now)


@pytest.mark.parametrize(
    "path",
    ["../x.yaml", "/etc/passwd", "netwijs/../a.yaml", "netwijs/A.yaml", "netwijs/x.txt", "x.yaml", "netwijs/a.md",
     "netwijs/knowledge/a.yaml", "netwijs/sub/a.yaml", "", "netwijs/a b.yaml", "netwijs/a.yaml\n"],
)  # fmt: skip
def test_a_path_that_leads_elsewhere_is_refused(store, tess, folder, now, path):
    with pytest.raises(authoring.BadPathError):
        authoring.create(store, tess, folder, path, "x", now)


def test_a_text_of_more_than_a_megabyte_is_refused(store, tess, folder, now):
    with pytest.raises(authoring.TooBigError):
        authoring.save(store, tess, PATH, "x" * 1_000_001, 0, now)


def test_a_text_that_is_nowhere_cannot_be_opened(store, tess, folder, now):
    with pytest.raises(authoring.UnknownTextError):
        authoring.open_text(store, tess, folder, "netwijs/nergens.yaml", now)


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.LEAD])
@pytest.mark.parametrize(
    "act",
    [
        lambda s, u, f, n: authoring.entries(s, u, f),
        lambda s, u, f, n: authoring.open_text(s, u, f, PATH, n),
        lambda s, u, f, n: authoring.saved_text(s, u, f, PATH),
        lambda s, u, f, n: authoring.keep_copy(s, u, PATH, 1, "x", n),
        lambda s, u, f, n: authoring.start_over(s, u, f, PATH, n),
        lambda s, u, f, n: authoring.save(s, u, PATH, "x", 0, n),
        lambda s, u, f, n: authoring.create(s, u, f, "netwijs/nieuw.yaml", "x", n),
    ],
)
def test_only_trainers_write(store, sanne, folder, now, role, act):
    other, _ = accounts.sign_in(store, sanne.name, role, "nl", now, 14)
    with pytest.raises(NotAllowedError):
        act(store, other, folder, now)


def test_the_list_tells_status_draft_and_typing(store, tess, bram, folder, now):
    authoring.save(store, tess, PATH, "concept", 0, now)
    type_(store, bram, folder, now + timedelta(minutes=1), "getypt")
    (entry,) = [e for e in authoring.entries(store, bram, folder) if e.path == PATH]
    assert (entry.live, entry.version, entry.draft, entry.typing, entry.saved_by) == (
        "published", 1, True, True, "Tess",
    )  # fmt: skip
    (others,) = [e for e in authoring.entries(store, tess, folder) if e.path == PATH]
    assert not others.typing


def test_the_list_names_articles_and_the_protocol(store, tess, folder):
    kinds = {authoring.kind_of(e.path) for e in authoring.entries(store, tess, folder)}
    assert kinds == {"scenario", "protocol", "article"}
