"""Direction: what a person brings cannot turn round the sentence that it stands in."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from simulator.direction import bounded


@pytest.mark.parametrize("text", ["Noor", "Zoë 😀", "", "日本", "Ильич"])
def test_text_from_left_to_right_stays_as_it_is(text):
    assert bounded(text) == text


def test_signs_that_steer_direction_go():
    assert bounded("\u202eNoor\u2069") == "Noor"


@pytest.mark.parametrize("text", ["נועה", "a نور", "٣"])
def test_text_from_right_to_left_is_kept_apart(text):
    assert bounded(text) == f"\u2068{text}\u2069"


def test_every_sign_that_unicode_writes_from_right_to_left_is_known():
    for number in range(sys.maxunicode + 1):
        sign = chr(number)
        if unicodedata.bidirectional(sign) in ("R", "AL", "AN") and bounded(sign):
            assert bounded(sign) == f"\u2068{sign}\u2069", hex(number)
