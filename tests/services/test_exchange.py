"""Texts in and out: what an upload would do is told first, nothing is overwritten in silence, no zip does harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from simulator import accounts, authoring, exchange
from simulator.accounts import NotAllowedError, Role
from simulator.casebook.tree import read_folder
from tests.conftest import COLLECTION

PATH = "netwijs/korte-klok.yaml"


@pytest.fixture
def folder():
    return read_folder(COLLECTION)


@pytest.fixture
def tess(store, now):
    return accounts.sign_in(store, "Tess", Role.TRAINER, "nl", now, 14)[0]


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_zip_goes_out_and_comes_in_unchanged(store, tess, folder, now):
    data = exchange.zip_of(store, tess, folder, "netwijs")
    incoming = exchange.look_at(store, tess, folder, "netwijs.zip", data, "netwijs")
    assert {i.path for i in incoming} == set(folder.files)
    assert not any(i.differs for i in incoming)
    assert exchange.take(store, tess, incoming, now) == []


def test_the_same_texts_make_the_same_zip(store, tess, folder):
    assert exchange.zip_of(store, tess, folder, "netwijs") == exchange.zip_of(store, tess, folder, "netwijs")


def test_a_zip_has_the_draft_that_was_saved_last(store, tess, folder, now):
    authoring.save(store, tess, PATH, "concept", 0, now)
    with zipfile.ZipFile(io.BytesIO(exchange.zip_of(store, tess, folder, "netwijs"))) as archive:
        assert archive.read(PATH) == b"concept"


def test_a_file_over_another_text_is_told_before_it_is_taken(store, tess, folder, now):
    (incoming,) = exchange.look_at(store, tess, folder, "korte-klok.yaml", b"anders", "netwijs")
    assert incoming.differs
    assert authoring.saved_text(store, tess, folder, PATH)[0] != "anders"
    exchange.take(store, tess, [incoming], now)
    assert authoring.saved_text(store, tess, folder, PATH) == ("anders", 1)


def test_a_save_between_looking_and_taking_is_not_overwritten(store, tess, folder, now):
    incoming = exchange.look_at(store, tess, folder, "korte-klok.yaml", b"anders", "netwijs")
    authoring.save(store, tess, PATH, "intussen", 0, now)
    with pytest.raises(authoring.StaleError):
        exchange.take(store, tess, incoming, now)
    assert authoring.saved_text(store, tess, folder, PATH)[0] == "intussen"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("x.zip", b"no zip", "zip"),
        ("x.zip", zipped({}), "count"),
        ("x.zip", zipped({f"netwijs/s{n}.yaml": b"x" for n in range(201)}), "count"),
        ("x.zip", zipped({"../../evil.yaml": b"x"}), "path"),
        ("x.zip", zipped({"/etc/passwd": b"x"}), "path"),
        ("x.zip", zipped({"netwijs/groot.yaml": b"x" * 1_000_001}), "size"),
        ("x.zip", zipped({"netwijs/a.yaml": b"\xff"}), "encoding"),
        ("Rare Naam.yaml", b"x", "path"),
        ("a.yaml", b"\xff\xfe", "encoding"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_reason(store, tess, folder, name, data, reason):
    with pytest.raises(exchange.BadUploadError) as refused:
        exchange.look_at(store, tess, folder, name, data, "netwijs")
    assert refused.value.reason == reason


def test_a_damaged_zip_is_refused(store, tess, folder):
    data = bytearray(exchange.zip_of(store, tess, folder, "netwijs"))
    for place in range(60, 400):
        data[place] ^= 0x55
    with pytest.raises(exchange.BadUploadError):
        exchange.look_at(store, tess, folder, "x.zip", bytes(data), "netwijs")


def test_a_zip_that_grows_beyond_all_bounds_is_refused(store, tess, folder):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(30):
            archive.writestr(f"netwijs/s{number}.yaml", b"x" * 999_999)
    with pytest.raises(exchange.BadUploadError) as refused:
        exchange.look_at(store, tess, folder, "bomb.zip", out.getvalue(), "netwijs")
    assert refused.value.reason == "size"


def test_a_trainee_can_neither_upload_nor_export(store, sanne, folder):
    with pytest.raises(NotAllowedError):
        exchange.look_at(store, sanne, folder, "a.yaml", b"x", "netwijs")
    with pytest.raises(NotAllowedError):
        exchange.zip_of(store, sanne, folder, "netwijs")
