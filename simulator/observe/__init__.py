"""What whoever runs the simulator can see of it: a log of events, metrics, and the figures of the last day.

None of it holds what people wrote or who they are: `keys.py` names all that may be in a line, `metrics.py` every label.
"""

from __future__ import annotations

from simulator import admission
from simulator.observe import logs, metrics
from simulator.observe.events import Event, emit
from simulator.settings import ServerSettings

__all__ = ["Event", "emit", "start"]


def start(settings: ServerSettings) -> None:
    """Have this process log as the settings say and, when they ask for it, offer its metrics on a port of their own.

    Args:
        settings: How logs look, what is logged, and where metrics are offered.

    Raises:
        OSError: When the port of the metrics cannot be had.
    """
    admission.tell(metrics.WAITING.observe)
    logs.configure(settings.log_format, settings.log_level)
    if settings.metrics_port is not None:
        metrics.serve(settings.metrics_port, settings.metrics_address)
        emit(Event.METRICS_SERVED, port=settings.metrics_port)
    emit(Event.STARTED, version=metrics.version())
