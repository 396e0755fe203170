"""Ports on this machine that a server of a test can have."""

from __future__ import annotations

import socket


def free_port() -> int:
    """Give a port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
