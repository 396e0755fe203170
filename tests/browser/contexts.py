"""Browser contexts that are emptied and taken again.

A fresh context reads and compiles all of Streamlit's scripts anew: four seconds of work for each page of each person.
An emptied one holds nothing of the test before it but that cache.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.browser import csp

LOCAL = {"localhost", "127.0.0.1", ""}
_KEPT_BY_A_SITE = "local_storage,indexeddb,service_workers,cache_storage,file_systems,websql"


@dataclass
class _Kept:
    context: BrowserContext
    options: str
    asked: list[str] = field(default_factory=list)
    """Addresses that were asked for since it was taken."""
    keeper: Page | None = None
    """An empty page that keeps the process of our site alive, and with it what it has compiled."""

    def origins(self) -> set[str]:
        parts = [urlsplit(url) for url in self.asked]
        return {f"{p.scheme}://{p.netloc}" for p in parts if p.scheme == "http"}

    def empty(self) -> None:
        """Close every page and forget all that a site can keep, but for the cache.

        Raises:
            Error: When the browser refuses; then it must not be used again.
        """
        origins = self.origins()
        for page in self.context.pages:
            if page is not self.keeper:
                page.close()
        self.context.clear_cookies()
        self.context.clear_permissions()
        if self.keeper is None:
            self.keeper = self._keeper(origins)
        if self.keeper is not None:
            session = self.context.new_cdp_session(self.keeper)
            for origin in origins:
                types = {"origin": origin, "storageTypes": _KEPT_BY_A_SITE}
                session.send("Storage.clearDataForOrigin", types)
            session.detach()

    def _keeper(self, origins: set[str]) -> Page | None:
        page = self.context.new_page()
        for origin in sorted(origins):
            try:
                page.goto(f"{origin}/_stcore/health")
            except Error:
                continue
            else:
                return page
        raise Error("no server answers any more")


class Contexts:
    """The contexts of one browser."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._idle: list[_Kept] = []
        self._taken: list[_Kept] = []

    def take(self, **options: object) -> BrowserContext:
        """A context that nobody uses now, with the same options as when it was made."""
        wanted = repr(sorted(options.items()))
        found = next((kept for kept in self._idle if kept.options == wanted), None)
        if found is None:
            return self.watch(self._browser.new_context(**options), wanted)
        self._idle.remove(found)
        found.asked.clear()
        self._taken.append(found)
        return found.context

    def watch(self, context: BrowserContext, options: str = "") -> BrowserContext:
        """Note what a new context asks for."""
        kept = _Kept(context, options)
        context.on("request", lambda request: kept.asked.append(request.url))
        csp.watch(context)
        self._taken.append(kept)
        return context

    def asked(self) -> list[str]:
        """Every address that the contexts in use have asked for."""
        return [url for kept in self._taken for url in kept.asked]

    def give_back(self) -> None:
        """Empty what was taken; what cannot be emptied is closed."""
        for kept in self._taken:
            try:
                kept.empty()
            except Error:
                kept.context.close()
            else:
                self._idle.append(kept)
        self.let_go()

    def let_go(self) -> None:
        """Have nothing more to do with what was taken."""
        self._taken.clear()


def outside(urls: list[str]) -> list[str]:
    """Those of the addresses that are not on this machine."""
    return [
        url
        for url in urls
        if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname not in LOCAL
    ]
