"""A real OpenID provider in a process of its own: `python -m tests.browser.app.provider_process PORT SECONDS`.

It is oidc-provider-mock as it comes, but for one line of its pages: they ask a public server for a style sheet, and in
these tests no request may leave the machine.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from datetime import timedelta

import flask
import oidc_provider_mock
from werkzeug.serving import make_server

_OUTSIDE = re.compile(rb'<link\s+rel="stylesheet"\s+href="https://[^"]*"\s*/>')


def main(port: int, seconds: int, claims: list[dict[str, object]]) -> None:
    """Serve until killed.

    Args:
        port: Where, on this machine.
        seconds: How long its tokens last.
        claims: Claims of the people it knows, each with a `sub`.
    """
    users = [oidc_provider_mock.User(sub=str(c["sub"]), claims=c) for c in claims]
    app = oidc_provider_mock.app(access_token_max_age=timedelta(seconds=seconds), user_claims=users)

    @app.after_request
    def keep_inside(response: flask.Response) -> flask.Response:
        if response.mimetype == "text/html":
            response.set_data(_OUTSIDE.sub(b"", response.get_data()))
        return response

    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    make_server("127.0.0.1", port, app, threaded=True).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), [json.loads(c) for c in sys.argv[3:]])
