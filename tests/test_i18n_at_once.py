"""The first pages of a server run side by side: each of them finds all texts."""

from __future__ import annotations

import subprocess
import sys

import pytest

_MANY_AT_ONCE = """
import sys, threading
sys.setswitchinterval(1e-6)
from simulator import i18n
keys = [key for key in i18n._homes("nl") if "{" not in i18n._files("nl")[i18n._homes("nl")[key]]][:40]
gate, failed = threading.Barrier(12), []
def look():
    gate.wait()
    for key in keys or ["to-inbox"]:
        try:
            i18n.t(key, "nl")
        except i18n.MissingTextError:
            pass
        except KeyError as error:
            failed.append(str(error))
threads = [threading.Thread(target=look) for _ in range(12)]
[t.start() for t in threads]; [t.join() for t in threads]
look_again = [key for key in keys if i18n.has(key, "nl") and not i18n._bundle("nl").has_message(key)]
sys.exit(f"{failed[:3]} {look_again[:3]}" if failed or look_again else 0)
"""


@pytest.mark.parametrize("time", range(3))
def test_texts_are_there_for_threads_that_ask_at_the_same_moment(time):
    done = subprocess.run([sys.executable, "-c", _MANY_AT_ONCE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-500:]
