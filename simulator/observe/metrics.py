"""The metrics of this process, in OpenMetrics form, on a port of their own; labels have few values, none of people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import metadata

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    ProcessCollector,
    start_http_server,
)
from prometheus_client.core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from scoring import SCORER_VERSION, default_rubric

REGISTRY = CollectorRegistry()
_SCORING = (0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5)
_SAVING = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5, 10)
_RUNNING = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)

SUBMITS = Counter(
    "simulator_submits", "Replies that were sent, by how it ended", ["result"], registry=REGISTRY
)
SCORING = Histogram("simulator_scoring_seconds", "Time to score a reply", buckets=_SCORING, registry=REGISTRY)
SAVING = Histogram(
    "simulator_save_seconds", "Time of a write transaction that was kept", buckets=_SAVING, registry=REGISTRY
)
UNDONE = Counter("simulator_saves_undone", "Write transactions that were rolled back", registry=REGISTRY)
DRAFTS = Counter("simulator_drafts_saved", "Drafts that were kept", registry=REGISTRY)
RUNS = Histogram(
    "simulator_script_run_seconds", "Time to draw a page", ["result"], buckets=_RUNNING, registry=REGISTRY
)
WAITING = Histogram(
    "simulator_admission_wait_seconds",
    "Time that a page or a draft waited until it was admitted to computing",
    buckets=_SAVING,
    registry=REGISTRY,
)
ERRORS = Counter("simulator_errors", "Errors, by where they stopped something", ["kind"], registry=REGISTRY)


class _State(Collector):
    """What is asked only when somebody looks: the build, open windows, the database's version and its connections."""

    def __init__(self) -> None:
        self.windows = 0
        self.connections: Callable[[], Mapping[str, int]] = dict
        self.migration: Callable[[], str] = str

    def collect(self) -> Iterator[Metric]:
        """The figures of now; what cannot be had is left out."""
        yield InfoMetricFamily("simulator_build", "What runs here", value=build())
        yield GaugeMetricFamily(
            "simulator_active_sessions", "Windows that are connected now", value=self.windows
        )
        pool = GaugeMetricFamily(
            "simulator_database_connections", "Connections to the database, by state", labels=["state"]
        )
        for state, number in self.connections().items():
            pool.add_metric([state], number)
        yield pool
        try:
            version = self.migration()
        except Exception:  # A database that does not answer must not hide the other figures.
            version = ""
        if version:
            about = "Version of the database's tables"
            yield InfoMetricFamily("simulator_database", about, value={"migration": version})

    def describe(self) -> Iterator[Metric]:
        """Nothing beforehand: asking the database while this module loads would be too early."""
        yield from ()


STATE = _State()
REGISTRY.register(STATE)
ProcessCollector(registry=REGISTRY)


def version() -> str:
    """Version of this program."""
    try:
        return metadata.version("webcare-simulator")
    except metadata.PackageNotFoundError:
        return "0.0"


def build() -> dict[str, str]:
    """Versions of the program, the rules and the scorer."""
    return {"version": version(), "rubric": default_rubric().version, "scorer": SCORER_VERSION}


_served: list[int] = []


def serve(port: int, address: str) -> None:
    """Offer the metrics over HTTP, in a thread of their own, for as long as this process lives; once is enough.

    Args:
        port: The port.
        address: The address of this machine that listens.

    Raises:
        OSError: When the port cannot be had.
    """
    if port not in _served:
        start_http_server(port, address, REGISTRY)
        _served.append(port)
