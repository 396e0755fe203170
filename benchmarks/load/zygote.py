"""Starts the real server again and again in a moment: all is imported and all models are loaded before it forks.

Run by the kill drill: it prints "ready"; for each line that it reads it forks a process that serves on the port of that
line, and prints that process's id. A server that is killed costs half a second then, not ten.
"""

from __future__ import annotations

import os
import signal
import sys

from simulator.settings import from_environment
from simulator.ui import server
from simulator.warm_up import warm_up


def main() -> None:
    """Fork until the input ends."""
    # A process for scoring would load its models anew after each kill.
    os.environ["SIMULATOR_SCORING_PROCESSES"] = "0"
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # Nobody waits for those that are killed.
    warm_up()
    print("ready", flush=True)
    for line in sys.stdin:
        port = line.strip()
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            os.dup2(2, 1)  # What it prints is no answer to the drill.
            os.environ["SIMULATOR_PORT"] = port
            server.run(from_environment())
            os._exit(0)
        print(pid, flush=True)


if __name__ == "__main__":
    main()
