"""Which pages there are, at which address, and who sees them in the menu; the services refuse the rest."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.accounts import Permission


@dataclass(frozen=True, slots=True)
class Page:
    """A page.

    Attributes:
        file: Name of its file in simulator/ui/pages, without ending; also its address, unless it is the first page.
        group: Key of the menu that it stands in (`nav-group-*`), "" for the bar itself.
        permission: What somebody needs to see it in the menu; None for everybody who is signed in.
        hidden: It is reached by links only.
        public: It is also for people who are not signed in.
    """

    file: str
    group: str = ""
    permission: Permission | None = None
    hidden: bool = False
    public: bool = False

    @property
    def title_key(self) -> str:
        """Key of its title in the catalogue."""
        return f"nav-{self.file.replace('_', '-')}"


PAGES = (
    Page("inbox"),
    Page("progress"),
    Page("practise", hidden=True),
    Page("compare", hidden=True),
    Page("review_queue", "team", Permission.REVIEW),
    Page("review_reply", "team", Permission.REVIEW, hidden=True),
    Page("disputes", "team", Permission.DECIDE_DISPUTES),
    Page("assignments", "team", Permission.ASSIGN),
    Page("team", "team", Permission.SEE_TEAM),
    Page("calibration", "team", Permission.CALIBRATE),
    Page("paths", "team", Permission.MAKE_PATHS),
    Page("exports", "team", Permission.EXPORT),
    Page("collection", "scenarios", Permission.SEE_COLLECTION),
    Page("authoring", "scenarios", Permission.WRITE_SCENARIOS),
    Page("write", "scenarios", Permission.WRITE_SCENARIOS, hidden=True),
    Page("proposals", "scenarios", Permission.DECIDE_PROPOSALS),
    Page("people", "manage", Permission.MANAGE_PEOPLE),
    Page("employer", "manage", Permission.CHANGE_EMPLOYER),
    Page("rescoring", "manage", Permission.RESCORE),
    Page("persons_data", "manage", Permission.EXPORT_PERSON),
    Page("audit", "manage", Permission.SEE_AUDIT),
    Page("installation", "manage", Permission.SEE_INSTALLATION),
    Page("settings", "you"),
    Page("my_data", "you", Permission.SEE_OWN_DATA),
    Page("certificates", "you"),
    Page("welcome", hidden=True, public=True),
    Page("verify", hidden=True, public=True),
)
