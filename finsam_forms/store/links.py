"""Read-only links to a draft: a random token each, gone when it is revoked."""

from __future__ import annotations

import secrets
from typing import NamedTuple

from ..core.edit import Person
from .cells import moment, text
from .database import Part
from .errors import NotFound


class Link(NamedTuple):
    """A key to look at one draft."""

    token: str
    created: str
    by: Person


class Links(Part):
    """Making, listing and revoking links."""

    def create(self, draft_id: int, who: Person) -> str:
        """Gives the token. Raises NotFound."""
        token = secrets.token_urlsafe(24)
        with self.database.writing() as connection:
            if connection.execute("SELECT 1 FROM draft WHERE id = ?", (draft_id,)).fetchone() is None:
                raise NotFound
            connection.execute(
                "INSERT INTO link (token, draft_id, created, name, organisation) VALUES (?, ?, ?, ?, ?)",
                (token, draft_id, self.database.now(), who.name, who.organisation),
            )
        return token

    def of_draft(self, draft_id: int) -> list[Link]:
        """A draft's links, the newest first."""
        with self.database.guard():
            rows = self.database.connection().execute(
                "SELECT token, created, name, organisation FROM link WHERE draft_id = ? ORDER BY created DESC",
                (draft_id,),
            )
            return [
                Link(token, moment(created), Person(text(name), text(organisation)))
                for token, created, name, organisation in rows
            ]

    def draft_of(self, token: str) -> int | None:
        """The draft that a link shows; None when it was never made, was revoked, or the draft lies in the bin."""
        with self.database.guard():
            row = (
                self.database.connection()
                .execute(
                    "SELECT draft_id FROM link JOIN draft ON draft.id = draft_id WHERE token = ? AND binned IS NULL",
                    (token,),
                )
                .fetchone()
            )
        return int(row[0]) if row else None

    def revoke(self, draft_id: int, token: str) -> None:
        with self.database.writing() as connection:
            connection.execute("DELETE FROM link WHERE token = ? AND draft_id = ?", (token, draft_id))
