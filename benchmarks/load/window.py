"""A browser window that speaks Streamlit's own protocol: what a browser sends and understands, without drawing it."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import dataclass, field
from http import HTTPStatus

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

INTERNAL = "$$STREAMLIT_INTERNAL_KEY_"
SECONDS = 30.0
"""How long a run may take before it counts as an error."""


class WindowError(Exception):
    """The server closed, refused or did not answer, or a page failed."""


@dataclass
class Component:
    """A component on the page: its id, the data it was given, and the fragment it stands in."""

    id: str
    data: dict[str, object]
    fragment: str


@dataclass
class Window:
    """One window; open it, then do things in it one after the other.

    Attributes:
        server: Where to, as "127.0.0.1:8501".
        token: Secret of the sign-in, sent as the browser's cookie; "" for none.
        page: Name of the page, "" for the first.
        query: The address behind the question mark.
        components: By name.
        buttons: By label: its id, and the fragment it stands in.
        texts: What the last run showed.
        refused: HTTP status with which a draft's own address refused the last one; 0 when it never did.
    """

    server: str
    token: str = ""
    page: str = ""
    query: str = ""
    components: dict[str, Component] = field(default_factory=dict)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    received: int = 0
    refused: int = 0
    _state: dict[str, dict[str, object]] = field(default_factory=dict)
    _hash: str = ""
    _ended: asyncio.Event = field(default_factory=asyncio.Event)
    _failed: str = ""
    _socket: websockets.ClientConnection | None = None
    _reader: asyncio.Task[None] | None = None
    _http: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
    _drafts: int = 0

    async def open(self) -> None:
        """Connect and wait for the first page.

        Raises:
            WindowError: When that does not succeed.
        """
        cookie = {"Cookie": f"webcare_sign_in={self.token}"} if self.token else {}
        try:
            self._socket = await websockets.connect(
                f"ws://{self.server}/_stcore/stream",
                subprotocols=[websockets.Subprotocol("streamlit")],
                additional_headers={"Origin": f"http://{self.server}", **cookie},
                max_size=None,
                compression=None,
                open_timeout=SECONDS,
                ping_interval=None,
                proxy=None,
            )
        except (OSError, TimeoutError, websockets.WebSocketException) as error:
            raise WindowError(f"cannot connect: {type(error).__name__}") from None
        self._reader = asyncio.create_task(self._read())
        await self._run(self._message(page=self.page))

    async def close(self) -> None:
        """Close it, as closing the tab does."""
        if self._reader:
            self._reader.cancel()
        if self._socket:
            await self._socket.close()
        if self._http:
            self._http[1].close()

    async def go(self, page: str, query: str) -> None:
        """Follow a link to another page in this window."""
        self.page, self.query, self._hash = page, query, ""
        await self._run(self._message(page=page))

    async def press(self, label: str) -> None:
        """Press a button."""
        button, fragment = self.buttons[label]
        message = self._message(fragment=fragment)
        widget = message.rerun_script.widget_states.widgets.add()
        widget.id, widget.trigger_value = button, True
        await self._run(message)

    async def set_state(self, name: str, **values: object) -> None:
        """Set state of a component, as its script does; waits for the run of the fragment."""
        component = self.components[name]
        self._state[component.id] = {"json_value": json.dumps(values)}
        await self._run(self._message(fragment=component.fragment))

    async def draft(self, name: str, draft: dict[str, object]) -> int:
        """Send a draft as the reply form does: to its own address, or else by Streamlit.

        Returns:
            The number under which the server has a draft of this turn now.

        Raises:
            WindowError: When the connection broke.
        """
        address = self.components[name].data.get("draft_to")
        if address:
            status, body = await self._post(str(address), json.dumps(draft).encode())
            if status == HTTPStatus.OK:
                return int(json.loads(body)["saved_seq"])
            self.refused = status
        self._drafts += 1
        await self.set_state(name, draft={**draft, "send": str(self._drafts)})
        return int(str(self.components[name].data.get("saved_seq")))

    async def _post(self, path: str, body: bytes) -> tuple[int, bytes]:
        """Send a request on this window's own connection, and give the answer's status and content.

        By hand, because a client library took 2 ms for each draft from the cores that the server shares with this.
        """
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {self.server}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nCookie: webcare_sign_in={self.token}\r\n\r\n"
        )
        try:
            async with asyncio.timeout(SECONDS):
                if self._http is None:
                    self._http = await asyncio.open_connection(*self.server.split(":"))
                reader, writer = self._http
                writer.write(head.encode() + body)
                answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                length = re.search(r"(?i)\ncontent-length: *(\d+)", answer)
                content = await reader.readexactly(int(length[1]) if length else 0)
        except (OSError, EOFError, TimeoutError) as error:
            self._http = None
            raise WindowError(f"draft not sent: {type(error).__name__}") from None
        return int(answer.split(" ", 2)[1]), content

    async def trigger(self, name: str, event: str, value: object) -> None:
        """Fire a trigger of a component; waits until the page stands still."""
        component = self.components[name]
        message = self._message(fragment=component.fragment)
        widget = message.rerun_script.widget_states.widgets.add()
        widget.id = f"{INTERNAL}{component.id}__events"
        widget.json_trigger_value = json.dumps([{"event": event, "value": value}])
        await self._run(message)

    def _message(self, *, page: str = "", fragment: str = "") -> BackMsg:
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash, run.page_name = self.query, self._hash, page
        run.fragment_id = fragment
        run.context_info.timezone, run.context_info.locale = "Europe/Amsterdam", "nl-NL"
        for widget_id, values in self._state.items():
            widget = run.widget_states.widgets.add()
            widget.id = widget_id
            for name, value in values.items():
                setattr(widget, name, value)
        return message

    async def _run(self, message: BackMsg) -> None:
        assert self._socket is not None
        self._ended.clear()
        self.texts.clear()
        if not message.rerun_script.fragment_id:
            self.buttons.clear()
        try:
            await self._socket.send(message.SerializeToString())
            await asyncio.wait_for(self._ended.wait(), SECONDS)
        except TimeoutError:
            raise WindowError("no answer in time") from None
        except websockets.ConnectionClosed:
            raise WindowError("connection closed") from None
        if self._failed:
            failed, self._failed = self._failed, ""
            raise WindowError(failed)

    async def _read(self) -> None:
        assert self._socket is not None
        try:
            async for data in self._socket:
                self.received += len(data)
                told = ForwardMsg()
                told.ParseFromString(data if isinstance(data, bytes) else data.encode())
                self._take(told)
        except websockets.ConnectionClosed:
            pass
        # Whoever waits now waits for nothing.
        self._failed = "connection closed"
        self._ended.set()

    def _take(self, told: ForwardMsg) -> None:
        kind = told.WhichOneof("type")
        if kind == "new_session":
            self._hash = told.new_session.page_script_hash
        elif kind == "navigation":
            self._hash = told.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = told.page_info_changed.query_string
        elif kind == "delta" and told.delta.WhichOneof("type") == "new_element":
            self._element(told)
        elif kind == "script_finished":
            if told.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                self._failed = "compile error"
            if told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                self._ended.set()

    def _element(self, told: ForwardMsg) -> None:
        element = told.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "button":
            self.buttons[element.button.label] = (element.button.id, told.delta.fragment_id)
        elif kind == "exception":
            self._failed = f"exception: {element.exception.message[:200]}"
        elif kind == "bidi_component":
            found = element.bidi_component
            raw = found.json or found.mixed.json
            data = json.loads(raw) if raw else {}
            # Some get it in a list (`boxed` in simulator/ui/components/assets.py).
            plain = data[0] if isinstance(data, list) else data
            self.components[found.component_name] = Component(found.id, plain, told.delta.fragment_id)
        elif kind in ("markdown", "html", "text"):
            body = element.html.body if kind == "html" else getattr(element, kind).body
            self.texts.append(body)
