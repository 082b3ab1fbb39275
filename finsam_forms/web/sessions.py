"""The signed cookie, whatever the computer's clock has been set to."""

from __future__ import annotations

from flask import Flask, Request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface
from itsdangerous import BadSignature


class Sessions(SecureCookieSessionInterface):
    """Flask refuses a cookie that was signed «later than now», and with it everything that its browser saves, when the clock
    is set back. How long a cookie lasts is kept by the browser: what it carries is a name, and the meeting's code ends the rest.
    """

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        signer = self.get_signing_serializer(app)
        if signer is None:
            return None
        cookie = request.cookies.get(self.get_cookie_name(app))
        try:
            return self.session_class(signer.loads(cookie)) if cookie else self.session_class()
        except BadSignature:
            return self.session_class()
