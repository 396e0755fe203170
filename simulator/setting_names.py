"""Every setting there is, in the order in which operators meet them; the example file is checked by it."""

from __future__ import annotations

from typing import NamedTuple

PREFIX = "SIMULATOR_"
CONFIG = "SIMULATOR_CONFIG"
"""Names the file of settings; the only variable that cannot stand in that file."""
FOR_TESTS = "SIMULATOR_TEST_"
"""What begins with this is for the tests alone."""


class Known(NamedTuple):
    """A setting.

    Attributes:
        name: Its name in the file; in the environment it has capitals and `SIMULATOR_` in front.
        secret: Whether it opens something. It may then stand in a file of its own, named by `<name>_file`, and no
            message ever shows it.
        path: Whether it names a file or folder; in the file of settings it counts from that file's folder.
    """

    name: str
    secret: bool = False
    path: bool = False

    @property
    def variable(self) -> str:
        """Its name in the environment."""
        return PREFIX + self.name.upper()


KNOWN = (
    Known("database_url", secret=True),
    Known("database_pool"),
    Known("database_wait"),
    Known("database_statement"),
    Known("database_lock"),
    Known("scenarios", path=True),
    Known("sign_in"),
    Known("sign_in_days"),
    Known("cookie_secret", secret=True),
    Known("oidc_metadata_url"),
    Known("oidc_client_id"),
    Known("oidc_client_secret", secret=True),
    Known("oidc_redirect_uri"),
    Known("oidc_roles", path=True),
    Known("oidc_scope"),
    Known("address"),
    Known("port"),
    Known("public_url"),
    Known("proxies"),
    Known("graceful_seconds"),
    Known("ready_seconds"),
    Known("scoring_processes"),
    Known("metrics_address"),
    Known("metrics_port"),
    Known("log_format"),
    Known("log_level"),
    Known("lrs_user"),
    Known("lrs_password", secret=True),
    Known("xapi_home"),
)
