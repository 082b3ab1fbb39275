"""What listens at a door, on top of waitress: who gets a connection, how much they may send, and whose turn it is.

A guest is told from a stranger when the headers of a request have come, before any of its body is kept: by the meeting's
code in the cookie. A stranger's connection gives way to others', theirs are few, short and slow; a guest's are not.
"""

from __future__ import annotations

import errno
import json
import socket
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from copy import copy
from functools import partial
from typing import Any

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, ThreadedTaskDispatcher, WSGITask
from waitress.utilities import BadRequest, Error

from .limits import SPARE, Limits

Known = Callable[[str], bool]
"""Does a Cookie header carry the code of the meeting that is open?"""

STRANGERS_BODY = 64 * 1024
GUESTS_BODY = 4 * 1024 * 1024
"""Bytes of a request's body that are read at all. A guest may save half of it: what is somewhat too large gets the app's answer."""
HOST_BODY = 42 * 1024 * 1024
"""The host brings files too: again twice what is taken, so that the answer is the app's own."""
LONGEST_HEADERS = 64 * 1024
STRANGERS_PATIENCE = 10
"""Seconds for a stranger to send a whole request, however slowly it trickles in, and to be silent after the answer."""
STRANGERS_DOWNLOAD = 60
"""Seconds for a stranger to take an answer, however slowly: a font is the largest that there is."""
PATIENCE = 120
"""Seconds that a guest's connection is kept when nothing comes."""
REST = 2.0
"""Seconds that a guest's connection has been silent before it gives way to somebody else's."""
LOOK = 1.0
"""How often, in seconds, those that have been silent too long are ended."""
BREATH = 0.2
"""Seconds without listening when the computer has no more files to give: the connection waits, and the loop doesn't spin."""
OUT_OF_FILES = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM}
EARS = ("/handelser", "/handelser.json")
"""Requests that may last for hours: they have threads of their own."""
SENTENCES = {
    400: "Begäran gick inte att läsa. Öppna adressen i en webbläsare.",
    413: "Det är för mycket på en gång (högst 2 megabyte, och 64 kilobyte innan koden är skriven; en fil som läses in på "
    "värdens dator högst 20). Ingenting är sparat. "
    "Gå tillbaka i webbläsaren: där står det du skrev kvar.",
    431: "Webbläsaren skickade för mycket på en gång. Rensa kakorna för den här adressen och försök igen.",
    500: "Något gick fel i programmet. Det som var sparat finns kvar.",
    501: "Begäran gick inte att läsa. Öppna adressen i en webbläsare.",
    507: "Datorn har inte plats för det som skickades. Ingenting är sparat, men det står kvar i webbläsaren: gå tillbaka och försök igen.",
}


class NoRoom(Error):  # type: ignore[misc]
    """What is sent is too large for the memory, and there is no file to put it in."""

    code = 507
    reason = "Insufficient Storage"


class SwedishError(ErrorTask):  # type: ignore[misc]
    """The answer to what is no request, or is too large to be read: a sentence, as text or as the scripts want it."""

    def execute(self) -> None:
        status = f"{self.request.error.code} {self.request.error.reason}"
        sentence = SENTENCES.get(self.request.error.code, SENTENCES[400])
        wants_json = self.request.headers.get("ACCEPT", "").startswith("application/json")
        body = (json.dumps({"error": sentence}) if wants_json else sentence + "\n").encode()
        kind = "application/json" if wants_json else "text/plain; charset=utf-8"
        self.status = status
        self.response_headers += [("Content-Type", kind), ("X-Content-Type-Options", "nosniff")]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class Answer(WSGITask):  # type: ignore[misc]
    """The app's answer. A file is read at once: handed over to be sent it would stay open for as long as it takes to fetch."""

    def get_environment(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environment()
        environ.pop("wsgi.file_wrapper", None)
        return environ


class Request(HTTPRequestParser):  # type: ignore[misc]
    """A request that learns how large its body may be when its headers are known."""

    def __init__(self, adj: Adjustments, door: Door):
        super().__init__(adj)
        self.door, self.guest = door, False

    def received(self, data: bytes) -> int:
        """waitress lets through what Python says of an address or a number, and of a file that can't be written."""
        try:
            return int(super().received(data))
        except ValueError:
            return self.refuse(data, BadRequest("not a request"))
        except OSError:
            return self.refuse(data, NoRoom("no file"))

    def refuse(self, data: bytes, error: Error) -> int:
        """All that came is done with: the connection is ended after the answer."""
        self.error, self.completed, self.expect_continue = error, True, False
        return len(data)

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        self.guest = self.door.known(self.headers.get("COOKIE", ""))
        self.adj = self.door.guests_adj if self.guest else self.door.adj

    @property
    def is_ear(self) -> bool:
        return bool(getattr(self, "path", "").endswith(EARS))


class Connection(HTTPChannel):  # type: ignore[misc]
    """One connection. It is a guest's from the first request that carried the code."""

    task_class = Answer
    error_task_class = SwedishError

    def __init__(self, server: Door, sock: socket.socket, addr: tuple[str, int], adj: Adjustments, map: dict[int, Any]):
        self.parser_class = partial(Request, door=server)
        self.guest = server.own
        self.answered = self.moved = time.monotonic()
        """When it was last answered, or came; and when a byte last went either way."""
        super().__init__(server, sock, addr, adj, map=map)

    def received(self, data: bytes) -> bool:
        self.moved = time.monotonic()
        taken = bool(super().received(data))
        if not self.guest:
            asked = [*self.requests, self.request]
            self.guest = any(one is not None and one.guest for one in asked)
        return taken

    def _flush_some(self, do_close: bool = True) -> bool:
        sent = bool(super()._flush_some(do_close=do_close))
        if sent:
            self.moved = time.monotonic()
        return sent

    doomed = False
    """It is ended before the loop waits again."""

    def readable(self) -> bool:
        return bool(self.connected and super().readable())

    def writable(self) -> bool:
        return bool(self.connected and super().writable())

    def may_go(self, now: float) -> bool:
        """Nobody works on a request of it, nobody fetches the answer, and nothing has come that is still to be read."""
        idle = not self.requests and (not self.total_outbufs_len or self.silent_since < now - REST)
        return bool(idle) and not self.has_come()

    def has_come(self) -> bool:
        """Does something lie in the socket? Many may come in before the first of them has been read."""
        try:
            return bool(self.socket.recv(1, socket.MSG_PEEK))
        except OSError:
            return False

    def has_been_forgotten(self, now: float) -> bool:
        patience = PATIENCE if self.guest else STRANGERS_DOWNLOAD if self.total_outbufs_len else STRANGERS_PATIENCE
        return not self.requests and self.silent_since < now - patience

    @property
    def silent_since(self) -> float:
        """For a stranger, since it had an answer or came: what trickles in doesn't count."""
        return max(self.moved, self.answered) if self.guest else self.answered

    def service(self) -> None:
        super().service()
        self.answered = time.monotonic()


class Door(TcpWSGIServer):  # type: ignore[misc]
    """Listens on one socket. `known` tells guests from strangers; the host's `own` door has guests only."""

    channel_class = Connection

    def __init__(
        self,
        app: Callable[..., Any],
        sock: socket.socket,
        turns: Turns,
        limits: Limits,
        *,
        known: Known | None,
        name: str = "waitress.invalid",
        connections: dict[int, Any] | None = None,
    ):
        self.own, self.known, self.limits = known is None, known or (lambda cookie: True), limits
        self.deaf_until = self.next_look = 0.0
        """Seconds that only grow: a clock that is set back must not make a door deaf."""
        self._doomed: list[Connection] = []
        self._pulling, self._silent = threading.Lock(), False
        adj = Adjustments(
            sockets=[sock],
            server_name=name,
            channel_request_lookahead=1,  # a closed browser tab is noticed, and its thread set free
            connection_limit=limits.host if self.own else limits.network,
            max_request_header_size=LONGEST_HEADERS,
            max_request_body_size=STRANGERS_BODY + 1,
            inbuf_overflow=STRANGERS_BODY * 2,  # so that no stranger has a file of its own
            asyncore_loop_timeout=1,  # whole seconds: 0.5 would be 0 and never rest. Windows hears Ctrl+C only between two rounds
            asyncore_use_poll=True,  # select ends the program at the 1 024th file
            ident=None,
        )
        self.guests_adj = copy(adj)
        self.guests_adj.max_request_body_size = (HOST_BODY if self.own else GUESTS_BODY) + 1
        self.guests_adj.inbuf_overflow = Adjustments.inbuf_overflow
        info = (sock.family, sock.type, sock.proto, sock.getsockname())
        super().__init__(
            app,
            {} if connections is None else connections,
            True,
            sock,
            dispatcher=turns,
            adj=adj,
            bind_socket=False,
            sockinfo=info,
        )

    def connections(self) -> Iterator[Connection]:
        """All of this door, whichever of its sockets they came by."""
        return (one for one in list(self._map.values()) if isinstance(one, Connection) and not one.doomed)

    def end(self, connection: Connection) -> None:
        """Before the loop waits again. Not at once: a new connection would get its number, and what was meant for the old one."""
        connection.doomed = True
        self._doomed.append(connection)

    def readable(self) -> bool:
        while self._doomed:
            self._doomed.pop().handle_close()
        now = time.monotonic()
        if now >= self.next_look:
            self.next_look = now + LOOK
            self.end_forgotten(now)
        if len(self._map) >= self.adj.connection_limit:
            self.make_room()
        return bool(super().readable()) and now >= self.deaf_until

    def handle_accept(self) -> None:
        try:
            conn, (address, port, *_) = self.socket.accept()
        except OSError as error:
            if error.errno in OUT_OF_FILES:
                self.deaf_until = time.monotonic() + BREATH
                self.make_room()
            return
        try:
            self.set_socket_options(conn)
            connection = self.channel_class(self, conn, (address, port), self.adj, map=self._map)
        except OSError:  # it has left already
            conn.close()
            return
        if not self.own:
            self.crowd_out(connection)

    def crowd_out(self, new: Connection) -> None:
        """Strangers are few, and few from one address: the one that has been silent longest gives way to a new one.

        What is being answered is never cut off: a whole room may come from one address, behind a router.
        """
        strangers = [one for one in self.connections() if not one.guest and one is not new]
        theirs = Counter(one.addr[0] for one in strangers)
        if len(strangers) >= self.limits.strangers:
            most = max(theirs.values())
            crowd = longest_silent([one for one in strangers if theirs[one.addr[0]] == most])
            self.end(crowd or longest_silent(strangers) or new)
        elif theirs[new.addr[0]] >= self.limits.per_address:
            own = longest_silent([one for one in strangers if one.addr[0] == new.addr[0]])
            if own:
                self.end(own)

    def make_room(self) -> None:
        """All connections are taken: the stranger that has been silent longest leaves, else a guest that rests."""
        now = time.monotonic()
        resting = [one for one in self.connections() if one.guest and one.silent_since < now - REST]
        oldest = longest_silent([one for one in self.connections() if not one.guest]) or longest_silent(resting)
        if oldest:
            self.end(oldest)

    def end_forgotten(self, now: float) -> None:
        for one in self.connections():
            if one.has_been_forgotten(now):
                self.end(one)

    def maintenance(self, now: float) -> None:
        """waitress's own goes by a clock that can be set: see end_forgotten."""

    def hang_up(self) -> None:
        """End every connection, and go on listening. From any thread."""
        self.pull_trigger(self._end_all)

    def _end_all(self) -> None:
        for one in self.connections():
            self.end(one)

    def pull_trigger(self, then: Callable[[], object] | None = None) -> None:
        """Wake the loop, from any thread; it calls `then`. Nothing when the door is closed."""
        with self._pulling:
            if not self._silent:
                self.trigger.pull_trigger(then)

    def silence(self) -> None:
        """Before what wakes the loop is closed: its number may be another file's a moment later, and that must not be written in."""
        with self._pulling:
            self._silent = True

    def close(self) -> None:
        self.silence()
        super().close()


def longest_silent(connections: list[Connection]) -> Connection | None:
    """The one to end first; None when all are at work."""
    now = time.monotonic()
    return min((one for one in connections if one.may_go(now)), key=lambda one: one.silent_since, default=None)


class Turns(ThreadedTaskDispatcher):  # type: ignore[misc]
    """The threads of a door. Guests come first, strangers have half of those that work, and streams have their own."""

    def __init__(self, limits: Limits):
        super().__init__()
        self.queue = Lanes(limits, self.lock, self.queue_cv.notify_all)
        self.set_thread_count(limits.threads)

    def add_task(self, task: Connection) -> None:
        with self.lock:
            self.queue.append(task)
            self.queue_cv.notify()


class Lanes:
    """What waits for a thread, by kind. As a queue it holds only those whose kind has a place: the others wait outside.

    Used under the dispatcher's `lock`; `wake` tells its threads that a place is free.
    """

    def __init__(self, limits: Limits, lock: Any, wake: Callable[[], None]):
        self._lock, self._wake = lock, wake
        ears = limits.streams + limits.readers + SPARE
        self._places = {
            "guest": limits.workers,
            "guest's ear": ears,
            "stranger": limits.workers // 2,
            "stranger's ear": limits.readers + SPARE // 2,
        }
        self._together = {False: limits.workers, True: ears}
        """Whether they are ears, and how many of all."""
        self._waiting: dict[str, deque[Connection]] = {kind: deque() for kind in self._places}
        self._running: Counter[str] = Counter()

    def append(self, task: Connection) -> None:
        request = task.requests[0]
        kind = ("guest" if request.guest or task.server.own else "stranger") + ("'s ear" if request.is_ear else "")
        self._waiting[kind].append(task)

    def popleft(self) -> Turn:
        kind = self._next()
        if kind is None:
            raise IndexError
        self._running[kind] += 1
        return Turn(self._waiting[kind].popleft(), partial(self._done, kind))

    def __bool__(self) -> bool:
        return self._next() is not None

    def __len__(self) -> int:
        return sum(len(waiting) for waiting in self._waiting.values())

    def _next(self) -> str | None:
        return next((kind for kind, waiting in self._waiting.items() if waiting and self._has_place(kind)), None)

    def _has_place(self, kind: str) -> bool:
        ear = kind.endswith("ear")
        together = sum(number for other, number in self._running.items() if other.endswith("ear") == ear)
        return self._running[kind] < self._places[kind] and together < self._together[ear]

    def _done(self, kind: str) -> None:
        with self._lock:
            self._running[kind] -= 1
            if self:
                self._wake()


class Turn:
    """A task that gives its place back."""

    def __init__(self, task: Connection, done: Callable[[], None]):
        self._task, self._done = task, done

    def service(self) -> None:
        try:
            self._task.service()
        finally:
            self._done()

    def cancel(self) -> None:
        self._task.cancel()
